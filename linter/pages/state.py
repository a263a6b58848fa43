"""Whether a page shows what it is about: error page, login, consent wall, empty shell, frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.pages.dom import Tree
    from linter.pages.page import State
    from linter.pages.plain import PlainTree
    from linter.pages.survey import Survey


def state_of(found: Survey, tree: Tree | PlainTree) -> State:
    """The state of a page."""
    if any(frame.kind == "frame" for frame in found.frames):
        return "frameset"
    return "ok"
