"""The installed command: what the interpreter is told before anything is imported, and at the end.

Importing makes tens of thousands of objects that stay; looking for cycles among them, again
and again, takes a twentieth of the time of a short run. A long run still collects, less often.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import NoReturn

SELDOM = 100_000
"""New objects between two looks for cycles."""


def program() -> NoReturn:
    """Run `main`, then end the process at once.

    Taking the interpreter apart, object by object, takes longer than linting an account.
    """
    gc.set_threshold(SELDOM)
    from linter.cli.main import main  # noqa: PLC0415 - imported under the threshold just set

    try:
        main()
    except SystemExit as end:
        sys.stderr.flush()
        os._exit(end.code if isinstance(end.code, int) else 0)
