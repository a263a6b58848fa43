"""`amtlint check` as a person meets it: exit codes, languages, config, stdin, outputs."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.program import GOOD, amtlint

SELECT = ["--select", "REG,IMP101,DSE101"]


@pytest.fixture
def registry(tmp_path):
    (tmp_path / "r.yaml").write_text(GOOD, encoding="utf-8")
    return tmp_path


def bad(registry):
    (registry / "r.yaml").write_text(GOOD.replace("id: a", "id: a\n    plattform: x"))
    return registry


def test_a_clean_registry_exits_0(registry):
    done = amtlint("check", *SELECT, cwd=registry)
    assert (done.returncode, done.stderr) == (0, "")
    assert "No open findings" in done.stdout


def test_open_findings_exit_1_and_the_same_in_every_format(registry):
    bad(registry)
    for form in ("full", "concise", "json", "sarif", "github", "gitlab", "junit", "markdown"):
        done = amtlint("check", *SELECT, "--format", form, cwd=registry)
        assert done.returncode == 1, form
        assert "REG002" in done.stdout, form


def test_fail_on_and_exit_zero_decide_the_exit_code(registry):
    (registry / "r.yaml").write_text(GOOD.replace("x.com/StadtX", "x.com/StadtY"))
    assert amtlint("check", "--select", "REG006", cwd=registry).returncode == 1
    assert (
        amtlint("check", "--select", "REG006", "--fail-on", "error", cwd=registry).returncode == 0
    )
    assert amtlint("check", "--select", "REG006", "--exit-zero", cwd=registry).returncode == 0


def test_a_registry_without_accounts_exits_3(tmp_path):
    (tmp_path / "r.yaml").write_text("registry: 1\naccounts: []\n")
    done = amtlint("check", cwd=tmp_path)
    assert done.returncode == 3
    assert "Nothing was checked" in done.stderr


def test_rules_that_all_need_the_web_are_no_check_of_a_registry(registry):
    done = amtlint("check", "--select", "IMP201,DSE205", cwd=registry)
    assert done.returncode == 3
    assert amtlint("check", "--select", "IMP201,REG006", cwd=registry).returncode != 3


def test_unknown_outcomes_fail_only_on_demand(registry):
    (registry / "r.yaml").write_text(
        GOOD.replace("    impressum: https://stadt-x.de/impressum\n", "")
    )
    assert amtlint("check", "--select", "IMP101", cwd=registry).returncode == 0
    done = amtlint("check", "--select", "IMP101", "--fail-on-unknown", cwd=registry)
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["check", "--select", "NRW999"], "No rule matches “NRW999”."),
        (["check", "--select", "NRW999"], "“amtlint rules NRW” lists the rules"),
        (["check", "--select", "NRW1O1"], "Did you mean “NRW101”?"),
        (["check", ""], "A path is empty"),
        (["check", "--format", "xml"], "There is no format “xml”"),
        (["check", "--output", "sarif"], "--output takes FORMAT=FILE"),
        (["check", "--as-of", "2026-13-01"], "2026-13-01"),
        (["check", "--pack", "impresum"], "There is no rule pack “impresum”. Did you mean"),
        (["check", "nowhere.yaml"], "nowhere.yaml: The file cannot be read"),
        (["chek"], "chek"),
        (["check", "--frobnicate"], "--frobnicate"),
    ],
)
def test_an_error_of_usage_is_one_line_and_exit_2(registry, words, expected):
    done = amtlint(*words, cwd=registry)
    assert done.returncode == 2
    assert expected in done.stderr
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


def test_a_file_that_cannot_be_read_does_not_hide_the_others(registry):
    done = amtlint("check", "nowhere.yaml", "r.yaml", *SELECT, cwd=bad(registry))
    assert done.returncode == 2
    assert "REG002" in done.stdout


def test_stdin_is_linted(registry):
    broken = GOOD.replace("id: a", "id: a\n    plattform: x")
    done = amtlint("check", "-", "--format", "concise", *SELECT, stdin=broken)
    assert done.returncode == 1
    assert done.stdout.startswith("<stdin>:7:5: REG002 [error]")
    done = amtlint("check", "-", *SELECT, stdin=GOOD)
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("words", "environ", "german"),
    [
        ([], {}, False),
        (["--lang", "de"], {}, True),
        ([], {"AMTLINT_LANG": "de"}, True),
        ([], {"LANG": "de_DE.UTF-8"}, True),
        (["--lang", "en"], {"LANG": "de_DE.UTF-8"}, False),
        ([], {"LC_ALL": "C.UTF-8", "LANG": "de_DE.UTF-8"}, False),
    ],
)
def test_the_language_comes_from_option_environment_or_locale(registry, words, environ, german):
    done = amtlint("check", *SELECT, *words, cwd=registry, **environ)
    assert ("Keine offenen Befunde" in done.stdout) is german


def test_the_language_can_stand_in_the_config(registry):
    (registry / ".amtlint.yaml").write_text("lang: de\n")
    assert "Keine offenen Befunde" in amtlint("check", *SELECT, cwd=registry).stdout


def test_what_the_call_names_is_asked_whatever_the_config_leaves_out(registry):
    (registry / ".amtlint.yaml").write_text("ignore: [REG006]\n")
    done = amtlint("check", "--select", "REG006", "--format", "json", cwd=registry)
    assert json.loads(done.stdout)["coverage"]["rules"] == 3
    done = amtlint(
        "check", "--select", "REG006", "--ignore", "REG006", "--format", "json", cwd=registry
    )
    assert json.loads(done.stdout)["coverage"]["rules"] == 2


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("selekt: [REG]\n", "1:1", "Did you mean “select”"),
        ("fail-on: fatal\n", "1:10", "error, warning, info"),
        ("registry: [r.yaml]\nseverity: {REG002: bad}\n", "2:20", "must be error, warning or info"),
        ("a: b: c\n", "1:5", ""),
        ("packs: [nowhere]\n", "1:8", "There is no rule pack “nowhere”"),
        ("pack-paths: [nowhere]\n", "", "There is no such folder."),
        ("require-plugins: [amtlint-nowhere]\n", "", "is not installed"),
        ("- a\n", "1:1", "A mapping is expected"),
    ],
)
def test_a_broken_config_is_one_line_with_its_place(registry, text, place, words):
    (registry / ".amtlint.yaml").write_text(text)
    done = amtlint("check", cwd=registry)
    assert done.returncode == 2
    assert words in done.stderr
    assert place in done.stderr
    assert done.stderr.count("\n") == 1


def test_several_outputs_come_from_one_run(registry):
    done = amtlint(
        "check",
        "--output",
        "json=out.json",
        "--output",
        "sarif=out.sarif",
        *SELECT,
        cwd=bad(registry),
    )
    assert "REG002" in done.stdout
    assert json.loads((registry / "out.json").read_text())["findings"][0]["code"] == "REG002"
    assert json.loads((registry / "out.sarif").read_text())["version"] == "2.1.0"
    assert sorted(p.name for p in registry.iterdir()) == ["out.json", "out.sarif", "r.yaml"]


def test_an_output_that_cannot_be_written_is_an_error_and_leaves_nothing(registry):
    done = amtlint("check", "--output", "json=nowhere/out.json", *SELECT, cwd=registry)
    assert done.returncode == 2
    assert "nowhere/out.json" in done.stderr


def test_the_output_is_the_same_on_every_run_and_hash_seed(registry):
    bad(registry)
    outputs = {
        amtlint("check", "--format", "json", cwd=registry, PYTHONHASHSEED=seed).stdout
        for seed in ("0", "1", "42")
    }
    assert len(outputs) == 1


def test_the_hook_passes_over_yaml_that_is_no_registry(registry):
    (registry / "other.yaml").write_text("a: b\n")
    named = amtlint("check", "other.yaml", cwd=registry)
    assert named.returncode == 1
    assert "REG002" in named.stdout
    passed = amtlint("check", "--skip-unmarked", "other.yaml", cwd=registry)
    assert passed.returncode == 0


def test_colours_are_for_terminals_only(registry):
    bad(registry)
    assert "\x1b[" not in amtlint("check", cwd=registry).stdout
    assert "\x1b[" in amtlint("check", "--color", "always", cwd=registry).stdout


def test_statistics_count_by_rule(registry):
    done = amtlint("check", "--statistics", "--select", "REG", cwd=bad(registry))
    assert any(line.split()[:2] == ["1", "REG002"] for line in done.stdout.splitlines())


def test_the_version_and_the_help_are_there():
    assert amtlint("--version").stdout.startswith("amtlint ")
    assert "Exit codes: 0 nothing open" in amtlint("check", "--help").stdout
    assert "Rückgabewert: 0 nichts offen" in amtlint("check", "--help", "--lang", "de").stdout


def test_the_hook_imports_nothing_it_does_not_need(registry):
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "linter", "check", *SELECT, str(registry)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.getcwd()},
    )
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    for module in ("httpx", "bs4", "jsonschema", "rich", "regex", "ssl", "asyncio", "socket"):
        assert module not in imported
    assert "importlib.metadata" not in imported
    assert "locale" not in imported  # gettext's, where click is asked for its own words


@pytest.mark.parametrize(("lang", "said"), [("de", "ist ein Ordner."), ("en", "is a directory.")])
def test_a_folder_is_no_config(tmp_path, registry, lang, said):
    done = amtlint("check", "--lang", lang, "--config", str(tmp_path), cwd=registry)
    assert done.returncode == 2
    assert said in done.stderr


def test_a_full_disk_is_told_and_is_no_traceback(registry):
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "linter", "check", *SELECT, str(registry)],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env={**os.environ, "PYTHONPATH": os.getcwd()},
        )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


NOBODY = "Not in force for any of the accounts"


def test_a_selection_that_is_meant_for_nobody_checks_nothing_and_says_so(registry):
    done = amtlint("check", "--select", "DO101,POL101", "r.yaml", cwd=registry)
    assert done.returncode == 3
    assert f"{NOBODY} (by pack, kind, platform or day): DO101, POL101." in done.stderr
    spoken = amtlint("check", "--lang", "de", "--select", "dortmund", "r.yaml", cwd=registry)
    assert "Für keinen der Accounts in Kraft" in spoken.stderr


def test_a_selector_beside_others_that_is_meant_for_nobody_is_told(registry):
    done = amtlint("check", "--select", "IMP101,DO101", "r.yaml", cwd=registry)
    assert done.returncode == 0
    assert f"{NOBODY} (by pack, kind, platform or day): DO101." in done.stderr
    own = amtlint("check", "--select", "REG002,DO101", "r.yaml", cwd=registry)
    assert (own.returncode, NOBODY in own.stderr) == (0, True)


def test_a_prefix_of_which_one_rule_is_in_force_is_not_told(registry):
    done = amtlint("check", "--select", "IMP1", "r.yaml", cwd=registry)
    assert NOBODY not in done.stderr


def test_a_selection_of_the_config_is_held_to_the_same_but_for_a_hooks_single_files(registry):
    (registry / ".amtlint.yaml").write_text("select: [dortmund]\n", encoding="utf-8")
    assert amtlint("check", "r.yaml", cwd=registry).returncode == 3
    assert amtlint("check", "--skip-unmarked", "r.yaml", cwd=registry).returncode == 0


def test_what_only_a_profile_could_tell_is_not_in_force_for_nobody(registry):
    done = amtlint("check", "--select", "IMP104", "r.yaml", cwd=registry)
    assert (done.returncode, NOBODY in done.stderr) == (3, False)


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of POSIX closes the stream")
@pytest.mark.parametrize("words", ["check r.yaml", "rules", "schema", "name x", "explain NRW101"])
def test_a_closed_output_is_one_line(registry, words):
    for lang, told in (("en", "standard output is closed"), ("de", "ist geschlossen")):
        line = f"exec {sys.executable} -m linter {words} --lang {lang} >&-"
        done = subprocess.run(
            ["sh", "-c", line],
            cwd=registry,
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PYTHONPATH": os.getcwd()},
        )
        assert done.returncode == 2
        assert len(done.stderr.splitlines()) == 1, done.stderr
        assert told in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="as above")
def test_closed_input_and_closed_errors_are_no_traceback(registry):
    for words, code in (("check - <&-", 1), ("check nowhere 2>&-", 2)):
        done = subprocess.run(
            ["sh", "-c", f"exec {sys.executable} -m linter {words}"],
            cwd=registry,
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "PYTHONPATH": os.getcwd()},
        )
        assert (done.returncode, "Traceback" in done.stdout + done.stderr) == (code, False)


def test_a_config_by_another_ending_is_told_once(registry):
    (registry / "sub").mkdir()
    (registry / ".amtlint.yml").write_text("ignore: [REG]\n", encoding="utf-8")
    for words in (("check", "../r.yaml", *SELECT), ("name", "x")):
        done = amtlint(*words, cwd=registry / "sub")
        assert done.stderr.count("is not read; the configuration is called .amtlint.yaml") == 1
    (registry / "sub" / ".amtlint.yaml").write_text("lang: de\n", encoding="utf-8")
    done = amtlint("check", "../r.yaml", *SELECT, cwd=registry / "sub")
    assert "amtlint.yml" not in done.stderr  # the config that counts is nearer


def test_a_language_that_is_none_of_ours_is_told(registry):
    for word, told in (("xx", True), ("fr_FR.UTF-8", True), ("de_DE", False), ("EN", False)):
        done = amtlint("check", "r.yaml", *SELECT, cwd=registry, AMTLINT_LANG=word)
        assert (done.returncode, "AMTLINT_LANG" in done.stderr) == (0, told), word
        assert ("Keine offenen Befunde" in done.stdout) == word.startswith("de")


def test_a_mistake_in_the_words_points_to_the_commands_own_help(registry):
    for words, path in (
        (["check", "--as-of"], "amtlint check"),
        (["baseline", "adopt", "--as-of"], "amtlint baseline adopt"),
    ):
        done = amtlint(*words, cwd=registry)
        assert done.returncode == 2
        assert done.stderr.rstrip().endswith(f"({path} --help)")
