from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from linter.names import Reader
from linter.rulebook.facts import authorities_from
from linter.testing import load_for_tests

BOOK = load_for_tests()
TRAPS = yaml.safe_load((Path(__file__).parent / "traps.yaml").read_text(encoding="utf-8"))
READER = Reader.from_facts(BOOK.facts, authorities_from(BOOK.facts))


@pytest.fixture(scope="session")
def reader() -> Reader:
    return READER
