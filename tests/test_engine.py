"""The engine: who is asked, where a finding stands, and what a broken rule may not do."""

from __future__ import annotations

from datetime import date

import pytest

from linter.config import Config
from linter.run import RunOptions, lint
from tests.rulebook.packs import RULE, write_pack

DAY = date(2026, 11, 25)
HEAD = "registry: 1\nauthorities:\n  - {id: haus, names: [Haus], kind: ministry, jurisdiction: hessen}\n"


def run(tmp_path, accounts, rule=RULE, name="ACME001-no-netiquette", **options):
    pack = write_pack(tmp_path, rule, name=name)
    (tmp_path / "r.yaml").write_text(
        HEAD + "authority: haus\naccounts:\n" + accounts, encoding="utf-8"
    )
    config = Config(pack_paths=(str(pack),), packs=("acme",))
    return lint(RunOptions(as_of=DAY, paths=(str(tmp_path / "r.yaml"),), config=config, **options))


def seen(result, code="ACME001"):
    return [
        (f.account_id, f.outcome, f.place.line, f.place.column)
        for f in result.findings
        if f.code == code
    ]


ACCOUNT = "  - id: {id}\n    platform: x\n    handle: {id}\n    kind: {kind}\n"


def test_a_rule_is_asked_only_of_the_kinds_it_names(tmp_path):
    text = ACCOUNT.format(id="a", kind="ressort") + ACCOUNT.format(id="b", kind="personal")
    assert seen(run(tmp_path, text)) == [("a", "fail", 6, 9)]


def test_closed_accounts_are_left_alone(tmp_path):
    text = ACCOUNT.format(id="a", kind="ressort") + "    status: closed\n    until: 2020-01-01\n"
    assert seen(run(tmp_path, text)) == []


def test_what_a_house_lacks_once_is_one_finding(tmp_path):
    text = "".join(ACCOUNT.format(id=f"a{n}", kind="ressort") for n in range(5))
    rule = RULE.replace("applies_to:", "per: authority\napplies_to:")
    result = run(tmp_path, text, rule)
    assert [f.authority for f in result.findings if f.code == "ACME001"] == ["haus"]


PAGES = RULE.replace("needs: [registry]", "needs: [web]")


@pytest.mark.parametrize(("kind", "waiting"), [("ressort", 1), ("personal", 0)])
def test_of_the_rules_on_pages_only_those_count_that_somebody_would_be_asked(
    tmp_path, kind, waiting
):
    coverage = run(tmp_path, ACCOUNT.format(id="a", kind=kind), PAGES, select=("ACME001",)).coverage
    assert (coverage.rules_not_run, coverage.accounts) == (waiting, 1)


def test_a_guard_decides_whether_a_rule_is_asked(tmp_path):
    rule = RULE.replace("check:", "when:\n  - value: {field: platform, any: [facebook]}\ncheck:")
    text = ACCOUNT.format(id="a", kind="ressort")
    assert seen(run(tmp_path, text, rule)) == []
    facebook = text.replace("platform: x", "platform: facebook")
    assert seen(run(tmp_path, facebook, rule))


def test_unknown_is_counted_and_never_a_pass(tmp_path):
    rule = RULE.replace("{field: netiquette}", "{field: netiquette, absent: unknown}")
    result = run(tmp_path, ACCOUNT.format(id="a", kind="ressort"), rule)
    assert seen(result) == [("a", "unknown", 6, 9)]
    assert (result.coverage.accounts, result.coverage.checked, result.coverage.unknown) == (1, 0, 1)
    assert result.open("info") == []
    assert [f.code for f in result.open("info", unknown=True)] == ["ACME001"]


def test_a_pattern_that_takes_for_ever_stops_its_rule_and_not_the_run(tmp_path):
    # passes the loader's probes, hangs on this very text
    rule = RULE.replace(
        "recorded: {field: netiquette}", 'matches: {fields: [bio], none: ["(qw|qwqw)+$"]}'
    )
    text = ACCOUNT.format(id="a", kind="ressort") + f"    bio: {'qw' * 60}!\n"
    result = run(tmp_path, text, rule)
    assert [line for line in result.errors if "ACME001" in line]
    assert seen(result) == []
    assert result.coverage.accounts == 1


