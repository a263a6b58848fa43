"""page-detail: the page behind an account has the details asked for, or none of those ruled out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from linter.bundle import fresh
from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.causes import CUT, NOT_UNDERSTOOD
from linter.checks.page_seen import (
    cut,
    own_text,
    place,
    seen,
    text_of,
    value_of,
    whole_text,
)
from linter.checks.parameters import parameters
from linter.checks.patterns import Patterns
from linter.checks.second_look import holder, unclaimed
from linter.checks.seen import declared_text
from linter.subject import day_of, flag_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from linter.pages.page import Page
    from linter.subject import Subject


@parameters
class PageDetail:
    """Details go by their keys in `amtlint inspect`; `key.word` is a word of a list.

    all: every one must be there; any: one must be; none: none may be; text: wordings of the page
    or of its links that do instead of `any`; unless: details that leave the matter to another rule;
    where: only where these details are there, or the registry has one of `declared`; fits: only
    where the first of `where` reads like this; de, en: what the details are called.

    doubt: wordings that may hold what is missing in a form that was not understood: unknown;
    doubtful: the details to which `doubt` applies, without it all; wholly: such wordings that
    apply to all details, if none was found. office: words of an office or of representation, next to
    which a person's name may be the one asked for, but not in lines that read like `others`.
    placeless: what lines between the provider's name and the postcode read like that are no place;
    any other line there may be one. hollow: how a detail reads that nobody filled in. saying: wordings on the page that permit what `none`
    rules out. grave: the miss is mild unless the registry says yes there, `settled` where it says
    no; grave_until: or up to that day. behind: addresses behind links, whose text does
    not show them, that do instead of `any` and may be what `all` asks for.
    """

    page: Literal["impressum", "privacy"]
    all: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    text: Patterns = Patterns()
    behind: Patterns = Patterns()
    doubt: Patterns = Patterns()
    doubtful: tuple[str, ...] = ()
    wholly: Patterns = Patterns()
    office: Patterns = Patterns()
    others: Patterns = Patterns()
    placeless: Patterns = Patterns()
    hollow: Patterns = Patterns()
    saying: Patterns = Patterns()
    unless: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    fits: Patterns = Patterns()
    declared: tuple[Address, ...] = ()
    de: dict[str, str] = fresh(factory=dict)
    en: dict[str, str] = fresh(factory=dict)
    grave: Address | None = None
    grave_until: str | None = None


@check(
    "page-detail",
    PageDetail,
    supplies=("found", "missing", "page"),
    variants=("partial", "mild", "settled"),
)
def page_detail(subject: Subject, params: PageDetail) -> Iterator[Outcome]:
    """One miss for all that is missing, or for all that must not be there."""
    page = seen(subject, params.page)
    if isinstance(page, Unknown):
        yield page
        return
    read = {name: value_of(page, params.page, name) for name in _asked(params)}
    hollow = {name for name in read if read[name] and params.hollow.search(text_of(read[name]))}
    has = {name for name in read if read[name]} - hollow
    if has.intersection(params.unless) or not _concerns(subject, params, page, has):
        return
    there = [name for name in params.none if name in has]
    if there and params.saying and params.saying.search(whole_text(page, params.page)):
        there = []
    missing = [name for name in params.all if name not in has]
    if params.any and not has.intersection(params.any) and not _told(page, params):
        missing += params.any
    empty = [name for name in missing if name not in hollow]
    unsure, cause = _unsure(subject, params, page, empty) if empty else ((), "")
    missing = [name for name in missing if name not in unsure]
    if cause and not missing and not there:
        yield Unknown(place(subject, params.page), cause)
    variant = "partial" if missing and len(missing) < len(params.all) else None
    if there or missing:
        values = {
            "found": ", ".join(text_of(value_of(page, params.page, name)) for name in there),
            "missing": _called(missing, params),
            "page": page.url,
        }
        if not _is_grave(subject, params):
            said = declared_text(subject, params.grave or "")
            variant = "settled" if said and flag_of(said) is False else "mild"
        yield Miss(place(subject, params.page), values, variant=variant)


def _unsure(
    subject: Subject, params: PageDetail, page: Page, missing: list[str]
) -> tuple[Collection[str], str]:
    """What of that which was not found may be there all the same, and why."""
    if cut(subject, params.page):
        return missing, CUT
    text = own_text(page, params.page)
    nothing = len(missing) == len(params.all)
    if nothing and params.wholly and params.wholly.search(text):
        return missing, NOT_UNDERSTOOD
    if (
        (params.all and any(_silent(page, params)))
        or (params.doubt and params.doubt.search(text))
        or (params.office and holder(text.split("\n"), params.office, params.others))
        or (params.placeless and unclaimed(page, params.page, params.placeless))
    ):
        return params.doubtful or missing, NOT_UNDERSTOOD
    return (), ""


def _is_grave(subject: Subject, params: PageDetail) -> bool:
    """Whether the stricter of two duties is known to apply."""
    if params.grave is None or flag_of(declared_text(subject, params.grave)):
        return True
    until = day_of(params.grave_until or "")
    return until is not None and subject.as_of <= until


def _asked(params: PageDetail) -> tuple[str, ...]:
    return (*params.all, *params.any, *params.none, *params.unless, *params.where)


def _concerns(subject: Subject, params: PageDetail, page: Page, has: set[str]) -> bool:
    """Whether the rule is about this page: by what the registry declares, or what the page shows."""
    if any(declared_text(subject, address) for address in params.declared):
        return True
    if not params.where:
        return not params.declared
    if not has.intersection(params.where):
        return False
    if not params.fits:
        return True
    return any(
        params.fits.search(text_of(value_of(page, params.page, name))) for name in params.where
    )


def _told(page: Page, params: PageDetail) -> bool:
    """Whether the page's text or one of its links reads like one of the wordings."""
    wordings = params.text
    if any(_silent(page, params)):
        return True
    if not wordings:
        return False
    # a short line with a link may be one of a menu, or "Kontaktformular: hier"
    return wordings.search(whole_text(page, params.page)) is not None or any(
        wordings.search(link.text or link.alt or link.aria or link.title) for link in page.links
    )


def _silent(page: Page, params: PageDetail) -> Iterator[bool]:
    """For links whose address is one of those asked for: that their text does not show it.

    What can be read was read, and is somebody else's where it is not among the details.
    """
    for link in page.links if params.behind else ():
        if params.behind.search(link.href):
            yield not any(letter == "@" or letter.isdigit() for letter in link.text)


def _called(names: list[str], params: PageDetail) -> dict[str, str]:
    return {
        "de": ", ".join(dict.fromkeys(params.de.get(name, name) for name in names)),
        "en": ", ".join(dict.fromkeys(params.en.get(name, name) for name in names)),
    }
