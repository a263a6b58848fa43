"""The cache of compiled rules is a convenience: whatever is wrong with it, the run is the same."""

from __future__ import annotations

import marshal
import zlib
from typing import TYPE_CHECKING, Any

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
    (file,) = (folder / "amtlint").glob("rules-*")
    return file


SPOILT = {
    "nothing": lambda _: b"",
    "one byte": lambda _: b"x",
    "cut off": lambda whole: whole[: len(whole) // 2],
    "cut off at the head": lambda whole: whole[:12],
    "a flipped bit in the words": lambda whole: (
        whole[:-5_000] + bytes([whole[-5_000] ^ 1]) + whole[-4_999:]
    ),
    "a flipped bit": lambda whole: whole[:5_000] + bytes([whole[5_000] ^ 1]) + whole[5_001:],
    "a false length": lambda whole: b"\xff" * 8 + whole[8:],
    "NUL bytes": lambda _: b"\0" * 1_000,
    "text": lambda _: b"{}" * 10_000,
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_a_spoilt_cache_is_made_anew(desk: Desk, own_cache: Path, spoil: Any) -> None:
    whole = own_cache.read_bytes()
    own_cache.write_bytes(spoil(whole))
    assert desk.check("--select", "NRW101", "a.yaml").code == 1
    made = own_cache.read_bytes()
    end = 24 + int.from_bytes(made[:8], "big")
    assert len(made) == end + int.from_bytes(made[8:16], "big")
    assert zlib.crc32(made[24:end]) == int.from_bytes(made[16:20], "big")
    assert zlib.crc32(made[end:]) == int.from_bytes(made[20:24], "big")
    assert marshal.loads(made[24:end])["rules"]


def test_a_cache_of_other_rules_is_not_believed(desk: Desk, own_cache: Path) -> None:
    """Such a one was left by an older version; it is whole, and says of what it was made."""
    whole = own_cache.read_bytes()
    end = 24 + int.from_bytes(whole[:8], "big")
    hot = marshal.loads(whole[24:end])
    hot["signature"] = hot["signature"].replace("rules", "others", 1)
    hot["rules"] = []
    first = marshal.dumps(hot)
    head = len(first).to_bytes(8, "big") + whole[8:16]
    head += zlib.crc32(first).to_bytes(4, "big") + whole[20:24]
    own_cache.write_bytes(head + first + whole[end:])
    assert desk.check("--select", "NRW101", "a.yaml").code == 1


def test_a_cache_folder_that_cannot_be_written_costs_time_only(desk: Desk) -> None:
    desk.write("a.yaml", HEAD.replace("IM_NRW", "ReulNRW"))
    for place in ("/dev/null", "/proc/nowhere", str(desk.path / "a.yaml"), "relative"):
        desk.env["XDG_CACHE_HOME"] = place
        assert desk.check("--select", "NRW101", "a.yaml").code == 1
