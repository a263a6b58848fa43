// The AT Protocol's network on loopback: directory, personal data server, and the view of it all.
// Ports come from the environment; a line "ready" is written when everything answers.
const net = require('node:net')
const listen = net.Server.prototype.listen
net.Server.prototype.listen = function (...args) {
  // everything listens on loopback only, whatever it asked for
  const first = args[0]
  if (typeof first === 'object' && first !== null) args[0] = { ...first, host: '127.0.0.1' }
  else if (typeof args[1] === 'string') args[1] = '127.0.0.1'
  else args.splice(1, 0, '127.0.0.1')
  return listen.apply(this, args)
}
const { TestNetwork } = require('@atproto/dev-env')
const port = (name) => Number(process.env[name])

async function main() {
  const network = await TestNetwork.create({
    plc: { port: port('PLC_PORT') },
    pds: { port: port('PDS_PORT'), hostname: 'localhost', enableDidDocWithSession: true },
    bsky: {
      dbPostgresSchema: 'bsky',
      port: port('VIEW_PORT'),
      publicUrl: `http://localhost:${port('VIEW_PORT')}`,
    },
    ozone: { port: port('OZONE_PORT') },
  })
  const view = network.bsky.db.db
  // what no visitor can do: make an account one of those that may vouch for others
  process.stdin.on('data', async (data) => {
    await view
      .updateTable('actor')
      .set({ trustedVerifier: true })
      .where('did', '=', data.toString().trim())
      .execute()
    console.log('trusted')
  })
  console.log('ready')
}

main().catch((error) => {
  console.error(error)
  process.exit(1)
})
