"""A fault of this machine's, or of its network, is told as one and not as everybody else's."""

from __future__ import annotations

import json
import subprocess

import pytest

from linter.crawl.capture import Capture, Hop
from linter.crawl.observation import Observation
from linter.crawl.this_side import ThisSide
from linter.platforms.profile import Unread
from tests.web.authority import Authority
from tests.web.night import CONFIG, command, environment, registry, served, written
from tests.web.pages import City, site
from tests.web.scenarios.scenario import Scenario
from tests.web.site import html
from tests.web.web import Web

OLD = "the certificate is not valid: certificate has expired"
OTHERS = "the certificate is not valid: Hostname mismatch, certificate is not valid for 'x'"


def failed(url, fault="tls_error", detail=OLD, *hops):
    return Capture(url, url, None, fault, detail, hops=tuple(Hop(*hop, "") for hop in hops))


def seen(*captures):
    return Observation("a", Unread("not-reachable"), faults=captures)


A, B, C = (failed(f"https://www.{name}.example/") for name in "abc")
SILENT = failed("https://www.s.example/", "timeout", "no answer in time")
NAMELESS = failed("https://www.n.example/", "dns_error", "no address")
FOUND = Capture("https://www.f.example/", "https://www.f.example/", 404, "not_found")
PLAIN = Capture("http://www.p.example/", "http://www.p.example/", 200)
LED = failed(
    "https://www.l.example/", "tls_error", OLD,
    ("http://www.l.example/", 301, "https://www.l.example/"),
)  # fmt: skip
RULED = failed("http://www.r.example/", "robots_unreachable", f"robots.txt: {OLD}")
REFUSED = failed(
    "http://www.q.example/", "robots_unreachable", "robots.txt: the server answered 503"
)
SAME = failed("https://shop.a.example/")


@pytest.mark.parametrize(
    ("captures", "ours", "why"),
    [
        ((A, B), True, "2 domains asked"),
        ((A, B, PLAIN), True, "2 domains asked"),  # what is not encrypted trusts nobody
        ((A, LED), True, "2 domains asked"),
        ((A, RULED), True, "2 domains asked"),
        ((A, SILENT), True, "2 domains asked"),
        ((SILENT, NAMELESS), True, "None of the 2 domains"),
        ((A,), False, ""),
        ((A, SAME), False, ""),
        ((A, REFUSED), False, ""),
        ((A, B, FOUND), False, ""),
        ((A, B, failed("https://www.o.example/", "tls_error", OTHERS)), False, ""),
        ((failed("https://www.o.example/", "tls_error", OTHERS), SILENT), False, ""),
        ((SILENT, NAMELESS, PLAIN), False, ""),
        ((A, SILENT, PLAIN), False, ""),
        ((), False, ""),
    ],
)
def test_what_nobody_can_be_blamed_for_is_ours(captures, ours, why):
    for groups in ([captures], [(one,) for one in captures], [(one,) for one in captures[::-1]]):
        side = ThisSide()
        for group in groups:
            side.note(None)
            side.note(seen(*group))
        assert side.nobody is ours
        if ours:
            assert why in side.cut_off.text["en"]


PORTAL = """<title>Willkommen</title><h1>Gäste im Netz</h1><p>Noch {number} Minuten frei. Bitte
nehmen Sie unsere Bedingungen an, um {url} zu sehen.</p><a href="/terms">Bedingungen</a>"""


def came(url, text=PORTAL, number=5):
    body = text.format(url=url, number=number).encode()
    headers = {"content-type": "text/html; charset=utf-8"}
    return Capture(url, url, 200, headers=headers, body=body)


FERNAU, NAHDORF = "https://www.fernau.example/", "https://www.nahdorf.example/impressum"
OF_FERNAU = PORTAL.replace("Gäste im Netz", "Stadt Fernau")


@pytest.mark.parametrize(
    ("captures", "ours"),
    [
        ((came(FERNAU), came(NAHDORF, number=17)), True),
        ((came(FERNAU), came(FERNAU), came(NAHDORF)), True),
        ((came(FERNAU), came(FERNAU + "impressum")), False),  # a single house may do as it likes
        ((came(FERNAU), came("https://shop.fernau.example/")), False),
        ((came(FERNAU), came(NAHDORF, "<p>Andere Seite.</p>")), False),
        ((came(FERNAU), came(NAHDORF), FOUND), False),
        ((came(FERNAU, OF_FERNAU), came(NAHDORF, OF_FERNAU)), False),  # two names of one site
    ],
)
def test_one_page_for_everybody_is_none_of_theirs(captures, ours):
    for groups in ([captures], [(one,) for one in captures], [(one,) for one in captures[::-1]]):
        side = ThisSide()
        for group in groups:
            side.note(seen(*group))
        assert side.nobody is ours
        if ours:
            assert "same page came from all of the 2 domains" in side.cut_off.text["en"]


def test_where_one_page_comes_for_everybody_the_night_says_so(tmp_path):
    cities = [City("Fernau", "www.fernau.example"), City("Nahdorf", "www.nahdorf.example")]
    blocked = html("<title>Gesperrt</title><h1>Zugriff gesperrt</h1><p>Fragen Sie die Hotline.</p>")
    pages = dict.fromkeys(("/", "/impressum", "/datenschutz"), blocked)
    cases = [Scenario(c.id, "", c, lambda city: {city.host: site(city, pages)}) for c in cities]
    path = written(tmp_path, registry(cases), {**CONFIG, "network": {"passes": 0, "interval": 0.0}})
    with Web(tmp_path) as web:
        web.serve(served(cases))
        done = subprocess.run(
            command(path, web), cwd=tmp_path, env=environment(), capture_output=True, text=True,
            check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert "WLAN" in done.stderr or "wireless network" in done.stderr
    findings = json.loads(done.stdout)["findings"]
    assert findings
    assert {f["outcome"] for f in findings} == {"unknown"}


@pytest.fixture
def night(tmp_path):
    """Crawl two cities; trusted: whether this machine knows who signs their certificates."""
    cities = [City("Fernau", "www.fernau.example"), City("Nahdorf", "www.nahdorf.example")]
    cases = [Scenario(c.id, "", c, lambda city: {city.host: site(city)}) for c in cities]
    config = {**CONFIG, "network": {"passes": 0, "interval": 0.0}}
    path = written(tmp_path, registry(cases), config)
    with Web(tmp_path) as web:
        web.serve(served(cases))
        stranger = Authority().write(tmp_path / "stranger.pem")

        def crawled(*words, trusted=True):
            called = command(path, web, *words)
            if not trusted:
                called = [str(stranger) if word == str(web.ca_file) else word for word in called]
            done = subprocess.run(
                called, cwd=tmp_path, env=environment(), capture_output=True, text=True, check=False
            )
            assert "Traceback" not in done.stderr
            return done.returncode, done.stderr, json.loads(done.stdout)

        yield crawled


@pytest.mark.parametrize("history", [False, True])
def test_where_no_certificate_is_trusted_nobody_is_accused_of_it(night, history):
    words = ("--history", "nights.db") if history else ()
    for _ in range(2):
        code, told, report = night(*words, trusted=False)
        assert code == 2
        assert "certificate store" in told or "Zertifikatsspeicher" in told
        nets = [f for f in report["findings"] if f["code"].startswith("NET")]
        assert nets
        assert {(f["outcome"], f["cause"]) for f in nets} == {("unknown", "not-reachable")}
    code, told, report = night(*words)
    assert code in {0, 1}
    assert told == ""
    assert not [f for f in report["findings"] if f["code"].startswith("NET")]
