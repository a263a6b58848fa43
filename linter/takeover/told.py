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
    "de": "… und {n} weitere dieser Art",
    "en": "… and {n} more of this kind",
}
ALL: Text = {"de": "; alle stehen in der Datei.", "en": "; all of them stand in the file."}
KEPT: Text = {
    "de": " Sie steht als Kommentar in der Datei.",
    "en": " It stands in the file as a comment.",
}


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to tell; open: somebody has to do something about it; alike: its kind and column.

    kept: a row that stands in the file as a comment.
    """

    place: str
    text: Text
    open: bool = True
    alike: str = ""
    kept: bool = False


def lines(notices: list[Notice], lang: str, *, written: bool = True) -> list[str]:
    """One line each, many of the same kind cut short; written: there is a file to speak of."""
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
                more = ALIKE[lang].format(n=number - MOST_ALIKE)
                told.append(f"  {more}{ALL[lang] if written else '.'}")
            continue
        place = f"{notice.place}: " if notice.place else ""
        kept = KEPT[lang] if notice.kept and written else ""
        told.append(terminal(place + notice.text[lang] + kept))
    return told


def filled(text: Text, **values: object) -> Text:
    """A text with its placeholders filled, in both languages."""
    return {lang: line.format(**values) for lang, line in text.items()}


def short(text: str) -> str:
    """A cell's text within a sentence."""
    return clipped(" ".join(text.split()), 80)
