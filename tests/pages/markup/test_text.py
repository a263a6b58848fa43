from __future__ import annotations

import pytest

from linter.pages import read_page


def lines(html: str, content_type: str = "text/html; charset=utf-8"):
    return read_page(html.encode(), content_type=content_type).text_lines


def test_a_line_is_what_stands_between_two_breaks():
    found = lines("<p>Stadt <b>Muster</b>hausen<br>Markt\n 1</p><div>12345&nbsp;Musterhausen</div>")
    assert [line.text for line in found] == ["Stadt Musterhausen", "Markt 1", "12345 Musterhausen"]
    assert [line.number for line in found] == [1, 2, 3]


def test_soft_hyphens_and_zero_width_characters_are_gone():
    assert lines("<p>Im&shy;pres\u200bsum\u202e</p>")[0].text == "Impressum"


def test_what_is_printable_and_invisible_is_gone_too():
    found = lines("<p>Amt\ufe0f  der\u034f Stadt \u2709\ufe0f</p>")[0]
    assert found.text == "Amt der Stadt \u2709"


def test_regions_come_from_elements_roles_and_names():
    found = lines(
        "<header>a</header><nav>b</nav><main>c<header>d</header></main><aside>e</aside><footer>f<nav>g</nav></footer>"
        '<div role="contentinfo">h</div><div id="footer-wrap">i</div><ul class="main-menu"><li>j</ul>'
    )
    assert [(line.text, line.region) for line in found] == [
        ("a", "header"), ("b", "nav"), ("c", "main"), ("d", "main"), ("e", "aside"), ("f", "footer"),
        ("g", "footer"), ("h", "footer"), ("i", "footer"), ("j", "main"),
    ]  # fmt: skip


def test_headings_and_emphasis_are_marked():
    found = lines(
        "<h2>Kontakt</h2><p><b>Telefon</b></p><p>Fax</p><div role=heading aria-level=3>x</div>"
    )
    assert [(line.heading, line.bold) for line in found] == [
        (2, True),
        (0, True),
        (0, False),
        (3, True),
    ]


def test_labels_come_from_lists_tables_and_emphasised_beginnings():
    found = lines(
        "<dl><dt>Telefon:</dt><dd>0211 1</dd></dl><table><tr><th>Fax</th><td>0211 2</td></tr></table>"
        "<p><strong>E-Mail:</strong> a@b.de</p>"
    )
    assert [(line.text, line.label) for line in found] == [
        ("Telefon:", ""), ("0211 1", "Telefon"), ("Fax", ""), ("0211 2", "Fax"), ("E-Mail: a@b.de", "E-Mail"),
    ]  # fmt: skip
    assert [(line.row, line.column) for line in found[2:4]] == [(1, 1), (1, 2)]


def test_a_first_cell_of_several_lines_names_nothing():
    found = lines("<table><tr><td>Start<br>Kontakt</td><td>Impressum</td></tr></table>")
    assert found[2].label == ""


def test_hidden_text_is_told_from_visible():
    found = lines(
        '<p>a<span style="display: none">spam</span>b</p><div hidden>c</div><div style="visibility:hidden">d</div>'
        '<div style="opacity:0">e</div><template>f</template>'
    )
    assert [(line.text, line.hidden) for line in found if line.text != "f"] == [
        ("ab", False), ("c", True), ("d", True), ("e", False),
    ]  # fmt: skip
    assert ("hidden", "spam") in found[0].marks


def test_links_and_marks_stay_with_their_line():
    found = lines(
        '<p><a href=/icon><i></i></a></p><p>Mail: <a href="mailto:a@b.de" data-cfemail="0a">x</a></p>'
        '<p>Post</p><p style="unicode-bidi:bidi-override">ed.b@a</p>'
    )
    assert [line.hrefs for line in found] == [("mailto:a@b.de",), (), ()]
    assert ("data-cfemail", "0a") in found[0].marks
    assert ("rtl", "ed.b@a") in found[2].marks


def test_script_text_is_no_text_but_told():
    found = lines("<p>a<script>if (a<b) document.write('x')</script>b</p>")
    assert found[0].text == "ab"
    assert found[0].marks == (("script", "if (a<b) document.write('x')"),)


def test_preformatted_text_keeps_its_lines():
    assert [line.text for line in lines("<pre>a\n b</pre>")] == ["a", "b"]


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<p style='color:red; white-space: pre-line'>a\n<b>b</b>\nc</p>d\ne", "a|b|c|d e"),
        ("<div style=white-space:pre-wrap><p>a\nb</p></div>", "a|b"),
        ("<p class='x whitespace-pre-line'>a\nb</p>", "a|b"),
        ("<p class='whitespace-pre-line'><q class=whitespace-normal>a\nb</q></p>", "a b"),
        ("<pre style='white-space:normal'>a\nb</pre>", "a b"),
        ("<p style='white-space:nowrap'>a\nb</p>", "a b"),
        ("<style>.t, #u{color:red;white-space:pre-wrap}</style><p class=t>a\nb</p><p id=u>c\nd", "a|b|c|d"),
        ("<style>address {white-space: pre-line !important}</style><address>a\nb</address>", "a|b"),
        ("<style>p{white-space:pre-line} .n{white-space:normal}</style><p class=n>a\nb<p>c\nd", "a b|c|d"),
        ("<style>.n{white-space:normal} p{white-space:pre-line}</style><p class=n>a\nb", "a b"),
        ("<style>.t{white-space:pre-line} .t{white-space:normal}</style><p class=t>a\nb", "a b"),
        ("<style>.t{white-space:pre}</style><p class=t style=white-space:normal>a\nb", "a b"),
        ("<style>.x .t{white-space:pre} @media print{p{white-space:pre}}</style><p class=t>a\nb", "a b"),
        ("<style>.h{display:none}</style><style>.t{white-space:pre}</style><p class=h>x<p class=t>a\nb", "a|b"),
    ],
)  # fmt: skip
def test_line_breaks_count_where_the_style_says_so(html, said):
    assert "|".join(line.text for line in lines(html) if not line.hidden) == said


def test_markdown_gives_headings_labels_links_and_line_numbers():
    found = lines(
        "---\ntitle: Impressum\n---\n\nAngaben\n=======\n**Telefon:** 0211\\\n[Mail](mailto:a@b.de) <https://b.de>\n- *Punkt*",
        "text/markdown",
    )
    assert [(line.number, line.text, line.heading, line.label) for line in found] == [
        (5, "Angaben", 1, ""), (7, "Telefon: 0211", 0, "Telefon"), (8, "Mail https://b.de", 0, ""), (9, "Punkt", 0, ""),
    ]  # fmt: skip
    assert found[2].hrefs == ("mailto:a@b.de",)


def test_the_title_is_no_line():
    page = read_page(b"<title>Impressum</title><p>x", content_type="text/html")
    assert (page.title, [line.text for line in page.text_lines]) == ("Impressum", ["x"])
