"""Digests that arrive, and those that do not: over real SMTP, TLS and HTTP."""

from __future__ import annotations

import email
import email.policy
import json
import socket
from datetime import UTC, datetime

import pytest

from linter.delivery.deliver import deliver
from linter.delivery.notices import notices
from linter.delivery.reasons import UNSENDABLE, reason
from linter.errors import LinterError
from linter.findings.history.nights import only_new
from tests.delivery.conftest import OTHER_PASSWORD, PASSWORD, USER
from tests.findings.nights import House

NOW = datetime(2026, 11, 26, 4, 30, tzinfo=UTC)
ENVIRON = {"SMTP_PASSWORD": PASSWORD, "HOOK": "T0K3N-abc", "EMPTY": ""}


def mail(port, tls="starttls", host="localhost", **attributes):
    values = {"to": ["presse@example.org"], "from": "amtlint@example.org", "host": host}
    values |= {"port": str(port), "tls": tls}
    if tls != "none":
        values |= {"user": USER, "password": "${SMTP_PASSWORD}"}
    return {"email": values | attributes}


def sent(result, network, *entries, lang="en", environ=ENVIRON):
    return delivered(result, network, *entries, lang=lang, environ=environ).failed


def delivered(result, network, *entries, lang="en", environ=ENVIRON, owed=()):
    told = notices(list(entries))
    return deliver(result, told, environ, NOW, lang=lang, network=network, owed=owed)


def read(envelope):
    return email.message_from_bytes(envelope.content, policy=email.policy.default)


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


def test_a_header_that_http_cannot_carry_is_told_without_its_secret(web_server, network, result):
    hook = web_server("hooks.example")
    header = {"Authorization": "Bearer ${HOOK}"}
    entry = {"webhook": {"url": "https://hooks.example/in", "headers": header}}
    [line] = sent(result, network(hook.port), entry, environ={"HOOK": "grün"})
    assert "Authorization" in line
    assert "ü" not in line
    assert "xfc" not in line
    assert hook.requests == []


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


def test_a_box_that_is_refused_is_told_and_the_others_get_their_mail(mail_server, network, result):
    box = mail_server("none")
    box.refuse = "b@example.org"
    [line] = sent(result, network(), mail(box.port, "none", to=["a@example.org", "b@example.org"]))
    assert "b@example.org: 550 no such box" in line
    assert box.mails[0][2].rcpt_tos == ["a@example.org"]


def test_nobody_there_is_a_line_and_the_next_notice_goes_out(mail_server, network, result):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    box = mail_server("none")
    [line] = sent(result, network(), mail(port, "none"), mail(box.port, "none"))
    assert line == "presse@example.org: no connection"
    assert len(box.mails) == 1


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


def test_a_webhook_gets_json_over_tls_with_its_secret_header(web_server, network, result):
    hook = web_server("hooks.example")
    entry = {
        "webhook": {
            "url": "https://hooks.example/in/${HOOK}",
            "headers": {"Authorization": "Bearer ${HOOK}"},
        }
    }
    assert sent(result, network(hook.port), entry) == []
    [(path, headers, data)] = hook.requests
    assert path == "/in/T0K3N-abc"
    assert (headers["Host"], headers["Authorization"]) == ("hooks.example", "Bearer T0K3N-abc")
    assert headers["Content-Type"] == "application/json"
    assert data["counts"] == {"accounts": 2, "new": 1, "reopened": 0, "gone": 1, "open": 2}
    assert [(one["account"], one["code"], one["change"]) for one in data["findings"]] == [
        ("a", "XX102", "new")
    ]
    assert [(one["account"], one["change"]) for one in data["gone"]] == [("b", "gone")]
    assert data["sent_at"] == "2026-11-26T04:30:00+00:00"
    assert data["text"].startswith("amtlint, 2026-11-26: 1 new")


def test_a_webhook_in_a_private_network_is_refused_unless_allowed(web_server, network, result):
    hook = web_server()
    entry = {"webhook": {"url": f"http://127.0.0.1:{hook.port}/"}}
    [line] = sent(result, network(allow_network=()), entry, lang="de")
    assert line.endswith(
        ": keine öffentliche Adresse (127.0.0.1); ein internes Netz gibt „allow-network“ frei"
    )
    assert hook.requests == []
    assert sent(result, network(), entry) == []
    assert len(hook.requests) == 1


def test_a_webhook_with_a_certificate_of_another_name_gets_nothing(web_server, network, result):
    hook = web_server("other.example")
    [line] = sent(result, network(hook.port), {"webhook": {"url": "https://hooks.example/"}})
    assert ": certificate or encryption at fault (Hostname mismatch" in line
    assert hook.requests == []


@pytest.mark.parametrize(("status", "location"), [(500, ""), (404, ""), (302, "http://127.0.0.1/")])
def test_a_webhook_that_says_no_or_sends_elsewhere_is_a_failure_without_its_secret(
    web_server, network, result, status, location
):
    hook = web_server("hooks.example")
    hook.status, hook.location = status, location
    entry = {"webhook": {"url": "https://hooks.example/${HOOK}"}}
    [line] = sent(result, network(hook.port), entry)
    assert line == f"hooks.example: The server answered with HTTP {status}."
    assert "T0K3N" not in line
    assert len(hook.requests) == 1


