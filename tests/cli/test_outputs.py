"""What a command writes is neither what it reads nor written twice; else nothing runs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

REGISTRY = """\
registry: 1
authority: im-nrw
accounts:
  - {id: a, platform: facebook, handle: InnenministerNRW, kind: ressort}
"""
SELECT = ("--select", "NRW102")
ROOT = Path(__file__).parents[2]


@pytest.fixture
def here(amtlint):
    """The folder that the program is called in, with everything that a call may read."""
    Path("accounts").mkdir()
    Path("accounts/r.yaml").write_text(REGISTRY)
    Path("people.yaml").write_text("people: []\n")
    Path(".amtlint.yaml").write_text("registry: [accounts]\npeople: [people.yaml]\n")
    Path("page.html").write_text("<title>x</title>")
    Path("link").symlink_to("accounts/r.yaml")
    assert amtlint("baseline", "--select", "NRW101").code == 0
    return Path.cwd()


READ = [
    "accounts/r.yaml",
    "./accounts/../link",
    ".amtlint.yaml",
    "people.yaml",
    ".amtlint-baseline.json",
]


@pytest.mark.parametrize("file", READ)
@pytest.mark.parametrize("paths", [(), ("accounts",), ("accounts/r.yaml",)])
def test_an_output_in_place_of_an_input_is_refused(amtlint, here, file, paths):
    before = (here / file).read_bytes()
    done = amtlint("check", *paths, *SELECT, "--output", "sarif=new", "--output", f"json={file}")
    assert (done.code, done.out) == (2, "")
    assert f"{file}: This file is read by the call" in done.err
    assert (here / file).read_bytes() == before
    assert not (here / "new").exists()


@pytest.mark.parametrize("second", ["x.out", "./x.out", "accounts/../x.out"])
def test_one_file_for_two_outputs_is_refused(amtlint, here, second):
    done = amtlint("check", *SELECT, "--output", "json=x.out", "--output", f"sarif={second}")
    assert done.code == 2
    assert "written twice" in done.err
    assert not (here / "x.out").exists()


def test_an_output_of_the_day_before_is_replaced_and_devices_may_be_named_twice(amtlint, here):
    for _ in range(2):
        null = ("--output", "sarif=/dev/null", "--output", "json=/dev/null")
        assert amtlint("check", *SELECT, "--output", "json=accounts/out.json", *null).code == 1
    assert json.loads((here / "accounts/out.json").read_text())["version"] == 1


def test_a_hyphen_is_standard_output(amtlint, here):
    done = amtlint("check", *SELECT, "--format", "concise", "--output", "json=-")
    assert done.out.splitlines()[0].startswith("accounts/r.yaml:4:")
    assert json.loads(done.out.partition("\n")[2])["version"] == 1
    assert not (here / "-").exists()


@pytest.mark.parametrize("file", ["draft.yaml", "page.html", "accounts/r.yaml"])
def test_an_audit_writes_over_neither_draft_nor_page(amtlint, here, file):
    (here / "draft.yaml").write_text(REGISTRY)
    before = (here / file).read_bytes()
    done = amtlint(
        "audit", "draft.yaml", "--offline", "--html", "page.html", "--output", f"html={file}"
    )
    assert done.code == 2
    assert "read by the call" in done.err
    assert (here / file).read_bytes() == before


def test_a_crawl_writes_over_no_evidence_nor_twice_into_its_history(amtlint, here):
    night = here / "night" / "20261125T220000Z.night.json"
    night.parent.mkdir()
    night.write_text("{}")
    done = amtlint("crawl", "--replay", "night", "--output", f"json={night}")
    assert (done.code, "read by the call" in done.err, night.read_text()) == (2, True, "{}")
    done = amtlint("crawl", "--history", "n.db", "--output", "json=n.db")
    assert (done.code, "written twice" in done.err) == (2, True)
    assert not (here / "n.db").exists()


def test_an_output_that_cannot_be_written_keeps_no_other_back(amtlint, here):
    (here / "folder").mkdir()
    words = [f"--output=json={name}" for name in ("none/a.json", "folder", "b.json", "no/c.json")]
    done = amtlint("check", *SELECT, "--format", "concise", *words)
    assert done.code == 2
    assert done.out.startswith("accounts/r.yaml:4:")
    for name in ("none/a.json", "folder", "no/c.json"):
        assert f"amtlint: error: {name}: The file cannot be written" in done.err
    assert json.loads((here / "b.json").read_text())["version"] == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full device is Linux")
def test_a_full_disk_under_standard_output_keeps_no_file_back(here):
    words = ["check", *SELECT, "--format", "json", "--output", "json=b.json"]
    for number in range(40):  # more than what waits in memory for the end
        words += ["--output", f"sarif={number}.sarif", "--output", "json=-"]
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "linter", *words],
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": str(ROOT), "AMTLINT_LANG": "en"},
            check=False,
        )
    assert done.returncode == 2
    assert b"The output cannot be written (No space left on device)" in done.stderr
    assert (here / "b.json").exists()
    assert (here / "39.sarif").exists()
