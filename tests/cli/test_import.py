"""`amtlint import`."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from test_completion import complete

TEXT = """\
Behörde;Plattform;Nutzername;Link;Impressum;seit;Status;Ansprechreferat
Innenministerium NRW;Twitter;@IM_NRW;https://x.com/IM_NRW;https://www.im.nrw/impressum;01.03.2015;aktiv;Referat Öffentlichkeitsarbeit
IM;Insta;im.nrw;www.instagram.com/im.nrw/;https://www.im.nrw/impressum;1. Mai 2019;ruht;"Referat ""Soziales"", Köln"
"""


def checked(amtlint, path="accounts.yaml") -> dict:
    called = amtlint("check", path, "--format", "json", "--as-of", "2026-11-25")
    return json.loads(called.out)


def faults(result: dict) -> list[str]:
    return [f["code"] for f in result["findings"] if f["code"] in ("REG001", "REG002", "REG003")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_csv_of_any_usual_encoding_becomes_a_registry_that_check_reads(amtlint, encoding):
    Path("konten.csv").write_bytes(TEXT.encode(encoding))
    called = amtlint("import", "konten.csv")
    assert called.code == 0
    assert "Accounts taken over: 2. Rows without an account: 0." in called.out
    assert "written: accounts.yaml. Next: amtlint check accounts.yaml" in called.out
    text = Path("accounts.yaml").read_text("utf-8")
    assert "unit: Referat Öffentlichkeitsarbeit" in text
    assert r'unit: "Referat \"Soziales\", Köln"' in text
    result = checked(amtlint)
    assert result["coverage"]["accounts"] == 2
    assert faults(result) == []


def test_an_excel_workbook_becomes_the_same_registry(amtlint):
    Path("konten.csv").write_text(TEXT, "utf-8")
    amtlint("import", "konten.csv", "--output", "csv.yaml")
    book = openpyxl.Workbook()
    book.active.title = "Kanäle"
    for line in TEXT.replace('""', "'").replace('"', "").splitlines():
        book.active.append(line.replace("'", '"').split(";"))
    book.save("konten.xlsx")
    called = amtlint("import", "konten.xlsx", "--output", "xlsx.yaml")
    assert called.code == 0
    drop = ("# Taken over from",)
    of_csv, of_xlsx = (
        [line for line in Path(name).read_text("utf-8").splitlines() if not line.startswith(drop)]
        for name in ("csv.yaml", "xlsx.yaml")
    )
    assert of_xlsx == of_csv
    assert faults(checked(amtlint, "xlsx.yaml")) == []


def test_what_is_not_understood_is_told_with_its_cell_and_the_exit_code(amtlint):
    book = openpyxl.Workbook()
    book.active.title = "Kanäle"
    for row in (["Plattform", "Handle", "seit"], ["X", "a", "2015"], ["Snapchat", "b", None]):
        book.active.append(row)
    book.save("konten.xlsx")
    called = amtlint("import", "konten.xlsx", "--authority", "im-nrw", "--lang", "de")
    assert called.code == 1
    assert "konten.xlsx:Kanäle!C2: „seit“: „2015“ ist nicht übernommen" in called.err
    assert "konten.xlsx:Kanäle!3: Die Zeile ist nicht übernommen" in called.err
    assert faults(checked(amtlint)) == []


def test_an_existing_file_stays_unless_force_says_otherwise(amtlint):
    Path("konten.csv").write_text(TEXT, "utf-8")
    Path("accounts.yaml").write_text("mine\n")
    called = amtlint("import", "konten.csv")
    assert called.code == 2
    assert "accounts.yaml: The file exists already; nothing was written." in called.err
    assert Path("accounts.yaml").read_text() == "mine\n"
    assert amtlint("import", "konten.csv", "--force").code == 0
    assert Path("accounts.yaml").read_text("utf-8").startswith("# Taken over from konten.csv")


def test_a_link_that_leads_nowhere_is_a_file_that_exists(amtlint):
    Path("konten.csv").write_text(TEXT, "utf-8")
    Path("accounts.yaml").symlink_to("nowhere")
    assert amtlint("import", "konten.csv").code == 2
    assert not Path("nowhere").exists()


def test_the_table_itself_is_not_overwritten_even_with_force(amtlint):
    Path("konten.csv").write_text(TEXT, "utf-8")
    called = amtlint("import", "konten.csv", "--output", "./konten.csv", "--force")
    assert called.code == 2
    assert "This file is the table itself" in called.err
    assert Path("konten.csv").read_text("utf-8") == TEXT


def test_a_dry_run_writes_nothing_and_tells_the_same(amtlint):
    Path("konten.csv").write_text(TEXT.replace("aktiv", "tja"), "utf-8")
    dry = amtlint("import", "konten.csv", "--dry-run")
    assert dry.code == 1
    assert not Path("accounts.yaml").exists()
    assert dry.err == amtlint("import", "konten.csv").err


def test_standard_output_holds_the_registry_alone(amtlint):
    Path("konten.csv").write_text(TEXT, "utf-8")
    called = amtlint("import", "konten.csv", "--output", "-")
    Path("piped.yaml").write_text(called.out, "utf-8")
    assert called.out.startswith("# Taken over from konten.csv")
    assert "Accounts taken over: 2." in called.err
    assert faults(checked(amtlint, "piped.yaml")) == []
    assert not Path("accounts.yaml").exists()


def test_a_table_without_accounts_is_exit_3_and_no_file(amtlint):
    Path("konten.csv").write_text("Plattform;Handle\nSnapchat;a\n")
    called = amtlint("import", "konten.csv", "--authority", "im-nrw")
    assert called.code == 3
    assert "There is no account in the table" in called.err
    assert "stands in the file" not in called.err
    assert not Path("accounts.yaml").exists()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "The file is empty."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old format (.xls) or is protected by a password"),
        (b"PK\x03\x04nonsense", "no readable Excel workbook"),
        (b"eins;zwei\ndrei;vier\n", "No row of the table has titles that are known"),
        (b'Plattform;Handle\nX;"a\n', "The quotation marks"),
    ],
)
def test_a_file_that_cannot_be_understood_is_one_line_and_exit_2(amtlint, content, said):
    Path("konten.csv").write_bytes(content)
    called = amtlint("import", "konten.csv")
    assert called.code == 2
    assert called.err.startswith("amtlint: error: konten.csv")
    assert said in called.err
    assert called.err.count("\n") == 1


def test_a_file_that_is_not_there_and_a_sheet_of_a_csv_are_usage_errors(amtlint):
    assert amtlint("import", "nix.csv").code == 2
    Path("konten.csv").write_text(TEXT, "utf-8")
    called = amtlint("import", "konten.csv", "--sheet", "Kanäle")
    assert called.code == 2
    assert "A CSV file has no sheets" in called.err


def test_sheets_that_were_not_read_are_to_be_looked_at(amtlint):
    book = openpyxl.Workbook()
    book.active.append(["Plattform", "Handle"])
    book.active.append(["X", "IM_NRW"])
    book.save("konten.xlsx")
    assert amtlint("import", "konten.xlsx", "--authority", "im-nrw").code == 0
    book.create_sheet("Mehr").append(["Plattform", "Handle"])
    book.save("konten.xlsx")
    called = amtlint("import", "konten.xlsx", "--authority", "im-nrw", "--force")
    assert called.code == 1
    assert '--sheet "Mehr"' in called.err


def test_a_cover_sheet_is_told_with_the_sheets_behind_it(amtlint):
    book = openpyxl.Workbook()
    book.active.title = "Deckblatt"
    book.active["A1"] = "Übersicht"
    book.create_sheet("Kanäle").append(["Plattform", "Handle"])
    book.save("konten.xlsx")
    called = amtlint("import", "konten.xlsx", "--authority", "im-nrw")
    assert called.code == 2
    assert "konten.xlsx:Deckblatt: " in called.err
    assert '--sheet "Kanäle"' in called.err


def test_a_folder_that_is_not_there_is_told_and_nothing_is_left_behind(amtlint):
    Path("konten.csv").write_text(TEXT, "utf-8")
    Path("file").write_text("")
    assert amtlint("import", "konten.csv", "--output", "file/accounts.yaml").code == 2
    assert sorted(path.name for path in Path().iterdir()) == ["file", "konten.csv"]


def test_hostile_words_reach_the_terminal_named_only(amtlint):
    Path("konten.csv").write_text("Plattform;Handle;\x1b[2J\u202e\nX;a;b\nSnap\x07;c;d\n", "utf-8")
    called = amtlint("import", "konten.csv", "--authority", "im-nrw")
    assert called.code == 1
    assert [
        char for char in called.out + called.err if not char.isprintable() and char != "\n"
    ] == []
    assert "‹U+001B›" in called.err


def test_authorities_of_the_configuration_are_known(amtlint):
    Path("haus.yaml").write_text(
        "authorities: [{id: stadt-heide, names: [Stadt Heide], kind: city, jurisdiction: nrw}]\n"
    )
    Path(".amtlint.yaml").write_text("authorities: [haus.yaml]\n")
    Path("konten.csv").write_text("Behörde;Plattform;Handle\nStadt Heide;X;heide\n", "utf-8")
    assert amtlint("import", "konten.csv").code == 0
    text = Path("accounts.yaml").read_text("utf-8")
    assert "authority: stadt-heide\n" in text
    assert "authorities:" not in text


def test_a_known_authority_s_id_with_a_letter_wrong_founds_no_new_one(amtlint):
    Path("konten.csv").write_text("Plattform;Handle\nX;a\n", "utf-8")
    called = amtlint("import", "konten.csv", "--authority", "im-nrv")
    assert called.code == 2
    assert "Did you mean im-nrw?" in called.err
    assert not Path("accounts.yaml").exists()


def test_a_table_can_be_piped_in(amtlint, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode("utf-16"))))
    called = amtlint("import", "-", "--output", "-")
    assert called.code == 0
    assert called.out.count("  - id: ") == 2


def test_an_unknown_option_gets_a_suggestion(amtlint):
    called = amtlint("import", "x.csv", "--dryrun")
    assert called.code == 2
    assert "Did you mean '--dry-run'?" in called.err


def test_the_shell_completes_what_a_column_may_mean():
    found = complete("import konten.csv --map Name=app")
    assert "Name=approvals.lpa_informed" in found
    assert complete("import konten.csv --map Name=insta") == ["Name=instagram"]
    assert complete("import konten.csv --encoding win") == ["windows-1252"]


def test_a_check_imports_nothing_of_it(tmp_path):
    (tmp_path / "a.yaml").write_text("registry: 1\naccounts: []\n")
    code = """
import sys
from linter.cli.main import main
try:
    main(["check", sys.argv[1]])
except SystemExit:
    pass
print([name for name in sys.modules if "takeover" in name or "openpyxl" in name or "document." in name])
"""
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "a.yaml")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "[]"


def test_a_file_that_is_not_there_is_told_with_what_to_do(amtlint):
    told = "gibt-es-nicht.csv: Die Datei lässt sich nicht lesen (nicht vorhanden). Prüfen Sie Pfad"
    called = amtlint("import", "gibt-es-nicht.csv", "--lang", "de")
    assert called.code == 2
    assert told in called.err
