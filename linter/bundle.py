"""A bundle of named values: what `dataclass` makes, at a fiftieth of its cost.

`dataclass` writes and compiles the source of every class's constructor, which for the classes
of one run takes longer than linting an account. One constructor for all of them does where a
run makes one object or a handful; classes of which it makes thousands write their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Fresh:
    """A default that is made anew for every object."""

    __slots__ = ("factory",)

    def __init__(self, factory: Callable[[], Any]) -> None:
        self.factory = factory


def fresh(*, factory: Callable[[], T]) -> T:
    """The default of a list or mapping, which no two objects may share."""
    return Fresh(factory)  # type: ignore[return-value]


@dataclass_transform(eq_default=False, field_specifiers=(fresh,))
def bundle(cls: type[T]) -> type[T]:
    """Make a class of annotations and defaults one that takes them by place or by name."""
    cls.__match_args__ = tuple(cls.__annotations__)  # type: ignore[attr-defined, misc]
    cls.__init__ = _take  # type: ignore[method-assign]
    return cls


def _take(self: Any, *values: Any, **named: Any) -> None:
    names = self.__match_args__
    given = dict(zip(names, values, strict=False))
    if len(values) > len(names) or not given.keys().isdisjoint(named):
        raise TypeError("more values than names for them")
    given |= named
    for name in names:
        if name not in given:
            default = getattr(type(self), name, Fresh)
            if default is Fresh:
                raise TypeError(f"missing value {name!r}")
            given[name] = default.factory() if type(default) is Fresh else default
    if len(given) > len(names):
        raise TypeError(f"unexpected value {next(n for n in given if n not in names)!r}")
    self.__dict__.update(given)
