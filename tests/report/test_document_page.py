"""The page of a report stands alone, can be read by everybody, and is safe whatever stands in it."""

from __future__ import annotations

import itertools
from copy import deepcopy
from html.parser import HTMLParser

import pytest

from tests.report.document_sample import (
    GONE,
    HISTORY,
    html,
    markdown,
    result,
)


class Page(HTMLParser):
    VOID = ("meta", "br")

    def __init__(self, text: str):
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data

    def all(self, tag):
        return [attrs for name, attrs in self.tags if name == tag]


EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>\"' onmouseover=x & | `*_[a](javascript:alert(1))\u202e\x00"


def hostile():
    made = result({})
    finding = made["findings"][0]
    for key in ("name", "account", "authority", "platform", "handle", "field", "path"):
        finding[key] = EVIL
    finding["message"] = finding["remedy"] = {"de": EVIL, "en": EVIL}
    finding["source"] = [{"document": EVIL, "section": EVIL, "date": ""}]
    finding["evidence"] = [
        {
            "url": "javascript:alert(1)",
            "final_url": f"https://{EVIL}",
            "sha256": EVIL,
            "status": EVIL,
            "redirects": [{"location": EVIL}, 3],
            "warc": {"file": EVIL, "offset": EVIL},
            "click_path": [{"url": EVIL, "text": EVIL}, None],
        }
    ]
    unknown = {**deepcopy(finding), "outcome": "unknown", "cause": EVIL}
    waived = {
        **deepcopy(finding),
        "status": "waived",
        "reason": EVIL,
        "history": {**HISTORY, "first_seen": EVIL},
    }
    made["findings"] += [unknown, waived]
    made["errors"] = [EVIL]
    made["gone"] = [
        {**GONE, "message": {"de": EVIL, "en": EVIL}, "account": EVIL, "first_seen": EVIL}
    ]
    made["unused_waivers"] = [{"code": EVIL, "path": EVIL, "reason": EVIL}]
    made["tool"] = {"name": "amtlint", "version": EVIL, "rulebook": EVIL, "plugins": [EVIL]}
    return made


def test_nothing_hostile_gets_into_the_page():
    text = html(hostile(), title=EVIL)
    page = Page(text)
    assert page.open == []
    allowed = set(
        "html head meta title style body header h1 h2 h3 h4 nav ul li a main section p dl dt dd div table caption "
        "thead tbody tr th td article span code details summary".split()
    )
    assert {tag for tag, _ in page.tags} <= allowed
    names = {name for _, attrs in page.tags for name in attrs}
    assert names <= {
        *("lang", "charset", "name", "content", "http-equiv", "id", "class", "href", "rel"),
        *("aria-label", "aria-labelledby", "scope", "open"),
    }
    for attrs in page.all("a"):
        assert (attrs["href"] or "").startswith(("#", "https://"))
    assert "\u202e" not in text
    assert "\x00" not in text


def test_nothing_hostile_gets_into_the_markdown():
    text = markdown(hostile(), title=EVIL)
    assert "<script" not in text
    assert "<img" not in text
    assert "[a](" not in text
    assert "\u202e" not in text
    for line in text.splitlines():
        if line.startswith("| ") and "---" not in line:
            assert line.replace("\\|", "").count("|") in (5, 6)


def test_the_page_stands_alone_and_can_be_read_by_everybody():
    text = html(result({}))
    page = Page(text)
    assert page.all("html") == [{"lang": "de"}]
    assert {"name": "viewport", "content": "width=device-width, initial-scale=1"} in page.all(
        "meta"
    )
    assert [
        tag for tag, _ in page.tags if tag in ("script", "link", "img", "iframe", "object")
    ] == []
    assert "url(" not in text
    assert "@import" not in text
    assert "@media print" in text
    levels = [int(tag[1]) for tag, _ in page.tags if tag in ("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    assert all(attrs.get("scope") in ("col", "row") for attrs in page.all("th"))
    assert len(page.all("caption")) == len(page.all("table"))


def test_links_inside_the_page_lead_to_places_in_it():
    page = Page(html(hostile() | {"errors": ["x"]}))
    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    inner = [attrs["href"][1:] for attrs in page.all("a") if attrs["href"].startswith("#")]
    assert inner
    assert set(inner) <= set(ids)
    assert {attrs["aria-labelledby"] for attrs in page.all("section")} <= set(ids)


def luminance(color: str) -> float:
    digits = color.lstrip("#")
    digits = "".join(2 * d for d in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(
    ("ink", "paper"),
    [
        ("#1b1b1b", "#fdecea"),
        ("#1b1b1b", "#fff4e0"),
        ("#4a4a4a", "#fff"),
        ("#0b57a4", "#fff"),
        ("#33475b", "#fff"),
    ],
)
def test_its_colours_have_enough_contrast(ink, paper):
    text = html(result({}))
    assert ink in text
    assert paper in text
    light, dark = sorted((luminance(ink), luminance(paper)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_a_megabyte_in_a_message_does_not_make_a_megabyte_of_report():
    long = {"de": "a" * 1_000_000, "en": "b" * 1_000_000}
    assert len(html(result({"message": long}))) < 60_000
    assert len(markdown(result({"message": long}))) < 60_000
