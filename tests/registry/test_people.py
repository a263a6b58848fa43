"""A house's own list of office holders: read whole, or refused with its place."""

from __future__ import annotations

from datetime import date

import pytest

from linter.config import Config
from linter.errors import LinterError
from linter.registry.people import load_people
from linter.run import RunOptions, lint

GOOD = """\
people:
  - {name: Erika Ziesenhenne-Kortländer, office: Ministerin, authority: im-nrw, since: 2026-01-01}
  - {name: Otto Quittenbaum, office: Staatssekretär}
"""
REGISTRY = """\
registry: 1
authority: im-nrw
accounts:
  - {id: a, platform: x, handle: IM_Quittenbaum, kind: ressort}
  - {id: b, platform: x, handle: ZiesenhenneKortlaenderNRW, kind: ressort}
"""


def write(folder, name, text):
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_persons_are_read_with_first_and_last_name(tmp_path):
    first, second = load_people(write(tmp_path, "p.yaml", GOOD))
    assert (first.first_name, first.name, first.since) == (
        "Erika",
        "Ziesenhenne-Kortländer",
        date(2026, 1, 1),
    )
    assert (second.authority, second.until) == ("", None)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("persons: []\n", "1:1"),
        ("people:\n  - {nam: x}\n", "2:6"),
        ("people:\n  - {name: x, since: 1.1.2026}\n", "2:22"),
        ("people: [\n", "2:1"),
    ],
)
def test_a_broken_list_is_an_error_with_its_place(tmp_path, text, place):
    with pytest.raises(LinterError) as error:
        load_people(write(tmp_path, "p.yaml", text))
    assert f":{place}:" in error.value.render("en")


def test_a_person_from_the_list_is_found_in_a_handle(tmp_path):
    people = write(tmp_path, "p.yaml", GOOD)
    registry = write(tmp_path, "r.yaml", REGISTRY)

    def found(*files):
        options = RunOptions(
            as_of=date(2026, 11, 25), paths=(registry,), config=Config(people=files)
        )
        return {f.account_id for f in lint(options).findings if f.code == "NRW101"}

    assert found() == set()
    assert found(people) == {"a", "b"}


def test_a_person_of_an_authority_nobody_knows_is_an_error_with_its_place(tmp_path):
    registry = write(tmp_path, "r.yaml", REGISTRY)
    people = write(tmp_path, "p.yaml", GOOD.replace("im-nrw", "im-nwr"))
    config = Config(people=(people,), registry=(registry,))
    with pytest.raises(LinterError) as error:
        lint(RunOptions(as_of=date(2026, 11, 25), config=config))
    assert error.value.render("en") == (
        f"{people}:2:73: Neither the rule packs nor the registry know an authority “im-nwr”; "
        "the person would be looked for in no name. Did you mean “im-nrw”?"
    )


def test_where_only_a_part_of_the_registry_is_seen_no_authority_is_called_unknown(tmp_path):
    registry = write(tmp_path, "r.yaml", REGISTRY)
    people = write(tmp_path, "p.yaml", GOOD.replace("im-nrw", "stadt-anderswo"))
    options = RunOptions(
        as_of=date(2026, 11, 25), paths=(registry,), config=Config(people=(people,))
    )
    assert not lint(options).errors


def test_a_day_that_no_calendar_has_is_refused(tmp_path):
    path = write(tmp_path, "p.yaml", GOOD.replace("2026-01-01", "2026-13-01"))
    with pytest.raises(LinterError, match="2026-13-01") as fault:
        load_people(path)
    assert fault.value.line == 2


def test_a_person_without_an_office_leaves_no_gap_in_the_words(tmp_path):
    people = write(tmp_path, "p.yaml", GOOD.replace("office: Ministerin, ", ""))
    config = Config(people=(people,), folder=str(tmp_path), path=str(tmp_path / "c.yaml"))
    registry = write(tmp_path, "r.yaml", REGISTRY)
    found = lint(RunOptions(as_of=date(2026, 11, 22), paths=(registry,), config=config))
    (told,) = [
        f.message("en")
        for f in found.findings
        if "Ziesenhenne" in f.message("en") and f.code == "NRW101"
    ]
    assert "(office not given; " in told
