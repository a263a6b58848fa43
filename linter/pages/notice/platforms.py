"""platforms: the social networks that a text deals with, menus and bare links left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.notice.prose import is_menu

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.pages.notice.prose import Prose

NAMES: tuple[tuple[str, str], ...] = (
    ("Facebook", r"\bFacebook\w*|\bFanpages?\b"),
    ("Instagram", r"\bInstagram\b"),
    ("Twitter", r"\bTwitter\b"),
    ("X", r"\bX\b(?=\s*(?:\((?:ehem|vorm|früher|formerly|vor|ex|zuvor|bis|Twitter)|Corp|/\s*Twitter))|\b(?:auf|von|bei|on|by|dem Dienst|Plattform) X\b(?![-.])|\bX Internet Unlimited|(?<![\w.])x\.com\b"),
    ("YouTube", r"\bYou-?Tube\b"),
    ("Vimeo", r"\bVimeo\b"),
    ("LinkedIn", r"\bLinkedIn\b"),
    ("XING", r"\bXING\b"),
    ("TikTok", r"\bTik-?Tok\b"),
    ("Mastodon", r"\bMastodon\b"),
    ("Bluesky", r"\bBluesky\b"),
    ("Threads", r"\bThreads\b"),
    ("Pinterest", r"\bPinterest\b"),
    ("WhatsApp", r"\bWhats-?App\b"),
    ("Google+", r"\bGoogle ?(?:\+|Plus\b)"),
    ("Tumblr", r"\bTumblr\b"),
    ("Flickr", r"\bFlickr\b"),
    ("Snapchat", r"\bSnapchat\b"),
    ("Telegram", r"\bTelegram\b"),
    ("Pixelfed", r"\bPixelfed\b"),
    ("PeerTube", r"\bPeerTube\b"),
)  # fmt: skip
NEEDLES = {
    "Facebook": ("facebook", "fanpage"),
    "X": (" x ", " x,", " x.", "x.com", "x/", "x (", "x\n"),
    "YouTube": ("tube",),
    "TikTok": ("tik",),
    "WhatsApp": ("whats",),
    "Google+": ("google",),
}
"""Lower-case letters without which a name cannot be there, where these are not the name itself."""
BEFORE = tuple(map(len, ("dem Dienst ", "Plattform ", "auf ", "on ", "")))
"""How far before the letter X a match may begin, the farthest first."""
AROUND = 100
"""Code points of a name that may stand around these, more than any has."""
PATTERNS = tuple((name, re.compile(pattern, re.IGNORECASE)) for name, pattern in NAMES)
TWITTER = re.compile(r"\bTwitter\b", re.IGNORECASE)
FORMER = re.compile(
    r"\bX\s{0,2}(?:\(|/|,)\s{0,2}(?:(?:ehem|vorm|früher|formerly|zuvor|ex|bis|vor)[\w.]*[\s:-]{0,2}(?:\w+\s)?)?Twitter$",
    re.IGNORECASE,
)
ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\b[\w.-]{1,64}@[\w.-]+|\b(?:[\w-]{1,63}\.){1,4}(?:com|de|net|org|eu)\b(?:/\S*)?",
    re.IGNORECASE,
)


def platforms(prose: Prose) -> dict[str, int]:
    """The networks named in running text or a heading, each with its first place."""
    found: dict[str, int] = {}
    for name, pattern in PATTERNS:
        for match in _matches(prose, name, pattern):
            line = prose.lines[prose.index(match.start())]
            if not is_menu(line) and not _in_address(prose, match.start()):
                found[name] = match.start()
                break
    if "X" in found and "Twitter" in found and not _besides_former(prose):
        del found["Twitter"]
    return found


def _matches(prose: Prose, name: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The places where the text may name a network."""
    needles = NEEDLES.get(name, (name.lower(),))
    if name != "X":
        return prose.matches(pattern, prose.places(*needles), AROUND)
    # The letters around it only say that it may be there.
    return _alone(prose, pattern, needles)


def _alone(
    prose: Prose, pattern: re.Pattern[str], needles: tuple[str, ...]
) -> Iterator[re.Match[str]]:
    """The matches of a pattern that is for the letter X alone and what stands around it."""
    text = prose.text
    if not prose.aligned:
        yield from pattern.finditer(text) if prose.has(*needles) else ()
        return
    read = 0
    for at in prose.places("x"):
        if text[max(at - 1, 0) : at].isalnum() or text[at + 1 : at + 2].isalnum() or at < read:
            continue
        starts = [at - before for before in BEFORE if at - before >= read]
        found = next(filter(None, (pattern.match(text, start) for start in starts)), None)
        if found and prose.has(*needles):
            yield found
            read = found.end()


def _besides_former(prose: Prose) -> bool:
    """Whether Twitter stands for itself somewhere, not only as the former name of X."""
    return any(
        not FORMER.search(prose.text, max(0, match.start() - 30), match.end())
        for match in prose.matches(TWITTER, prose.places("twitter"), AROUND)
    )


def _in_address(prose: Prose, offset: int) -> bool:
    """The address of a policy names its owner; what the text deals with is said around it."""
    text = prose.text
    low = max(0, offset - 300)
    start = max(text.rfind(" ", low, offset), text.rfind("\n", low, offset), low - 1) + 1
    rest = text[offset : offset + 300].split(None, 1)[0]
    found = ADDRESS.search(text, start, offset + len(rest))
    return found is not None and found.start() <= offset < found.end()
