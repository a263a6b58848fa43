"""`amtlint name`: how a handle is read, and which naming rules it would break."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from linter.cli import options
from linter.cli.texts import spoken
from linter.errors import visible

if TYPE_CHECKING:
    from datetime import date

    from linter.names import Part, Reading
    from linter.rulebook.book import Rulebook
    from linter.rulebook.rule import Rule
    from linter.text import Text

ABOUT: Text = {
    "de": """Zeigen, wie ein Nutzername gelesen wird.

Gezeigt werden seine Teile, wofür jeder gehalten wird und warum, und welche Regeln er als
Ressort-, Fach- und persönlicher Account verletzen würde. Mit --authority wird er als Name dieses
Hauses gelesen: Dann zählen auch deren Personen und Bezeichnungen.""",
    "en": """Show how a handle is read.

Its parts are shown, what each is taken for and why, and which rules it would break as a ressort,
a subject and a personal account. With --authority it is read as that house's: its people and
designations then count, too.""",
}
SAMPLES = """amtlint name InnenministerReul WindkraftNRW
amtlint name IM_NRW --authority im-nrw
amtlint name reul.innen.nrw --platform instagram --format json"""
AUTHORITY: Text = {
    "de": "Behörde, der der Account gehört, z. B. im-nrw.",
    "en": "The authority that owns the account, such as im-nrw.",
}
PLATFORM: Text = {"de": "Plattform; Vorgabe: x.", "en": "Platform; default: x."}
UNKNOWN: Text = {
    "de": "Die Behörde „{id}“ kennt kein Regelpaket.",
    "en": "No rule pack knows the authority “{id}”.",
}
KINDS = ("ressort", "fach", "personal")
PLATFORMS = ("x", "facebook", "instagram", "threads", "youtube", "vimeo", "linkedin", "xing",
             "mastodon", "bluesky", "tiktok", "flickr", "pixelfed", "peertube")  # fmt: skip

KIND_WORDS: dict[str, Text] = {
    "person": {"de": "Person", "en": "person"},
    "first-name": {"de": "Vorname", "en": "first name"},
    "office": {"de": "Amtsbezeichnung", "en": "title of an office"},
    "function": {"de": "Funktionsbezeichnung", "en": "name of a function"},
    "salutation": {"de": "Anrede oder akademischer Grad", "en": "form of address or degree"},
    "ressort": {"de": "Ressort", "en": "ressort"},
    "subject": {"de": "Fachgebiet", "en": "subject"},
    "place": {"de": "Ort", "en": "place"},
    "state": {"de": "Land", "en": "Land"},
    "filler": {"de": "Beiwerk", "en": "accessory"},
    "connector": {"de": "Bindewort", "en": "connector"},
    "word": {"de": "gewöhnliches Wort", "en": "ordinary word"},
    "number": {"de": "Zahl", "en": "number"},
    "unknown": {"de": "nicht erkannt", "en": "not recognised"},
}
SUPPORT_WORDS: dict[str, Text] = {
    "first-name": {"de": "Vorname daneben", "en": "first name beside it"},
    "initial": {"de": "Anfangsbuchstabe daneben", "en": "initial beside it"},
    "title": {"de": "mit Amt oder Anrede", "en": "with an office or form of address"},
    "own-house": {"de": "im eigenen Haus", "en": "in the person's own house"},
    "token": {"de": "eigenes Wort", "en": "a word of its own"},
    "word": {"de": "ganzes Wort", "en": "a whole word"},
    "compound": {"de": "Zusammensetzung", "en": "compound"},
    "long-name": {"de": "unverwechselbarer Name", "en": "unmistakable name"},
    "look-alike": {"de": "mit ähnlichen Zeichen geschrieben", "en": "written with look-alike characters"},
    "misspelt": {"de": "ein Buchstabe abweichend", "en": "one letter off"},
    "beside-name": {"de": "neben einem Namen", "en": "beside a name"},
    "inside-word": {"de": "steckt in einem Wort", "en": "inside another word"},
    "also-a-word": {"de": "ist auch ein gewöhnliches Wort", "en": "is an ordinary word, too"},
    "ambiguous": {"de": "mehrdeutig", "en": "ambiguous"},
}  # fmt: skip
SENTENCES: dict[str, Text] = {
    "possible": {"de": "möglich", "en": "possibly"},
    "none": {"de": "nichts", "en": "nothing"},
    "breaks": {"de": "verletzt", "en": "breaks"},
    "also": {"de": "auch", "en": "also"},
}


def command(lang: str) -> click.Command:
    """The command in the language."""

    @spoken("name", lang, ABOUT, SAMPLES)
    @click.argument("handles", nargs=-1, required=True, metavar="HANDLE…")
    @click.option("--authority", metavar="ID", help=AUTHORITY[lang])
    @click.option(
        "--platform", type=click.Choice(PLATFORMS), default="x", metavar="NAME", help=PLATFORM[lang]
    )
    @options.output_format("text", "json", lang=lang)
    @options.as_of(lang)
    @options.config(lang)
    @options.language(lang)
    def name(
        *,
        handles: tuple[str, ...],
        authority: str | None,
        platform: str,
        output_format: str,
        as_of: date,
        config: str | None,
    ) -> None:
        from linter.cli.books import open_book  # noqa: PLC0415 - not needed for help

        book, _ = open_book(config)
        names = [handle.removeprefix("@") for handle in handles]
        readings = readings_of(book, names, authority, lang)
        broken = rules_broken(book, names, authority or "", platform, as_of)
        if output_format == "json":
            click.echo(as_json(readings, broken))
        else:
            click.echo(as_text(readings, broken, lang))

    return name


def readings_of(
    book: Rulebook, names: list[str], authority: str | None, lang: str
) -> list[Reading]:
    """Read the names as a run would."""
    from linter.names import Reader  # noqa: PLC0415 - not needed for help
    from linter.rulebook.facts import authorities_from  # noqa: PLC0415

    authorities = authorities_from(book.facts)
    if authority is not None and authority not in authorities:
        from linter.cli.texts import did_you_mean  # noqa: PLC0415 - only after a mistake

        near = did_you_mean(authority, list(authorities), lang)
        raise click.UsageError(UNKNOWN[lang].format(id=visible(authority)) + near)
    reader = Reader.from_facts(book.facts, authorities)
    return [reader.read(name, authority=authority) for name in names]


def rules_broken(
    book: Rulebook, names: list[str], authority: str, platform: str, day: date
) -> list[dict[str, list[str]]]:
    """For each name and kind of account, the codes of the naming rules that its handle breaks."""
    import json  # noqa: PLC0415 - as above

    from linter.registry.bind import Validators  # noqa: PLC0415
    from linter.registry.load import load  # noqa: PLC0415
    from linter.run import RunOptions, judge  # noqa: PLC0415

    rules = [rule for rule in book.rules if "naming" in rule.tags and _about_handles(rule)]
    rules = [rule for rule in rules if authority or not _needs_house(rule)]
    accounts = [
        {"id": f"{number}-{kind}", "authority": authority or "unbekannt", "platform": platform,
         "handle": name, "kind": kind}
        for number, name in enumerate(names)
        for kind in KINDS
    ]  # fmt: skip
    text = json.dumps({"registry": "1", "accounts": accounts}, ensure_ascii=True)
    registry = load(["-"], Validators.of(book.tree), stdin=text.encode())
    packs = tuple(dict.fromkeys(rule.pack for rule in rules))
    for account in registry.accounts:
        account.packs = packs
    broken: list[dict[str, list[str]]] = [{kind: [] for kind in KINDS} for _ in names]
    chosen = [*rules, *(rule for rule in book.rules if rule.code in {"REG001", "REG002"})]
    for finding in judge(book, registry, chosen, RunOptions(as_of=day)).findings:
        number, _, kind = finding.account_id.partition("-")
        if finding.rule in rules and finding.outcome == "fail" and finding.field == "handle":
            codes = broken[int(number)][kind]
            if finding.code not in codes:
                codes.append(finding.code)
    for kinds in broken:
        for codes in kinds.values():
            codes.sort()
    return broken


def _about_handles(rule: Rule) -> bool:
    return any(
        "handle" in (params.get("fields") or ()) or params.get("field") == "handle"
        for _, params in rule.checks
    )


def _needs_house(rule: Rule) -> bool:
    """Without an authority nobody can say whether a handle is made of its name."""
    return any(name in {"name-made-of", "name-shows-sender"} for name, _ in rule.checks)


def as_text(readings: list[Reading], broken: list[dict[str, list[str]]], lang: str) -> str:
    """One block a name: its parts in columns, then the rules by kind of account."""
    lines: list[str] = []
    for reading, kinds in zip(readings, broken, strict=True):
        lines.append(visible(reading.text))
        width = max((len(visible(part.text)) for part in reading.parts), default=0)
        lines += [
            f"  {visible(part.text):<{width}}  {described(part, lang)}" for part in reading.parts
        ]
        for kind, codes in kinds.items():
            found = ", ".join(codes) or SENTENCES["none"][lang]
            lines.append(f"  {SENTENCES['breaks'][lang]} ({kind}): {found}")
        lines.append("")
    return "\n".join(lines[:-1])


def described(part: Part, lang: str) -> str:
    """What a part was taken for, in words."""
    text = KIND_WORDS[part.kind][lang]
    if part.people:
        people = dict.fromkeys(
            " ".join(filter(None, (p.first_name, p.name))) + f" ({p.office})" for p in part.people
        )
        text += ": " + "; ".join(people)
    elif part.designations:
        houses = dict.fromkeys(f"{d.text} ({id_})" for id_, d in part.designations)
        text += ": " + "; ".join(houses)
    elif part.word and part.word.lower() != part.text.lower():
        text += f": {part.word}"
    if not part.counts:
        text = f"{SENTENCES['possible'][lang]} {text}"
    reasons = [SUPPORT_WORDS[word][lang] for word in part.support]
    if part.also:
        also = ", ".join(KIND_WORDS[kind][lang] for kind in part.also)
        reasons.append(f"{SENTENCES['also'][lang]}: {also}")
    return f"{text} – {', '.join(reasons)}" if reasons else text


def as_json(readings: list[Reading], broken: list[dict[str, list[str]]]) -> str:
    """The same for programs."""
    import json  # noqa: PLC0415 - as above

    names = [
        {"handle": reading.text, "parts": [_plain(part) for part in reading.parts], "breaks": kinds}
        for reading, kinds in zip(readings, broken, strict=True)
    ]
    return json.dumps({"version": 1, "names": names}, ensure_ascii=False, indent=2)


def _plain(part: Part) -> dict[str, Any]:
    day = str
    return {
        "start": part.start,
        "end": part.end,
        "text": part.text,
        "kind": part.kind,
        "word": part.word,
        "confidence": part.confidence,
        "counts": part.counts,
        "support": list(part.support),
        "also": list(part.also),
        "people": [
            {"name": f"{p.first_name} {p.name}".strip(), "office": p.office, "authority": p.authority,
             "since": p.since and day(p.since), "until": p.until and day(p.until)}
            for p in part.people
        ],
        "designations": [
            {"authority": id_, "text": d.text, "form": d.form,
             "since": d.since and day(d.since), "until": d.until and day(d.until)}
            for id_, d in part.designations
        ],
    }  # fmt: skip
