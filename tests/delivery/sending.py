"""Notices as the tests of the delivery send them."""

from __future__ import annotations

import email
import email.policy
from datetime import UTC, datetime

from linter.delivery.deliver import deliver
from linter.delivery.notices import notices
from tests.delivery.conftest import PASSWORD, USER

NOW = datetime(2026, 11, 26, 4, 30, tzinfo=UTC)
ENVIRON = {"SMTP_PASSWORD": PASSWORD, "HOOK": "T0K3N-abc", "EMPTY": ""}


def mail(port, tls="starttls", host="localhost", **attributes):
    values = {"to": ["presse@example.org"], "from": "amtlint@example.org", "host": host}
    values |= {"port": str(port), "tls": tls}
    if tls != "none":
        values |= {"user": USER, "password": "${SMTP_PASSWORD}"}
    return {"email": values | attributes}


def sent(result, network, *entries, lang="en", environ=ENVIRON):
    return delivered(result, network, *entries, lang=lang, environ=environ).failed


def delivered(result, network, *entries, lang="en", environ=ENVIRON, owed=()):
    told = notices(list(entries))
    return deliver(result, told, environ, NOW, lang=lang, network=network, owed=owed)


def read(envelope):
    return email.message_from_bytes(envelope.content, policy=email.policy.default)


def words(box):
    """Subject, text and HTML of the only mail that a server took."""
    message = read(box.mails[-1][2])
    parts = [message.get_body((kind,)).get_content() for kind in ("plain", "html")]
    return [message["Subject"], *(part.replace("\r\n", "\n") for part in parts)]
