"""Whatever stands in a registry, no format passes it on raw."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.registry.document import Document
from linter.report import FORMATS, Options, reporter
from linter.report.escape import visible
from tests.report.report_sample import PERSON, finding, hostile, result

EVERYTHING = {"show_suppressed": True, "show_unknown": True, "statistics": True}
COLOR = re.compile(r"\x1b\[[0-9;]*m")


def safe(text):
    return all(visible(line) == line for line in text.split("\n"))


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("name", FORMATS)
def test_no_control_bidi_or_zero_width_character_is_written(name, lang):
    text = reporter(name)(hostile(), Options(lang, **EVERYTHING))
    assert safe(text)
    text.encode()


@pytest.mark.parametrize("name", ["full", "concise"])
def test_with_colours_the_only_escape_sequences_are_our_own(name):
    text = reporter(name)(hostile(), Options(color=True, **EVERYTHING))
    assert safe(COLOR.sub("", text))
    assert "\x1b[31mreversed" not in text.replace("‹U+202E›", "")


@pytest.mark.parametrize("width", [20, 33, 47, 80, 200])
@pytest.mark.parametrize("name", ["full", "concise"])
def test_no_line_of_text_output_is_an_order_to_a_build_server(name, width):
    text = reporter(name)(hostile(), Options(width=width, **EVERYTHING))
    assert [line for line in text.splitlines() if line.lstrip().startswith("::")] == []
    assert "##[" not in text


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=()), max_size=40), st.sampled_from(FORMATS))
def test_any_text_at_all_is_rendered_safely(text, name):
    document = Document(text or "a", f"accounts:\n{text}\n")
    place = document.place(9, 9 + len(text))
    found = finding(
        PERSON,
        document,
        place,
        account_id=text,
        handle=text,
        field=text,
        value=text,
        values={"value": text, "account": text},
    )
    written = reporter(name)(result([found], [document]), Options(**EVERYTHING))
    assert safe(written)
