"""What answers mean: faults, rests, logins."""

from __future__ import annotations

from collections import Counter
from email.utils import formatdate
from typing import get_args

import pytest

from linter.crawl.capture import TRANSIENT, Fault
from linter.crawl.verdict import LONGEST, fault_of, is_login, rest_asked
from linter.rulebook.book import load_rulebook

NOW = 1_800_000_000.0
UNTOLD = {"", "budget_exhausted", "not_recorded"}
"""Faults of no network: a limit of our own, and a recording without the page."""
TOLD = Counter(
    fault
    for rule in load_rulebook().rules
    if rule.code.startswith("NET")
    for _, asked in rule.checks
    for fault in asked["faults"]
)


def test_each_fault_of_the_network_is_told_by_one_rule():
    assert set(TOLD) == set(get_args(Fault)) - UNTOLD
    assert set(TOLD.values()) == {1}
    assert set(TOLD) >= TRANSIENT


def test_every_status_has_a_meaning():
    for status in range(200, 1000):
        fault = fault_of(status)
        assert (fault == "") == (status < 300)
        assert not fault or fault in TOLD


RESTS = [
    (429, {"retry-after": "7"}, 7),
    (503, {"retry-after": " 7 "}, 7),
    (200, {"retry-after": "7"}, None),
    (404, {"retry-after": "7"}, None),
    (429, {"retry-after": formatdate(NOW + 90, usegmt=True)}, 90),
    (429, {"retry-after": formatdate(NOW - 90, usegmt=True)}, 0),
    (429, {"retry-after": "Sunday, 06-Nov-94 08:49:37 GMT"}, 0),
    (429, {"retry-after": "soon"}, None),
    (429, {"retry-after": "-1"}, None),
    (429, {"retry-after": "nan"}, None),
    (429, {"retry-after": "inf"}, None),
    (429, {"retry-after": "9" * 20}, LONGEST),
    (429, {"retry-after": "9" * 400}, LONGEST),
    (503, {"retry-after": "Fri, 31 Dec 9999 23:59:59 GMT"}, LONGEST),
    (429, {"retry-after": "x9999999999999"}, None),
    (200, {"x-ratelimit-remaining": "0", "x-ratelimit-reset": str(int(NOW + 30) * 1000)}, 30),
    (429, {}, None),
    (200, {"x-ratelimit-remaining": "0", "x-ratelimit-reset": "30"}, 30),
    (200, {"x-ratelimit-remaining": "0", "x-ratelimit-reset": str(NOW + 30)}, 30),
    (200, {"x-ratelimit-remaining": "0", "x-ratelimit-reset": "2027-01-15T08:00:30.000Z"}, 30),
    (200, {"ratelimit-remaining": "0", "ratelimit-reset": str(int(NOW) + 30)}, 30),
    (200, {"x-rate-limit-remaining": "0", "x-rate-limit-reset": "30"}, 30),
    (200, {"x-ratelimit-remaining": "1", "x-ratelimit-reset": "30"}, None),
    (200, {"x-ratelimit-remaining": "0"}, None),
    (200, {"x-ratelimit-remaining": "0", "x-ratelimit-reset": "?"}, None),
    (429, {"retry-after": "7", "x-ratelimit-remaining": "0", "x-ratelimit-reset": "30"}, 30),
]


@pytest.mark.parametrize(("status", "headers", "rest"), RESTS)
def test_a_host_says_how_long_it_wants_to_be_left_alone(status, headers, rest):
    assert rest_asked(status, headers, NOW) == rest


LOGINS = """
https://www.instagram.com/accounts/login/?next=/x/
https://www.facebook.com/login/?next=x
https://www.facebook.com/login.php
https://www.facebook.com/checkpoint/block/
https://www.linkedin.com/authwall?trk=x
https://www.linkedin.com/uas/login
https://www.linkedin.com/checkpoint/lg/login
https://x.com/i/flow/login
https://consent.youtube.com/m?continue=x
https://accounts.google.com/ServiceLogin
https://consent.google.de/ml?continue=x
https://login.xing.com/
https://login.microsoftonline.com/x
https://www.stadt.example/wp-login.php?redirect_to=x
https://www.stadt.example/intern/signin
""".split()

NO_LOGINS = """
https://www.stadt.example/
https://www.stadt.example/impressum?login=1
https://www.stadt.example/blogin/
https://www.stadt.example/login-hilfe
https://www.stadt.example/anmeldung/kurse
https://consent.example/
https://xlogin.example/
https://www.login.example/
https://[x/login
""".split()


def test_logins_are_known_by_their_address():
    assert [url for url in LOGINS if not is_login(url)] == []
    assert [url for url in NO_LOGINS if is_login(url)] == []
