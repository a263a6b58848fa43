from linter.checks.insecure_link import insecure_link

FIELDS = ["url", "links[].url"]


def test_https_and_silence_pass(look, subject):
    assert look(insecure_link, subject("url: https://x.com/a"), fields=FIELDS) == []
    assert look(insecure_link, subject("bio: http://x.com/a"), fields=FIELDS) == []


def test_every_unencrypted_address_is_missed_and_its_scheme_marked(look, subject):
    entry = "{url: 'HTTP://x.com/a', links: [{url: 'https://b'}, {url: 'http://c'}]}"
    found = look(insecure_link, subject(entry), fields=FIELDS)
    assert [(at, values["secure"], marked) for _, at, _, values, marked in found] == [
        ("url", "https://x.com/a", "HTTP://"),
        ("links[1].url", "https://c", "http://"),
    ]
