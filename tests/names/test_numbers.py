"""Numbers in names: handles of a row differ in nothing else, and are read alike."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.names.numbers import STANDING, masked
from tests.names.conftest import READER


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("Presse 12", "Presse 00"),
        ("Presse12", "Presse00"),
        ("Presse7", "Presse7"),
        ("MP3", "MP3"),
        ("MP_3", "MP_0"),
        ("2024", "0000"),
        ("7", "0"),
        ("", ""),
        ("R3ul", "R3ul"),
        ("4you 12", "4you 00"),
        ("12_Presse_7", "00_Presse_0"),
    ],
)
def test_numbers_that_stand_alone_or_end_a_word_are_masked(text, row):
    assert masked(text) == row


@given(st.text(st.sampled_from("aB7_ -0319ä"), max_size=12))
@settings(max_examples=400, deadline=None)
def test_the_quick_way_masks_what_the_pattern_masks(text):
    plain = text.replace("ä", "")
    assert masked(plain) == re.sub(STANDING, lambda match: "0" * len(match[0]), plain)


@pytest.mark.parametrize("text", ["HerbertReul2024", "Minister 12", "IM_NRW_77", "Sport99", "MP_3"])
def test_a_name_is_read_as_its_row_is(text):
    kinds = ("person", "office", "function", "ressort")
    row = READER.row(masked(text), "im-nrw", None)
    found = READER.read(text, authority="im-nrw")
    for kind in kinds:
        assert [(p.start, p.end, p.kind) for p in found.of(kind)] == [
            (p.start, p.end, p.kind) for p in row.of(kind)
        ]


def test_what_is_told_at_once_agrees_with_all_parts():
    for text in ("HerbertReul_NRW", "InnenministeriumNRW 12", "MinisterReul", "IM_NRW", "Sport"):
        reading = READER.read(text, authority="im-nrw")
        at_once = {kind: reading.of(kind) for kind in ("person", "office", "ressort")}
        assert reading.of("state", "person", "ressort") == tuple(
            part
            for part in reading.parts
            if part.kind in ("state", "person", "ressort") and part.counts
        )
        for kind, parts in at_once.items():
            assert [(p.start, p.end, p.word, p.support) for p in parts] == [
                (p.start, p.end, p.word, p.support)
                for p in reading.parts
                if p.kind == kind and p.counts
            ]


def test_a_reader_that_forgot_reads_the_same():
    before = [part.text for part in READER.read("HerbertReul_NRW").parts]
    READER.forget()
    assert [part.text for part in READER.read("HerbertReul_NRW").parts] == before
