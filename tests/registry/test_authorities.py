"""A house's own list of authorities: read with or without the marker, whole or refused."""

from __future__ import annotations

from datetime import date

import pytest

from linter.config import Config
from linter.errors import LinterError
from linter.run import RunOptions, lint

GOOD = """\
authorities:
  - {id: stadt-x, names: [Stadt X], kind: city, jurisdiction: nrw}
  - {id: im-nrw, people: [{name: Zoe Quast, office: Staatssekretärin}]}
"""
REGISTRY = """\
registry: 1
authority: im-nrw
accounts:
  - {id: a, authority: stadt-x, platform: facebook, handle: stadtx, kind: authority}
  - {id: q, platform: facebook, handle: zoequast.im, kind: fach}
"""


def linted(folder, text):
    (folder / "r.yaml").write_text(REGISTRY, encoding="utf-8")
    (folder / "auth.yaml").write_text(text, encoding="utf-8")
    config = Config(authorities=(str(folder / "auth.yaml"),), registry=(str(folder / "r.yaml"),))
    options = RunOptions(as_of=date(2026, 11, 25), config=config, select=("NRW101", "REG"))
    return [(f.code, f.account_id) for f in lint(options).findings]


@pytest.mark.parametrize("marker", ["", "registry: 1\n"])
def test_the_authorities_and_their_people_are_known_with_and_without_the_marker(tmp_path, marker):
    assert linted(tmp_path, marker + GOOD) == [("NRW101", "q")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("authoritys: []\n", "1:1"),
        ("people: []\n", "1:1"),
        ("", "1:1"),
        (GOOD.replace("kind:", "kin:"), "2:37"),
        (GOOD + "more: 1\n", "4:1"),
        ("authorities: [\n", "2:1"),
    ],
)
def test_what_is_misspelt_is_an_error_with_its_place(tmp_path, text, place):
    with pytest.raises(LinterError) as error:
        linted(tmp_path, text)
    assert f"auth.yaml:{place}:" in error.value.render("en")


def test_a_registry_with_faulty_accounts_may_still_lend_its_authorities(tmp_path):
    text = "registry: 1\n" + GOOD + "accounts:\n  - {id: z, platfrom: x}\n"
    assert linted(tmp_path, text) == [("NRW101", "q")]
