"""events: what a night changed, written down for an account's story."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from linter.findings.finding import Finding
    from linter.findings.history.model import Change, Night

TOLD = frozenset(("new", "reopened", "gone"))

JOINED = """
SELECT seen.account, seen.authority, seen.declared, seen.observed, seen.cause, seen.profile,
  seen.pages, known.declared, known.observed, known.cause, known.profile, known.pages, known.gone
FROM observation AS seen LEFT JOIN account AS known ON known.account = seen.account
WHERE seen.run = ? AND seen.account > ? ORDER BY seen.account LIMIT 500
"""
REMEMBER = """
INSERT INTO account VALUES (:account, :authority, :declared, :observed, :profile, :pages, :cause,
  :day, :day, :read, 0)
ON CONFLICT DO UPDATE SET authority = :authority, declared = :declared, observed = :observed,
  profile = :profile, pages = :pages, cause = :cause, last_seen = :day,
  last_read = CASE :read WHEN '' THEN last_read ELSE :read END, gone = 0
"""


def account_events(database: sqlite3.Connection, run: int, night: Night) -> None:
    """Bring what is known of the accounts up to tonight, and note what changed."""
    for account, authority, declared, observed, cause, profile, pages, *known in _joined(
        database, run
    ):
        if account not in night.looked:
            continue  # observed before the run was killed; the registry is another one by now
        old = _Known(*known)
        parts, values = json.loads(observed), json.loads(profile)
        database.execute(
            REMEMBER,
            {
                "account": account,
                "authority": authority,
                "declared": declared,
                # what could not be read tonight stays as it was read last
                "observed": json.dumps(old.parts | parts),
                "profile": json.dumps(values or old.values),
                "pages": json.dumps(old.bodies | json.loads(pages)),
                "cause": cause,
                "day": night.seen_on,
                "read": night.seen_on if "profile" in parts else "",
            },
        )
        for kind, data in _differences(old, declared, parts, cause, values, first=night.first):
            _note(database, run, account, kind, data)
    if night.whole:
        for account in sorted(night.removed):
            database.execute("UPDATE account SET gone = 1 WHERE account = ?", (account,))
            _note(database, run, account, "removed", {})


def _joined(database: sqlite3.Connection, run: int) -> Iterator[tuple[Any, ...]]:
    """Tonight's accounts beside what is known of them, some at a time."""
    last = ""
    while rows := database.execute(JOINED, (run, last)).fetchall():
        yield from rows
        last = rows[-1][0]


class _Known:
    """An account as the history knew it; empty where it did not."""

    def __init__(
        self,
        declared: str | None,
        observed: str | None,
        cause: str | None,
        profile: str | None,
        pages: str | None,
        gone: int | None,
    ) -> None:
        self.declared = declared
        self.parts: dict[str, str] = json.loads(observed or "{}")
        self.cause = cause or ""
        self.values: dict[str, Any] = json.loads(profile or "{}")
        self.bodies: dict[str, str] = json.loads(pages or "{}")
        self.there = gone == 0


def _differences(
    old: _Known,
    declared: str,
    parts: dict[str, str],
    cause: str,
    values: dict[str, Any],
    *,
    first: bool,
) -> list[tuple[str, dict[str, Any]]]:
    """What is different tonight: kind of event and its data."""
    if not old.there:
        return [] if first else [("added", {})]
    found: list[tuple[str, dict[str, Any]]] = []
    if declared != old.declared:
        found.append(("edited", {}))
    if cause != old.cause:
        if cause:
            found.append(("unread", {"cause": cause}))
        elif "profile" in parts:  # not of one that nobody asked
            found.append(("read", {}))
    if "profile" in parts and "profile" in old.parts:
        changed = {
            name: [old.values.get(name), values.get(name)]
            for name in sorted(old.values.keys() | values.keys())
            if old.values.get(name) != values.get(name)
        }
        if changed:
            found.append(("changed", {"values": changed}))
    pages = [
        part
        for part in sorted(parts.keys() & old.parts.keys())
        if part != "profile" and parts[part] != old.parts[part]
    ]
    if pages:
        found.append(("changed", {"pages": pages}))
    return found


def finding_events(
    database: sqlite3.Connection,
    run: int,
    changes: Sequence[Change],
    findings: Mapping[int, Finding],
    told: Callable[[str], dict[str, Any]],
) -> None:
    """Note which findings are new, opened again or gone."""
    for change in changes:
        past = change.past
        if past is None or change.fate not in TOLD:
            continue
        finding = findings.get(id(past))
        if finding is None:
            data = told(past.identity)
            field, message = data["field"], data["message"]
        else:
            field, message = finding.field, finding.both("message")
        data = {"field": field, "message": message, "status": past.status}
        _note(database, run, past.account, change.fate, data, past.change_by, past.code)


def _note(
    database: sqlite3.Connection,
    run: int,
    account: str,
    kind: str,
    data: dict[str, Any],
    by: str = "",
    code: str = "",
) -> None:
    database.execute(
        "INSERT INTO event (run, account, kind, change_by, code, data) VALUES (?, ?, ?, ?, ?, ?)",
        (run, account, kind, by, code, json.dumps(data)),
    )
