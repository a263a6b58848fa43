"""What a rejected name could be changed to."""

from __future__ import annotations

from datetime import date

import pytest

from linter.platforms import get
from linter.registry.bind import Validators
from linter.registry.load import load
from linter.run import RunOptions, judge
from tests.names.conftest import BOOK

DAY = date(2026, 11, 25)
NAMING = [rule for rule in BOOK.rules if "naming" in rule.tags]


def found(text):
    registry = load(["-"], Validators.of(BOOK.tree), stdin=text.encode())
    for account in registry.accounts:
        account.packs = ("nrw-handreichung",)
    return [
        f
        for f in judge(BOOK, registry, NAMING, RunOptions(as_of=DAY)).findings
        if f.outcome == "fail"
    ]


def proposed(entry, code, *others, field="handle"):
    lines = "\n".join(f"  - {{{line}}}" for line in (f"id: a, {entry}", *others))
    finding = next(
        f for f in found(f"registry: 1\naccounts:\n{lines}\n") if (f.code, f.field) == (code, field)
    )
    return finding.values["suggestion"]["de"].split(", ")


def test_the_houses_abbreviation_comes_first():
    assert (
        proposed(
            "authority: im-nrw, platform: x, handle: Innenminister_Reul, kind: ressort", "NRW102"
        )[0]
        == "IM_NRW"
    )


def test_a_handle_in_use_is_never_proposed():
    other = "id: b, authority: im-nrw, platform: x, handle: im_NRW, kind: ressort"
    names = proposed(
        "authority: im-nrw, platform: x, handle: InnenministerNRW, kind: ressort", "NRW102", other
    )
    assert "IM_NRW" not in names
    assert names


@pytest.mark.parametrize(
    ("platform", "handle", "first"),
    [
        ("instagram", "innenminister.nrw", "im.nrw"),
        ("facebook", "Innenminister.NRW", "IM.NRW"),
        ("linkedin", "innenminister-nrw", "im-nrw"),
        ("mastodon", "innenminister@nrw.social", "IM_NRW@nrw.social"),
        ("bluesky", "innenminister.bsky.social", "im-nrw.bsky.social"),
    ],
)
def test_each_platform_gets_its_own_form(platform, handle, first):
    entry = f"authority: im-nrw, platform: {platform}, handle: {handle}, kind: ressort"
    names = proposed(entry, "NRW102")
    assert names[0] == first
    assert all(get(platform).handle_problem(name) is None for name in names)


def test_a_subject_account_keeps_its_subject():
    entry = "authority: mhkbd-nrw, platform: x, handle: ScharrenbachBauen, kind: fach"
    assert proposed(entry, "NRW101")[0] == "Bauen_MHKBD"


def test_a_person_is_told_the_plain_name():
    entry = "authority: im-nrw, platform: x, handle: MinisterReul, kind: personal"
    assert proposed(entry, "NRW121")[0] == "Herbert_Reul"


def test_a_profile_name_shows_the_house():
    entry = "authority: mhkbd-nrw, platform: x, handle: MHKBD_NRW, kind: ressort, profile_name: Die Ministerin"
    assert proposed(entry, "NRW103", field="profile_name") == ["MHKBD NRW"]


def test_where_nothing_can_be_proposed_the_form_is_described():
    entry = "authority: unbekannt, platform: x, handle: Minister_Reul, kind: ressort"
    assert proposed(entry, "NRW102") == ["die Abkürzung des Hauses mit „_NRW“"]


@pytest.mark.parametrize("platform", ["x", "instagram", "facebook", "youtube", "threads", "tiktok"])
@pytest.mark.parametrize(
    "id_", ["im-nrw", "fm-nrw", "mhkbd-nrw", "mkjfgfi-nrw", "mbeim22-nrw", "stk-nrw", "mwike-nrw"]
)
def test_what_is_proposed_breaks_no_naming_rule(id_, platform):
    entry = f"authority: {id_}, platform: {platform}, handle: MinisterReul, kind: ressort"
    names = proposed(entry, "NRW101")
    for name in names:
        text = f"registry: 1\naccounts:\n  - {{id: a, authority: {id_}, platform: {platform}, handle: {name}, kind: ressort}}\n"
        assert [f.code for f in found(text) if f.field == "handle"] == []
