"""Registries of any size for the benchmarks: complete, correct, one account in ten with a fault.

Every account is written out in full (all contract fields, about 50 scalars), as a ministry
with a well-kept registry would have it, and no two have the same handle.
"""

from __future__ import annotations

HOUSES = (
    ("im-nrw", "IM", "Innenministerium NRW", "Ministeriums des Innern", "www.im.nrw"),
    ("fm-nrw", "FM", "Finanzministerium NRW", "Ministeriums der Finanzen", "www.fm.nrw"),
    ("jm-nrw", "JM", "Justizministerium NRW", "Ministeriums der Justiz", "www.justiz.nrw"),
    (
        "msb-nrw",
        "MSB",
        "Schulministerium NRW",
        "Ministeriums für Schule",
        "www.schulministerium.nrw",
    ),
)
ACCOUNT = """\
  - id: account-{n}
    authority: {authority}
    platform: x
    handle: {handle}
    kind: ressort
    status: active
    profile_name: {name}
    url: https://x.com/{handle}
    bio: Hier informiert die Pressestelle des {genitive} des Landes Nordrhein-Westfalen.
    links:
      - {{label: Impressum, url: "https://{domain}/impressum"}}
      - {{label: Datenschutz, url: "https://{domain}/datenschutz"}}
    impressum: https://{domain}/impressum
    privacy: https://{domain}/datenschutz
    netiquette: https://{domain}/netiquette
    verified: {{kind: government, since: 2020-05-01}}
    since: 2015-03-01
    operator: {{unit: Referat Presse, role: communications}}
    approvals:
      house_leadership: 2015-02-01
      communications_unit: 2015-02-01
      lpa_informed: 2015-02-10
"""


def registry(accounts: int) -> str:
    """A registry file of so many accounts."""
    lines = ["registry: 1\naccounts:\n"]
    for n in range(accounts):
        authority, abbreviation, name, genitive, domain = HOUSES[n % len(HOUSES)]
        handle = f"{abbreviation}_NRW_{n}"
        if n % 10 == 9:
            handle = f"Minister_{n}_NRW"
        lines.append(
            ACCOUNT.format(
                n=n, authority=authority, handle=handle, name=name, genitive=genitive, domain=domain
            )
        )
    return "".join(lines)
