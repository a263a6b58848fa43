"""notices: what a house says of its accounts beside its privacy notice, where that points to more.

A notice of the house's own for social media is read together with the general one: what stands in
either is there. As long as one of them was not read, or cannot be judged, what is missing may
stand in it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from linter.checks.base import Miss, Unknown
from linter.checks.causes import CUT, NARROWER, NARROWER_UNCLEAR
from linter.checks.page_seen import cut, judgeable, place

if TYPE_CHECKING:
    from linter.pages.page import Page, Pointer
    from linter.subject import Subject


@dataclass(frozen=True, slots=True)
class Notice:
    """One that was read.

    role: what it is called among the account's pages; about: whether it is about the account's
    platform, None where it may be.
    """

    page: Page
    role: str
    about: bool | None


@dataclass(slots=True)
class Beside:
    """The notices beside the general one. cause: why one may say more; shown: evidence of all."""

    read: list[Notice] = field(default_factory=list)
    cause: str = ""
    shown: list[dict[str, Any]] = field(default_factory=list)

    def missed(
        self, subject: Subject, values: dict[str, Any], variant: str | None = None
    ) -> Miss | Unknown:
        """What stands in none of the notices, as a miss; unknown where one was cut off.

        values: the message's, with the general notice's address.
        """
        at = place(subject, "privacy")
        if self.cut(subject):
            return Unknown(at, CUT)
        if not self.read:
            return Miss(at, values, variant=variant)
        pages = (values["page"], *(notice.page.url for notice in self.read))
        shown = self._all(subject)
        return Miss(at, {**values, "page": pages}, variant=variant, evidence=shown)

    def ruled_out(
        self, subject: Subject, values: dict[str, Any], beside: bool, variant: str | None = None
    ) -> Miss:
        """What must not be there and is; beside: in one of these, which the finding shows then."""
        at = place(subject, "privacy")
        return Miss(at, values, variant=variant, evidence=self._all(subject) if beside else None)

    def _all(self, subject: Subject) -> list[dict[str, Any]] | None:
        """The evidence of the general notice and of these."""
        general = subject.seen.evidence("privacy") if subject.seen is not None else []
        return [*general, *self.shown] or None

    def cut(self, subject: Subject) -> bool:
        """Whether only the beginning of one of the notices was read."""
        return any(cut(subject, role) for role in ("privacy", *(one.role for one in self.read)))


def beside(subject: Subject, general: Page) -> Beside:
    """The notices for social media to which a privacy notice points, and those point on."""
    from linter.pages.clicks.ways import key  # noqa: PLC0415 - only for pages that were read
    from linter.pages.notice.narrower import (  # noqa: PLC0415 - as above
        ROLES,
        about,
        hollow,
        names_it,
        pointed_to,
        refers_on,
    )

    found = Beside()
    account = subject.account
    if account is None or account.platform == "website":
        return found
    roles = {key(_asked(subject, role)): role for role in ROLES}
    known = {key(general.url), key(_asked(subject, "privacy"))}
    pages = [(general, _steps(subject, general))]
    for page, steps in pages:  # which grows
        for one in pointed_to(page, account.platform):
            name = key(one.url)
            if name in known:
                continue
            known.add(name)
            role = roles.get(name, "")
            there = subject.page(role) if role else None
            if there is None:
                found.cause = found.cause or _unread(subject, role)
                continue
            if key(there.url) != name and key(there.url) in known:
                continue  # it leads back to one that was read
            known.add(key(there.url))
            if not judgeable(there, "privacy"):
                found.cause = found.cause or NARROWER_UNCLEAR
                continue
            if refers_on(there):
                found.cause = found.cause or NARROWER_UNCLEAR
            its_own = about(there, account.platform)
            if its_own is False and names_it(one, account.platform):
                its_own = None  # the link says that it is
            if not hollow(there):
                found.read.append(Notice(there, role, its_own))
            path = [*steps, {"url": page.url, "text": _label(page, one)}]
            found.shown += _shown(subject, role, [*path, {"url": there.url, "text": ""}])
            pages.append((there, path))
    return found


def _asked(subject: Subject, role: str) -> str:
    """The address that was asked for a page, "" where none was."""
    capture = subject.seen.captures.get(role) if subject.seen is not None else None
    page = subject.page(role)
    return capture.url if capture is not None else page.url if page is not None else ""


def _unread(subject: Subject, role: str) -> str:
    """Why there is no page: nobody has read it, or what came is none that can be judged."""
    capture = subject.seen.captures.get(role) if subject.seen is not None else None
    return NARROWER_UNCLEAR if capture is not None and capture.ok else NARROWER


def _steps(subject: Subject, general: Page) -> list[dict[str, str]]:
    """The links from the profile to the general notice, as far as they are known."""
    ways = subject.seen.paths.get("privacy") if subject.seen is not None else None
    path = (ways.accepted or ways.shortest) if ways is not None else None
    return path.click_path()[:-1] if path is not None and path.end == general.url else []


def _label(page: Page, one: Pointer) -> str:
    """The words of a link, where they are not all that it stands in."""
    said = (link.text for link in page.links if link.resolved == one.url)
    return next(filter(None, said), one.text)


def _shown(subject: Subject, role: str, path: list[dict[str, str]]) -> list[dict[str, Any]]:
    capture = subject.seen.captures.get(role) if subject.seen is not None else None
    return [] if capture is None else [{**capture.evidence(), "click_path": path}]
