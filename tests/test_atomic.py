"""Files are written whole, and never over what somebody else wrote meanwhile."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from linter.atomic import content_of, replaced, write_atomically
from linter.errors import LinterError


def test_what_is_still_as_it_was_is_replaced(tmp_path):
    file = tmp_path / "a"
    assert replaced(str(file), None, b"1")
    assert replaced(str(file), b"1", b"2")
    assert file.read_bytes() == b"2"
    assert os.listdir(tmp_path) == ["a"]


@pytest.mark.parametrize("before", [None, b"", b"0"])
def test_what_changed_meanwhile_is_left_alone(tmp_path, before):
    file = tmp_path / "a"
    file.write_bytes(b"1")
    assert not replaced(str(file), before, b"2")
    assert file.read_bytes() == b"1"


def test_of_many_who_change_a_file_at_once_none_is_lost(tmp_path):
    file = str(tmp_path / "a")

    def add(number):
        while True:
            before = content_of(file)
            if replaced(file, before, (before or b"") + b"%d\n" % number):
                return

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, range(40)))
    assert sorted(map(int, content_of(file).split())) == list(range(40))


def test_a_folder_that_cannot_be_written_is_told(tmp_path):
    for write in (write_atomically, lambda path, data: replaced(path, None, data)):
        with pytest.raises(LinterError) as told:
            write(str(tmp_path / "nowhere" / "a"), b"")
        assert told.value.path.endswith("nowhere/a")


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "a").write_bytes(b"1")
    (tmp_path / "b").symlink_to("a")
    assert replaced(str(tmp_path / "b"), b"1", b"2")
    assert (tmp_path / "b").is_symlink()
    assert (tmp_path / "a").read_bytes() == b"2"


@pytest.mark.skipif(
    getattr(os, "geteuid", lambda: 1)() != 0, reason="only root may give files away"
)
def test_owner_group_and_permissions_stay(tmp_path):
    file = tmp_path / "a"
    file.write_bytes(b"1")
    os.chown(file, 1234, 2345)
    file.chmod(0o640)
    assert replaced(str(file), b"1", b"2")
    status = file.stat()
    assert (status.st_uid, status.st_gid, status.st_mode & 0o7777) == (1234, 2345, 0o640)
