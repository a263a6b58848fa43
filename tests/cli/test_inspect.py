"""`amtlint inspect`."""

from __future__ import annotations

import json
import os
import threading
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest

PAGES = Path(__file__).parents[2] / "fixtures" / "pages"
IMPRESSUM = str(PAGES / "impressum-altes-recht.html")
NOTICE = str(PAGES / "datenschutz-stadt.html")
DETAILS = {
    "provider_name", "legal_form", "street", "postal_code", "city", "po_box", "po_box_only", "representative",
    "phone", "fax", "email", "email_only_in_image", "supervisory_authority", "register", "register_number",
    "vat_id", "vat_id_plausible", "business_id", "editorially_responsible", "editorial_basis", "cites_tmg",
    "cites_ddg", "cites_rstv", "cites_mstv", "cites_tdg_or_mdstv", "cites_tmg_as_basis", "os_platform_link",
}  # fmt: skip
PRIVACY = {
    "controller_named", "dpo_contact", "legal_basis_art6", "data_subject_rights", "complaint_authority",
    "mentions_social_media", "mentions_art26",
}  # fmt: skip


def pages(amtlint, *words):
    called = amtlint("inspect", *words, "--format", "json")
    assert called.code == 0, called.err
    return json.loads(called.out)["pages"]


def test_details_of_an_impressum_are_shown_in_the_pages_words(amtlint):
    called = amtlint("inspect", IMPRESSUM, "--lang", "de")
    assert called.code == 0
    lines = [" ".join(line.split()) for line in called.out.splitlines()]
    assert lines[0] == IMPRESSUM
    assert "Art Impressum" in lines
    assert any(line.startswith("Anbieter Stadt Bergheide") for line in lines)
    assert any(line.startswith("vertreten durch Dr. Helga Sandkuhl") for line in lines)
    assert any(line.startswith("beruft sich auf § 5 TMG ja") for line in lines)
    assert "Datenschutzerklärung „Datenschutz“ → /datenschutz (footer)" in lines


def test_contents_of_a_privacy_notice_are_shown(amtlint):
    called = amtlint("inspect", NOTICE, "--lang", "en")
    assert ["kind", "privacy", "notice"] in [line.split() for line in called.out.splitlines()]
    assert "access; rectification; erasure; restriction; objection; withdrawal" in called.out


def test_what_an_impressum_lacks_is_named(amtlint):
    called = amtlint("inspect", str(PAGES / "impressum-postfach.html"), "--lang", "en")
    assert "not found" in called.out
    assert "street" in called.out.split("not found")[1].splitlines()[0]


def test_json_has_the_promised_keys(amtlint):
    impressum, notice = pages(amtlint, IMPRESSUM, NOTICE)
    assert impressum["path"] == IMPRESSUM
    assert (impressum["page_type"], notice["page_type"]) == ("impressum", "privacy")
    assert impressum["state"] == "ok"
    for page in (impressum, notice):
        assert set(page["details"]) >= DETAILS
        assert set(page["privacy"]) == PRIVACY
        assert set(page["links"]) == {"impressum", "privacy"}
        assert isinstance(page["reasons"], list)
    assert impressum["details"]["email"] == [
        {"as_written": "rathaus@bergheide.example", "normalised": "rathaus@bergheide.example", "form": "plain"}
    ]  # fmt: skip
    assert impressum["details"]["fax"] == ["02599 310-199"]
    assert impressum["details"]["supervisory_authority"] is None
    assert impressum["links"]["privacy"][0]["href"] == "/datenschutz"
    assert notice["privacy"]["data_subject_rights"][0] == "access"
    assert notice["details"]["cites_rstv"] is False


def test_values_stand_where_their_places_say(amtlint):
    (page,) = pages(amtlint, IMPRESSUM)
    place = page["places"]["street"][0]
    assert place["line"] > 1
    assert place["column"] == 1
    assert 0 < place["confidence"] <= 1


