"""Loading is total: whatever the bytes are, there is a registry or one of our errors, and every fault has a place."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import linter.registry.schema
from linter.errors import LinterError
from linter.registry.bind import Validators
from linter.registry.fields import merge
from linter.registry.load import Registry, load

SCHEMA = Path(linter.registry.schema.__file__).parent
FRAGMENTS = [
    yaml.safe_load(file.read_text(encoding="utf-8")) for file in sorted(SCHEMA.glob("*.yaml"))
]
VALIDATORS = Validators.of(merge(FRAGMENTS))

REGISTRY: dict[str, Any] = {
    "registry": "1",
    "authority": "im-nrw",
    "packs": ["nrw-handreichung"],
    "authorities": [
        {
            "id": "stadt-musterhausen",
            "names": ["Stadt Musterhausen"],
            "kind": "city",
            "people": [{"name": "Erika Mustermann", "office": "Oberbürgermeisterin"}],
        }
    ],
    "accounts": [
        {
            "id": "im-nrw-x",
            "platform": "x",
            "handle": "IM_NRW",
            "kind": "ressort",
            "links": [{"label": "Impressum", "url": "https://www.im.nrw/impressum"}],
            "verified": {"kind": "government", "since": "2020-05-01"},
            "approvals": {"lpa_informed": {"state": "ja", "on": "2015-02-10"}},
            "waivers": [{"code": "NRW106", "reason": "…", "until": "2027-03-31"}],
        },
        {"id": "fm-nrw-x", "platform": "x", "handle": "Finanzmin_NRW", "kind": "ressort"},
    ],
}
STRANGE: st.SearchStrategy[Any] = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.dates(),
        st.sampled_from(
            ["NO", "0123", "2026-02-30", "9999-99-99", "", "x" * 30_000, "\u202e", "\x07"]
        ),
        st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["id", "x", "platform", "state", "on", ""]), inner, max_size=3
        ),
    ),
    max_leaves=5,
)


def read(data: bytes) -> Registry:
    return load(["-"], VALIDATORS, stdin=data)


def paths_into(value: Any) -> list[tuple[Any, ...]]:
    """Every place in a nest of lists and mappings, as the keys that lead there."""
    found: list[tuple[Any, ...]] = [()]
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in items:
        if isinstance(inner, (dict, list)):
            found += [(key, *rest) for rest in paths_into(inner)]
        else:
            found.append((key,))
    return found


PLACES = [path for path in paths_into(REGISTRY) if path]


def has_sound_places(registry: Registry) -> None:
    for document in registry.documents:
        for problem in document.problems:
            assert problem.code in ("REG001", "REG002")
            assert 0 <= problem.start <= problem.end <= len(document.text) + 1
            place = document.place(problem.start, problem.end)
            assert place.line >= 1
            assert place.column >= 1
            assert (place.end_line, place.end_column) >= (place.line, place.column)


@given(data=st.one_of(st.binary(max_size=200), st.text(max_size=100).map(lambda t: t.encode())))
@settings(max_examples=300, deadline=None)
def test_bytes_are_a_registry_or_one_of_our_errors(data: bytes) -> None:
    registry = read(b"registry: 1\n" + data)
    assert all(isinstance(error, LinterError) for error in registry.refused)
    assert len(registry.documents) + len(registry.refused) == 1
    for error in registry.refused:
        assert "\n" not in error.render("de") + error.render("en")
    has_sound_places(registry)


@given(place=st.sampled_from(PLACES), value=STRANGE)
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_a_strange_value_anywhere_leaves_the_other_accounts_standing(
    place: tuple[Any, ...], value: Any
) -> None:
    registry_data = copy.deepcopy(REGISTRY)
    target: Any = registry_data
    for key in place[:-1]:
        target = target[key]
    target[place[-1]] = value
    registry = read(yaml.safe_dump(registry_data, allow_unicode=True).encode())
    assert not registry.refused
    has_sound_places(registry)
    ids = {account.id for account in registry.accounts}
    untouched = {"im-nrw-x": 0, "fm-nrw-x": 1}
    for name, index in untouched.items():
        if place[0] not in ("accounts", "registry") or (len(place) > 1 and place[1] != index):
            assert name in ids


@given(
    place=st.integers(0, 900),
    junk=st.sampled_from(
        ["\t", "[", "{", "'", '"', "&a *a", "!!x ", "%", "\n- ", ": :", "}", "@", "\n   x\n"]
    ),
)
@settings(max_examples=300, deadline=None)
def test_junk_typed_anywhere_is_reported_or_harmless_and_never_raised(
    place: int, junk: str
) -> None:
    text = yaml.safe_dump(REGISTRY, allow_unicode=True, sort_keys=False)
    place %= len(text)
    registry = read((text[:place] + junk + text[place:]).encode())
    has_sound_places(registry)


@pytest.mark.parametrize(
    "broken", ["handle: 'IM_NRW", "handle: [IM", "  handle: x", "handle: @x", "\thandle: x"]
)
def test_a_syntax_error_in_one_account_hides_no_other(broken: str) -> None:
    text = (
        "registry: 1\naccounts:\n"
        "  - {id: first, platform: x, handle: a, kind: ressort}\n"
        f"  - id: second\n    {broken}\n    platform: x\n    kind: ressort\n"
        "  - {id: third, platform: x, handle: c, kind: ressort}\n"
    )
    registry = read(text.encode())
    assert {"first", "third"} <= {account.id for account in registry.accounts}
    (document,) = registry.documents
    assert [p.code for p in document.problems][:1] == ["REG001"]
    place = document.place(document.problems[0].start, document.problems[0].end)
    assert place.line in (4, 5, 6, 7, 8)


def test_a_bom_is_no_part_of_the_first_key_and_shifts_no_column() -> None:
    registry = read("\ufeffregistry: 1\naccounts: []\n".encode())
    (document,) = registry.documents
    assert not document.problems
    assert document.text.startswith("registry")
