"""platforms: the social networks that a text deals with, menus and bare links left out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.notice import letter
from linter.pages.notice.prose import is_menu

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.pages.notice.prose import Prose

NAMES: tuple[tuple[str, str], ...] = (
    ("Facebook", r"\bFacebook\w*|\bFanpages?\b"),
    ("Instagram", r"\bInstagram\b"),
    ("Twitter", r"\bTwitter\b"),
    ("X", r"X"),
    ("YouTube", r"\bYou[ -]?Tube\b"),
    ("Vimeo", r"\bVimeo\b"),
    ("LinkedIn", r"\bLinkedIn\b|\b(?-i:Linked[ -]In)\b"),
    ("XING", r"\bXING\b"),
    ("TikTok", r"\bTik[ -]?Tok\b"),
    ("Mastodon", r"\bMastodon\b"),
    ("Bluesky", r"\bBluesky\b"),
    ("Threads", r"\bThreads\b"),
    ("Pinterest", r"\bPinterest\b"),
    ("WhatsApp", r"\bWhats[ -]?App\b"),
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
    "YouTube": ("tube",),
    "LinkedIn": ("linked",),
    "TikTok": ("tik",),
    "WhatsApp": ("whats",),
    "Google+": ("google",),
}
"""Lower-case letters without which a name cannot be there, where these are not the name itself."""
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
        for at in _places(prose, name, pattern):
            line = prose.lines[prose.index(at)]
            if not is_menu(line) and not _in_address(prose, at):
                found[name] = at
                break
    if "X" in found and "Twitter" in found and not _besides_former(prose):
        del found["Twitter"]
    return found


def _places(prose: Prose, name: str, pattern: re.Pattern[str]) -> Iterator[int]:
    """The places where the text may name a network."""
    if name == "X":
        aligned = prose.aligned and letter.SIGN not in prose.text
        return letter.named(prose.text, prose.places("x") if aligned else None)
    needles = NEEDLES.get(name, (name.lower(),))
    return (match.start() for match in prose.matches(pattern, prose.places(*needles), AROUND))


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
