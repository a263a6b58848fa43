"""A waiver to write, and how to judge that it was written and nothing else touched."""

from __future__ import annotations

from datetime import date

import yaml

from linter.registry.edit import NewWaiver, edit_for, with_waiver

WAIVER = NewWaiver("NRW106", "Umbenennung ist beantragt", date(2027, 3, 31), "LPA")


def added(text: str, account: str = "a", waiver: NewWaiver = WAIVER) -> str:
    return with_waiver(text.encode(), "r.yaml", account, waiver)[0].decode()


def check(before: str, after: str, account: str = "a", waiver: NewWaiver = WAIVER) -> None:
    """Judge an edit by PyYAML's own loader and by the bytes, not by the editor's own check."""
    edit = edit_for(before.removeprefix("\ufeff"), "r.yaml", account, waiver)
    assert edit.start == edit.end
    mark = len(before) - len(before.removeprefix("\ufeff"))
    size = len(edit.text)
    at = edit.start + mark
    assert after[:at] + after[at + size :] == before
    old = yaml.load(before, Loader=yaml.CBaseLoader)
    new = yaml.load(after, Loader=yaml.CBaseLoader)
    here = next(a for a in new["accounts"] if a["id"] == account)
    there = next(a for a in old["accounts"] if a["id"] == account)
    assert here["waivers"].pop() == dict(waiver.pairs())
    if not here["waivers"] and not there.get("waivers"):
        del here["waivers"]
        there.pop("waivers", None)
    assert new == old
