"""capture: what came back when a URL was asked: the hops, the answer, or the fault."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Fault = Literal[
    "",
    "not_found",
    "forbidden",
    "login_wall",
    "rate_limited",
    "server_error",
    "client_error",
    "dns_error",
    "tls_error",
    "connect_error",
    "timeout",
    "reset",
    "redirect_loop",
    "too_many_redirects",
    "bad_redirect",
    "robots_disallowed",
    "robots_unreachable",
    "address_refused",
    "budget_exhausted",
    "bad_encoding",
    "failed",
    "not_recorded",
]
"""Why there is no page; "" where there is one.

`failed`: an error of this program, which says nothing of the server; `not_recorded`: a replayed
night never asked this.
"""

TRANSIENT = frozenset(
    (
        *("rate_limited", "server_error", "timeout", "reset", "connect_error"),
        *("robots_unreachable", "failed"),
    )
)
"""Faults that a later pass of the same night may not see again."""

CAUSES: Mapping[str, str] = {
    "forbidden": "login-wall",
    "login_wall": "login-wall",
    "client_error": "login-wall",
    "robots_disallowed": "robots",
    "address_refused": "address-refused",
    "budget_exhausted": "too-many-requests",
    "not_recorded": "not-in-recording",
    "rate_limited": "asked-to-wait",
    "failed": "page-not-read",
}
"""What some faults are called in a finding; the others are all of one kind: nobody answered as they should."""


NOT_HTTP = "the answer is not HTTP"
"""The detail of a `reset` where somebody answered, but not so that the answer could be read."""

NOT_VALID = "the certificate is not valid"
NOT_SECURE = "no secure connection could be agreed on"
"""How the detail of a `tls_error` begins."""


def cause_of(fault: Fault) -> str:
    """What a fault is called in a finding, a key of `linter.text.CAUSES`."""
    return CAUSES.get(fault, "not-reachable")


@dataclass(frozen=True, slots=True)
class Hop:
    """One request and its answer on the way: a redirect, or the last.

    url: as asked; status: None where no answer came; location: resolved, "" unless a redirect;
    at: UTC, ISO 8601 with milliseconds and `Z`.
    """

    url: str
    status: int | None
    location: str
    at: str


@dataclass(frozen=True, slots=True, eq=False)
class Exchange:
    """One request and its answer as they went over the wire, for the evidence; secrets blanked.

    url and request: placeholders kept; headers: as sent, in order, names as written; body: still in
    its content coding, without the transfer coding; address: the address asked; seconds: from the
    request's first byte to the answer's last.
    """

    url: str
    request: tuple[tuple[str, str], ...]
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    at: str
    address: str = ""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Capture:
    """The outcome of one `Ask`.

    url: as asked, placeholders kept; final_url: of the last hop; status: of the last answer,
    None where none came; fault and detail: what went wrong, detail is one English line for
    evidence and logs, without secrets; headers: the last answer's, names in lower case; body:
    decoded from its transfer and content codings, cut at the ask's limit (then `truncated`);
    sha256: hex, of `body`; not_modified: the body is last night's, confirmed by the server.
    warc: where the last answer lies in the evidence (`{"file": …, "offset": …}`), None without.
    """

    url: str
    final_url: str
    status: int | None
    fault: Fault = ""
    detail: str = ""
    hops: tuple[Hop, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    sha256: str = ""
    truncated: bool = False
    not_modified: bool = False
    fetched_at: str = ""
    warc: Mapping[str, object] | None = None

    @property
    def ok(self) -> bool:
        """True where a page came back."""
        return not self.fault

    @property
    def weight(self) -> int:
        """Bytes that the body takes in memory; none where it is empty."""
        return len(self.body)

    def but(self, **changes: Any) -> Capture:
        """The same with other values in these fields; not `replace`, which would unpack a body."""
        return replace(self, **changes)

    @property
    def in_part(self) -> bool:
        """True where an answer came, but its end could not be told: browsers may still show it."""
        page = self.status is not None and 200 <= self.status < 300  # noqa: PLR2004
        return self.fault in {"reset", "timeout"} and (page or self.detail == NOT_HTTP)

    @property
    def content_type(self) -> str:
        """The Content-Type as sent, "" where there is none."""
        return self.headers.get("content-type", "")

    def evidence(self) -> dict[str, object]:
        """The entry of a finding's evidence (contract, section 7); `click_path` comes beside it."""
        entry: dict[str, object] = {
            "url": self.url,
            "final_url": self.final_url,
            "redirects": [
                {"url": hop.url, "status": hop.status, "location": hop.location}
                for hop in self.hops
                if hop.location
            ],
            "status": self.status,
            "fetched_at": self.fetched_at,
            "sha256": self.sha256,
        }
        if self.fault:
            entry["fault"] = self.fault
            entry["detail"] = self.detail
        if self.warc is not None:
            entry["warc"] = dict(self.warc)
        return entry
