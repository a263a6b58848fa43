"""parts: what stands below one heading of a page: an Impressum, a notice, or a box that names them.

A page that only says where its Impressum is, or what its banner says about cookies, is neither.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.pages.kinds import evidence
from linter.pages.kinds.looking import LINE
from linter.pages.kinds.weights import DETAILS, LOOKS, Weights
from linter.pages.labels import TARGETS
from linter.pages.markup.clean import clean
from linter.pages.markup.plain import PlainTree

if TYPE_CHECKING:
    from linter.pages.kinds.looking import Looking, Mark
    from linter.pages.survey import Survey

SECTION = 4000
LITTLE = 400
PART = 300
"""A privacy part of fewer characters is a hint, no notice."""
NOTICE = 3
MOST_RIGHTS, MOST_TOLD = 4, 8
"""Rights and words of data protection that no other document names in passing."""
DOCUMENTS = (
    "erklärung",
    "hinweis",
    "inform",
    "bestimmung",
    "richtlinie",
    "belehrung",
    "policy",
    "notice",
    "impressum",
    "imprint",
)
"""What the heading of a notice has; also of one that promises both."""
BLOCK = 600
WHOLE, SOME = 7, 5
"""Points of an address, who represents, and one way more; of an address and how to get in touch."""
OF_ITS_OWN = ("representative", "register or VAT", "public body", "legal basis")
"""Details that stand beside the address of a provider in an Impressum, and hardly in a notice."""
WINDOW = 6000
BLOCKS = frozenset((b"div", b"sec", b"asi"))
"""How the elements begin that may be a banner."""
MOST_TAG = 1_000
MOST_MENTIONS = 200


def tells(mark: Mark, low: bytes, looking: Looking) -> bool:
    """Whether below a label "Impressum" is what one consists of, not only where it is.

    A line is one only before the first heading: further down it belongs to what that announces.
    """
    if mark.level >= LINE and not 0 <= mark.place < looking.text.find(clean(looking.first())):
        return is_block(mark, low, looking)
    return consists(mark, low, looking.found, 4)


def is_block(mark: Mark, low: bytes, looking: Looking) -> bool:
    """Whether all that an Impressum needs stands in a few lines below its name.

    So an Impressum is set that is a part of another page: under a line in bold, in an accordion.
    """
    section = _block(mark, low, looking)
    return (
        section is not None
        and any(map(section.has, OF_ITS_OWN))
        and section.reaches(WHOLE, DETAILS)
    )


def may_be_block(mark: Mark, low: bytes, looking: Looking) -> bool:
    """Whether some of it stands there: an address, and how the provider is reached."""
    section = _block(mark, low, looking)
    return section is not None and section.reaches(SOME, DETAILS)


def _block(mark: Mark, low: bytes, looking: Looking) -> Weights | None:
    """What stands below a label until the next heading; None where it is no address."""
    if not mark.text or looking.is_article() or evidence.explains_duty(low):
        return None
    below = low[max(mark.place, 0) + len(mark.text) :][:BLOCK]
    for level in (1, 2):
        for raw in looking.found.headings(level):
            head = evidence.plain(clean(raw))[1]
            if head and (place := below.find(b"\n" + head)) >= 0:
                below = below[:place]
    section = Weights(without_foot(below, looking.found), looking.found, headed=False)
    return section if section.has("address") else None


def consists(mark: Mark, low: bytes, found: Survey, points: int) -> bool:
    """Whether what stands below a mark, but for the foot of the page, makes so many points."""
    below = without_foot(low[max(mark.place, 0) :][:SECTION], found)
    section = Weights(below, found, headed=False)
    return section.has("address") and section.reaches(points, DETAILS)


def is_pointer(mark: Mark, low: bytes, looking: Looking) -> bool:
    """Whether a label late on the page only heads where the Impressum is to be found."""
    if mark.level <= 1 or mark.place * 2 <= len(low):
        return False
    if isinstance(looking.found.tree, PlainTree):
        return False
    before, after = _unlinked(looking, mark.place, len(low))
    if before <= after:
        return False
    below = low[mark.place :]
    return not consists(mark, low, looking.found, 3) and evidence.disclaims(below) < 0


def may_tell(mark: Mark, low: bytes, found: Survey) -> bool:
    """Whether anything below a label may be of what an Impressum consists of."""
    below = without_foot(low[mark.place :][:SECTION], found)
    return any(look(below) for look in LOOKS.values())


def is_remark(mark: Mark, looking: Looking) -> bool:
    """Whether less stands below a heading than beside it, and the page does not go on with data.

    So a banner or a box says in a few words what a page of its own tells.
    """
    if mark.place < 0:
        return False
    end = mark.place + len(mark.text) + PART
    # A banner is called after its subject; what is called a notice needs not say so much.
    if evidence.several(looking.low[end:][:WINDOW], NOTICE if _is_plain(mark) else 1):
        return False
    beside, own = _unlinked(looking, mark.place, end)
    return beside > own


def is_whole(mark: Mark, low: bytes) -> bool:
    """Whether a part of a page that is about more is a notice, no remark beside a form."""
    after = low[mark.place + len(mark.text) :]
    return len(after) >= 2 * PART and evidence.several(after, NOTICE)


def is_section_of_all(mark: Mark, low: bytes, looking: Looking) -> bool:
    """Whether a whole notice stands under its name on a page that is another document, too.

    What a netiquette or terms of use say about data in passing names some of it at most.
    """
    if mark.place < 0 or looking.is_article():
        return False
    after = without_banners(low, looking.found)[mark.place + len(mark.text) :]
    return (
        len(after) >= LITTLE
        and evidence.law(after)
        and evidence.rights(after, MOST_RIGHTS)
        and evidence.several(after, MOST_TOLD)
        and not is_remark(mark, looking)
    )


def is_promised(mark: Mark, low: bytes, looking: Looking) -> bool:
    """Whether a heading names both an Impressum and a notice, and something follows for each."""
    if len({target for target, _ in looking.labels.head(mark.text)}) < len(TARGETS):
        return False
    heads = [head for level in (1, 2, 3) for head in looking.found.two_headings(level)]
    told = evidence.several(low[mark.place + len(mark.text) :], 1)
    return told and mark.text in map(clean, heads)


def is_part(mark: Mark, low: bytes, least: int) -> bool:
    """Whether a heading beside an Impressum opens a privacy part, not only a hint.

    least: characters that it has to have; a title that promises both needs none.
    """
    after = low[mark.place + len(mark.text) :]
    plain = _is_plain(mark)
    # One sentence that nothing is collected is a remark: what tells of two things is a notice.
    denied = evidence.denies(after[:PART]) and evidence.several(after[:PART], 2)
    if not plain and (denied or (len(after) >= LITTLE and evidence.several(after, 2))):
        return True
    if plain:
        based = evidence.rights(after, 2) or evidence.based(after)
        return (evidence.law(after) and based) or evidence.rights(after, MOST_RIGHTS)
    told = evidence.law(after) and evidence.rights(after, 2)
    return told or (len(after) >= least and evidence.several(after, NOTICE))


def _unlinked(looking: Looking, start: int, end: int) -> tuple[int, int]:
    """How long the lines are that are no links: beside a part of the text, and within it."""
    linked = {text for text, _ in looking.found.entries()}
    text = looking.text
    outer, inner = (
        sum([len(line) for raw in some.split("\n") if (line := raw.strip()) not in linked])
        for some in (f"{text[:start]}\n{text[end:]}", text[start:end])
    )
    return outer, inner


def _is_plain(mark: Mark) -> bool:
    """Whether a heading names the subject, and no document: "Datenschutz und Datensicherheit"."""
    low = mark.text.casefold().strip(" :.0123456789#-–/")
    return low in {"datenschutz", "privacy"} or (
        low.startswith("datenschutz ") and not any(word in low for word in DOCUMENTS)
    )


def stands_in_foot(low: bytes, found: Survey) -> bool:
    """Whether the only address stands where every page of a site has it."""
    return not evidence.address(without_foot(low, found))


def without_banners(low: bytes, found: Survey) -> bytes:
    """The text with blanks in the place of banners that ask for consent."""
    source = found.tree.source
    if isinstance(source, str) or not (_tags(source, b"ookie") or _tags(source, b"onsent")):
        return low
    for text in found.banners():
        said = evidence.plain(text)[1]
        low = low.replace(said, b" " * len(said)) if len(said) > LITTLE // 4 else low
    return low


def without_foot(low: bytes, found: Survey) -> bytes:
    """The text without what stands in feet and margins."""
    for text in found.foot():
        low = low.replace(evidence.plain(text)[1], b" ")
    return low


def _tags(source: bytes, word: bytes) -> bool:
    """Whether a word may stand in the tag of a block: else it is only spoken of."""
    place = source.find(word)
    for _ in range(MOST_MENTIONS):
        if place < 0:
            return False
        start = source.rfind(b"<", max(0, place - MOST_TAG), place)
        if start < 0 or (
            source[start + 1 : start + 4].lower() in BLOCKS and _is_open(source[start:place])
        ):
            return True
        place = source.find(word, place + 1)
    return True


def _is_open(tag: bytes) -> bool:
    """Whether a tag is not at its end yet; the sign of that may stand in an attribute: "[&>p]:mt-2"."""
    return b">" not in tag or tag.count(b'"') % 2 == 1 or tag.count(b"'") % 2 == 1
