"""Addresses of one page are told from those of others."""

from __future__ import annotations

import pytest

from linter.findings.history.addresses import same_page
from linter.findings.history.remembered import target
from tests.findings import samples


@pytest.mark.parametrize(
    ("url", "page"),
    [
        ("https://a.example/?utm_source=brief", "https://a.example/"),
        ("https://a.example/i?id=3&utm_source=brief#k", "https://a.example/i?id=3"),
        ("https://a.example/i?utm_a=1&id=3&fbclid=x", "https://a.example/i?id=3"),
        ("https://a.example/i#kontakt", "https://a.example/i"),
        ("https://a.example/?gclid", "https://a.example/"),
        ("https://a.example/#/impressum", "https://a.example/#/impressum"),
        ("https://a.example/#!impressum", "https://a.example/#!impressum"),
        ("https://a.example/?page=utm_source", "https://a.example/?page=utm_source"),
        ("https://a.example/?id=3", "https://a.example/?id=3"),
        ("Was ist das? Posten Nr. #1", "Was ist das? Posten Nr. #1"),
    ],
)
def test_of_an_address_only_what_tells_the_page_counts(url, page):
    assert same_page(url) == page


def test_a_website_is_the_same_however_visitors_are_counted():
    registry = samples.Registry(
        "accounts:\n"
        "  - {id: a, platform: website, handle: a.example, url: 'https://a.example/'}\n"
        "  - {id: b, platform: website, handle: a.example, url: 'https://a.example/?utm_source=brief'}\n"
        "  - {id: c, platform: website, handle: a.example, url: 'https://a.example/?id=2'}\n"
    )
    first, counted, other = map(target, registry.accounts)
    assert first == counted != other