@pytest.mark.parametrize("name", ["seite.md", "seite.txt"])
def test_text_and_markdown_are_pages_too(amtlint, tmp_path, name):
    file = tmp_path / name
    file.write_text("# Impressum\n\nStadt Heide\nMarkt 1\n48931 Heide\n", encoding="utf-8")
    (page,) = pages(amtlint, str(file))
    assert page["details"]["street"] == "Markt 1"


def test_an_address_that_cannot_be_fetched_is_told_in_one_line(amtlint):
    called = amtlint("inspect", "http://127.0.0.1/impressum", "--lang", "en")
    assert called.code == 2
    assert called.out == ""
    assert called.err.count("\n") == 1
    assert "not a public address" in called.err


def test_a_missing_file_a_folder_and_a_pdf_do_not_hide_the_others(amtlint, tmp_path):
    pdf = tmp_path / "impressum.pdf"
    pdf.write_bytes(b"%PDF-1.7\n")
    called = amtlint("inspect", "fehlt.html", str(tmp_path), str(pdf), IMPRESSUM, "--lang", "de")
    assert called.code == 2
    assert "Stadt Bergheide" in called.out
    assert [line.rsplit(": ", 1)[1] for line in called.err.splitlines()] == [
        "es gibt sie nicht.",
        "es ist ein Ordner.",
        "Das ist ein PDF, keine Webseite.",
    ]


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a picture"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "a picture"),
        (b"PK\3\4\x14\0\0\0", "an archive or an office document"),
        (b"\x1f\x8b\x08\0", "an archive or an office document"),
        (b"\0\0\0\x20ftypisom", "an audio or video file"),
        (b"\n%PDF-1.7", "a PDF"),
        (b"\x7fELF\2\1\1\0\0\0", "data without readable text"),
        (b"bplist00\xd1\1\2", "an archive or an office document"),
        ("<p>Impressum".encode("utf-32"), "written in UTF-32"),
        ("<p>Impressum".encode("utf-32-le"), "written in UTF-32"),
        (b"\n \n", "The page is empty"),
        (
            b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: image/png\n\nx\n--x--\n",
            "no web page in this",
        ),
    ],
)
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_file_that_is_no_page_of_text_is_told_in_one_line(amtlint, tmp_path, data, what, form):
    file = tmp_path / "datei"
    file.write_bytes(data)
    called = amtlint("inspect", str(file), "--format", form, "--lang", "en")
    assert called.code == 2
    assert what in called.err
    assert called.err.count("\n") == 1
    assert called.out == "" if form == "text" else json.loads(called.out)["pages"] == []


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig"])
def test_a_page_in_another_encoding_is_one(amtlint, tmp_path, encoding):
    file = tmp_path / "seite.html"
    file.write_bytes("<title>Impressum</title><h1>Impressum</h1>".encode(encoding))
    assert amtlint("inspect", str(file)).code == 0


def test_reasons_are_in_the_readers_language_and_for_programs_as_ever(amtlint):
    german = amtlint("inspect", IMPRESSUM, NOTICE, "--lang", "de").out
    assert "Überschrift: Impressum" in german
    assert "Angaben: Überschrift, E-Mail, Anschrift, Telefon, Rechtsgrundlage" in german
    assert " Rechte, " in german
    for word in ("heading:", "details:", "data protection:", "address", "subjects"):
        assert word not in german
    impressum = pages(amtlint, IMPRESSUM, "--lang", "de")[0]
    assert impressum["reasons"][1].startswith("details: heading, e-mail, address")
    english = amtlint("inspect", IMPRESSUM, "--lang", "en").out
    assert "details: heading, e-mail, address" in english


def test_no_file_is_a_usage_error(amtlint):
    assert amtlint("inspect").code == 2


