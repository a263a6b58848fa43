"""Addresses without encryption: in the registry, in a profile, on a website."""

import pytest

from linter.checks.insecure_link import insecure_link
from tests.checks.web import FACEBOOK, SITE, WEBSITE, crawled, impressum, links, page

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


SECURE = "https://www.bergheide.example/impressum"
BARE = "http://www.bergheide.example/impressum"
FORWARDED = {BARE: f"-> {SECURE}", SECURE: impressum()}


@pytest.mark.parametrize(
    ("footer", "web", "told"),
    [
        (BARE, FORWARDED, [BARE]),
        ("/impressum", FORWARDED, []),
        (SECURE, FORWARDED, []),
        (BARE, {BARE: "fault: timeout"}, [BARE]),  # the site's own host answered with encryption
        ("http://alt.example/i", {"http://alt.example/i": impressum()}, []),
        ("http://alt.example/i", {"http://alt.example/i": f"-> {SECURE}", SECURE: impressum()}, []),
    ],
)
def test_a_websites_own_link_is_told_where_its_host_answers_with_encryption(
    look, subject, footer, web, told
):
    seen = crawled(subject, WEBSITE, web={SITE: page("Bergheide", ("Impressum", footer)), **web})
    found = look(insecure_link, seen, fields=FIELDS)
    assert [(at, variant, values["value"]) for _, at, variant, values, _ in found] == [
        ("impressum", "answers", url) for url in told
    ]


def test_a_link_is_told_once_and_only_as_a_website_has_it(look, subject):
    home = {SITE: page("Bergheide", ("Impressum", BARE)), **FORWARDED}
    both = f"{WEBSITE[:-1]}, impressum: '{BARE}'}}"
    fields = [*FIELDS, "impressum"]
    assert len(look(insecure_link, crawled(subject, both, web=home), fields=fields)) == 1
    profile = links(("Website", SITE))
    assert look(insecure_link, crawled(subject, FACEBOOK, profile, home), fields=fields) == []


def test_a_site_without_encryption_has_no_insecure_links_of_its_own(look, subject):
    plain = SITE.replace("https:", "http:")
    text = WEBSITE.replace(SITE, plain)
    web = {plain: page("Bergheide", ("/impressum", "Impressum")), BARE: impressum()}
    found = look(insecure_link, crawled(subject, text, web=web), fields=FIELDS)
    assert [at for _, at, *_ in found] == ["url"]
