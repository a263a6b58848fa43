"""mail: the digest by e-mail, over TLS."""

from __future__ import annotations

import smtplib
import ssl
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from linter.delivery.digest import Digest
    from linter.delivery.notices import Email, Secrets

SECONDS = 30
"""How long a mail server may take for one answer."""


def mail_of(
    digest: Digest,
    email: Email,
    lang: str,
    now: datetime,
    earlier: Sequence[Mapping[str, Any]] = (),
) -> EmailMessage:
    """The mail: plain text, and the same as HTML; earlier: as `Digest.text` has it."""
    mail = EmailMessage(policy=SMTP)
    mail["Subject"] = digest.subject(lang, len(earlier))
    mail["From"] = email.sender
    mail["To"] = ", ".join(email.to)
    mail["Date"] = format_datetime(now)
    mail["Message-ID"] = make_msgid("amtlint", email.sender.rpartition("@")[2])
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(digest.text(lang, earlier))
    mail.add_alternative(digest.html(lang, earlier), subtype="html")
    return mail


def send(mail: EmailMessage, email: Email, secrets: Secrets, ca_file: str = "") -> None:
    """Hand the mail over; raises `OSError` (also smtplib's) where the server does not take it."""
    user, password = secrets.fill(email.user), secrets.fill(email.password)
    context = ssl.create_default_context(cafile=ca_file or None)
    with _connected(email, context) as server:
        if email.tls == "starttls":
            server.starttls(context=context)
        if user:
            server.login(user, password)
        refused = server.send_message(mail, email.sender, list(email.to))
    if refused:
        raise smtplib.SMTPRecipientsRefused(refused)


def _connected(email: Email, context: ssl.SSLContext) -> smtplib.SMTP:
    if email.tls == "tls":
        return smtplib.SMTP_SSL(email.host, email.port, timeout=SECONDS, context=context)
    return smtplib.SMTP(email.host, email.port, timeout=SECONDS)
