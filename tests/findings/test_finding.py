"""Messages: templates of the rulebook, filled with values that may be long in the making."""

from __future__ import annotations

from linter.findings.finding import fill


class Dear(dict):
    """A text in both languages that is only made when it is shown."""

    def __missing__(self, lang):
        raise AssertionError("nobody wants to see this")


def test_a_value_that_a_message_does_not_show_is_never_made():
    values = {"handle": "Reul_NRW", "suggestion": Dear()}
    assert fill("„{handle}“ nennt eine Person.", values, "de") == "„Reul_NRW“ nennt eine Person."


def test_a_value_is_no_template():
    assert fill("{handle}: {part}", {"handle": "{part}", "part": "x"}, "de") == "{part}: x"
