"""Who represents a body: the sentences and lists in which it is said."""

from __future__ import annotations

import pytest

from linter.pages import read_page
from linter.pages.details import details_of


def read(text: str) -> list[str]:
    page = read_page(
        f"Impressum\n\nStadt Aue\nAm Markt 1\n12345 Aue\n\n{text}".encode(),
        content_type="text/plain",
    )
    return [one.value for one in details_of(page).representative]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Vertreten durch Oberbürgermeisterin Katja Dörfel", ["Katja Dörfel"]),
        ("vertreten durch den Oberbürgermeister, Herrn Dr. Uwe Schneid", ["Dr. Uwe Schneid"]),
        ("Die Stadt Aue wird vertreten durch ihre Bürgermeisterin Eva Stein.", ["Eva Stein"]),
        (
            "Sie wird durch den Oberbürgermeister Theo Westkamp gesetzlich vertreten.",
            ["Theo Westkamp"],
        ),
        ("Gesetzlich vertreten durch die Landrätin Dr. Ina Moor, Kreishaus 1", ["Dr. Ina Moor"]),
        ("Vertretungsberechtigter: Bürgermeister Max Holm", ["Max Holm"]),
        (
            "Gesetzliche Vertreterin: Oberbürgermeisterin Henriette Reker-Moor",
            ["Henriette Reker-Moor"],
        ),
        (
            "Vertretungsberechtigte Person\nPräsident Prof. Dr. Lutz Becker",
            ["Prof. Dr. Lutz Becker"],
        ),
        (
            "Vorstand:\nAnna Kern (Vorsitzende)\nBen Lutz\nCem Yıldız",
            ["Anna Kern", "Ben Lutz", "Cem Yıldız"],
        ),
        ("Geschäftsführerin: Dr.-Ing. Pia Rohr", ["Dr.-Ing. Pia Rohr"]),
        ("Geschäftsführung: Pia Rohr (Sprecherin), Ole Tank", ["Pia Rohr", "Ole Tank"]),
        ("Die Geschäftsführer sind Pia Rohr und Ole Tank.", ["Pia Rohr", "Ole Tank"]),
        ("Oberbürgermeister: Marc Buchhorn", ["Marc Buchhorn"]),
        ("Der Bürgermeister: Uli Roth", ["Uli Roth"]),
        ("Polizeipräsident Alexander Dier-Moor", ["Alexander Dier-Moor"]),
        ("Minister: Herbert Reulich", ["Herbert Reulich"]),
        ("Ministerpräsident Hendrik Wüstner", ["Hendrik Wüstner"]),
        ("Represented by the Lord Mayor Thomas Kemp", ["Thomas Kemp"]),
        ("Represented by: Dr. Ann-Kathrin O’Brien (Director)", ["Dr. Ann-Kathrin O’Brien"]),
        ("Vertretungsberechtigt sind Anna Kern und Ben Lutz.", ["Anna Kern", "Ben Lutz"]),
        ("1. Vorsitzende: Anna Kern, 2. Vorsitzender: Ben Lutz", ["Anna Kern", "Ben Lutz"]),
        ("Vertreten durch:\nOberbürgermeister\nTheo Westkamp", ["Theo Westkamp"]),
        ("Vertreten durch den Vorstandsvorsitzenden Anno von Aue", ["Anno von Aue"]),
        ("Inhaber: Karl Zorn", ["Karl Zorn"]),
        ("Amtsleiterin: Ute Kuhn", ["Ute Kuhn"]),
        ("Regierungspräsident: Thomas Schürm", ["Thomas Schürm"]),
        ("Vertreten durch den Direktor des Amtsgerichts Karl Zorn", ["Karl Zorn"]),
        ("Vertreten durch: Anna Kern\nBen Lutz", ["Anna Kern", "Ben Lutz"]),
        ("Geschäftsführer: Pia Rohr\nOle Tank", ["Pia Rohr", "Ole Tank"]),
        ("Vertreten durch: Anna Kern\n\nBen Lutz", ["Anna Kern", "Ben Lutz"]),
        ("Inhaberin: Anna Kern\n\nBen Lutz", ["Anna Kern"]),
        (
            "Vorstand: Anna Kern (Vorsitz); Ben Lutz, Kassenwart; Cem Yıldız",
            ["Anna Kern", "Ben Lutz", "Cem Yıldız"],
        ),
        ("Vorstand: Anna Kern; Aufsichtsrat: Hans Groß", ["Anna Kern"]),
        (
            "Vertreten durch:\nVorsitz: Frau Anna Kern\nStellv. Vorsitz: Ben Lutz\nKasse: Cem Yıldız",
            ["Anna Kern", "Ben Lutz", "Cem Yıldız"],
        ),
        (
            "Vorstand\nVorsitzende: Anna Kern\nKassenprüfer: Ben Lutz\nEhrenvorsitzender: Cem Yıldız",
            ["Anna Kern"],
        ),
        ("Vorstand\nVorsitzende: Anna Kern\nBeirat: Ben Lutz", ["Anna Kern"]),
        (
            "Vertretungsberechtigt\nJedes Mitglied ist allein vertretungsberechtigt.\n1. Vorsitzende: Anna Kern",
            ["Anna Kern"],
        ),
        ("Gesetzlich vertreten durch den Vorstand,\nverantwortlich Anna Kern", ["Anna Kern"]),
        (
            "It is represented by the President, Dr. Max Holm, and by the Secretary General Rolf Arndt.",
            ["Dr. Max Holm", "Rolf Arndt"],
        ),
        ("Leiterin: Anna Kern\nVertreter: Ben Lutz", ["Anna Kern"]),
        ("Inhaberin: Anna Kern\nBäckerei Kern", ["Anna Kern"]),
    ],
)
def test_representative_is_named(text: str, names: list[str]) -> None:
    assert read(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Vorsitzender des Aufsichtsrates: Hans Groß",
        "Die Stadt wird durch den Oberbürgermeister vertreten.",
        "Aufsichtsrat:\nHans Groß (Vorsitzender)",
        "Redaktion: Lisa Kamp",
        "Fotos: Peter Blitz",
        "Datenschutzbeauftragter: Jan Berg",
        "Ansprechpartnerin: Lisa Kamp",
        "Pressesprecher: Jan Berg",
        "Bürgermeister-Müller-Straße 5",
        "Webmaster: Ole Stein",
        "Altbürgermeister: Hans Groß",
        "Oberbürgermeister a. D.: Hans Groß",
        "Vertretung der Pressesprecherin: Lisa Kamp",
        "Vorstand der Bürgerstiftung: Hans Groß",
        "Vorsitzender des Personalrats: Hans Groß",
        "Hosting: Netzwerk GmbH, Geschäftsführer: Hans Groß",
        "Hosting: Netzwerk GmbH\nGeschäftsführer: Hans Groß",
    ],
)
def test_others_do_not_represent(text: str) -> None:
    assert read(text) == []


