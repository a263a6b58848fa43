"""One account that is no YAML costs that account and nothing else, however the file is written."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from linter.registry.load import load
from tests.property.test_loading import VALIDATORS

FAULTS = ["'open", '"open', "[open", "{open: x", "@IM_NRW", "a: b", "`x", "%x: y: z", '"\\q"']
"""Values that end the reading of a file, where they begin or further down."""
HANDLES = st.sampled_from(["IM_NRW", "'it''s'", '"say \\"hi\\""', "[a, b]", "x # 'no quote"])


@st.composite
def files(draw: st.DrawFn) -> tuple[str, list[str], int]:
    """A registry with one broken account, the ids of the others, and which it is."""
    column = draw(st.sampled_from([0, 2, 4]))
    count = draw(st.integers(2, 4))
    broken = draw(st.integers(0, count - 1))
    items = ""
    for number in range(count):
        handle = draw(st.sampled_from(FAULTS) if number == broken else HANDLES)
        fields = [f"id: a{number}", "platform: x", "kind: ressort"]
        fields.insert(draw(st.integers(1, 3)), f"handle: {handle}")
        pad = "\n" + " " * (column + 2)
        items += " " * column + "- " + pad.join(fields) + "\n"
        items += draw(st.sampled_from(["", "\n", "# about the next one\n", " " * column + "# x\n"]))
    named = draw(st.sampled_from(["accounts:", '"accounts":', "accounts :  # all of them"]))
    whole = f"{named}\n{items}"
    around = "authority: im-nrw\npacks: [nrw-handreichung]\n"
    text = (
        f"registry: 1\n{whole}{around}" if draw(st.booleans()) else f"registry: 1\n{around}{whole}"
    )
    newline = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    others = [f"a{number}" for number in range(count) if number != broken]
    return text.replace("\n", newline), others, broken


@given(files())
@settings(max_examples=200, deadline=None)
def test_a_broken_account_hides_no_other_and_nothing_around_them(
    written: tuple[str, list[str], int],
) -> None:
    text, others, broken = written
    registry = load(["-"], VALIDATORS, stdin=text.encode())
    (document,) = registry.documents
    assert document.text == text
    assert [account.id for account in registry.accounts] == others
    assert {(one.authority, one.packs) for one in registry.accounts} == {
        ("im-nrw", ("nrw-handreichung",))
    }
    told: list[Any] = [problem for problem in document.problems if problem.code == "REG001"]
    assert [problem.variant for problem in told] == ["syntax"]
    assert told[0].start >= text.index(f"id: a{broken}")
