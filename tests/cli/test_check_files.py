"""`amtlint check`: which files are linted, by which config, and which lines are shown."""

from __future__ import annotations

import json

import pytest

from tests.program import GOOD, amtlint

SELECT = ["--select", "REG,IMP101,DSE101"]


@pytest.fixture
def registry(tmp_path):
    (tmp_path / "r.yaml").write_text(GOOD, encoding="utf-8")
    return tmp_path


def test_the_config_is_found_above_the_path_and_names_the_registry(registry):
    (registry / ".amtlint.yaml").write_text("registry: [r.yaml]\nselect: [REG, IMP101]\n")
    below = registry / "sub" / "dir"
    below.mkdir(parents=True)
    done = amtlint("check", "--format", "json", cwd=below)
    report = json.loads(done.stdout)
    assert report["coverage"]["accounts"] == 1
    assert done.returncode == 0


def test_the_order_of_the_paths_does_not_decide_about_the_config(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        handle = f"Other_{name}"
        text = GOOD.replace("id: a", f"id: {name}").replace("handle: StadtX", f"handle: {handle}")
        (tmp_path / name / "r.yaml").write_text(text)
    (tmp_path / "one" / ".amtlint.yaml").write_text("ignore: [REG006]\n")

    def told(*paths: str) -> int:
        words = ("--select", "REG006", "--format", "concise")
        return amtlint("check", *paths, *words, cwd=tmp_path).stdout.count("REG006")

    (tmp_path / ".amtlint.yaml").write_text("lang: en\n")
    assert told("one", "two") == told("two", "one") == told(".") == 2


def test_files_under_different_configs_are_refused_rather_than_linted_without_any(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "r.yaml").write_text(GOOD)
    (tmp_path / "one" / ".amtlint.yaml").write_text("ignore: [REG006]\n")
    (tmp_path / "other.yaml").write_text("services: {}\n")
    done = amtlint("check", "two/r.yaml", "one/r.yaml", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "one/.amtlint.yaml, two/r.yaml (none)" in done.stderr
    (tmp_path / "two" / ".amtlint.yaml").write_text("lang: en\n")
    done = amtlint("check", "two/r.yaml", "one/r.yaml", cwd=tmp_path)
    assert "one/.amtlint.yaml, two/.amtlint.yaml" in done.stderr
    # a hook names every YAML file: those that are no registry have no say in it
    words = ("--skip-unmarked", *SELECT)
    done = amtlint("check", "other.yaml", "one/r.yaml", *words, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")


def test_what_is_piped_stands_for_the_file_of_which_it_is_another_state(registry):
    (registry / ".amtlint.yaml").write_text("registry: [r.yaml]\n")
    words = ("--format", "concise", "--select", "REG003,REG004")
    done = amtlint("check", "-", *words, stdin=GOOD.replace("Stadt X\n", "X\n"), cwd=registry)
    assert (done.returncode, done.stdout) == (0, "")
    # a draft that takes an id which is in use is no other state of anything
    draft = GOOD.replace("handle: StadtX", "handle: Other").replace("com/StadtX", "com/Other")
    done = amtlint("check", "-", *words, stdin=draft, cwd=registry)
    assert "REG003" in done.stdout


def test_a_file_that_lists_accounts_without_the_marker_is_not_passed_over_in_silence(registry):
    (registry / "second.yaml").write_text(GOOD.replace("registry: 1", "Registry: 1"))
    (registry / "compose.yaml").write_text("accounts:\n  - name: web\n")
    done = amtlint("check", ".", *SELECT, cwd=registry)
    assert done.stderr == (
        "amtlint: second.yaml lists accounts and was passed over: “registry: 1” is missing.\n"
    )


def test_formats_that_show_no_unknown_points_do_where_these_fail_the_run(registry):
    (registry / "r.yaml").write_text(
        GOOD.replace("    impressum: https://stadt-x.de/impressum\n", "")
    )
    words = ("check", "--select", "IMP101", "--format", "junit")
    assert "<skipped" not in amtlint(*words, cwd=registry).stdout
    done = amtlint(*words, "--fail-on-unknown", cwd=registry)
    assert (done.returncode, done.stdout.count("<skipped")) == (1, 1)


def test_the_lines_shown_are_those_of_the_file_that_is_named(tmp_path):
    _, _, accounts = GOOD.partition("accounts:\n")
    (tmp_path / "a.yaml").write_text(GOOD)
    second = accounts.replace("id: a", "id: b").replace("platform: x", "platform: instagram")
    (tmp_path / "b.yaml").write_text(f"registry: 1\nauthority: stadt-x\naccounts:\n{second}")
    done = amtlint("check", "a.yaml", "b.yaml", "--select", "DSE301", cwd=tmp_path)
    shown = [line for line in done.stdout.splitlines() if line.startswith("4 | ")]
    assert len(shown) == 2
    assert all("{id: stadt-x, names:" in line for line in shown)


def test_a_registry_that_is_not_there_yet_stops_no_commit_of_other_yaml_but_is_told(tmp_path):
    (tmp_path / ".amtlint.yaml").write_text("lang: en\nregistry:\n  - accounts\n")
    (tmp_path / "compose.yaml").write_text("services: {}\n")
    (tmp_path / "r.yaml").write_text(GOOD, encoding="utf-8")
    hook = ("check", "--skip-unmarked", "compose.yaml")
    done = amtlint(*hook, cwd=tmp_path)
    assert done.returncode == 0
    assert ".amtlint.yaml:3:5: " in done.stderr
    assert "There is no such part of the registry; it was missing from the run." in done.stderr
    assert amtlint(*hook, "r.yaml", cwd=tmp_path).returncode == 2
    (tmp_path / "accounts").mkdir()
    assert "There is no such part" not in amtlint(*hook, cwd=tmp_path).stderr
