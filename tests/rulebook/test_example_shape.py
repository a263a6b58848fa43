"""What an example says is held to its shape: a slip in it would be left out, and the example prove nothing."""

from __future__ import annotations

import pytest

from tests.rulebook.packs import RULE, write_pack
from tests.rulebook.test_fragment import told

EXAMPLE = "  - good: |\n      platform: website\n      handle: www.a.example\n    "
LINE = RULE.count("\n") + 4
FAULTY = [
    ('web: {"https://www.a.example/": {fault: timeout}}', 37, "Text is expected"),
    ('web: ["https://www.a.example/"]', 10, "Addresses are expected"),
    ('web: "<p>"', 10, "Addresses are expected"),
    ('web: {"https://www.a.example/": "fault: timeot"}', 37, "Did you mean “timeout”?"),
    ('web: {"https://www.a.example/": ../pack.yaml}', 37, "in the folder `pages`"),
    ('web: {"https://www.a.example/": /etc/hosts}', 37, "in the folder `pages`"),
    ("profile: abc", 14, "Expected a mapping"),
    ("profile: {nmae: x}", 15, "Did you mean “name”?"),
    ("profile: {links: [abc]}", 23, "Expected a mapping"),
    ("profile: {links: [{label: x}]}", 23, "“url” is missing"),
    ("profile: {verification: verified}", 29, "Expected a mapping"),
    ("profile: {verification: {state: maybe}}", 37, "“maybe”"),
    ("profile: {last_post: gestern}", 26, "“gestern”"),
    ("profile: {unread: login-wal}", 23, "Did you mean “login-wall”?"),
    ("profile: {unread: login-wall, fault: timeot}", 42, "Did you mean “timeout”?"),
    ("pages: {impressum: }", 24, "Text is expected"),
    ("pages: {impressum: ../a.html}", 24, "in the folder `pages`"),
]


@pytest.mark.parametrize(("line", "column", "words"), FAULTY, ids=[line for line, *_ in FAULTY])
def test_a_slip_is_told_with_its_place(tmp_path, line, column, words):
    found = told(write_pack(tmp_path, RULE + EXAMPLE + line + "\n"))
    assert [fault[:2] for fault in found] == [(LINE, column)]
    assert words in found[0][2]


@pytest.mark.parametrize(
    "example", ["  - note: x\n", "  - good: |\n      id: a\n    bad: |\n      id: a\n"]
)
def test_an_example_has_one_verdict(tmp_path, example):
    ((_, _, said),) = told(write_pack(tmp_path, RULE + example))
    assert "exactly one of good, bad and unknown" in said


@pytest.mark.parametrize(
    "line",
    [
        'web: {"https://www.a.example/": "<p>", "https://b.example/": "-> https://www.a.example/"}',
        'web: {"https://www.a.example/": "type: application/pdf", "https://b.example/": ""}',
        'web: {"https://www.a.example/": "fault: timeout", "https://b.example/": page.html}',
        "profile: {name: A, links: [{url: x}], verification: {state: verified, kind: x}, bot: true}",
        "profile: {unread: login-wall, fault: login_wall}",
        "pages: {impressum: a.html, privacy: deep/b.html}",
    ],
)
def test_what_an_example_can_say_is_in_order(tmp_path, line):
    assert told(write_pack(tmp_path, RULE + EXAMPLE + line + "\n")) == []
