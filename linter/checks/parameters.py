"""A check's parameter class: what `dataclass` makes, at a fiftieth of its cost.

`dataclass` writes and compiles the source of every class's constructor, which for the forty
checks takes longer than linting an account. One constructor for all of them does. It tells of
its fields as `dataclass` does, so a plug-in's dataclasses serve just as well.
"""

from __future__ import annotations

from dataclasses import MISSING, Field, field
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(kw_only_default=True, eq_default=False, field_specifiers=(field,))
def parameters(cls: type[T]) -> type[T]:
    """Make a class of annotations and defaults one that takes them by name."""
    fields: dict[str, Field[Any]] = {}
    for name, annotation in cls.__annotations__.items():
        default = cls.__dict__.get(name, MISSING)
        one: Field[Any] = default if isinstance(default, Field) else field(default=default)
        one.name, one.type = name, annotation
        fields[name] = one
    cls.__dataclass_fields__ = fields  # type: ignore[attr-defined]
    cls.__init__ = _take  # type: ignore[method-assign]
    return cls


def _take(self: Any, **values: Any) -> None:
    fields = self.__dataclass_fields__
    for name in values:
        if name not in fields:
            raise TypeError(f"unexpected parameter {name!r}")
    for name, one in fields.items():
        if name in values:
            continue
        if one.default_factory is not MISSING:
            values[name] = one.default_factory()
        elif one.default is MISSING:
            raise TypeError(f"missing parameter {name!r}")
    self.__dict__.update(values)
