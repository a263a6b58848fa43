"""What handles are read as: every trap of the facts, in both directions."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

TRAPS = yaml.safe_load((Path(__file__).parent / "traps.yaml").read_text(encoding="utf-8"))
INSIDE = [
    (trap["surname"], word)
    for trap in TRAPS["surnames"]
    for word in trap["inside"]
    # Gorissen is how Gorißen is written where there is no ß; Schulze another minister's whole surname
    if word not in {"Gorissen", "Schulze"}
]
NAMES = {"Kampmann", "Stamp"}  # they contain „mp“, which is not the office; they are persons


def marked(reading, *kinds):
    return [part.text for part in reading.of(*kinds)]


def spelt(word):
    return (word, f"{word}NRW", f"NRW_{word}", f"{word}_NRW", word.lower(), word.upper())


@pytest.mark.parametrize("word", TRAPS["words"])
def test_a_word_with_an_office_or_its_letters_inside_is_no_office(reader, word):
    for text in spelt(word):
        assert marked(reader.read(text), "office", "function") == []
        if word not in NAMES:
            assert marked(reader.read(text), "person") == []


@pytest.mark.parametrize(("surname", "word"), INSIDE)
def test_a_word_with_a_surname_inside_names_nobody(reader, surname, word):
    for text in spelt(word):
        assert marked(reader.read(text), "person") == [], surname


DECIDED = [case for case in TRAPS["handles"] if case["expected"] != "warning"]
"""Those labelled `warning` may be read either way, or are for other rules."""


@pytest.mark.parametrize("case", DECIDED, ids=lambda case: case["handle"])
def test_the_labelled_handles_are_read_as_labelled(reader, case):
    kinds = {"personal": ("office", "ressort")}.get(case["kind"], ("person", "office", "function"))
    found = marked(reader.read(case["handle"]), *kinds)
    if case["expected"] == "finding":
        assert found
    else:
        assert case["expected"] == "ok"
        assert not found


@pytest.mark.parametrize(
    ("text", "people", "offices"),
    [
        ("InnenministerReul", ["Reul"], ["Innenminister"]),
        ("innenministerreulnrw", ["reul"], ["innenminister"]),
        ("reul.innen.nrw", ["reul"], []),
        ("MP_Wuest", ["Wuest"], ["MP"]),
        ("MPWüst", ["Wüst"], ["MP"]),
        ("WUEST_NRW", ["WUEST"], []),
        ("Wust_NRW", ["Wust"], []),
        ("R3ul", ["R3ul"], []),
        ("Reu1_NRW", ["Reu1"], []),
        ("ReuI", ["ReuI"], []),
        ("Rеul", ["Rеul"], []),  # a Cyrillic е
        ("Re\u00adul", ["Re\u00adul"], []),
        ("OptendrenckNRW", ["Optendrenck"], []),
        ("Scharenbach", ["Scharenbach"], []),
        ("Heinen-Esser", ["Heinen-Esser"], []),
        ("heinenesser", ["heinenesser"], []),
        ("Kraft_MP", ["Kraft"], ["MP"]),
        ("HanneloreKraft", ["Kraft"], []),
        ("HKraft", ["Kraft"], []),
        ("becker_horst", ["becker"], []),
        ("Frau_Paul", ["Paul"], []),
        ("minister:in_nrw", [], ["minister:in"]),
        ("MinisterIn", [], ["MinisterIn"]),
        ("Staatssekretär NRW", [], ["Staatssekretär"]),
        ("Innenminster_NRW", [], ["Innenminster"]),
        ("MinReul", ["Reul"], ["Min"]),
        ("Innenminister_Konferenz", [], []),
        ("Minister_Remmel", ["Remmel"], ["Minister"]),
        ("Schulze-Föcking", ["Schulze-Föcking"], []),
        ("StadtDueren", [], []),
        ("Kraft_NRW", ["Kraft"], []),
        ("kraftnrw", [], []),
        ("Kraft", [], []),
        ("Neubauer_NRW", [], []),
        ("Lohrmann_NRW", [], []),
        ("RichterInNRW", [], []),
        ("Richter_in_NRW", [], []),
        ("Kraft_fuer_NRW_Wirtschaft", [], []),
        ("Paul_Klee_Schule", [], []),
        ("MP3", [], []),
    ],
)
def test_exactly_the_name_and_the_title_are_marked(reader, text, people, offices):
    reading = reader.read(text)
    assert marked(reading, "person") == people
    assert marked(reading, "office") == offices


def test_a_surname_that_is_a_word_counts_alone_unless_the_house_deals_with_it(reader):
    assert marked(reader.read("Kraft_NRW", authority="stk-nrw"), "person") == ["Kraft"]
    assert marked(reader.read("kraftnrw", authority="stk-nrw"), "person") == ["kraft"]
    assert marked(reader.read("Kraft_NRW", authority="mwike-nrw"), "person") == []
    assert reader.read("Jaeger_NRW").of("person")[0].support == ("token",)
    assert marked(reader.read("Jaeger_NRW", authority="mlv-nrw"), "person") == []
    assert marked(reader.read("Paul_Klee_Schule", authority="mkjfgfi-nrw"), "person") == []


def test_a_doubtful_reading_stays_visible(reader):
    part = reader.read("LR_Paderborn").parts[0]
    assert (part.kind, part.counts, part.support) == ("office", False, ("ambiguous",))
    assert "person" in reader.read("kraftnrw").parts[0].also


def test_schulze_is_one_minister_and_no_half_of_another(reader):
    (part,) = reader.read("Schulze_NRW").of("person")
    assert [person.first_name for person in part.people] == ["Svenja"]
    assert marked(reader.read("schulzenrw"), "person") == []


def test_the_preposition_im_is_no_ministry(reader):
    assert marked(reader.read("IM_NRW"), "ressort") == ["IM"]
    assert marked(reader.read("im_nrw"), "ressort") == ["im"]
    assert marked(reader.read("Reul_im_Landtag"), "ressort") == []


def test_a_designation_knows_its_houses(reader):
    part = reader.read("Innenministerium NRW").of("ressort")[0]
    assert {id_ for id_, _ in part.designations} == {"mik-nrw", "im-nrw"}


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("Gerichtspräsident_NRW", ["Gerichtspräsident"]),
        ("buero_des_ministerpraesidenten", ["ministerpraesidenten"]),
        ("Landrätinnen_NRW", ["Landrätinnen"]),
        ("ministerderjustiz", ["minister"]),
        ("Innenrninister_NRW", ["Innenrninister"]),
        ("lnnenminister_NRW", ["lnnenminister"]),
        ("M_i_n_i_s_t_e_r_NRW", ["M_i_n_i_s_t_e_r"]),
        ("Landrät:in", ["Landrät:in"]),
        ("OB_Koeln", ["OB"]),
        ("Jobmesse_OB", []),
        ("OBWahl2025", []),
        ("8MP_Kamera", []),
        ("MP3_Player", []),
        ("stsmartin_koeln", []),
        ("stslesmeister", ["sts"]),
        ("Ob Regen oder Sonne", []),
    ],
)
def test_titles_in_all_their_forms(reader, text, offices):
    assert marked(reader.read(text), "office") == offices


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("kjlaumann_nrw", ["laumann"]),
        ("Reuls_Team", ["Reul"]),
        ("Laumanns_NRW", []),
        ("R_e_u_l_NRW", ["R_e_u_l"]),
        ("Bxedehorst_NRW", ["Bxedehorst"]),
        ("Brandes_NRW", ["Brandes"]),
        ("Brandes_Theater_NRW", []),
        ("schuleherbertreulzukunft", ["reul"]),
        ("mitliminski", ["liminski"]),
        ("Neubaurecht_NRW", []),
        ("Abenteuerland", []),
        ("Herbert Rеul", ["Rеul"]),
        ("Re\u3164ul", ["Re\u3164ul"]),
        ("𝐑𝐞𝐮𝐥", ["𝐑𝐞𝐮𝐥"]),
    ],
)
def test_persons_in_all_disguises(reader, text, people):
    assert marked(reader.read(text), "person") == people


def test_an_l_for_an_i_is_still_the_ministry(reader):
    [part] = reader.read("lM_NRW").of("ressort")
    assert (part.text, part.support) == ("lM", ("look-alike",))
