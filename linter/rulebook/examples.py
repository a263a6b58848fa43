"""examples: does an example of a rule say what one can say? Whether it holds is for its run to tell.

What a misspelt key or word stands for is left out of a run in silence, and the example proves nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from linter.errors import LinterError
from linter.registry.fields import did_you_mean
from linter.registry.nodes import Mapping, Node, Scalar, Sequence
from linter.text import CAUSES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from linter.registry.document import Document

VERDICTS = ("good", "bad", "unknown")
FAULT = "fault: "


def faults(document: Document, rule: Mapping) -> Iterator[LinterError]:
    """What is wrong with a rule's examples beyond their fields."""
    listed = rule.entries.get("examples")
    for example in listed.items if type(listed) is Sequence else ():
        if type(example) is not Mapping:
            continue
        entries = example.entries
        if sum(verdict in entries for verdict in VERDICTS) != 1:
            yield _at(
                document,
                example,
                "Ein Beispiel hat genau eines von good, bad und unknown.",
                "An example has exactly one of good, bad and unknown.",
            )
        if type(pages := entries.get("pages")) is Mapping:
            for name in pages.entries.values():
                yield from _file(document, name)
        if type(profile := entries.get("profile")) is Mapping:
            yield from _known(document, profile.entries.get("unread"), CAUSES)
            yield from _known(document, profile.entries.get("fault"), _faults())
        if "web" in entries:
            yield from _web(document, entries["web"])


def _web(document: Document, web: Node) -> Iterator[LinterError]:
    """Addresses, and what stands there."""
    if type(web) is not Mapping:
        yield _at(
            document,
            web,
            "Hier werden Adressen erwartet, jede mit dem, was dort steht.",
            "Addresses are expected here, each with what stands there.",
        )
        return
    for said in web.entries.values():
        if type(said) is not Scalar:
            yield _no_text(document, said)
        elif (said.text or "").startswith(FAULT):
            yield from _known(document, said, _faults(), FAULT)
        elif not any(sign in (said.text or "") for sign in ("<", "-> ", "type: ")):
            yield from _file(document, said, empty=True)


def _file(document: Document, name: Node, *, empty: bool = False) -> Iterator[LinterError]:
    """The name of a page in the folder of pages; empty: a page without any text is one, too."""
    if type(name) is not Scalar or (name.text is None and not empty):
        yield _no_text(document, name)
    elif {"..", ""} & set((name.text or ".").split("/")):
        yield _at(
            document,
            name,
            "Eine Seite liegt im Ordner „pages“ neben den Regeln.",
            "A page lies in the folder `pages` beside the rules.",
        )


def _known(
    document: Document,
    node: Node | None,
    words: Collection[str],
    lead: str = "",
) -> Iterator[LinterError]:
    """A word out of these."""
    if node is None:
        return
    text = (node.text or "") if type(node) is Scalar else ""
    word = text.removeprefix(lead).strip()
    if word not in words:
        yield _at(
            document,
            node,
            f"„{word}“ gibt es hier nicht.",
            f"There is no “{word}” here.",
            list(words),
            word,
        )


def _faults() -> tuple[str, ...]:
    from linter.crawl.capture import Fault  # noqa: PLC0415 - only for examples that name one

    return tuple(filter(None, get_args(Fault)))


def _no_text(document: Document, node: Node) -> LinterError:
    return _at(document, node, "Hier wird Text erwartet.", "Text is expected here.")


def _at(
    document: Document, node: Node, de: str, en: str, words: list[str] | None = None, word: str = ""
) -> LinterError:
    line, column = document.position(document.span(node)[0])
    hint = did_you_mean(word, words) if words else None
    return LinterError(
        {"de": de, "en": en}, path=document.path, line=line, column=column, hint=hint
    )
