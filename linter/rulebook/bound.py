"""bound: which packs would be in force if more were known of an account's authority."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.rulebook.select import facts_of

if TYPE_CHECKING:
    from linter.registry.account import Account, Authority


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
