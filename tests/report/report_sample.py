"""Results made of the real data classes, small enough to know by heart."""

from datetime import date

from linter.findings.finding import Coverage, Finding, Place, Result
from linter.registry.document import Document
from linter.registry.parse import parse
from linter.rulebook.rule import Applies, Rule, Source
from linter.rulebook.rule import Document as Law

ACCOUNTS = """\
registry: 1
authority: im-nrw
accounts:
  - id: im-nrw-x
    platform: x
    handle: Innenminister_Reul
    kind: ressort
    bio: Wir twittern hier.
  - id: im-nrw-instagram
    platform: instagram
    handle: im_nrw
    kind: ressort
"""

SOURCES = {
    "handreichung-nrw": Law(
        "handreichung-nrw",
        {"de": "Handreichung für die Landesregierung", "en": "Guidance for the Government"},
        {"de": "Handreichung NRW", "en": "NRW guidance"},
        "guideline",
        "2018-02-27",
        "https://example.org/handreichung.pdf",
    ),
    "ddg": Law(
        "ddg",
        {"de": "Digitale-Dienste-Gesetz", "en": "Digital Services Act (Germany)"},
        {"de": "DDG", "en": "DDG"},
        "law",
        "2024-05",
    ),
    "amtlint": Law(
        "amtlint",
        {"de": "amtlint: eigene Regel", "en": "amtlint: a rule of the linter's own"},
        {"de": "amtlint (eigene Regel)", "en": "amtlint (own rule)"},
        "own",
        "",
    ),
}


def rule(code, name, severity="error", **changes):
    """A rule with everything filled in; changes replace its parts."""
    parts = {
        "pack": "nrw-handreichung",
        "duty": "must",
        "title": {"de": f"Titel von {code}", "en": f"Title of {code}"},
        "message": {"de": "Im Handle steht „{value}“.", "en": "The handle contains “{value}”."},
        "variants": {},
        "why": {
            "de": "Dienstliche Accounts gehören der Behörde, nicht der Person, die gerade ihr Amt ausübt.",
            "en": "Service accounts belong to the authority, not to the person who holds the office.",
        },
        "remedy": {
            "de": "Den Handle von {account} aus der Bezeichnung des Ressorts bilden.",
            "en": "Form the handle of {account} from the ministry's name.",
        },
        "sources": [
            Source(
                "handreichung-nrw",
                "Abschnitt 2",
                "in keinem Fall personen- oder amtsinhaberbezogene Accounts",
            )
        ],
        "applies": Applies(),
        "per": "account",
        "tags": ("naming",),
        "needs": ("registry",),
        "guards": [],
        "checks": [],
        "waivable": True,
        "longest_days": 0,
        "since": "0.1",
        "status": "stable",
    }
    return Rule(code=code, name=name, severity=severity, **(parts | changes))


PERSON = rule("NRW101", "person-name-in-handle")
OFFICE = rule("NRW102", "office-title-in-handle", redirects=("NRW099",))
IMPRESSUM = rule(
    "IMP101",
    "impressum-missing",
    "warning",
    pack="impressum",
    message={"de": "Kein Impressum verzeichnet.", "en": "No Impressum on record."},
    remedy={"de": "Das Impressum verlinken.", "en": "Link the Impressum."},
    sources=[
        Source("ddg", "§ 5 Abs. 1", since=date(2024, 5, 14)),
        Source("tmg", "§ 5 Abs. 1", until=date(2024, 5, 13)),
    ],
)
PURPOSE = rule("NRW301", "fach-sender-and-purpose", "warning")
OWN = rule(
    "NRW409",
    "second-factor",
    "info",
    duty="own",
    message={"de": "Kein zweiter Faktor verzeichnet.", "en": "No second factor on record."},
    remedy={"de": "Einen zweiten Faktor einrichten.", "en": "Set up a second factor."},
    sources=[Source("amtlint", "Zugänge")],
)


def place_of(document, wanted, nth=1):
    """The place of the nth occurrence of a piece of text."""
    start = -1
    for _ in range(nth):
        start = document.text.index(wanted, start + 1)
    return document.place(start, start + len(wanted))


