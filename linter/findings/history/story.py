"""story: what the history tells when it is asked: the nights, and one account's course."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, Any

from linter.findings.history.schema import unusable

if TYPE_CHECKING:
    from linter.findings.history.reading import Reading
    from linter.findings.history.store import History

RUNS = """
SELECT id, started, finished, as_of, rulebook, version, counts FROM run ORDER BY id
"""
ACCOUNT = """
SELECT authority, profile, cause, first_seen, last_seen, last_read, gone FROM account
WHERE account = ?
"""
EVENTS = """
SELECT CASE run.day WHEN '' THEN run.as_of ELSE run.day END, run.started, event.kind, event.change_by, event.code, event.data
FROM event JOIN run ON run.id = event.run WHERE event.account = ? ORDER BY event.id
"""
FINDINGS = """
SELECT state, outcome, published, first_seen, last_seen, streak, stale, change_by, told
FROM finding WHERE account = ? ORDER BY state = 'gone', code, field, identity
"""


def runs(history: History | Reading) -> list[dict[str, Any]]:
    """The runs, the oldest first."""
    return [
        {
            "id": number,
            "started": started,
            "finished": finished,
            "as_of": as_of,
            "rulebook": rulebook,
            "version": version,
            **json.loads(counts),
        }
        for number, started, finished, as_of, rulebook, version, counts in ask(history, RUNS)
    ]


def names(history: History | Reading) -> list[str]:
    """The ids of all accounts that the history knows."""
    return [row[0] for row in ask(history, "SELECT account FROM account ORDER BY account")]


def story(history: History | Reading, account: str) -> dict[str, Any] | None:
    """All that is known of an account; None of one that was never seen."""
    rows = ask(history, ACCOUNT, account)
    if not rows:
        return None
    authority, profile, cause, first_seen, last_seen, last_read, gone = rows[0]
    return {
        "account": account,
        "authority": authority,
        "first_seen": first_seen,
        "last_seen": last_seen,
        "last_read": last_read,
        "unread": cause,
        "in_registry": not gone,
        "profile": json.loads(profile),
        "events": [
            {
                "as_of": as_of,
                "started": started,
                "kind": kind,
                "change_by": by,
                "code": code,
                **json.loads(data),
            }
            for as_of, started, kind, by, code, data in ask(history, EVENTS, account)
        ],
        "findings": [_finding(*row) for row in ask(history, FINDINGS, account)],
    }


def _finding(
    state: str,
    outcome: str,
    published: int,
    first_seen: str,
    last_seen: str,
    streak: int,
    stale: int,
    change_by: str,
    told: str,
) -> dict[str, Any]:
    data = json.loads(told)
    waits = outcome == "fail" and not published
    found: dict[str, Any] = {
        "code": data["code"],
        "field": data["field"],
        "severity": data["severity"],
        "status": data["status"],
        "state": "unknown" if waits else state,
        "first_seen": first_seen,
        "last_seen": last_seen,
        "nights": streak,
        "stale": stale,
        "change_by": change_by,
    }
    if outcome == "unknown":
        return {**found, "cause": data["cause"]}
    return {**found, "message": data["message"], **({"cause": "seen-once"} if waits else {})}


def ask(history: History | Reading, question: str, *values: object) -> list[tuple[Any, ...]]:
    """Rows, or the error as a user may read it."""
    try:
        return history.database.execute(question, values).fetchall()
    except sqlite3.Error as error:
        raise unusable(error, history.path) from None
