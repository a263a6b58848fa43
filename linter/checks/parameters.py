"""A check's parameter class: what `dataclass` makes, at a fiftieth of its cost (see `linter.bundle`).

It tells of its fields as `dataclass` does, so a plug-in's dataclasses serve just as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

from linter.bundle import Fresh, bundle, fresh

if TYPE_CHECKING:
    from dataclasses import Field

T = TypeVar("T")


@dataclass_transform(kw_only_default=True, eq_default=False, field_specifiers=(fresh,))
def parameters(cls: type[T]) -> type[T]:
    """Make a class of annotations and defaults one that takes them by name."""
    cls.__dataclass_fields__ = Fields()  # type: ignore[attr-defined]
    return bundle(cls)


class Fields:
    """The fields by name, made when the loader or the documentation asks for them."""

    __slots__ = ()

    def __get__(self, _: Any, cls: type) -> dict[str, Field[Any]]:
        """Look them up on the class or on one of its objects."""
        from dataclasses import MISSING, field  # noqa: PLC0415 - not where rules are only run

        fields: dict[str, Field[Any]] = {}
        for name, annotation in cls.__annotations__.items():
            default = cls.__dict__.get(name, MISSING)
            fresh_one = type(default) is Fresh
            one = field(default_factory=default.factory) if fresh_one else field(default=default)
            one.name, one.type = name, annotation
            fields[name] = one
        return fields
