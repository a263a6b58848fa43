"""A broken call or config is exit 2 and one line that says where and what to do."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from specimen import HEAD

if TYPE_CHECKING:
    from conftest import Desk

CONFIGS = {
    "an unknown key": ("ignroe: [governance]\n", "1:1"),
    "an unknown key further down": ("lang: de\nfail_on: error\n", "2:1"),
    "an unclosed list": ("ignore: [governance\n", None),
    "an unclosed quote": ("lang: 'de\n", "1:7"),
    "a tab": ("\tlang: de\n", None),
    "a duplicate key": ("lang: de\nlang: en\n", "2:1"),
    "a tag": ("lang: !!python/name:os.system x\n", "1:7"),
    "an alias without an anchor": ("lang: *x\n", "1:7"),
    "a list": ("- lang\n", "1:1"),
    "text": ("lang\n", "1:1"),
    "registry as text": ("registry: accounts\n", "1:11"),
    "registry as a mapping": ("registry: {a: b}\n", None),
    "a registry item that is a list": ("registry: [[a]]\n", "1:12"),
    "select as text": ("select: NRW101\n", "1:9"),
    "a selector that matches nothing": ("select: [NRX101]\n", "1:"),
    "an ignored selector that matches nothing": ("ignore: [gouvernance]\n", "1:"),
    "an unknown language": ("lang: fr\n", "1:7"),
    "an unknown level": ("fail-on: fatal\n", "1:10"),
    "severity as text": ("severity: error\n", "1:"),
    "a severity that is none": ("severity: {NRW101: fatal}\n", "1:20"),
    "a severity of no rule": ("severity: {NRX101: error}\n", "1:"),
    "a severity as a list": ("severity: {NRW101: [error]}\n", "1:"),
    "an unknown pack": ("packs: [nrw-handreichnug]\n", "1:"),
    "a pack folder that is not there": ("pack-paths: [nowhere]\n", "1:14"),
    "a file of authorities that is not there": ("authorities: [nowhere.yaml]\n", "1:15"),
    "a file of people that is not there": ("people: [nowhere.yaml]\n", "1:10"),
    "one of two files that is not there": ("lang: de\npeople:\n  - \n  - nowhere.yaml\n", "4:5"),
    "a baseline that is not there": ("baseline: nowhere.json\n", "1:11"),
    "a baseline that is a registry": ("baseline: a.yaml\n", "1:11"),
    "a plug-in that is not installed": ("require-plugins: [amtlint-nowhere]\n", "1:"),
    "two documents": ("lang: de\n---\nlang: en\n", "2:1"),
}


@pytest.mark.parametrize(("text", "place"), CONFIGS.values(), ids=CONFIGS)
def test_a_broken_config_is_exit_2_with_its_place(desk: Desk, text: str, place: str | None) -> None:
    desk.write("a.yaml", HEAD)
    desk.write(".amtlint.yaml", text)
    run = desk.check("a.yaml")
    assert run.code == 2, run.text
    assert len(run.complaints) == 1, run.text
    assert f".amtlint.yaml:{place}" in run.complaints[0] if place else run.complaints[0], run.text


EMPTY_CONFIGS = [
    "",
    "~\n",
    "# nothing yet\n",
    "registry:\n",
    "packs: ~\n",
    "baseline:\n",
    "severity:\n",
    "ignore:\n",
]


@pytest.mark.parametrize("text", EMPTY_CONFIGS)
def test_an_empty_config_or_key_is_none(desk: Desk, text: str) -> None:
    desk.write("a.yaml", HEAD)
    desk.write(".amtlint.yaml", text)
    assert desk.check("--select", "REG", "a.yaml").code == 0


@pytest.mark.parametrize("data", [b"lang: d\xe9\n", "lang: de\n".encode("utf-16"), b"lang: d\0e\n"])
def test_a_config_that_is_no_text_is_refused_in_one_line(desk: Desk, data: bytes) -> None:
    desk.write("a.yaml", HEAD)
    desk.write(".amtlint.yaml", data)
    run = desk.check("a.yaml")
    assert run.code == 2
    assert len(run.complaints) == 1, run.text
    assert ".amtlint.yaml:1:" in run.complaints[0]


@pytest.mark.parametrize("make", ["folder", "dangling", "loop", "fifo"])
def test_a_config_that_is_no_file_is_refused_in_one_line(desk: Desk, make: str) -> None:
    desk.write("a.yaml", HEAD)
    config = desk.path / ".amtlint.yaml"
    if make == "folder":
        config.mkdir()
    elif make == "fifo":
        os.mkfifo(config)
    else:
        config.symlink_to("nowhere" if make == "dangling" else config.name)
    run = desk.check("a.yaml")
    assert run.code == 2, run.text
    assert len(run.complaints) == 1, run.text
    assert ".amtlint.yaml" in run.complaints[0]


def test_a_named_config_that_is_not_there_is_exit_2(desk: Desk) -> None:
    desk.write("a.yaml", HEAD)
    run = desk.check("--config", "nowhere.yaml", "a.yaml")
    assert run.code == 2
    assert "nowhere.yaml" in run.err


def test_a_registry_in_the_config_that_is_not_there_is_exit_2(desk: Desk) -> None:
    desk.write(".amtlint.yaml", "registry: [nowhere]\n")
    run = desk.check()
    assert run.code == 2, run.text
    assert "nowhere" in run.err


def test_no_path_and_no_config_is_exit_2_and_says_what_to_name(desk: Desk) -> None:
    run = desk.check()
    assert run.code in (2, 3), run.text
    assert run.err.strip()


BASELINES = {
    "no JSON": ("{", "1:"),
    "a list": ("[]", None),
    "another version": ('{"version": 99, "entries": []}', None),
    "nothing": ("", None),
    "entries of the wrong type": ('{"version": 1, "entries": [1]}', None),
    "deep nesting": ("[" * 100_000, None),
    "a number too long to read": ('{"version": ' + "9" * 5000 + "}", None),
}


@pytest.mark.parametrize(("text", "place"), BASELINES.values(), ids=BASELINES)
def test_a_broken_baseline_is_exit_2_and_hides_nothing(
    desk: Desk, text: str, place: str | None
) -> None:
    desk.write("a.yaml", HEAD)
    desk.write(".amtlint.yaml", "lang: en\n")
    desk.write(".amtlint-baseline.json", text)
    run = desk.check("a.yaml")
    assert run.code == 2, run.text
    assert len(run.complaints) == 1, run.text
    assert f".amtlint-baseline.json:{place}" in run.complaints[0] if place else run.complaints[0], (
        run.text
    )


OPTIONS = {
    "an unknown option": (["--slect", "NRW101"], "--select"),
    "an option without its value": (["--select"], "--select"),
    "a selector that matches nothing": (["--select", "NRW999"], "NRW999"),
    "a misspelt name": (["--select", "person-name-in-handel"], "person-name-in-handle"),
    "a date that is none": (["--as-of", "2026-02-30"], "2026-02-30"),
    "a date in German": (["--as-of", "1.1.2026"], "1.1.2026"),
    "an unknown format": (["--format", "yaml"], "yaml"),
    "an unknown language": (["--lang", "fr"], "fr"),
    "an unknown level": (["--fail-on", "fatal"], "fatal"),
    "an output without a file": (["--output", "json"], "json"),
    "an output of an unknown format": (["--output", "yaml=x"], "yaml"),
    "a baseline that is not there": (["--baseline", "nowhere.json"], "nowhere.json"),
}


@pytest.mark.parametrize(("options", "word"), OPTIONS.values(), ids=OPTIONS)
def test_a_wrong_option_is_exit_2_and_named(desk: Desk, options: list[str], word: str) -> None:
    desk.write("a.yaml", HEAD)
    run = desk.run("check", "a.yaml", *options)
    assert run.code == 2, run.text
    assert word in run.err
    assert run.out == ""


def test_an_output_into_a_folder_that_is_not_there_is_exit_2(desk: Desk) -> None:
    desk.write("a.yaml", HEAD)
    run = desk.check("a.yaml", "--output", "json=nowhere/x.json")
    assert run.code == 2, run.text
    assert len(run.complaints) == 1
    assert "nowhere" in run.complaints[0]


@pytest.mark.parametrize(
    "arguments", [["chek"], ["--version", "--nope"], ["rules", "chek"], ["baseline", "adpot"]]
)
def test_an_unknown_command_is_exit_2(desk: Desk, arguments: list[str]) -> None:
    run = desk.run(*arguments)
    assert run.code in (0, 2) if arguments[0] == "--version" else run.code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["explain", "NRX101"],
        ["explain", "\x1b[31m"],
        ["waive", "NRW101"],
        ["baseline", "show", "nowhere.yaml"],
    ],
)
def test_other_commands_fail_as_tidily(desk: Desk, arguments: list[str]) -> None:
    run = desk.run(*arguments)
    assert run.code == 2, run.text
    assert run.err.strip()
    assert "\x1b" not in run.text
