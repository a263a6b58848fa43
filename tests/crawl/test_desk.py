"""Pages read by processes beside the run's own: the same contents, and nobody is left behind."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from linter.crawl.desk import Desk, processes_of
from linter.crawl.observation import Observation
from linter.pages import read_page
from linter.pages.contents import contents, contents_of
from linter.platforms.profile import Unread

PAGES = sorted((Path(__file__).parents[2] / "fixtures" / "pages").glob("*.html"))
KINDS = ("impressum", "privacy", "netiquette")

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


def observation(path, kind=None):
    page = read_page(path.read_bytes(), url=f"https://www.stadt.example/{path.stem}")
    kinds = [kind] if kind else page.page_type.split("+")
    return Observation("a", Unread("unchanged"), pages=dict.fromkeys(kinds, page))


def read(desk, *seen):
    async def all_of_them():
        await asyncio.gather(*map(desk.read, seen))

    asyncio.run(all_of_them())


def children(pid):
    """The processes that a process has started and that still run."""
    return [
        int(entry.name)
        for entry in Path("/proc").iterdir()
        if entry.name.isdigit() and parent_of(entry) == pid
    ]


def parent_of(entry):
    try:
        stat = (entry / "stat").read_text()
    except OSError:
        return None
    state, parent = stat.rpartition(")")[2].split()[:2]
    return None if state == "Z" else int(parent)


def gone(pids, within=10.0):
    end = time.monotonic() + within
    while time.monotonic() < end:
        if not any(
            Path(f"/proc/{pid}").exists() and parent_of(Path(f"/proc/{pid}")) for pid in pids
        ):
            return True
        time.sleep(0.02)
    return False


def test_a_page_read_by_another_process_says_the_same():
    told = 0
    with Desk(2) as desk:
        for path in PAGES:
            seen = observation(path)
            read(desk, seen)
            for kind, page in seen.pages.items():
                if page.contents:
                    told += 1
                    assert page.contents[kind] == contents_of(page, kind), path.name
    assert told > len(PAGES) / 2


def test_what_is_read_by_a_process_is_not_read_again():
    seen = observation(PAGES[0], "netiquette")
    page = seen.pages["netiquette"]
    with Desk(2) as desk:
        read(desk, seen)
    known = page.contents["netiquette"]
    assert contents(page, "netiquette") is known
    assert page.tree._reading is None


def test_the_lines_come_along_and_are_not_made_again():
    told = 0
    with Desk(2) as desk:
        for path in PAGES:
            seen = observation(path, "netiquette")
            page = seen.pages["netiquette"]
            read(desk, seen)
            if page.lines is None:
                continue
            told += 1
            assert page.text_lines, path.name
            assert page.tree._reading is None, path.name
            assert rows(page.text_lines) == rows(page.tree.lines()), path.name
    assert told > len(PAGES) / 2


def rows(lines):
    return [[getattr(line, name) for name in line.__slots__] for line in lines]


def test_a_page_that_accounts_share_is_read_once():
    first = observation(PAGES[0], "netiquette")
    second = Observation("b", Unread("unchanged"), pages=dict(first.pages))
    with Desk(2) as desk:
        asked = []
        have_read = desk._have_read

        async def counted(pages):
            asked.extend(pages)
            await have_read(pages)

        desk._have_read = counted
        read(desk, first, second)
    assert len(asked) == 1
    assert "netiquette" in second.pages["netiquette"].contents


def test_without_processes_the_rules_read_for_themselves():
    seen = observation(PAGES[0], "netiquette")
    with Desk(0) as desk:
        assert not desk
        read(desk, seen)
    page = seen.pages["netiquette"]
    assert not page.contents
    assert contents(page, "netiquette").whole


def test_a_killed_process_costs_nothing_but_time():
    seen = observation(PAGES[0], "netiquette")
    with Desk(2) as desk:
        read(desk, observation(PAGES[1], "netiquette"))
        for pid in children(os.getpid()):
            if pid in desk._pool._processes:
                os.kill(pid, signal.SIGKILL)
        read(desk, seen)
        assert not desk
        read(desk, observation(PAGES[1], "netiquette"))
    assert contents(seen.pages["netiquette"], "netiquette").whole


LOADED = """
import sys
from linter.crawl.desk import Desk
with Desk(2, ready=sys.argv[1] == "ready"):
    print(*{"phonenumbers", "stdnum.de.vat", "linter.pages.privacy"}.intersection(sys.modules))
"""


@pytest.mark.parametrize(("ready", "loaded"), [("ready", 3), ("later", 0)])
def test_what_pages_need_is_loaded_once_before_there_are_processes(ready, loaded):
    told = subprocess.run(
        [sys.executable, "-c", LOADED, ready], capture_output=True, text=True, check=True
    )
    assert len(told.stdout.split()) == loaded


RUN = """
import sys, time
from linter.crawl.desk import Desk
with Desk(2):
    print("ready", flush=True)
    time.sleep(60)
"""


@pytest.mark.parametrize("blow", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_the_processes_end_with_the_run_however_it_ends(blow):
    run = subprocess.Popen(
        [sys.executable, "-c", RUN],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert run.stdout.readline() == "ready\n"
    end = time.monotonic() + 10
    while len(beside := children(run.pid)) < 2 and time.monotonic() < end:
        time.sleep(0.02)
    assert len(beside) == 2
    os.killpg(run.pid, blow) if blow == signal.SIGINT else os.kill(run.pid, blow)
    _, err = run.communicate(timeout=20)
    assert gone(beside)
    assert err.count("Traceback") == (1 if blow == signal.SIGINT else 0), err


def test_how_many_processes_there_are():
    cores = len(os.sched_getaffinity(0))
    assert processes_of(0) == (min(cores, 16) if cores > 1 else 0)
    assert processes_of(1) == 0
    assert processes_of(5) == 5
