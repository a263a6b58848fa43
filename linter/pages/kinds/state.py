"""Whether a page shows what it is about: error page, login, consent wall, empty shell, link hub.

Only short pages are looked at closely; whoever says much is no wall. A server that turns the
reader away for now (a check for robots, maintenance, an error of its own) shows as little of the
page as one that asks for a login: both are a `login_wall`, and say nothing of what is behind it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.contents import BESIDE
from linter.pages.kinds import evidence, hollow, refusals, walls
from linter.pages.kinds.weights import LOOKS
from linter.pages.links import host_of
from linter.pages.markup.dom import Tree

if TYPE_CHECKING:
    from linter.pages.kinds.kind import Verdict
    from linter.pages.markup.plain import PlainTree
    from linter.pages.page import Kind, State
    from linter.pages.survey import Survey

SHORT = 2500
EMPTY = 200
"""A page of fewer characters that loads scripts has its text from them."""
MOST_HEAD = 300
ENTRY = 40
"""Letters of a line that may be an entry of a menu."""
NOTICES = frozenset(("impressum", "privacy", "impressum+privacy"))
FEW = 3
"""Words of data protection that no banner has."""
FEW_SCRIPTS = 3
FEW_LINKS = 4
MOST_BESIDE = 40
"""Characters beside each link of a link hub: more is a text with links."""

_MISSING = re.compile(
    r"\b(?:error|fehler)\s*(?:code\s*)?:?\s*(?:404|410)\b|^\W*(?:404|410)\b|\b(?:404|410)\W*$"
    r"|\b(?:page|site|document|content)\s+(?:was\s+|could\s+)?(?:not|n.t)\s+(?:be\s+)?found|\bnot\s+found\b"
    r"|\b(?:seite|dokument|inhalt|datei)\s+(?:\w+\s+){0,3}(?:nicht\s+(?:\w+\s+)?(?:gefunden|vorhanden|verfügbar|existiert)|existiert\s+nicht|gibt\s+es\s+(?:\w+\s+)?nicht)"
    r"|\bnicht\s+gefunden\b|\bpage\s+(?:doesn.t|does\s+not)\s+exist|\bnot\s+the\s+page\s+you|\bpage\s+(?:can.?t|cannot)\s+be\s+found",
    re.IGNORECASE,
)
_MISSING_HINTS = (
    "404", "410", "found", "gefunden", "vorhanden", "verfügbar", "exist", "gibt es", "the page you",
)  # fmt: skip
_CONSENT = re.compile(
    r"\bbefore you continue\b|\bbevor sie (?:fortfahren|zu)|\b(?:alle\w* )?(?:akzeptieren|annehmen)\b|\balle(?:s|n)? ablehnen\b"
    r"|\b(?:accept|reject|allow) all\b|\bzustimm\w+|\beinwillig\w+|\bconsent\b|\bcookies?\b",
    re.IGNORECASE,
)
_SCRIPTED = re.compile(
    rb"""id=["']?(?:root|app|__next|__nuxt|___gatsby|svelte|q-app|main-app|application)\b|<(?:app-root|noscript)\b""",
    re.IGNORECASE,
)
_CONSENT_WORDS = 3
_OF_BROWSERS = (b"main-frame-error", b"aboutNetError")
"""What only the pages have that browsers show where they could not load one: somebody saved that."""
_SHOWS = re.compile(
    rb"<(?:img|picture|svg|object|embed|canvas|i?frame|video|area|input|button)\b", re.IGNORECASE
)


def state_of(found: Survey, tree: Tree | PlainTree, verdict: Verdict) -> State:
    """The state of a page, whose kind was judged by the same text."""
    kind = verdict.kind
    if not isinstance(tree, Tree):
        return "ok"
    if tree.is_frameset:
        return "frameset"
    text = found.text
    if len(text) > SHORT:
        return "soft_404" if kind not in NOTICES and _is_gone(found) else "ok"
    if kind in NOTICES:
        return _named(found, tree, verdict)
    if not found.labelled and any([sign in tree.source for sign in _OF_BROWSERS]):  # noqa: C419 - as there
        return "soft_404"
    missing = _missing(found) or (kind != "contact" and _says_gone(found))
    if kind != "contact" and (
        walls.turns_away(found, tree, missing=missing) or (not missing and _refuses(found))
    ):
        return "login_wall"
    if missing:
        return "soft_404"
    if len(text) < EMPTY and (_scripted(tree, text) or (kind == "home" and _blank(found, tree))):
        return "empty_shell"
    if walls.asks_login(found, tree):
        return "login_wall"
    if kind == "contact":
        return "ok"
    if len(text) >= SHORT // 2:
        return "ok"
    words = {m.casefold() for m in _CONSENT.findall(text)} if "ookie" in text else set()
    if len(words) >= _CONSENT_WORDS and walls.leads_nowhere(found):
        return "consent_wall"
    if walls.asks_consent(found, tree):
        return "consent_wall"
    return "link_hub" if _is_hub(found, tree) else "ok"


