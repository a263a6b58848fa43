"""tokens: the environment variables from which platforms' keys are taken; their names, no values."""

from __future__ import annotations

TOKENS = {
    "x": ("AMTLINT_X_TOKEN",),
    "facebook": ("AMTLINT_META_TOKEN",),
    "instagram": ("AMTLINT_META_TOKEN", "AMTLINT_INSTAGRAM_USER_ID"),
    "threads": ("AMTLINT_THREADS_TOKEN",),
    "youtube": ("AMTLINT_YOUTUBE_KEY",),
    "vimeo": ("AMTLINT_VIMEO_TOKEN",),
    "linkedin": ("AMTLINT_LINKEDIN_TOKEN",),
    "flickr": ("AMTLINT_FLICKR_KEY",),
}
"""Those that each platform's interface needs, all of them."""

NAMES = tuple(dict.fromkeys(name for names in TOKENS.values() for name in names))
"""Every one of them, once."""
