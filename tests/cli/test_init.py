"""`amtlint init`."""

from __future__ import annotations

import json
import resource
from pathlib import Path

import pytest
import yaml

from linter.cli.init import write_new
from linter.errors import LinterError

FILES = {"accounts.yaml", ".amtlint.yaml", ".pre-commit-config.yaml"}


def codes(amtlint, folder: str) -> list[str]:
    called = amtlint("check", folder, "--format", "json", "--as-of", "2026-11-25")
    return [finding["code"] for finding in json.loads(called.out)["findings"]]


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--authority", "im-nrw"),
        ("--authority", "stadt-neustadt", "--pack", "impressum", "--pack", "privacy"),
    ],
)
def test_what_it_writes_is_a_registry_without_reg_findings(amtlint, words, lang):
    called = amtlint("init", "register", *words, "--lang", lang)
    assert (called.code, called.err) == (0, "")
    assert {path.name for path in Path("register").iterdir()} == FILES
    checked = amtlint("check", "register", "--format", "json", "--as-of", "2026-11-25")
    result = json.loads(checked.out)
    assert result["coverage"]["accounts"] == 1
    assert [f for f in result["findings"] if f["code"].startswith(("REG", "SUP"))] == []


def test_a_ministry_that_the_packs_know_needs_no_entry_and_keeps_ressort_accounts(amtlint):
    amtlint("init", "--authority", "im-nrw")
    data = yaml.safe_load(Path("accounts.yaml").read_text("utf-8"))
    assert "authorities" not in data
    assert data["authority"] == "im-nrw"
    assert data["accounts"][0]["kind"] == "ressort"


def test_an_unknown_authority_is_set_up(amtlint):
    amtlint("init", "--authority", "stadt-neustadt")
    data = yaml.safe_load(Path("accounts.yaml").read_text("utf-8"))
    assert data["authorities"][0]["id"] == "stadt-neustadt"
    assert data["accounts"][0]["kind"] == "authority"


def test_the_packs_asked_for_are_named(amtlint):
    amtlint("init", "--pack", "registry")
    assert yaml.safe_load(Path("accounts.yaml").read_text("utf-8"))["packs"] == ["registry"]


def test_every_commented_line_is_valid_registry_too(amtlint):
    amtlint("init", "--lang", "de")
    path = Path("accounts.yaml")
    lines = [
        line.replace("# ", "", 1) if line.startswith(("    # ", "# packs:")) else line
        for line in path.read_text("utf-8").splitlines()
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert [code for code in codes(amtlint, "accounts.yaml") if code in ("REG001", "REG002")] == []


@pytest.mark.parametrize("name", ["accounts.yaml", ".amtlint.yaml"])
def test_what_is_there_is_never_overwritten(amtlint, name):
    Path(name).write_text("mine\n")
    called = amtlint("init", "--lang", "en")
    assert called.code == 2
    assert called.err == (
        f"amtlint: error: {name}: The file exists already; nothing was written. "
        "Name another folder: amtlint init DIR.\n"
    )
    assert [path.name for path in Path().iterdir()] == [name]
    assert Path(name).read_text() == "mine\n"


def test_a_dangling_link_is_something_that_is_there(amtlint):
    Path("accounts.yaml").symlink_to("nowhere")
    assert amtlint("init").code == 2


def test_an_existing_hook_is_kept_and_the_addition_printed(amtlint):
    Path(".pre-commit-config.yaml").write_text("repos: []\n")
    called = amtlint("init", "--lang", "en")
    assert called.code == 0
    assert "add to it:\n  - repo: local\n" in called.out
    assert Path(".pre-commit-config.yaml").read_text() == "repos: []\n"


def test_a_wrong_id_or_pack_is_refused_before_anything_is_written(amtlint):
    assert "is not an id" in amtlint("init", "--authority", "Stadt Neustadt", "--lang", "en").err
    assert (
        "There is no pack “impresum”" in amtlint("init", "--pack", "impresum", "--lang", "en").err
    )
    assert list(Path().iterdir()) == []


def test_a_folder_that_cannot_be_made_is_one_line(amtlint):
    Path("file").write_text("")
    called = amtlint("init", "file/below", "--lang", "en")
    assert called.code == 2
    assert called.err.count("\n") == 1


@pytest.mark.parametrize("slip", ["im-nw", "im-nwr", "im-nrww", "in-nrw", "stadt-dortmnd"])
def test_a_slip_in_a_known_id_founds_no_city(amtlint, slip):
    called = amtlint("init", "register", "--authority", slip)
    assert (called.code, Path("register").exists()) == (2, False)
    meant = "stadt-dortmund" if slip.startswith("stadt") else "-nrw?"
    assert "Did you mean" in called.err
    assert meant in called.err


@pytest.mark.parametrize("name", ["stadt-dortmund-nord", "stadt-dorsten", "stadt-bochum"])
def test_a_name_that_is_only_like_a_known_one_may_be_new(amtlint, name):
    assert amtlint("init", "register", "--authority", name).code == 0


def test_where_there_is_no_room_nothing_is_left_behind(tmp_path):
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10, hard))
    try:
        with pytest.raises(LinterError, match="cannot be written"):
            write_new({tmp_path / "accounts.yaml": "x" * 100})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert list(tmp_path.iterdir()) == []
