"""What is no result of a run makes no report."""

from __future__ import annotations

import json

import pytest

from linter.errors import LinterError
from linter.report.document.read import read_result
from tests.report.document_sample import (
    FINDING,
    GONE,
    result,
)


def broken():
    made = result({})
    yield "version", {**made, "version": 2}
    yield "version", {**made, "version": True}
    yield "tool.name", {**made, "tool": {**made["tool"], "name": "ruff"}}
    yield "as_of", {**made, "as_of": "gestern"}
    yield "coverage.rules", {**made, "coverage": {**made["coverage"], "rules": -1}}
    yield "coverage.accounts", {**made, "coverage": {**made["coverage"], "accounts": "3"}}
    yield "findings", {**made, "findings": {}}
    yield "unused_waivers", {key: value for key, value in made.items() if key != "unused_waivers"}
    yield "errors[0]", {**made, "errors": [1]}
    yield "error_texts[0].en", {**made, "errors": ["x"], "error_texts": [{"de": "x"}]}
    for key, value in (
        *(
            ("severity", "fatal"),
            ("status", None),
            ("outcome", "pass"),
            ("change", 1),
            ("line", "7"),
            ("code", "<b>"),
        ),
        *(
            ("message", {"de": "x"}),
            ("source", [{}]),
            ("evidence", ["x"]),
            ("history", {}),
            ("cause", 1),
        ),
    ):
        yield f"findings[0].{key}", {**made, "findings": [{**FINDING, key: value}]}
    yield "gone[0].message", {**made, "gone": [{**GONE, "message": 1}]}


@pytest.mark.parametrize(("where", "made"), list(broken()), ids=lambda value: str(value)[:30])
def test_what_is_no_result_is_refused_with_the_place_inside_it(where, made):
    with pytest.raises(LinterError) as error:
        read_result(json.dumps(made).encode(), "r.json")
    assert f"at {where}" in error.value.render("en")


@pytest.mark.parametrize(
    "data", [b"", b"{", b"\xff\xfe\x00", b"[" * 200_000, b"NaN", b"[]", b"null", b"1"]
)
def test_what_is_no_json_at_all_is_refused(data):
    with pytest.raises(LinterError, match="not the result of a run"):
        read_result(data, "r.json")
