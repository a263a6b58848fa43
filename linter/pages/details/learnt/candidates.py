"""What on a page may be the provider's name, with all that can be seen of it.

Every trait is a plain statement that holds or does not ("right below the provider's label"); how much
each counts was learnt (see `likely`). A text that stands on the page more than once is one candidate
with the traits of all its places.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from linter.pages.details import topics
from linter.pages.details.learnt.places import MOST_PIECES, Around, acts_for
from linter.pages.details.learnt.shape import hosts_of, in_domains, letters_of, shape
from linter.pages.details.names import LEGAL_FORM, body, person

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.pages.details.piece import Piece, Pieces
    from linter.pages.details.place import Address

SHORTEST, LONGEST = 3, 140
"""Code points of a line that can hold a name."""
MOST_SAID = 400
"""Code points of a sentence in which it can be said whose the site is."""
TELLING = 4
"""Letters of a name that stand in a title by no accident."""
SHORT = 5
"""Words of a line that may be a firm called after its owner."""
_MENU = re.compile(
    r"(?:menü?|suche\w*|start(?:seite)?|home|zurück|back|skip|zum inhalt.*|nach oben|drucken|teilen|login|facebook|instagram|youtube|twitter|linkedin|x|mastodon|rss|stand:?.*|deutschland|germany|english|deutsch|en|de|blog|aktuelles|news|über uns|about( us| me)?|kontakt|contact|impressum|imprint|datenschutz\w*|privacy( policy)?|agb|haftung\w*|disclaimer|links|\W+)$",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"(?:[Ii]mpressum|IMPRESSUM|[Ii]mprint)\s(?:de[rs]|von|vom|of|für)\s(?:the\s)?(?=\S)|(?:Die|Der|Das)\s(?=[A-ZÄÖÜ])|(?:Herrn?|Frau)\s(?=\S+\s\S)"
)
_MAIL = re.compile(r"(?<=\w)[\s,]{1,3}\(?[\w.+-]{1,64}@[\w.-]{3,80}\)?$")
_SAID = re.compile(
    r"\b(?:(?:betrieben|herausgegeben|bereitgestellt|angeboten|verantwortet|operated|published|provided)\s(?:von|vom|durch|by)"
    r"|(?:Angebot|Projekt|Seite|Website|Service|Auftritt|Initiative|Dienst|project|website|site|service)\s(?:de[rs]|von|vom|of)"
    r"|(?:[Bb]etreiber|[Aa]nbieter|[Hh]erausgeber|[Dd]iensteanbieter|[Vv]erantwortlich(?![^.:]{0,40}(?:[Dd]esign|[Gg]estalt|[Tt]echn|[Hh]ost|[Uu]msetz|[Pp]rogramm)))\w*\b[^.:]{0,60}?\s(?:ist|sind|is))\s"
    r"(?:(?:der|die|das|dem|den|the)\s)?(?P<name>[A-ZÄÖÜ0-9][^;:]{2,110})"
)
"""What a sentence says before the name of whose the site is."""
_SAYS = (" ist ", " sind ", " is ", " von ", " vom ", " durch ", " by ", " des ", " der ", " of ")
"""Letters of which such a sentence has some."""
_ENDS = re.compile(
    r",?\s(?:vertreten|vertr\.|represented|ist|wird|sowie|c/o|mit\sSitz|betrieben|gesetzlich|diese)\b|\s\((?:im\sFolgenden|nachfolgend)"
    r"|(?<!\b[A-Za-z])(?<!\b[DS][rt])(?<!\b(?:Ing|Mag|med|rer|nat|jur))(?<!\b(?:Prof|dent|Dipl|phil))\.\s|,\s|\s[|·•]\s|\s–\s|\s-\s|\.$"
)
"""Where a name ends within a line."""
_MARKS = ("(c)", "(C)", "Copyright", "copyright")
_PARTS = re.compile(r"\s*[|·–:»]\s+|\s-\s")


@dataclass(slots=True, eq=False)
class Candidate:
    """A text that may be the name.

    piece: where it first stands, None where that is the title alone; offset: of its first letter
    within the piece; stands: on how many places.
    """

    text: str
    piece: Piece | None
    offset: int
    stands: int = 0
    traits: set[str] = field(default_factory=set)


def candidates(pieces: Pieces, found: list[Address], title: str) -> list[Candidate]:
    """Every candidate of a page with its traits."""
    met: dict[str, Candidate] = {}
    around = Around(pieces, found)
    says = pieces.texts.having(*_SAYS)
    for at, piece in enumerate(pieces[:MOST_PIECES]):
        around.step(at)
        if piece.topic == topics.PRIVACY:
            continue
        traits: list[str] = []
        for text, offset, cut in _spans(piece, says=at in says):
            traits = traits or list(around.traits(at))
            one = met.setdefault(key(text), Candidate(text, piece, offset))
            one.stands += 1
            one.traits.update(traits)
            if cut:
                one.traits.add("part of its line")
                if acts_for(piece.text, offset):
                    one.traits.add("words of representation before it in its line")
    for part in _PARTS.split(title):
        text, _ = _bare(part)
        if _possible(text):
            met.setdefault(key(text), Candidate(text, None, 0))
    every = list(met.values())
    _witnessed(every, letters_of(title), hosts_of(pieces))
    return every


def key(text: str) -> str:
    """What two candidates have in common that are the same."""
    return text.strip(" .,;:").casefold()


def _bare(text: str) -> tuple[str, int]:
    """A text without what leads to the name and follows it, and how much was left out before it."""
    text = _MAIL.sub("", text.rstrip(" ,;*•|–—-")).rstrip(" ,;*•|–—-")
    bare = text.lstrip(" ,;:*•|–—-")
    lead = _LEAD.match(bare)
    bare = bare[lead.end() :] if lead else bare
    return bare, len(text) - len(bare)


def _possible(text: str) -> bool:
    """Whether a text may be a name at all."""
    if not SHORTEST <= len(text) <= LONGEST or "@" in text or "{{" in text or _MENU.match(text):
        return False
    if "www." in text or "://" in text:
        return False
    return any(one.isalpha() and other.isalpha() for one, other in pairwise(text))


def _spans(piece: Piece, *, says: bool) -> Iterator[tuple[str, int, bool]]:
    """What in a piece may be a name: the text, where it begins, whether it is but a part."""
    for text, offset, cut in _parts(piece, says=says):
        bare, skipped = _bare(text)
        if _possible(bare):
            yield bare, offset + skipped, cut


def _parts(piece: Piece, *, says: bool) -> Iterator[tuple[str, int, bool]]:
    text = piece.text
    if text[0] == "©" or text.startswith(_MARKS):
        return  # beside it may stand whoever made the site or its pictures
    at = piece.at if piece.kind and piece.value else 0
    line = piece.value if piece.kind and piece.value else text
    if len(line) <= LONGEST:
        yield line, at, False
        end = _end(line)
        if SHORTEST <= end < len(line.rstrip(" .")):
            yield line[:end], at, True
    if says and (said := _SAID.search(text, 0, MOST_SAID)):
        yield said["name"][: _end(said["name"])], said.start("name"), True


def _end(line: str) -> int:
    """Where the name with which a line begins ends, its legal form included."""
    cut = _ENDS.search(line)
    if cut is None:
        return len(line)
    end = cut.start()
    form = LEGAL_FORM.search(line)
    return form.end() if form and form.start() <= end + 1 and form.end() > end else end


def _witnessed(every: list[Candidate], title: str, hosts: list[str]) -> None:
    """Give each what its words are like, and where else the page says them."""
    letters = [letters_of(one.text) for one in every]
    short = [
        plain
        for one, plain in zip(every, letters, strict=True)
        if len(one.text.split()) <= SHORT and not person(one.text)
    ]
    for one, plain in zip(every, letters, strict=True):
        one.traits.update(shape(one.text))
        if one.stands > 1:
            one.traits.add("more than once on the page")
        if len(plain) >= TELLING and plain in title:
            one.traits.add("in the title")
        if hosts:
            one.traits.add(in_domains(plain, one.text.split(), hosts))
        who = "" if body(one.text) else person(one.text)
        surname = letters_of(who.split()[-1]) if who else ""
        if surname and any([surname in other for other in short]):  # noqa: C419 - faster than a generator
            one.traits.add("its surname in another line")
