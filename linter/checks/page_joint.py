"""page-joint: the privacy notice speaks of joint control with who runs the account's platform."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.bundle import fresh
from linter.checks.base import Outcome, Unknown, check
from linter.checks.causes import NARROWER, NOT_UNDERSTOOD
from linter.checks.page_seen import missed, own_text, place, seen, value_of
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
    for social media.
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
    told = value_of(page, PAGE, "joint_with")
    if "any" in told or params.operators.get(platform, platform) in told:
        return
    cause = _unsure(page, platform, params)
    if cause:
        yield Unknown(place(subject, PAGE), cause)
    else:
        yield missed(subject, PAGE, {"page": page.url})


def _unsure(page: Page, platform: str, params: PageJoint) -> str:
    """Why joint control may be told of all the same; "" where nothing speaks for it."""
    from linter.pages.notice.narrower import narrower  # noqa: PLC0415 - only for pages that were read

    if narrower(page, platform):
        return NARROWER
    told = value_of(page, PAGE, "joint_with")
    unclear = "others" in told or (told and platform not in params.sourced)
    return NOT_UNDERSTOOD if unclear or params.doubt.search(own_text(page, PAGE)) else ""
