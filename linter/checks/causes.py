"""causes: why a check could not look; keys of `linter.text.CAUSES`."""

from __future__ import annotations

NOT_DECLARED = "not-declared"
"""The registry says nothing of it."""

UNRECORDED = "not-recorded"
"""A day or a detail that decides is not on record."""

TURNING_POINT = "turning-point-unclear"
"""The day lies where the source leaves open what was before and what after."""

UNCLEAR = "wording-unclear"
"""What is recorded may mean what the rule is about, or not."""

UNKNOWN_AUTHORITY = "authority-unknown"
"""Nobody knows the account's authority by name."""

HIDDEN_TARGET = "target-hidden"
"""A short link or a link hub does not tell where it leads."""

NOT_SHOWN = "not-shown"
"""The profile was read, and this way of reading does not tell."""

PAGE_NOT_READ = "page-not-read"
"""Nobody has read the page."""

NOT_JUDGEABLE = "page-not-judgeable"
"""The page was read, and what it is about cannot be told from it."""

UNCERTAIN = "page-uncertain"
"""The page was read, and it is a close call whether it is the one looked for."""

ANOTHER = "another-page"
"""The page was read, and it is another than the one looked for: a rule of its own."""

PAGE_GONE = "page-gone"
"""The page is not where a link or the registry says."""

PROVIDER_UNCLEAR = "provider-unclear"
"""Nobody has told how the provider belongs to the authority."""

NOT_UNDERSTOOD = "not-understood"
"""Something on the page may be what is asked for, in words that were not understood."""

CUT = "too-large"
"""Only the beginning of the page was read."""

NARROWER = "narrower-notice"
"""The notice points to another for social media, which was not read."""

NARROWER_UNCLEAR = "narrower-notice-unclear"
"""The notice points to another for social media, which was read and cannot be judged."""
