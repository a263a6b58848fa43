"""told: what a takeover has to say to the person who asked for it, with place and advice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from linter.report.escape import clipped, terminal

if TYPE_CHECKING:
    from linter.text import Text

MOST_ALIKE = 5
"""Notices of the same kind in the same column that are told one by one."""
ALIKE: Text = {
    "de": "… und {n} weitere dieser Art; alle stehen in der Datei.",
    "en": "… and {n} more of this kind; all of them stand in the file.",
}


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to tell; open: somebody has to do something about it; alike: its kind and column."""

    place: str
    text: Text
    open: bool = True
    alike: str = ""


def lines(notices: list[Notice], lang: str) -> list[str]:
    """One line each, many of the same kind cut short."""
    counts: dict[str, int] = {}
    for notice in notices:
        if notice.alike:
            counts[notice.alike] = counts.get(notice.alike, 0) + 1
    shown: dict[str, int] = {}
    told = []
    for notice in notices:
        number = shown[notice.alike] = shown.get(notice.alike, 0) + 1
        if notice.alike and number > MOST_ALIKE:
            if number == counts[notice.alike]:
                told.append(f"  {ALIKE[lang].format(n=number - MOST_ALIKE)}")
            continue
        place = f"{notice.place}: " if notice.place else ""
        told.append(terminal(place + notice.text[lang]))
    return told


def short(text: str) -> str:
    """A cell's text within a sentence."""
    return clipped(" ".join(text.split()), 80)
