"""Secrets go over the wire and nowhere else."""

from __future__ import annotations

import gzip
import json
import logging

import pytest

from linter.crawl.asking import Ask
from linter.crawl.placeholders import Secrets, UnsetError, secrets_of
from tests.crawl.fetching import Shelf, fetch
from tests.web.site import Answer, Site, json_, redirect

HOST = "api.example"
SECRET = "s3cr3t/+=&ü".encode("ascii", "ignore").decode() + "-x y"
VALUES = {"X_TOKEN": SECRET, "OTHER": "other-secret"}
ASK = Ask(
    f"https://{HOST}/users?key=${{X_TOKEN}}",
    headers=(("Authorization", "Bearer ${X_TOKEN}"), ("X-Plain", "1")),
    api=True,
)
FORMS = (SECRET, "s3cr3t%2F%2B%3D%26-x%20y", "s3cr3t%2F%2B%3D%26-x+y", "s3cr3t\\/+=&-x y")


def echo(request):
    """A server that repeats all it was sent."""
    sent = request.header("Authorization").removeprefix("Bearer ")
    return json_(json.dumps({"you": sent, "path": request.path})).with_(("X-Echo", sent))


def everything(shelf, captures):
    said = [repr(capture) + repr(dict(capture.headers)) for capture in captures]
    said += [capture.body.decode("latin-1") for capture in captures]
    said += [repr(exchange) for exchange in shelf.exchanges]
    said += [*shelf.kept, *shelf.captures]
    return "\n".join(said)


def run(web, site, *further, ask=ASK, caplog=None):
    web.serve({HOST: site, **dict(further)})
    shelf = Shelf()
    (capture,) = fetch(web, ask, recorder=shelf, ledger=shelf, secrets=VALUES)
    said = everything(shelf, [capture])
    for form in FORMS:
        assert form not in said
    return capture, shelf


def test_a_secret_is_sent_and_told_to_nobody(web, caplog):
    caplog.set_level(logging.DEBUG)
    capture, shelf = run(web, Site({"/users?key=s3cr3t%2F%2B%3D%26-x%20y": echo}))
    assert capture.ok, capture.detail
    (request,) = web.asked(HOST)
    assert request.header("Authorization") == f"Bearer {SECRET}"
    assert capture.url == capture.final_url == ASK.url
    assert json.loads(capture.body)["you"] == "${X_TOKEN}"
    assert capture.headers["x-echo"] == "${X_TOKEN}"
    assert ("Authorization", "Bearer ${X_TOKEN}") in shelf.exchanges[0].request
    assert not [record for record in caplog.records if SECRET in record.getMessage()]


def test_a_secret_in_a_packed_answer_is_blanked(web):
    body = gzip.compress(f"token {SECRET} is wrong".encode())
    site = Site(missing=Answer(body, headers=(("Content-Encoding", "gzip"),)))
    capture, shelf = run(web, site)
    assert capture.body == b"token ${X_TOKEN} is wrong"
    assert shelf.exchanges[0].body == capture.body
    assert not [name for name, _ in shelf.exchanges[0].headers if name == "Content-Encoding"]
    assert "content-encoding" not in capture.headers


def test_a_redirect_of_the_same_host_keeps_the_secret(web):
    site = Site(
        {"/users?key=s3cr3t%2F%2B%3D%26-x%20y": lambda r: redirect(f"/v2{r.path}")},
        missing=echo,
    )
    capture, _ = run(web, site)
    assert capture.final_url == f"https://{HOST}/v2/users?key=${{X_TOKEN}}"
    assert web.asked(HOST)[-1].path == "/v2/users?key=s3cr3t%2F%2B%3D%26-x%20y"
    assert web.asked(HOST)[-1].header("Authorization") == f"Bearer {SECRET}"


