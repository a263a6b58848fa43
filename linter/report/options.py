"""What a reporter may know besides the result: language, width, and what to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from os import PathLike


class Options:
    """How to show a result; a plain class, because a dataclass is felt at start-up.

    width: columns of the terminal; color: ANSI colours wanted; show_suppressed: waived and
    baselined findings too, marked; show_unknown: each outcome `unknown`, not only how many;
    statistics: a count per rule as well; base: the folder that paths are shown relative to.
    """

    __slots__ = (
        "base",
        "color",
        "lang",
        "show_suppressed",
        "show_unknown",
        "statistics",
        "version",
        "width",
    )

    def __init__(
        self,
        lang: str = "de",
        width: int = 80,
        *,
        color: bool = False,
        show_suppressed: bool = False,
        show_unknown: bool = False,
        statistics: bool = False,
        version: str = "",
        base: str | PathLike[str] = "",
    ) -> None:
        self.lang = lang
        self.width = width
        self.color = color
        self.show_suppressed = show_suppressed
        self.show_unknown = show_unknown
        self.statistics = statistics
        self.version = version
        self.base = base