def finding(a_rule, document, place, **changes):
    """A finding in a document at a place."""
    parts = {
        "outcome": "fail",
        "field": "handle",
        "account_id": "im-nrw-x",
        "authority": "im-nrw",
        "platform": "x",
        "handle": "Innenminister_Reul",
        "severity": a_rule.severity,
        "value": "Innenminister_Reul",
        "values": {"value": "Reul", "account": "im-nrw-x"},
        "document": document,
    }
    return Finding(rule=a_rule, place=place, **(parts | changes))


def result(findings, documents, **changes):
    """A result around findings."""
    parts = {
        "coverage": Coverage(accounts=2, checked=1, unknown=1, rules=71, rules_not_run=3),
        "as_of": date(2026, 11, 22),
        "rulebook": "sha256:" + "ab" * 32,
        "documents": {document.path: document for document in documents},
        "sources": SOURCES,
        "rules": [PERSON, OFFICE, IMPRESSUM, PURPOSE, OWN],
    }
    return Result(findings=findings, **(parts | changes))


def suppressed(document):
    """A waived finding and one of the baseline."""
    where, nothing = place_of(document, "im-nrw-x"), {"value": "", "values": {}}
    waived = {"status": "waived", "reason": "Umzug der Website bis Jahresende"}
    known = {"status": "baselined", "reason": "2026-10-01"}
    return (
        finding(IMPRESSUM, document, where, field="impressum", **nothing, **waived),
        finding(OWN, document, where, field="second_factor", **nothing, **known),
    )


def usual():
    """One of each: errors, a warning, a note, a waived, a baselined, and unknowns."""
    document = parse(ACCOUNTS, "accounts.yaml")
    second = "im-nrw-instagram"
    elsewhere = {"account_id": second, "platform": "instagram", "handle": "im_nrw", "value": ""}
    here = place_of(document, second)
    return result(
        [
            finding(PURPOSE, document, here, outcome="unknown", cause="not-declared", **elsewhere),
            finding(IMPRESSUM, document, here, field="impressum", values={}, **elsewhere),
            finding(PERSON, document, place_of(document, "Reul")),
            finding(
                OFFICE,
                document,
                place_of(document, "Innenminister_Reul"),
                values={"value": "Innenminister", "account": "im-nrw-x"},
            ),
            finding(
                PERSON,
                document,
                place_of(document, "im_nrw"),
                **elsewhere | {"value": "im_nrw"},
                values={"value": "im", "account": second},
            ),
            *suppressed(document),
            finding(OWN, document, here, field="second_factor", values={}, **elsewhere),
            finding(
                PURPOSE,
                document,
                place_of(document, "Wir twittern hier."),
                outcome="unknown",
                cause="not-declared",
                field="bio",
            ),
        ],
        [document],
    )


NASTY = (
    "a\x1b[31m\u202ereversed\u2066 zero\u200bwidth\u200d\ufeff c1\x85\x9b nul\x00 tag\U000e0041 "
    "half\ud800 line\nbreak\r\u2028 ::error::x ##[set-output name=a;]b %0A ]]> <script>alert(1)</script> "
    "<!-- --> & \" ' | `code` ```fence``` **bold** [link](https://evil.example) ![i](x) "
    "@everyone #1 www.evil.example {0} \\ ~~x~~ $m$"
)
"""Everything that some format or terminal would take for an order."""


def hostile():
    """A finding, a waived one and an unknown one whose every text is hostile."""
    text = f"accounts:\n  - id: a\n    handle: {NASTY}\n"
    document = Document("we|rd`na*me\u202e%,: .yaml", text)
    start = document.text.index("reversed")
    place = document.place(start, start + 8)
    changes = {
        "account_id": NASTY,
        "authority": NASTY,
        "handle": NASTY,
        "platform": NASTY,
        "field": NASTY,
        "value": "x",
        "values": {"value": NASTY, "account": NASTY},
        "reason": NASTY,
    }
    return result(
        [
            finding(PERSON, document, place, **changes),
            finding(OFFICE, document, place, **changes, status="waived"),
            finding(PURPOSE, document, place, **changes, outcome="unknown", cause="not-declared"),
        ],
        [document],
        errors=[f"refused: {NASTY}"],
    )


def place(line=1, column=1, end_line=1, end_column=2, path="accounts.yaml"):
    """A place by numbers."""
    return Place(path, line, column, end_line, end_column)
