"""Files that are no text, no files, or not there: refused in one line, and the others are still linted."""

from __future__ import annotations

import gzip
import os
import socket
from typing import TYPE_CHECKING

import pytest
from specimen import HEAD

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Desk

BIO = HEAD + "    bio: Straße\n"
BYTES = {
    "Latin-1": (BIO.encode("latin-1"), "8:14"),
    "UTF-16 with a byte-order mark": (BIO.encode("utf-16"), "1:1"),
    "UTF-16 little-endian without a mark": (BIO.encode("utf-16-le"), None),
    "UTF-16 big-endian without a mark": (BIO.encode("utf-16-be"), None),
    "UTF-32": (BIO.encode("utf-32"), None),
    "half a character at the end": (BIO.encode()[:-3], "8:14"),
    "a NUL byte": ((HEAD + "    bio: a\0b\n").encode(), "8:11"),
    "nothing but NUL bytes": (b"\0" * 1000, "1:1"),
    "a compressed file": (gzip.compress(BIO.encode()), None),
    "an overlong encoding": (HEAD.encode() + b"    bio: \xc0\xaf\n", "8:10"),
    "a surrogate in UTF-8": (HEAD.encode() + b"    bio: \xed\xa0\x80\n", "8:10"),
}


@pytest.mark.parametrize(("data", "place"), BYTES.values(), ids=BYTES)
def test_what_is_no_utf8_text_is_refused_in_one_line(
    desk: Desk, data: bytes, place: str | None
) -> None:
    desk.write("a.yaml", data)
    run = desk.check("a.yaml")
    assert run.code == 2, run.text
    assert len(run.complaints) == 1, run.text
    assert run.complaints[0].startswith(f"a.yaml:{place}: " if place else "a.yaml:")


@pytest.mark.parametrize("data", [data for data, _ in BYTES.values()], ids=BYTES)
def test_standard_input_is_no_exception(desk: Desk, data: bytes) -> None:
    run = desk.check("-", stdin=data)
    assert run.code == 2, run.text
    assert len(run.complaints) == 1, run.text
    assert run.complaints[0].startswith("<stdin>:")


def directory(path: Path) -> None:
    path.mkdir()


def dangling(path: Path) -> None:
    path.symlink_to("nowhere.yaml")


def link_loop(path: Path) -> None:
    path.symlink_to(path.name)


def fifo(path: Path) -> None:
    os.mkfifo(path)


def server(path: Path) -> None:
    # the path of a socket may have 108 bytes only
    here = os.open(path.parent, os.O_RDONLY)
    try:
        os.fchdir(here)
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(path.name)
    finally:
        os.close(here)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(65_000_000)


THINGS: dict[str, Callable[[Path], None]] = {
    "a dangling link": dangling,
    "a link to itself": link_loop,
    "a FIFO": fifo,
    "a socket": server,
    "a link to an endless device": device,
    "a file of 65 MB": sparse,
}


@pytest.mark.parametrize("make", THINGS.values(), ids=THINGS)
def test_what_cannot_be_read_is_refused_in_one_line(
    desk: Desk, make: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk.path)
    make(desk.path / "a.yaml")
    run = desk.check("a.yaml")
    assert run.code == 2, run.text
    assert len(run.complaints) == 1, run.text
    assert run.complaints[0].startswith("a.yaml: ")


@pytest.mark.parametrize("make", THINGS.values(), ids=THINGS)
def test_the_good_file_beside_it_is_linted(
    desk: Desk, make: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk.path)
    make(desk.path / "a.yaml")
    desk.write("b.yaml", HEAD.replace("IM_NRW", "ReulNRW"))
    run = desk.check("a.yaml", "b.yaml")
    assert run.code == 2, run.text
    assert any(line.startswith("b.yaml:6:13: NRW101 ") for line in run.findings), run.text


@pytest.mark.parametrize("make", [directory, fifo, server], ids=["a folder", "a FIFO", "a socket"])
def test_a_folder_is_searched_past_things_that_are_no_files(
    desk: Desk, make: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk.path)
    make(desk.path / "x.yaml")
    desk.write("b.yaml", HEAD)
    run = desk.check("--select", "REG001,REG002", ".")
    assert run.code == 0, run.text


def test_folders_that_link_to_each_other_are_searched_once(desk: Desk) -> None:
    desk.write("one/b.yaml", HEAD)
    (desk.path / "one" / "back").symlink_to("..")
    (desk.path / "two").symlink_to("one")
    run = desk.check("--select", "REG", ".")
    assert run.code == 0, run.text


def test_a_file_named_twice_and_by_a_link_is_read_once(desk: Desk) -> None:
    desk.write("b.yaml", HEAD)
    (desk.path / "c.yaml").symlink_to("b.yaml")
    run = desk.check("--select", "REG", "b.yaml", "./b.yaml", "c.yaml", ".")
    assert run.code == 0, run.text


