"""Whole pages: every detail of an invented Impressum is read, and nothing of its neighbours."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from linter.pages import read_page
from linter.pages.details import details_of

FILES = (
    "authorities.yaml", "blocks.yaml", "boards.yaml", "editors.yaml", "further.yaml", "further_bodies.yaml", "hosts_and_names.yaml",
    "in_few_lines.yaml", "institutes.yaml", "layouts.yaml", "mixed.yaml", "public_bodies.yaml",
    "public_offices.yaml", "public_wordings.yaml", "small_providers.yaml", "strangers.yaml", "unseen.yaml", "ways_of_writing.yaml", "whose_it_is.yaml",
    "words.yaml",
)  # fmt: skip
CASES = [
    case
    for name in FILES
    for case in yaml.safe_load(Path(__file__).with_name(name).read_text(encoding="utf-8"))
]


def read(text: str) -> dict[str, Any]:
    kind = "text/html; charset=utf-8" if "</" in text else "text/markdown; charset=utf-8"
    return details_of(read_page(text.encode(), content_type=kind)).contract()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_page_says(case: dict[str, Any]) -> None:
    said = read(case["page"])
    said["email"] = [mail["normalised"] for mail in said["email"]]
    assert {name: said[name] for name in case["says"]} == case["says"]
