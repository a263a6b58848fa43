"""insecure_link: a web address without encryption."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.checks.base import Address, Alarm, Miss, Outcome, check
from linter.checks.parameters import parameters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.subject import Subject

INSECURE = "http://"


@parameters
class InsecureLink:
    """fields: where web addresses stand."""

    fields: tuple[Address, ...]


def _idle(params: InsecureLink) -> tuple[str, ...]:
    return params.fields


def _alarm(params: InsecureLink) -> Alarm:
    return Alarm(params.fields, (INSECURE,))


@check("insecure-link", InsecureLink, supplies=("value", "secure"), idle=_idle, alarm=_alarm)
def insecure_link(subject: Subject, params: InsecureLink) -> Iterator[Outcome]:
    """Miss for every address that begins with http://."""
    for field in params.fields:
        for spot in subject.at(field):
            text = spot.text
            if text and text[:5] != "https" and text[: len(INSECURE)].lower() == INSECURE:
                yield Miss(
                    spot,
                    {"value": text, "secure": f"https://{text[len(INSECURE) :]}"},
                    span=(0, len(INSECURE)),
                )
