"""watched: a plug-in's code keeps to its place.

What it prints goes to standard error, where it spoils no report, and what its checks yield must
make sense: a place that does not exist or a case that was never announced is a fault of the
plug-in, told as one, and not a finding that points nowhere.
"""

from __future__ import annotations

import re
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from linter.checks.base import Check, Miss, Unknown
from linter.errors import LinterError
from linter.registry.fields import find

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from linter.checks.base import Outcome
    from linter.crawl.asking import Asking
    from linter.platforms.profile import Profile, Unread, Wanted
    from linter.subject import Subject

    Reads = Callable[[Wanted], Asking[Profile | Unread]]


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
    """A platform's reader whose prints spoil no report."""

    def reader(wanted: Wanted) -> Asking[Profile | Unread]:
        with aside():
            asking = read(wanted)
        answers: Any = None
        while True:
            with aside():
                try:
                    asks = asking.send(answers)
                except StopIteration as end:
                    found: Profile | Unread = end.value
                    return found
            answers = yield asks

    return reader


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
            fault = " ".join(f"{type(error).__name__}: {error}".split())[:300]
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
