"""E-mail addresses: in the open, hidden by words, and hidden in attributes and scripts."""

from __future__ import annotations

import pytest

from linter.pages import read_page
from linter.pages.details import details_of

HEAD = "<h1>Impressum</h1><p>Amt Aue<br>Ring 1<br>12345 Aue</p>"


def mails(html: str) -> list[tuple[str, str]]:
    page = read_page((HEAD + html).encode(), content_type="text/html; charset=utf-8")
    return [(mail.normalised, mail.form) for mail in details_of(page).email]


def cloudflare(address: str, key: int = 0x2A) -> str:
    return bytes([key, *(byte ^ key for byte in address.encode())]).hex()


@pytest.mark.parametrize(
    ("html", "form"),
    [
        ("<p>E-Mail: info@aue.example</p>", "plain"),
        ("<p>E-Mail: info&#64;aue&#46;example</p>", "plain"),
        ("<p>E-Mail: info<span>@</span>aue.example</p>", "plain"),
        ("<p>info(at)aue.example</p>", "(at)"),
        ("<p>info (bei) aue.example</p>", "(bei)"),
        ("<p>info [at] aue [punkt] example</p>", "[at] [punkt]"),
        ("<p>info {at} aue {dot} example</p>", "{at} {dot}"),
        ("<p>info(@)aue.example</p>", "(@)"),
        ("<p>info [ät] aue.example</p>", "[ät]"),
        ("<p>info[æt]aue.example</p>", "[æt]"),
        ("<p>info*at*aue*dot*example</p>", "*at* *dot*"),
        ("<p>E-Mail: info at aue dot example</p>", "at dot"),
        ("<p>info @ aue.example</p>", "blanks around @"),
        ("<p>info AT aue.example, www.aue.example</p>", "AT"),
        ("<p>info at aue.example</p>", "at"),
        ("<p>Mail: info „at“ aue.example</p>", "„at“"),
        ("<p>Mail: info 'at' aue.example</p>", "'at'"),
        ("<p>Mail: info AT aue PUNKT example</p>", "AT PUNKT"),
        ("<p>Mail: <a href='mailto:info@aue.example'>Schreiben Sie uns</a></p>", "plain mailto"),
        ("<p><a href='mailto:info%40aue.example?subject=Frage'>E-Mail</a></p>", "plain mailto"),
        (f"<p><a href='/cdn-cgi/l/email-protection#{cloudflare('info@aue.example')}'>Mail</a></p>", "link only: Cloudflare"),
        (f"<p>Mail: <span class='__cf_email__' data-cfemail='{cloudflare('info@aue.example')}'>[email&#160;protected]</span></p>", "Cloudflare"),
        ("<p>Mail: <span style='unicode-bidi:bidi-override;direction:rtl'>elpmaxe.eua@ofni</span></p>", "reversed"),
        ("<p>Mail: <script>document.write('info' + '@' + 'aue.example');</script></p>", "JavaScript"),
        ("<p>Mail: <script>var u = 'info'; var d = \"aue.example\"; document.write(u + '@' + d);</script></p>", "JavaScript"),
        ("<p>Mail: <script>document.write('<a href=\"mailto:info\\x40aue.example\">' + 'x');</script></p>", "JavaScript"),
        ("<p>Mail: <span data-user='info' data-domain='aue.example'>(bitte Skripte erlauben)</span></p>", "data attributes"),
    ],
)  # fmt: skip
def test_address_is_read_and_its_hiding_named(html: str, form: str) -> None:
    assert mails(html) == [("info@aue.example", form)]


def test_typo3_moves_letters_in_an_attribute_and_is_undone() -> None:
    html = "<p><a href='#' data-mailto-token='nbjmup+jogpAbvf/fybnqmf' data-mailto-vector='1'>info<i></i>aue</a></p>"
    assert mails(html) == [("info@aue.example", "shifted letters")]
    nothing = "<p><a href='#' data-mailto-token='nbjmup' data-mailto-vector='1'>Mail</a></p>"
    assert mails(nothing) == []


def test_typo3_moves_letters_and_is_undone() -> None:
    moved = "nbjmup+jogp"
    html = f"<p><a href=\"javascript:linkTo_UnCryptMailto('{moved}Abvf/fybnqmf')\">Mail</a></p>"
    assert mails(html) == [("info@aue.example", "link only: shifted letters")]


def test_letters_moved_without_the_word_for_a_link_are_undone() -> None:
    html = "<p>Mail: <a href=\"javascript:linkTo_UnCryptMailto('kphqBcwg0gzcorng')\">info<b></b>aue</a></p>"
    assert mails(html) == [("info@aue.example", "link only: shifted letters")]


def test_a_dot_between_blanks_is_one_where_a_text_goes_on() -> None:
    assert mails("<p>Mail: info (at) aue . org oder im Büro</p>") == [("info@aue.org", "(at)")]


@pytest.mark.parametrize("before", ["0231 50-20", "E-Mail"])
def test_what_sticks_to_the_beginning_of_an_address_is_no_part_of_it(before: str) -> None:
    link = "<a href='mailto:info@aue.example'>info@aue.example</a>"
    assert mails(f"<p><b>{before}</b>{link}</p>") == [("info@aue.example", "plain")]


@pytest.mark.parametrize(
    ("html", "address"),
    [
        ("<p><a href='mailto:info@aue.example'>info@aue.example</a><a href='/i'>Impressum</a><a href='/d'>Datenschutz</a></p>", "info@aue.example"),
        ("<p>info@aue.exampleTelefon: 02381 1234</p>", "info@aue.example"),
        ("<p>info@aue.example.Telefon: 02381 1234</p>", "info@aue.example"),
        ("<p>INFO@AUE.EXAMPLE</p>", "INFO@AUE.EXAMPLE"),
        ("<p>info@Aue.Example</p>", "info@Aue.Example"),
    ],
)  # fmt: skip
def test_the_next_word_of_a_menu_is_no_part_of_an_address(html: str, address: str) -> None:
    assert [found for found, _ in mails(html)] == [address]


def test_text_and_link_of_one_address_count_once() -> None:
    html = "<p>info (at) aue.example <a href='mailto:info@aue.example'>Mail</a></p>"
    assert mails(html) == [("info@aue.example", "(at)")]


@pytest.mark.parametrize(
    "html",
    [
        "<p>Besuchen Sie uns at aue.example</p>",
        "<p>Bild: logo@2x.png</p>",
        "<p>Folgen Sie uns: @amtaue</p>",
        "<p>E-Mail: @email</p>",
        "<p>Mastodon: @amtaue@social</p>",
        "<nav><a href='mailto:'>Mail</a></nav>",
    ],
)
def test_what_is_no_address_is_none(html: str) -> None:
    assert mails(html) == []


def test_picture_instead_of_an_address_is_said() -> None:
    page = read_page(
        (HEAD + "<p>E-Mail: <img src='mail.png' alt=''></p>").encode(), content_type="text/html"
    )
    details = details_of(page)
    assert (details.email, details.email_only_in_image) == ((), True)


def test_written_form_and_place_are_the_pages_own() -> None:
    page = read_page(b"Impressum\n\nE-Mail: info [at] aue [dot] example", content_type="text/plain")
    (mail,) = details_of(page).email
    assert (mail.value, mail.line, mail.column) == ("info [at] aue [dot] example", 3, 9)


def test_address_with_two_signs_is_kept_as_it_stands() -> None:
    html = "<p><a href='mailto:info@amt-aue@post.example'>info@amt-aue@post.example</a></p>"
    assert mails(html) == [("info@amt-aue@post.example", "two signs: not usable")]
