"""What the words of a record say: a refusal is no approval, and what is not understood is not decided."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from linter import said as module
from linter.said import said

DATA = yaml.safe_load(Path(module.__file__).with_name("said.yaml").read_text("utf-8"))
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


def test_no_word_is_of_two_kinds_and_all_are_written_as_they_are_compared():
    words = Counter(word for many in DATA.values() for word in many)
    assert [word for word, number in words.items() if number > 1] == []
    assert [word for word in words if word != module.spell_out(word)] == []


@given(st.text(alphabet="abn1? .,/-äNe", max_size=400))
def test_any_text_says_something(text):
    assert said(text) in SAMPLES


def test_a_long_text_takes_no_time():
    assert said("1a" * 100_000 + " b!") in SAMPLES


@given(st.lists(st.sampled_from([w.rstrip("*") for k in DATA.values() for w in k]), max_size=5))
def test_the_glance_that_spares_most_texts_the_rest_changes_nothing(words):
    text = " ".join(["Schreiben", *words])
    hits, _ = module._taken_apart(text)
    if hits.keys() - {"done"}:
        assert any(map(module._may_tell, module._words(text)))
