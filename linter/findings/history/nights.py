"""nights: tonight's result beside the nights before: what is new, what is gone, what must wait."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from linter.findings.finding import SEEN_ONCE, UNREACHABLE
from linter.findings.fingerprint import fingerprint
from linter.findings.history.addresses import same_page
from linter.findings.history.asked import asked, of_registry
from linter.findings.history.carried import carried
from linter.findings.history.compare import compare, restated, reweighed
from linter.findings.history.model import Night, Past, Seen
from linter.findings.history.sites import Sites
from linter.registry_gaps import in_part

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from linter.findings.finding import Finding, Result
    from linter.findings.history.model import Change
    from linter.findings.history.run import Moment, Run
    from linter.registry.account import Account, Authority
    from linter.registry.document import Document
    from linter.rulebook.book import Rulebook

BEHIND = ("IMP104", "DSE104")
"""The rules on what is behind a link: their findings are of that page."""

REACHABILITY = (
    *("NET001", "NET002", "NET003", "NRW304/gone", "ACC101/gone", "reachability"),
    *(f"{code}/{variant}" for code in BEHIND for variant in ("gone", UNREACHABLE)),
)
"""What a bad night of a server brings about, believed from the second night on.

Codes, codes with a variant (`IMP104/gone`: the page is missing; another page is there to be
judged at once), and tags. `unreachable`: the page that a link promises cannot be reached, which
a single night only leaves open.
"""

NOT_REACHABLE = "not-reachable"
"""Why a point is open of which nobody answered."""

VANISHED = {"IMP101": "impressum", "DSE101": "privacy"}
"""The rules that no page of a kind is there: where one was, and what was asked for is missing
tonight, that may be over by the next morning, whatever the link to it is called."""

ON_PAGE = {"IMP101": ("IMP", "DSE103"), "DSE101": ("DSE",)}
"""How the codes of the rules begin that are about those pages."""

WAYS = {
    **dict.fromkeys(("IMP101", "IMP104"), ("IMP102", "IMP103", "IMP105", "IMP108")),
    **dict.fromkeys(("DSE101", "DSE104"), ("DSE102",)),
}
"""The rules on the way to a page, by those that say that the page could not be seen.

Without the page there is no way to judge: they are silent, and what they found stands.
"""

KIN = ("NET001", "NET002", "NET003")
"""Out of reach in other words: a server that is down answers 404 tonight and 503 tomorrow."""

ONLY = frozenset(("new", "reopened"))


@dataclass(frozen=True, slots=True)
class Compared:
    """A night beside the nights before, ready to be written; findings: all of the result's."""

    changes: list[Change]
    night: Night
    findings: list[Finding]
    counts: dict[str, int]


def apply(
    result: Result,
    run: Run,
    *,
    book: Rulebook,
    accounts: Iterable[Account],
    documents: Iterable[Document] = (),
    houses: Iterable[Authority] = (),
    nights: int = 2,
    recorded: Moment | None = None,
    cut_off: bool = False,
    reachability: Sequence[str] = REACHABILITY,
    skipped: Mapping[str, frozenset[str]] | None = None,
    suppress: Callable[[list[Finding], Result], list[Finding]] = lambda *_: [],
) -> Compared:
    """Set what has changed on every finding of a result; nothing is written yet.

    accounts, documents, houses: the whole registry's, looked at or not. Findings that could not be
    looked for are added again as they were told last; those of reachability wait as `unknown`
    until they were seen in `nights` nights in a row; `result.gone` lists what is no more.
    recorded: the night that is played back. cut_off: nobody answered at all: what is out of reach
    is then left open. skipped: the rules that the packs chosen leave out, by account. suppress:
    sets the status of what could not be looked for, and returns those of tonight's findings that
    are untrue for it and are taken out (see `carried.Suppression`).
    """
    registry = {account.id: account for account in accounts}
    _look(result, run, registry)
    reach(result.findings, reachability, cut_off=cut_off)
    night = run.night(
        **asked(result, book, registry),
        sites=Sites.of(registry.values(), houses, documents),
        whole=not result.errors and not any(in_part(documents)),
        nights=nights,
        recorded=recorded,
        skipped=skipped or {},
    )
    groups, tonight = _grouped(result.findings, reachability, night)
    changes = compare(run.known(), tonight, night)
    old = _carried(changes, run, book, registry)
    if old and (untrue := suppress(list(old.values()), result)):
        groups, changes = _without(untrue, result, changes, run, night, reachability)
    changes = [_restated(change, old) for change in changes]
    changes = _graver(changes, groups, old, run, night)
    _mark(changes, groups, old)
    result.findings += old.values()
    result.gone, result.first_night = _gone(changes, run), night.first
    from linter.run import order  # noqa: PLC0415 - the run imports this

    result.findings.sort(key=order)
    return Compared(changes, night, list(result.findings), counts(result, changes))


