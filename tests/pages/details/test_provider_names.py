"""The provider's name: which of the lines, labels and sentences of an Impressum holds it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from linter.pages import read_page
from linter.pages.details import details_of

TABLE = yaml.safe_load(Path(__file__).with_name("provider_names.yaml").read_text(encoding="utf-8"))


def provider(page: str) -> str | None:
    kind = "text/html; charset=utf-8" if "</" in page else "text/markdown; charset=utf-8"
    name = details_of(read_page(page.encode(), content_type=kind)).provider_name
    return name.value if name else None


@pytest.mark.parametrize("layout", TABLE["layouts"])
def test_every_body_is_named_in_every_layout(layout: str) -> None:
    bodies = [body for line in TABLE["bodies"] for body in line.split("; ")]
    assert {body: provider(layout.replace("NAME", body)) for body in bodies} == {
        body: body for body in bodies
    }


@pytest.mark.parametrize("case", TABLE["pages"], ids=lambda case: case["case"])
def test_name_among_other_lines(case: dict[str, str | None]) -> None:
    assert provider(str(case["page"])) == case["name"]
