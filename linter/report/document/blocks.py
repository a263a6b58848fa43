"""blocks: what a report is made of, before it is HTML or Markdown; every text is still foreign."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled value; link: where the value leads, if it is a web address."""

    label: str
    value: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 2 to 4; key: the name by which others link to it."""

    level: int
    text: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; look: `no`, `caution`, `yes`, `nothing` for what stands out, else plain."""

    text: str
    look: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """Labelled values below each other."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; the first cell of a row heads it; numbers: columns that are set right."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Item:
    """A finding: its rule with its title, how grave it is, what is wrong, and what else there is to say.

    level: `error`, `warning`, `info`, `waived`, `baselined` or `gone`; word: the same for people;
    marks: such as “new”; more: the evidence, one group of facts for each page.
    """

    code: str
    title: str
    level: str
    word: str
    text: str
    marks: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    more: tuple[tuple[Fact, ...], ...] = ()
    more_title: str = ""
    key: str = ""


Block = Heading | Paragraph | Facts | Bullets | Grid | Item


@dataclass(slots=True)
class Document:
    """A report as a whole."""

    lang: str
    title: str
    blocks: list[Block] = field(default_factory=list)
    contents: list[tuple[str, str]] = field(default_factory=list)
