"""An entry that is judged by itself is told what the whole registry tells of it, and of nothing else."""

from __future__ import annotations

import random
from datetime import date
from typing import TYPE_CHECKING

import pytest

from linter.config import Config
from linter.run import RunOptions, lint, load_all
from tests.property.test_same_check import HEAD, accounts

if TYPE_CHECKING:
    from pathlib import Path

    from linter.findings.finding import Finding, Result

DAY = date(2026, 11, 25)


@pytest.fixture(scope="module")
def config(tmp_path_factory: pytest.TempPathFactory) -> Config:
    """A registry of two files, of accounts that fail in many ways and clash with each other."""
    folder: Path = tmp_path_factory.mktemp("registry")
    every = list(accounts(40))
    for name, some in (("a", every[:20]), ("b", every[20:])):
        text = HEAD + "".join(some).replace(" NRW", "\u00a0NRW")  # as word processors have it
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    found = Config()
    found.registry = (str(folder),)
    return found


def told(result: Result, ids: set[str]) -> list[tuple[object, ...]]:
    def all_of(one: Finding) -> tuple[object, ...]:
        place = one.place
        seen = (place.path, place.line, place.column, place.end_line, place.end_column)
        words = one.message("en").replace("/./", "/")  # the other account's file, by another path
        return (*seen, one.code, one.account_id, one.field, one.outcome, words)

    return sorted(all_of(one) for one in result.findings if one.account_id in ids)


@pytest.mark.parametrize("seed", range(4))
def test_an_entry_set_apart_is_told_what_the_whole_tells_of_it(config: Config, seed: int) -> None:
    whole = lint(RunOptions(as_of=DAY, config=config))
    loaded = load_all(RunOptions(as_of=DAY, config=config))
    some = random.Random(seed).sample(loaded.registry.accounts, 3)
    entries = tuple((one.document.path, one.fields.mark) for one in some)
    apart = lint(RunOptions(as_of=DAY, config=config, entries=entries))
    ids = {one.id for one in some}
    assert len(told(whole, ids)) > 20
    assert told(apart, ids) == told(whole, ids)
    assert {one.account_id for one in apart.findings} <= ids | {""}
    assert apart.coverage.accounts == len(some)
