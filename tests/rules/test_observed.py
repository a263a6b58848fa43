"""What a profile shows is judged like what is declared, and what could not be seen accuses nobody."""

from __future__ import annotations

from itertools import product

import pytest
import yaml

from linter.testing import judged, run_example
from tests.rules.seeing import BOOK

SHOWN = {"profile_name": "name", "bio": "bio", "links": "links", "handle": "handle"}
"""Fields of the registry that a profile shows, and what an example calls them there."""
FAULTS = ("timeout", "forbidden", "robots_disallowed")
SPARED = ("NET", "IMP304")
"""Rules that tell of the fault itself, or of what a link's own address shows."""


def kind_of(example):
    return next(key for key in ("good", "bad", "unknown") if key in example)


def _declared():
    """The examples of rules on registry and profile that declare what a profile could show."""
    for rule in BOOK.rules:
        if set(rule.needs) != {"registry", "profile"} or rule.per != "account":
            continue
        for number, example in enumerate(rule.examples, 1):
            text = str(example[kind_of(example)])
            if not {"profile", "web", "pages"}.isdisjoint(example) or "registry:" in text:
                continue
            if not {f"{field}:" for field in SHOWN}.isdisjoint(text.split()):
                yield pytest.param(rule, example, id=f"{rule.code}-{number}")


@pytest.mark.parametrize(("rule", "example"), list(_declared()))
def test_a_profile_is_judged_by_what_it_shows(rule, example):
    account = yaml.safe_load(str(example[kind_of(example)]))
    if account.get("platform") == "website":
        return  # a page's title is no profile name
    shown = {SHOWN[field]: account.pop(field) for field in SHOWN if account.get(field)}
    if "handle" in shown:
        account["handle"] = "Vorher" + "".join(shown["handle"].partition("@")[1:])
    text = yaml.safe_dump(account, allow_unicode=True) if account else "# nothing declared"
    profile = {"profile": shown, "as_of": example.get("as_of")}
    result, _ = judged(BOOK, rule, text, {key: value for key, value in profile.items() if value})
    fails = [f for f in result.findings if f.code == rule.code and f.outcome == "fail"]
    assert bool(fails) is (kind_of(example) == "bad")


def _webs():
    for rule in BOOK.rules:
        if rule.code.startswith(SPARED):
            continue
        for number, example in enumerate(rule.examples, 1):
            if kind_of(example) == "good" and example.get("web"):
                yield pytest.param(rule, example, id=f"{rule.code}-{number}")


@pytest.mark.parametrize(("rule", "example"), list(_webs()))
def test_nothing_that_could_not_be_read_is_held_against_a_good_account(rule, example):
    down = [tuple(example["web"]), *((url,) for url in example["web"])]
    for urls, fault in product(dict.fromkeys(down), FAULTS):
        web = {**example["web"], **dict.fromkeys(urls, f"fault: {fault}")}
        said = [p for p in run_example(BOOK, rule, {**example, "web": web}) if "but: " in p]
        assert [p for p in said if "Could not be checked" not in p] == [], (urls, fault)


def _paged():
    """The examples that give a page as if it had been read, with nothing said of the profile."""
    for rule in BOOK.rules:
        for number, example in enumerate(rule.examples, 1):
            if example.get("pages"):
                yield pytest.param(rule, example, id=f"{rule.code}-{number}")


@pytest.mark.parametrize(("rule", "example"), list(_paged()))
def test_a_page_is_judged_alike_when_a_crawl_finds_it(rule, example):
    site = "https://www.bergheide.example/"
    names = {"impressum": "Impressum", "privacy": "Datenschutz"}
    shown = [
        {"label": names[kind], "url": f"{site}{names[kind].lower()}"} for kind in example["pages"]
    ]
    web = {f"{site}{names[kind].lower()}": name for kind, name in example["pages"].items()}
    kind = kind_of(example)
    crawl = {kind: example[kind], "profile": {"bio": "Neues", "links": shown}, "web": web}
    crawl |= {"as_of": example["as_of"]} if "as_of" in example else {}
    problems = run_example(BOOK, rule, crawl)
    assert problems == []


def _unread():
    for rule in BOOK.rules:
        if {"profile", "web"}.isdisjoint(rule.needs) or rule.code.startswith(SPARED):
            continue
        for number, example in enumerate(rule.examples, 1):
            if "profile" in example or "web" in example:
                yield pytest.param(rule, example, id=f"{rule.code}-{number}")


@pytest.mark.parametrize(("rule", "example"), list(_unread()))
def test_a_profile_that_could_not_be_read_fails_by_what_is_declared_only(rule, example):
    text = str(example[kind_of(example)])
    plain = {"as_of": example["as_of"]} if "as_of" in example else {}
    offline, _ = judged(BOOK, rule, text, plain)
    nothing = dict.fromkeys(example.get("web") or {}, "fault: timeout")
    seen, _ = judged(
        BOOK,
        rule,
        text,
        {**plain, "profile": {"unread": "no-token"}, "web": {**nothing, **_declared_down(text)}},
    )
    fails = [
        {(f.field, f.variant) for f in result.findings if f.outcome == "fail"}
        for result in (offline, seen)
    ]
    assert fails[1] <= fails[0]


def _declared_down(text):
    """Every address in a registry's text, out of reach."""
    words = text.replace('"', " ").replace("'", " ").replace(",", " ").replace("}", " ").split()
    return {word: "fault: timeout" for word in words if word.startswith("http")}
