"""page-joint: the privacy notice speaks of joint control with who runs the account's platform."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.bundle import fresh
from linter.checks.base import Outcome, Unknown, check
from linter.checks.causes import NARROWER_UNCLEAR, NOT_UNDERSTOOD
from linter.checks.page_seen import own_text, place, seen, value_of
from linter.checks.parameters import parameters
from linter.checks.patterns import Patterns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.pages.page import Page
    from linter.subject import Subject

PAGE = "privacy"


@parameters
class PageJoint:
    """operators: who runs which platform, in the words of `joint_with`.

    Nobody named beside joint control stands for everybody. sourced: the platforms of which the
    sources themselves speak; for another one, a notice that tells of joint control elsewhere is
    unknown. unknown, too: joint control with other bodies, wordings of `doubt`, a link to a notice
    for social media that was not read; what one says that was read counts as well.
    """

    operators: dict[str, str] = fresh(factory=dict)
    sourced: tuple[str, ...] = ()
    doubt: Patterns = Patterns()


@check("page-joint", PageJoint, supplies=("page",))
def page_joint(subject: Subject, params: PageJoint) -> Iterator[Outcome]:
    """Miss a notice that speaks of no joint control, or of that with somebody else only."""
    page = seen(subject, PAGE)
    if isinstance(page, Unknown):
        yield page
        return
    if subject.account is None:
        return
    platform = subject.account.platform
    if _tells(page, platform, params):
        return
    from linter.checks.notices import beside  # noqa: PLC0415 - only where the page says nothing

    cause = _unsure(page, platform, params)
    others = beside(subject, page)
    for notice in others.read:
        told = notice.about is not False and _tells(notice.page, platform, params)
        if told and notice.about:
            return
        unsure = "" if notice.about is False else _unsure(notice.page, platform, params)
        cause = cause or (NARROWER_UNCLEAR if told else unsure)
    cause = cause or others.cause
    if cause:
        yield Unknown(place(subject, PAGE), cause)
    else:
        yield others.missed(subject, {"page": page.url})


def _tells(page: Page, platform: str, params: PageJoint) -> bool:
    """Whether a notice tells of joint control with who runs the platform, or with everybody."""
    told = value_of(page, PAGE, "joint_with")
    return "any" in told or params.operators.get(platform, platform) in told


def _unsure(page: Page, platform: str, params: PageJoint) -> str:
    """Why joint control may be told of all the same; "" where nothing speaks for it."""
    told = value_of(page, PAGE, "joint_with")
    unclear = "others" in told or (told and platform not in params.sourced)
    return NOT_UNDERSTOOD if unclear or params.doubt.search(own_text(page, PAGE)) else ""
