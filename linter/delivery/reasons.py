"""reasons: why a notice did not arrive, in words; the errors of libraries name themselves in none."""

from __future__ import annotations

import smtplib
import socket
import ssl
from typing import TYPE_CHECKING

from linter.crawl.address import AddressError
from linter.crawl.resolve import UnresolvedError
from linter.errors import LinterError
from linter.web_faults import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.text import Text

KINDS: tuple[tuple[tuple[type[BaseException], ...], str], ...] = (
    ((ssl.SSLError,), "tls_error"),
    ((socket.gaierror, UnresolvedError), "dns_error"),
    ((TimeoutError,), "timeout"),
    ((ConnectionResetError, BrokenPipeError, smtplib.SMTPServerDisconnected), "reset"),
    ((ConnectionError, smtplib.SMTPConnectError), "connect_error"),
)
"""What an error, or one behind it, means; the first that fits counts."""
NAMES = {"TimeoutException": "timeout", "ConnectError": "connect_error", "NetworkError": "reset"}
"""The same by the names of the classes of httpx, which is loaded for webhooks only."""
INVALID = ssl.SSLCertVerificationError
PERMIT: Text = {
    "de": "; ein internes Netz gibt „allow-network“ frei",
    "en": "; `allow-network` permits an internal network",
}


UNSENDABLE: Text = {
    "de": "Darin steht ein Zeichen, das sich so nicht übertragen lässt (kein ASCII).",
    "en": "There is a character in it that cannot be sent like that (not ASCII).",
}


def reason(error: Exception, lang: str) -> str:
    """Why it did not arrive; may hold a secret, which whoever prints it takes out."""
    if isinstance(error, LinterError):
        return error.render(lang)
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return ", ".join(
            f"{address}: {code} {said.decode(errors='replace')}"
            for address, (code, said) in error.recipients.items()
        )
    if isinstance(error, smtplib.SMTPResponseException):
        said = error.smtp_error
        return f"{error.smtp_code} {said.decode(errors='replace') if isinstance(said, bytes) else said}"
    if isinstance(error, AddressError):
        return _refused(error, lang)
    if isinstance(error, UnicodeError):  # its own words show the character, which may be a secret's
        return UNSENDABLE[lang]
    fault = _fault(error)
    if not fault:
        return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    detail = next(
        (one.verify_message for one in _chain(error) if isinstance(one, INVALID)),
        "",
    )
    words = in_words(fault)[lang]
    return f"{words} ({detail})" if detail else words


def _refused(error: AddressError, lang: str) -> str:
    words = in_words(error.fault, None, error.detail)[lang]
    host, colon, why = error.detail.partition(": ")
    if not colon:
        return words
    return f"{words} ({host})" + (PERMIT[lang] if "no public" in why else "")


def _fault(error: Exception) -> str:
    chain = list(_chain(error))
    for kinds, fault in KINDS:
        if any(isinstance(one, kinds) for one in chain):
            return fault
    names = [base.__name__ for base in type(error).__mro__]
    return next((NAMES[name] for name in names if name in NAMES), "")


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error and those behind it."""
    seen: set[int] = set()
    one: BaseException | None = error
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        yield one
        one = one.__cause__ or one.__context__
