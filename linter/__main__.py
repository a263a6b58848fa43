"""`python -m linter` is `amtlint`."""

from linter.cli.main import program

program()
