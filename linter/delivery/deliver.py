"""deliver: tell everybody who is to be told. What fails is a line, never the end of the run.

What does not arrive is owed: the next notice to the same entry of `notify` brings it, too.
"""

from __future__ import annotations

import smtplib
import threading
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from linter.delivery.digest import Digest
from linter.delivery.notices import Email, Secrets
from linter.errors import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from linter.crawl.network import Network
    from linter.delivery.notices import Notice
    from linter.findings.finding import Result

Letter = dict[str, Any]
"""What a night had to tell, as `Digest.data` writes it."""
Owed = tuple[str, Letter]
"""Which entry of `notify`, and a letter that did not arrive there."""

LONGEST = 300
MOST = 30
"""Letters that are owed to one entry at most: a server that is gone for good takes none."""
SECONDS = 300.0
"""How long a notice may take in all: a server may answer, and never come to an end."""


@dataclass(slots=True)
class Delivery:
    """What came of it. failed: a line for each notice that did not arrive; owed: what it had to tell."""

    failed: list[str] = field(default_factory=list)
    owed: list[Owed] = field(default_factory=list)


def deliver(
    result: Result,
    notices: Sequence[Notice],
    environ: Mapping[str, str],
    now: datetime,
    *,
    lang: str,
    network: Network,
    owed: Sequence[Owed] = (),
) -> Delivery:
    """Send the digest of a result, and with it what is owed.

    now: with its time zone; network: for webhooks, and its `ca_file` for mail servers, too.
    """
    digest = Digest.of(result)
    delivery = Delivery()
    named = channels(notices)
    whose = [(_meant(whom, named), letter) for whom, letter in owed]
    for channel, notice in zip(named, notices, strict=True):
        earlier = [letter for whom, letter in whose if whom == channel]
        if not earlier and not digest.wanted(notice.when):
            continue
        secrets = Secrets(environ)
        spoken = notice.lang or lang
        tonight: list[Letter] = []
        try:
            if digest.news:
                tonight = [digest.data(spoken, now)]
            send = partial(_send, digest, notice, secrets, now, spoken, network, earlier)
            _within(SECONDS, send)
        except Exception as error:  # noqa: BLE001 - whatever a server does, the findings are told
            from linter.delivery.reasons import reason  # noqa: PLC0415 - only where it failed

            why = " ".join(secrets.blank(reason(error, lang)).split())[:LONGEST]
            delivery.failed.append(visible(f"{_whom(notice)}: {why}"))
            if not _taken(error, notice):
                delivery.owed += [(channel, one) for one in [*earlier, *tonight][-MOST:]]
    return delivery


def channels(notices: Sequence[Notice]) -> list[str]:
    """What tells entries of `notify` apart: the kind, its number, and a digest of the address.

    The address may be a secret.
    """
    counts = {"email": 0, "webhook": 0}
    found = []
    for notice in notices:
        channel = notice.channel
        kind = "email" if isinstance(channel, Email) else "webhook"
        address = ",".join(sorted(channel.to)) if isinstance(channel, Email) else channel.url
        counts[kind] += 1
        found.append(f"{kind} {counts[kind]} {sha256(address.encode()).hexdigest()[:16]}")
    return found


def _meant(whom: str, named: Sequence[str]) -> str:
    """Which of today's entries a letter is for; "" for one that is not there any more.

    The one of its address, wherever it stands now; else that of its number, for a wrong address
    that is put right is still the same entry.
    """
    kind, number, *address = whom.split()
    now = [(one, one.split()) for one in named]
    same = [one for one, parts in now if parts[0] == kind and parts[2:] == address]
    return (
        whom
        if whom in same
        else next(iter([*same, *(one for one, parts in now if parts[:2] == [kind, number])]), "")
    )


def _taken(error: Exception, notice: Notice) -> bool:
    """Whether the mail went out, and only some of those it is for were refused."""
    channel = notice.channel
    return (
        isinstance(error, smtplib.SMTPRecipientsRefused)
        and isinstance(channel, Email)
        and len(error.recipients) < len(set(channel.to))
    )


def _within(seconds: float, send: Callable[[], None]) -> None:
    """Send; raises what it raises, or `TimeoutError` where it does not come to an end."""
    raised: list[BaseException] = []

    def work() -> None:
        try:
            send()
        except BaseException as error:  # noqa: BLE001 - raised where it is waited for
            raised.append(error)

    thread = threading.Thread(target=work, name="amtlint-notice", daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        raise TimeoutError
    if raised:
        raise raised[0]


def _send(
    digest: Digest,
    notice: Notice,
    secrets: Secrets,
    now: datetime,
    lang: str,
    network: Network,
    earlier: Sequence[Letter],
) -> None:
    channel = notice.channel
    if isinstance(channel, Email):
        from linter.delivery.mail import mail_of, send  # noqa: PLC0415 - only where it is wanted

        send(mail_of(digest, channel, lang, now, earlier), channel, secrets, network.ca_file)
    else:
        from linter.delivery.webhook import post  # noqa: PLC0415 - as above

        post(digest.data(lang, now, earlier), channel, secrets, network)


def _whom(notice: Notice) -> str:
    """Who was to be told; of a webhook only the host, as its path may be the secret."""
    channel = notice.channel
    if isinstance(channel, Email):
        return ", ".join(channel.to)
    return channel.url.partition("://")[2].partition("/")[0].partition("?")[0] or "webhook"
