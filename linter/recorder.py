"""From outcomes to findings: what a check saw becomes a finding with its place and its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.checks.base import Miss, Unknown
from linter.findings.finding import UNREACHABLE, Finding
from linter.registry.nodes import Scalar, end_of, start_of
from linter.subject import NOT_LINKED
from linter.text import CAUSES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from linter.checks.base import Outcome
    from linter.findings.finding import Place
    from linter.pages.clicks.paths import Paths
    from linter.registry.account import Account, Authority
    from linter.registry.document import Document
    from linter.rulebook.context import Context
    from linter.rulebook.rule import Rule
    from linter.subject import Spot, Subject

OUT_OF_REACH = frozenset(
    (
        *("server_error", "timeout", "reset", "connect_error", "dns_error", "tls_error"),
        "bad_redirect",
    )
)
"""Faults of a page that nobody else gets either, if they last; cookies may break a circle of redirects."""
PAGES = frozenset(("accessibility", "impressum", "privacy"))
"""Kinds of page whose absence is a rule of its own."""
SHOWN = frozenset(("handle", "profile_name", "bio", "links", "bot", "verified"))
"""Fields that a profile shows."""


def missed(rules: Iterable[Rule]) -> frozenset[str]:
    """The kinds of page that some of the rules miss where nothing leads to one."""
    return frozenset(
        str(params.get("field") or params.get("page"))
        for rule in rules
        for name, params in rule.checks
        if name in {"linked", "page-reached"}
    )


class Recorder:
    """Adds findings to a list.

    packs: the packs' own data, for those that bind only some authorities by themselves;
    foreign: packs of plug-ins and houses; targets: as the engine's; missed: the kinds of page whose
    absence a rule tells that is asked of the account; outcomes: how many there were, whatever
    became of them, with the rules that failed.
    """

    def __init__(
        self,
        findings: list[Finding],
        context: Context,
        *,
        packs: dict[str, dict[str, Any]],
        foreign: frozenset[str],
        targets: set[str] | None,
    ) -> None:
        self.findings = findings
        self.context = context
        self.packs = packs
        self.foreign = foreign
        self.targets = targets
        self.missed: frozenset[str] = frozenset()
        self.outcomes = 0
        self.owners: _Owners | None = None

    def owner(self, subject: Subject, spot: Spot | None) -> Account | None:
        """The account a finding is about; of a group the one the spot is in, else the first."""
        if subject.account is not None:
            return subject.account
        if self.owners is None:
            self.owners = _Owners(self.context.accounts)
        if spot is not None and (found := self.owners.of(spot)) is not None:
            return found
        for account in subject.accounts:
            if self.targets is None or account.document.path in self.targets:
                return account
        return subject.accounts[0] if subject.accounts else None

    def record(self, rule: Rule, outcome: Outcome, subject: Subject) -> None:
        """Turn a miss or an unknown into a finding with its place."""
        self.outcomes += 1
        if not isinstance(outcome, (Miss, Unknown)):
            raise TypeError(f"a check yields Miss or Unknown, not {type(outcome).__name__}")
        at = outcome.at
        spot = at if not isinstance(at, str) else None
        address = at if isinstance(at, str) else at.address
        if (
            isinstance(outcome, Unknown)
            and outcome.cause == NOT_LINKED
            and (address not in PAGES or address in self.missed)
        ):
            return  # not applicable: that there is no such page is a rule of its own
        finding, authority = self.placed(rule, outcome, subject, spot, address)
        if outcome.evidence is not None:
            finding.evidence = outcome.evidence
        if isinstance(outcome, Miss):
            finding.variant = outcome.variant
            finding.severity = rule.severities.get(outcome.variant or "", rule.severity)
            if outcome.value is not None:
                finding.value = outcome.value
            finding.values = {**_standard(finding, authority), **outcome.values}
        elif outcome.cause not in CAUSES:
            raise ValueError(f"no such cause: {outcome.cause}")
        else:
            # what no profile could tell is a gap in the registry
            silent = outcome.cause == "not-declared" and rule.needs == ("registry",)
            finding.cause = "not-recorded" if silent else self.cause(address, outcome.cause)
            if self.told(finding):
                return
            if UNREACHABLE in rule.variants:
                self.lasting(finding, authority)
        if self.context.seen is not None and not finding.evidence:
            finding.evidence = self.context.seen.evidence(address)
        pack = self.packs.get(rule.pack) or {}
        if not _is_bound(pack.get("binds") or {}, authority):
            finding.note = pack["house_rule"]
        if rule.pack in self.foreign:  # a plug-in's check may forget what it said it supplies
            finding.both("message")
        self.findings.append(finding)

    def placed(
        self, rule: Rule, outcome: Outcome, subject: Subject, spot: Spot | None, address: str
    ) -> tuple[Finding, Authority]:
        """A finding of an outcome: whose it is and where it stands; and the authority it is about."""
        owner = self.owner(subject, spot)
        authority = subject.authority
        if owner is not None and owner.authority != authority.id:
            authority = self.context.authority(owner.authority)
        grouped = subject.account is None and rule.per != "registry"
        place, document = _place(subject, spot, address, outcome, owner)
        finding = Finding(
            rule=rule,
            outcome="fail" if isinstance(outcome, Miss) else "unknown",
            field=address,
            place=place,
            account=owner,
            account_id=owner.id if owner and not grouped else "",
            authority=authority.id,
            platform=owner.platform if owner and rule.per != "authority" else "",
            handle=owner.handle if owner and not grouped else "",
            value=(spot.text or "") if spot else "",
            severity=rule.severity,
            document=document,
            marked=_marked(spot, outcome),
        )
        return finding, authority

    def cause(self, address: str, cause: str) -> str:
        """Why the profile does not tell, once it was looked at, not that the registry is silent."""
        seen = self.context.seen
        field = address.partition(".")[0].partition("[")[0]
        if cause != "not-declared" or seen is None or field not in SHOWN:
            return cause
        return getattr(seen.profile, "cause", None) or "not-shown"

    def lasting(self, finding: Finding, authority: Authority) -> None:
        """Note of a page that a link promises, and that did not come, what it is if that lasts.

        Not where the profile could not be read: the fault may be ours, and nothing shows the link;
        nor where only the registry names the page, or where an answer came of which the end is odd, or that
        only a program may get.
        """
        seen = self.context.seen
        if seen is None or getattr(seen.profile, "cause", None) is not None:
            return
        capture = seen.captures.get(finding.field)
        if capture is None or capture.fault not in OUT_OF_REACH or capture.in_part:
            return
        from linter.crawl.gate import stands_before  # noqa: PLC0415 - only where a page did not come

        if stands_before(capture):
            return
        if not _links(seen.paths.get(finding.field), capture.url):
            return
        finding.variant = UNREACHABLE
        page = {"page": capture.url, "title": capture.url}
        finding.values = {**_standard(finding, authority), **page}

    def told(self, finding: Finding) -> bool:
        """Two checks of one rule that could not look at the same field are one unknown.

        They need not be asked one after the other: a rule's checks are spared one by one.
        """
        for last in reversed(self.findings):
            if last.account is not finding.account:
                return False
            same = last.rule is finding.rule and last.field == finding.field
            if same and last.outcome == finding.outcome:
                return True
        return False


def _links(ways: Paths | None, url: str) -> bool:
    """Whether a link was seen that leads to an address."""
    from linter.pages.clicks.ways import key  # noqa: PLC0415 - only where a page did not come

    known = (ways.shortest, ways.accepted) if ways is not None else ()
    return any(key(path.steps[-1].target) == key(url) for path in known if path and path.steps)


def _standard(finding: Finding, authority: Authority) -> dict[str, Any]:
    """The placeholders that every message may use (see `linter.rulebook.shape.STANDARD`)."""
    from linter.platforms import get  # noqa: PLC0415 - only when something was found

    owner = finding.account
    platform = get(owner.platform) if owner else None
    return {
        "account": owner.id if owner else "",
        "handle": owner.handle if owner else "",
        "platform": platform.title if platform else owner.platform if owner else "",
        "kind": owner.kind if owner else "",
        "authority": authority.id,
        "authority_name": authority.title,
        "field": finding.field,
        "value": finding.value,
    }


class _Owners:
    """Which account a place lies in; the accounts of each document stand in their order."""

    def __init__(self, accounts: list[Account]) -> None:
        self.by_document: dict[str, list[Account]] = {}
        for account in accounts:
            self.by_document.setdefault(account.document.path, []).append(account)

    def of(self, spot: Spot) -> Account | None:
        """The account that holds a spot; None for one in an authority's record."""
        from bisect import bisect_right  # noqa: PLC0415 - only for rules on groups

        listed = self.by_document.get(spot.document.path, [])
        offset = start_of(spot.node)
        index = bisect_right(listed, offset, key=lambda account: start_of(account.fields)) - 1
        if index < 0:
            return None
        account = listed[index]
        return account if offset < end_of(account.fields) else None


