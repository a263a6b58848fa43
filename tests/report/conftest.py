from pathlib import Path

import pytest

HERE = Path(__file__).parent


def pytest_addoption(parser):
    parser.addoption(
        "--update-golden",
        action="store_true",
        default=False,
        help="write the golden files of tests/report anew instead of comparing them",
    )


@pytest.fixture
def golden(request):
    """Compare a text with a file of `golden/`, or write it there with --update-golden."""

    def compare(name, text):
        path = HERE / "golden" / name
        if request.config.getoption("--update-golden", default=False):
            path.write_bytes(text.encode())
        assert path.is_file(), f"{name} is missing: run pytest tests/report --update-golden"
        assert text == path.read_bytes().decode()

    return compare