def test_a_rule_that_raises_is_named_and_the_others_still_run(tmp_path, monkeypatch):
    from linter.checks.base import Check
    from linter.checks.params import PLUGIN_CHECKS
    from linter.checks.recorded import recorded

    def raises(subject, params):
        raise ValueError("broken\x1b[31m")

    monkeypatch.setitem(
        PLUGIN_CHECKS, "acme.raises", Check("acme.raises", raises, recorded.params, ("field",), ())
    )
    rule = RULE.replace("recorded:", "acme.raises:")
    result = run(tmp_path, ACCOUNT.format(id="a", kind="ressort") * 2, rule)
    assert len(result.errors) == 1
    assert "ACME001" in result.errors[0]
    assert "acme.raises" in result.errors[0]
    assert "\x1b" not in result.errors[0]
    assert any(f.code == "REG003" for f in result.findings)


@pytest.mark.parametrize("per", ["account", "authority", "registry"])
def test_an_account_that_a_rule_failed_on_is_not_checked_in_full(tmp_path, monkeypatch, per):
    from linter.checks.base import Check
    from linter.checks.params import PLUGIN_CHECKS
    from linter.checks.recorded import recorded

    def raises(subject, params):
        if any(account.id == "b" for account in subject.accounts):
            raise ValueError
        return ()

    monkeypatch.setitem(
        PLUGIN_CHECKS, "acme.raises", Check("acme.raises", raises, recorded.params, ("field",), ())
    )
    rule = RULE.replace("recorded:", "acme.raises:").replace(
        "applies_to:", f"per: {per}\napplies_to:"
    )
    text = "".join(ACCOUNT.format(id=name, kind="ressort") for name in "abc")
    coverage = run(tmp_path, text, rule).coverage
    told = (coverage.accounts, coverage.checked, coverage.unknown)
    assert told == ((3, 2, 1) if per == "account" else (3, 0, 3))


def test_a_rule_that_cannot_even_be_asked_leaves_those_unchecked_whom_it_concerns(
    tmp_path, monkeypatch
):
    import linter.engine

    def raises(*_, **__):
        raise ValueError

    monkeypatch.setattr(linter.engine, "bind", raises)
    text = ACCOUNT.format(id="a", kind="ressort") + ACCOUNT.format(id="b", kind="personal")
    result = run(tmp_path, text, select=("ACME001",))
    assert result.errors
    assert (result.coverage.checked, result.coverage.unknown) == (1, 1)


def test_a_waiver_of_a_rule_that_failed_is_not_called_unused(tmp_path, monkeypatch):
    from linter.checks.base import Check
    from linter.checks.params import PLUGIN_CHECKS
    from linter.checks.recorded import recorded

    def raises(subject, params):
        raise ValueError

    monkeypatch.setitem(
        PLUGIN_CHECKS, "acme.raises", Check("acme.raises", raises, recorded.params, ("field",), ())
    )
    rule = RULE.replace("recorded:", "acme.raises:")
    waiver = "    waivers: [{code: ACME001, reason: In Arbeit., until: 2026-12-31}]\n"
    result = run(tmp_path, ACCOUNT.format(id="a", kind="ressort") + waiver, rule)
    assert not seen(result, "SUP001")


def test_a_finding_marks_the_value_it_is_about(tmp_path):
    text = (
        ACCOUNT.format(id="a", kind="ressort")
        + "    netiquette: https://x.org/n\n    status: activ\n"
    )
    result = run(tmp_path, text)
    (finding,) = [f for f in result.findings if f.code == "REG002"]
    assert (finding.place.line, finding.place.column, finding.place.end_column) == (11, 13, 18)


def test_the_severity_the_config_sets_wins(tmp_path):
    pack = write_pack(tmp_path)
    path = tmp_path / "r.yaml"
    path.write_text(HEAD + "authority: haus\naccounts:\n" + ACCOUNT.format(id="a", kind="ressort"))
    config = Config(pack_paths=(str(pack),), packs=("acme",), severity={"ACME001": "info"})
    result = lint(RunOptions(as_of=DAY, paths=(str(path),), config=config))
    assert [f.severity for f in result.findings if f.code == "ACME001"] == ["info"]


def test_the_config_may_name_a_rule_by_its_name(tmp_path):
    pack = write_pack(tmp_path)
    path = tmp_path / "r.yaml"
    path.write_text(HEAD + "authority: haus\naccounts:\n" + ACCOUNT.format(id="a", kind="ressort"))
    config = Config(pack_paths=(str(pack),), packs=("acme",), severity={"no-netiquette": "info"})
    result = lint(RunOptions(as_of=DAY, paths=(str(path),), config=config))
    assert [f.severity for f in result.findings if f.code == "ACME001"] == ["info"]