def _named(found: Survey, tree: Tree, verdict: Verdict) -> State:
    """The state of a page that bears the name of a notice: it has to say more than that."""
    text, kind = found.text, verdict.kind
    if len(text) < EMPTY and (_scripted(tree, text) or (hollow.WAITS.search(text) and _runs(tree))):
        tree.forget()
        lines = tree.lines()
        if hollow.says_nothing(lines) and not hollow.tells_address(lines):
            return "empty_shell"
    if len(text) <= walls.LITTLE and walls.says_only(found, tree, kind):
        return "consent_wall"
    thin = verdict.uncertain if "impressum" in kind else not evidence.law(verdict.low)
    if thin and (refusals.holds_back(text) or walls.fails(text)):
        return _failed(tree, kind)
    return "ok"


def _failed(tree: Tree, kind: Kind) -> State:
    """The same where nothing stands below the name but an error, or what asks for consent to show the rest."""
    tree.forget()
    lines = [line for line in hollow.own(tree.lines()) if not (line.hidden or line.heading)]
    told = "\n".join(line.text for line in lines)
    if len(told) > walls.LITTLE or _tells(evidence.plain(told)[1], kind):
        return "ok"
    if refusals.holds_back(told):
        return "consent_wall"
    return "login_wall" if walls.fails(told) else "ok"


def _tells(low: bytes, kind: Kind) -> bool:
    """Whether a text has anything of what a page of its kind consists of."""
    if "impressum" in kind and any(look(low) for look in LOOKS.values()):
        return True
    return "privacy" in kind and (
        evidence.law(low) or evidence.rights(low, 1) or evidence.mail(low)
    )


def _runs(tree: Tree) -> bool:
    return b"<script" in tree.source


def _is_gone(found: Survey) -> bool:
    """Whether a page, long for its menus, says in title or first heading that it is missing."""
    heads = (found.title, *found.two_headings(1)[:1])
    return any(_tells_gone(head[:MOST_HEAD]) for head in heads) and (
        sum([len(line) for line in found.text.split("\n") if len(line) > ENTRY]) < walls.LITTLE
    )


def _tells_gone(head: str) -> bool:
    """The same of one of them; a bare number may be that of a room or a bus, unless it comes first."""
    low = head.casefold().strip()
    if not _hints(low):
        return False
    told = _MISSING.search(low)
    return told is not None and (low.startswith("404") or any(map(str.isalpha, told.group())))


def says_missing(text: str) -> bool:
    """Whether the few words of a page without headings say that there is no such page."""
    return len(text) <= MOST_HEAD and _hints(text) and _MISSING.search(text) is not None


def _missing(found: Survey) -> bool:
    heads = [found.title, *found.headings(1)[:2], *found.headings(2)[:2]]
    # What the headings do not say need not be looked for in the text.
    if not _hints("\n".join(heads)) or not _hints(f"{found.title}\n{found.text}"):
        return False
    return any(_MISSING.search(head[:MOST_HEAD]) for head in heads if head)


def _says_gone(found: Survey) -> bool:
    """Whether a short page that leads nowhere says in its text that it is no more."""
    text = found.text
    if len(text) > walls.LITTLE:
        return False
    heads, first = _heads(found), text[:MOST_HEAD]
    failed = says_missing(first) and refusals.refuses(heads, "")
    if not failed and not refusals.says_gone(heads, first):
        return False
    return not _points_on(found) and walls.leads_nowhere(found)


def _heads(found: Survey) -> str:
    """The title and the first headings, one a line."""
    heads = (found.title, *found.headings(1)[:2], *found.headings(2)[:1])
    return "\n".join(head.strip()[:MOST_HEAD] for head in heads)


def _points_on(found: Survey) -> bool:
    """Whether the page itself, not its foot, leads to an Impressum or a notice."""
    return any(link.region not in BESIDE for link in found.labelled.values())


def _refuses(found: Survey) -> bool:
    """Whether somebody who stands before the site says that it is not to be had like this."""
    text = found.text.strip()
    if len(text) > SHORT // 2:
        return False
    first = text[:MOST_HEAD] if len(text) <= walls.LITTLE else ""
    told = refusals.refuses(_heads(found), first)
    return told and not _points_on(found) and walls.leads_nowhere(found)


def _hints(text: str) -> bool:
    low = text.casefold()
    return any([word in low for word in _MISSING_HINTS])  # noqa: C419 - faster than a generator


def _blank(found: Survey, tree: Tree) -> bool:
    """Whether a page has neither text nor links nor anything else to see."""
    return not found.text.strip() and not _SHOWS.search(tree.source) and not found.links


def _scripted(tree: Tree, text: str) -> bool:
    scripts = tree.source.count(b"<script")
    if not scripts:
        return False
    return scripts >= FEW_SCRIPTS or not text.strip() or _SCRIPTED.search(tree.source) is not None


def _is_hub(found: Survey, tree: Tree) -> bool:
    """Whether the page is little but links to many other places."""
    if tree.source.count(b"://") < FEW_LINKS:
        return False
    links = [link for link in found.links if not link.href.startswith("#")]
    if len(links) < FEW_LINKS:
        return False
    own = host_of(found.around.url)
    away = {host for link in links if (host := host_of(link.href)) and host != own}
    beside = len(found.text) - sum(len(link.raw.strip()) for link in links)
    return (
        len(away) >= FEW_LINKS and len(away) * 2 >= len(links) and beside < MOST_BESIDE * len(links)
    )
