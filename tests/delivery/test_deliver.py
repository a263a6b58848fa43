"""What is told of a night, to whom and in which language, however it travels."""

from __future__ import annotations

import json
import socket

import pytest

from linter.delivery.reasons import UNSENDABLE, reason
from linter.errors import LinterError
from linter.findings.history.nights import only_new
from tests.delivery.sending import mail, read, sent
from tests.findings.nights import House


def test_the_entrys_own_language_goes_before_the_calls(mail_server, network, result):
    box = mail_server("none")
    assert sent(result, network(), {**mail(box.port, "none"), "lang": "de"}, lang="en") == []
    assert "neu" in read(box.mails[0][2])["Subject"]


def test_errors_are_told_in_the_notices_language(mail_server, network, result):
    box = mail_server("none")
    result.failed([LinterError({"de": "kaputt", "en": "broken"}, path="b.yaml")], "de")
    assert sent(result, network(), {**mail(box.port, "none"), "lang": "en"}, lang="de") == []
    text = read(box.mails[0][2]).get_body(("plain",)).get_content()
    assert "- b.yaml: broken" in text
    assert result.errors == ["b.yaml: kaputt"]


def test_what_cannot_be_encoded_is_told_without_the_character():
    with pytest.raises(UnicodeError) as raised:
        "grün".encode("ascii")
    assert [reason(raised.value, lang) for lang in UNSENDABLE] == list(UNSENDABLE.values())


@pytest.mark.parametrize("environ", [{}, {"SMTP_PASSWORD": ""}, {"SMTP_PASSWORD": "a\r\nb"}])
def test_a_secret_that_is_not_set_or_no_text_is_told_by_its_name(
    mail_server, network, result, environ
):
    [line] = sent(result, network(), mail(mail_server("starttls").port), environ=environ)
    assert "SMTP_PASSWORD" in line
    assert "\n" not in line


def test_nobody_there_is_a_line_and_the_next_notice_goes_out(mail_server, network, result):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    box = mail_server("none")
    [line] = sent(result, network(), mail(port, "none"), mail(box.port, "none"))
    assert line == "presse@example.org: no connection"
    assert len(box.mails) == 1


def test_whoever_asks_for_what_is_new_is_not_told_of_a_quiet_night(web_server, network, tmp_path):
    house = House(tmp_path / "nights.db")
    house.night(("a", "XX101"))
    quiet = house.night(("a", "XX101"))
    hook = web_server("hooks.example")
    entry = {"webhook": {"url": "https://hooks.example/"}}
    for when, told in (("new", 0), ("open", 1), ("always", 2)):
        assert sent(quiet, network(hook.port), {**entry, "when": when}) == []
        assert len(hook.requests) == told
    assert "Nothing has changed" in hook.requests[0][2]["text"]
    clean = house.night()
    assert clean.gone
    assert sent(clean, network(hook.port), {**entry, "when": "new"}) == []
    assert len(hook.requests) == 3
    assert sent(clean, network(hook.port), {**entry, "when": "open"}) == []
    assert len(hook.requests) == 3


def test_what_is_open_is_told_of_also_where_the_report_shows_only_what_is_new(
    web_server, network, tmp_path
):
    house = House(tmp_path / "nights.db")
    house.night(("a", "XX101"))
    quiet = house.night(("a", "XX101"))
    only_new(quiet)
    assert quiet.findings == []
    hook = web_server("hooks.example")
    entry = {"webhook": {"url": "https://hooks.example/"}, "when": "open"}
    assert sent(quiet, network(hook.port), entry) == []
    assert hook.requests[0][2]["counts"]["open"] == 1


def test_without_a_history_all_that_is_open_is_told(web_server, network, result):
    result.gone = None
    for finding in result.findings:
        finding.change = "new"
    hook = web_server("hooks.example")
    assert sent(result, network(hook.port), {"webhook": {"url": "https://hooks.example/"}}) == []
    [(_, _, data)] = hook.requests
    assert data["text"].startswith("amtlint, 2026-11-26: 2 open")
    assert len(data["findings"]) == 2


def test_a_long_list_is_cut_and_says_so(web_server, network, tmp_path):
    house = House(tmp_path / "n.db", accounts={f"a{n:03}": "Amt" for n in range(250)})
    result = house.night(*((name, "XX101") for name in house.accounts))
    for number, finding in enumerate(result.findings):
        finding.note = {"de": f"Fall {number}.", "en": f"Case {number}."}
    hook = web_server("hooks.example")
    assert sent(result, network(hook.port), {"webhook": {"url": "https://hooks.example/"}}) == []
    [(_, _, data)] = hook.requests
    assert (len(data["findings"]), data["left_out"]) == (200, 50)
    assert data["text"].count("XX101 [warning]") == 200
    assert "… and 50 more" in data["text"]
    assert json.dumps(data)
