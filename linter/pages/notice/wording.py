"""wording: patterns put together of named parts, and the letters that are looked for before them."""

from __future__ import annotations


def either(*parts: str) -> str:
    """A pattern of which one of the parts has to stand there."""
    return f"(?:{'|'.join(parts)})"


def one_of(words: str) -> str:
    """A pattern for one of these words, or patterns without a space, separated by spaces."""
    return either(*words.split())


def has(sentence: str, needles: tuple[str, ...]) -> bool:
    """Whether one of these letters is there: cheaper to ask than the patterns."""
    return any([needle in sentence for needle in needles])  # noqa: C419 - faster than a generator