@pytest.mark.parametrize("written", ["NRW", "Nordrhein-Westfalen", "nw"])
def test_a_land_written_otherwise_is_told_and_switches_no_pack_off(tmp_path, written):
    path = tmp_path / "r.yaml"
    path.write_text(
        HEAD.replace("hessen", written)
        + "authority: haus\naccounts:\n"
        + ACCOUNT.format(id="Reul_NRW", kind="ressort")
    )
    result = lint(RunOptions(as_of=DAY, paths=(str(path),)))
    assert [f.code for f in result.findings if f.code in ("NRW101", "REG002")] == [
        "REG002",
        "NRW101",
    ]
    (told,) = [f for f in result.findings if f.code == "REG002"]
    assert told.message("en").endswith("Did you mean “nrw”?")


@pytest.mark.parametrize("wrong", ["kind: minister", "jurisdiction: nrv"])
def test_a_wrong_word_does_not_replace_what_the_packs_know_of_an_authority(tmp_path, wrong):
    path = tmp_path / "r.yaml"
    path.write_text(
        f"registry: 1\nauthority: im-nrw\nauthorities:\n  - {{id: im-nrw, {wrong}}}\naccounts:\n"
        + ACCOUNT.format(id="Reul_NRW", kind="ressort")
    )
    found = lint(RunOptions(as_of=DAY, paths=(str(path),), select=("NRW101", "REG"))).findings
    assert [f.code for f in found] == ["REG002", "NRW101"]


def test_a_file_whose_accounts_have_neither_id_nor_authority_is_told(tmp_path):
    (tmp_path / "r.yaml").write_text(
        "registry: 1\naccounts:\n  - {platform: x, handle: A, kind: fach}\n"
    )
    found = lint(RunOptions(as_of=DAY, paths=(str(tmp_path),), select=("REG",))).findings
    assert [f.code for f in found] == ["REG002", "REG007"]


@pytest.mark.parametrize("platform", ["platform: webseite, ", ""])
def test_of_a_misspelt_platform_nothing_is_asked_that_hangs_on_it(tmp_path, platform):
    entry = "  - {id: web, platform: website, handle: www.stadt-a.de, kind: authority, "
    entry += "privacy: 'https://www.stadt-a.de/datenschutz'}\n"
    house = "{id: stadt-a, names: [Stadt A], kind: city, jurisdiction: hessen}"
    text = f"registry: 1\nauthority: stadt-a\nauthorities: [{house}]\naccounts:\n"

    def told(accounts):
        (tmp_path / "r.yaml").write_text(text + accounts)
        result = lint(RunOptions(as_of=DAY, paths=(str(tmp_path),), packs=("privacy",)))
        return [f.code for f in result.findings], result.coverage.checked

    assert told(entry) == ([], 1)
    assert told(entry.replace("platform: website, ", platform)) == (["REG002"], 0)


def test_a_land_that_is_none_is_told(tmp_path):
    path = tmp_path / "r.yaml"
    path.write_text(HEAD.replace("hessen", "niedersaxen") + "accounts:\n")
    (told,) = lint(RunOptions(as_of=DAY, paths=(str(path),))).findings
    assert told.message("de").endswith("Meinten Sie „niedersachsen“?")


def test_a_pack_of_the_house_may_bring_a_land_of_its_own(tmp_path):
    from linter.rulebook.book import load_rulebook

    rule = RULE.replace("applies_to: {", "applies_to: {jurisdictions: [tirol], ")
    text = ACCOUNT.format(id="a", kind="ressort")
    assert seen(run(tmp_path, text, rule)) == []
    path = tmp_path / "r.yaml"
    path.write_text(path.read_text("utf-8").replace("hessen", "tirol"), encoding="utf-8")
    pack = str(tmp_path / "acme")
    config = Config(pack_paths=(pack,), packs=("acme",))
    result = lint(RunOptions(as_of=DAY, paths=(str(path),), config=config))
    assert seen(result) == [("a", "fail", 6, 9)]
    assert not [f for f in result.findings if f.code == "REG002"]
    assert "tirol" in load_rulebook([pack]).fields["authority"]["jurisdiction"]["enum"]
    assert "tirol" not in load_rulebook().fields["authority"]["jurisdiction"]["enum"]


