import json
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linter.pages.markup.decode import decode
from linter.plain import SIGNS, composed, odd, plain
from linter.registry.parse import parse
from tests.program import amtlint

LONG = "Hier informiert das Referat für Öffentlichkeitsarbeit des Ministeriums"
BIO = (
    "Innenministerium NRW. Hier geben wir privat unsere eigene Meinung wieder, Angaben nach § 5 TMG"
)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Minis\u00adterium für\u00a0Inneres", "Ministerium für Inneres"),
        ("A\u200b B \u2060C\ufeff", "A B C"),
        ("Ko\u0308ln, Straße,  zwei\tBlanks", "Köln, Straße, zwei Blanks"),
        (f"{LONG}\nInneres", f"{LONG} Inneres"),
        ("Wir sind das\nneue Referat", "Wir sind das neue Referat"),
        ("Innenminister NRW\nPersönlicher Account", "Innenminister NRW\nPersönlicher Account"),
        ("Eins.\n\nZwei", "Eins.\n\nZwei"),
        ("https://a.example/Ko\u0308ln\u00adweg", "https://a.example/Ko\u0308ln\u00adweg"),
        ("👩\u200d🚒 Feuerwehr", "👩\u200d🚒 Feuerwehr"),
    ],
)
def test_a_text_is_read_as_it_looks(written, read):
    assert plain(written) == read


@given(st.text(alphabet="aäoö \n\t\u00a0\u00ad\u200b\u0308\u0301.A", max_size=90))
def test_what_is_plain_stays_so_and_is_not_odd(text):
    once = plain(text)
    assert plain(once) == once
    assert not set(once) & {"\u00a0", "\u00ad", "\u200b", "\t"}


@given(st.text(alphabet="aeou\u0308\u0301\u0327 b", max_size=40))
def test_letters_are_composed_as_unicode_has_them(text):
    assert normalize("NFC", composed(text)) == normalize("NFC", text)


def test_a_row_of_accents_takes_no_time():
    row = "a" + "\u0308\u0327" * 500_000
    assert len(composed(row)) > 900_000
    assert len(decode(f"<p>{row}</p>".encode())[0]) > 1_000_000


@pytest.mark.parametrize("sign", SIGNS)
def test_a_file_with_such_a_sign_is_known(sign):
    assert odd(f"ab{sign}c")
    assert parse(f"a: b{sign}c", "r.yaml").odd
    assert parse(f'a: "b\\u{ord(sign):04x}c"', "r.yaml").odd


@pytest.mark.parametrize("text", ["a: |\n  b\n  c\n", 'a: "b\\nc"', f"a: {'b' * 70}\n\n  c\n"])
def test_so_is_one_with_lines(text):
    assert parse(text, "r.yaml").odd


def test_an_ordinary_file_is_not():
    assert not parse('a: Köln „am Rhein“\nb: "Straße"\nc: >-\n  eins\n  zwei\n', "r.yaml").odd


def accused(folder, spell):
    entry = {"authority": "im-nrw", "platform": "x", "status": "active"}
    accounts = [
        entry | {"id": "a", "handle": "IM_NRW", "kind": "ressort", "bio": spell(BIO)},
        entry
        | {"id": "b", "handle": "sicher_nrw", "kind": "fach", "bio": spell(f"{LONG} des Innern")},
        entry
        | {"id": "c", "handle": "h_reul", "kind": "personal", "bio": spell("Persönlicher Account")},
    ]
    file = folder / "r.json"
    file.write_text(json.dumps({"registry": 1, "accounts": accounts}, ensure_ascii=False), "utf-8")
    told = amtlint("check", file, "--format", "json", "--as-of", "2026-11-25")
    found = json.loads(told.stdout)["findings"]
    return {(one["code"], one["account"], one["outcome"]) for one in found}


@pytest.mark.parametrize(
    "spell",
    [
        lambda text: text.replace(" ", "\u00a0"),
        lambda text: text.replace(" ", " \u200b"),
        lambda text: text.replace("rium", "ri\u00adum").replace("nlicher", "n\u00adlicher"),
        lambda text: normalize("NFD", text),
    ],
    ids=["no-break", "zero-width", "soft-hyphen", "decomposed"],
)
def test_the_verdict_is_that_on_the_text_as_read(tmp_path, spell):
    assert spell(BIO + LONG) != BIO + LONG
    expected = accused(tmp_path, str)
    assert {("NRW306", "a", "fail"), ("IMP301", "a", "fail")} <= expected
    assert accused(tmp_path, spell) == expected


def test_accents_of_a_page_are_put_to_their_letters_but_for_addresses():
    source, encoding, cut = decode(normalize("NFD", '<a href="/Köln">Köln</a>').encode())
    assert (source.decode(), encoding, cut) == ('<a href="/Ko\u0308ln">Köln</a>', "utf-8", False)