def reach(
    findings: Iterable[Finding], reachability: Sequence[str] = REACHABILITY, *, cut_off: bool
) -> None:
    """Take what is out of reach for a fault, until it turns out to be for tonight only.

    cut_off: nobody answered at all: then it is left open.
    """
    for finding in findings:
        if cut_off and _waits(finding, reachability) and finding.outcome == "fail":
            finding.outcome, finding.cause = "unknown", NOT_REACHABLE
        elif finding.variant == UNREACHABLE and not cut_off:
            finding.outcome = "fail"


def _without(
    untrue: Iterable[Finding],
    result: Result,
    changes: Iterable[Change],
    run: Run,
    night: Night,
    reachability: Sequence[str],
) -> tuple[dict[str, list[Finding]], list[Change]]:
    """Compare again, without what was said of waivers without knowing what is carried."""
    out = {id(finding) for finding in untrue}
    result.findings = [finding for finding in result.findings if id(finding) not in out]
    groups, tonight = _grouped(result.findings, reachability, night)
    over = {one.before.identity for one in changes if one.seen is not None and one.before}
    return groups, compare(run.known(), tonight, night, over)


def _look(result: Result, run: Run, registry: Mapping[str, Account]) -> None:
    """Look at closed accounts, too, of which nothing is asked of the web."""
    for account in registry.values():
        if account.id not in run.looked and account.document.path in result.documents:
            run.observe(account, None)


def counts(result: Result, changes: list[Change]) -> dict[str, int]:
    """The numbers that the list of nights shows."""
    fates = [c.fate for c in changes if c.past is not None and c.past.status == "open"]
    return {
        "accounts": result.coverage.accounts,
        "open": sum(f.outcome == "fail" and f.status == "open" for f in result.findings),
        "new": fates.count("new") + fates.count("reopened"),
        "gone": fates.count("gone"),
        "unknown": sum(f.outcome == "unknown" for f in result.findings),
    }


def only_new(result: Result) -> None:
    """Leave only what is new or opened again; what is gone stays told, the rest is left out."""
    found: list[Finding] = []
    rest: list[Finding] = []
    for finding in result.findings:
        new = finding.change in ONLY and finding.outcome == "fail"
        (found if new else rest).append(finding)
    result.findings = found
    result.left_out += rest


def _gone(changes: Iterable[Change], run: Run) -> list[dict[str, Any]]:
    """What is no more, as reports list it, in their order."""
    found = [
        gone(change.past, run.told(change.past.identity))
        for change in changes
        if change.fate == "gone" and change.past is not None
    ]
    return sorted(
        found, key=lambda one: (one["account"], one["authority"], one["code"], one["field"])
    )


def gone(past: Past, data: dict[str, Any]) -> dict[str, Any]:
    """A finding that is no more, as reports list it."""
    keys = ("code", "name", "severity", "status", "account", "authority", "platform", "handle")
    return {
        **{key: data.get(key, "") for key in keys},
        "field": data["field"],
        "message": data["message"],
        "fingerprint": past.fingerprint,
        "change": "gone",
        "change_by": past.change_by,
        "first_seen": past.first_seen,
        "last_seen": past.last_seen,
    }


def identity(
    finding: Finding, code: str | None = None, *, reachability: bool = False, page: str = ""
) -> str:
    """What makes a finding the same one again in another night.

    One that is out of reach is the same whether it timed out or was refused: the variant is not
    part of it. Nor is it the same of another page, where that is not its value already. What could
    not be checked is one point per rule and account. Of an address only the page counts.
    """
    if finding.outcome == "unknown":
        whom = finding.account_id or f"{finding.authority} {finding.platform}"
        return "\n".join(("?", code or finding.code, whom))
    variant, value = finding.variant, finding.value
    finding.value = same_page(value)
    if reachability:
        finding.variant = None
    try:
        same = fingerprint(finding, code)
    finally:
        finding.variant, finding.value = variant, value
    return f"{same}\n{page}" if reachability and page and page != value else same


def _grouped(
    findings: Iterable[Finding], reachability: Sequence[str], night: Night
) -> tuple[dict[str, list[Finding]], list[Seen]]:
    """Tonight's findings by what makes them the same one again, and each once as it is compared."""
    groups: dict[str, list[Finding]] = {}
    tonight: dict[str, Seen] = {}
    for finding in findings:
        seen = _seen(finding, reachability, night)
        groups.setdefault(seen.identity, []).append(finding)
        if seen.identity not in tonight or seen.status == "open":
            tonight[seen.identity] = seen
    return groups, list(tonight.values())