def test_office_without_a_name_is_kept_apart() -> None:
    page = read_page(
        "Impressum\n\nDie Stadt Aue wird durch den Oberbürgermeister vertreten.".encode()
    )
    details = details_of(page)
    assert details.representative == ()
    assert details.representative_role is not None
    assert details.representative_role.value == "Oberbürgermeister"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Amtsdirektor Jo Müller vertritt das Amt gesetzlich.", ["Jo Müller"]),
        ("Aue ist eine Stadt. Die Bürgermeisterin Dr. Eva Stein vertritt die Stadt.", ["Dr. Eva Stein"]),
        ("Anna Kern und Ben Lutz vertreten gemeinsam den Verein.", ["Anna Kern", "Ben Lutz"]),
        ("Die Stellvertreterin Anna Kern vertritt die Stadt im Verhinderungsfall.", []),
        ("Anna Kern vertritt die Interessen der Kinder.", []),
        ("Die Verwaltung vertritt die Gemeinde.", []),
    ],
)  # fmt: skip
def test_who_represents_may_be_the_subject_of_the_sentence(text: str, names: list[str]):
    assert read(text) == names


@pytest.mark.parametrize(
    ("line", "names", "role"),
    [
        ("Stadt Aue, Am Markt 1, 12345 Aue. Vertretungsberechtigt: Bürgermeisterin Eva Stein. Tel.: 0123/45",
         ["Eva Stein"], "Bürgermeisterin"),
        ("Stadt Aue, Am Markt 1, 12345 Aue, Gesetzliche Vertreterin: Dr. Eva Stein, Tel.: 0123/45",
         ["Dr. Eva Stein"], None),
        ("Stadt Aue, Die Bürgermeisterin, Eva Stein\nAm Markt 1\n12345 Aue", ["Eva Stein"], "Bürgermeisterin"),
        ("Stadt Aue, Bürgermeister Max Holm, Am Markt 1, 12345 Aue", ["Max Holm"], "Bürgermeister"),
        ("Stadt Aue – Der Bürgermeister\nAm Markt 1\n12345 Aue", [], "Bürgermeister"),
        ("Stadt Aue, Der Bürgermeister, Presseamt, Max Holm, Am Markt 1, 12345 Aue", [], "Bürgermeister"),
        ("Stadt Aue, Presseamt, Max Holm, Am Markt 1, 12345 Aue", [], None),
        ("Stadt Aue, Am Markt 1, 12345 Aue. Redaktion: Max Holm. Tel.: 0123/45", [], None),
    ],
)  # fmt: skip
def test_the_head_of_a_body_in_one_line_with_it(line: str, names: list[str], role: str | None):
    page = read_page(f"Impressum\n\n{line}".encode(), content_type="text/plain")
    said = details_of(page).contract()
    assert (said["representative"], said["representative_role"]) == (names, role)
    assert (said["provider_name"], said["street"]) == ("Stadt Aue", "Am Markt 1")


