"""fault: what is said of an error that nobody foresaw: the program's own, told in one line.

It must never end as Python ends, with a trace and the code 1, which says that there are findings.
"""

from __future__ import annotations

import os
import sys
import traceback
from typing import TYPE_CHECKING

from linter.errors import LinterError, in_one_line

if TYPE_CHECKING:
    from linter.text import Text

TRACE = "AMTLINT_TRACE"
"""The environment variable that has Python's own trace shown, too."""
PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120 - frames have names, no paths
OURS: Text = {
    "de": "Das ist ein Fehler des Programms, nicht Ihrer Dateien: {what}{place}. Der Lauf kam nicht zu Ende; sein Ergebnis gilt nicht.",
    "en": "This is a fault in the program, not in your files: {what}{place}. The run did not finish; its result does not count.",
}
TELL: Text = {
    "de": f"Bitte melden Sie diese Zeile; mit {TRACE}=1 in der Umgebung steht davor, wie es dazu kam.",
    "en": f"Please report this line; with {TRACE}=1 in the environment it is preceded by an account of how it came about.",
}
MEMORY: Text = {
    "de": "Der Arbeitsspeicher reicht nicht aus.",
    "en": "There is not enough memory.",
}


def fault(error: Exception) -> LinterError:
    """The line; where it is asked for, the trace goes to standard error before it."""
    if os.environ.get(TRACE):
        traceback.print_exception(error, file=sys.stderr)
    if isinstance(error, MemoryError):
        return LinterError(MEMORY)
    # the words of this one show the text that it is about, which may be a secret
    what = type(error).__name__ if isinstance(error, UnicodeError) else in_one_line(error)
    place = _place(error)
    told = {lang: text.format(what=what, place=place) for lang, text in OURS.items()}
    return LinterError(told, hint=TELL)


def _place(error: Exception) -> str:
    """The last line of this package that it passed through."""
    frames = traceback.extract_tb(error.__traceback__)
    found = [frame for frame in frames if frame.filename.startswith(PACKAGE + os.sep)]
    if not found:
        return ""
    name = os.path.relpath(found[-1].filename, os.path.dirname(PACKAGE))  # noqa: PTH120
    return f" ({name.replace(os.sep, '/')}:{found[-1].lineno})"
