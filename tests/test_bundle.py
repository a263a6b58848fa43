"""Bundles: made like dataclasses, without writing and compiling a constructor each."""

from __future__ import annotations

import pytest

from linter.bundle import bundle, fresh


@bundle
class Parcel:
    """Something with values of all kinds."""

    name: str
    weight: int = 1
    stamps: list[str] = fresh(factory=list)


def test_values_are_taken_by_place_and_by_name():
    one = Parcel("a", stamps=["x"])
    assert (one.name, one.weight, one.stamps) == ("a", 1, ["x"])
    assert Parcel("a", 2).weight == Parcel(weight=2, name="a").weight == 2


def test_lists_made_by_default_are_not_shared():
    one, other = Parcel("a"), Parcel("b")
    one.stamps.append("x")
    assert other.stamps == []


def test_a_subclass_keeps_the_defaults():
    class Gift(Parcel):
        ribbon = "red"

    assert Gift("a").weight == 1
    assert Gift("a").stamps == []


@pytest.mark.parametrize(
    ("values", "named"),
    [((), {}), (("a", 1, [], 4), {}), (("a",), {"name": "b"}), (("a",), {"more": 1})],
    ids=["too few", "too many", "one twice", "an unknown one"],
)
def test_values_that_do_not_fit_are_a_type_error(values, named):
    with pytest.raises(TypeError):
        Parcel(*values, **named)
