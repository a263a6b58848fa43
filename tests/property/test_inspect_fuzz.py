"""Reading a page is total: whatever the bytes are, there is an answer that can be printed.

`HYPOTHESIS_PROFILE=search` with `--hypothesis-seed=random` looks for new pages; `AMTLINT_FUZZ` sets how
many, so that the search can run for an hour.
"""

from __future__ import annotations

import json
import os

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linter.cli.inspect_view import as_text
from linter.pages import read_page
from linter.pages.inspection import inspection
from linter.report.escape import as_json

FEW = settings(
    max_examples=int(os.environ.get("AMTLINT_FUZZ", "150")),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    deadline=None,
)
TAGS = ("p", "div", "br", "b", "strong", "h1", "h2", "table", "tr", "td", "th", "dl", "dt", "dd", "a", "ul", "li",
        "script", "style", "template", "noscript", "iframe", "frameset", "frame", "svg", "math", "select", "textarea",
        "title", "body", "html", "base", "form", "img", "area", "nav", "footer", "header", "plaintext")  # fmt: skip
WORDS = (
    "Impressum", "Datenschutzerklärung", "Angaben gemäß § 5 TMG", "§ 55 Abs. 2 RStV", "Stadt Heide", "Markt 1", "48931 Heide",
    "Postfach 11 20", "Vertreten durch:", "Bürgermeisterin", "Dr. Ina Kruse", "Telefon:", "02599 310-0", "Fax", "E-Mail:",
    "info(at)heide(punkt)de", "info@heide.de", "USt-IdNr.: DE136695976", "HRB 4711", "Amtsgericht", "V.i.S.d.P.",
    "Verantwortlicher:", "Datenschutzbeauftragter", "Art. 6 Abs. 1 lit.", "Recht auf Auskunft", "Beschwerde Aufsichtsbehörde",
    "Facebook", "X (ehemals Twitter)", "Privacy Shield", "https://ec.europa.eu/consumers/odr", "404", "Login", "\u202e", "\u00ad",
    "\u200b", "\x00", "&#64;", "&nbsp;", "&", "<", "{{ page.title }}", "---\ntitle: x\n---", "# Impressum", "[Impressum](/i)", "|", ":",
)  # fmt: skip
ATTRIBUTES = (
    'href="/impressum"', 'href="javascript:x()"', "href=''", 'href="mailto:a@b.de"', 'href="//["', "hidden", 'style="display:none"',
    'class="footer"', 'aria-label="Impressum"', 'data-cfemail="7f"', 'data-cfemail="zz"', 'src="a.png"', 'alt="E-Mail"', 'href="http://[::1"',
    'dir="rtl"', 'http-equiv="refresh"', 'content="0;url=/x"', "a" * 300, 'id="x" id="y"', "href", 'title="Datenschutz',
)  # fmt: skip

tag = st.builds(
    lambda close, name, attribute: f"<{close}{name} {attribute}>",
    st.sampled_from(("", "", "/")),
    st.sampled_from(TAGS),
    st.one_of(st.just(""), st.sampled_from(ATTRIBUTES)),
)
soup = st.lists(st.one_of(tag, st.sampled_from(WORDS), st.text(max_size=12)), max_size=60).map(
    " ".join
)
encoded = st.builds(
    lambda text, codec, mark: mark + text.encode(codec, "replace"),
    soup,
    st.sampled_from(("utf-8", "windows-1252", "utf-16-le", "utf-16-be", "utf-7")),
    st.sampled_from((b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")),
)
types = st.sampled_from(
    ("", "text/html", "text/html; charset=x-user-defined", "text/plain", "text/markdown; charset=\x00", "application/pdf", ";;=")
)  # fmt: skip


def answered(data: bytes, kind: str = "") -> None:
    page = read_page(data, url="https://www.heide.example/seite", content_type=kind)
    answer = inspection(page, "seite.html")
    for lang in ("de", "en"):
        assert as_text(answer, lang)
    assert json.loads(as_json({"version": 1, "pages": [answer]}))


@FEW
@given(st.binary(max_size=2000), types)
def test_any_bytes_are_a_page(data, kind):
    answered(data, kind)


@FEW
@given(encoded, types)
def test_any_soup_of_tags_and_labels_is_a_page(data, kind):
    answered(data, kind)


@FEW
@given(st.text(max_size=3000))
def test_any_text_is_a_page(text):
    answered(text.encode("utf-8", "surrogatepass"), "text/plain")


@FEW
@given(st.sampled_from(WORDS), st.sampled_from(TAGS), st.integers(1, 400))
def test_repeating_one_thing_is_a_page(word, name, times):
    answered((f"<{name}>{word}" * times).encode())
