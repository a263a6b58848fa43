"""causes: why a check of recorded days or links could not look (keys of `linter.text.CAUSES`)."""

from __future__ import annotations

UNDATED = "not-recorded"
"""A day that decides is not on record."""

TURNING_POINT = "turning-point-unclear"
"""The day lies where the source leaves open what was before and what after."""

HIDDEN_TARGET = "target-hidden"
"""A short link does not tell where it leads."""
