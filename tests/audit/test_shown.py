"""An audit's report: the verdict first, nothing hostile gets through, in three forms."""

from __future__ import annotations

import json
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest

from linter.audit.verdict import _evidence

PROFILES = Path(__file__).parents[2] / "fixtures" / "profiles"
DRAFT = """\
registry: 1
authority: im-nrw
accounts:
  - id: neu
    platform: x
    handle: Innenminister_R
    kind: ressort
    status: planned
    impressum: "http://x.example/<script>alert(1)</script>\\u202e"
"""
GOOD = """\
registry: 1
authority: stadt-heide
authorities: [{id: stadt-heide, names: [Stadt Heide], kind: city}]
packs: [registry]
accounts:
  - {id: heide, platform: x, handle: stadt_heide, kind: authority, status: planned}
"""


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.seen = []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))


@pytest.fixture
def draft(tmp_path):
    path = tmp_path / "draft.yaml"
    path.write_text(DRAFT, encoding="utf-8")
    return str(path)


def test_an_error_means_do_not_publish(amtlint, draft):
    called = amtlint("audit", draft, "--offline")
    assert called.code == 1
    first, second = called.out.splitlines()[:2]
    assert first == "Innenminister_R (X)"
    assert second.startswith("Do not publish like this: ")
    assert called.out.index(
        "First: duties that are not met or not shown to be met"
    ) < called.out.index("What could not be checked")
    assert "What a person still has to look at" in called.out


def test_what_is_wrong_with_a_draft_is_told_with_its_place_and_line(amtlint, tmp_path):
    path = tmp_path / "draft.yaml"
    path.write_text("registry: 1\naccounts:\n  - id: a\n\tplatform: x\n", encoding="utf-8")
    called = amtlint("audit", str(path), "--offline", "--lang", "de")
    assert (called.code, "REG001" in called.out) == (1, True)
    assert f"Stelle: {path}:4:1: platform: x" in " ".join(called.out.split())


def test_a_target_without_a_file_is_named_as_it_was_asked_for(amtlint):
    called = amtlint("audit", "x:Herr_Reul", "x:@IM_NRW", "--offline", "--format", "json")
    findings = json.loads(called.out)["findings"]
    assert {f["path"] for f in findings if f["account"] == "x-herr-reul"} == {"x:Herr_Reul"}
    assert {f["path"] for f in findings} <= {"x:Herr_Reul", "x:@IM_NRW"}
    assert "<stdin>" not in called.out


def test_nothing_found_is_not_called_in_order_where_something_was_not_checked(amtlint, tmp_path):
    path = tmp_path / "good.yaml"
    path.write_text(GOOD, encoding="utf-8")
    called = amtlint("audit", str(path), "--offline", "--lang", "de")
    assert called.code == 0
    verdict = called.out.splitlines()[1]
    assert verdict.startswith("Nichts zu beanstanden in dem")
    assert ("Nicht prüfbar" in verdict) == ("Was nicht geprüft werden konnte" in called.out)


def test_html_is_one_page_without_scripts_or_anything_from_elsewhere(amtlint, draft, tmp_path):
    file = tmp_path / "report.html"
    amtlint("audit", draft, "--offline", "--output", f"html={file}")
    text = file.read_text(encoding="utf-8")
    tags = Tags()
    tags.feed(text)
    names = {tag for tag, _ in tags.seen}
    assert names.isdisjoint({"script", "img", "link", "iframe", "a"})
    assert "<script>" not in text.lower()
    assert "\u202e" not in text
    assert "‹U+202E›" in text


def test_markdown_shows_hostile_text_as_text(amtlint, draft):
    out = amtlint("audit", draft, "--offline", "--format", "markdown").out
    assert "<script>" not in out
    assert out.startswith("# Innenminister\\_R (X)\n\n**Do not publish")


def test_json_has_the_verdict_beside_the_findings(amtlint, draft):
    data = json.loads(amtlint("audit", draft, "--offline", "--format", "json").out)
    assert data["audit"]["verdict"] == "no"
    assert data["version"] == 1
    assert {f["code"] for f in data["findings"]} >= {"NRW102"}
    assert data["audit"]["report"]["sections"][0]["key"] == "error"


def test_an_account_without_a_registry_is_not_asked_for_records(amtlint):
    called = amtlint("audit", "x:IM_NRW", "--offline", "--format", "json")
    data = json.loads(called.out)
    assert not any(f["code"].startswith("NRW4") for f in data["findings"])
    (records,) = [
        item
        for section in data["audit"]["report"]["sections"]
        if section["key"] == "unknown"
        for item in section["items"]
        if "draft (YAML)" in item["head"]
    ]
    assert "NRW401" in records["facts"][0][1]


