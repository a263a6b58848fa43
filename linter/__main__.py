"""`python -m linter` is `amtlint`."""

from linter.cli.start import program

program()
