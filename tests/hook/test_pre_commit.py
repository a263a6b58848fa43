"""The hooks of `.pre-commit-hooks.yaml`, run by the real pre-commit in real repositories."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]

GOOD = """\
registry: 1
authority: im-nrw
accounts:
  - id: im-nrw-x
    platform: x
    handle: IM_NRW
    kind: ressort
"""
BAD = (
    GOOD
    + """\
  - id: im-nrw-minister
    platform: x
    handle: Innenminister_Reul
    kind: ressort
"""
)
CONFIG = "registry: [accounts]\nignore: [governance]\n"
OTHER_YAML = "services: {web: {image: nginx}}\n"


class Repository:
    """A git repository in a folder, with pre-commit at hand."""

    def __init__(self, path: Path, home: Path) -> None:
        self.path = path
        path.mkdir(parents=True, exist_ok=True)
        # a git hook that runs these tests exports GIT_DIR and the like, which would hit its own repository
        kept = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        self.env = kept | {
            "PRE_COMMIT_HOME": str(home),
            "PRE_COMMIT_COLOR": "never",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "LC_ALL": "C.UTF-8",
            "AMTLINT_LANG": "en",
        }
        for role in ("AUTHOR", "COMMITTER"):
            self.env |= {f"GIT_{role}_NAME": "Test", f"GIT_{role}_EMAIL": "test@example.org"}

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=self.path, env=self.env, text=True, capture_output=True, check=False
        )

    def git(self, *arguments: str) -> str:
        done = self.run("git", *arguments)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout.strip()

    def pre_commit(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.run(sys.executable, "-m", "pre_commit", *arguments)

    def write(self, name: str, text: str) -> None:
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def commit(self, message: str) -> subprocess.CompletedProcess[str]:
        self.git("add", "--all")
        return self.run("git", "commit", "--message", message)

    @property
    def commits(self) -> int:
        return len(self.run("git", "log", "--format=%h").stdout.split())


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("pre-commit-home")


@pytest.fixture(scope="session")
def linter_repository(tmp_path_factory: pytest.TempPathFactory, home: Path) -> Repository:
    """The working tree as it stands, committed into a repository of its own."""
    repository = Repository(tmp_path_factory.mktemp("amtlint"), home)
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=PROJECT,
        capture_output=True,
        check=True,
    ).stdout
    for name in listed.decode().split("\0"):
        source = PROJECT / name
        if name and source.is_file():
            target = repository.path / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)
    repository.git("init", "--quiet", "--initial-branch=main")
    assert repository.commit("amtlint").returncode == 0
    return repository


@pytest.fixture
def consumer(tmp_path: Path, home: Path, linter_repository: Repository) -> Repository:
    """A ministry's repository that uses the hook for changed files."""
    repository = Repository(tmp_path / "ministry", home)
    repository.git("init", "--quiet", "--initial-branch=main")
    use(repository, linter_repository, "amtlint")
    repository.write(".amtlint.yaml", CONFIG)
    return repository


def use(repository: Repository, linter: Repository, hook: str) -> None:
    """Write the consumer's `.pre-commit-config.yaml` and install the git hook."""
    revision = linter.git("rev-parse", "HEAD")
    repository.write(
        ".pre-commit-config.yaml",
        f"repos:\n  - repo: {linter.path}\n    rev: {revision}\n    hooks: [{{id: {hook}}}]\n",
    )
    done = repository.pre_commit("install")
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_good_commit_passes(consumer: Repository) -> None:
    consumer.write("accounts/innen.yaml", GOOD)
    done = consumer.commit("add the ministry's account")
    assert done.returncode == 0, done.stdout + done.stderr
    assert consumer.commits == 1


def test_a_bad_commit_is_refused_with_the_findings_text(consumer: Repository) -> None:
    consumer.write("accounts/innen.yaml", BAD)
    done = consumer.commit("add the minister")
    output = done.stdout + done.stderr
    assert done.returncode != 0
    assert consumer.commits == 0
    assert "accounts/innen.yaml:10:13" in output
    assert "NRW101" in output
    assert "NRW102" in output
    assert "Reul" in output


def test_yaml_that_is_no_registry_does_not_hold_up_a_commit(consumer: Repository) -> None:
    consumer.write("compose.yaml", OTHER_YAML)
    done = consumer.commit("add the compose file")
    assert done.returncode == 0, done.stdout + done.stderr
    assert consumer.commits == 1


def test_other_yaml_beside_a_bad_registry_does_not_let_it_through(consumer: Repository) -> None:
    consumer.write("compose.yaml", OTHER_YAML)
    consumer.write("accounts/innen.yaml", BAD)
    assert consumer.commit("add both").returncode != 0
    assert consumer.commits == 0


def test_a_twin_in_an_unchanged_file_is_seen(consumer: Repository) -> None:
    consumer.write("accounts/innen.yaml", GOOD)
    assert consumer.commit("first").returncode == 0
    consumer.write("accounts/twin.yaml", GOOD)
    done = consumer.commit("the same account once more")
    assert done.returncode != 0
    assert "REG003" in done.stdout + done.stderr
    assert "accounts/twin.yaml:4" in done.stdout + done.stderr


def test_the_hook_works_from_a_clean_clone(consumer: Repository, tmp_path: Path) -> None:
    consumer.write("accounts/innen.yaml", GOOD)
    assert consumer.commit("good").returncode == 0
    clone = Repository(tmp_path / "clone", Path(consumer.env["PRE_COMMIT_HOME"]))
    clone.git("clone", "--quiet", str(consumer.path), ".")
    assert clone.pre_commit("install").returncode == 0
    everything = clone.pre_commit("run", "--all-files")
    assert everything.returncode == 0, everything.stdout + everything.stderr
    clone.write("accounts/innen.yaml", BAD)
    assert clone.commit("bad").returncode != 0
    assert clone.commits == 1


def test_the_whole_registry_hook_reports_files_that_did_not_change(
    consumer: Repository, linter_repository: Repository
) -> None:
    consumer.write("accounts/innen.yaml", BAD)
    consumer.git("add", "--all")
    consumer.git("commit", "--no-verify", "--message", "past the hook")
    use(consumer, linter_repository, "amtlint-registry")
    consumer.write("accounts/finanzen.yaml", GOOD.replace("im-nrw", "fm-nrw").replace("IM_", "FM_"))
    done = consumer.commit("a good account beside")
    assert done.returncode != 0
    assert "accounts/innen.yaml:10:13" in done.stdout + done.stderr


def test_a_deleted_file_that_others_need_is_missed_by_the_whole_registry_hook(
    consumer: Repository, linter_repository: Repository
) -> None:
    use(consumer, linter_repository, "amtlint-registry")
    house = "authorities:\n  - {id: stadt-a, names: [Stadt A], kind: city, jurisdiction: hessen}\n"
    consumer.write(".amtlint.yaml", CONFIG + "select: [REG007]\n")
    consumer.write("accounts/house.yaml", f"registry: 1\nauthority: stadt-a\n{house}accounts: []\n")
    consumer.write("accounts/all.yaml", GOOD.replace("authority: im-nrw", "authority: stadt-a"))
    first = consumer.commit("the house and its account")
    assert first.returncode == 0, first.stdout + first.stderr
    (consumer.path / "accounts" / "house.yaml").unlink()
    done = consumer.commit("the house is gone")
    assert done.returncode != 0
    assert "REG007" in done.stdout + done.stderr
