import json
import re
import unicodedata
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from linter.report import escape

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    "char",
    list(
        "\x00\x07\x1b\n\r\t\x7f\x85\x9b\u2028\ud800\uffff"
        "\u061c\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
        "\xad\u034f\u200b\u200c\u200d\u200e\u2060\ufeff\u115f\u3164\U000e0041"
    ),
)
def test_an_invisible_character_is_named_by_its_number(char):
    assert escape.visible(f"a{char}b") == f"a‹U+{ord(char):04X}›b"


@pytest.mark.parametrize(
    "text", ["Bürgermeister:in „Köln“", "日本語", "Łódź – é", "👮 🚓", "❤\ufe0f"]
)
def test_what_can_be_seen_stays(text):
    assert escape.visible(text) == text


def test_a_presentation_selector_behind_a_letter_is_named():
    assert escape.visible("a\ufe0f") == "a‹U+FE0F›"


def test_no_control_format_or_bidi_character_of_all_unicode_is_left_over():
    left = [
        char
        for char in map(chr, range(0x110000))
        if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp")
        or unicodedata.bidirectional(char) in ("LRE", "RLE", "LRO", "RLO", "PDF")
        or unicodedata.bidirectional(char) in ("LRI", "RLI", "FSI", "PDI")
    ]
    assert len(left) > 2000
    assert [char for char in left if escape.visible(char) == char] == []


@settings(deadline=None)
@given(ANY_TEXT)
def test_text_made_visible_stays_as_it_is_a_second_time(text):
    once = escape.visible(text)
    assert escape.visible(once) == once
    once.encode()  # raises where half a character is left


def test_a_very_long_text_is_cut_and_says_so():
    assert escape.terminal("x" * 1500) == "x" * 1000 + "… (+500)"


def test_an_order_to_a_build_server_is_broken_wherever_it_stands():
    assert escape.terminal("a ##[set-output x]b ##vso[task]c") == (
        "a ##‹U+005B›set-output x]b ##vso‹U+005B›task]c"
    )


@pytest.mark.parametrize(
    ("path", "shown"),
    [("::error::x.yaml", "./::error::x.yaml"), (" ::x", "./ ::x"), ("a::b.yaml", "a::b.yaml")],
)
def test_a_path_never_begins_a_line_with_a_workflow_command(path, shown):
    assert escape.file_name(path) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a|b", r"a\|b"),
        ("`x`", r"\`x\`"),
        ("im_nrw *x*", r"im\_nrw \*x\*"),
        ("<script>", "&lt;script&gt;"),
        ("&lt;", "&amp;<!-- -->lt;"),
        ("[a](b)", r"\[a\](b)"),
        ("@team", "@<!-- -->team"),
        ("siehe #12", "siehe #<!-- -->12"),
        ("https://x.de", "https:<!-- -->/<!-- -->/x.de"),
        ("WWW.x.de", "WWW<!-- -->.x.de"),
        ("a\nb", "a‹U+000A›b"),
        ("\\", "\\\\"),
    ],
)
def test_markdown_is_plain_text(text, shown):
    assert escape.markdown(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a", "`a`"),
        ("a`b", "``a`b``"),
        ("`", "`` ` ``"),
        ("a|b", r"`a\|b`"),
        ("", "`–`"),
        ("``` x", "```` ``` x ````"),
    ],
)
def test_a_code_span_holds_any_text(text, shown):
    assert escape.code_span(text) == shown


@settings(deadline=None)
@given(ANY_TEXT)
def test_xml_escaped_text_comes_back_from_a_parser(text):
    document = f'<a b="{escape.xml(text)}">{escape.xml(text)}</a>'
    element = ET.fromstring(document.encode())
    assert (element.text or "") == element.get("b") == escape.visible(text)


def test_workflow_commands_are_escaped_as_github_does():
    assert escape.command_data("50 %", "::x") == "50 %25%0A::x"
    assert escape.command_property("a:b,c%") == "a%3Ab%2Cc%25"


@settings(deadline=None)
@given(ANY_TEXT)
def test_a_workflow_command_is_one_line(text):
    assert len(f"::error title={escape.command_property(text)}::x".splitlines()) == 1
    assert re.search("%(?!25|0A|3A|2C)", escape.command_property(text)) is None


def test_sarif_messages_have_no_placeholders_and_no_links():
    assert escape.sarif_message("{0} [a](1) \\") == "{{0}} \\[a\\](1) \\\\"
    assert escape.sarif_message("[a] (b)") == "[a] (b)"


@settings(deadline=None)
@given(st.dictionaries(st.text(), st.text(), max_size=3))
def test_json_comes_back_as_it_was(data):
    assert json.loads(escape.as_json(data)) == data


@settings(deadline=None)
@given(ANY_TEXT)
@example("\x7f")
def test_json_holds_no_invisible_character_but_line_breaks(text):
    written = escape.as_json([text])
    assert escape.visible(written.replace("\n", "")) == written.replace("\n", "")
    json.loads(written.encode())
