"""`amtlint waive`: write a waiver into the registry."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from linter.cli import options
from linter.cli.main import remark
from linter.cli.texts import did_you_mean, spoken
from linter.errors import LinterError, visible
from linter.text import LANGUAGES, shown

if TYPE_CHECKING:
    from datetime import date

    from linter.registry.account import Account, Authority
    from linter.rulebook.book import Rulebook
    from linter.rulebook.rule import Rule
    from linter.run import Loaded, RunOptions
    from linter.text import Text

ABOUT: Text = {
    "de": """Eine Ausnahme in das Register schreiben.

Trägt sie beim Account unter „waivers“ ein und ändert sonst kein Zeichen der Datei. Ohne PFAD
wird im Register der Konfiguration gesucht. Abgelehnt wird, was die Regel nicht zulässt: eine
Ausnahme überhaupt, oder eine von längerer Dauer. --until ist der letzte Tag, an dem sie gilt.
Regeln für das ganze Haus bekommen ihre Ausnahme mit --authority im Eintrag der Behörde.""",
    "en": """Write a waiver into the registry.

Puts it under `waivers` of the account and changes no other character of the file. Without PATH
the config's registry is searched. What the rule does not permit is refused: any waiver, or one
for longer. --until is the last day on which it holds. Rules on the whole authority are waived with
--authority, in the authority's entry.""",
}
SAMPLES: Text = {
    "de": """amtlint waive NRW106 --account mhkbd-nrw-x --reason "Umbenennung beantragt" --until 2027-03-31
amtlint waive NRW106 --account mhkbd-nrw-x --reason … --until 2027-03-31 --approved-by LPA accounts/
amtlint waive DSE304 --authority im-nrw --reason "Konzept in Mitzeichnung" --until 2027-03-31""",
    "en": """amtlint waive NRW106 --account mhkbd-nrw-x --reason "renaming requested" --until 2027-03-31
amtlint waive NRW106 --account mhkbd-nrw-x --reason … --until 2027-03-31 --approved-by LPA accounts/
amtlint waive DSE304 --authority im-nrw --reason "concept being agreed" --until 2027-03-31""",
}
HELP: dict[str, Text] = {
    "account": {"de": "Kennung des Accounts.", "en": "The account's id."},
    "authority": {
        "de": "Kennung der Behörde, für Regeln, die das ganze Haus betreffen.",
        "en": "The authority's id, for rules on the whole authority.",
    },
    "reason": {
        "de": "Warum die Ausnahme vertretbar ist, in einem Satz.",
        "en": "Why the exception is justified, in one sentence.",
    },
    "until": {
        "de": "Letzter Tag, an dem sie gilt (JJJJ-MM-TT).",
        "en": "Last day on which it holds (YYYY-MM-DD).",
    },
    "approved-by": {
        "de": "Stelle, die sie gebilligt hat (keine Namen).",
        "en": "The body that approved it (no names).",
    },
    "diff": {
        "de": "Die Änderung nur zeigen, nichts schreiben.",
        "en": "Only show the change, write nothing.",
    },
}
DONE: Text = {
    "de": "{place}: Ausnahme von {code} für „{name}“ eingetragen{until}.",
    "en": "{place}: waiver of {code} for “{name}” written{until}.",
}
IDLE: Text = {
    "de": "{code} meldet bei „{name}“ zurzeit nichts; „amtlint check“ nennt die Ausnahme deshalb ungenutzt (SUP001).",
    "en": "{code} reports nothing for “{name}” at present; so `amtlint check` calls the waiver unused (SUP001).",
}
UNTIL: Text = {"de": ", gültig bis einschließlich {day}", "en": ", valid until {day} (inclusive)"}


def command(lang: str) -> click.Command:
    """The command in the language."""

    @spoken("waive", lang, ABOUT, SAMPLES)
    @click.argument("code", metavar="CODE", shell_complete=options.selectors)
    @options.paths(lang)
    @click.option("--account", metavar="ID", help=HELP["account"][lang])
    @click.option("--authority", metavar="ID", help=HELP["authority"][lang])
    @click.option("--reason", required=True, metavar="TEXT", help=HELP["reason"][lang])
    @click.option(
        "--until",
        type=options.Day(lang),
        metavar=options.METAVARS["day"][lang],
        help=HELP["until"][lang],
    )
    @click.option("--approved-by", default="", metavar="TEXT", help=HELP["approved-by"][lang])
    @click.option("--diff", is_flag=True, help=HELP["diff"][lang])
    @options.as_of(lang)
    @options.config(lang)
    @options.language(lang)
    def waive(**given: Any) -> None:
        _waive(Asked(**given), lang)

    return waive


@dataclass(frozen=True, slots=True)
class Asked:
    """The call's arguments."""

    code: str
    paths: tuple[str, ...]
    account: str | None
    authority: str | None
    reason: str
    until: date | None
    approved_by: str
    diff: bool
    as_of: date
    config: str | None


