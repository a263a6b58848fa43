"""deliver: tell everybody who is to be told. What fails is a line, never the end of the run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.delivery.digest import Digest
from linter.delivery.notices import Email, Secrets
from linter.errors import visible

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from linter.crawl.network import Network
    from linter.delivery.notices import Notice
    from linter.findings.finding import Result

LONGEST = 300


def deliver(
    result: Result,
    notices: Sequence[Notice],
    environ: Mapping[str, str],
    now: datetime,
    *,
    lang: str,
    network: Network,
) -> list[str]:
    """Send the digest of a result; returns a line for each notice that did not arrive.

    now: with its time zone; network: for webhooks, and its `ca_file` for mail servers, too.
    """
    digest = Digest.of(result)
    failed = []
    for notice in notices:
        if not digest.wanted(notice.when):
            continue
        secrets = Secrets(environ)
        try:
            _send(digest, notice, secrets, now, notice.lang or lang, network)
        except Exception as error:  # noqa: BLE001 - whatever a server does, the findings are told
            from linter.delivery.reasons import reason  # noqa: PLC0415 - only where it failed

            why = " ".join(secrets.blank(reason(error, lang)).split())[:LONGEST]
            failed.append(visible(f"{_whom(notice)}: {why}"))
    return failed


def _send(
    digest: Digest, notice: Notice, secrets: Secrets, now: datetime, lang: str, network: Network
) -> None:
    channel = notice.channel
    if isinstance(channel, Email):
        from linter.delivery.mail import mail_of, send  # noqa: PLC0415 - only where it is wanted

        send(mail_of(digest, channel, lang, now), channel, secrets, network.ca_file)
    else:
        from linter.delivery.webhook import post  # noqa: PLC0415 - as above

        post(digest.data(lang, now), channel, secrets, network)


def _whom(notice: Notice) -> str:
    """Who was to be told; of a webhook only the host, as its path may be the secret."""
    channel = notice.channel
    if isinstance(channel, Email):
        return ", ".join(channel.to)
    return channel.url.partition("://")[2].partition("/")[0].partition("?")[0] or "webhook"
