"""page-detail: the page behind an account has the details asked for, or none of those ruled out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from linter.bundle import fresh
from linter.checks.base import Address, Miss, Outcome, Unknown, check
from linter.checks.causes import CUT, NARROWER_UNCLEAR, NOT_UNDERSTOOD, PROVIDER_UNCLEAR
from linter.checks.page_seen import (
    cut,
    own_text,
    place,
    place_of,
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

    from linter.checks.notices import Beside
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
    (what a right is about), `operator` (what a network's operator does); passed: and every sentence that
    reads like this; akin: a body without any word that tells the authority from others is unknown; wholly: such
    wordings that apply to all details, if none was found. office: words of an office, of representation or
    of responsibility, next to which a person's name may be the one asked for, but not in lines that read like `others`.
    placeless: what lines between the provider's name and the postcode read like that are no place;
    any other line there may be one. hollow: how a detail reads that nobody filled in. saying: wordings on the page that permit what `none`
    rules out. grave: the miss is mild unless the registry says yes there, `settled` where it says
    no; grave_until: or up to that day. behind: addresses behind links, whose text does
    not show them, that do instead of `any` and may be what `all` asks for. drawn: what lines say
    beside the page's own text ("img=@", "link=…") that may be a part of what is missing. people: details that name a
    person, or are as good as missing. narrower: what stands in a notice for social media
    to which the page links is there, too, what `none` rules out as well; what was not read may be.

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
    akin: bool = False
    beside: tuple[str, ...] = ()
    passed: Patterns = Patterns()
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
    has, hollow = _found(params, page)
    if has.intersection(params.unless) or not _concerns(subject, params, page, has):
        return
    others = _beside(subject, params, page) if params.none else None
    there, where, cause = _ruled_out(params, page, has, others)
    apart = _apart(subject, params, page, has)
    has -= apart
    missing = [name for name in params.all if name not in has]
    if params.any and not has.intersection(params.any) and not _told(page, params):
        missing += params.any
    if missing and others is None:
        others = _beside(subject, params, page)
    if others is not None:
        missing = _lacking(params, others, missing)
    empty = [name for name in missing if name not in hollow]
    unsure, why = _unsure(subject, params, page, others, empty) if empty else ((), "")
    if apart.intersection(missing):
        unsure, why = apart.union(unsure), why or PROVIDER_UNCLEAR
    missing = [name for name in missing if name not in unsure]
    if params.akin and not missing and _is_strange(subject, params, page, others):
        why = NOT_UNDERSTOOD
    if (cause or why) and not missing and not there:
        yield Unknown(place(subject, params.page), cause or why)
    if there or missing:
        values = {
            "found": ", ".join(text_of(value_of(where, params.page, name)) for name in there),
            "missing": _called(missing, params),
            "page": where.url,
        }
        variant = _variant(subject, params, missing)
        if others is None:
            yield Miss(place(subject, params.page), values, variant=variant)
        elif there:
            yield others.ruled_out(subject, values, where is not page, variant)
        else:
            yield others.missed(subject, values, variant)


def _variant(subject: Subject, params: PageDetail, missing: list[str]) -> str | None:
    """Which message tells it: that only a part is missing, or that the milder duty applies."""
    if _is_grave(subject, params):
        return "partial" if missing and len(missing) < len(params.all) else None
    said = declared_text(subject, params.grave or "")
    return "settled" if said and flag_of(said) is False else "mild"


def _ruled_out(
    params: PageDetail, page: Page, has: set[str], others: Beside | None
) -> tuple[list[str], Page, str]:
    """What is there that must not be, in which of the notices, and why some may be, if none is."""
    cause = others.cause if others is not None else ""
    read = [(page, True, has)] if params.none else []
    read += [
        (notice.page, notice.about is True, _found(params, notice.page)[0])
        for notice in (others.read if others is not None else ())
        if notice.about is not False
    ]
    for one, about, found in read:
        there = [name for name in params.none if name in found]
        if there and params.saying and params.saying.search(whole_text(one, params.page)):
            there = []
        if there and about and not _may(params, params.doubt, own_text(one, params.page)):
            return there, one, ""
        if there:
            cause = NOT_UNDERSTOOD if about else NARROWER_UNCLEAR
    return [], page, cause


def _found(params: PageDetail, page: Page) -> tuple[set[str], set[str]]:
    """The details that a page has, and those that nobody filled in."""
    read = {name: value_of(page, params.page, name) for name in _asked(params)}
    hollow = {name for name in read if read[name] and params.hollow.search(text_of(read[name]))}
    return {name for name in read if read[name]} - hollow - _nameless(params, read), hollow


def _beside(subject: Subject, params: PageDetail, page: Page) -> Beside | None:
    """The notices for social media that may have what is missing; None where that does not count."""
    if not params.narrower:
        return None
    from linter.checks.notices import beside  # noqa: PLC0415 - only where something is missing

    return beside(subject, page)


def _lacking(params: PageDetail, others: Beside, missing: list[str]) -> list[str]:
    """What of that which is missing does not stand in such a notice either."""
    for notice in others.read:
        if notice.about:
            has = _found(params, notice.page)[0]
            if has.intersection(params.any) or (params.any and _told(notice.page, params)):
                has.update(params.any)
            missing = [name for name in missing if name not in has]
    return missing


def _unsure(
    subject: Subject,
    params: PageDetail,
    page: Page,
    others: Beside | None,
    missing: list[str],
) -> tuple[Collection[str], str]:
    """What of that which was not found may be there all the same, and why."""
    if cut(subject, params.page) or (others is not None and others.cut(subject)):
        return missing, CUT
    if others is not None and others.cause:
        return missing, others.cause
    unsure, cause = _unclear(params, page, missing)
    for notice in others.read if others is not None else ():
        if notice.about is None:
            more: Collection[str] = _found(params, notice.page)[0].intersection(missing)
            unsure, cause = {*unsure, *more}, cause or (NARROWER_UNCLEAR if more else "")
        if notice.about is not False:
            more, why = _unclear(params, notice.page, missing)
            unsure, cause = {*unsure, *more}, cause or why
    return unsure, cause


def _unclear(params: PageDetail, page: Page, missing: list[str]) -> tuple[Collection[str], str]:
    """What of that which a page does not have may stand there in words that were not understood."""
    text = own_text(page, params.page)
    wordings = zip(params.all, params.apiece, strict=False)
    maybe = [name for name, one in wordings if name in missing and _may(params, one, text)]
    if _may(params, params.wholly, text) and not any(
        value_of(page, params.page, name) for name in params.all
    ):
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


def _may(params: PageDetail, wordings: Pattern | Patterns, text: str) -> bool:
    """Whether a detail may be there: one of the wordings is, and the house itself says it."""
    if not wordings or not wordings.search(text):
        return False
    if not (params.beside or params.passed):
        return True
    from linter.pages.notice.aside import without  # noqa: PLC0415 - only for pages with a doubt

    return wordings.search(without(text, params.beside, params.passed or None)) is not None


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


def _is_strange(subject: Subject, params: PageDetail, page: Page, others: Beside | None) -> bool:
    """Whether a body that was found may be another than the authority, in all notices that name one."""
    from linter.checks.strange import is_strange  # noqa: PLC0415 - only for pages that were read

    def strange(pages: list[Page]) -> bool:
        named = [
            (one, name) for name in params.all for one in pages if place_of(one, params.page, name)
        ]
        return bool(named) and all(is_strange(subject, one, name) for one, name in named)

    if others is None:
        others = _beside(subject, params, page) if strange([page]) else None
    further = [one.page for one in others.read if one.about] if others is not None else []
    return strange([page, *further])


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
