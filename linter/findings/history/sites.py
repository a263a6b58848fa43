"""sites: in which file of the registry an account stands, and what the registry says of its house."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from linter.findings.fingerprint import flat
from linter.findings.history.remembered import digest

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Container, Iterable, Iterator, Mapping

    from linter.registry.account import Account, Authority
    from linter.registry.document import Document


@dataclass(frozen=True, slots=True)
class Sites:
    """Where tonight's registry has what.

    places: account → the path of its file; read: the files that were read, from the root on;
    houses: authority → a digest of its entries, "" where it has none.
    """

    places: Mapping[str, str] = field(default_factory=dict)
    read: frozenset[str] = frozenset()
    houses: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        accounts: Iterable[Account],
        houses: Iterable[Authority],
        documents: Iterable[Document],
    ) -> Sites:
        """Those of a registry."""
        listed = list(accounts)
        said: dict[str, list[str]] = {account.authority: [] for account in listed}
        for house in houses:
            if house.fields is not None and house.id in said:
                said[house.id].append(flat(house.fields))
        paths = {account.document.path for account in listed} | {d.path for d in documents}
        return cls(
            {account.id: account.document.path for account in listed},
            frozenset(map(os.path.realpath, paths)),
            {id_: digest(sorted(set(entries))) if entries else "" for id_, entries in said.items()},
        )

    def edited(self, database: sqlite3.Connection) -> frozenset[str]:
        """The authorities of which the registry says something else than last night."""
        before = dict(database.execute("SELECT authority, declared FROM house"))
        if not before:
            return frozenset()
        return frozenset(id_ for id_, said in self.houses.items() if said != before.get(id_, ""))

    def elsewhere(
        self, database: sqlite3.Connection, missing: Mapping[str, str], closed: Closed
    ) -> frozenset[str]:
        """Of the accounts missing tonight those whose file is still there and nobody looked into."""
        found = set()
        for account, path, real in database.execute("SELECT account, path, real FROM place"):
            if account not in missing or not self.read.isdisjoint((real, os.path.realpath(path))):
                continue
            if closed.has(path, real):
                continue
            if os.path.isfile(path) or os.path.isfile(real):  # noqa: PTH113 - as the call names it
                found.add(account)
        return frozenset(found)

    def write(self, database: sqlite3.Connection) -> None:
        """Remember them for the next night, beside those of files that were not read."""
        real = {path: os.path.realpath(path) for path in set(self.places.values())}
        database.executemany(
            "INSERT OR REPLACE INTO place VALUES (?, ?, ?)",
            ((name, path, real[path]) for name, path in self.places.items()),
        )
        database.executemany("INSERT OR REPLACE INTO house VALUES (?, ?)", self.houses.items())


class Closed:
    """Files that the call named and that gave nothing tonight: refused, or no registry any more.

    paths: of the files, and of folders that could not be looked into.
    """

    def __init__(self, paths: Iterable[str] = ()) -> None:
        self.paths = frozenset(map(os.path.realpath, paths))
        self.folders = tuple(
            os.path.join(path, "")  # noqa: PTH118 - as the paths are kept
            for path in self.paths
            if os.path.isdir(path)  # noqa: PTH112 - as above
        )

    def has(self, *names: str) -> bool:
        """Whether a file of the last night is among them, by one of its names."""
        real = {os.path.realpath(name) for name in names}
        return not self.paths.isdisjoint(real) or any(
            name.startswith(self.folders) for name in real
        )


def bereft(
    database: sqlite3.Connection, passed: Iterable[str], registered: Container[str]
) -> Iterator[tuple[str, int]]:
    """Files that were a registry in the last night and are none tonight; how many accounts are missed.

    passed: the files that were passed over; registered: the accounts of tonight's registry.
    """
    found = dict.fromkeys(passed, 0)
    by_real = {os.path.realpath(path): path for path in found}
    if not found:
        return
    known = "SELECT account, path, real FROM place JOIN account USING (account) WHERE NOT gone"
    for account, path, real in database.execute(known):
        here = by_real.get(real) or by_real.get(os.path.realpath(path))
        if here is not None and account not in registered:
            found[here] += 1
    yield from ((path, number) for path, number in found.items() if number)
