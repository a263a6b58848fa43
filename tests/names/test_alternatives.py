"""What a text could also hold, and why it was not taken."""

from __future__ import annotations

from linter.names.alternatives import lost


def told(reader, text, **more):
    return [(a.text, a.kind, a.inside) for a in lost(reader, reader.read(text, **more))]


def test_the_name_inside_a_word_is_told_as_lost(reader):
    assert ("kraft", "person", True) in told(reader, "windkraftnrw")


def test_what_was_found_is_not_lost(reader):
    assert told(reader, "Innenminister_Reul") == []


def test_places_are_those_of_the_original(reader):
    text = "Lehrkra\u0301fte_kraftort"
    found = lost(reader, reader.read(text))
    assert [text[a.start : a.end] for a in found if a.word == "Kraft"] == ["kra\u0301ft", "kraft"]


def test_a_text_without_anything_to_tell(reader):
    assert told(reader, "Zukunft_NRW") == []
    assert told(reader, "") == []
