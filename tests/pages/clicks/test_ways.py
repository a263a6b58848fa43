from __future__ import annotations

import pytest

from linter.pages.clicks import ways


@pytest.mark.parametrize(
    ("url", "spoken"),
    [
        ("https://stadt.de/impressum", True),
        ("https://stadt.de/de/service/impressum.html", True),
        ("https://stadt.de/index.php?id=impressum", True),
        ("https://impressum.stadt.de/", True),
        ("https://stadt.de/#impressum", True),
        ("https://stadt.de/imprint/", True),
        ("https://stadt.de/impressionen", False),
        ("https://stadt.de/kontakt", False),
        ("https://stadt.de/", False),
    ],
)
def test_an_address_speaks_where_a_word_of_it_names_the_page(url: str, spoken: bool):
    assert ways.speaks(url, ("impressum", "imprint", "impress")) is spoken


def test_redirects_of_platforms_are_taken_off_also_within_each_other():
    lexicon = ways.shipped()
    inner = "https%3A%2F%2Fstadt.de%2Fa%3Fb%3D1"
    assert lexicon.unwrap(f"https://l.facebook.com/l.php?u={inner}&h=x") == "https://stadt.de/a?b=1"
    assert lexicon.unwrap(f"https://www.youtube.com/redirect?event=v&q={inner}") == (
        "https://stadt.de/a?b=1"
    )
    assert lexicon.unwrap("https://www.youtube.com/@stadt") == "https://www.youtube.com/@stadt"
    assert lexicon.unwrap("https://t.co/abc") == "https://t.co/abc"
    assert lexicon.unwrap("https://l.facebook.com/l.php?u=javascript:alert(1)").startswith(
        "https://l.facebook.com/"
    )


def test_a_name_of_the_list_stands_for_all_below_it():
    lexicon = ways.shipped()
    assert lexicon.is_hub("https://stadt.carrd.co/")
    assert lexicon.is_hub("https://www.linktr.ee/stadt")
    assert not lexicon.is_hub("https://notlinktr.ee/stadt")
    assert lexicon.is_shortener("http://bit.ly/abc")
    assert not lexicon.is_shortener("https://t.co/abc")


def test_addresses_are_compared_without_fragment_port_and_case_of_the_host():
    assert ways.key("HTTPS://Stadt.DE:443#x") == ways.key("https://stadt.de/")
    assert ways.key("https://stadt.de/A") != ways.key("https://stadt.de/a")
    assert ways.key("http://[::1") == "http://[::1"
