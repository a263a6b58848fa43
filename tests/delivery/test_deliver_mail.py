"""A digest by mail, and what keeps it from going out: over real SMTP and TLS."""

from __future__ import annotations

import pytest

from tests.delivery.conftest import OTHER_PASSWORD, PASSWORD
from tests.delivery.sending import mail, read, sent
from tests.findings.nights import House


@pytest.mark.parametrize("tls", ["starttls", "tls"])
def test_a_mail_goes_out_over_tls_with_login(mail_server, network, result, tls):
    box = mail_server(tls)
    assert sent(result, network(), mail(box.port, tls)) == []
    [(over_tls, authenticated, envelope)] = box.mails
    assert (over_tls or tls == "tls", authenticated) == (True, True)
    assert (envelope.mail_from, envelope.rcpt_tos) == (
        "amtlint@example.org",
        ["presse@example.org"],
    )
    message = read(envelope)
    assert message["Subject"] == "amtlint, 2026-11-26: 1 new, 0 reopened, 1 gone, 2 open"
    assert message["Date"] == "Thu, 26 Nov 2026 04:30:00 +0000"
    assert message["Auto-Submitted"] == "auto-generated"
    assert (
        message.get_body(("plain",)).get_content().replace("\r\n", "\n")
        == """\
Checked: 2 accounts, as of 2026-11-26. Open: 2 warnings.

New (1)
- a: XX102 [warning] XX102

Gone (1)
- b: XX102 XX102

Gaps (1)
- Could not be checked: 1 rule for 1 account. The page behind it was not read. XX101 (1).
"""
    )
    assert "<li>a: XX102 [warning] XX102</li>" in message.get_body(("html",)).get_content()


def test_a_mail_without_tls_is_possible_where_there_is_no_password(mail_server, network, result):
    box = mail_server("none")
    entry = mail(box.port, "none", to=["a@example.org", "b@example.org"])
    assert sent(result, network(), entry, lang="de") == []
    [(_, _, envelope)] = box.mails
    assert envelope.rcpt_tos == ["a@example.org", "b@example.org"]
    assert read(envelope)["Subject"].startswith("amtlint, 26.11.2026: 1 neu")


def test_a_server_whose_certificate_is_of_another_name_gets_neither_mail_nor_password(
    mail_server, network, result
):
    for tls in ("starttls", "tls"):
        box = mail_server(tls, "other.example")
        [line] = sent(result, network(), mail(box.port, tls))
        assert "certificate" in line
        assert PASSWORD not in line
        assert box.mails == []


def test_a_server_that_offers_no_starttls_gets_nothing(mail_server, network, result):
    box = mail_server("none")
    [line] = sent(result, network(), mail(box.port, "starttls"))
    assert "STARTTLS" in line
    assert box.mails == []


def test_a_wrong_password_is_one_line_that_does_not_tell_it(mail_server, network, result):
    box = mail_server("starttls")
    [line] = sent(result, network(), mail(box.port), environ={"SMTP_PASSWORD": "falsch-123"})
    assert "presse@example.org" in line
    assert "535" in line
    assert "falsch" not in line
    assert box.mails == []


@pytest.mark.parametrize("without", [(), ("PLAIN",)])
def test_a_password_may_have_any_letters(mail_server, network, result, without):
    box = mail_server("starttls", without=without)
    environ = {"SMTP_PASSWORD": OTHER_PASSWORD}
    assert sent(result, network(), mail(box.port), environ=environ) == []
    assert [authenticated for _, authenticated, _ in box.mails] == [True]
    [line] = sent(result, network(), mail(box.port), environ={"SMTP_PASSWORD": "fälsch"})
    assert "535" in line
    assert "ä" not in line


def test_where_a_server_has_no_way_for_such_a_password_that_is_said(mail_server, network, result):
    box = mail_server("starttls", without=("PLAIN", "LOGIN"))
    environ = {"SMTP_PASSWORD": OTHER_PASSWORD}
    [line] = sent(result, network(), mail(box.port), environ=environ)
    assert "PLAIN or LOGIN" in line
    assert box.mails == []


def test_a_box_that_is_refused_is_told_and_the_others_get_their_mail(mail_server, network, result):
    box = mail_server("none")
    box.refuse = "b@example.org"
    [line] = sent(result, network(), mail(box.port, "none", to=["a@example.org", "b@example.org"]))
    assert "b@example.org: 550 no such box" in line
    assert box.mails[0][2].rcpt_tos == ["a@example.org"]


def test_a_registry_cannot_write_headers_or_markup_into_a_mail(mail_server, network, tmp_path):
    from tests.findings import samples

    house = House(tmp_path / "evil.db")
    evil = "x\r\nBcc: evil@example.org\r\n\r\n<script>alert(1)</script>\u202e"
    rule = samples.rule("XX105", message={"de": "{value}", "en": "{value}"})
    samples.RULES["XX105"] = rule
    house.rules = [*house.rules, rule]
    try:
        result = house.night(("a", "XX105"), values={"value": evil})
    finally:
        del samples.RULES["XX105"]
    box = mail_server("none")
    assert sent(result, network(), mail(box.port, "none")) == []
    message = read(box.mails[0][2])
    assert message["Bcc"] is None
    assert box.mails[0][2].rcpt_tos == ["presse@example.org"]
    assert "evil@example.org" in message.get_body(("plain",)).get_content()
    html = message.get_body(("html",)).get_content()
    assert "<script>" not in html
    assert "‹U+202E›" in html
