"""One Impressum in many structures of HTML: the details are the same in each."""

from __future__ import annotations

import pytest

from linter.pages import read_page
from linter.pages.details import details_of

NAME, STREET, PLACE = "Kreis Auenland", "Hoher Weg 1-3", "59494 Soest"
ROWS = [
    ("Telefon", "02921 30-0"), ("Telefax", "02921 30-2945"), ("E-Mail", "post@auenland.example"),
    ("Vertreten durch", "Landrätin Eva Moor"), ("Umsatzsteuer-Identifikationsnummer", "DE136695976"),
    ("Zuständige Aufsichtsbehörde", "Bezirksregierung Arnsberg"), ("Verantwortlich nach § 18 Abs. 2 MStV", "Jan Holm"),
]  # fmt: skip
MENU = "<ul><li><a href='/'>Start</a></li><li><a href='/d'>Datenschutz</a></li><li><a href='/k'>Kontakt</a></li><li><a href='/v'>Vorstand</a></li></ul>"


def lines(end: str) -> str:
    return end.join([NAME, STREET, PLACE])


STRUCTURES = {
    "breaks": f"<p>{lines('<br>')}</p><p>" + "<br>".join(f"{k}: {v}" for k, v in ROWS) + "</p>",
    "paragraphs": "".join(f"<p>{x}</p>" for x in (NAME, STREET, PLACE, *(f"{k}: {v}" for k, v in ROWS))),
    "bold labels": f"<p>{lines('<br>')}</p>" + "".join(f"<p><strong>{k}:</strong> {v}</p>" for k, v in ROWS),
    "bold labels over values": f"<p>{lines('<br>')}</p>" + "".join(f"<p><b>{k}</b><br>{v}</p>" for k, v in ROWS),
    "headings": f"<p>{lines('<br>')}</p>" + "".join(f"<h3>{k}</h3><p>{v}</p>" for k, v in ROWS),
    "table": f"<p>{lines('<br>')}</p><table>" + "".join(f"<tr><td>{k}</td><td>{v}</td></tr>" for k, v in ROWS) + "</table>",
    "table with colons": f"<table><tr><td>Anbieter:</td><td>{lines('<br>')}</td></tr>" + "".join(f"<tr><th>{k}:</th><td>{v}</td></tr>" for k, v in ROWS) + "</table>",
    "definition list": f"<dl><dt>Anbieter</dt><dd>{lines('<br>')}</dd>" + "".join(f"<dt>{k}</dt><dd>{v}</dd>" for k, v in ROWS) + "</dl>",
    "list": f"<p>{lines(', ')}</p><ul>" + "".join(f"<li>{k}: {v}</li>" for k, v in ROWS) + "</ul>",
    "divisions": "".join(f"<div><span>{x}</span></div>" for x in (NAME, STREET, PLACE)) + "".join(f"<div><span>{k}:</span> <span>{v}</span></div>" for k, v in ROWS),
    "label and value in divisions": "".join(f"<div>{x}</div>" for x in (NAME, STREET, PLACE)) + "".join(f"<div>{k}</div><div>{v}</div>" for k, v in ROWS),
    "address element": f"<address>{lines('<br>')}</address>" + "".join(f"<p>{k}: {v}</p>" for k, v in ROWS),
    "microdata": f"<div itemscope><span itemprop=name>{NAME}</span><br><span itemprop=streetAddress>{STREET}</span><br><span>59494</span> <span>Soest</span></div>" + "".join(f"<p>{k}: {v}</p>" for k, v in ROWS),
    "nested layout tables": f"<table><tr><td>{MENU}</td><td><table><tr><td><font>{lines('<br>')}</font></td></tr><tr><td>" + "<br>".join(f"{k}: {v}" for k, v in ROWS) + "</td></tr></table></td></tr></table>",
    "preformatted": f"<pre>{lines(chr(10))}\n" + "\n".join(f"{k}: {v}" for k, v in ROWS) + "</pre>",
    "country and blank lines": f"<p>{lines('<br>')}<br>Deutschland</p><br><br>" + "".join(f"<p>{k}:<br>{v}</p>" for k, v in ROWS),
    "capitals by style": f"<p style='text-transform:uppercase'>{lines('<br>')}</p>" + "".join(f"<p>{k}: {v}</p>" for k, v in ROWS),
    "name as a heading": f"<h2>{NAME}</h2><p>{STREET}<br>{PLACE}</p>" + "".join(f"<p>{k}: {v}</p>" for k, v in ROWS),
    "name in bold": f"<p><strong>{NAME}</strong><br>{STREET}<br>{PLACE}</p>" + "".join(f"<p>{k}: {v}</p>" for k, v in ROWS),
    "links for phone and mail": f"<p>{lines('<br>')}</p>" + "".join(f"<p>{k}: <a href='x:{v}'>{v}</a></p>" for k, v in ROWS),
    "no end tags": f"<p>{NAME}<br>{STREET}<br>{PLACE}" + "".join(f"<p>{k}: {v}" for k, v in ROWS),
}  # fmt: skip


@pytest.mark.parametrize("menu", ["", MENU], ids=["", "menu"])
@pytest.mark.parametrize("structure", STRUCTURES)
@pytest.mark.parametrize(
    "head",
    [
        "<h1>Impressum</h1>",
        "<h1>Impressum</h1><h2>Angaben gemäß § 5 DDG</h2>",
        "<p><b>Impressum</b></p>",
    ],
)
def test_details_are_the_same(head: str, structure: str, menu: str) -> None:
    page = read_page(
        (menu + head + STRUCTURES[structure]).encode(), content_type="text/html; charset=utf-8"
    )
    said = details_of(page).contract()
    said["email"] = [mail["normalised"] for mail in said["email"]]  # type: ignore[attr-defined]
    expected = {
        "provider_name": NAME, "street": STREET, "postal_code": "59494", "city": "Soest", "phone": ["02921 30-0"], "fax": ["02921 30-2945"],
        "email": ["post@auenland.example"], "representative": ["Eva Moor"], "vat_id": "DE136695976", "supervisory_authority": "Bezirksregierung Arnsberg",
        "editorially_responsible": "Jan Holm",
    }  # fmt: skip
    assert {name: said[name] for name in expected} == expected
