"""Invented pages of many makes are read: their kind, their details, their notice.

The parts were written before the reading was changed with a view to them; what each scored then
stands in docs/pages.md.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from linter.pages import read_page
from linter.pages.details import details_of
from linter.pages.privacy import privacy_of

HERE = Path(__file__).with_name("invented")
ELSEWHERE = "https://www.site.example/service/seite-4"
"""An address that says nothing about the page."""


MENU = "".join(f'<li><a href="/thema-{n}">Bürgerservice und Leben {n}</a></li>' for n in range(80))
BANNER = (
    "<div class='cookie'><h4>Cookie-Einstellungen</h4><p>Wir verwenden Cookies. Ihre Einwilligung können Sie in der "
    "<a href='/ds'>Datenschutzerklärung</a> widerrufen. <a href='/impressum'>Impressum</a></p><button>Alle akzeptieren</button></div>"
)
FOOT = (
    "<footer><p>Stadt Auenau, Markt 1, 12345 Auenau, Tel. 01234 567-0, info@auenau.example</p><a href='/impressum'>Impressum</a> "
    "<a href='/ds'>Datenschutz</a> <a href='/kontakt'>Kontakt</a></footer>"
)
"""What stands around the text on the pages of any site."""


def _cases(what: str) -> list[dict[str, Any]]:
    return [
        case
        for path in sorted(HERE.glob(f"{what}_*.yaml"))
        for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def _read(case: dict[str, Any]) -> Any:
    kind = "text/html" if "</" in case["page"] else "text/plain"
    return read_page(
        case["page"].encode(),
        url=case.get("url", ELSEWHERE),
        content_type=f"{kind}; charset=utf-8",
    )


def _says(case: dict[str, Any]) -> dict[str, Any]:
    said = details_of(_read(case)).contract()
    said["email"] = [mail["normalised"] for mail in said["email"]]
    return said


@pytest.mark.parametrize("case", _cases("impressum"), ids=lambda case: case["case"])
def test_details_are_read(case: dict[str, Any]) -> None:
    said = _says(case)
    assert {name: said[name] for name in case["says"]} == case["says"]


@pytest.mark.parametrize("case", _cases("impressum"), ids=lambda case: case["case"])
def test_it_is_an_impressum(case: dict[str, Any]) -> None:
    assert _read(case).page_type == "impressum"


@pytest.mark.parametrize("case", _cases("notice"), ids=lambda case: case["case"])
def test_a_notice_says_who_is_responsible_and_where_to_complain(case: dict[str, Any]) -> None:
    page = _read(case)
    said = privacy_of(page).contract()
    assert page.page_type == "privacy"
    assert {name: said[name] for name in case["notice"]} == case["notice"]


@pytest.mark.parametrize("case", _cases("kind"), ids=lambda case: case["case"])
def test_a_page_is_of_its_kind(case: dict[str, Any]) -> None:
    assert _read(case).page_type == case["kind"]


@pytest.mark.parametrize(
    "case",
    [case for case in _cases("kind") if "</" in case["page"] and not case.get("alone")],
    ids=lambda case: case["case"],
)
def test_a_page_stays_of_its_kind_in_the_frame_of_a_site(case: dict[str, Any]) -> None:
    page = case["page"]
    start = re.match(r"\s*(<!doctype[^>]*>)?\s*(<html[^>]*>)?\s*(<head>.*?</head>|<title>.*?</title>)?\s*(<body[^>]*>)?", page, re.IGNORECASE | re.DOTALL)  # fmt: skip
    assert start
    framed = f"{page[: start.end()]}<ul>{MENU}</ul>{BANNER}{page[start.end() :]}"
    end = framed.lower().rfind("</body>")
    framed = f"{framed[:end]}{FOOT}{framed[end:]}" if end >= 0 else framed + FOOT
    assert _read({**case, "page": framed}).page_type == case["kind"]
