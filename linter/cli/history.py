"""`amtlint history`: the nights of a history file, or one account's story."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

import click

from linter.cli import options
from linter.cli.texts import did_you_mean, spoken
from linter.errors import LinterError, visible
from linter.report.texts import day
from linter.text import CAUSES

if TYPE_CHECKING:
    from linter.findings.history.reading import Reading
    from linter.text import Text

VERSION = 1
EXIT_NOTHING = 3

ABOUT: Text = {
    "de": """Zeigen, was frühere Nächte gesehen haben.

Ohne weitere Angabe eine Zeile je Nacht: Accounts, offene, neue und erledigte Befunde, nicht
prüfbare Punkte, Regelwerk. Mit --account der Verlauf eines Accounts: was sich an Profil, Seiten und
Register geändert hat, welche Befunde wann dazukamen und wodurch, und was heute gilt.

Die Datei legt „amtlint crawl --history DATEI“ an; hier wird sie nur gelesen, auch während ein Lauf
in sie schreibt.""",
    "en": """Show what earlier nights have seen.

Without more, one line per night: accounts, open, new and settled findings, points that could not be
checked, rulebook. With --account, the history of an account: what changed in profile, pages and
registry, which findings came when and through what, and what holds today.

`amtlint crawl --history FILE` makes the file; here it is only read, also while a run writes into
it.""",
}
SAMPLES = """
amtlint history nights.db
amtlint history nights.db --account im-nrw-x
amtlint history nights.db --format json
"""
ACCOUNT: Text = {"de": "Der Verlauf dieses Accounts.", "en": "The history of this account."}
FILE: Text = {"de": "DATEI", "en": "FILE"}
COLUMNS: dict[str, tuple[str, ...]] = {
    "de": (
        "Beginn (UTC)",
        "Stichtag",
        "Accounts",
        "offen",
        "neu",
        "erledigt",
        "unklar",
        "Regelwerk",
    ),
    "en": ("started (UTC)", "as of", "accounts", "open", "new", "gone", "unknown", "rulebook"),
}
COUNTS = ("accounts", "open", "new", "gone", "unknown")
UNFINISHED: Text = {
    "de": "läuft noch oder wurde abgebrochen",
    "en": "still running, or interrupted",
}
EMPTY: Text = {
    "de": "Diese Datei enthält noch keine Nacht.",
    "en": "This file contains no night yet.",
}
NO_ACCOUNT: Text = {
    "de": "Einen Account „{name}“ hat keine Nacht gesehen.{near}",
    "en": "No night has seen an account “{name}”.{near}",
}
WORDS: dict[str, Text] = {
    "registry": {
        "de": "im Register seit {first_seen}, zuletzt {last_seen}",
        "en": "in the registry since {first_seen}, last on {last_seen}",
    },
    "removed-since": {
        "de": "im Register von {first_seen} bis {last_seen}",
        "en": "in the registry from {first_seen} to {last_seen}",
    },
    "read": {"de": "Profil zuletzt gelesen: {last_read}", "en": "profile last read: {last_read}"},
    "never": {"de": "Profil nie gelesen", "en": "profile never read"},
    "shown": {"de": "Zuletzt gezeigt:", "en": "Last shown:"},
    "events": {"de": "Verlauf:", "en": "History:"},
    "no-events": {
        "de": "  Seither hat sich nichts geändert.",
        "en": "  Nothing has changed since.",
    },
    "findings": {"de": "Befunde:", "en": "Findings:"},
    "no-findings": {"de": "  keine", "en": "  none"},
    "stale": {
        "de": " (seit {stale} Nächten nicht prüfbar)",
        "en": " (not checkable for {stale} nights)",
    },
    "unknown": {"de": "nicht prüfbar: {cause}", "en": "could not be checked: {cause}"},
    "waits": {"de": " (noch nicht bestätigt)", "en": " (not confirmed yet)"},
}
KINDS: dict[str, Text] = {
    "added": {"de": "neu im Register", "en": "new in the registry"},
    "removed": {"de": "nicht mehr im Register", "en": "no longer in the registry"},
    "edited": {"de": "Registereintrag geändert", "en": "entry in the registry changed"},
    "unread": {"de": "Profil nicht lesbar", "en": "profile could not be read"},
    "read": {"de": "Profil wieder lesbar", "en": "profile could be read again"},
    "changed": {"de": "Profil geändert", "en": "profile changed"},
    "pages": {"de": "Seiten geändert", "en": "pages changed"},
    "new": {"de": "neu", "en": "new"},
    "still": {"de": "offen", "en": "open"},
    "reopened": {"de": "wieder da", "en": "reopened"},
    "gone": {"de": "erledigt", "en": "gone"},
    "former": {"de": "zu einem früheren Profil", "en": "of a former profile"},
    "unknown": {"de": "unklar", "en": "unknown"},
}
BY: dict[str, Text] = {
    "profile": {"de": "Profil geändert", "en": "profile changed"},
    "registry": {"de": "Register geändert", "en": "registry changed"},
    "rulebook": {"de": "Regelwerk geändert", "en": "rulebook changed"},
    "options": {
        "de": "Regeln anders gewählt oder gewichtet",
        "en": "rules chosen or weighted differently",
    },
    "network": {"de": "Erreichbarkeit", "en": "reachability"},
    "date": {"de": "Zeitablauf", "en": "time has passed"},
    "waiver": {
        "de": "nicht mehr durch eine Ausnahme verdeckt",
        "en": "no longer hidden by a waiver",
    },
    "baseline": {
        "de": "nicht mehr durch die Baseline verdeckt",
        "en": "no longer hidden by the baseline",
    },
    "first": {"de": "erste Nacht", "en": "first night"},
}
STATUS: dict[str, Text] = {
    "waived": {"de": "mit Ausnahme", "en": "waived"},
    "baselined": {"de": "in der Baseline", "en": "in the baseline"},
}
YES: dict[bool, Text] = {True: {"de": "ja", "en": "yes"}, False: {"de": "nein", "en": "no"}}
VERIFIED: dict[str, Text] = {
    "verified": {"de": "verifiziert", "en": "verified"},
    "not_verified": {"de": "nicht verifiziert", "en": "not verified"},
    "unknown": {"de": "nicht bekannt", "en": "not known"},
    "government": {"de": "als staatliche Stelle", "en": "as a government body"},
    "business": {"de": "als Organisation", "en": "as an organisation"},
    "paid": {"de": "bezahlt", "en": "paid for"},
    "badge": {"de": "mit Abzeichen", "en": "with a badge"},
    "rel-me": {"de": "durch Rückverweis (rel=me)", "en": "by a link back (rel=me)"},
    "domain": {"de": "durch die eigene Domain", "en": "by its own domain"},
    "instance": {"de": "durch die eigene Instanz", "en": "by its own instance"},
    "trusted-verifier": {
        "de": "durch eine vertrauenswürdige Stelle",
        "en": "by a trusted verifier",
    },
}
"""What a profile shows of its verification, see `linter.platforms.profile.Verification`."""
LONGEST = 60
"""Characters of a profile's value that are shown on a line."""
LONGEST_MESSAGE = 500
"""Characters of a message or a link that are shown on a line."""


