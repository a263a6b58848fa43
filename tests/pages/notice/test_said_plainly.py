"""What a notice says without the words of the law: who runs the app, that there are no rights, whom to turn to."""

from __future__ import annotations

import pytest

from linter.pages import read_page
from linter.pages.privacy import Privacy, privacy_of

AUTHORITY = "Landesbeauftragte für den Datenschutz Niedersachsen"


def notice(body: str) -> Privacy:
    page = f"<title>Datenschutz</title><h1>Datenschutzerklärung</h1>{body}<p>Personenbezogene Daten: DSGVO</p>"
    return privacy_of(read_page(page.encode(), content_type="text/html; charset=utf-8"))


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (
            "<h2>Betreiber der App</h2><p>Anna Kern, anna punkt kern at aue punkt de</p>",
            "Anna Kern",
        ),
        ("<h2>Developer</h2><p>Anna Kern</p>", "Anna Kern"),
        ("<h2>Anbieter</h2><p>Auenwerk GmbH<br>Ringstr. 4</p>", "Auenwerk GmbH"),
        ("<h2>Anbieter</h2><p>Wir nutzen für die Bereitstellung den Dienst Wolke, Inc.</p>", None),
        ("<h2>Anbieter der Karten</h2><p>Kartenwerk GmbH</p>", None),
        (
            "<h2>Verantwortlicher</h2><p>Auenwerk e.V.</p><h2>Betreiber der App</h2><p>Anna Kern</p>",
            "Auenwerk e.V.",
        ),
    ],
)
def test_who_runs_an_app_is_responsible_where_nobody_else_is_named(
    body: str, name: str | None
) -> None:
    assert notice(body).controller_named == name


def test_the_next_heading_of_a_text_is_nobody() -> None:
    text = (
        "DATENSCHUTZERKLÄRUNG\n\nVERANTWORTLICHER\n\nDie Kontaktdaten finden Sie auf der Seite der App im Store des Anbieters.\n\n"
        "ÜBERSICHT\n\nDie App speichert keine personenbezogenen Daten im Sinne der DSGVO.\n"
    )
    page = read_page(text.encode(), content_type="text/plain; charset=utf-8")
    assert privacy_of(page).controller_named is None


@pytest.mark.parametrize(
    ("text", "granted"),
    [
        (
            "Da die App keine Daten erhebt, sind die Betroffenenrechte nach DSGVO (Auskunft, Berichtigung, Löschung, etc.) nicht anwendbar.",
            (),
        ),
        ("The rights of access and erasure do not apply.", ()),
        (
            "Die Rechte auf Auskunft und Löschung sind nicht anwendbar, soweit ein Gesetz entgegensteht.",
            ("access", "erasure"),
        ),
        ("Sie haben das Recht, dass Sie betreffende Daten übertragbar sind.", ("portability",)),
        ("Ihre Rechte an den Daten sind nicht übertragbar.", ()),
    ],
)
def test_rights_that_are_said_not_to_exist_are_none(text: str, granted: tuple[str, ...]) -> None:
    assert notice(f"<p>{text}</p>").data_subject_rights == granted


@pytest.mark.parametrize(
    ("text", "authority"),
    [
        (
            f"Wenn Sie glauben, dass die Verarbeitung gegen das Datenschutzrecht verstößt, können Sie sich an die {AUTHORITY} wenden.",
            AUTHORITY,
        ),
        (f"Werden Daten rechtswidrig verarbeitet, können Sie die {AUTHORITY} anrufen.", AUTHORITY),
        (
            "If you think that we infringe data protection law, contact the supervisory authority.",
            "unspecified",
        ),
        (
            "Werden Ihre Daten rechtswidrig verarbeitet, können Sie sich an unseren Datenschutzbeauftragten wenden.",
            None,
        ),
        ("Wenn Beiträge Rechte Dritter verletzen, können Sie sich an uns wenden.", None),
    ],
)
def test_whom_to_turn_to_against_unlawful_processing(text: str, authority: str | None) -> None:
    assert notice(f"<p>{text}</p>").complaint_authority == authority