def test_another_programs_file_in_another_encoding_is_none_of_our_business(desk: Desk) -> None:
    desk.write("b.yaml", HEAD)
    desk.write("latin.yaml", "straße: x\n".encode("latin-1"))
    desk.write("wide.yaml", "name: x\n".encode("utf-16"))
    assert desk.check("--select", "REG001,REG002", ".").code == 0
    assert (
        desk.check(
            "--skip-unmarked", "--select", "REG001,REG002", "b.yaml", "latin.yaml", "wide.yaml"
        ).code
        == 0
    )
    desk.write("registry.yaml", BIO.encode("utf-16"))
    assert desk.check("--select", "REG001,REG002", ".").code == 2


LOCKED = b"\0GITCRYPT\0" + b"\xde\xad\xbe\xef" * 20


@pytest.mark.parametrize("content", [LOCKED, b"\x1f\x8b\x08\x00\xff\xfe", b"\0" * 100])
def test_a_file_of_a_folder_that_is_no_text_is_told_and_the_others_are_linted(
    desk: Desk, content: bytes
) -> None:
    desk.write("a.yaml", HEAD.replace("IM_NRW", "ReulNRW"))
    desk.write("b.yaml", content)
    run = desk.check("--select", "NRW101", ".")
    assert run.code == 2, run.text
    assert [line.split(":")[0] for line in run.complaints] == ["b.yaml"]
    assert len(run.findings) == 1, run.text


def test_the_baseline_keeps_what_it_knows_of_a_file_that_cannot_be_read(desk: Desk) -> None:
    desk.write("a.yaml", HEAD.replace("IM_NRW", "ReulNRW"))
    desk.write("b.yaml", HEAD.replace("IM_NRW", "ReulNRW").replace("im-nrw-x", "other"))
    assert desk.run("baseline", "adopt", "--select", "NRW101").code == 0
    known = (desk.path / ".amtlint-baseline.json").read_bytes()
    desk.write("b.yaml", LOCKED)
    for step in ("prune", "update"):
        assert desk.run("baseline", step, "--select", "NRW101").code == 2
    assert (desk.path / ".amtlint-baseline.json").read_bytes() == known


def test_standard_input_that_is_no_text_is_told(desk: Desk) -> None:
    run = desk.check("--skip-unmarked", "-", stdin=LOCKED)
    assert run.code == 2, run.text
    assert len(run.complaints) == 1, run.text


def test_a_path_that_does_not_exist_is_named(desk: Desk) -> None:
    run = desk.check("nowhere/a.yaml")
    assert run.code == 2
    assert len(run.complaints) == 1, run.text
    assert run.complaints[0].startswith("nowhere/a.yaml: ")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_named(desk: Desk) -> None:
    desk.write("a.yaml", HEAD)
    (desk.path / "a.yaml").chmod(0)
    run = desk.check("a.yaml")
    assert run.code == 2
    assert len(run.complaints) == 1, run.text


def test_a_file_name_with_control_characters_is_printed_tame(desk: Desk) -> None:
    name = "a\u202e\x1b[31m\nb.yaml"
    desk.write(name, "registry: 1\naccounts: x\n")
    run = desk.check("--select", "REG", name)
    assert run.code == 1
    assert "\u202e" not in run.text
    assert "\x1b" not in run.text
    assert len(run.findings) == 1, run.text


def test_a_file_name_that_is_no_utf8_does_not_stop_the_run(desk: Desk) -> None:
    path = os.fsencode(desk.path) + b"/\xff.yaml"
    with open(path, "wb") as file:
        file.write(HEAD.encode())
    for form in ("full", "concise", "json", "sarif", "github", "gitlab", "junit", "markdown"):
        run = desk.run("check", "--format", form, "--select", "REG", ".")
        assert run.code == 0, run.text


def test_a_folder_without_a_registry_is_exit_3(desk: Desk) -> None:
    desk.write("compose.yaml", "services: {}\n")
    run = desk.check(".")
    assert run.code == 3, run.text
    assert run.text.strip()


def test_a_registry_without_accounts_is_exit_3(desk: Desk) -> None:
    desk.write("a.yaml", "registry: 1\nauthority: im-nrw\naccounts: []\n")
    assert desk.check("a.yaml").code == 3


def test_more_accounts_than_a_registry_may_have_are_refused_in_one_line(desk: Desk) -> None:
    lines = (
        f"- {{id: a{n}, platform: x, handle: h{n}, kind: authority}}\n" for n in range(100_001)
    )
    desk.write("a.yaml", "registry: 1\nauthority: im-nrw\naccounts:\n" + "".join(lines))
    run = desk.check("--select", "REG001,REG002", "a.yaml")
    assert run.code == 2
    assert len(run.complaints) == 1, run.text[:1000]
