"""The example plug-in, built and installed for real beside amtlint's wheel."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
PLUGIN = PROJECT / "examples" / "plugin"

REGISTRY = """\
registry: 1
authority: acme
authorities:
  - {id: acme, names: [ACME], kind: agency}
accounts:
  - {id: acme-x, platform: x, handle: acme_amt, kind: authority, profile_name: ACME}
  - {id: acme-threads, platform: threads, handle: acme.amt, kind: authority, profile_name: Amt}
"""


class Installed:
    """A virtual environment with amtlint in it, and the folder its commands run in."""

    def __init__(self, home: Path, folder: Path) -> None:
        self.home = home
        self.folder = folder
        self.site = next(home.glob("lib/python*/site-packages"))

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        environment = {
            "PATH": os.environ["PATH"],
            "LC_ALL": "C.UTF-8",
            "HOME": str(self.home),
            "XDG_CACHE_HOME": str(self.home / "cache"),
        }
        return subprocess.run(
            [str(self.home / "bin" / "amtlint"), *words],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def bring(self, name: str, entry_points: str, module: str = "") -> None:
        """Put a distribution of a few lines into the environment."""
        info = self.site / f"{name.replace('-', '_')}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
        (info / "entry_points.txt").write_text(entry_points)
        if module:
            (self.site / f"{name.replace('-', '_')}.py").write_text(module)

    def drop(self, name: str) -> None:
        """Take such a distribution out again."""
        info = self.site / f"{name.replace('-', '_')}-1.0.dist-info"
        for path in info.iterdir():
            path.unlink()
        info.rmdir()


def installed(home: Path, folder: Path, *projects: Path) -> Installed:
    venv.create(home, with_pip=False, symlinks=True)
    place = Installed(home, folder)
    offline = ["--no-build-isolation"] if importlib.util.find_spec("hatchling") else []
    # click, PyYAML and regex come from the environment the tests run in, after the wheels' own
    (place.site / "outside.pth").write_text(sysconfig.get_path("purelib") + "\n")
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", str(home / "bin" / "python"), "install"]
        + ["--quiet", "--no-deps", "--no-input", "--disable-pip-version-check"]
        + offline
        + [str(project) for project in projects],
        check=True,
    )
    return place


@pytest.fixture(scope="module")
def with_plugin(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    folder = tmp_path_factory.mktemp("register")
    (folder / "accounts.yaml").write_text(REGISTRY, encoding="utf-8")
    return installed(tmp_path_factory.mktemp("venv"), folder, PROJECT, PLUGIN)


def test_its_rules_are_in_the_rulebook(with_plugin):
    done = with_plugin.run("rules", "--pack", "acme", "--format", "json")
    assert done.returncode == 0, done.stderr
    rules = json.loads(done.stdout)["rules"]
    assert [rule["code"] for rule in rules] == ["ACME001", "ACME002"]
    assert rules[0]["check"] == [{"acme.uniform": {"field": "handle"}}]
    assert len(rules[0]["examples"]) == 2


def test_its_check_finds_what_only_it_can_find(with_plugin):
    done = with_plugin.run("check", "accounts.yaml", "--format", "json")
    assert done.returncode == 1, done.stderr
    result = json.loads(done.stdout)
    found = [
        (f["code"], f["account"], f["line"]) for f in result["findings"] if f["outcome"] == "fail"
    ]
    assert ("ACME002", "acme-threads", 7) in found
    (uniform,) = [f for f in result["findings"] if f["code"] == "ACME001"]
    assert uniform["line"] == 7
    assert uniform["message"]["en"] == (
        "The handle is “acme.amt”; other accounts of the house use “acme_amt”."
    )
    assert result["tool"]["plugins"] == ["amtlint-acme 1.0"]


def packs_of_findings(done: subprocess.CompletedProcess[str]) -> set[str]:
    return {finding["code"][:3] for finding in json.loads(done.stdout)["findings"]}


@pytest.mark.parametrize(
    ("old", "new", "ours", "others"),
    [
        ("", "", True, True),
        ("acme,", "another-house,", False, True),
        ("authorities:", "packs: [acme]\nauthorities:", True, False),
        ("authorities:", "packs: [impressum]\nauthorities:", False, True),
    ],
    ids=["of its house", "of another house", "chosen alone", "not chosen"],
)
def test_its_pack_binds_its_house_beside_the_others_unless_packs_are_chosen(
    with_plugin, old, new, ours, others
):
    text = REGISTRY.replace(old, new, 1)
    if "another-house" in new:
        text = text.replace("authority: acme", "authority: another-house")
    (with_plugin.folder / "other.yaml").write_text(text, encoding="utf-8")
    found = packs_of_findings(with_plugin.run("check", "other.yaml", "--format", "json"))
    assert ("ACM" in found, "IMP" in found) == (ours, others)


def test_its_rules_are_explained_like_built_in_ones(with_plugin):
    done = with_plugin.run("explain", "handles-differ", "--lang", "de")
    assert done.stdout.startswith("ACME001 handles-differ [warning]\nUneinheitliche Handles\n")
    assert "Das Haus sollte überall unter demselben Namen" in " ".join(done.stdout.split())


def test_its_pack_is_in_order(with_plugin):
    done = with_plugin.run("rules", "check", str(PLUGIN / "amtlint_acme" / "acme"), "--lang", "en")
    assert (done.returncode, done.stdout) == (0, "In order: 2 rules, 5 examples.\n")


def test_the_installed_program_speaks_german(with_plugin):
    assert with_plugin.run("rules", "--help", "--lang", "de").stdout.startswith(
        "Aufruf: amtlint rules"
    )


def test_a_config_may_require_it(with_plugin):
    (with_plugin.folder / "needs.yaml").write_text("require-plugins: [amtlint-acme]\n")
    assert with_plugin.run("rules", "ACME", "--config", "needs.yaml").returncode == 0
    (with_plugin.folder / "needs.yaml").write_text("require-plugins: [amtlint-other]\n")
    done = with_plugin.run("check", "accounts.yaml", "--config", "needs.yaml")
    assert done.returncode == 2
    assert "amtlint-other" in done.stderr
    assert done.stderr.count("\n") == 1


def test_nothing_is_imported_from_the_working_directory(with_plugin):
    trap = with_plugin.folder / "amtlint_acme.py"
    trap.write_text("raise SystemExit('imported from the working directory')\n")
    try:
        done = with_plugin.run("rules", "ACME")
    finally:
        trap.unlink()
    assert done.returncode == 0
    assert "ACME001" in done.stdout


def test_a_plug_in_that_cannot_be_loaded_is_named_in_one_line(with_plugin):
    with_plugin.bring("amtlint-broken", "[amtlint.checks]\nbroken.x = amtlint_broken:missing\n", "")
    try:
        done = with_plugin.run("check", "accounts.yaml", "--lang", "en")
    finally:
        with_plugin.drop("amtlint-broken")
    assert done.returncode == 2
    assert "amtlint-broken" in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1


def test_beside_a_plug_in_that_cannot_be_loaded_a_pack_is_checked_all_the_same(
    with_plugin, tmp_path
):
    pack = tmp_path / "acme"
    shutil.copytree(PLUGIN / "amtlint_acme" / "acme", pack)
    rule = next(pack.glob("ACME001*"))
    rule.write_text(rule.read_text("utf-8").replace("severity: ", "severety: "), "utf-8")
    with_plugin.bring("amtlint-broken", "[amtlint.checks]\nbroken.x = amtlint_broken:missing\n", "")
    try:
        done = with_plugin.run("rules", "check", str(pack), "--lang", "en")
    finally:
        with_plugin.drop("amtlint-broken")
    assert done.returncode == 2
    assert "amtlint-broken" in done.stdout
    assert "severety" in done.stdout


def test_a_plug_in_that_cannot_be_loaded_keeps_no_audit_from_being_made(with_plugin):
    with_plugin.bring("amtlint-broken", "[amtlint.checks]\nbroken.x = amtlint_broken:missing\n", "")
    try:
        done = with_plugin.run("audit", "x:IM_NRW", "--offline", "--lang", "en")
    finally:
        with_plugin.drop("amtlint-broken")
    assert done.returncode == 2
    assert done.stdout.startswith("IM_NRW (X)")
    assert "amtlint-broken" in done.stderr
    assert done.stderr.count("\n") == 1


RAISING = """\
from dataclasses import dataclass
from linter.checks.base import check

