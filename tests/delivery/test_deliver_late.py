"""What did not arrive is owed, and comes with the next notice to the same address."""

from __future__ import annotations

from tests.delivery.sending import delivered, mail, read, words
from tests.findings.nights import House


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
    assert subject.endswith("0 new, 0 reopened, 0 gone, 1 open; plus 1 notice from earlier nights")
    late = "Delivered late, because it could not be delivered at the time\n\namtlint, 2026-11-26: 1 new"
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
    assert "1 notice from earlier nights" in words(box)[0]


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
