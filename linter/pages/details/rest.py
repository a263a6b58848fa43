"""The details of a page without some of its lines: those that are known to be somebody else's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from linter.pages.details import details_of
from linter.pages.page import Written

if TYPE_CHECKING:
    from collections.abc import Container

    from linter.pages.details.found import Details
    from linter.pages.page import Line


@dataclass(slots=True, eq=False, repr=False)
class _Rest(Written):
    """What is written on a page, in the lines that are left."""

    lines: tuple[Line, ...] = ()

    @property
    def text_lines(self) -> tuple[Line, ...]:
        """The lines that are left."""
        return self.lines


def details_without(page: Written, numbers: Container[int]) -> Details:
    """Read the details of a page whose lines of these numbers say nothing of the provider."""
    lines = tuple([line for line in page.text_lines if line.number not in numbers])
    return details_of(_Rest(page.url, page.title, page.page_type, page.tree, lines))
