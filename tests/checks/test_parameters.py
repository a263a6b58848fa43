"""Parameter classes: quick to make, and to the loader the same as dataclasses."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from linter.bundle import fresh
from linter.checks.base import Check
from linter.checks.parameters import parameters
from linter.checks.params import ParameterError, bind


def body(words):
    return {
        "__annotations__": {"field": "Address", "days": "int", "words": "dict[str, str]"},
        "days": 7,
        "words": words,
    }


def quick():
    return parameters(type("Quick", (), body(fresh(factory=dict))))


def slow():
    return dataclass(type("Slow", (), body(field(default_factory=dict))))


def silent(_subject, _params):
    return iter(())


@pytest.mark.parametrize("make", [quick, slow])
def test_both_kinds_of_class_are_bound_alike(make):
    check = Check("some", silent, make())
    bound = bind(check, {"field": "bio", "days": "3"})
    assert (bound.field, bound.days, bound.words) == ("bio", 3, {})
    assert bind(check, {"field": "url"}).days == 7
    with pytest.raises(ParameterError, match=r"lacks: field\."):
        bind(check, {"days": "3"})
    with pytest.raises(ParameterError, match=r"no parameter “dayz”; possible: field, days, words"):
        bind(check, {"field": "bio", "dayz": "3"})


def test_values_made_by_a_default_are_not_shared():
    made = quick()
    one, other = made(field="bio"), made(field="bio")
    one.words["a"] = "b"
    assert other.words == {}


@pytest.mark.parametrize("values", [{}, {"field": "bio", "more": 1}])
def test_a_parameter_too_few_or_too_many_is_a_type_error(values):
    with pytest.raises(TypeError):
        quick()(**values)
