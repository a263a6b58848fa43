"""The local web as fixtures; elsewhere: `from tests.web.fixtures import running_web, web`."""

from __future__ import annotations

import pytest

from tests.web.web import Web


@pytest.fixture(scope="session")
def running_web(tmp_path_factory):
    """One web for the session, whatever it serves."""
    with Web(tmp_path_factory.mktemp("web")) as web:
        yield web


@pytest.fixture
def web(running_web):
    """The web, empty."""
    running_web.clear()
    return running_web