def _seen(finding: Finding, reachability: Sequence[str], night: Night) -> Seen:
    briefly = finding.outcome == "fail" and _vanished(finding, night)
    waits = briefly or _waits(finding, reachability)
    page = _page(finding)
    same = identity(finding, reachability=waits, page=page)
    fails = finding.outcome == "fail"
    formers = [
        identity(finding, code, reachability=waits, page=page)
        for code in (finding.rule.redirects if fails else ())
    ]
    if waits and page:  # as it was known before pages were told apart
        formers.append(identity(finding, reachability=True))
    if fails and finding.code in VANISHED:  # as it is known where it waits, or does not
        formers.append(identity(finding, reachability=not waits))
    bare = not waits and same_page(finding.value) == finding.value
    known = "" if not fails else same if bare else fingerprint(finding)
    if fails and not waits and not bare:  # as it was known with all that its address has
        formers.append(known)
    return Seen(
        identity=same,
        fingerprint=known,
        code=finding.code,
        account=finding.account_id,
        authority=finding.authority,
        platform=finding.platform,
        outcome=finding.outcome,
        status=finding.status,
        reachability=waits,
        web=bool(finding.evidence) and not of_registry(finding.rule),
        blind=fails and finding.variant == UNREACHABLE,
        formers=tuple(formers),
        kin=_kin(finding) if fails else (),
        target=night.targets.get(finding.account_id, ""),
        page=page,
        hides=_hidden(finding, briefly=briefly) if waits or not fails else (),
        briefly=briefly,
    )


def _waits(finding: Finding, reachability: Sequence[str]) -> bool:
    """Whether it is believed only after some nights."""
    names = (finding.code, f"{finding.code}/{finding.variant}", *finding.rule.tags)
    return any(name in reachability for name in names)


def _vanished(finding: Finding, night: Night) -> bool:
    """Whether it says that there is no page where one was, and a missing one may be why."""
    return (finding.account_id, VANISHED.get(finding.code, "")) in night.lost


def _page(finding: Finding) -> str:
    """The page behind a link that a finding is about, as the link has it; "" of other findings."""
    if finding.code not in BEHIND or finding.outcome != "fail":
        return ""
    if finding.variant == UNREACHABLE:
        return str(finding.values.get("page", ""))
    return next((str(entry.get("url", "")) for entry in finding.evidence), "")


def _hidden(finding: Finding, *, briefly: bool) -> tuple[str, ...]:
    """How the codes of the rules begin that it keeps from looking; briefly: see `Seen`.

    Of an address that only the registry has, the ways were judged without it.
    """
    of_way = not finding.evidence or any("click_path" in entry for entry in finding.evidence)
    if finding.code in BEHIND and not of_way:
        return ()
    return (*WAYS.get(finding.code, ()), *(ON_PAGE.get(finding.code, ()) if briefly else ()))


def _kin(finding: Finding) -> tuple[str, ...]:
    """What the finding would be known by, were the same page out of reach for another reason."""
    if finding.code not in KIN:
        return ()
    return tuple(identity(finding, code, reachability=True) for code in KIN if code != finding.code)


def _restated(change: Change, old: Mapping[str, Finding]) -> Change:
    """Of what could not be looked for, tonight's status decides."""
    finding = old.get(change.past.identity) if change.past is not None else None
    return restated(change, finding.status) if finding is not None else change


def _graver(
    changes: Sequence[Change],
    groups: Mapping[str, list[Finding]],
    old: Mapping[str, Finding],
    run: Run,
    night: Night,
) -> list[Change]:
    """What is still there and weighs more than it did is told once more."""
    from linter.rulebook.rule import SEVERITIES  # noqa: PLC0415 - avoids a cycle

    now = {
        c.before.identity: (
            groups[c.seen.identity][0] if c.seen else old[c.before.identity]
        ).severity
        for c in changes
        if c.fate == "still" and c.before is not None
    }
    raised = {
        identity
        for identity, before in run.severities()
        if identity in now and SEVERITIES.index(now[identity]) > SEVERITIES.index(before)
    }
    by = "rulebook" if night.other_rulebook else "options"
    return [
        reweighed(change, by=by) if change.before and change.before.identity in raised else change
        for change in changes
    ]


def _mark(
    changes: Iterable[Change], groups: Mapping[str, list[Finding]], old: Mapping[str, Finding]
) -> None:
    """Say on the findings, tonight's and those carried on, what has become of them."""
    for change in changes:
        if change.seen is not None:
            for finding in groups[change.seen.identity]:
                _mark_seen(finding, change)
        elif change.past is not None and change.past.identity in old:
            finding = old[change.past.identity]
            finding.past, finding.change = change.past, change.fate


def _mark_seen(finding: Finding, change: Change) -> None:
    """Say on a finding of tonight what has become of it."""
    finding.past = change.past
    if change.fate == "pending":
        finding.change, finding.outcome = "unknown", "unknown"
        finding.cause = finding.cause or SEEN_ONCE
        return
    finding.change = change.fate
    if finding.outcome == "fail":
        finding.cause = ""


def _carried(
    changes: Iterable[Change], run: Run, book: Rulebook, registry: dict[str, Account]
) -> dict[str, Finding]:
    """The findings that could not be looked for tonight, by what makes each the same again."""
    return {
        change.past.identity: carried(change.past, run, book, registry)
        for change in changes
        if change.seen is None and change.fate == "still" and change.past is not None
    }
