"""How the data protection officer is named in a line that goes on."""

from __future__ import annotations

import pytest

from linter.pages import read_page
from linter.pages.privacy import privacy_of


@pytest.mark.parametrize("word", ["Kontakt", "Telefon", "E-Mail", "Anschrift"])
def test_what_follows_a_name_is_no_part_of_it(word: str) -> None:
    said = f"<p>Der Datenschutzbeauftragte: Dr. Ida Erle {word}: dsb@aue.example</p>"
    html = f"<h1>Datenschutzerklärung</h1>{said}<p>Rechtsgrundlage ist Art. 6 DSGVO.</p>"
    page = read_page(html.encode(), content_type="text/html; charset=utf-8")
    assert privacy_of(page).contract()["dpo_contact"] == "Dr. Ida Erle"
