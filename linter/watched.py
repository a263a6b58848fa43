"""watched: a plug-in's code keeps to its place.

What it prints goes to standard error, where it spoils no report, and what its checks yield must
make sense: a place that does not exist or a case that was never announced is a fault of the
plug-in, told as one, and not a finding that points nowhere.
"""

from __future__ import annotations

import re
import sys
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

from linter.checks.base import Check, Miss, Unknown
from linter.errors import LinterError, in_one_line
from linter.registry.fields import find

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from linter.checks.base import Outcome
    from linter.crawl.asking import Asking
    from linter.platforms.profile import Profile, Unread, Wanted
    from linter.subject import Subject

    Reads = Callable[[Wanted], Asking[Profile | Unread]]

NONE = type(None)


@contextmanager
def aside() -> Iterator[None]:
    """What is printed meanwhile goes to standard error."""
    real, sys.stdout = sys.stdout, sys.stderr
    try:
        yield
    finally:
        sys.stdout = real


def watched(check: Check) -> Check:
    """The check, with what it yields looked at before it becomes a finding."""
    inner = check.function

    def function(subject: Subject, params: Any) -> Iterator[Outcome]:
        with aside():
            outcomes = iter(inner(subject, params))
        while True:
            with aside():
                try:
                    outcome = next(outcomes)
                except StopIteration:
                    return
            _sound(check, outcome, subject)
            yield outcome

    return Check(
        check.name,
        function,
        check.params,
        check.supplies,
        check.variants,
        idle=check.idle,
        reads=check.reads,
        alarm=check.alarm,
        look=check.look,
        sure=check.sure,
    )


def watched_reader(read: Reads) -> Reads:
    """A platform's reader whose prints spoil no report, and who asks and tells what there is.

    What is wrong is raised within the reading: it is the fault of one account's, not of the run.
    """

    def reader(wanted: Wanted) -> Asking[Profile | Unread]:
        with aside():
            asking = read(wanted)
        answers: Any = None
        while True:
            with aside():
                try:
                    asks = asking.send(answers)
                except StopIteration as end:
                    return _sound_reading(end.value, wanted)
            _sound_asks(asks, wanted)
            answers = yield asks

    return reader


def _sound_asks(asks: object, wanted: Wanted) -> None:
    """Raise where a reader yields something else than a tuple of asks."""
    from linter.crawl.asking import Ask  # noqa: PLC0415 - a plug-in that reads needs it, others not

    said = f"the reader of {wanted.platform} (a plug-in) yields a tuple of Ask"
    if not isinstance(asks, tuple) or not all(isinstance(ask, Ask) for ask in asks):
        kinds = ", ".join(type(ask).__name__ for ask in asks) if isinstance(asks, tuple) else ""
        raise TypeError(f"{said}, not {f'({kinds})' if kinds else type(asks).__name__}")
    for ask in asks:
        texts = (ask.url, ask.accept, *(part for header in ask.headers for part in header))
        if not all(isinstance(text, str) for text in texts):
            raise TypeError(f"{said}; address, accept and headers of each are texts")


def _sound_reading(found: object, wanted: Wanted) -> Profile | Unread:
    """What a reader found; raises where that is none."""
    from linter.crawl.capture import Capture  # noqa: PLC0415 - as above
    from linter.platforms.profile import Profile, ProfileLink, Unread, Verification  # noqa: PLC0415
    from linter.text import CAUSES  # noqa: PLC0415

    said = f"the reader of {wanted.platform} (a plug-in) returns"
    if not isinstance(found, (Profile, Unread)):
        raise TypeError(f"{said} a Profile or an Unread, not {type(found).__name__}")
    wrong = [] if _all(found.seen, Capture) else ["seen"]
    if isinstance(found, Unread):
        if found.cause not in CAUSES:
            raise ValueError(f"{said} an Unread for the cause {found.cause!r}, which there is not")
        wrong += [] if isinstance(found.fault, str) else ["fault"]
    else:
        named = ("platform", "handle", "url", "moved_to")
        free = ("name", "bio", "impressum", "privacy")
        wrong += [one for one in named if not isinstance(getattr(found, one), str)]
        wrong += [one for one in free if not isinstance(getattr(found, one), (str, NONE))]
        wrong += [] if found.links is None or _all(found.links, ProfileLink) else ["links"]
        wrong += [] if _all(found.fields, tuple) else ["fields"]
        wrong += [] if isinstance(found.verification, Verification) else ["verification"]
        wrong += [] if isinstance(found.last_post, (date, NONE)) else ["last_post"]
    if wrong:
        raise TypeError(f"{said} a {type(found).__name__} whose {wrong[0]} is not of its kind")
    return found


def _all(values: object, kind: type) -> bool:
    return isinstance(values, tuple) and all(isinstance(value, kind) for value in values)


def watched_function(
    function: Callable[[Any], Any], what: str, kinds: tuple[type, ...]
) -> Callable[[Any], Any]:
    """A plug-in's function that gives what it promised; where it fails, that is one line."""

    def called(value: Any) -> Any:
        try:
            with aside():
                found = function(value)
            if not isinstance(found, kinds):
                raise TypeError(f"it gave {type(found).__name__}")
        except (Exception, SystemExit) as error:
            fault = in_one_line(error)
            raise LinterError(
                {
                    "de": f"Ein Plug-in ist gescheitert ({what}): {fault}.",
                    "en": f"A plug-in failed ({what}): {fault}.",
                },
            ) from error
        return found

    return called


def _sound(check: Check, outcome: Outcome, subject: Subject) -> None:
    """Raise where an outcome names what there is not; of what type it is, the recorder looks."""
    if not isinstance(outcome, (Miss, Unknown)):
        return
    at = outcome.at
    if isinstance(at, str) and not _is_field(at, subject):
        raise ValueError(f"the registry has no field {at!r}")
    if not isinstance(outcome, Miss):
        return
    if outcome.variant is not None and outcome.variant not in check.variants:
        raise ValueError(f"the check has no variant {outcome.variant!r}")
    if outcome.span is None:
        return
    text = None if isinstance(at, str) else at.text
    start, end = outcome.span
    if text is None or not 0 <= start <= end <= len(text):
        raise ValueError(f"the span {outcome.span!r} lies outside the value")


def _is_field(address: str, subject: Subject) -> bool:
    tree = subject.context.tree
    general = re.sub(r"\[\d+\]", "[]", address)
    return not tree or any(find(tree, part, general) for part in ("account", "authority"))