def _waive(asked: Asked, lang: str) -> None:
    """Find the rule and the place, refuse what is not permitted, write."""
    from linter.atomic import content_of, replaced  # noqa: PLC0415 - not needed for help
    from linter.cli.books import tell_broken  # noqa: PLC0415
    from linter.cli.settings import cache_dir, find_config  # noqa: PLC0415
    from linter.registry.edit import NewWaiver, with_waiver  # noqa: PLC0415
    from linter.run import RunOptions, load_all  # noqa: PLC0415

    if "-" in asked.paths:
        raise _no_stdin()
    options = RunOptions(
        as_of=asked.as_of,
        paths=asked.paths,
        config=find_config(asked.config, asked.paths),
        cache_dir=cache_dir(),
        lang=lang,
    )
    name = asked.account or asked.authority or ""
    among = "accounts" if asked.account else "authorities"
    path, data = "", None
    while True:  # what is looked at must be what is changed: another call may write meanwhile
        loaded = load_all(options)
        rule = _rule(loaded.book, asked.code)
        _permitted(rule, asked.until, asked.as_of)
        _concerned(rule, asked.account, asked.authority)
        waiver = NewWaiver(rule.code, _reason(asked.reason), asked.until, _words(asked.approved_by))
        found, path = path, _where(loaded, rule, asked.account, asked.authority)
        if data is None or found != path:
            data = content_of(path)
            continue
        new, line = with_waiver(data, path, name, waiver, among=among)
        idle = not _told(loaded, rule, options, asked.account, name)
        if asked.diff:
            click.echo(visible_diff(data, new, path), nl=False)
            break
        if replaced(path, data, new):
            break
        data = None
    if not asked.diff:
        _done(rule, name, asked.until, f"{path}:{line}", lang)
    tell_broken(loaded.plugins)
    if idle:
        remark({lg: IDLE[lg].format(code=rule.code, name=name) for lg in LANGUAGES})


def _done(rule: Rule, name: str, until: date | None, place: str, lang: str) -> None:
    day = UNTIL[lang].format(day=shown(until, lang)) if until else ""
    click.echo(visible(DONE[lang].format(place=place, code=rule.code, name=name, until=day)))


def _told(loaded: Loaded, rule: Rule, options: RunOptions, account: str | None, name: str) -> bool:
    """Whether the rule tells anything there, or only a crawl could say so."""
    from linter.engine import of_pages  # noqa: PLC0415 - not needed for help
    from linter.run import judge  # noqa: PLC0415 - as above

    if "registry" not in rule.needs or all(map(of_pages, rule.checks)):
        return True
    plain = copy(options)
    plain.waivers = False
    found = judge(loaded.book, loaded.registry, [rule], plain, loaded.targets).findings
    whose = [f.account_id if account else "" if f.account_id else f.authority
             for f in found if f.code == rule.code]  # fmt: skip
    return name in whose


def _reason(text: str) -> str:
    words = _words(text)
    if not words:
        raise _refusal(
            "Der Grund ist leer.",
            "The reason is empty.",
            "Sagen Sie mit --reason, warum die Ausnahme vertretbar ist.",
            "Say with --reason why the exception is justified.",
        )
    return words


def _words(text: str) -> str:
    """The text on one line; bytes of the command line that are no UTF-8 cannot be written."""
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise _refusal(
            "Der Text enthält Zeichen, die kein UTF-8 sind.",
            "The text contains characters that are not UTF-8.",
        )
    return " ".join(text.split())


def _rule(book: Rulebook, code: str) -> Rule:
    rule = book.find(code)
    if rule is None:
        from linter.cli.explain import unknown  # noqa: PLC0415 - only after a mistake

        raise unknown(book, code)
    return rule


def _permitted(rule: Rule, until: date | None, as_of: date) -> None:
    """Refuse what would be a SUP finding at once."""
    from linter.findings.waivers import forbidden  # noqa: PLC0415 - not for help

    fault = forbidden(rule, until, as_of)
    if fault == "forbidden":
        raise _refusal(
            f"Eine Ausnahme von {rule.code} ist nicht zugelassen.",
            f"A waiver of {rule.code} is not permitted.",
            f"Was zu tun ist, sagt „amtlint explain {rule.code}“.",
            f"`amtlint explain {rule.code}` says what to do.",
        )
    if fault:
        from datetime import timedelta  # noqa: PLC0415

        last = (as_of + timedelta(days=rule.longest_days)).isoformat()
        raise _refusal(
            f"Eine Ausnahme von {rule.code} ist nur für höchstens {rule.longest_days} Tage zugelassen.",
            f"A waiver of {rule.code} is permitted for at most {rule.longest_days} days.",
            f"Spätestens möglich: --until {last}.",
            f"Latest possible: --until {last}.",
        )
    if until is not None and until < as_of:
        raise _refusal(
            f"Die Frist {shown(until, 'de')} ist schon abgelaufen.",
            f"The date {shown(until, 'en')} has already passed.",
            "--until ist der letzte Tag, an dem die Ausnahme gilt.",
            "--until is the last day on which the waiver holds.",
        )


