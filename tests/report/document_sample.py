"""A result as its JSON says it, and the report made of it."""

from __future__ import annotations

import json
from copy import deepcopy

from linter.report.document.compose import compose
from linter.report.document.html import as_html
from linter.report.document.lore import Lore, RuleWords
from linter.report.document.markdown import as_markdown
from linter.report.document.read import read_result
from linter.rulebook.rule import Document

EVIDENCE = {
    "url": "https://a.example/impressum",
    "final_url": "https://b.example/impressum",
    "redirects": [
        {
            "url": "https://a.example/impressum",
            "status": 301,
            "location": "https://b.example/impressum",
        }
    ],
    "status": 200,
    "fetched_at": "2026-11-25T22:00:00.000Z",
    "sha256": "cef1a2",
    "warc": {"file": "night.warc.gz", "offset": 78837},
    "click_path": [
        {"url": "https://x.com/a", "text": "Impressum"},
        {"url": "https://b.example/impressum", "text": ""},
    ],
}
FINDING = {
    "code": "IMP102",
    "name": "impressum-too-far",
    "severity": "error",
    "outcome": "fail",
    "status": "open",
    "account": "a-x",
    "authority": "im-nrw",
    "platform": "x",
    "handle": "a",
    "field": "impressum",
    "path": "accounts.yaml",
    "line": 7,
    "column": 3,
    "end_line": 7,
    "end_column": 9,
    "message": {"de": "Zu viele Klicks.", "en": "Too many clicks."},
    "remedy": {"de": "Unmittelbar verlinken.", "en": "Link it directly."},
    "source": [{"document": "ddg", "section": "§ 5 Abs. 1", "date": "2024-05-14"}],
    "evidence": [EVIDENCE],
    "fingerprint": "aa",
    "change": "new",
}
RESULT = {
    "version": 1,
    "tool": {"name": "amtlint", "version": "0.1.0", "rulebook": "sha256:ab", "plugins": []},
    "as_of": "2026-11-25",
    "findings": [],
    "coverage": {"accounts": 3, "checked": 3, "unknown": 0, "rules": 90, "rules_not_run": 0},
    "unused_waivers": [],
}
BOTH = {"de": "DDG", "en": "DDG"}
LORE = {
    lang: Lore(
        lang,
        "ab",
        {"IMP102": RuleWords("Weit weg", "Weil es so ist.", ("DDG, § 5: „leicht erkennbar“",))},
        {"ddg": Document("ddg", BOTH, BOTH, "law", "")},
        {"im-nrw": "Ministerium des Innern"},
    )
    for lang in ("de", "en")
}


def result(*findings, **changes):
    made = deepcopy(RESULT)
    made["findings"] = [{**deepcopy(FINDING), **finding} for finding in findings]
    made["coverage"] |= changes.pop("coverage", {})
    return made | changes


def markdown(made, lang="de", title=""):
    return as_markdown(compose(read_result(json.dumps(made).encode(), "r.json"), LORE[lang], title))


def html(made, lang="de", title=""):
    return as_html(compose(read_result(json.dumps(made).encode(), "r.json"), LORE[lang], title))


def section(text: str, heading: str) -> str:
    return text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


HISTORY = {
    "change_by": "profile",
    "first_seen": "2026-10-01",
    "last_seen": "2026-11-25",
    "nights": 9,
    "stale": 0,
}
GONE = {
    **{
        key: FINDING[key]
        for key in ("code", "name", "severity", "account", "authority", "platform")
    },
    "handle": "a",
    "field": "",
    "status": "open",
    "message": {"de": "War da.", "en": "Was."},
    "fingerprint": "bb",
    "change": "gone",
    "change_by": "profile",
    "first_seen": "2026-09-01",
    "last_seen": "2026-11-24",
}