def test_a_webhook_whose_whole_address_is_secret_is_not_told(network, result):
    environ = {"HOOK_URL": "https://unknown.invalid/T0K3N-abc"}
    [line] = sent(result, network(), {"webhook": {"url": "${HOOK_URL}"}}, environ=environ)
    assert "unknown.invalid/T0K3N" not in line


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


def words(box):
    """Subject, text and HTML of the only mail that a server took."""
    message = read(box.mails[-1][2])
    parts = [message.get_body((kind,)).get_content() for kind in ("plain", "html")]
    return [message["Subject"], *(part.replace("\r\n", "\n") for part in parts)]


def test_what_did_not_arrive_comes_with_the_next_notice(mail_server, network, result, tmp_path):
    box = mail_server("none")
    box.later = True
    entry = mail(box.port, "none")
    first = delivered(result, network(), entry)
    assert len(first.failed) == len(first.owed) == 1
    house = House(tmp_path / "quiet.db")
    quiet = [house.night(("a", "XX101")), house.night(("a", "XX101"))][1]
    second = delivered(quiet, network(), entry, owed=first.owed)
    assert second.owed == first.owed  # a night without news is no news when it arrives late
    box.later = False
    third = delivered(quiet, network(), entry, owed=second.owed)
    assert (third.failed, third.owed) == ([], [])
    subject, text, html = words(box)
    assert subject.endswith("0 new, 0 reopened, 0 gone, 1 open; and 1 notice of earlier nights")
    late = "Delivered late, because it could not be delivered\n\namtlint, 2026-11-26: 1 new"
    assert late in text
    assert "- a: XX102 [warning] XX102" in text
    assert "- a: XX102 [warning] XX102" in html
    assert len(box.mails) == 1


def test_a_webhook_gets_what_is_late_as_data(web_server, network, result):
    hook = web_server("hooks.example")
    hook.status = 500
    entry = {"webhook": {"url": "https://hooks.example/"}}
    first = delivered(result, network(hook.port), entry)
    hook.status = 200
    assert delivered(result, network(hook.port), entry, owed=first.owed).owed == []
    data = hook.requests[-1][2]
    assert [one["counts"]["new"] for one in data["earlier"]] == [1]
    assert data["text"].count("XX102 [warning] XX102") == 2
    assert "earlier" not in hook.requests[0][2]


def test_what_is_owed_to_one_is_not_sent_to_another(mail_server, web_server, network, result):
    box, hook = mail_server("none"), web_server("hooks.example")
    box.later = True
    entries = [{"webhook": {"url": "https://hooks.example/"}}, mail(box.port, "none")]
    first = delivered(result, network(hook.port), *entries)
    assert [whom.rpartition(" ")[0] for whom, _ in first.owed] == ["email 1"]
    box.later = False
    delivered(result, network(hook.port), *reversed(entries), owed=first.owed)
    assert "earlier" not in hook.requests[-1][2]
    assert "1 notice of earlier nights" in words(box)[0]


def test_what_is_owed_follows_its_address_and_else_its_place(mail_server, network, result):
    box = mail_server("none")

    def to(*names):
        return [mail(box.port, "none", to=[f"{name}@example.org"]) for name in names]

    def who(owed, *names):
        box.mails.clear()
        left = delivered(result, network(), *to(*names), owed=owed).owed
        got = [one[-1] for one in box.mails]
        late = [one.rcpt_tos[0] for one in got if "earlier nights" in str(read(one)["Subject"])]
        return [name.partition("@")[0] for name in late], len(left)

    box.refuse = "b@example.org"
    owed = delivered(result, network(), *to("a", "b", "c")).owed
    box.refuse = ""
    assert len(owed) == 1
    assert who(owed, "a", "b", "c") == (["b"], 0)
    assert who(owed, "b", "c") == (["b"], 0)  # the entry before it was taken out
    assert who(owed, "c", "a", "b") == (["b"], 0)
    assert who(owed, "a", "d", "c") == (["d"], 0)  # its address was put right
    assert who(owed, "a") == ([], 0)
    assert who([("email 2", owed[0][1])], "a", "b") == (["b"], 0)  # as an older amtlint wrote it


def test_a_mail_that_some_of_its_boxes_took_is_not_sent_again(mail_server, network, result):
    box = mail_server("none")
    box.refuse = "b@example.org"
    both = mail(box.port, "none", to=["a@example.org", "b@example.org"])
    one = delivered(result, network(), both)
    assert (len(one.failed), one.owed) == (1, [])
    none = delivered(result, network(), mail(box.port, "none", to=["b@example.org"]))
    assert (len(none.failed), len(none.owed)) == (1, 1)


def test_a_server_that_never_comes_to_an_end_holds_up_no_run(
    mail_server, network, result, monkeypatch
):
    monkeypatch.setattr("linter.delivery.deliver.SECONDS", 0.5)
    held, free = mail_server("none"), mail_server("none")
    held.hold = True
    told = delivered(result, network(), mail(held.port, "none"), mail(free.port, "none"))
    assert told.failed == ["presse@example.org: timeout"]
    assert [whom.rpartition(" ")[0] for whom, _ in told.owed] == ["email 1"]
    assert len(free.mails) == 1
    held.hold = False


def test_no_more_is_owed_than_a_month_of_nights(mail_server, network, result):
    box = mail_server("none")
    box.later = True
    owed = []
    for _ in range(32):
        owed = delivered(result, network(), mail(box.port, "none"), owed=owed).owed
    assert len(owed) == 30


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