def test_rules_that_were_not_run_and_records_keep_a_verdict_open(amtlint):
    called = amtlint(
        "audit", "x:IM_NRW", "--offline", "--select", "IMP2,NRW101,NRW4", "--lang", "en"
    )
    assert called.code == 0
    assert "all rules could be checked" not in called.out
    assert "None of the pages on the web was read: 16 rules not applied." in called.out
    # a city's own duties are not those of a ministry
    assert "NRW401" in called.out
    assert "DO101" not in amtlint("audit", "x:IM_NRW", "--offline").out


def test_what_a_waiver_covers_and_what_was_chosen_are_told(amtlint, tmp_path):
    path = tmp_path / "draft.yaml"
    waiver = "    waivers: [{code: NRW102, reason: Altfall, until: 2026-12-31}]\n"
    path.write_text(
        "registry: 1\nauthority: im-nrw\naccounts:\n  - id: a\n    platform: x\n"
        f"    handle: Innenminister_1\n    kind: ressort\n    status: planned\n{waiver}",
        encoding="utf-8",
    )
    words = ("--offline", "--select", "NRW102", "--as-of", "2026-11-25", "--lang", "en")
    called = amtlint("audit", str(path), *words)
    assert called.code == 0
    assert "Covered by waivers or the baseline: 1 error." in called.out
    assert "Reason: Altfall" in called.out
    assert "Only these rules: NRW102" in called.out


def test_an_account_of_nobody_knows_whom_is_never_all_in_order(amtlint):
    words = ("--offline", "--select", "REG006", "--lang", "en", "--format", "json")
    data = json.loads(amtlint("audit", "x:irgendwer", *words).out)
    assert data["audit"]["verdict"] == "open"
    assert "was not recognised" in data["audit"]["text"]
    known = json.loads(amtlint("audit", "x:IM_NRW", *words).out)
    assert known["audit"]["verdict"] == "yes"


def test_the_report_on_a_saved_page_names_the_file_and_its_digest(amtlint):
    page = PROFILES / "instagram" / "saved-german.html"
    words = ("--html", str(page), "--offline", "--format", "markdown")
    called = amtlint("audit", "instagram:stadt.musterhausen", *words)
    assert "saved-german" in called.out
    assert sha256(page.read_bytes()).hexdigest() in called.out
    assert "… (+" not in called.out


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("x/saved-visitor.html", "shows x:Musterhausen, not x:IM_NRW"),
        ("vimeo/saved.html", "shows vimeo:musterhausen, not x:IM_NRW"),
    ],
)
def test_another_accounts_page_is_told_to_be_one(amtlint, page, told):
    called = amtlint("audit", "x:IM_NRW", "--html", str(PROFILES / page), "--lang", "en")
    assert called.code == 2
    assert told in called.err


def test_nothing_that_was_chosen_could_be_checked(amtlint):
    called = amtlint("audit", "x:IM_NRW", "--offline", "--select", "IMP201", "--lang", "en")
    assert called.code == 3
    assert "Nothing was checked." in called.out


def test_a_saved_page_serves_a_platform_that_shows_visitors_nothing(amtlint, tmp_path):
    page = tmp_path / "saved.html"
    page.write_text(
        "<html><head><title>Innenministerium NRW (@im.nrw) • Instagram photos and videos</title>"
        '<meta property="og:title" content="Innenministerium NRW (@im.nrw) • Instagram photos and videos">'
        '<meta property="og:url" content="https://www.instagram.com/im.nrw/">'
        '<meta name="description" content="1,234 Followers, 5 Following, 67 Posts - '
        'Minister Herbert Reul (@im.nrw) on Instagram: &quot;Hier twittert der Minister&quot;"></head><body></body></html>',
        encoding="utf-8",
    )
    called = amtlint("audit", "instagram:im.nrw", "--html", str(page), "--format", "json")
    codes = {f["code"] for f in json.loads(called.out)["findings"] if f["outcome"] == "fail"}
    assert "NRW109" in codes


def test_a_saved_page_is_read_without_a_network_too(amtlint, tmp_path):
    page = tmp_path / "user.json"
    user = {"id": "1", "username": "IM_NRW", "name": "Herbert Reul", "url": "", "description": ""}
    page.write_text(json.dumps({"data": user}), encoding="utf-8")
    words = ("audit", "x:IM_NRW", "--html", str(page), "--offline", "--format", "json")
    called = amtlint(*words)
    findings = json.loads(called.out)["findings"]
    failing = {f["code"] for f in findings if f["outcome"] == "fail"}
    assert called.code == 1
    assert {"NRW103", "IMP101"} <= failing
    # nothing but the saved page was read, and no recorded night was asked for
    assert "not-in-recording" not in {f["cause"] for f in findings if f["outcome"] == "unknown"}


