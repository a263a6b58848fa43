"""acting: words that are no links and act as such: buttons, forms, what a script makes links of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.clicks import ways
from linter.pages.links import join
from linter.pages.markup.clean import clean
from linter.pages.markup.plain import PlainTree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from selectolax.lexbor import LexborNode

    from linter.pages.labels import Labels
    from linter.pages.markup.dom import Tree
    from linter.pages.page import Page, Target

SCRIPT = "javascript:"
MOST_BUTTONS = 200
_BUTTONS = "[onclick],button,input[type=submit i],input[type=button i],input[type=image i]"
_ROLES = ",[role=link i],[role=button i]"
"""What a script makes links of, where there is one."""
_LINKED = "a,span,b,i,u,em,strong,li,p,div,td,label"
_MORE = "a[href],div,p,li,td,ul,ol,table,section,h1,h2,h3"
MOST_ACTORS = 2_000
_LEADS = re.compile(r"href|link|ur[li]|goto|target|route|path|page|location|click|nav")
"""How a `data-` attribute is called that holds where a script is to lead."""


def actors(page: Page, kind: Target, labels: Labels) -> Iterator[tuple[str, str, str]]:
    """Labels that a script or a form makes a link: the text, the address, by which of the two."""
    tree = page.tree
    if isinstance(tree, PlainTree):
        return
    runs = tree.has(b"<script")
    if not (runs or any(map(tree.has, (b"onclick", b"<button", b"<input", b"data-")))):
        return
    for node in _actors(tree, runs=runs):
        said = node.attributes
        is_input = node.tag == "input"
        text = clean((said.get("value") or said.get("alt") or "") if is_input else node.text())
        if "href" in said or (kind, "strong") not in labels.known(text):
            continue
        form = _form(node)
        if form is None:
            yield text, SCRIPT, "needs_script"
            continue
        method = said.get("formmethod") or form.attributes.get("method") or "get"
        action = said.get("formaction") or form.attributes.get("action") or ""
        url = join(page.survey.around.base, action.strip())
        asked = method.strip().lower() == "get" and action and ways.is_web(url)
        # What a form sends off is not sent by this program.
        yield text, url if asked else SCRIPT, "form"


def _actors(tree: Tree, *, runs: bool) -> Iterator[LexborNode]:
    """The elements that act, or that a script may make act; runs: there is one."""
    yield from tree.parser.css(_BUTTONS + (_ROLES if runs else ""))[:MOST_BUTTONS]
    if runs:
        yield from tree.parser.css("a:not([href]):not([name])")[:MOST_BUTTONS]
    if not tree.has(b"data-"):
        return
    for node in tree.parser.css(_LINKED if runs else "a")[:MOST_ACTORS]:
        if any(
            name.startswith("data-") and value and (_LEADS.search(name) or "/" in value)
            for name, value in node.attributes.items()
        ) and not _holds_more(node):
            yield node


def _holds_more(node: LexborNode) -> bool:
    """Whether an element holds others that are more than a few words of it."""
    return any(inner.mem_id != node.mem_id for inner in node.css(_MORE)[:2])


def _form(node: LexborNode) -> LexborNode | None:
    """The form that a button sends off, unless a script does something else."""
    said = node.attributes
    kind = (said.get("type") or ("submit" if node.tag == "button" else "")).lower()
    above = node.parent
    if "onclick" in said or kind not in {"submit", "image"}:
        return None
    while above is not None and above.tag != "form":
        above = above.parent
    return None if above is None or "onsubmit" in above.attributes else above