def command(lang: str) -> click.Command:
    """The command in the language."""

    @spoken("history", lang, ABOUT, SAMPLES)
    @click.argument("file", type=click.Path(), metavar=FILE[lang])
    @click.option("--account", metavar="ID", help=ACCOUNT[lang])
    @options.output_format("text", "json", lang=lang)
    @options.language(lang)
    def history(file: str, account: str | None, output_format: str) -> int:
        from linter.findings.history.intact import intact  # noqa: PLC0415 - not needed for help
        from linter.findings.history.reading import Reading  # noqa: PLC0415 - as above

        with intact(file), closing(Reading(file)) as opened:
            code = (
                _nights(opened, output_format, lang)
                if account is None
                else _story(opened, account, output_format, lang)
            )
            opened.expect_still()
            return code

    return history


def _nights(history: Reading, output_format: str, lang: str) -> int:
    from linter.findings.history.story import runs  # noqa: PLC0415 - as above

    found = runs(history)
    if output_format == "json":
        _json({"version": VERSION, "runs": found})
    elif found:
        click.echo(table([COLUMNS[lang], *(_row(run, lang) for run in found)]))
    else:
        click.echo(EMPTY[lang], err=True)
    return 0 if found else EXIT_NOTHING


def _row(run: dict[str, Any], lang: str) -> tuple[str, ...]:
    on, _, at = run["started"].partition("T")
    head = (f"{day(on, lang)} {at[:5]}", day(run["as_of"], lang))
    if run["finished"] is None:
        return (*head, UNFINISHED[lang])
    numbers = (str(run.get(name, "")) for name in COUNTS)
    return (*head, *numbers, run["rulebook"].removeprefix("sha256:")[:12])


def table(rows: list[tuple[str, ...]]) -> str:
    """Columns side by side, numbers to the right; a short row runs on where it ends."""
    full = [row for row in rows if len(row) == len(rows[0])]
    widths = [max(len(row[index]) for row in full) for index in range(len(rows[0]))]
    lines = []
    for row in rows:
        cells = [
            cell
            if len(row) < len(rows[0]) and number == len(row) - 1
            else cell.rjust(width)
            if number in range(2, 2 + len(COUNTS))
            else cell.ljust(width)
            for number, (cell, width) in enumerate(zip(row, widths, strict=False))
        ]
        lines.append(visible("  ".join(cells).rstrip()))
    return "\n".join(lines)