def _concerned(rule: Rule, account: str | None, authority: str | None) -> None:
    """A waiver in the wrong place would have no effect; refuse it at once."""
    if (account is None) == (authority is None):
        raise _refusal(
            "Nennen Sie entweder --account oder --authority.",
            "Name either --account or --authority.",
        )
    house = rule.per in ("authority", "authority-platform")
    if house and authority is None:
        raise _refusal(
            f"{rule.code} betrifft das ganze Haus; beim Account bliebe die Ausnahme ohne Wirkung.",
            f"{rule.code} concerns the whole authority; at an account the waiver would have no effect.",
            "Nennen Sie die Behörde: --authority ID.",
            "Name the authority: --authority ID.",
        )
    if not house and account is None:
        raise _refusal(
            f"{rule.code} betrifft einzelne Accounts.",
            f"{rule.code} concerns single accounts.",
            "Nennen Sie den Account: --account ID.",
            "Name the account: --account ID.",
        )


def _where(loaded: Loaded, rule: Rule, account: str | None, authority: str | None) -> str:
    """The file in which the account or authority stands; it must be one, and not waived yet."""
    owners: list[Account | Authority] = [
        owner
        for owner in (loaded.registry.accounts if account else loaded.registry.authorities)
        if owner.document is not None and owner.document.path in loaded.targets
    ]
    found = [owner for owner in owners if owner.id == (account or authority)]
    if not found:
        _absent(loaded, account or authority or "", [owner.id for owner in owners], account)
    owner = found[0]
    document = owner.document
    assert document is not None  # noqa: S101 - sought so
    if len(found) > 1:
        paths = ", ".join(sorted({o.document.path for o in found if o.document}))
        raise _refusal(
            f"„{owner.id}“ gibt es mehrfach: {paths}.",
            f"“{owner.id}” exists more than once: {paths}.",
            "Nennen Sie die Datei; eine Kennung soll es nur einmal geben.",
            "Name the file; an id should exist only once.",
        )
    _not_yet(loaded.book, rule, owner)
    return document.path


def _not_yet(book: Rulebook, rule: Rule, owner: Account | Authority) -> None:
    """Two waivers of one rule in one place contradict each other sooner or later."""
    from linter.findings.waivers import listed  # noqa: PLC0415 - as above

    if owner.fields is None or owner.document is None:
        return
    for waiver in listed(owner.fields, owner.document):
        if book.find(waiver.code) is rule:
            place = waiver.whole
            raise LinterError(
                {
                    "de": f"Eine Ausnahme von {rule.code} steht hier schon.",
                    "en": f"There is already a waiver of {rule.code} here.",
                },
                path=place.path,
                line=place.line,
                column=place.column,
                hint={
                    "de": "Ändern Sie dort Frist und Grund.",
                    "en": "Change its date and reason there.",
                },
            )


def _absent(loaded: Loaded, name: str, known: list[str], account: str | None) -> None:
    from linter.registry.edit import refuse_broken  # noqa: PLC0415 - as above

    if loaded.registry.refused:
        raise loaded.registry.refused[0]
    for document in loaded.registry.documents:
        if document.path in loaded.targets:
            refuse_broken(document)  # it may stand in the part that cannot be read
    add = (
        {"de": "", "en": ""}
        if account
        else {
            "de": f"Legen Sie unter „authorities:“ den Eintrag „- id: {name}“ an.",
            "en": f"Add the entry “- id: {name}” under “authorities:”.",
        }
    )
    near = {lang: did_you_mean(name, known, lang).strip() or add[lang] for lang in LANGUAGES}
    what = ("Einen Account", "account") if account else ("Eine Behörde", "authority")
    where = ", ".join(sorted(loaded.targets)) or "–"
    raise LinterError(
        {
            "de": f"{what[0]} „{name}“ gibt es in diesem Register nicht ({where[:300]}).",
            "en": f"There is no {what[1]} “{name}” in this registry ({where[:300]}).",
        },
        hint=near if near["de"] else None,
    )


def _no_stdin() -> LinterError:
    return _refusal(
        "In die Standardeingabe lässt sich nichts schreiben.",
        "Nothing can be written to standard input.",
        "Nennen Sie die Datei.",
        "Name the file.",
    )


def _refusal(de: str, en: str, hint_de: str = "", hint_en: str = "") -> LinterError:
    hint = {"de": hint_de, "en": hint_en} if hint_de else None
    return LinterError({"de": de, "en": en}, hint=hint)


def visible_diff(before: bytes, after: bytes, path: str) -> str:
    """The change as a unified diff, safe to print."""
    from difflib import unified_diff  # noqa: PLC0415 - only on demand

    old, new = (data.decode("utf-8-sig").splitlines() for data in (before, after))
    return "".join(f"{visible(line)}\n" for line in unified_diff(old, new, path, path, lineterm=""))