def test_the_saved_page_of_a_website_is_judged_and_not_the_one_on_the_web(amtlint, tmp_path):
    page = tmp_path / "seite.html"
    text = "<title>Stadt</title><h1>Willkommen</h1><p>" + "Der Rat hat heute beraten. " * 30
    words = ("website:www.heide.example", "--html", str(page), "--offline", "--select", "IMP101")
    outcomes = []
    for foot in ("", '<footer><a href="/impressum">Impressum</a></footer>'):
        page.write_text(text + foot, encoding="utf-8")
        report = json.loads(amtlint("audit", *words, "--format", "json").out)
        outcomes.append([(f["outcome"], f.get("cause")) for f in report["findings"]])
    assert outcomes == [[("fail", None)], []]
    page.write_text("<!-- saved from url=(0021)https://koeln.example/ -->" + text, encoding="utf-8")
    called = amtlint("audit", *words, "--lang", "de")
    assert called.code == 2
    assert "zeigt koeln.example, nicht www.heide.example" in called.err
    mark = "<!-- saved from url=(0035)https://www.heide.example/impressum -->"
    page.write_text(f"{mark}<title>Impressum</title><h1>Impressum</h1><p>Markt 1, 48931 Heide")
    told = amtlint("audit", *words, "--lang", "de").err
    assert "zeigt https://www.heide.example/impressum, nicht www.heide.example" in told


@pytest.mark.parametrize(
    ("lang", "told"),
    [("de", "Art: Ressort-Account (ressort)"), ("en", "Kind: ministry account (ressort)")],
)
def test_the_kind_of_account_is_told_in_words(amtlint, lang, told):
    out = amtlint("audit", "x:IM_NRW", "--offline", "--select", "REG", "--lang", lang).out
    assert told in out


def test_an_authority_that_nobody_knows_is_refused_with_the_nearest(amtlint):
    called = amtlint("audit", "x:IM_NRW", "--authority", "im-nwr", "--offline")
    assert called.code == 2
    assert "Did you mean im-nrw?" in called.err


def test_an_authority_of_the_packs_or_of_the_configuration_is_known(amtlint):
    Path("houses.yaml").write_text(
        "registry: 1\nauthorities:\n  - {id: stadt-talheim, kind: city, names: [Stadt Talheim]}\n"
        "accounts: []\n",
        encoding="utf-8",
    )
    Path(".amtlint.yaml").write_text("authorities: [houses.yaml]\n", encoding="utf-8")
    for id_ in ("stadt-talheim", "im-nrw"):
        called = amtlint("audit", "x:talheim", "--authority", id_, "--offline")
        assert "not known" not in called.err
        assert called.code in {0, 1}


@pytest.mark.parametrize(
    "words",
    [
        ["x:IM_NRW", "--evidence", "new", "--replay", "old"],
        ["x:IM_NRW", "--offline", "--evidence", "new"],
        ["x:IM_NRW", "--offline", "--replay", "old"],
        ("mastodn:a@b.example",),
        ("x:IM_NRW", "--authority", "nobody-at-all"),
        ("x:IM_NRW", "--html", "no-such-file.html"),
        ("x:IM_NRW", "--output", "pdf=x.pdf"),
        ("x:a", "x:b", "--html", __file__),
    ],
)
def test_mistakes_are_one_line_and_exit_two(amtlint, words):
    called = amtlint("audit", *words)
    assert called.code == 2
    assert called.out == ""
    assert called.err.count("\n") == 1


def test_a_file_that_shows_no_profile_is_no_audit(amtlint, tmp_path):
    page = tmp_path / "noise.html"
    page.write_bytes(bytes(range(256)) * 4)
    called = amtlint("audit", "instagram:im.nrw", "--html", str(page), "--offline")
    assert called.code == 2
    assert called.out == ""
    assert "does not show the profile" in called.err
    assert called.err.count("\n") == 1


@pytest.mark.parametrize(
    ("fault", "detail", "words"),
    [
        ("robots_disallowed", "robots.txt of https://a.example", "von robots.txt untersagt"),
        ("address_refused", "10.0.0.1: 10.0.0.1 is no public address", "keine öffentliche Adresse"),
    ],
)
def test_what_was_read_is_told_in_the_readers_language(fault, detail, words):
    entry = {"url": "https://a.example/", "status": None, "fault": fault, "detail": detail}
    (item,) = _evidence([entry], "de")
    facts = dict(item.facts)
    assert facts["Störung"] == words
    assert not any("_" in text for pair in item.facts for text in pair)


@pytest.mark.parametrize(
    ("lang", "duty", "finding"),
    [
        ("de", ": Handreichung NRW, Abschnitte 2 und 3", ": Handreichung NRW, Abschnitt 2, "),
        ("en", ": NRW guidance, sections 2 and 3", ": NRW guidance, section 2, "),
    ],
)
def test_sources_of_findings_and_of_duties_are_named_in_the_reports_language(
    amtlint, draft, lang, duty, finding
):
    text = amtlint("audit", draft, "--offline", "--lang", lang).out
    assert duty in text
    assert finding in text