def _story(history: Reading, account: str, output_format: str, lang: str) -> int:
    from linter.findings.history.story import names, story  # noqa: PLC0415 - as above

    told = story(history, account)
    if told is None:
        known = names(history)
        near = {one: did_you_mean(account, known, one) for one in ("de", "en")}
        raise LinterError(
            {one: NO_ACCOUNT[one].format(name=account, near=near[one]) for one in near}
        )
    if output_format == "json":
        _json({"version": VERSION, **told})
        return 0
    for line in story_lines(told, lang):
        click.echo(visible(line))
    return 0


def story_lines(told: dict[str, Any], lang: str) -> list[str]:
    """An account's story as text."""
    since = "registry" if told["in_registry"] else "removed-since"
    first, last = sorted((told["first_seen"], told["last_seen"]))  # a clock may have been set back
    days = {
        "first_seen": day(first, lang),
        "last_seen": day(last, lang),
        "last_read": day(told["last_read"], lang),
    }
    lines = [
        f"{told['account']} ({told['authority']})",
        "  " + WORDS[since][lang].format(**days),
        "  " + WORDS["read" if told["last_read"] else "never"][lang].format(**days),
    ]
    if told["unread"]:
        lines.append("  " + KINDS["unread"][lang] + ": " + cause(told["unread"], lang))
    if told["profile"]:
        lines += ["", WORDS["shown"][lang]]
        shows = told["profile"].items()
        lines += [f"  {name}: {short(value, lang, name)}" for name, value in shows]
    lines += ["", WORDS["events"][lang]]
    lines += [line for event in told["events"] for line in _event(event, lang)] or [
        WORDS["no-events"][lang]
    ]
    lines += ["", WORDS["findings"][lang]]
    return lines + (
        [_finding(finding, lang) for finding in told["findings"]] or [WORDS["no-findings"][lang]]
    )


def _event(event: dict[str, Any], lang: str) -> list[str]:
    head = f"  {day(event['as_of'], lang)}  "
    if event["code"]:
        line = f"{head}{KINDS[event['kind']][lang]}  {event['code']}  {words(event, lang)}"
        return [line + _status(event, lang) + _by(event["change_by"], lang)]
    if event.get("pages"):
        return [f"{head}{KINDS['pages'][lang]}: {', '.join(event['pages'])}"]
    line = head + KINDS[event["kind"]][lang]
    if event.get("cause"):
        line += f": {cause(event['cause'], lang)}"
    return [
        line,
        *(
            f"              {name}: {short(before, lang, name)} → {short(after, lang, name)}"
            for name, (before, after) in event.get("values", {}).items()
        ),
    ]


def _finding(finding: dict[str, Any], lang: str) -> str:
    first, last = sorted((finding["first_seen"], finding["last_seen"]))
    days = f"{day(first, lang)} – {day(last, lang)}"
    line = f"  {KINDS[finding['state']][lang]}  {finding['code']} [{finding['severity']}]  {days}  "
    if "message" not in finding:
        return line + WORDS["unknown"][lang].format(cause=cause(finding["cause"], lang))
    line += words(finding, lang) + _status(finding, lang)
    if "cause" in finding:
        line += WORDS["waits"][lang]
    return line + (WORDS["stale"][lang].format(**finding) if finding["stale"] else "")


def _status(told: dict[str, Any], lang: str) -> str:
    """What hides a finding, or hid it when it changed: nothing was told of it then."""
    known = STATUS.get(str(told.get("status", "")))
    return f" [{known[lang]}]" if known else ""


def words(told: dict[str, Any], lang: str) -> str:
    """A kept message on one line."""
    return cut(" ".join(str(told["message"][lang]).split()), LONGEST_MESSAGE)


def cut(text: str, longest: int) -> str:
    """A text that fits on a line: a page may have named an address of 70,000 characters."""
    return text if len(text) <= longest else f"{text[:longest]}…"


def cause(key: str, lang: str) -> str:
    """Why something was not seen."""
    return CAUSES.get(key, {}).get(lang, key)


def _by(change: str, lang: str) -> str:
    reasons = [BY[part][lang] for part in change.split("+") if part in BY]
    return f" ({', '.join(reasons)})" if reasons else ""


def short(value: object, lang: str, name: str = "") -> str:
    """A profile's value on a line; „–“ where there is none."""
    if value is None:
        return "–"
    if isinstance(value, bool):
        return YES[value][lang]
    if name == "verified" and value in VERIFIED:
        return VERIFIED[str(value)][lang]
    if isinstance(value, list):
        parts = [cut(" ".join(filter(None, map(str, one))), LONGEST_MESSAGE) for one in value]
        return ", ".join(parts) or "–"
    return cut(" ".join(str(value).split()), LONGEST)


def _json(data: dict[str, Any]) -> None:
    from linter.report.escape import as_json  # noqa: PLC0415 - not for text

    click.echo(as_json(data), nl=False)
