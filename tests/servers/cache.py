"""Where foreign servers are kept, and packages of Debian and npm brought there, never installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

VARIABLE = "AMTLINT_TEST_SERVERS"
PACKAGES = "Created-By: Packages"
SECONDS = 1800


class MissingError(Exception):
    """A server cannot be had here; its text is the reason."""


def folder(name: str) -> Path:
    """The folder of a server, whether it is there or not."""
    root = os.environ.get(VARIABLE) or Path(
        os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache", "amtlint-servers"
    )
    return Path(root).absolute() / name


def installed(name: str) -> bool:
    """Whether a server was installed to its end."""
    return (folder(name) / "ready").is_file()


def begin(name: str) -> Path:
    """An empty folder for a server."""
    place = folder(name)
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    return place


def finish(name: str) -> None:
    """Note that all is there."""
    (folder(name) / "ready").touch()


def run(*words: str | Path, at: Path, log: Path | None = None, **env: str) -> str:
    """Run a command to its end; what it says, or why it failed."""
    try:
        done = subprocess.run(
            [str(word) for word in words],
            cwd=at,
            env=os.environ | env,
            capture_output=True,
            text=True,
            check=False,
            timeout=SECONDS,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise MissingError(f"{words[0]}: {error}") from error
    if log is not None:
        log.write_text(done.stdout + done.stderr)
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines() or ["no reason given"]
        raise MissingError(f"{words[0]} failed: {said[-1]}")
    return done.stdout


def release() -> str:
    """The code name of this Debian."""
    path = Path("/etc/os-release")
    lines = path.read_text().splitlines() if path.is_file() else []
    return next(
        (
            line.partition("=")[2].strip('"')
            for line in lines
            if line.startswith("VERSION_CODENAME")
        ),
        "",
    )


def debian(place: Path, *packages: str, suite: str = "") -> Path:
    """Fetch packages of this Debian (or of another suite at the same place) and unpack them.

    Nothing is installed and no list of the system is touched, so no rights are needed.
    """
    if shutil.which("apt-get") is None or shutil.which("dpkg-deb") is None:
        raise MissingError("there is no apt-get here")
    own = place / "apt"
    for name in ("lists/partial", "archives/partial", "got"):
        (own / name).mkdir(parents=True, exist_ok=True)
    options = [
        f"-oDir::State::lists={own / 'lists'}",
        f"-oDir::Cache={own}",
        "-oAPT::Sandbox::User=",
    ]
    if suite:
        listed = own / "suite.list"
        listed.write_text(f"deb {_mirror(place)} {suite} main\n")
        options += [f"-oDir::Etc::sourcelist={listed}", "-oDir::Etc::sourceparts=-"]
    run("apt-get", *options, "update", at=place)
    run("apt-get", *options, "download", *packages, at=own / "got")
    root = place / "root"
    for package in sorted((own / "got").glob("*.deb")):
        run("dpkg-deb", "-x", package, root, at=place)
    shutil.rmtree(own)
    return root


def _mirror(place: Path) -> str:
    """Where this system takes its packages from."""
    said = run("apt-get", "indextargets", "--format", "$(REPO_URI) $(RELEASE)", PACKAGES, at=place)
    for line in said.splitlines():
        address, _, name = line.partition(" ")
        if name == release():
            return address
    raise MissingError("apt-get names no source of packages")
