"""The certificates of the local web: one authority, one certificate a name, and the wrong ones."""

from __future__ import annotations

import ssl
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import trustme

if TYPE_CHECKING:
    from pathlib import Path

    from tests.web.site import Certificate


class Authority:
    """Makes a server's context for a name when it is first asked for."""

    def __init__(self) -> None:
        self._trusted = trustme.CA()
        self._stranger = trustme.CA()
        self._contexts: dict[tuple[str, Certificate], ssl.SSLContext] = {}

    def write(self, path: Path) -> Path:
        """Write the authority's certificate, for `--ca-file`."""
        self._trusted.cert_pem.write_to_path(str(path))
        return path

    def context(self, name: str, certificate: Certificate = "good") -> ssl.SSLContext:
        """The context of a server that calls itself by the name."""
        found = self._contexts.get((name, certificate))
        if found is None:
            found = self._contexts[name, certificate] = self._make(name, certificate)
        return found

    def _make(self, name: str, certificate: Certificate) -> ssl.SSLContext:
        issuer = self._stranger if certificate == "self_signed" else self._trusted
        shown = "anders.example" if certificate == "wrong_name" else name
        day = timedelta(days=1)
        now = datetime.now(UTC)
        since, until = now - day, now + day
        if certificate == "expired":
            since, until = now - 30 * day, now - day
        leaf = issuer.issue_cert(shown, not_before=since, not_after=until)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.set_alpn_protocols(["http/1.1"])
        leaf.configure_cert(context)
        return context
