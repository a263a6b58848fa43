"""Whether a page shows what it is about: error page, login, consent wall, empty shell, frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.pages.dom import Tree
    from linter.pages.page import Frame, Kind, Link, State
    from linter.pages.plain import PlainTree


def state_of(
    tree: Tree | PlainTree, links: tuple[Link, ...], frames: tuple[Frame, ...], kind: Kind
) -> State:
    """The state of a page."""
    if any(frame.kind == "frame" for frame in frames):
        return "frameset"
    return "ok"