@pytest.mark.parametrize(
    "label",
    [
        "Einrichtungsleitung", "Löschzugführer", "Wehrleiter", "Vors.", "Institutsdirektor", "Deichgraf", "Oberdeichrichter",
        "Ortsvorsteher", "Gemeindeammann", "Gemeindepräsident", "1. Vors.",
    ],
)  # fmt: skip
def test_office_that_heads_a_small_body(label: str) -> None:
    assert read(f"{label}: Max Holm") == ["Max Holm"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("vertreten durch:\nOberbürgermeister Jahn", ["Jahn"]),
        (
            "Er wird vertreten durch den 1. Vorsitzenden Max Holm und die 2. Vorsitzende Ina Moor.",
            ["Max Holm", "Ina Moor"],
        ),
        (
            "Vorstand nach § 26 BGB sind der 1. Vorsitzende Max Holm und die 2. Vorsitzende Ina Moor.",
            ["Max Holm", "Ina Moor"],
        ),
        ("Wehrführer: HBM Max Holm", ["Max Holm"]),
        ("Vertreten durch Bürgermeisterin Frau Kern", ["Kern"]),
        ("vertreten durch:\nBürgermeister Stadtverwaltung", []),
        ("vertreten durch den Oberbürgermeister", []),
        ("Vertreten durch\nMax Holm\nFreier Architekt und Stadtplaner BDA", ["Max Holm"]),
        ("- 1. Vorsitzender -\nMax Holm\nAkademie der Künste zu Aue", ["Max Holm"]),
    ],
)
def test_surnames_and_professions(text: str, names: list[str]) -> None:
    assert read(text) == names


def test_head_at_whose_house_a_club_is() -> None:
    for host, names in [
        ("c/o Gerd Wolf, (1. Vorsitzender)", ["Gerd Wolf"]),
        ("c/o Gerd Wolf (Kassenwart)", []),
        ("c/o Gerd Wolf", []),
    ]:
        text = f"Impressum\n\nHeimatverein Aue\n{host}\nRingweg 4\n12345 Aue"
        page = read_page(text.encode(), content_type="text/plain")
        assert [one.value for one in details_of(page).representative] == names


def test_owner_below_the_name_of_a_trade() -> None:
    for name, names in [("Tumult - Brettmanufaktur", ["Petra Lilie"]), ("Gemeinde Auendorf", [])]:
        text = f"Impressum\n\n{name}\nPetra Lilie\nRingweg 4\n12345 Aue"
        page = read_page(text.encode(), content_type="text/plain")
        assert [one.value for one in details_of(page).representative] == names


def test_board_whose_members_have_an_address_each() -> None:
    page = read_page(
        """<h2>Impressum</h2><p>Förderverein Aue e.V.<br>Ringweg 4<br>12345 Aue</p><h4>Vorstand:</h4><dl>
        <dt>1. Vorsitzender:</dt><dd>Gerd Wolf</dd><dd>Ringweg 7, 12345 Aue</dd>
        <dt>Kassenführer:</dt><dd>Tim Roth</dd><dd>Amselweg 2, 35415 Pohlheim</dd>
        <dt>Schriftführer:</dt><dd>Ute Timm</dd><dd>Ringweg 9, 12345 Aue</dd></dl>
        <h4>Webmaster</h4><p>Kai Klick</p>""".encode(),
        content_type="text/html; charset=utf-8",
    )
    names = [one.value for one in details_of(page).representative]
    assert names == ["Gerd Wolf", "Tim Roth", "Ute Timm"]
