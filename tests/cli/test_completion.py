"""Shell completion, as the shells ask for it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest


def answered(words: str, *, shell: str = "bash", locale: str = "C.UTF-8") -> str:
    line = f"amtlint {words}"
    environment = {
        **os.environ,
        "_AMTLINT_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(line.split(" ")) - 1),
        "LC_ALL": locale,
    }
    done = subprocess.run(
        [sys.executable, "-m", "linter"],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    return done.stdout


def complete(words: str) -> list[str]:
    return [line.partition(",")[2] for line in answered(words).splitlines()]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_gets_a_script_that_asks_the_program(amtlint, shell):
    called = amtlint("completion", shell)
    assert called.code == 0
    assert f"_AMTLINT_COMPLETE={shell}_complete" in called.out


def test_bash_accepts_the_script(amtlint, tmp_path):
    script = tmp_path / "amtlint.bash"
    script.write_text(amtlint("completion", "bash").out)
    assert subprocess.run(["bash", "-n", str(script)], check=False).returncode == 0


def test_an_unknown_shell_is_an_error(amtlint):
    assert amtlint("completion", "tcsh").code == 2


def test_codes_are_completed():
    assert complete("explain REG00")[:2] == ["REG001", "REG002"]


def test_names_are_completed_where_small_letters_are_typed():
    assert complete("explain waiver-exp") == ["waiver-expired"]


def test_only_the_last_of_several_codes_is_completed():
    assert complete("rules SUP001,REG001,SUP00")[0] == "SUP001,REG001,SUP001"


def test_packs_are_completed():
    assert complete("rules --pack reg") == ["registry"]


def test_commands_are_completed():
    assert complete("comp") == ["completion"]


def test_shells_that_show_titles_get_them_in_the_readers_language():
    assert "Ausnahme abgelaufen" in answered("explain SUP003", shell="zsh", locale="de_DE.UTF-8")
    assert "Waiver expired" in answered("explain SUP003", shell="zsh", locale="en_US.UTF-8")


def test_formats_and_packs_are_completed():
    assert complete("check --format ju") == ["junit"]
    assert complete("check --pack dor") == ["dortmund"]


@pytest.mark.parametrize("command", ["check", "baseline adopt", "waive NRW106"])
def test_names_of_files_are_left_to_the_shell(command):
    assert answered(f"{command} acc") == "file,acc\n"
