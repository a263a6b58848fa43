"""net-fault: a page of the account could not be read, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from linter.checks.base import Miss, Outcome, Unknown, check
from linter.checks.parameters import parameters
from linter.checks.seen import declared_spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.crawl.capture import Capture
    from linter.subject import Spot, Subject

FAULTS: dict[str, dict[str, str]] = {
    "not_found": {"de": "nicht vorhanden", "en": "not there"},
    "forbidden": {"de": "abgewiesen", "en": "refused"},
    "login_wall": {"de": "Anmeldung verlangt", "en": "login asked for"},
    "client_error": {"de": "als fehlerhaft abgewiesen", "en": "refused as faulty"},
    "rate_limited": {"de": "zu viele Abrufe", "en": "too many requests"},
    "server_error": {"de": "Fehler des Servers", "en": "error of the server"},
    "dns_error": {"de": "Name nicht auflösbar", "en": "name cannot be resolved"},
    "tls_error": {
        "de": "Zertifikat oder Verschlüsselung fehlerhaft",
        "en": "certificate or encryption at fault",
    },
    "connect_error": {"de": "keine Verbindung", "en": "no connection"},
    "timeout": {"de": "Zeitüberschreitung", "en": "timeout"},
    "reset": {"de": "Verbindung abgebrochen", "en": "connection cut off"},
    "redirect_loop": {"de": "Weiterleitung im Kreis", "en": "redirects in a circle"},
    "too_many_redirects": {"de": "zu viele Weiterleitungen", "en": "too many redirects"},
    "bad_redirect": {
        "de": "Weiterleitung ohne brauchbares Ziel",
        "en": "redirect without a usable target",
    },
    "robots_disallowed": {"de": "von robots.txt untersagt", "en": "forbidden by robots.txt"},
    "robots_unreachable": {"de": "robots.txt nicht lesbar", "en": "robots.txt cannot be read"},
    "address_refused": {"de": "keine öffentliche Adresse", "en": "no public address"},
    "bad_encoding": {"de": "Antwort nicht entschlüsselbar", "en": "answer cannot be decoded"},
}
"""What went wrong, in words; the particulars stand in the evidence."""
STATUSES: dict[int, dict[str, str]] = {
    418: {"de": "dem Programm verweigert", "en": "refused to a program"},
    451: {"de": "aus rechtlichen Gründen gesperrt", "en": "blocked for legal reasons"},
}
"""Statuses that say more than their fault."""
PAUSE = {"de": "der Server bat um eine Pause", "en": "the server asked for a pause"}
TOO_MANY = 429
GONE = (404, 410)
"""Statuses that say that a page is not there."""
FIELDS = ("url", "impressum", "privacy", "netiquette")
"""Where the registry may name the page."""


@parameters
class NetFault:
    """faults: those that count (see `linter.crawl.capture`); where: only the profile, or any page."""

    faults: tuple[str, ...]
    where: Literal["any", "profile"] = "any"


@check(
    "net-fault",
    NetFault,
    supplies=("page", "status", "detail", "reached"),
    variants=("behind", "told"),
)
def net_fault(subject: Subject, params: NetFault) -> Iterator[Outcome]:
    """One miss for each page that failed so; unknown for an account that was not asked for at all."""
    seen = subject.seen
    if seen is None:
        if subject.account is not None and subject.account.status == "active":
            yield Unknown("url", "page-not-read")
        return
    profile = seen.captures.get("profile")
    for fault in seen.faults:
        own = profile is not None and fault.url == profile.url
        if fault.fault not in params.faults or (params.where == "profile" and not own):
            continue
        if fault.fault == "rate_limited" and fault.status is None and not own:
            continue  # it was never asked; what depends on it is unknown
        values = {
            "page": _named(subject) if own else fault.url,
            "reached": fault.final_url or fault.url,
            "status": "" if fault.status is None else str(fault.status),
            "detail": told(fault),
        }
        yield Miss(
            _place(subject, fault),
            values,
            variant="behind" if not own else "told" if _only_told(fault) else None,
            evidence=[fault.evidence()],
            value=fault.url,
        )


def told(capture: Capture) -> dict[str, str]:
    """What went wrong with a page, in words."""
    if capture.fault == "rate_limited" and capture.status != TOO_MANY:
        return PAUSE
    said = STATUSES.get(capture.status or 0) if capture.fault == "client_error" else None
    other = {lang: capture.fault.replace("_", " ") for lang in ("de", "en")}
    return said or FAULTS.get(capture.fault) or other


def _named(subject: Subject) -> str:
    """The profile as people know it, not as an interface was asked for it."""
    from linter import platforms  # noqa: PLC0415 - only where something failed

    account = subject.account
    url = subject.text("url")
    if url or account is None:
        return url or ""
    platform = platforms.get(account.platform)
    return f"{account.handle} ({platform.title if platform else account.platform})"


def _only_told(fault: Capture) -> bool:
    """Whether the platform says in words, not by its status, that there is no such profile."""
    return fault.fault == "not_found" and fault.status not in GONE


def _place(subject: Subject, fault: Capture) -> Spot | str:
    """The field that names the address, else the account's own."""
    spots = [spot for field in FIELDS if (spot := declared_spot(subject, field))]
    named = next((spot for spot in spots if spot.text == fault.url), None)
    return named or next((spot for spot in spots if spot.address == "url"), "url")
