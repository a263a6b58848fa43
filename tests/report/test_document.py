"""A report on a run: complete, honest about what was not seen, and safe whatever stands in it."""

from __future__ import annotations

import itertools
import json
from copy import deepcopy
from datetime import date
from html.parser import HTMLParser

import pytest

from linter.errors import LinterError
from linter.report.document.compose import compose
from linter.report.document.html import as_html
from linter.report.document.lore import Lore, RuleWords
from linter.report.document.markdown import as_markdown
from linter.report.document.read import read_result
from linter.rulebook.book import load_rulebook

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
LORE = {
    lang: Lore(
        lang,
        "ab",
        {"IMP102": RuleWords("Weit weg", "Weil es so ist.", ("DDG, § 5: „leicht erkennbar“",))},
        {"ddg": "DDG"},
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


class Page(HTMLParser):
    VOID = ("meta", "br")

    def __init__(self, text: str):
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data

    def all(self, tag):
        return [attrs for name, attrs in self.tags if name == tag]


def section(text: str, heading: str) -> str:
    return text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def test_everything_a_finding_carries_is_in_the_report():
    text = markdown(result({}))
    for word in (
        *(
            "IMP102",
            "Weit weg",
            "Zu viele Klicks.",
            "Unmittelbar verlinken.",
            "DDG, § 5 Abs. 1 (14.05.2024)",
        ),
        *(
            "Zeile 7",
            "a-x (x a)",
            "Ministerium des Innern (im-nrw)",
            "Weil es so ist.",
            "leicht erkennbar",
        ),
        *("cef1a2", "2026-11-25T22:00:00.000Z", "night.warc.gz, Byte 78837", "200", "„Impressum“"),
        *("25.11.2026", "amtlint 0.1.0", "sha256:ab"),
    ):
        assert word in text.replace("\\", "").replace("<!-- -->", ""), word


def test_either_language_comes_from_the_same_result():
    english = markdown(result({}), "en")
    assert "Too many clicks." in english
    assert "Zu viele Klicks." not in english
    assert "## What could not be checked" in english
    assert '<html lang="en">' in html(result({}), "en")


def test_findings_stand_by_authority_and_account_the_gravest_first():
    text = markdown(
        result(
            {"severity": "info", "code": "IMP301", "message": {"de": "drei", "en": "3"}},
            {"severity": "error", "message": {"de": "eins", "en": "1"}},
            {"severity": "warning", "code": "IMP105", "message": {"de": "zwei", "en": "2"}},
            {"account": "", "platform": "", "handle": "", "message": {"de": "haus", "en": "h"}},
            {"authority": "abc", "account": "b-x", "message": {"de": "andere", "en": "o"}},
        )
    )
    found = section(text, "Offene Befunde")
    order = [
        "### abc",
        "#### b-x",
        "andere",
        "### Ministerium",
        "#### Das Haus",
        "haus",
        "#### a-x",
    ]
    places = [found.index(word) for word in [*order, "eins", "zwei", "drei"]]
    assert places == sorted(places)


def test_nothing_found_is_never_said_without_what_was_not_seen():
    clean = section(markdown(result()), "Ergebnis")
    assert "keinen offenen Befund ergeben" in clean
    assert "Das heißt nicht, dass alles Recht eingehalten ist" in clean
    gaps = markdown(
        result({"outcome": "unknown", "cause": "login-wall"}, coverage={"checked": 2, "unknown": 1})
    )
    assert "Bei 1 Account ließ sich nicht alles prüfen" in section(gaps, "Ergebnis")
    table = section(gaps, "Was nicht geprüft werden konnte")
    assert "Statt der Seite kam eine Anmeldung" in table
    assert "IMP102" in table
    assert "a-x" in table
    assert section(gaps, "Offene Befunde").strip() == "Keine."


def test_the_result_of_an_audit_points_to_the_audit_s_own_report():
    assert "amtlint audit" in section(markdown(result(audit={})), "Ergebnis")
    assert "amtlint audit" not in markdown(result())


def test_a_gap_of_the_house_alone_is_a_gap():
    made = result({"outcome": "unknown", "cause": "not-recorded", "account": ""})
    text = section(markdown(made), "Ergebnis")
    assert "Haus als Ganzes betreffen und sich nicht prüfen ließen: 1." in text
    assert "konnten die angewandten Regeln entschieden werden" not in text


def test_suppressed_findings_are_not_counted_as_none_where_the_result_leaves_them_out():
    assert "| Fehler | 1 |\n" in section(markdown(result({})), "Überblick")
    with_one = result({}, {"status": "waived", "reason": "x"})
    assert "| Fehler | 1 | 1 | 0 |" in section(markdown(with_one), "Überblick")


def test_only_a_clean_and_complete_run_is_shown_in_green():
    assert 'class="look yes"' in html(result())
    unknown = result({"outcome": "unknown", "cause": "robots"})
    for made in (
        unknown,
        result(errors=["x"]),
        result({}),
        result(coverage={"accounts": 0, "checked": 0}),
        result(coverage={"rules_not_run": 1}),
        result(coverage={"rules": 0}),
    ):
        assert 'class="look yes"' not in html(made)


def test_a_run_that_checked_nothing_says_nothing():
    text = section(markdown(result(coverage={"accounts": 0, "checked": 0})), "Ergebnis")
    assert "kein Account geprüft" in text
    assert "keinen offenen Befund" not in text


def test_errors_of_the_run_stand_before_everything_else():
    text = markdown(result({}, errors=["b.yaml:1:1: kaputt"]))
    assert text.index("Fehler des Laufs") < text.index("## Überblick")
    assert "b.yaml:1:1: kaputt" in section(text, "Fehler des Laufs")
    assert "nicht fehlerfrei" in section(text, "Ergebnis")


def test_rules_that_were_not_run_are_named_as_a_gap():
    text = markdown(result(coverage={"rules_not_run": 59}))
    assert "59 Regeln wurden nicht angewandt" in section(text, "Was nicht geprüft werden konnte")
    assert "59 Regeln wurden nicht angewandt" in section(text, "Ergebnis")
    assert "Kein Punkt blieb offen" not in text


def test_one_is_spoken_of_as_one():
    made = result(coverage={"accounts": 1, "checked": 1, "rules": 1, "rules_not_run": 1})
    text = markdown(made)
    assert "Bei diesem Account konnten" in section(text, "Ergebnis")
    assert "Geprüft wurde 1 Account mit 1 Regel" in text
    assert "1 Regel wurde nicht angewandt, weil sich das, wonach sie fragt" in text
    assert "1 rule was not applied, because what it asks" in markdown(made, "en")


def test_waived_and_baselined_findings_have_a_section_of_their_own_and_do_not_count():
    made = result(
        {"status": "waived", "reason": "beantragt"}, {"status": "baselined", "reason": "seit 2026"}
    )
    text = markdown(made)
    assert section(text, "Offene Befunde").strip() == "Keine."
    suppressed = section(text, "Ausnahmen und Baseline")
    assert "**Ausnahme (Fehler)** `IMP102`" in suppressed
    assert "Begründung: beantragt" in suppressed
    assert "**Baseline (Fehler)** `IMP102`" in suppressed
    assert "| Fehler | 0 | 1 | 1 |" in section(text, "Überblick")


def test_that_suppressed_findings_may_be_missing_is_said():
    assert "--show-suppressed" in section(markdown(result()), "Ausnahmen und Baseline").replace(
        "\\", ""
    )
    counted = [{"code": "IMP102", "waived": 2, "baselined": 1}]
    text = section(markdown(result(statistics=counted)), "Ausnahmen und Baseline")
    assert "zählte 2 mit Ausnahme und 1 in der Baseline" in text


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


def test_with_a_history_it_says_what_is_new_what_is_gone_and_since_when():
    made = result(
        {"change": "still", "history": HISTORY},
        {"change": "new", "history": {**HISTORY, "first_seen": "2026-11-25"}, "account": "b"},
        {"change": "reopened", "history": {**HISTORY, "stale": 2}, "account": "c"},
        gone=[GONE],
    )
    text = markdown(made)
    assert "1 neu, 1 wieder da, 1 unverändert offen, 1 erledigt" in section(text, "Überblick")
    found = section(text, "Offene Befunde")
    for mark in (
        "(offen seit 01.10.2026)",
        "(neu)",
        "(wieder da)",
        "(seit 2 Nächten nicht erneut prüfbar)",
    ):
        assert mark in found
    assert "War da." in section(text, "Erledigt seit der letzten Nacht")
    assert "--only new" not in text.replace("\\", "")


def test_without_a_history_nothing_is_called_new():
    assert "(neu)" not in markdown(result({}))
    assert "Seit der letzten Nacht" not in markdown(result({}))


def test_a_report_of_changes_alone_says_that_older_findings_are_missing():
    made = result({"history": HISTORY, "change": "new"}, gone=[], left_out=2)
    told = section(markdown(made), "Ergebnis").replace("\\", "")
    assert "(--only new): 2 Befunde aus früheren Läufen" in told


@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_report_of_changes_alone_gives_no_all_clear_for_what_is_open_still(lang):
    counts = {"error": 1, "warning": 2, "info": 0}
    made = result(gone=[], left_out=5, left_out_open=counts)
    text = markdown(made, lang).replace("\\", "")
    assert {"de": "keinen offenen Befund", "en": "no open finding"}[lang] not in text
    assert {"de": "keinen neuen offenen Befund", "en": "no new open finding"}[lang] in text
    assert {"de": "1 Fehler, 2 Warnungen", "en": "1 error, 2 warnings"}[lang] in text
    assert {"de": "3 unverändert offen", "en": "3 still open"}[lang] in text
    assert {"de": "| Neu offen |", "en": "| Newly open |"}[lang] in text
    # a result of an older amtlint does not say whether any of them is open
    older = markdown(result(gone=[], left_out=5), lang).replace("\\", "")
    assert {"de": "keinen neuen offenen Befund", "en": "no new open finding"}[lang] in older
    assert {"de": "unverändert offen", "en": "still open"}[lang] not in older
    # nothing is open that is not listed: then that is said
    none = markdown(result(gone=[], left_out=5, left_out_open=dict.fromkeys(counts, 0)), lang)
    assert {"de": "keinen offenen Befund", "en": "no open finding"}[lang] in none


def test_a_waiver_without_effect_is_listed():
    unused = [{"code": "NRW106", "account": "a-x", "path": "a.yaml", "line": 3, "reason": "alt"}]
    assert "NRW106 bei a-x" in section(
        markdown(result(unused_waivers=unused)), "Ausnahmen ohne Wirkung"
    )


def test_another_rulebook_and_an_unknown_rule_are_told():
    other = result({"code": "HAUS001"}, tool={**RESULT["tool"], "rulebook": "sha256:cd"})
    annex = section(markdown(other), "Die Regeln und ihre Gründe")
    assert "anderes Regelwerk" in annex
    assert "Diese Regel kennt die Fassung nicht" in annex
    assert "anderes Regelwerk" not in markdown(result({}))


EVIL = "<script>alert(1)</script><img src=x onerror=alert(1)>\"' onmouseover=x & | `*_[a](javascript:alert(1))\u202e\x00"


def hostile():
    made = result({})
    finding = made["findings"][0]
    for key in ("name", "account", "authority", "platform", "handle", "field", "path"):
        finding[key] = EVIL
    finding["message"] = finding["remedy"] = {"de": EVIL, "en": EVIL}
    finding["source"] = [{"document": EVIL, "section": EVIL, "date": ""}]
    finding["evidence"] = [
        {
            "url": "javascript:alert(1)",
            "final_url": f"https://{EVIL}",
            "sha256": EVIL,
            "status": EVIL,
            "redirects": [{"location": EVIL}, 3],
            "warc": {"file": EVIL, "offset": EVIL},
            "click_path": [{"url": EVIL, "text": EVIL}, None],
        }
    ]
    unknown = {**deepcopy(finding), "outcome": "unknown", "cause": EVIL}
    waived = {
        **deepcopy(finding),
        "status": "waived",
        "reason": EVIL,
        "history": {**HISTORY, "first_seen": EVIL},
    }
    made["findings"] += [unknown, waived]
    made["errors"] = [EVIL]
    made["gone"] = [
        {**GONE, "message": {"de": EVIL, "en": EVIL}, "account": EVIL, "first_seen": EVIL}
    ]
    made["unused_waivers"] = [{"code": EVIL, "path": EVIL, "reason": EVIL}]
    made["tool"] = {"name": "amtlint", "version": EVIL, "rulebook": EVIL, "plugins": [EVIL]}
    return made


def test_nothing_hostile_gets_into_the_page():
    text = html(hostile(), title=EVIL)
    page = Page(text)
    assert page.open == []
    allowed = set(
        "html head meta title style body header h1 h2 h3 h4 nav ul li a main section p dl dt dd div table caption "
        "thead tbody tr th td article span code details summary".split()
    )
    assert {tag for tag, _ in page.tags} <= allowed
    names = {name for _, attrs in page.tags for name in attrs}
    assert names <= {
        *("lang", "charset", "name", "content", "http-equiv", "id", "class", "href", "rel"),
        *("aria-label", "aria-labelledby", "scope", "open"),
    }
    for attrs in page.all("a"):
        assert (attrs["href"] or "").startswith(("#", "https://"))
    assert "\u202e" not in text
    assert "\x00" not in text


def test_nothing_hostile_gets_into_the_markdown():
    text = markdown(hostile(), title=EVIL)
    assert "<script" not in text
    assert "<img" not in text
    assert "[a](" not in text
    assert "\u202e" not in text
    for line in text.splitlines():
        if line.startswith("| ") and "---" not in line:
            assert line.replace("\\|", "").count("|") in (5, 6)


def test_the_page_stands_alone_and_can_be_read_by_everybody():
    text = html(result({}))
    page = Page(text)
    assert page.all("html") == [{"lang": "de"}]
    assert {"name": "viewport", "content": "width=device-width, initial-scale=1"} in page.all(
        "meta"
    )
    assert [
        tag for tag, _ in page.tags if tag in ("script", "link", "img", "iframe", "object")
    ] == []
    assert "url(" not in text
    assert "@import" not in text
    assert "@media print" in text
    levels = [int(tag[1]) for tag, _ in page.tags if tag in ("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    assert all(attrs.get("scope") in ("col", "row") for attrs in page.all("th"))
    assert len(page.all("caption")) == len(page.all("table"))


def test_links_inside_the_page_lead_to_places_in_it():
    page = Page(html(hostile() | {"errors": ["x"]}))
    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    inner = [attrs["href"][1:] for attrs in page.all("a") if attrs["href"].startswith("#")]
    assert inner
    assert set(inner) <= set(ids)
    assert {attrs["aria-labelledby"] for attrs in page.all("section")} <= set(ids)


def luminance(color: str) -> float:
    digits = color.lstrip("#")
    digits = "".join(2 * d for d in digits) if len(digits) == 3 else digits
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(
    ("ink", "paper"),
    [
        ("#1b1b1b", "#fdecea"),
        ("#1b1b1b", "#fff4e0"),
        ("#4a4a4a", "#fff"),
        ("#0b57a4", "#fff"),
        ("#33475b", "#fff"),
    ],
)
def test_its_colours_have_enough_contrast(ink, paper):
    text = html(result({}))
    assert ink in text
    assert paper in text
    light, dark = sorted((luminance(ink), luminance(paper)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_a_megabyte_in_a_message_does_not_make_a_megabyte_of_report():
    long = {"de": "a" * 1_000_000, "en": "b" * 1_000_000}
    assert len(html(result({"message": long}))) < 60_000
    assert len(markdown(result({"message": long}))) < 60_000


def broken():
    made = result({})
    yield "version", {**made, "version": 2}
    yield "version", {**made, "version": True}
    yield "tool.name", {**made, "tool": {**made["tool"], "name": "ruff"}}
    yield "as_of", {**made, "as_of": "gestern"}
    yield "coverage.rules", {**made, "coverage": {**made["coverage"], "rules": -1}}
    yield "coverage.accounts", {**made, "coverage": {**made["coverage"], "accounts": "3"}}
    yield "findings", {**made, "findings": {}}
    yield "unused_waivers", {key: value for key, value in made.items() if key != "unused_waivers"}
    yield "errors[0]", {**made, "errors": [1]}
    yield "error_texts[0].en", {**made, "errors": ["x"], "error_texts": [{"de": "x"}]}
    for key, value in (
        *(
            ("severity", "fatal"),
            ("status", None),
            ("outcome", "pass"),
            ("change", 1),
            ("line", "7"),
            ("code", "<b>"),
        ),
        *(
            ("message", {"de": "x"}),
            ("source", [{}]),
            ("evidence", ["x"]),
            ("history", {}),
            ("cause", 1),
        ),
    ):
        yield f"findings[0].{key}", {**made, "findings": [{**FINDING, key: value}]}
    yield "gone[0].message", {**made, "gone": [{**GONE, "message": 1}]}


@pytest.mark.parametrize(("where", "made"), list(broken()), ids=lambda value: str(value)[:30])
def test_what_is_no_result_is_refused_with_the_place_inside_it(where, made):
    with pytest.raises(LinterError) as error:
        read_result(json.dumps(made).encode(), "r.json")
    assert f"at {where}" in error.value.render("en")


@pytest.mark.parametrize(
    "data", [b"", b"{", b"\xff\xfe\x00", b"[" * 200_000, b"NaN", b"[]", b"null", b"1"]
)
def test_what_is_no_json_at_all_is_refused(data):
    with pytest.raises(LinterError, match="no result of a run"):
        read_result(data, "r.json")


def test_the_rulebook_at_hand_gives_titles_reasons_and_names():
    lore = Lore.of(load_rulebook(), {"NRW101", "IMP102"}, date(2026, 11, 25), "de")
    assert set(lore.rules) == {"NRW101", "IMP102"}
    assert lore.rules["NRW101"].why
    assert lore.authorities["im-nrw"] == "Ministerium des Innern des Landes Nordrhein-Westfalen"
    assert lore.document("handreichung-nrw", "Abschnitt 2", "").endswith(", Abschnitt 2")
    assert lore.document("amtlint", "Erreichbarkeit", "") == "eigene Regel von amtlint"
