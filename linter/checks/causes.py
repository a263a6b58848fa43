"""causes: why a check of recorded days or links could not look (keys of `linter.text.CAUSES`)."""

from __future__ import annotations

UNDATED = "not-declared"
"""A day that decides is not on record."""

TURNING_POINT = "not-declared"
"""The day lies where the source leaves open what was before and what after."""

HIDDEN_TARGET = "not-declared"
"""A short link does not tell where it leads."""
