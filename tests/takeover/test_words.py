"""What titles and values of tables mean."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from linter.platforms import NAMES
from linter.registry.bind import KINDS, STATUSES
from linter.rulebook.book import load_rulebook
from linter.takeover import words as module
from linter.takeover.columns import addresses
from linter.takeover.words import folded, words

DATA = yaml.safe_load(Path(module.__file__).with_name("words.yaml").read_text("utf-8"))


@pytest.mark.parametrize("part", ["columns", "platforms", "status", "kind", "months"])
def test_no_word_means_two_things(part):
    seen: dict[str, object] = {}
    for meaning, many in DATA[part].items():
        for word in many:
            assert seen.setdefault(folded(word), meaning) == meaning, word


def test_no_title_of_a_field_is_kept_out():
    titles = {folded(title) for many in DATA["columns"].values() for title in many}
    assert titles & {folded(title) for many in DATA["left_out"].values() for title in many} == set()


def test_every_field_platform_status_and_kind_named_here_exists():
    assert set(DATA["columns"]) <= {*addresses(load_rulebook().fields), "authority"}
    assert list(DATA["platforms"]) == list(NAMES)
    assert set(DATA["status"]) == set(STATUSES)
    assert set(DATA["kind"]) == set(KINDS)


@pytest.mark.parametrize(
    ("title", "field"),
    [
        ("Plattform", "platform"),
        ("PLATTFORM", "platform"),
        ("Plattform / Netzwerk", "platform"),
        ("Handle (ohne @)", "handle"),
        ("Behoerde", "authority"),
        ("Behörde/Ressort", "authority"),
        ("Datenschutz-\nerklärung", "privacy"),
        ("verifiziert?", "verified"),
        ("Eingerichtet am", "since"),
        ("approvals.lpa_informed", "approvals.lpa_informed"),
        ("Plattform und Handle", ""),
        ("Follower", ""),
        ("", ""),
    ],
)
def test_titles_are_recognised_in_the_ways_people_write_them(title, field):
    assert words().field(title) == field


@pytest.mark.parametrize(
    ("title", "why"),
    [
        ("Passwort", "secret"),
        ("Passwort (geheim)", "secret"),
        ("Login/Passwort", "secret"),
        ("Instagram-Passwort", "secret"),
        ("Ansprechpartner/in", "person"),
        ("Ansprechpartner*innen", "person"),
        ("E-Mail-Adresse", "person"),
        ("Telefon dienstlich", "person"),
        ("Ansprechreferat", ""),
        ("Link zum Profil", ""),
    ],
)
def test_columns_with_secrets_or_people_are_known_by_their_titles(title, why):
    assert words().kept_out(title) == why


@pytest.mark.parametrize(
    ("text", "platform"),
    [
        ("Twitter", "x"),
        ("X (ehemals Twitter)", "x"),
        ("Insta", "instagram"),
        ("You Tube", "youtube"),
        ("facebook.com", "facebook"),
        ("Snapchat", ""),
    ],
)
def test_platforms_are_known_by_what_people_call_them(text, platform):
    assert words().platform(text) == platform
