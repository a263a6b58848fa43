"""For authors of rules: run a rule's examples, as amtlint's own tests do.

```python
from linter.testing import example_problems, load_for_tests

book = load_for_tests(["my-pack"])
problems = [p for rule in book.rules for p in example_problems(book, rule)]
```
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from linter.registry.account import Authority
from linter.registry.bind import Validators
from linter.registry.load import Registry, load
from linter.registry.nodes import Mapping, Scalar
from linter.registry.parse import parse
from linter.rulebook.book import Rulebook, load_rulebook
from linter.rulebook.cold import warmed
from linter.run import RunOptions, authorities, judge

if TYPE_CHECKING:
    from pathlib import Path

    from linter.crawl.observation import Observation
    from linter.findings.finding import Finding, Result
    from linter.pages.page import Page
    from linter.registry.account import Account
    from linter.rulebook.rule import Rule
    from linter.text import Text

DAY = date(2026, 11, 25)
"""Examples are judged as of this day unless they name another, so that they stay true."""
WHOLE = re.compile(r"(?m)^registry:")


def load_for_tests(pack_paths: list[str] | None = None) -> Rulebook:
    """The rulebook with every rule's examples; never from a cache."""
    book = load_rulebook(pack_paths)
    for rule in book.rules:
        warmed(rule, list(pack_paths or []))
    return book


def example_problems(book: Rulebook, rule: Rule, pages: Path | None = None) -> list[str]:
    """What is wrong with a rule's examples, one line each; empty where all hold.

    pages: the folder of the pages that examples name by file; None: that of the built-in rules.
    """
    return [
        f"{rule.code} example {number}: {problem}"
        for number, example in enumerate(rule.examples, 1)
        for problem in run_example(book, rule, example, pages=pages)
    ]


PROBLEMS: dict[str, Text] = {
    "failed": {"de": "gescheitert: {what}", "en": "failed: {what}"},
    "unclean": {
        "de": "ist kein fehlerfreies Register: {what}",
        "en": "is no clean registry: {what}",
    },
    "good": {"de": "gut, aber: {what}", "en": "good, but: {what}"},
    "bad": {"de": "schlecht, aber die Regel fand nichts", "en": "bad, but the rule found nothing"},
    "unseen": {
        "de": "schlecht, aber die Regel konnte nicht prüfen",
        "en": "bad, but the rule could not look",
    },
    "unknown": {
        "de": "unbekannt, aber gefunden: {what}",
        "en": "unknown, but found: {what}",
    },
    "finds": {
        "de": "unter „finds“ steht {expected}; gefunden: {what}",
        "en": "does not find {expected}; found {what}",
    },
    "no-page": {"de": "Die Seite {what} gibt es nicht", "en": "there is no page {what}"},
    "nothing": {"de": "nichts", "en": "nothing"},
}


def run_example(
    book: Rulebook,
    rule: Rule,
    example: dict[str, Any],
    lang: str = "en",
    pages: Path | None = None,
) -> list[str]:
    """Judge one example by the rule alone and compare with what it says; pages: as above."""

    def problem(key: str, what: str = "", expected: str = "") -> str:
        return PROBLEMS[key][lang].format(what=what, expected=expected)

    kind = next(key for key in ("good", "bad", "unknown") if key in example)
    try:
        result, text = judged(book, rule, str(example[kind]), example, pages)
    except FileNotFoundError as error:
        return [problem("no-page", str(error.filename))]
    mine = [f for f in result.findings if f.code == rule.code and f.status == "open"]
    fails = [f for f in mine if f.outcome == "fail"]
    unknowns = [f for f in mine if f.outcome == "unknown"]

    problems = [problem("failed", line) for line in result.errors]
    if rule.pack != "registry":
        problems += [
            problem("unclean", f"{f.place.line}:{f.place.column} {f.code} {f.message(lang)}")
            for f in result.findings
            if f.code in ("REG001", "REG002")
        ]
    if kind == "good":
        problems += [problem("good", f.message(lang)) for f in mine]
    elif kind == "bad" and not fails:
        problems.append(problem("unseen" if unknowns else "bad"))
    elif kind == "unknown" and (fails or not unknowns):
        seen = fails[0].message(lang) if fails else PROBLEMS["nothing"][lang]
        problems.append(problem("unknown", seen))
    for expected in example.get("finds") or []:
        if not any(_fits(fail, expected, text) for fail in fails):
            found = [
                _told({"at": f.field, "text": marked(f, text), lang: f.message(lang)})
                for f in fails
            ]
            what = "; ".join(found) or PROBLEMS["nothing"][lang]
            problems.append(problem("finds", what, _told(expected)))
    return problems


