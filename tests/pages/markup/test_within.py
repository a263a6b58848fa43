"""What is remembered of elements changes nothing of what they say."""

from __future__ import annotations

from linter.pages.markup import within
from linter.pages.markup.text import read
from linter.pages.markup.within import Met, Said

PAGE = (
    '<main><p class="a">Eins</p><div id="fuss">Zwei <b>drei</b></div><p class="a">Vier</p></main>'
)


def told(html: str) -> list[tuple[str, str, bool, bool]]:
    return [(line.text, line.region, line.bold, line.hidden) for line in read(html).lines]


def test_a_page_reads_the_same_before_and_after_others():
    first = told(PAGE)
    told('<footer><p class="a">Eins</p><b><p class="a">Fünf</p></b></footer>')
    assert told(PAGE) == first
    assert first == [
        ("Eins", "main", False, False),
        ("Zwei drei", "footer", False, False),
        ("Vier", "main", False, False),
    ]


def test_a_style_sheet_hides_on_its_own_page_and_from_where_it_stands():
    page = '<div><p class="a">Eins</p><style>.a{display:none}</style><p class="a">Zwei</p></div>'
    assert [hidden for *_, hidden in told(page)] == [False, True]
    assert [hidden for *_, hidden in told('<p class="a">Eins</p>')] == [False]


def test_what_stood_around_a_style_sheet_still_holds_behind_it():
    page = "<footer><h2><b><style>.a{display:none}</style>Eins</b></h2></footer>"
    (line,) = read(page).lines
    assert (line.region, line.heading, line.bold) == ("footer", 2, True)


def test_no_more_is_remembered_than_a_site_has():
    met = Met()
    for number in range(within.MOST_MET + 100):
        met.enter(met.outside, Said(f'p class="c{number}"'))
    assert met.full
    assert len(met.outside.below) == within.MOST_MET


def test_a_page_of_more_tags_than_are_remembered_is_read_whole():
    first = told(PAGE)
    rows = [f'<p class="c{n}"><b id="i{n}">Zeile {n}</b></p>' for n in range(within.MOST_MET)]
    assert len(read("".join(rows)).lines) == within.MOST_MET
    assert told(PAGE) == first


def test_a_tag_too_long_to_come_again_is_read_and_not_remembered():
    met = Met()
    inner = met.enter(met.outside, Said('p id="fuss" class="' + "x" * within.MOST_KEPT + '"'))
    assert inner.region == "footer"
    assert not met.outside.below


def test_equal_answers_are_one_object():
    met = Met()
    first = met.enter(met.outside, Said('p class="a"'))
    assert met.enter(met.outside, Said('p class="b"')) is first
    assert met.enter(met.outside, Said('p class="footer"')) is not first
