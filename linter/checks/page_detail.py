"""page-detail: the page behind an account has the details asked for, or none of those ruled out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from linter.bundle import fresh
from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.causes import CUT, NARROWER, NOT_UNDERSTOOD, PROVIDER_UNCLEAR
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
from linter.checks.patterns import Pattern, Patterns
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
    doubtful: the details to which `doubt` applies, without it all; apiece: one such wording for each of
    `all`, in their order; beside: what `doubt` and `apiece` pass over in a notice: `definition`, `right`
    (what a right is about), `operator` (what a network's operator does); common: words that many bodies
    have in their names: a body without any other word of the authority's is unknown; wholly: such wordings that
    apply to all details, if none was found. office: words of an office, of representation or
    of responsibility, next to which a person's name may be the one asked for, but not in lines that read like `others`.
    placeless: what lines between the provider's name and the postcode read like that are no place;
    any other line there may be one. hollow: how a detail reads that nobody filled in. saying: wordings on the page that permit what `none`
    rules out. grave: the miss is mild unless the registry says yes there, `settled` where it says
    no; grave_until: or up to that day. behind: addresses behind links, whose text does
    not show them, that do instead of `any` and may be what `all` asks for. drawn: what lines say
    beside the page's own text ("img=@", "link=…") that may be a part of what is missing. people: details that name a
    person, or are as good as missing. narrower: a notice for social media to which the page links may
    have what is missing.

    What stands nowhere but in the block of another body is unknown.
    """

    page: Literal["impressum", "privacy"]
    all: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    none: tuple[str, ...] = ()
    text: Patterns = Patterns()
    behind: Patterns = Patterns()
    doubt: Patterns = Patterns()
    doubtful: tuple[str, ...] = ()
    apiece: Patterns = Patterns()
    common: str = ""
    beside: tuple[str, ...] = ()
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
    drawn: Patterns = Patterns()
    people: tuple[str, ...] = ()
    narrower: bool = False


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
    has = {name for name in read if read[name]} - hollow - _nameless(params, read)
    if has.intersection(params.unless) or not _concerns(subject, params, page, has):
        return
    there = [name for name in params.none if name in has]
    if there and params.saying and params.saying.search(whole_text(page, params.page)):
        there = []
    apart = _apart(subject, params, page, has)
    has -= apart
    missing = [name for name in params.all if name not in has]
    if params.any and not has.intersection(params.any) and not _told(page, params):
        missing += params.any
    empty = [name for name in missing if name not in hollow]
    unsure, cause = _unsure(subject, params, page, empty) if empty else ((), "")
    if apart.intersection(missing):
        unsure, cause = apart.union(unsure), cause or PROVIDER_UNCLEAR
    if there and _may(params, params.doubt, own_text(page, params.page)):
        there, cause = [], NOT_UNDERSTOOD
    missing = [name for name in missing if name not in unsure]
    if params.common and not missing and _is_strange(subject, params, page):
        cause = NOT_UNDERSTOOD
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
    if params.narrower and _points_on(subject, page):
        return missing, NARROWER
    text = own_text(page, params.page)
    wordings = zip(params.all, params.apiece, strict=False)
    maybe = [name for name, one in wordings if name in missing and _may(params, one, text)]
    nothing = len(missing) == len(params.all)
    if nothing and _may(params, params.wholly, text):
        return missing, NOT_UNDERSTOOD
    if (
        (params.all and any(_silent(page, params)))
        or _may(params, params.doubt, text)
        or (params.office and _held(params, text))
        or (params.placeless and unclaimed(page, params.page, params.placeless))
        or (params.drawn and any(map(params.drawn.search, _marks(page))))
    ):
        return {*maybe, *(params.doubtful or missing)}, NOT_UNDERSTOOD
    return maybe, NOT_UNDERSTOOD if maybe else ""


def _points_on(subject: Subject, page: Page) -> bool:
    """Whether the page links to a notice for social media."""
    from linter.pages.notice.narrower import narrower  # noqa: PLC0415 - only where something is missing

    return subject.account is not None and narrower(page, subject.account.platform)


def _may(params: PageDetail, wordings: Pattern | Patterns, text: str) -> bool:
    """Whether a detail may be there: one of the wordings is, and the house itself says it."""
    if not wordings or not wordings.search(text):
        return False
    if not params.beside:
        return True
    from linter.pages.notice.aside import without  # noqa: PLC0415 - only for pages with a doubt

    return wordings.search(without(text, params.beside)) is not None


def _apart(subject: Subject, params: PageDetail, page: Page, has: set[str]) -> set[str]:
    """The details asked for that stand nowhere but in another body's block."""
    asked = has.intersection((*params.all, *params.any)) if params.page == "impressum" else set()
    if not asked:
        return set()
    from linter.checks.another_block import own_details  # noqa: PLC0415 - only for pages

    rest = own_details(subject, page)
    if rest is None:
        return set()
    return {name for name in asked if not getattr(rest, name, None)}


def _marks(page: Page) -> Iterator[str]:
    """What the lines of a page say beside its own text: "img=@", "link=E-Mail: postaueexample"."""
    for line in page.visible:
        yield from (f"{name}={value}" for name, value in line.marks)
        if line.hrefs:
            yield f"link={line.text}"


def _nameless(params: PageDetail, read: dict[str, Any]) -> set[str]:
    """The details that should name a person and name an office or a body."""
    from linter.pages.details.names import persons  # noqa: PLC0415 - only for pages that were read

    return {name for name in params.people if read[name] and not persons(text_of(read[name]))}


def _is_strange(subject: Subject, params: PageDetail, page: Page) -> bool:
    """Whether one of the bodies that were found may be another than the authority."""
    from linter.checks.strange import is_strange  # noqa: PLC0415 - only for pages that were read

    return any(is_strange(subject, page, name, params.common) for name in params.all)


def _held(params: PageDetail, text: str) -> bool:
    """Whether a person is named by the words for who is looked for.

    Behind a label that nobody knows stands an office, not what somebody answers for.
    """
    lines = text.split("\n")
    return holder(lines, params.office, params.others, labels=not params.people)


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
