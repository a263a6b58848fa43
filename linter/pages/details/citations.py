"""The laws a page names, and the retired platform for disputes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.details.found import Found
from linter.pages.details.piece import Texts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from linter.pages.page import Line, Written

_LAWS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("cites_tmg", re.compile(r"\bTMG\b|\bTelemediengesetz\w*", re.IGNORECASE)),
    (
        "cites_tmg_as_basis",
        re.compile(
            r"(?:§§?|\bParagra(?:f|ph)|\bSection|\bSec\.|\bArt(?:ikel|\.)?)\s?5\b"
            r"(?:[\s,(]{1,3}(?:(?:Abs(?:atz|ätze)?|Nr|S(?:atz)?|u|ff?)\.?\s?\d{0,2}|und|\d{1,2}|[IV]{1,3})\b\.?\)?){0,8}"
            r"\s?(?:des\s|of\sthe\s(?:German\s)?)?(?:deutschen\s)?(?:\(?TMG\b|Telemediengesetz\w*)"
            r"|\b(?:TMG|Telemediengesetz\w*)[\s:(]{1,3}§§?\s?5\b(?![^.;]{0,40}\b(?:DDG|Digitale|MStV|Medienstaats))",
            re.IGNORECASE,
        ),
    ),
    ("cites_ddg", re.compile(r"\bDDG\b|\bDigitale[- ]?Dienste[- ]?Gesetz\w*", re.IGNORECASE)),
    (
        "cites_rstv",
        re.compile(
            r"\bRf?StV\b|\bRundfunk-?[Ss]taatsvertrag\w*|\bStaatsvertrag\w*\sfür\sRundfunk\sund\sTelemedien",
            re.IGNORECASE,
        ),
    ),
    (
        "cites_mstv",
        re.compile(r"\bMStV\b|\bMedienstaatsvertrag\w*|\bMedien-Staatsvertrag\w*", re.IGNORECASE),
    ),
    (
        "cites_tdg_or_mdstv",
        re.compile(
            r"\bTDG\b|\bTeledienste?gesetz\w*|\bMDStV\b|\bMediendienste-?\s?Staatsvertrag\w*",
            re.IGNORECASE,
        ),
    ),
)
_FORMER = re.compile(
    r"\b(?:früher\w*|vormals|ehem(?:als|alig\w*)?|bisher\w*|zuvor|vorher|statt|anstelle|former(?:ly)?|previously"
    r"|an (?:die|der) Stelle|nachfolge\w*|in place of|replac\w+|(?:ersetzt\w*|löst\w*|ablöste?)(?: seit(?: dem)? [^§\n]{1,20}?)?"
    r"|bis(?: zum| Mai)? [^§\n]{1,20}?)\.?(?: (?:galt|galten|war|nach|gemäß|von|des|der))?[\s:,(]{0,3}\Z",
    re.IGNORECASE,
)
"""What stands before a law that is named as the former one."""
_ENDED = re.compile(
    r"\A[^.§\n]{0,40}?\b(?:nicht mehr in Kraft|außer Kraft|gilt nicht mehr|galt bis|aufgehoben|a\. ?F\.|no longer in force|(?:wurde|ist)\b[^.§\n]{0,30}?\b(?:ersetzt|abgelöst))"
    r"|\A[\s,)]{0,3}(?:ersetzt|ersetzte|abgelöst|ablöste?|ersetzt hat|(?:replaced|superseded) by)\b",
    re.IGNORECASE,
)
"""What follows one."""
_ANY = ("tmg", "ddg", "stv", "tdg", "medien", "dienstg", "diensteg", "rundfunk", "digitale", "odr")
"""Letters of which the name of a law has some: cheaper to ask than the patterns."""
_ODR = re.compile(r"ec\.europa\.eu/(?:consumers/)?odr|webgate\.ec\.europa\.eu/odr", re.IGNORECASE)


def citations(page: Written) -> dict[str, Found]:
    """Return the first place of each citation in what a reader can see."""
    found: dict[str, Found] = {}
    lines = page.text_lines
    seen = [line for line in lines if not line.hidden]
    if len(seen) < len(lines) and 5 * _length(seen) < _length(lines):
        seen = list(lines)  # hidden as a whole until its script has run
    telling = Texts([line.text for line in seen]).marked(*_ANY)
    if "odr" in "\n".join([href for line in seen for href in line.hrefs]).lower():
        telling.update([number for number, line in enumerate(seen) if line.hrefs])
    for number in sorted(telling):
        _in_line(seen[number], found)
    return found


def _is_former(text: str, law: re.Match[str]) -> bool:
    """Whether a law is named as one that held before, not as what the page relies on."""
    before = text[max(law.start() - 60, 0) : law.start()]
    return bool(_FORMER.search(before) or _ENDED.search(text[law.end() : law.end() + 120]))


def _length(lines: Iterable[Line]) -> int:
    return sum([len(line.text) for line in lines])


def _in_line(line: Line, found: dict[str, Found]) -> None:
    """Note what a line cites."""
    low = line.text.lower()
    for name, pattern in _LAWS if any([word in low for word in _ANY]) else ():  # noqa: C419 - faster than a generator
        if name not in found:
            match = pattern.search(line.text)
            if match and not (name == "cites_tmg_as_basis" and _is_former(line.text, match)):
                found[name] = Found(match.group(), line.number, match.start() + 1, 1.0)
    if "os_platform_link" not in found:
        match = _ODR.search(line.text) if "odr" in low else None
        if match:
            found["os_platform_link"] = Found(match.group(), line.number, match.start() + 1, 1.0)
        else:
            for href in line.hrefs:
                if "odr" in href.lower() and _ODR.search(href):
                    found["os_platform_link"] = Found(href, line.number, 1, 1.0)
                    break
