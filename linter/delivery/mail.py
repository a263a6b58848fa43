"""mail: the digest by e-mail, over TLS."""

from __future__ import annotations

import smtplib
import ssl
from base64 import b64encode
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, make_msgid
from typing import TYPE_CHECKING, Any

from linter.errors import LinterError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from linter.delivery.digest import Digest
    from linter.delivery.notices import Email, Secrets
    from linter.text import Text

SECONDS = 30
"""How long a mail server may take for one answer."""
GO_ON = 334
LOGGED_IN = 235
NO_WAY: Text = {
    "de": "Der Mailserver bietet keine Anmeldung, bei der Benutzername oder Passwort andere Zeichen als ASCII haben "
    "können (PLAIN oder LOGIN).",
    "en": "The mail server offers no login for which user or password may contain characters other than ASCII "
    "(PLAIN or LOGIN).",
}


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
            _log_in(server, user, password)
        refused = server.send_message(mail, email.sender, list(email.to))
    if refused:
        raise smtplib.SMTPRecipientsRefused(refused)


def _log_in(server: smtplib.SMTP, user: str, password: str) -> None:
    """Log in; what is no ASCII goes out as UTF-8 (RFC 4616), which `smtplib` cannot."""
    if user.isascii() and password.isascii():
        server.login(user, password)
        return
    server.ehlo_or_helo_if_needed()
    offered = server.esmtp_features.get("auth", "").upper().split()
    if "PLAIN" in offered:
        plain = f"\0{user}\0{password}"
        code, said = server.docmd("AUTH", f"PLAIN {_coded(plain)}")
    elif "LOGIN" in offered:
        code, said = server.docmd("AUTH", f"LOGIN {_coded(user)}")
        if code == GO_ON:
            code, said = server.docmd(_coded(password))
    else:
        raise LinterError(NO_WAY)
    if code != LOGGED_IN:
        raise smtplib.SMTPAuthenticationError(code, said)


def _coded(text: str) -> str:
    return b64encode(text.encode()).decode()


def _connected(email: Email, context: ssl.SSLContext) -> smtplib.SMTP:
    if email.tls == "tls":
        return smtplib.SMTP_SSL(email.host, email.port, timeout=SECONDS, context=context)
    return smtplib.SMTP(email.host, email.port, timeout=SECONDS)
