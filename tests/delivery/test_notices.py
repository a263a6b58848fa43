"""The config's `notify`: what it may say, and how it is told what it may not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from linter.config import load_config
from linter.delivery.notices import Email, Notice, Webhook, notices
from linter.errors import LinterError

MAIL = "{to: [a@example.org], from: b@example.org, host: mail.example.org%s}"


def load(tmp_path, text):
    path = tmp_path / ".amtlint.yaml"
    path.write_text(text)
    config = load_config(str(path))
    return notices(config.notify, config.fault)


def refused(tmp_path, text):
    with pytest.raises(LinterError) as error:
        load(tmp_path, text)
    return error.value.render("en").removeprefix(str(tmp_path))


def test_nothing_said_is_nobody_told(tmp_path):
    assert load(tmp_path, "lang: de\n") == ()
    assert load(tmp_path, "notify:\n") == ()
    assert load(tmp_path, "notify: []\n") == ()


def test_both_kinds_with_their_defaults(tmp_path):
    found = load(
        tmp_path,
        f"notify:\n  - email: {MAIL % ''}\n"
        "  - {webhook: {url: 'https://chat.example.org/${HOOK}', headers: {X-Key: '${KEY}'}},"
        " when: always, lang: de}\n",
    )
    assert found == (
        Notice(
            Email(("a@example.org",), "b@example.org", "mail.example.org", 587, "starttls"), "new"
        ),
        Notice(Webhook("https://chat.example.org/${HOOK}", (("X-Key", "${KEY}"),)), "always", "de"),
    )


@pytest.mark.parametrize(("tls", "port"), [("tls", 465), ("starttls", 587), ("none", 25)])
def test_each_kind_of_connection_has_its_port(tmp_path, tls, port):
    [found] = load(tmp_path, f"notify:\n  - email: {MAIL % f', tls: {tls}'}\n")
    assert found.channel.port == port
    [found] = load(tmp_path, f"notify:\n  - email: {MAIL % f', tls: {tls}, port: 2525'}\n")
    assert found.channel.port == 2525


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("{when: new}", "Either email or webhook"),
        (f"{{email: {MAIL % ''}, webhook: {{url: 'https://a.example'}}}}", "Either email"),
        (f"{{email: {MAIL % ''}, when: sometimes}}", "sometimes"),
        (f"{{email: {MAIL % ', tsl: none'}}}", "tsl"),
        (f"{{email: {MAIL % ', port: 70000'}}}", "70000"),
        (f"{{email: {MAIL % ', port: many'}}}", "many"),
        (f"{{email: {MAIL % ', user: u'}}}", "belong together"),
        ("{webhook: {url: 'https://u:geheim@chat.example.org/x'}}", "header Authorization"),
        (f"{{email: {MAIL % ', user: u, password: geheim'}}}", "environment variable"),
        (
            f"{{email: {MAIL % ', user: u, password: «{P}, tls: none'}}}".replace(
                "«", "'$"
            ).replace("{P}", "{P}'"),
            "in the clear",
        ),
        ("{email: {to: [], from: b@example.org, host: h}}", "to and host"),
        ("{email: {to: [a], from: b@example.org, host: h}}", "“a” is not an e-mail address"),
        (
            '{email: {to: ["a@b.example\\nBcc: c@d.example"], from: b@example.org, host: h}}',
            "is not an e-mail address",
        ),
        ("{email: {to: [a@example.org], host: h}}", "from"),
        ("{webhook: {url: 'ftp://a.example'}}", "neither an http(s) address"),
        ("{webhook: {url: 'https://a.example', headers: {Host: b}}}", "Host"),
        ('{webhook: {url: "https://a.example", headers: {"A b": c}}}', "A b"),
        ("{webhook: {url: 'https://a.example', headers: [a]}}", "not a mapping"),
    ],
)
def test_what_cannot_be_is_refused_with_its_place(tmp_path, entry, words):
    line = refused(tmp_path, f"lang: en\nnotify:\n  - {entry}\n")
    assert line.startswith("/.amtlint.yaml:")
    assert words in line
    assert "geheim" not in line


def test_the_example_of_the_guide_holds_in_both_languages(tmp_path):
    guide = (Path(__file__).parents[2] / "docs" / "nights.md").read_text("utf-8")
    examples = re.findall(r"```yaml\n(# \.amtlint\.yaml\n.*?)```", guide, re.DOTALL)
    assert len(examples) == 2
    for example in examples:
        mail, hook = load(tmp_path, example)
        assert (mail.when, mail.lang, hook.when) == ("new", "de", "always")
        assert mail.channel.password == "${SMTP_PASSWORD}"


def test_a_mapping_instead_of_a_list_is_refused(tmp_path):
    assert "list" in refused(tmp_path, "notify: {mail: a@example.org}\n")
