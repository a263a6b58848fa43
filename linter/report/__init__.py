"""One module per output format, each with `render(result, options) -> str`."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from linter.report.options import Options

if TYPE_CHECKING:
    from collections.abc import Callable

    from linter.findings.finding import Result

    Render = Callable[[Result, Options], str]

FORMATS = ("full", "concise", "json", "sarif", "github", "gitlab", "junit", "markdown")
"""The formats that amtlint brings itself."""

GROUP = "amtlint.reporters"
"""The entry-point group in which plug-ins offer further formats."""

__all__ = ["FORMATS", "GROUP", "Options", "reporter"]


def reporter(name: str) -> Render:
    """The function that renders a format; only that format's module is imported.

    A plug-in can't take the name of a built-in format. Raises LookupError for a format nobody offers.
    """
    if name in FORMATS:
        render: Render = import_module(f"linter.report.{name}").render
        return render
    found = _from_entry_point(name)
    if found is None:
        raise LookupError(name)
    return found


def _from_entry_point(name: str) -> Render | None:
    from importlib.metadata import entry_points  # noqa: PLC0415 - slow, and only for plug-ins

    for entry in entry_points(group=GROUP, name=name):
        target = entry.load()
        render: Render = getattr(target, "render", target)
        return render
    return None
