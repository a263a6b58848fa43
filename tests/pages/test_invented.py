"""Invented pages of many makes are read: their kind, their details, their notice.

The parts were written before the reading was changed with a view to them; what each scored then
stands in docs/pages.md.
"""

from __future__ import annotations

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