def test_control_characters_of_a_page_are_never_printed_raw(amtlint, tmp_path):
    file = tmp_path / "seite.html"
    file.write_text(
        "<title>Impressum \u202e</title><h1>Impressum</h1><p>Stadt \x1b[31mHeide\u202e<br>Markt 1<br>48931 Heide</p>"
        '<a href="/\x1b]0;x\x07impressum">Impressum\u202e</a>',
        encoding="utf-8",
    )
    for form in ("text", "json"):
        out = amtlint("inspect", str(file), "--format", form).out
        assert not {"\x1b", "\x07", "\u202e"} & set(out)


def test_what_went_wrong_is_told_in_the_readers_language(amtlint):
    german = amtlint("inspect", "http://127.0.0.1/impressum", "--lang", "de").err
    assert german.endswith("ließ sich nicht abrufen (keine öffentliche Adresse).\n")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are POSIX")
def test_a_named_pipe_is_read_even_if_its_writer_comes_late(amtlint):
    os.mkfifo("pipe")
    writer = threading.Timer(0.3, lambda: Path("pipe").write_bytes(Path(IMPRESSUM).read_bytes()))
    writer.start()
    (page,) = pages(amtlint, "pipe")
    writer.join()
    assert page["page_type"] == "impressum"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="as above")
def test_a_named_pipe_that_nobody_writes_into_is_refused(amtlint, monkeypatch):
    monkeypatch.setattr("linter.cli.inspect.PATIENCE", 0.1)
    os.mkfifo("pipe")
    called = amtlint("inspect", "pipe")
    assert (called.code, called.out) == (2, "")
    assert "nobody writes into the pipe" in called.err


def test_the_page_in_a_web_archive_or_a_mail_is_read_as_it_was(amtlint, tmp_path):
    page = "<title>Impressum</title><h1>Impressum</h1><p>Stadt Höhe<br>Markt 1<br>48931 Höhe</p>"
    where = "https://www.hoehe.example/impressum"
    archive = MIMEMultipart("related")
    archive["Snapshot-Content-Location"] = where
    archive.attach(MIMEText(page, "html", "utf-8"))
    mail = MIMEMultipart("alternative")
    mail.attach(MIMEText("Siehe unten.", "plain", "utf-8"))
    mail.attach(MIMEText(page, "html", "iso-8859-1"))
    single = MIMEText(page, "html", "utf-8")
    files = {"a.mhtml": archive, "b.eml": mail, "c.eml": single, "d.mht": archive}
    for name, message in files.items():
        text = message.as_bytes()
        (tmp_path / name).write_bytes(text if name != "d.mht" else text.replace(b"\n", b"\r\n"))
    read = pages(amtlint, *(str(tmp_path / name) for name in files))
    assert [one["details"]["city"] for one in read] == ["Höhe"] * 4
    assert [one["url"] for one in read] == [where, "", "", where]


def test_a_page_at_which_the_reading_fails_does_not_hide_the_others(amtlint, monkeypatch):
    from linter.pages import inspection

    def fails_at_notices(page, path, whole=inspection.inspection):
        return whole(page, path) if page.page_type == "impressum" else page.links[99]

    monkeypatch.setattr(inspection, "inspection", fails_at_notices)
    called = amtlint("inspect", NOTICE, IMPRESSUM, "--lang", "de")
    assert called.code == 2
    assert "Stadt Bergheide" in called.out
    assert (
        "Fehler dieses Programms gescheitert (IndexError: tuple index out of range)" in called.err
    )
    assert called.err.count("\n") == 1


def test_a_page_of_which_only_the_beginning_was_read_says_so(amtlint, tmp_path, monkeypatch):
    monkeypatch.setattr("linter.pages.markup.decode.MOST_BYTES", 2_000)
    file = tmp_path / "lang.html"
    file.write_text(
        "<title>Stadt</title>" + "<p>Der Rat hat beraten." * 200 + "<a href=/i>Impressum</a>"
    )
    out = amtlint("inspect", str(file), "--lang", "de").out
    assert "wurde nur der Anfang gelesen" in out
    assert out.count("keine im gelesenen Anfang") == 2
    whole = amtlint("inspect", IMPRESSUM, "--lang", "de").out
    assert "Anfang" not in whole
