"""A crawl that is killed in the middle goes on, and its evidence is that of an undisturbed one."""

from __future__ import annotations

import asyncio
import gzip
import signal
import subprocess
import sys
import textwrap
import time
from hashlib import sha256
from json import loads
from typing import TYPE_CHECKING

import pytest

from linter.crawl.replay import Recorded
from linter.crawl.run import Crawl, lint_web
from linter.crawl.warc import payload
from linter.report import json
from linter.report.options import Options
from tests.crawl.test_replay_small_web import ROOT, build

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = textwrap.dedent(
    """
    import sys
    sys.path[:0] = sys.argv[1:3]
    import build
    from linter.crawl.run import Crawl, lint_web
    from serve import Served
    folder, ca_file, *resolve = sys.argv[3:]
    network = build.network(Served(tuple(resolve), ca_file))
    lint_web(
        build.options(),
        Crawl(network, folder, history=folder + "/../nights.sqlite", now=lambda: build.NIGHT),
    )
    """
)


OK = 200
AGAIN = 24
"""Pages that were on their way, or not yet in the history, when the run was killed; of 40 and more, all were once."""


def found(result):
    """The findings, without the evidence (whose places in the files differ)."""
    said = json.render(result, Options(version="0"))
    return [line for line in said.splitlines() if '"offset"' not in line and '"file"' not in line]


def lines(folder: Path) -> int:
    return sum(path.read_bytes().count(b"\n") for path in folder.glob("*.jsonl"))


def kill_in_the_middle(command: list[str], folder: Path, after: int) -> None:
    with subprocess.Popen(command) as process:
        end = time.monotonic() + 30
        while lines(folder) < after and process.poll() is None and time.monotonic() < end:
            time.sleep(0.002)
        process.kill()
    assert process.returncode == -signal.SIGKILL


async def kill_and_resume(folder: Path, work: Path, after: int, resumed: Path) -> None:
    async with build.served(build.web(), work, build.STAMP) as place:
        command = [sys.executable, "-c", PROGRAM, str(ROOT), str(build.HERE)]
        further = [place.ca_file, *place.resolve]
        await asyncio.to_thread(
            kill_in_the_middle, [*command, str(folder), *further], folder, after
        )
        assert not Recorded(str(folder)).complete
        await asyncio.to_thread(subprocess.run, [*command, str(resumed), *further], check=True)


def stands(entry: dict, folder: Path) -> bool:
    """Whether the page that a finding names lies where it says."""
    data = payload(folder / entry["warc"]["file"], entry["warc"]["offset"])
    if data[:2] == b"\x1f\x8b":
        data = gzip.decompress(data)
    return sha256(data).hexdigest() == entry["sha256"]


@pytest.mark.parametrize("elsewhere", [False, True])
def test_the_evidence_of_a_killed_night_replays_like_an_undisturbed_one(tmp_path, elsewhere):
    folder = tmp_path / "night"
    whole = tmp_path / "morning" if elsewhere else folder
    asyncio.run(kill_and_resume(folder, tmp_path, 40, whole))
    assert len(list(whole.glob("*.night.json"))) == 1
    assert len(list(whole.glob("*.warc.gz"))) == (1 if elsewhere else 2)
    assert Recorded(str(whole)).complete
    resumed = lint_web(build.options(), Crawl(replay=str(whole)))
    undisturbed = lint_web(build.options(), Crawl(replay=str(build.HERE / "night")))
    assert found(resumed) == found(undisturbed)
    told = [entry for one in resumed.findings for entry in one.evidence if entry["status"] == OK]
    assert told
    assert all(stands(entry, whole) for entry in told)
    (index,) = whole.glob("*.jsonl")
    (before,) = (build.HERE / "night").glob("*.jsonl")
    lines = index.read_bytes().splitlines()
    assert len(set(lines)) == len(lines)
    assert len(lines) <= before.read_bytes().count(b"\n") + AGAIN
    (night,) = whole.glob("*.night.json")
    assert loads(night.read_bytes())["captures"] == len(lines)