def test_accounts_of_no_authority_are_told_once_a_file_with_the_packs_left_open(tmp_path):
    text = "registry: 1\naccounts:\n"
    for name in "ab":
        accounts = "".join(ACCOUNT.format(id=f"{name}{n}", kind="ressort") for n in range(3))
        (tmp_path / f"{name}.yaml").write_text(text + accounts)
    options = RunOptions(as_of=DAY, paths=(str(tmp_path),), select=("REG007",))
    found = lint(options).findings
    assert [(f.place.path[-6:], f.place.line, f.severity) for f in found] == [
        ("a.yaml", 3, "warning"),
        ("b.yaml", 3, "warning"),
    ]
    assert "nrw-handreichung" in found[0].message("de")
    assert lint(options).coverage.checked == 0
    chosen = Config(packs=("impressum",))
    options = RunOptions(as_of=DAY, paths=(str(tmp_path),), select=("REG007",), config=chosen)
    assert lint(options).findings == []


def test_whole_registry_rules_see_all_files_and_report_on_the_named_one(tmp_path):
    pack = write_pack(tmp_path / "packs")
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text(
            HEAD + "authority: haus\naccounts:\n" + ACCOUNT.format(id="same", kind="ressort")
        )
    config = Config(registry=(str(tmp_path),), pack_paths=(str(pack),), packs=("acme",))
    named = str(tmp_path / "b.yaml")
    result = lint(RunOptions(as_of=DAY, paths=(named,), config=config))
    assert {f.place.path for f in result.findings} == {named}
    assert [f.code for f in result.findings if f.code == "REG003"] == ["REG003"]
    assert result.coverage.accounts == 1


@pytest.mark.parametrize("packs", [["nowhere"], ["registry", "impresum"]])
def test_a_registry_that_names_an_unknown_pack_is_told_so(tmp_path, packs):
    text = (
        HEAD
        + f"packs: {packs}\nauthority: haus\naccounts:\n"
        + ACCOUNT.format(id="a", kind="ressort")
    )
    path = tmp_path / "r.yaml"
    path.write_text(text)
    result = lint(RunOptions(as_of=DAY, paths=(str(path),)))
    (finding,) = [f for f in result.findings if f.code == "REG002"]
    assert finding.field == "packs"


def test_who_chooses_the_ministries_pack_and_is_no_ministry_of_the_land_is_told_so(tmp_path):
    text = (
        "registry: 1\npacks: [nrw-handreichung]\nauthorities:\n"
        "  - {id: stadt-x, names: [Stadt X], kind: city, jurisdiction: nrw}\n"
        "  - {id: mi-x, names: [Ministerium X], kind: ministry, jurisdiction: niedersachsen}\n"
        "  - {id: mi-y, names: [Ministerium Y], kind: ministry}\n"
        "accounts:\n"
        "  - {id: a, authority: stadt-x, platform: x, handle: MinisterReul, kind: ressort}\n"
        "  - {id: c, authority: mi-x, platform: x, handle: MinisterReul3, kind: ressort}\n"
        "  - {id: d, authority: mi-y, platform: x, handle: MinisterReul4, kind: ressort}\n"
        "  - {id: b, authority: im-nrw, platform: x, handle: MinisterReul2, kind: ressort}\n"
    )
    path = tmp_path / "r.yaml"
    path.write_text(text)
    result = lint(RunOptions(as_of=DAY, paths=(str(path),), select=("NRW101",)))
    messages = {f.account_id: f.message("en") for f in result.findings if f.code == "NRW101"}
    assert [id_ for id_, text in sorted(messages.items()) if "House rule" in text] == ["a", "c"]
    assert sorted(messages) == ["a", "b", "c", "d"]


def test_an_account_of_an_unknown_kind_is_not_counted_as_checked(tmp_path):
    path = tmp_path / "r.yaml"
    path.write_text(HEAD + "authority: haus\naccounts:\n" + ACCOUNT.format(id="a", kind="resort"))
    result = lint(RunOptions(as_of=DAY, paths=(str(path),)))
    assert (result.coverage.checked, result.coverage.unknown) == (0, 1)


def test_a_capital_letter_in_kind_or_status_is_told_and_misleads_no_rule(tmp_path):
    text = ACCOUNT.format(id="a", kind="Ressort") + "    status: Active\n"
    result = run(tmp_path, text)
    assert [f.code for f in result.findings if f.code == "REG002"] == ["REG002", "REG002"]
    assert seen(result) == [("a", "fail", 6, 9)]


def test_a_rule_gives_way_to_a_stricter_pack(tmp_path):
    rule = RULE.replace("{kinds: [ressort]}", "{kinds: [ressort], unless_packs: [privacy]}")
    text = ACCOUNT.format(id="a", kind="ressort")
    assert seen(run(tmp_path, text, rule)) == [("a", "fail", 6, 9)]
    assert seen(run(tmp_path, text, rule, packs=("acme", "privacy"))) == []
