"""The page on the architecture names what there is, and all that lies at the top of the package."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

REPO = Path(__file__).parents[2]
PAGE = (REPO / "docs" / "architecture.md").read_text(encoding="utf-8")
MODULES = [path.relative_to(REPO).as_posix() for path in (REPO / "linter").rglob("*.py")]
NAMED = sorted(set(re.findall(r"`([a-z_][a-z_/]*(?:\.py|/))`", PAGE)))
FOLDERS = {f"{parent.as_posix()}/" for module in MODULES for parent in Path(module).parents}


@pytest.mark.parametrize("name", NAMED)
def test_what_the_page_names_exists(name):
    there = [path for path in (*MODULES, *FOLDERS) if f"/{path}".endswith(f"/{name}")]
    assert there or (REPO / name).exists()


def test_every_module_at_the_top_of_the_package_is_named():
    top = {path.name for path in (REPO / "linter").glob("[!_]*.py")}
    named = {name.removeprefix("linter/") for name in NAMED}
    assert top <= named
