"""What the words of a record say: a refusal is no approval, and what is not understood is not decided."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from linter import said as module
from linter.said import only_paper_lacks, said, said_day

LISTS = yaml.safe_load(Path(module.__file__).with_name("said.yaml").read_text("utf-8"))
DATA = {kind: words.splitlines() for kind, words in LISTS.items()}
DATED = DATA.pop("dated")
SAMPLES = {
    "ja": [
        *("IM-2015/17", "Az. 12.3-45/2015", "Schreiben vom 1. Februar 2015", "No. 12/2015", ""),
        *("Zustimmung bis auf Widerruf erteilt", "keine Einwände", "no objections", "PR 12/3"),
        *("Kabinettsbeschluss, ohne Änderungen", "Genehmigung vom 3.4.2020 (wie beantragt)"),
        *("https://a.example/x?y=1", "Offenlegung vom 3.3.", "Fehlerprotokoll 3", "liegt vor"),
        *(
            "Zustimmung nachgereicht am 3.4.2016",
            "Zustimmung wird erteilt, Az. 5",
        ),
        *("kein Widerspruch innerhalb der Frist", "in nicht öffentlicher Sitzung beschlossen"),
        *("unter Vorbehalt des Widerrufs genehmigt", "Vorlage Nr. 3", "ja, mündlich"),
    ],
    "nein": [
        *("abgelehnt", "ABGELEHNT", "abgelehnt am 01.02.2015", "Zustimmung verweigert"),
        *("widerrufen", "zurückgezogen", "wurde nicht eingeholt", "vergessen", "nicht zugestimmt"),
        *("Der Personalrat hat nicht zugestimmt (15.1.2015)", "PR hat abgelehnt", "Ablehnung"),
        *(
            "nein, weil der Betreiber keine schließt",
            "no – refused",
            "fehlt noch",
            "ohne Genehmigung",
        ),
        *("refused", "denied by the staff council", "has not been obtained", "not granted"),
    ],
    "in Bearbeitung": [
        *("noch nicht erteilt", "steht aus", "steht noch aus", "wird nachgereicht", "beantragt"),
        *(
            "Zustimmung ausstehend",
            "noch nicht",
            "not yet",
            "pending",
            "not yet given",
            "in Prüfung",
        ),
        *("liegt noch nicht vor", "fehlt, wird nachgereicht", "Antrag am 1.2. gestellt"),
    ],
    "unklar": [
        *("nicht erforderlich", "entfällt", "genehmigt?", "nicht widerrufen", "unklar, ob erteilt"),
        *("erteilt am 1.2.2015, widerrufen 2016", "beantragt und genehmigt", "Widerspruch des PR"),
        *(
            "keine Zustimmungspflicht",
            "in Abstimmung mit dem Personalrat",
            "Prüfung negativ",
            "Nein-Stimmen: 0",
        ),
        *("ohne Beteiligung des Personalrats genehmigt", "Freigabe erteilt, nicht unterschrieben"),
        *("mündlich zugesagt, Schriftform fehlt", "abgelehnt durch Erika Muster", "not required"),
    ],
}


@pytest.mark.parametrize(("state", "text"), [(s, text) for s in SAMPLES for text in SAMPLES[s]])
def test_what_a_text_says(state, text):
    assert said(text) == state


REFERENCES = [
    *(
        "Az. 12/2026",
        "PR",
        "Personalteilakte",
        "personalteilakte",
        "liste im tresor",
        "§ 3 DSG NRW",
    ),
    *("per Mail", "telefonisch", "Rücksprache mit dem LPA am 3.4.2015", "unverändert genehmigt"),
    *("Schulung für Redakteure", "https://intranet.example/akte", "Abt. III 2", "ok", "x"),
    *("bestätigt", "schriftlich bestätigt", "abgezeichnet", "einstimmig", "gilt weiterhin"),
    *("Vermerk zur Freigabe vom 3.4.2020", "Mail zur Zustimmung des PR"),
    *("keine Einwendungen", "widerspruchslos", "liegt der Akte bei", "o. k.", "verlängert"),
    *("OB hat zugestimmt", "Verfügung OB vom 5.6.2021", "positiv beschieden", "cleared by legal"),
]
POINT_TO_NOTHING = [
    *("mal sehen", "Mal schauen", "wird dann gemacht", "irgendwie schon"),
    *("XX", "Az. XX/2026", "xx.xx.xxxx", "TT.MM.JJJJ", "N.N.", "NN", "Az.", "Aktenzeichen:"),
    *("Q1/2027", "voraussichtlich Ende 2027", "Bald", "kommt nach der Sommerpause"),
    *("Rücksprache nötig", "bitte klären", "noch zu klären", "Zustimmung erforderlich"),
    *("Genehmigung einholen", "LPA informieren", "liegt beim Personalrat", "Entwurf"),
    *("teilweise geschult", "soweit bekannt erteilt", "unbestätigt", "ob erteilt", "OB?"),
    *("Az. XY", "Vermerk vom __.__.____", "Akte verloren", "zur Zeichnung bei StS", "PRÜFEN"),
]
ONLY_THE_PAPER = [
    *("kein Az.", "Az. fehlt", "Aktenzeichen folgt", "Az. wird nachgereicht", "keine Unterlagen"),
    *("nicht dokumentiert", "Zustimmung nicht aktenkundig", "Genehmigung liegt vor, Az. fehlt"),
    *("Genehmigung ohne Az.", "no file number", "file number missing", "not documented"),
]
NO_ALL_THE_SAME = [
    *("Zustimmung fehlt, Az. 12", "Vermerk: keine Zustimmung", "laut Vermerk nicht erteilt"),
    *("Minister lehnt ab", "lehnte es ab", "missbilligt", "nicht gefragt"),
    *("nicht bestätigt", "abgelehnt durch StS", "es besteht keine Vereinbarung"),
    *("Nö", "nee", "nope", "ungenehmigt", "unerteilt", "not approved", "unapproved"),
]


@pytest.mark.parametrize(
    ("state", "text"),
    [
        *(("ja", t) for t in REFERENCES),
        *(("unklar", t) for t in POINT_TO_NOTHING),
        *(("unklar", t) for t in ONLY_THE_PAPER),
        *(("nein", t) for t in NO_ALL_THE_SAME),
        *(("in Bearbeitung", t) for t in ("kommt noch", "muss noch", "demnächst", "will follow")),
        *(
            ("in Bearbeitung", t)
            for t in (
                "Antrag liegt vor",
                "to be confirmed",
                "wird noch erteilt",
                "wird gerade eingeholt",
                "wird dem PR vorgelegt",
            )
        ),
    ],
)
def test_a_reference_is_told_from_free_words(state, text):
    assert said(text) == state


@pytest.mark.parametrize("text", [*ONLY_THE_PAPER, "Vermerk folgt"])
def test_paper_that_lacks_is_told_from_what_is_not_decided(text):
    assert only_paper_lacks(text)


@pytest.mark.parametrize(
    "text",
    ["Vermerk", "abgelehnt, Az. fehlt", "vermutlich, Az. fehlt", "Az. fehlt?", "keine Zustimmung"],
)
def test_nothing_else_is_taken_for_it(text):
    assert not only_paper_lacks(text)


@pytest.mark.parametrize(
    ("state", "text"),
    [
        *(("ja", t) for t in ("Referat Widerruf", "Referat 54 Widerruf", "Ref. Z 3 Untersagung")),
        *(("ja", t) for t in ("Abteilung Rücknahme und Widerruf", "Stelle für Widersprüche")),
        *(
            ("ja", t)
            for t in ("Dezernat IT/Widerspruch", "Ablehnungsstelle", "Office for Objections")
        ),
        *(("nein", t) for t in ("Referat abgelehnt", "Referat 3: Ablehnung", "Referat ABGELEHNT")),
        *(("nein", t) for t in ("Ablehnung Referat 12", "Widerruf durch Referat Presse")),
        *(("nein", t) for t in ("Freigabe durch Referat Widerruf abgelehnt", "Referat Widerrufen")),
    ],
)
def test_the_name_of_a_unit_refuses_nothing(state, text):
    assert said(text) == state


def test_no_word_is_of_two_kinds_and_all_are_written_as_they_are_compared():
    words = Counter(word for many in DATA.values() for word in many)
    assert [word for word, number in words.items() if number > 1] == []
    assert [word for word in words if not word or word != module.spell_out(word).strip()] == []


@pytest.mark.parametrize(
    "text",
    [
        *("Ja, am 05.06.2021", "erteilt am 5. Juni 2021", "yes, 2021-06-05", "5. Juni 2021"),
        *(
            "ja: 5. 6. 2021",
            "5. Jun. 2021",
            "approved on June 5, 2021",
            "5th June 2021",
            "am 05.06.2021.",
        ),
        *("Der Personalrat hat am 5.6.2021 zugestimmt", "Approved by the minister on 5 June 2021"),
        "ja (Beschluss vom 5.6.2021)",
        *("bestätigt am 5.6.2021", "Ratsbeschluss vom 5.6.2021", "Zustimmung OB am 5.6.2021"),
    ],
)
def test_a_single_date_is_the_day_of_what_is_done(text):
    assert (said(text), said_day(text)) == ("ja", date(2021, 6, 5))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "05.06.2021",
            "(05.06.2021)",
            "am 05/06/2021",
            "am 05-06-2021",
            "05.06.21",
            "Juni 2021",
            "2021",
            "2021/06",
            "31.02.2021",
        ),
        *(
            "erteilt 31.02.2021",
            "erteilt 05.06.2021, erneut 06.06.2021",
            "1.-3. Juni 2021",
            "05.06.2021-06.06.2021",
        ),
        *("5. Juni 2021 und Mai 2022", "2021-06-05T10:00", "Ja, am 05.06.2021, Az. 3", "5.6.1821"),
        *("Antrag vom 05.06.2021 genehmigt", "laut Vermerk vom 05.06.2021", "seit 05.06.2021"),
        *("gültig bis 05.06.2021", "approved by 05.06.2021", "ab 5. Juni 2021", "vor 05.06.2021"),
        *("wird am 05.06.2021 erteilt", "IM-2015/17", "٥.٦.٢٠٢١", "²5.6.2021", "am 05.06.2021?"),
        *("Marburg 5, 2021", "ja " * 40 + "05.06.2021", ""),
    ],
)
def test_what_may_be_another_day_is_none(text):
    assert said_day(text) is None


def test_words_beside_a_day_are_written_once_and_as_they_are_compared():
    assert len(set(DATED)) == len(DATED)
    assert [word for word in DATED if module._words(word) != [word]] == []
    assert not set(DATED) & {word for kind in ("refused", "lacking", "open") for word in DATA[kind]}


@given(st.text(alphabet="abn1? .,/-äNe", max_size=400))
def test_any_text_says_something(text):
    assert said(text) in SAMPLES


def test_long_names_of_units_take_no_time():
    for text in ("Referat Aa und " * 40, "Aa" * 250, "Referat Aa / " * 45, "Ref. 1.1.1" * 50):
        assert said(text + "widerruf") in SAMPLES


@given(st.text(alphabet="0123456789.- ²juniay", max_size=30))
def test_any_text_has_a_day_or_none(text):
    day = said_day(text)
    assert day is None or str(day.year) in text


def test_a_long_text_takes_no_time():
    assert said("1a" * 100_000 + " b!") in SAMPLES


@given(st.lists(st.sampled_from([w.rstrip("*") for k in DATA.values() for w in k]), max_size=5))
def test_the_glance_that_spares_most_texts_the_rest_changes_nothing(words):
    text = " ".join(["Schreiben", *words])
    hits, _ = module._taken_apart(text)
    if hits.keys() - {"done"}:
        assert any(map(module._may_tell, module._words(text)))
