"""run: one night in the history: what was seen of each account, and the night's end."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass, fields
from datetime import datetime
from typing import TYPE_CHECKING, Any

from linter.crawl.ledger import RunLedger
from linter.findings.history.events import account_events, finding_events
from linter.findings.history.model import Night, Past
from linter.findings.history.remembered import shown
from linter.findings.history.schema import unusable
from linter.findings.history.sites import Closed, Sites, bereft
from linter.findings.history.told import told
from linter.findings.history.writer import Writer

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

    from linter.crawl.observation import Observation
    from linter.findings.finding import Finding
    from linter.findings.history.model import Change
    from linter.findings.history.nights import Compared
    from linter.findings.history.store import History
    from linter.registry.account import Account

COLUMNS = tuple(one.name for one in fields(Past))
PAST = ", ".join(COLUMNS)
FLAGS = ("published", "web", "reachability")
SECOND = len("2026-11-25T22:00:00")
SEEN_BEFORE = """
SELECT seen.account, seen.cause, seen.declared, known.declared, seen.observed, known.observed,
  seen.pages, known.pages
FROM observation AS seen LEFT JOIN account AS known ON known.account = seen.account AND NOT known.gone
WHERE seen.run = ?
"""


@dataclass(frozen=True, slots=True)
class Before:
    """The last night that was finished; None of it before the first."""

    rulebook: str = ""
    options: str = ""
    as_of: str = ""
    rules: frozenset[str] = frozenset()
    first: bool = True


@dataclass(frozen=True, slots=True)
class Moment:
    """When a recorded night was. began: UTC, as `store.stamp` writes it; day: its own."""

    began: str
    day: str


class Run:
    """One night. ledger: its captures; resumed: it takes up one that was killed.

    broken: the accounts of which a page that was asked for is not there; bereft: those of them of
    which it was there another night, so that something still leads to it.
    """

    def __init__(self, history: History, number: int, *, resumed: bool) -> None:
        self.history = history
        self.id = number
        self.resumed = resumed
        self.writer = Writer(history.path)
        self.ledger = RunLedger(history.database, self.writer, number, resumed=resumed)
        self.looked: set[str] = set()
        self.broken: set[str] = set()
        self.bereft: set[str] = set()
        self.basis = ""
        self.sites = Sites()
        self.closed = Closed()

    @property
    def started(self) -> datetime:
        """When the run began, before it was killed if it was; UTC."""
        (row,) = self._ask("SELECT started FROM run WHERE id = ?", self.id)
        return datetime.fromisoformat(row[0])

    def bereft_files(
        self, passed: Iterable[str], refused: Iterable[str], registered: Container[str]
    ) -> list[tuple[str, int]]:
        """Files that were a registry in the last night and are none tonight, see `sites.bereft`.

        refused: those that could not be read at all; nobody looked into the one or the other.
        """
        passed = list(passed)
        self.closed = Closed((*passed, *refused))
        try:
            return list(bereft(self.history.database, passed, registered))
        except sqlite3.Error as error:
            raise unusable(error, self.history.path) from None

    def observe(self, account: Account, observation: Observation | None) -> tuple[str, ...]:
        """Remember what was seen of an account; every account looked at, whatever came of it."""
        seen = shown(account, observation)
        told = (
            seen.authority,
            seen.declared,
            json.dumps(seen.observed),
            seen.cause,
            json.dumps(seen.values),
            json.dumps(seen.bodies),
        )
        self.observe_as(account, told)
        return told

    def missed(self, account: Account, keys: Sequence[str]) -> None:
        """Take note of pages that were asked for and are not there; keys: as the ledger has them."""
        if keys:
            self.broken.add(account.id)
        if any(self.ledger.previous(key) is not None for key in keys):
            self.bereft.add(account.id)

    def observe_as(self, account: Account, told: tuple[str, ...]) -> None:
        """Remember the same of an account as an earlier night; told: what `observe` gave back then."""
        row = (self.id, account.id, *told)
        self.looked.add(account.id)

        def write(database: sqlite3.Connection) -> None:
            # of two accounts with one id, always the same one is remembered
            database.execute(
                "INSERT INTO observation VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                " authority = excluded.authority, declared = excluded.declared,"
                " observed = excluded.observed, cause = excluded.cause,"
                " profile = excluded.profile, pages = excluded.pages"
                " WHERE excluded.declared >= declared",
                row,
            )

        self.writer.put(write)

    def kept(self, basis: str, number: int) -> bytes | None:
        """What was kept of the account of a number under the same basis."""
        rows = self._ask("SELECT data FROM kept WHERE account = ? AND basis = ?", number, basis)
        return next((row[0] for row in rows), None)

    def keep(self, basis: str, number: int, data: bytes) -> None:
        """Keep something of an account for another night; of another basis nothing stays."""
        self.basis = basis

        def write(database: sqlite3.Connection) -> None:
            database.execute("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", (number, basis, data))

        self.writer.put(write)

    def known(self) -> Iterator[Past]:
        """Every finding that the history knows, as of the last night."""
        for row in self._ask(f"SELECT {PAST} FROM finding"):  # noqa: S608 - names of columns
            yield past_of(row)

    def owed(self) -> list[tuple[str, dict[str, Any]]]:
        """What earlier nights had to tell somebody, and could not: whom, and what."""
        rows = self._ask("SELECT channel, letter FROM owed ORDER BY id")
        return [(channel, json.loads(letter)) for channel, letter in rows]

    def severities(self) -> Iterator[tuple[str, str]]:
        """What is known of each finding's severity, as it was told last."""
        yield from self._ask(
            "SELECT identity, json_extract(told, '$.severity') FROM finding WHERE published"
        )

    def told(self, identity: str) -> dict[str, Any]:
        """A finding as it was told last."""
        row = next(self._ask("SELECT told FROM finding WHERE identity = ?", identity))
        data: dict[str, Any] = json.loads(row[0])
        return data

    def night(
        self,
        *,
        ran: frozenset[str],
        codes: Mapping[str, str],
        registered: Mapping[str, str],
        sites: Sites,
        whole: bool,
        nights: int,
        targets: Mapping[str, str],
        skipped: Mapping[str, frozenset[str]],
        wide: frozenset[str],
        meant: Callable[[str, str], bool],
        unplaced: frozenset[str],
        recorded: Moment | None = None,
    ) -> Night:
        """What tonight looked at, beside the last night; waits until all of it is written.

        recorded: the night that is played back; the others as `Night` has them.
        """
        self.writer.drain()
        self.sites = sites
        here = next(self._ask("SELECT rulebook, options, as_of FROM run WHERE id = ?", self.id))
        before = self._before()
        missing = self._missing(registered)
        elsewhere = sites.elsewhere(self.history.database, missing, self.closed)
        return Night(
            as_of=here[2],
            ran=ran,
            codes=codes,
            registered={**{name: missing[name] for name in elsewhere}, **registered},
            elsewhere=elsewhere,
            looked=frozenset(self.looked),
            **self._looked_otherwise(registered),
            removed={name: house for name, house in missing.items() if name not in elsewhere},
            ran_before=before.rules,
            first=before.first,
            whole=whole,
            other_rulebook=before.rulebook != here[0],
            other_options=before.options != here[1],
            other_day=before.as_of != here[2],
            nights=nights,
            again=recorded is not None and self._known_since(recorded.began),
            day=recorded.day if recorded is not None else "",
            targets=targets,
            skipped=skipped,
            wide=wide,
            meant=meant,
            unplaced=unplaced,
        )

    def _missing(self, registered: Mapping[str, str]) -> dict[str, str]:
        """The accounts that the registry had in the last night, and has not: account → authority."""
        known = self._ask("SELECT account, authority FROM account WHERE NOT gone")
        return {account: house for account, house in known if account not in registered}

    def _known_since(self, began: str) -> bool:
        """Whether a recorded night began no later than a night that the history has."""
        question = "SELECT max(started) FROM run WHERE finished IS NOT NULL AND id != ?"
        (last,) = next(self._ask(question, self.id))
        return last is not None and began[:SECOND] <= last[:SECOND]

    def _looked_otherwise(self, registered: Mapping[str, str]) -> dict[str, Any]:
        """The accounts unread, showing something else, stirred, and said otherwise; what is lost.

        As `Night` has them; registered: all accounts of the registry → authority.
        """
        edited = self.sites.edited(self.history.database)
        says_other = {name for name, house in registered.items() if house in edited}
        unread, saw_other, stirred = set(), set(), set()
        lost: set[tuple[str, str]] = set()
        for account, cause, said, said_before, *parts in self._ask(SEEN_BEFORE, self.id):
            if cause:
                unread.add(account)
            if said != said_before:
                says_other.add(account)
            now, before, pages, pages_before = (json.loads(one or "{}") for one in parts)
            if differ(now, before):
                saw_other.add(account)
            if differ(pages, pages_before):
                stirred.add(account)
            alike = account in self.broken and account not in saw_other | stirred
            if account in self.bereft or alike:
                lost |= {(account, part) for part in before.keys() - now.keys()}
        return {
            "unread": frozenset(unread),
            "saw_other": frozenset(saw_other),
            "stirred": frozenset(stirred),
            "says_other": frozenset(says_other),
            "lost": frozenset(lost),
        }

    def finish(
        self, compared: Compared, owed: Sequence[tuple[str, dict[str, Any]]] | None = None
    ) -> None:
        """Write the night's findings and its end in one transaction; then forget old pages.

        owed: what is to be told from now on, see `owed`; None: what was.
        """
        self.writer.drain()
        database = self.history.database
        findings = {id(f.past): f for f in reversed(compared.findings) if f.past is not None}
        try:
            database.execute("BEGIN IMMEDIATE")
            account_events(database, self.id, compared.night)
            finding_events(database, self.id, compared.changes, findings, self.told)
            self._write(compared.changes, findings)
            self.sites.write(database)
            owe(database, owed)
            if self.basis:
                database.execute("DELETE FROM kept WHERE basis != ?", (self.basis,))
            database.execute(
                "UPDATE run SET finished = ?, rules = ?, counts = ? WHERE id = ?",
                (
                    self.history.now(),
                    json.dumps(sorted(compared.night.ran)),
                    json.dumps(compared.counts),
                    self.id,
                ),
            )
            database.execute("COMMIT")
            self.history.prune()
            self.history.expect_there()
        except sqlite3.Error as error:
            raise unusable(error, self.history.path) from None
        finally:
            if database.in_transaction:
                database.execute("ROLLBACK")

    def _write(self, changes: Sequence[Change], findings: Mapping[int, Finding]) -> None:
        database = self.history.database
        for change in changes:
            before, past = change.before, change.past
            if before is not None and (past is None or past.identity != before.identity):
                database.execute("DELETE FROM finding WHERE identity = ?", (before.identity,))
            if past is None or past is before:
                continue
            said = (
                change.seen is not None
                or change.fate == "reopened"
                or before is None
                or past.status != before.status
            )
            finding = findings.get(id(past)) if said else None
            if finding is None:
                database.execute(
                    "UPDATE finding SET state = ?, change_by = ?, streak = ?, stale = ?,"
                    " published = ? WHERE identity = ?",
                    (
                        past.state,
                        past.change_by,
                        past.streak,
                        past.stale,
                        past.published,
                        past.identity,
                    ),
                )
                continue
            database.execute(
                f"INSERT OR REPLACE INTO finding ({PAST}, field, told)"  # noqa: S608 - as above
                f" VALUES ({', '.join('?' * (len(COLUMNS) + 2))})",
                (
                    *row_of(past),
                    finding.field,
                    json.dumps(told(finding), separators=(",", ":")),
                ),
            )

    def _before(self) -> Before:
        row = next(
            self._ask(
                "SELECT rulebook, options, as_of, rules FROM run WHERE finished IS NOT NULL"
                " AND id != ? ORDER BY id DESC LIMIT 1",
                self.id,
            ),
            None,
        )
        if row is None:
            return Before()
        return Before(row[0], row[1], row[2], frozenset(json.loads(row[3])), first=False)

    def _ask(self, question: str, *values: object) -> Iterator[tuple[Any, ...]]:
        try:
            yield from self.history.database.execute(question, values)
        except sqlite3.Error as error:
            raise unusable(error, self.history.path) from None


def owe(database: sqlite3.Connection, owed: Sequence[tuple[str, dict[str, Any]]] | None) -> None:
    """Write what somebody is still to be told, in place of what was; None: it stays as it is."""
    if owed is None:
        return
    database.execute("DELETE FROM owed")
    database.executemany(
        "INSERT INTO owed (channel, letter) VALUES (?, ?)",
        ((channel, json.dumps(letter)) for channel, letter in owed),
    )


def past_of(row: Sequence[Any]) -> Past:
    """A row of the table as a value."""
    values: dict[str, Any] = dict(zip(COLUMNS, row, strict=True))
    return Past(**values | {name: bool(values[name]) for name in FLAGS})


def row_of(past: Past) -> tuple[Any, ...]:
    """A value as a row of the table."""
    return tuple(getattr(past, name) for name in COLUMNS)


def differ(now: Mapping[str, str], before: Mapping[str, str]) -> bool:
    """Whether a part that was read both times shows something else."""
    return any(now[part] != before[part] for part in now.keys() & before.keys())
