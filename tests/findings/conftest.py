"""What most tests of the history begin with."""

from __future__ import annotations

import pytest

from tests.findings.nights import House


@pytest.fixture
def house(tmp_path):
    """Two accounts of which no night is known yet."""
    return House(tmp_path / "nights.db")
