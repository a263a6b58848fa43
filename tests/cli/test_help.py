"""Help and click's own words, in German and English."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path

import click
import pytest

from linter.cli.locale.compile import catalogue, compiled
from linter.cli.main import COMMANDS
from linter.cli.texts import WORDS, did_you_mean, speak

LOCALE = Path(import_module("linter.cli.locale").__file__).parent
PO = LOCALE / "de" / "LC_MESSAGES" / "amtlint.po"
SPOKEN_TO_USERS = ("core", "decorators", "exceptions", "formatting", "parser", "types")
FOR_DEVELOPERS = (
    "Could not determine name",
    "No options defined",
    "Arguments take exactly one",
    "Name '{name}' defined twice",
    "Boolean option {decl!r}",
    "Invalid start character",
    "Choice({choices})",
)


def said_by_click() -> list[str]:
    folder = Path(click.__file__).parent
    found = []
    for name in SPOKEN_TO_USERS:
        tree = ast.parse((folder / f"{name}.py").read_text("utf-8"))
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ("_", "ngettext")
                and isinstance(node.args[0], ast.Constant)
            ):
                parts = node.args[:2] if node.func.id == "ngettext" else node.args[:1]
                found.append("\0".join(part.value for part in parts))
    return [text for text in found if not text.startswith(FOR_DEVELOPERS)]


def test_everything_that_the_installed_click_says_to_users_is_in_the_german_catalogue():
    messages = catalogue(PO.read_text("utf-8"))
    assert [text for text in said_by_click() if text not in messages] == []


def test_what_is_said_without_click_is_said_as_click_says_it():
    messages = catalogue(PO.read_text("utf-8"))
    for key in ("help", "version"):
        assert WORDS[key]["en"] in said_by_click()
        assert messages[WORDS[key]["en"]] == WORDS[key]["de"]


def test_the_compiled_catalogue_is_the_one_of_the_source():
    assert PO.with_suffix(".mo").read_bytes() == compiled(catalogue(PO.read_text("utf-8")))


def test_translations_keep_the_placeholders():
    for text, translation in catalogue(PO.read_text("utf-8")).items():
        if text:
            asked = set(re.findall(r"\{(\w+)", text))
            assert set(re.findall(r"\{(\w+)", translation)) <= asked, text


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize(("lang", "usage"), [("de", "Aufruf:"), ("en", "Usage:")])
def test_every_command_explains_itself_with_examples(amtlint, name, lang, usage):
    called = amtlint(name, "--help", "--lang", lang)
    assert called.code == 0
    assert called.out.startswith(f"{usage} amtlint {name}")
    assert {"de": "Beispiele:", "en": "Examples:"}[lang] in called.out
    assert f"amtlint {name}" in called.out.partition(":")[2]


def test_help_in_german_has_no_english_headings(amtlint):
    text = amtlint("--help", "--lang", "de").out
    assert "Optionen:" in text
    assert "Befehle:" in text
    for word in ("Usage", "Options:", "Commands:", "Show this", "default:"):
        assert word not in text


def test_an_unknown_option_is_told_in_the_language_of_the_call(amtlint):
    german = amtlint("rules", "--formt", "json", "--lang", "de")
    assert german.code == 2
    assert re.search(
        "Die Option '?--formt'? gibt es nicht. Meinten Sie '?--format'?[?]", german.err
    )
    english = amtlint("rules", "--formt", "json", "--lang", "en")
    assert re.search("No such option:? '?--formt'?", english.err)


def test_the_locale_decides_where_nothing_else_does(amtlint, monkeypatch):
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert amtlint("rules", "--help").out.startswith("Aufruf:")
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    assert amtlint("rules", "--help").out.startswith("Usage:")


def test_a_wrong_date_is_told_with_the_form_it_must_have(amtlint):
    called = amtlint("rules", "--as-of", "31.03.2026", "--lang", "de")
    assert called.code == 2
    assert "„31.03.2026“ ist kein Datum der Form JJJJ-MM-TT" in called.err


def test_suggestions_are_near_or_absent():
    speak("en")
    assert did_you_mean("nrw101", ["NRW101", "IMP101"], "en").startswith(" Did you mean NRW101")
    assert did_you_mean("zzz", ["NRW101"], "de") == ""


@pytest.mark.parametrize("lang", ["de", "en"])
def test_a_mistyped_command_is_told_what_is_near(amtlint, lang):
    called = amtlint("--lang", lang, "explian")
    assert called.code == 2
    assert "'explian'" in called.err
    assert called.err.count("explain") == 1


def test_a_letter_that_looks_like_a_digit_is_read_as_one():
    assert did_you_mean("NRW1O1", ["NRW411", "NRW101"], "en") == " Did you mean NRW101?"
