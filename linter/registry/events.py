"""libyaml's events, with scalars as plain tuples.

PyYAML makes an object of every event, and of a registry's events nine in ten are scalars. Their
constructor is a Python function with seven assignments; while a file is read, a function that
returns what it was given stands in its place, which spares a sixth of the reading. Where that
has no effect (another PyYAML, another thread), the objects come as ever; readers take both.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from linter.registry.libyaml import ScalarEvent, binding

if TYPE_CHECKING:
    from collections.abc import Iterator

Scalars = tuple[Any, ...]
"""anchor, tag, (may be plain, may be quoted), value, start mark, end mark, style."""


def _as_given(*values: Any) -> Scalars:
    return values


@contextmanager
def scalars_as_tuples() -> Iterator[None]:
    """Within, `CParser.get_event` gives tuples for scalars; nobody else has events made here."""
    vars(binding)["ScalarEvent"] = _as_given
    try:
        yield
    finally:
        vars(binding)["ScalarEvent"] = ScalarEvent


def as_tuple(event: ScalarEvent) -> Scalars:
    """An event that was made as an object after all."""
    return (
        event.anchor,
        event.tag,
        event.implicit,
        event.value,
        event.start_mark,
        event.end_mark,
        event.style,
    )
