"""Several targets in one call, and what they say against each other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

DRAFT = """\
registry: 1
authority: im-nrw
accounts:
  - {id: neu, platform: threads, handle: innen.nrw, kind: ressort, status: planned}
"""
WORDS = ("--offline", "--as-of", "2026-11-25", "--format", "json", "--lang", "en")
IM = ("--authority", "im-nrw")


def fails(called):
    found = json.loads(called.out)["findings"]
    return {(one["code"], one["account"]) for one in found if one["outcome"] == "fail"}


@pytest.mark.parametrize("again", ["x:im_nrw", "https://x.com/im_nrw", "x:@IM_NRW"])
def test_one_account_in_two_spellings_is_audited_once(amtlint, again):
    once = amtlint("audit", "x:IM_NRW", *IM, *WORDS)
    twice = amtlint("audit", "x:IM_NRW", again, *IM, *WORDS)
    assert fails(twice) == fails(once)
    assert json.loads(twice.out)["coverage"] == json.loads(once.out)["coverage"]


def test_two_accounts_that_differ_in_a_sign_are_two(amtlint):
    called = amtlint("audit", "instagram:im.nrw", "instagram:im_nrw", *IM, *WORDS)
    data = json.loads(called.out)
    assert data["coverage"]["accounts"] == 2
    assert not {code for code, _ in fails(called)} & {"REG003", "REG004"}


def test_beside_a_draft_an_account_without_one_is_judged_as_alone(amtlint):
    Path("draft.yaml").write_text(DRAFT, encoding="utf-8")
    alone = amtlint("audit", "x:IM_NRW", *IM, *WORDS)
    beside = amtlint("audit", "draft.yaml", "x:IM_NRW", *WORDS)
    assert {one for one in fails(beside) if one[1] == "x-im-nrw"} == fails(alone)
    assert ("NRW401", "neu") in fails(beside)
    assert "exist only in a registry" in beside.out


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--authority", "mhkbd-nrw"), "authority: im-nrw, not mhkbd-nrw"),
        (("--kind", "personal"), "kind: ressort, not personal"),
    ],
)
def test_what_contradicts_a_draft_is_refused(amtlint, given, said):
    Path("draft.yaml").write_text(DRAFT, encoding="utf-8")
    called = amtlint("audit", "draft.yaml", *given, *WORDS)
    assert called.code == 2
    assert "draft.yaml" in called.err
    assert said in called.err


def test_what_agrees_with_it_is_not(amtlint):
    Path("draft.yaml").write_text(DRAFT, encoding="utf-8")
    given = (*IM, "--kind", "ressort")
    assert amtlint("audit", "draft.yaml", *given, *WORDS).code == 1


def test_a_draft_on_standard_input_is_not_dropped_in_silence(amtlint):
    called = amtlint("audit", "x:IM_NRW", "-", *WORDS)
    assert called.code == 2
    assert "standard input" in called.err
