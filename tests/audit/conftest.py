"""The program, as its command-line tests call it."""

from tests.cli.conftest import amtlint

__all__ = ["amtlint"]