@dataclass
class Nothing:
    pass

@check("raising.always", Nothing)
def always(subject, params):
    raise ValueError("no such luck")
    yield
"""


def test_a_check_that_raises_costs_its_own_rule_only(with_plugin):
    pack = with_plugin.folder / "raising"
    pack.mkdir()
    source = PLUGIN / "amtlint_acme" / "acme"
    text = (source / "ACME002-house-not-in-profile-name.yaml").read_text("utf-8")
    text = text.replace("ACME002", "RAISE001").replace("house-not-in-profile-name", "always-raises")
    text = text.replace(
        'matches: {fields: [profile_name], any: ["\\\\bACME\\\\b"]}', "raising.always: {}"
    )
    assert "raising.always" in text
    (pack / "RAISE001-always-raises.yaml").write_text(text, encoding="utf-8")
    (pack / "sources.yaml").write_text(
        (source / "sources.yaml").read_text("utf-8"), encoding="utf-8"
    )
    head = (source / "pack.yaml").read_text("utf-8").replace("id: acme", "id: raising")
    (pack / "pack.yaml").write_text(head, encoding="utf-8")
    (with_plugin.folder / "raising.yaml").write_text("pack-paths: [raising]\n")
    registry = REGISTRY.replace("packs: [acme]", "packs: [acme, raising]")
    (with_plugin.folder / "both.yaml").write_text(registry, encoding="utf-8")
    with_plugin.bring(
        "amtlint-raising", "[amtlint.checks]\nraising.always = amtlint_raising:always\n", RAISING
    )
    try:
        done = with_plugin.run(
            "check", "both.yaml", "--config", "raising.yaml", "--format", "concise"
        )
    finally:
        with_plugin.drop("amtlint-raising")
    assert done.returncode == 2
    assert "ACME002" in done.stdout
    for word in ("RAISE001", "raising.always", "acme-x", "ValueError: no such luck"):
        assert word in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


FORUM = """\
from linter.platforms.platform import Platform, after

PLATFORM = Platform(
    name="forum",
    title="Forum",
    grammar="[a-z]{3,20}",
    says={"de": "Das Forum erlaubt kleine Buchstaben.", "en": "The forum allows small letters."},
    domains=("forum.example",),
    profile=after("user"),
)
"""


@pytest.mark.parametrize(
    "words",
    [
        ("name", "presse", "--platform", "forum"),
        ("audit", "forum:presse", "--offline"),
        ("audit", "https://forum.example/user/presse", "--offline"),
    ],
)
def test_its_platform_is_known_to_every_command(with_plugin, words):
    with_plugin.bring(
        "amtlint-forum", "[amtlint.platforms]\nforum = amtlint_forum:PLATFORM\n", FORUM
    )
    try:
        done = with_plugin.run(*words, "--lang", "en")
    finally:
        with_plugin.drop("amtlint-forum")
    assert done.stderr == ""
    assert done.stdout.startswith("presse")
