"""The cache of compiled rules is a convenience: whatever is wrong with it, the run is the same."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from specimen import HEAD

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Desk


@pytest.fixture
def own_cache(desk: Desk) -> Path:
    """A cache of this test's own, filled by one run."""
    folder = desk.path / "cache"
    desk.env["XDG_CACHE_HOME"] = str(folder)
    desk.write("a.yaml", HEAD.replace("IM_NRW", "ReulNRW"))
    assert desk.check("--select", "NRW101", "a.yaml").code == 1
    (file,) = (folder / "amtlint").glob("*.json")
    return file


SPOILT = {
    "nothing": "",
    "no JSON": "{",
    "a list": "[]",
    "deep nesting": "[" * 100_000,
    "a number too long to read": "9" * 5_000,
    "NUL bytes": "\0" * 1_000,
}


@pytest.mark.parametrize("text", SPOILT.values(), ids=SPOILT)
def test_a_spoilt_cache_is_made_anew(desk: Desk, own_cache: Path, text: str) -> None:
    own_cache.write_text(text, encoding="utf-8")
    assert desk.check("--select", "NRW101", "a.yaml").code == 1
    assert json.loads(own_cache.read_text(encoding="utf-8"))["rules"]


@pytest.mark.parametrize("key", ["signature", "rules", "packs", "facts", "documents", "tree"])
def test_a_cache_that_lacks_a_part_is_made_anew(desk: Desk, own_cache: Path, key: str) -> None:
    """Such a one was left by an older version, or by a run that was cut off."""
    content = json.loads(own_cache.read_text(encoding="utf-8"))
    del content[key]
    own_cache.write_text(json.dumps(content), encoding="utf-8")
    assert desk.check("--select", "NRW101", "a.yaml").code == 1


def test_a_cache_folder_that_cannot_be_written_costs_time_only(desk: Desk) -> None:
    desk.write("a.yaml", HEAD.replace("IM_NRW", "ReulNRW"))
    for place in ("/dev/null", "/proc/nowhere", str(desk.path / "a.yaml"), "relative"):
        desk.env["XDG_CACHE_HOME"] = place
        assert desk.check("--select", "NRW101", "a.yaml").code == 1
