"""The words of a body's name that tell it from others."""

from __future__ import annotations

import pytest

from linter.pages.telling import common, regional, telling


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Stadt Bergheide", {"bergheide"}),
        ("Der Oberbürgermeister der Landeshauptstadt", set()),
        ("Universität für angewandte Heilkunst", {"angewandte", "heilkunst"}),
        ("Ministerium des Innern NRW", {"innern", "nrw"}),
        ("VG Au", set()),
    ],
)
def test_what_many_bodies_have_in_their_names_tells_none(name, words):
    assert telling(name) == words


def test_the_lists_are_folded_and_apart():
    assert {"universitaet", "buergermeister"} <= common()
    assert regional()
    assert not regional() & common()
    assert telling("Deutsche Bergwacht", 9) == {"bergwacht"}
