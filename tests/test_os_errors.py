from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest

from linter.os_errors import refused, why

if TYPE_CHECKING:
    from pathlib import Path


def _error(path: Path) -> OSError:
    with pytest.raises(OSError, match=r"\[Errno") as caught:
        path.read_bytes()
    return caught.value


def test_what_the_system_says_is_told_in_german(tmp_path):
    assert why(_error(tmp_path / "none")) == {
        "de": "nicht vorhanden",
        "en": "No such file or directory",
    }
    assert why(_error(tmp_path))["de"] == "das ist ein Ordner"
    assert why(errno.ENOSPC) == {
        "de": "kein Speicherplatz mehr frei",
        "en": "No space left on device",
    }


def test_what_has_no_german_words_keeps_those_of_the_system():
    assert why(OSError(errno.EDOM, "odd")) == {"de": "odd", "en": "odd"}
    assert why(OSError()) == {"de": "OSError", "en": "OSError"}


def test_the_reason_stands_behind_the_sentence(tmp_path):
    told = refused("Geht nicht", "It does not work", _error(tmp_path / "none"))
    assert told["de"] == "Geht nicht (nicht vorhanden)."
    assert told["en"] == "It does not work (No such file or directory)."