def _place(
    subject: Subject, spot: Spot | None, address: str, outcome: Outcome, owner: Account | None
) -> tuple[Place, Document]:
    """The characters meant and their file; for what is absent, the nearest thing that is there."""
    if spot is not None:
        part = outcome.span if isinstance(outcome, Miss) else None
        document = spot.document
        if type(spot.node) is Scalar and spot.text != spot.node.text:
            part = None  # it was counted in the text as a reader sees it
        if type(spot.node) is Scalar:
            return document.place(*document.span(spot.node, part)), document
        return document.place(*document.key_span(spot.node)), document
    root, document = subject.roots[0]
    if subject.account is None and owner is not None and root is not subject.authority.fields:
        root, document = owner.fields, owner.document
    steps = address.split(".")
    for count in range(len(steps), 0, -1):
        found = subject.first(".".join(steps[:count]))
        if found is not None:
            document = found.document
            return document.place(*document.key_span(found.node)), document
    node = root.entries.get("id")
    if node is None:
        return document.place(*document.key_span(root)), document
    return document.place(*document.span(node)), document


def _marked(spot: Spot | None, outcome: Outcome) -> tuple[str, int, int] | None:
    """The text a finding stands in, as a reader sees it, and which characters of it are meant."""
    if spot is None or not spot.text:
        return None
    span = outcome.span if isinstance(outcome, Miss) else None
    return (spot.text, *(span or (0, len(spot.text))))


def _is_bound(binds: dict[str, list[str]], authority: Authority) -> bool:
    """Whether the pack's source binds the authority, by all that is known of it."""
    kinds, lands = binds.get("authority_kinds"), binds.get("jurisdictions")
    if kinds and authority.kind not in kinds:
        return False
    return not lands or not authority.jurisdiction or authority.jurisdiction in lands
