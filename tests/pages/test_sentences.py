"""Where one sentence ends and the next begins."""

from __future__ import annotations

import pytest

from linter.pages.notice.prose import Prose
from linter.pages.page import Line
from linter.pages.sentences import breaks, spans


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", [""]),
        ("Eins. Zwei! „Drei“? (Vier) gilt; Fünf.", ["Eins.", "Zwei!", "„Drei“?", "(Vier) gilt;", "Fünf."]),
        ("Das gilt z. B. Für Bilder. Und mehr.", ["Das gilt z. B. Für Bilder.", "Und mehr."]),
        ("Art. 77 DSGVO i. V. m. § 19 BDSG gilt. Punkt.", ["Art. 77 DSGVO i. V. m. § 19 BDSG gilt.", "Punkt."]),
        ("Meta stützt sich auf Art. 6 Abs. 1 lit. b. Wir fragen Sie.", ["Meta stützt sich auf Art. 6 Abs. 1 lit. b.", "Wir fragen Sie."]),
        ("Es gilt § 3 Abs. 1 Nr. 2 Satz. Sowie Dr. Beispiel.", ["Es gilt § 3 Abs. 1 Nr. 2 Satz. Sowie Dr. Beispiel."]),
        ("Nach dem Absatz. Neu.", ["Nach dem Absatz.", "Neu."]),
    ],
)  # fmt: skip
def test_a_sentence_ends_at_its_point_and_at_no_abbreviation(text, sentences):
    assert [text[start:end] for start, end in spans(text)] == sentences
    prose = Prose([Line(text, 1)])
    assert [text[start:end] for start, end in prose.sentences()] == [s for s in sentences if s]


def test_breaks_are_looked_for_in_a_part_only():
    text = "Eins. Zwei. Drei. Vier."
    assert list(breaks(text)) == [(5, 6), (11, 12), (17, 18)]
    assert list(breaks(text, 6, 16)) == [(11, 12)]