def test_a_redirect_to_another_host_does_not_take_the_secret_along(web):
    away = Site(missing=lambda _: redirect("https://evil.example/?key=${X_TOKEN}&o=${OTHER}"))
    evil = Site(missing=echo)
    capture, _ = run(web, away, ("evil.example", evil))
    (request,) = web.asked("evil.example")
    assert not request.header("Authorization")
    assert request.header("X-Plain") == "1"
    assert SECRET not in request.path
    assert "s3cr3t" not in request.path
    assert capture.ok


def test_a_redirect_cannot_ask_for_other_secrets(web):
    site = Site({"/users?key=s3cr3t%2F%2B%3D%26-x%20y": redirect("/?o=${OTHER}")}, missing=echo)
    run(web, site)
    assert "other-secret" not in web.asked(HOST)[-1].path


@pytest.mark.parametrize(
    "repeated",
    [
        "s3cr3t%252F%252B%253D%2526-x%2520y",  # an address within an address
        "s3cr3t%25252f%25252b%25253d%252526-x%252520y",
        "s3cr3t/+=&-x y",
        "s3cr3t/+=&amp;-x y",
        "s3cr3t&#47;&#x2b;&#61;&#38;-x&#32;y",
        "s3cr3t\\u002f\\u002B\\u003d\\u0026-x\\u0020y",
        "s3cr3t\\/+=\\u0026-x y",
    ],
)
def test_a_secret_is_blanked_however_it_is_written(repeated):
    secrets = Secrets(VALUES)
    assert secrets.blank(f"a {repeated} z") == "a ${X_TOKEN} z"
    assert secrets.blank_bytes(f"a {repeated} z".encode()) == b"a ${X_TOKEN} z"


def test_what_is_no_secret_stays():
    text = "s3cr3t/+=&-x_y s3cr3t other%2dsecret2 other_secret"
    assert Secrets({"X_TOKEN": SECRET}).blank(text) == text
    assert Secrets({"OTHER": "other-secret"}).blank(text).count("${OTHER}") == 1


def test_a_secret_in_an_address_within_an_address_is_told_to_nobody(web):
    next_ = "https%3A%2F%2Fapi.example%2Fusers%3Fkey%3Ds3cr3t%252F%252B%253D%2526-x%2520y"
    site = Site(missing=redirect(f"https://www.example/login/?next={next_}"))
    capture, shelf = run(web, site)
    assert capture.fault == "login_wall"
    assert "s3cr3t" not in everything(shelf, [capture])


@pytest.mark.parametrize("door", ["refused", "reset", "plain"])
def test_faults_do_not_tell_secrets(web, door):
    capture, _ = run(web, Site(door=door))
    assert capture.fault


def test_pages_cannot_ask_for_secrets(web):
    web.serve({HOST: Site(missing=echo)})
    ask = Ask(f"https://{HOST}/?x=${{X_TOKEN}}", headers=(("X-Y", "${X_TOKEN}"),))
    fetch(web, ask, secrets=VALUES)
    (request,) = [request for request in web.asked(HOST) if request.path != "/robots.txt"]
    assert "s3cr3t" not in request.path
    assert request.header("X-Y") == "${X_TOKEN}"


def test_a_secret_that_is_not_set_is_no_reason_to_ask(web):
    web.serve({HOST: Site(missing=echo)})
    (capture,) = fetch(web, ASK)
    assert (capture.fault, capture.status) == ("forbidden", None)
    assert "X_TOKEN" in capture.detail
    assert not web.log


@pytest.mark.parametrize("value", ["", "  ", "a\r\nX-Evil: 1", "ü"])
def test_values_that_cannot_be_sent_are_not_set(value):
    with pytest.raises(UnsetError, match="X_TOKEN"):
        secrets_of(ASK, {"X_TOKEN": value})


def test_line_breaks_at_the_ends_of_a_secret_are_no_part_of_it():
    assert secrets_of(ASK, {"X_TOKEN": "abcd\n"}).fill("${X_TOKEN}") == "abcd"


def test_short_secrets_are_sent_but_not_looked_for():
    secrets = Secrets({"X": "ab"})
    assert secrets.fill("${X} ${Y}") == "ab ${Y}"
    assert secrets.blank("cab") == "cab"