def _told(finding: dict[str, Any]) -> str:
    """What is found or expected, as `finds` is written."""
    return "{" + ", ".join(f"{key}: {value}" for key, value in finding.items()) + "}"


def judged(
    book: Rulebook,
    rule: Rule,
    source: str,
    example: dict[str, Any] | None = None,
    pages: Path | None = None,
) -> tuple[Result, str]:
    """The result for an example's text, and the registry text made of it.

    example: what else it says: `as_of`; `pages`: kind → name of a file, as if it had been read
    behind the first account; `profile` and `web`: what a crawl would see (`linter.example_web`).
    """
    example = example or {}
    as_of = example.get("as_of")
    text = source if WHOLE.search(source) else _wrapped(source, rule)
    validators = Validators.of(book.tree)
    registry: Registry = load(["-"], validators, stdin=text.encode())
    # what a waiver is about must run, too
    day = date.fromisoformat(str(as_of)) if as_of else DAY
    rules = [
        other
        for other in book.rules
        if (other is rule or rule.code.startswith("SUP") or other.code in ("REG001", "REG002"))
        and other.in_force(day)
    ]
    packs = () if rule.code.startswith("SUP") or rule.pack == "registry" else (rule.pack,)
    for account in registry.accounts:
        account.packs = account.packs or packs
    crawled = not {"pages", "profile", "web"}.isdisjoint(example)
    seen = _seen(book, registry, example, pages) if crawled else None
    return judge(book, registry, rules, RunOptions(as_of=day), seen=seen), text


def _seen(
    book: Rulebook, registry: Registry, example: dict[str, Any], pages: Path | None
) -> list[tuple[Account, Observation | None]]:
    """What the example says was seen of the first account; of the others nothing."""
    from linter.crawl.observation import Observation  # noqa: PLC0415 - few rules need a crawl
    from linter.example_web import PAGES, observed  # noqa: PLC0415 - as above
    from linter.platforms.profile import Unread  # noqa: PLC0415 - as above

    folder = pages or PAGES
    first, *rest = registry.accounts
    if "pages" in example:
        observation = Observation(first.id, Unread("profile-not-read"))
        observation.pages = _read(example["pages"], registry, folder)
    else:
        known = authorities(book, registry)
        authority = known.get(first.authority) or Authority(first.authority, known=False)
        web = {url: str(said or "") for url, said in (example.get("web") or {}).items()}
        observation = observed(first, authority, example.get("profile"), web, folder)
    return [(first, observation), *((account, None) for account in rest)]


def _read(pages: dict[str, str], registry: Registry, folder: Path) -> dict[str, Page]:
    from linter.pages import read_page  # noqa: PLC0415 - few rules need pages

    fields = registry.accounts[0].fields.entries
    found = {}
    for kind, name in pages.items():
        node = fields.get(kind)
        url = node.text or "" if isinstance(node, Scalar) else ""
        found[kind] = read_page((folder / name).read_bytes(), url=url)
    return found


def _wrapped(source: str, rule: Rule) -> str:
    """An account's own lines as a whole registry, with what it leaves out filled in."""
    root = parse(source, "example").root
    keys = set(root.entries) if type(root) is Mapping else set()
    kinds = rule.applies.kinds or ("ressort",)
    defaults = {
        "id": "example",
        "authority": "im-nrw",
        "platform": "x",
        "handle": "Beispiel",
        "kind": "ressort" if "ressort" in kinds else kinds[0],
    }
    lines = [f"{key}: {value}" for key, value in defaults.items() if key not in keys]
    lines += source.splitlines()
    return "registry: 1\naccounts:\n  -\n" + "".join(
        f"    {line}\n" if line.strip() else "\n" for line in lines
    )


def marked(finding: Finding, text: str) -> str:
    """The characters a finding marks."""
    starts = [0, *(m.end() for m in re.finditer(r"\r\n|\n|\r", text))]
    place = finding.place
    return text[
        starts[place.line - 1] + place.column - 1 : starts[place.end_line - 1]
        + place.end_column
        - 1
    ]


def _fits(found: Finding, expected: dict[str, Any], text: str) -> bool:
    seen = {
        "at": found.field,
        "text": marked(found, text),
        "de": found.message("de"),
        "en": found.message("en"),
        "account": found.account_id,
    }
    return all(seen.get(key) == str(value) for key, value in expected.items())
