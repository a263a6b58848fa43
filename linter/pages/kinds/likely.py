"""likely: whether a page has what another kind consists of, whatever it is called.

Asked only of a page that is to be of that kind, by its address in the registry or by the link to
it: a name alone does not make it another.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.kinds import evidence, parts
from linter.pages.kinds.weights import DETAILS, Weights

if TYPE_CHECKING:
    from linter.pages.page import Page

ENOUGH = 5
"""Points of an address and two ways to get in touch, or of an address and who represents."""
OF_ITS_OWN = ("legal basis", "representative")
"""What stands together beside an address in an Impressum, and hardly in a notice."""
RIGHTS, SUBJECTS = 3, 2
OFFICER = (b"datenschutzbeauftragt", b"data protection officer", b"beauftragte f\xfcr den datenschutz", b"beauftragter f\xfcr den datenschutz")  # fmt: skip
"""Who is named in a notice beside the article that allows the processing."""
FEW = 2
"""Words of data protection that are enough under a heading that speaks of data."""
SPOKEN = 3
"""How often plain language speaks of data that has none of these words."""
_ABOUT_DATA = re.compile(
    r"\b(?:daten(?:schutz|verarbeitung|nutzung|umgang|erhebung|sicherheit)?|privatsphäre|privacy|(?:ds|eu-?ds)-?gvo|gdpr|dsg|kdg|data|cookies?)\b"
    r"|\bdatenschutz|personenbezogen|\bart(?:ikel|\.) ?1[34]\b|informationspflicht|betroffenenrecht|transparenz(?:-?info|hinweis|pflicht)",
    re.IGNORECASE,
)
"""How those call a notice who do not call it so."""
_IN_PLAIN_WORDS = re.compile(
    r"\bdaten[-·]schutz|\b(?:ihren?|deinen?|meinen?|persönlichen?) daten\b", re.IGNORECASE
)
"""How plain language calls it."""


def may_be(page: Page, kind: str) -> bool:
    """Whether a page of another kind has what one of this kind consists of.

    A home page has that in its foot, and one that shows nothing has nothing.
    """
    if page.state != "ok" or page.page_type == "home" or kind in page.page_type.split("+"):
        return False
    return _identifies(page) if kind == "impressum" else kind == "privacy" and _informs(page)


def _identifies(page: Page) -> bool:
    """Whether somebody says on the page itself who he is and how he is reached."""
    low = page.verdict.low
    if not page.verdict.weights.has("address") or evidence.explains_duty(low):
        return False
    own = Weights(parts.without_foot(low, page.survey), page.survey, headed=False)
    if not own.has("address") or not own.reaches(ENOUGH, DETAILS):
        return False
    # A notice names who is responsible for the data: address and telephone alone are no more.
    return page.page_type != "privacy" or all(map(own.has, OF_ITS_OWN))


def _informs(page: Page) -> bool:
    """Whether the page itself tells what is done with data, and what those concerned may ask for."""
    low = parts.without_foot(page.verdict.low, page.survey)
    low = parts.without_banners(low, page.survey)
    rights, laws, subjects = evidence.notice(low)
    if rights >= RIGHTS and (laws or subjects >= SUBJECTS):
        return True
    if evidence.processed(low) and any(word in low for word in OFFICER):
        return True
    heads = page.survey.two_headings(1) or page.survey.two_headings(2)[:1]
    called = "\n".join((page.title, *heads))
    if rights + laws + subjects >= FEW:
        return _ABOUT_DATA.search(called) is not None
    return low.count(b"daten") >= SPOKEN and _IN_PLAIN_WORDS.search(called) is not None
