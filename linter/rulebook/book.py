"""Rulebook: all rules there are, with the documents, facts and fields they speak of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from linter.errors import LinterError
from linter.rulebook.compiled import compiled, rules_root
from linter.rulebook.rule import Applies, Document, Rule, Source
from linter.subject import day_of

if TYPE_CHECKING:
    from datetime import date

    from linter.registry.account import Authority
    from linter.registry.fields import Tree


@dataclass(slots=True, eq=False, repr=False)
class Rulebook:
    """The rules by code, in order; digest covers every file of every pack."""

    rules: list[Rule] = field(default_factory=list)
    packs: dict[str, dict[str, Any]] = field(default_factory=dict)
    documents: dict[str, dict[str, Any]] = field(default_factory=dict)
    facts: dict[str, dict[str, Any]] = field(default_factory=dict)
    tree: Tree = field(default_factory=dict)
    digest: str = ""
    foreign: frozenset[str] = frozenset()
    needles: dict[str, list[str]] = field(default_factory=dict)
    _index: dict[str, Rule] = field(default_factory=dict)

    @property
    def authorities(self) -> dict[str, Authority]:
        """The bodies that the packs' facts know, by id; made anew at each call."""
        from linter.rulebook.facts import authorities_from  # noqa: PLC0415 - not for every command

        return authorities_from(self.facts)

    def find(self, word: str) -> Rule | None:
        """A rule by its code, its name, or a code or name it had before."""
        if not self._index:
            for rule in self.rules:
                for key in (*rule.redirects, rule.name, rule.code):
                    self._index[key.casefold()] = rule
        return self._index.get(word.casefold())


def load_rulebook(
    pack_paths: list[str] | None = None,
    *,
    cache_dir: str | None = None,
    plugin_packs: list[tuple[str, str]] | None = None,
) -> Rulebook:
    """Built-in packs, then plug-ins' packs, then the user's own folders.

    plugin_packs: (plug-in name, folder). Raises `LinterError` where a pack does not hold.
    """
    base = compiled(rules_root(), cache_dir)
    book = Rulebook(
        packs=dict(base["packs"]),
        documents=dict(base["documents"]),
        facts=dict(base["facts"]),
        tree=base["tree"],
        digest=base["digest"],
        needles=dict(base["needles"]),
    )
    raw = list(base["rules"])
    foreign: set[str] = set()
    folders = [folder for _, folder in plugin_packs or []] + list(pack_paths or [])
    for folder in folders:
        more = compiled(
            folder, cache_dir, base={"documents": book.documents, "tree": book.tree}, foreign=True
        )
        _add(book, raw, more, folder)
        foreign |= set(more["packs"])
    book.foreign = frozenset(foreign)
    book.rules = sorted((rule_from(data) for data in raw), key=lambda rule: rule.code)
    return book


def _add(book: Rulebook, raw: list[dict[str, Any]], more: dict[str, Any], folder: str) -> None:
    """Take a foreign folder's packs in; it may add, never replace."""
    from hashlib import sha256  # noqa: PLC0415 - only with foreign packs

    if not more["packs"]:
        raise LinterError(
            {
                "de": "In diesem Ordner liegt kein Regelpaket (pack.yaml fehlt).",
                "en": "There is no rule pack in this folder (pack.yaml is missing).",
            },
            path=folder,
        )
    taken = {rule["code"] for rule in raw} | {rule["name"] for rule in raw}
    for rule in more["rules"]:
        for key in (rule["code"], rule["name"]):
            if key in taken:
                raise LinterError(
                    {
                        "de": f"„{key}“ heißt schon eine andere Regel.",
                        "en": f"“{key}” is already the name of another rule.",
                    },
                    path=f"{folder}/{rule['path']}",
                )
    for name in more["packs"]:
        if name in book.packs:
            raise LinterError(
                {
                    "de": f"Ein Regelpaket „{name}“ gibt es schon.",
                    "en": f"There is already a rule pack “{name}”.",
                },
                path=folder,
            )
    raw += more["rules"]
    book.packs |= more["packs"]
    book.documents |= more["documents"]
    book.facts |= more["facts"]
    book.needles |= more["needles"]
    book.tree = more["tree"]
    book.digest = sha256(f"{book.digest}{more['digest']}".encode()).hexdigest()


def rule_from(data: dict[str, Any]) -> Rule:
    """A rule from its YAML as plain data."""
    waivable = data["waivable"]
    valid = data.get("valid") or {}
    applies = {key: tuple(value) for key, value in (data.get("applies_to") or {}).items()}
    return Rule(
        code=data["code"],
        name=data["name"],
        pack=data["pack"],
        severity=data["severity"],
        duty=data["duty"],
        title=data["title"],
        message=data["message"],
        variants=data.get("variants") or {},
        why=data["why"],
        remedy=data["remedy"],
        sources=[_source(item) for item in data["source"]],
        applies=Applies(**applies),
        per=data.get("per", "account"),
        tags=tuple(data["tags"]),
        needs=tuple(data["needs"]),
        guards=pairs(data.get("when")),
        checks=pairs(data["check"]),
        waivable=waivable is not False and waivable != "false",
        longest_days=int(waivable.get("longest_days") or 0) if isinstance(waivable, dict) else 0,
        since=str(data["since"]),
        status=data["status"],
        redirects=tuple(data.get("redirects") or ()),
        valid_since=_day(valid.get("from")),
        valid_until=_day(valid.get("until")),
        reviewed=data.get("reviewed") or {},
        examples=data.get("examples") or [],
        path=data["path"],
    )


def _source(data: dict[str, Any]) -> Source:
    return Source(
        document=data["document"],
        section=data["section"],
        quote=data.get("quote") or "",
        since=_day(data.get("from")),
        until=_day(data.get("until")),
    )


def document_from(key: str, data: dict[str, Any]) -> Document:
    """A document of `rules/sources.yaml` from plain data."""
    return Document(
        id=key,
        title=data["title"],
        short=data["short"],
        kind=data["kind"],
        date=str(data["date"]),
        url=data.get("url") or "",
        note=data.get("note"),
    )


def _day(value: Any) -> date | None:
    return day_of(str(value)) if value else None


def pairs(value: Any) -> list[tuple[str, dict[str, Any]]]:
    """`name: {…}` or a list of such, as (name, parameters)."""
    items = value if isinstance(value, list) else [value] if value else []
    return [(name, parameters or {}) for item in items for name, parameters in item.items()]
