from __future__ import annotations

import re
import time
from collections import Counter

import pytest

from linter.pages import read_page
from linter.pages.markup.dom import LARGE, Tree
from linter.pages.markup.guard import MOST_DEPTH, guard

HTML = "text/html; charset=utf-8"


def depth(source: bytes) -> int:
    """How deep tags nest; an end tag ends the last that has its name, if there is one."""
    open_: Counter[bytes] = Counter()
    most = 0
    for closes, name in re.findall(rb"<(/?)(\w+)", source):
        if not closes:
            open_[name] += 1
            most = max(most, open_.total() - open_[b"li"] - open_[b"p"])
        elif open_[name]:
            open_[name] -= 1
    return most


def test_an_ordinary_page_passes_the_guard_unchanged():
    source = b"<html><body>" + b"<div><p>Text <b>fett</b></p></div>" * 400 + b"</body></html>"
    assert guard(source) == (source, False)


@pytest.mark.parametrize("closed", [True, False])
def test_tags_beyond_the_depth_of_browsers_go_and_their_text_stays(closed: bool):
    source = b"<div>" * 100_000 + b"Impressum" + (b"</div>" * 100_000 if closed else b"")
    bounded, cut = guard(source)
    assert depth(bounded) <= MOST_DEPTH
    assert b"Impressum" in bounded
    assert not cut


def test_a_tag_keeps_only_its_first_attributes():
    names = b" ".join(b"x%d=1" % number for number in range(100_000))
    page = read_page(b"<a href=/impressum " + names + b">Impressum</a>", content_type=HTML)
    assert [(link.href, link.targets) for link in page.links] == [("/impressum", ("impressum",))]


def test_formatting_that_is_never_closed_is_not_repeated_without_end():
    source = b"".join(b"<p><font size=%d></p>" % number for number in range(20_000))
    bounded, _ = guard(source + b"<p>Ende")
    assert bounded.count(b"<font") <= 30
    assert bounded.endswith(b"<p>Ende")


@pytest.mark.parametrize("end", [b"</zz>", b"</b>", b"</p></zz>"])
@pytest.mark.parametrize("pad", [0, 510_000])
def test_end_tags_that_end_nothing_hide_no_formatting(end: bytes, pad: int):
    units = b"".join(b"<p><font size=%d>%s" % (number, end) for number in range(1000))
    bounded, _ = guard(units + b"x" * pad)
    assert bounded.count(b"<font") <= 150


@pytest.mark.parametrize(
    "tag",
    [
        b'<font a=">" x%d>',
        b"<font a=\"'\" b='>' x%d>",
        b"<i " + b"y" * 90 + b" x%d>",
        b"<sTrOnG x%d>",
    ],
)
def test_formatting_may_differ_anywhere_in_its_tags(tag: bytes):
    units = b"".join(b"%s</x>" % (tag % number) for number in range(1000))
    bounded, _ = guard(b"<p>" + units + b"</p>" + b"<p>x</p>" * 2500)
    assert bounded.count(tag[:3]) <= 150


@pytest.mark.parametrize("unit", [b"<div></zzz>", b"<ul><li></b></i>", b"<section></p>"])
def test_end_tags_that_end_nothing_hide_no_depth(unit: bytes):
    bounded, _ = guard(unit * 40_000)
    assert depth(bounded) <= MOST_DEPTH
    begin = time.process_time()
    _ = read_page(unit * 12_000, content_type=HTML).text_lines
    assert time.process_time() - begin < 5


def test_formatting_that_ends_is_left_as_it_is():
    source = b"".join(b"<p><font size=%d>a</font></p>" % (n % 7) for n in range(3000))
    assert guard(source) == (source, False)


@pytest.mark.parametrize(
    "source",
    [
        b'<script>a<b c="</script>' + b"<div>" * 60_000 + b'">',
        b"<script><!-- </script>" + b"<div>" * 60_000 + b"-->",
        b"<svg><style>" + b"<g>" * 60_000 + b"</style>",
        b'<p ">' + b"<div>" * 60_000,
        b"<a " * 1_000_000,
        b'<a x="' * 1_000_000,
        b"<script>" * 300_000,
        b"<!--" * 500_000,
        b"<" * 2_000_000,
        b"&#x" * 500_000,
        b"style=hidden " * 300_000,
        b"<meta " * 300_000,
    ],
)
def test_markup_written_to_mislead_costs_no_more_than_its_length(source: bytes):
    begin = time.process_time()
    _ = read_page(source, content_type=HTML).text_lines
    assert time.process_time() - begin < 5


def test_a_page_without_html_tags_is_read_as_text():
    page = read_page(b"# Impressum\n\nStadt Musterhausen  \nMarkt 1\n")
    assert [(line.text, line.number, line.heading) for line in page.text_lines] == [
        ("Impressum", 1, 1),
        ("Stadt Musterhausen", 3, 0),
        ("Markt 1", 4, 0),
    ]


def test_frames_and_scripts_are_told():
    page = read_page(b'<frameset><frame src="menu.htm" name=Menu></frameset>', content_type=HTML)
    assert [(frame.src, frame.name, frame.kind) for frame in page.frames] == [
        ("menu.htm", "Menu", "frame")
    ]
    page = read_page(b'<script type="application/ld+json">{"a": 1}</script>x', content_type=HTML)
    assert page.scripts == (("application/ld+json", '{"a": 1}'),)


@pytest.mark.parametrize("length", [0, LARGE])
def test_what_is_no_text_is_left_out_of_small_pages_and_of_large_ones(length: int):
    source = (
        "<p>Vorher</p><script>s</script><noscript><p>Ohne<style>p {}</style><script>t</script></p></noscript>"
        "<svg><style>u</style></svg><div><p>Nachher</p></div>" + "<!-- -->" * (length // 8 + 1)
    )
    assert Tree.of(source.encode()).text().split() == ["Vorher", "Nachher"]
