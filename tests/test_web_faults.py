"""What went wrong with a request is told in words, never by its name in the program."""

from __future__ import annotations

from typing import get_args

import pytest

from linter.crawl.address import AddressError, parse, refusal
from linter.crawl.capture import Fault
from linter.web_faults import in_words


@pytest.mark.parametrize("fault", [fault for fault in get_args(Fault) if fault])
def test_every_fault_has_words(fault):
    words = in_words(fault, 429)
    assert words["de"] != words["en"]
    assert "_" not in words["de"] + words["en"]
    assert words["de"] != fault.replace("_", " ")


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("https://www.im.nrw@heide.example/", "Adresse mit einem Nutzernamen"),
        ("https://heide.example:99999/", "nicht üblicher Port"),
        ("https://08.1.1.1/", "keine brauchbare Adresse"),
    ],
)
def test_why_an_address_is_refused_is_told_apart(url, words):
    with pytest.raises(AddressError) as caught:
        parse(url)
    assert in_words("address_refused", None, caught.value.detail)["de"] == words


def test_an_address_inside_the_house_is_told_as_not_public():
    address = parse("https://10.0.0.1/")
    assert address.ip is not None
    words = in_words("address_refused", None, f"10.0.0.1: {refusal(address.ip)}")
    assert words["en"] == "not a public address"


def test_what_nobody_knows_keeps_its_name():
    assert in_words("struck_by_lightning") == dict.fromkeys(("de", "en"), "struck by lightning")
