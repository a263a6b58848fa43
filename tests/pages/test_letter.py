"""The network X by its one letter, told from numbers, sizes and unknowns."""

import pytest

from linter.pages.notice.letter import may_name, named

NETWORK = [
    "Facebook, Instagram, X und YouTube",
    "Facebook, Instagram, Plattform X und YouTube",
    "Facebook, Instagram, bei X und YouTube",
    "Wir betreiben einen Account bei X.",
    "Wir betreiben einen Account bei Plattform X.",
    "Mastodon, Bluesky, Facebook, Instagram, X, YouTube",
    "X, Facebook und Instagram",
    "auf Facebook und X",
    "Twitter/X",
    "X (Twitter)",
    "X (ehemals Twitter)",
    "X, ehemals Twitter",
    "X Corp.",
    "X Internet Unlimited Company",
    "das Netzwerk X",
    "unser Profil auf „X“ und",
    "unser X-Kanal",
    "über X erreichen",
    "die Nutzung von X",
    "zu X",
    "Facebook (Meta), X (vormals) ",
    "Facebook • X • YouTube",
    "Facebook | X | YouTube",
    "Instagram & X",
    "We are on X and YouTube",
    "Facebook, Instagram and X.",
    "Dienst X, betrieben von",
    "x.com",
    "Der Dienst „X“",
    "YouTube sowie auf X",
    "Instagram und der Plattform X",
    "Facebook-Fanpage, X",
    "Datenschutz bei X:",
    "Facebook\nX\nInstagram",
    "X\nMastodon",
    "• Facebook\n• X\n• YouTube",
    "Facebook,\nX,\nInstagram",
    "den Kurznachrichtendienst X",
    "der Social-Media-Plattform X",
    "Unser Profil: 𝕏",
    "You Tube, X und Tik Tok",
]
OTHERWISE = [
    "X. Social Media",
    "IX. Instagram",
    "Größe X",
    "S, M, L, X",
    "Größen L, X, Facebook",
    "Artikel X",
    "bis zu X Tage",
    "von X bis Y",
    "auf X-Achse",
    "bei X.509-Zertifikaten",
    "Felder mit X sind Pflicht",
    "nach X Tagen",
    "zu X Prozent",
    "Ludwig X",
    "https://x.com.example/",
    "info@x.com",
    "Kapitel X, Facebook",
    "X – Facebook",
    "Mac OS X",
    "von X Euro",
    "X",
    "Malcolm X",
    "X:",
    "Schließen X",
    "mac OS X und Facebook",
    "IX. Instagram\nX. Facebook\nXI. YouTube",
    "Text\nX\nText",
    "Facebook ist toll.\nX\nSchließen",
]


@pytest.mark.parametrize("text", NETWORK)
def test_the_letter_is_the_network_beside_others_and_where_something_is_told(text):
    assert [text[at] for at in named(text)] in (["X"], ["x"], ["𝕏"])


@pytest.mark.parametrize("text", OTHERWISE)
def test_a_numeral_a_size_or_an_unknown_is_no_network(text):
    assert list(named(text)) == []


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Wir nutzen X.", ""),
        ("Die Stadt betreibt auch X seit 2020", ""),
        ("", "X"),
        ("", "X – Datenschutzhinweise"),
        ("", "3.2 X: Hinweise"),
    ],
)
def test_beside_a_verb_or_as_a_heading_it_may_be_the_network(text, heading):
    assert may_name(text, [heading])


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Wir nutzen X Tage", ""),
        ("Schließen X", ""),
        ("Felder mit X sind Pflicht", ""),
        ("", "X. Cookies"),
        ("", "Teil X"),
    ],
)
def test_elsewhere_nothing_speaks_for_it(text, heading):
    assert not may_name(text, [heading])
