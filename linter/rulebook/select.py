"""Which rules run: by code, name, prefix, tag or pack, and by date; and which packs there are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.errors import LinterError
from linter.registry.document import Problem
from linter.registry.fields import did_you_mean
from linter.registry.nodes import Mapping, Scalar, Sequence, end_of, start_of
from linter.registry.validate import hint

if TYPE_CHECKING:
    from datetime import date

    from linter.config import Config
    from linter.registry.account import Account, Authority
    from linter.registry.load import Registry
    from linter.rulebook.book import Rulebook
    from linter.rulebook.rule import Rule
    from linter.text import Text

UNSHAKEABLE = ("REG001", "REG002")
"""A file that cannot be read or understood is always told."""


def matches(rule: Rule, word: str) -> bool:
    """Does the selector mean this rule: its code or name (old ones too), prefix, tag or pack.

    Capitals make no difference: what stands in a sentence begins with one.
    """
    word = word.lower()
    return (
        rule.code.lower().startswith(word)
        or word == "all"
        or word in (rule.name.lower(), rule.pack.lower())
        or word in map(str.lower, rule.tags)
        or word in map(str.lower, rule.redirects)
    )


def facts_of(account: Account, authority: Authority) -> dict[str, str]:
    """What is known of an account, by the keys of a pack's `default_for`; "" where nothing is."""
    return {
        "jurisdictions": authority.jurisdiction,
        "authority_kinds": authority.kind,
        "authorities": authority.id,
        "kinds": account.kind,
    }


def by_default(
    default: dict[str, list[str]] | None, account: Account, authority: Authority
) -> bool:
    """Whether a pack is in force of itself, where nobody names packs."""
    if default is None:  # a house's own pack: whoever names its folder wants it
        return True
    facts = facts_of(account, authority)
    return all(facts[key] in values for key, values in default.items() if values)


def open_packs(
    packs: dict[str, dict[str, Any]], account: Account, authority: Authority
) -> tuple[str, ...]:
    """The packs that nothing on record rules out, and something missing keeps from being in force."""
    return tuple(
        name
        for name, pack in packs.items()
        if _is_open(pack.get("default_for"), account, authority)
    )


def _is_open(default: dict[str, list[str]] | None, account: Account, authority: Authority) -> bool:
    facts = facts_of(account, authority)
    asked = {key: values for key, values in (default or {}).items() if values}
    missing = [key for key in asked if not facts[key] and key != "kinds"]
    return bool(missing) and all(facts[key] in asked[key] for key in asked if key not in missing)


def packs_known(
    book: Rulebook, registry: Registry, chosen: tuple[str, ...], config: Config
) -> None:
    """Every pack that is named must exist: in the config an error, in a registry a finding."""
    known = sorted(book.packs)
    for name in chosen:
        if name not in book.packs:
            raise config.fault(
                "packs",
                f"Ein Regelpaket „{name}“ gibt es nicht.",
                f"There is no rule pack “{name}”.",
                hint=book.missing or did_you_mean(name, known),
            )
    for document in registry.documents if book.missing is None else ():  # else that is told
        root = document.root
        node = root.entries.get("packs") if type(root) is Mapping else None
        for item in node.items if type(node) is Sequence else []:
            if type(item) is Scalar and item.text is not None and item.text not in book.packs:
                values = {
                    "value": item.text,
                    "allowed": tuple(known),
                    "hint": hint(item.text, known),
                }
                document.problems.append(
                    Problem("REG002", "not-allowed", start_of(item), end_of(item), values, "packs")
                )


def select_rules(
    book: Rulebook,
    *,
    as_of: date,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    extend: tuple[str, ...] = (),
) -> list[Rule]:
    """The rules in force on the day that the selectors leave; raises where one means nothing.

    A rule in preview runs only where it is selected by its very code, or on top of the others.
    """
    for word in (*select, *ignore, *extend):
        if (error := meaningless(book, word)) is not None:
            raise error
    codes = {word.upper() for word in select}
    chosen = []
    for rule in book.rules:
        wanted = not select or any(matches(rule, word) for word in select)
        if rule.status == "preview":
            wanted = rule.code in codes
        if wanted and any(matches(rule, word) for word in ignore):
            # a rule that is selected by its very code stays: the narrower word wins, else `ignore`
            wanted = rule.code in codes and rule.code not in map(str.upper, ignore)
        if any(matches(rule, word) for word in extend) or rule.code in UNSHAKEABLE:
            wanted = True
        if wanted and rule.in_force(as_of):
            chosen.append(rule)
    return chosen


def means_rules(config: Config, book: Rulebook) -> None:
    """What the config says of rules must mean some, told at its place; severities go by code then."""
    for key in ("select", "ignore", "extend_select"):
        for word in getattr(config, key):
            if (error := meaningless(book, word)) is not None:
                raise config.fault(key.replace("_", "-"), **error.text, hint=error.hint)
    levels = {}
    for word, level in config.severity.items():
        rule = book.find(word)
        if rule is None:
            error = no_rule(book, word)
            raise config.fault(f"severity.{word}", **error.text, hint=error.hint)
        levels[rule.code] = level
    config.severity = levels


ALL_RULES: Text = {
    "de": "„amtlint rules“ zeigt alle Regeln.",
    "en": "“amtlint rules” lists all rules.",
}


def meaningless(book: Rulebook, word: str) -> LinterError | None:
    """The error to raise for a selector that matches no rule."""
    if word and any(matches(rule, word) for rule in book.rules):
        return None
    return no_rule(book, word)


def no_rule(book: Rulebook, word: str) -> LinterError:
    """The error for a word that is no rule's, with the nearest that is."""
    known = sorted(
        {rule.code for rule in book.rules}
        | {rule.name for rule in book.rules}
        | {tag for rule in book.rules for tag in rule.tags}
        | set(book.packs)
    )
    hint = beginning(book, word) or did_you_mean(word.upper(), known) or did_you_mean(word, known)
    return LinterError(
        {
            "de": f"Keine Regel passt zu „{word}“.",
            "en": f"No rule matches “{word}”.",
        },
        hint=hint or ALL_RULES,
    )


def beginning(book: Rulebook, word: str) -> Text | None:
    """What to look at for a code that does not exist: of all that begin so, none is nearer."""
    import re  # noqa: PLC0415 - only for what is misspelt

    code = word.upper()
    if not re.fullmatch(r"[A-Z]{2,12}\d+", code):
        return None
    for end in range(len(code) - 1, 1, -1):
        if any(rule.code.startswith(code[:end]) for rule in book.rules):
            start = code[:end]
            return {
                "de": f"„amtlint rules {start}“ zeigt die Regeln, die mit {start} beginnen.",
                "en": f"“amtlint rules {start}” lists the rules that begin with {start}.",
            }
    return None
