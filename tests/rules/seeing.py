"""Judge a small registry by chosen rules, with the profile and the few pages that a test describes."""

from __future__ import annotations

from datetime import date
from typing import Any

from linter.example_web import observed
from linter.registry.account import Authority
from linter.registry.bind import Validators
from linter.registry.load import load
from linter.run import RunOptions, authorities, judge
from linter.testing import load_for_tests
from tests.checks.web import SITE, links, page

__all__ = ["BOOK", "SITE", "entry", "failing", "impressum", "links", "page", "told"]
BOOK = load_for_tests()
VALIDATORS = Validators.of(BOOK.tree)
DAY = date(2026, 11, 25)


def impressum(more: str = "", provider: str = "Stadt Bergheide") -> str:
    """An Impressum with all that it needs."""
    text = (
        f"<p>Angaben gemäß § 18 MStV</p><p>{provider}<br>Rathausplatz 1<br>48931 Bergheide</p>"
        "<p>Vertreten durch die Oberbürgermeisterin Helga Sandkuhl</p>"
        "<p>Telefon 02591 1230, E-Mail: rathaus@bergheide.example</p>"
        "<p>Dieses Impressum gilt auch für unsere Profile in sozialen Medien.</p>"
    )
    return page("Impressum", text=text + more)


def entry(platform: str = "facebook", more: str = "", handle: str = "bergheide") -> str:
    """A registry with one account of a town."""
    return (
        "registry: 1\nauthorities:\n"
        "  - {id: stadt-bergheide, names: [Stadt Bergheide], kind: city, jurisdiction: nrw}\n"
        f"accounts:\n  - {{id: a, platform: {platform}, handle: '{handle}', kind: authority, "
        f"authority: stadt-bergheide{more}}}\n"
    )


def told(
    text: str,
    codes: tuple[str, ...],
    profile: dict[str, Any] | None = None,
    web: dict[str, str] | None = None,
    packs: tuple[str, ...] = ("impressum", "privacy", "accessibility"),
    *,
    seen: bool = True,
):
    """The findings of the rules whose codes begin like this on the first account."""
    registry = load(["-"], VALIDATORS, stdin=text.encode())
    for account in registry.accounts:
        account.packs = account.packs or packs
    rules = [r for r in BOOK.rules if r.code.startswith(codes) and r.in_force(DAY)]
    pairs = None
    if seen:
        first, *rest = registry.accounts
        known = authorities(BOOK, registry)
        authority = known.get(first.authority) or Authority(first.authority)
        pairs = [
            (first, observed(first, authority, profile, web or {})),
            *((a, None) for a in rest),
        ]
    result = judge(BOOK, registry, rules, RunOptions(as_of=DAY), seen=pairs)
    assert not result.errors
    return result.findings


def failing(*args: Any, **more: Any) -> set[str]:
    """The codes that fail."""
    return {finding.code for finding in told(*args, **more) if finding.outcome == "fail"}
