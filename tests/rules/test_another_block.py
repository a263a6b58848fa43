"""What stands in another body's block of an Impressum is not the account's own."""

from __future__ import annotations

import pytest

from linter.testing import judged, load_for_tests

REGISTRY = """\
registry: 1
authority: stadt-bergheide
authorities:
  - {id: stadt-bergheide, kind: city, names: [Stadt Bergheide]}
accounts:
  - {id: bergheide-facebook, platform: facebook, handle: bergheide, kind: authority,
     editorial_content: true, impressum: "https://www.bergheide.example/impressum"}
"""
OURS = {
    "name": "Stadt Bergheide<br>",
    "head": "Bürgermeisterin Eva Stein<br>",
    "street": "Rathausplatz 1<br>",
    "place": "48931 Bergheide<br>",
    "phone": "Tel. 02599 310-0<br>",
    "mail": "rathaus@bergheide.example",
}
THEIRS = "Bürgermeister Jo Kern<br>Ring 5<br>48932 Talheim<br>Tel. 02599 500-0<br>rathaus@talheim.example"
ASKED = {"IMP202": "street", "IMP204": "head", "IMP205": "mail", "IMP206": "phone"}


@pytest.fixture(scope="module")
def book():
    return load_for_tests()


@pytest.fixture
def outcome(book, tmp_path):
    """What a rule makes of a page."""

    def of(code: str, html: str) -> str:
        (tmp_path / "page.html").write_text(
            f"<html lang=de><title>Impressum</title><h1>Impressum</h1>{html}</html>",
            encoding="utf-8",
        )
        result, _ = judged(
            book, book.find(code), REGISTRY, {"pages": {"impressum": "page.html"}}, tmp_path
        )
        assert not result.errors
        return next((f.outcome for f in result.findings if f.code == code), "pass")

    return of


def ours(without: str = "") -> str:
    return "".join(part for key, part in OURS.items() if key != without)


def joint(own: str, *, first: bool, headed: bool) -> str:
    blocks = [own, f"Stadt Talheim<br>{THEIRS}"]
    if headed:
        blocks = ["<h2>{}</h2><p>{}</p>".format(*block.split("<br>", 1)) for block in blocks]
    blocks = blocks if first else blocks[::-1]
    head = "<header><a href='/'>Stadt Bergheide</a></header>"
    return f"{head}<p>Gemeinsames Angebot zweier Städte</p>" + "".join(
        f"<div>{b}</div>" for b in blocks
    )


@pytest.mark.parametrize("headed", [True, False])
@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize("code", ASKED)
def test_in_a_joint_impressum_the_other_house_gives_nothing(outcome, code, first, headed):
    assert outcome(code, joint(ours(), first=first, headed=headed)) == "pass"
    lacking = joint(ours(ASKED[code]), first=first, headed=headed)
    assert outcome(code, lacking) != "pass"


@pytest.mark.parametrize(
    "block",
    [
        "<h2>Webmaster</h2><p>Bei technischen Fragen: webmaster@netzwerk.example, Tel. 0221 999-1</p>",
        "<h2>Webmaster</h2><h3>Kontakt</h3><p>webmaster@netzwerk.example, Tel. 0221 999-1</p>",
        "<h2>Technische Fragen</h2><p>Tel. 0221 999-1, hilfe@netzwerk.example</p>",
        "<h2>Schlichtung</h2><p>Schlichtungsstelle BGG, Mauerweg 53, 10117 Talheim, Tel. 030 18527-2805, info@schlichtung.example</p>",
        "<p>Ombudsstelle des Landes<br>Mauerweg 53<br>10117 Talheim<br>Tel. 030 18527-2805<br>info@ombud.example</p>",
        "<footer><p>Serviceportal des Landes Auenland, Staatskanzlei, Platz des Landes 1, 40213 Talheim, Tel. 0211 837-01, portal@land.example</p></footer>",
    ],
)
@pytest.mark.parametrize("code", ["IMP205", "IMP206"])
def test_whoever_else_can_be_reached_is_not_the_house(outcome, code, block):
    assert outcome(code, f"<p>{ours()}</p>{block}") == "pass"
    assert outcome(code, f"<p>{ours(ASKED[code])}</p>{block}") == "unknown"


@pytest.mark.parametrize(
    "block",
    [
        "<h2>Webmaster</h2><p>webmaster@bergheide.example, Tel. 02599 310-7</p>",
        "<h2>Kontakt</h2><p>Tel. 02599 310-7, post@netzwerk.example</p>",
        "<footer><p>Rathaus, Rathausplatz 1, 48931 Bergheide, Tel. 02599 310-7, info@heide.example</p></footer>",
        "<p>Markt Bergheide<br>Ring 5<br>48931 Bergheide<br>Tel. 02599 310-7<br>markt@heide.example</p>",
    ],
)
@pytest.mark.parametrize("code", ["IMP205", "IMP206"])
def test_a_block_that_points_to_the_house_is_its_own(outcome, code, block):
    assert outcome(code, f"<p>{ours(ASKED[code])}</p>{block}") == "pass"


def test_an_address_in_the_footer_of_a_portal_is_not_the_houses(outcome):
    foot = "<footer><p>Serviceportal des Landes Auenland, Staatskanzlei, Ring 1, 40213 Talheim</p></footer>"
    own = "<p>Stadt Bergheide</p><p>Vertreten durch Eva Stein</p><p>rathaus@bergheide.example</p>"
    assert outcome("IMP202", own + foot) == "unknown"


@pytest.mark.parametrize(
    "above", ["", "Der Bürgermeister<br>", "vertreten durch Bürgermeisterin Eva Stein<br>über<br>"]
)
@pytest.mark.parametrize("code", ASKED)
def test_a_house_may_be_found_at_another_body(outcome, code, above):
    for name in ("<p>Stadt Bergheide<br>", "<h2>Stadt Bergheide</h2><p>"):
        assert outcome(code, f"{name}{above}Amt Talheim<br>{THEIRS}</p>") == "pass"
