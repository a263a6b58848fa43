"""What stands in front of a page: a login, a consent, a check for robots, maintenance, an error.

None of them says anything about the page behind it. A wall says little beside itself and leads
nowhere: a page that has a login box, a banner or news of maintenance work beside its own text is
none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from linter.pages.kinds import evidence, gaps, refusals
from linter.pages.kinds.wording import Wording, folded
from linter.pages.links import host_of
from linter.pages.markup.clean import clean
from linter.pages.survey import region_around

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from linter.pages.markup.dom import Tree
    from linter.pages.page import Kind
    from linter.pages.survey import Survey

LITTLE = 600
"""A wall has no more characters."""
BESIDE = 300
"""Characters beside form and links that a page may have which is nothing but a login."""
BESIDE_NAMED = 800
"""The same where title or heading say that it is one."""
EMPTY = 200
FEW_LINKS = 4
"""Links to other pages of a site that a wall may have: a home page has more."""
MOST_ASKED = 1250
"""A question for consent has no more characters, be it ever so long."""
BESIDE_CONSENT = 60
"""Characters beside the question that a wall may have."""
FEW_USES = 2
"""Different words about what the data is used for that a question for consent has."""
FIRST = 80
MOST_HEAD = 200
MOST_DEPTH = 60
MOST_BUTTONS = 20
BOXES = frozenset(("header", "nav", "aside", "footer"))
"""Where a login is a box of the page, not the page."""

_LOGIN = re.compile(
    r"\b(?:log\s?-?in|sign\s?-?in|anmelden|anmeldung|einloggen|melde\s+dich\s+an|passwort|password|kennwort|zugangsdaten)\b",
    re.IGNORECASE,
)
PASSWORD = re.compile(rb"""<input\b[^<>]{0,1000}?\btype\s*=\s*["']?password\b""", re.IGNORECASE)
WORDS = (b"assword", b"ASSWORD")
_ROBOTS = Wording(
    re.compile(
        r"\bjust a moment\b|\beinen moment bitte\b|\bchecking (?:if the site|your browser)|\bverify(?:ing)?,? (?:that )?you are (?:a )?human|\bare you (?:a )?(?:human|robot)|\bnot a (?:ro)?bot\b"
        r"|\bsind sie (?:wirklich )?(?:ein )?(?:mensch|roboter)|\bkein (?:ro)?bot(?:er)?\b|\bein mensch sind|\battention required\b|\baccess denied\b|\bzugriff (?:verweigert|gesperrt|blockiert)|\brequest (?:unsuccessful|rejected|blocked)\b"
        r"|\b(?:enable|aktivieren sie) javascript (?:and|und) cookies|\bsecurity (?:check|verification)\b|\bsicherheits(?:überprüfung|abfrage|check)\b|\bddos[- ]protection|\bunusual traffic\b|\bungewöhnliche[rn]? (?:datenverkehr|zugriff)"
        r"|\b(?:solve|complete|enter) (?:the |this |a )?captcha|\bcaptcha (?:lösen|eingeben|ausfüllen)|\blösen sie (?:bitte )?(?:das|dieses|ein) captcha|\bbrowser wird (?:geprüft|überprüft)",
        re.IGNORECASE,
    ),
    (
        "moment", "checking", "human", "robot", " bot", "mensch", "attention", "denied", "zugriff", "request", "javascript",
        "security", "sicherheits", "ddos", "traffic", "datenverkehr", "captcha", "browser w",
    ),
)  # fmt: skip
_GUARDED = re.compile(
    rb"_Incapsula_Resource|_cf_chl_opt|/cdn-cgi/challenge-platform/(?!(?:h/\w+/)?scripts/)|captcha-delivery\.com|sec-if-cpt|sucuri_cloudproxy|awswaf|/\.within\.website/"
)
_GUARDS = (
    b"_Incapsula_Resource", b"_cf_chl_opt", b"/cdn-cgi/challenge-platform/", b"captcha-delivery.com", b"sec-if-cpt",
    b"sucuri_cloudproxy", b"awswaf", b"/.within.website/",
)  # fmt: skip
"""Scripts of services that check for robots; Cloudflare puts others of its own into any page."""
_DOWN = Wording(
    re.compile(
        r"\bwartungs(?:arbeiten|modus|seite|pause|fenster)?\b|\bwird (?:gerade|derzeit|momentan|zurzeit|zur zeit|aktuell|im moment) (?:gewartet|überarbeitet|aktualisiert)|\b(?:under |down for |scheduled |site |in )?maintenance\b|\bbe right back\b"
        r"|\b(?:vorübergehend|derzeit|momentan|zurzeit|zur zeit|gerade|aktuell|im moment|kurzzeitig) (?:leider )?nicht (?:erreichbar|verfügbar)|\b(?:temporarily|currently) (?:unavailable|offline|down|not available)|\bin kürze wieder\b|\bserver (?:ist )?überlastet",
        re.IGNORECASE,
    ),
    (
        "wartung", "gewartet", "überarbeitet", "aktualisiert", "maintenance", "right back", "erreichbar", "verfügbar",
        "temporarily", "currently", "kürze w", "überlastet",
    ),
)  # fmt: skip
_FAULT = Wording(
    re.compile(
        r"\binterner (?:server-?)?\s?fehler|\binternal (?:server )?error|\bserver-?\s?(?:error|fehler)|\bfatal error\b|\buncaught (?:\w*error|\w*exception)|\bunhandled exception|\bservice unavailable|\bbad gateway|\bgateway time-?\s?out"
        r"|\b(?:http|error|fehler|status)\W{0,3}(?:code\s)?50[0-4]\b|^\W*50[0-4]\b|\berror establishing a database|\bdatenbank-?fehler|\bdatabase (?:connection )?error|\banwendungsfehler|\bapplication error|\bfehler aufgetreten\b|\b(?:an |unexpected )?error (?:has )?occurred\b"
        r"|\btraceback \(most recent|\bstack ?trace\b|\btechnische[rns]? (?:fehler|störung|schwierigkeiten|problem)",
        re.IGNORECASE,
    ),
    (
        "fehler", "error", "exception", "unavailable", "gateway", "500", "501", "502", "503", "504", "traceback", "stack",
        "technische",
    ),
)  # fmt: skip
_AGREE = re.compile(
    r"\b(?:zustimmen|stimme (?:\w+ )?zu|akzeptier\w*|annehmen|einverstanden|verstanden|einwilligen|(?:alle[ns]?|cookies) (?:zulassen|erlauben)|accept|agree|allow (?:all|cookies)|consent|got it)\b|^\W*ok(?:ay)?\W*$|^\W*ja\b[^.?]{0,20}$",
    re.IGNORECASE,
)
_CONSENT_HEAD = re.compile(
    r"cookie|privatsphäre|datenschutz|einwilligung|zustimmung|consent|privacy|before you continue|bevor sie (?:fortfahren|weiter|zu)",
    re.IGNORECASE,
)
_USES = re.compile(
    r"\bpartner\w*|\bcookies?\b|\b(?:daten|data)\b|\btracking|\bwerbung|\beinwillig|\bzustimm|\bconsent",
    re.IGNORECASE,
)
_SUBJECT = Wording(
    re.compile(
        r"\bcookies?\b|cookie-|\beinwilligung|\bzustimmung|\bstimmen sie\b|\bprivatsphäre|datenschutz-?\s?(?:präferenz|einstellung)|\bconsent\b|\btracking|\bprivacy (?:settings|preferences)",
        re.IGNORECASE,
    ),
    (
        "cookie", "einwilligung", "zustimmung", "stimmen sie", "privatsph", "präferenz", "einstellung", "consent", "tracking",
        "settings", "preferences",
    ),
)  # fmt: skip
_ABOUT = re.compile(
    _SUBJECT.pattern.pattern
    + r"|einwillig|zustimm|stimm\w{0,9} (?:\w+ ){0,6}zu\b|akzept|einverstanden|ablehn|verstanden|erlaub|zulassen|essen[tz]iell|notwendig|erforderlich|technisch|statistik|marketing|externe (?:medien|inhalte)"
    r"|speicher|einstellung|auswahl|präferenz|datenschutz|personalisier|werbung|partner|dienste|daten\b|accept|agree|reject|decline|allow|necessary|essential|preferences|settings|save|data\b"
    r"|^\W*(?:ok(?:ay)?|ja|nein|weiter|details|mehr(?: \w+)?|impressum|imprint|schließen|anpassen|close|more)\W*$",
    re.IGNORECASE,
)
"""What lines of such a question say."""
_WALLED = re.compile(
    r"\bunsere \d+ (?:\w+ )?partner|\bour \d+ (?:\w+ )?partners|\b(?:zustimmen|akzeptieren|einwilligen) und (?:weiter|fortfahren)|\b(?:accept|agree) (?:and|&) continue",
    re.IGNORECASE,
)
"""How only a page asks that shows nothing else until one agrees."""


def asks_login(found: Survey, tree: Tree) -> bool:
    """Whether a page is a form for a password and little else."""
    if not any([word in tree.source for word in WORDS]):  # noqa: C419 - faster than a generator
        return False
    field = tree.parser.css_first('input[type="password" i]')
    if field is None:
        return False
    form = _form(field)
    said = form.text() if form is not None else ""
    asks = f"{found.title}\n{found.text}\n{(form or field).html}"
    if not _LOGIN.search(asks):
        return False
    linked = sum(len(link.raw.strip()) for link in found.links)
    beside = len(found.text) - linked - len(" ".join(said.split()))
    if any(_LOGIN.search(head) for head in (found.title, *found.headings(1)[:1])):
        return beside < BESIDE_NAMED
    return beside < BESIDE and region_around(field) not in BOXES


def _form(field: LexborNode) -> LexborNode | None:
    parent = field.parent
    for _ in range(MOST_DEPTH):
        if parent is None or parent.tag == "form":
            return parent
        parent = parent.parent
    return None


def turns_away(found: Survey, tree: Tree, *, missing: bool) -> bool:
    """Whether the server shows a check for robots, maintenance or an error instead of the page.

    missing: the page says that there is no such page, which counts unless it says "for now".
    """
    text = found.text.strip()
    if len(text) > LITTLE:
        return False
    if len(text) < EMPTY and is_guarded(tree.source):
        return True
    heads = [found.title, *found.headings(1)[:2], *found.headings(2)[:2], text]
    told = "\n".join(head.strip()[:MOST_HEAD] for head in heads if head)
    whole = f"{told}\n{text}"
    low = folded(whole)
    fault = _ROBOTS.is_in(told, low) or _FAULT.is_in(whole, low)
    return (_DOWN.is_in(told, low) or (fault and not missing)) and leads_nowhere(found)


def fails(text: str) -> bool:
    """Whether a text reports an error, maintenance or a check for robots."""
    low = folded(text)
    return (
        gaps.tells_fault(text)
        or refusals.retries(text, low)
        or any(look.is_in(text, low) for look in (_ROBOTS, _DOWN, _FAULT))
    )


def is_guarded(source: bytes) -> bool:
    """Whether a page runs a service's check for robots."""
    said = any([word in source for word in _GUARDS])  # noqa: C419 - faster than a generator
    return said and _GUARDED.search(source) is not None


def asks_consent(found: Survey, tree: Tree) -> bool:
    """Whether a page has nothing but the question whether its reader agrees to being tracked."""
    return says_only(found, tree, "other") or _is_named(found, tree)


def says_only(found: Survey, tree: Tree, kind: Kind) -> bool:
    """Whether a page has such a question and hardly anything beside it.

    kind: what the page is called; a notice may speak of cookies itself.
    """
    text = found.text.strip()
    if len(text) > MOST_ASKED or not _SUBJECT.may_be_in(folded(text)):
        return False
    if not _SUBJECT.pattern.search(text) or not leads_nowhere(found):
        return False
    tree.forget()
    box = _box(tree)
    if box is None:
        return False
    whole = box.tag in {"body", "html"}
    told = "" if whole else "".join(box.text().split())
    beside = [
        line.text
        for line in tree.lines()
        if not line.hidden and line.region not in BOXES and "".join(line.text.split()) not in told
    ]
    heads = {clean(head) for level in (1, 2, 3) for head in found.headings(level)}
    if not whole:
        # The name of the site may stand above the question; whatever else there is is a page.
        is_notice = kind in {"impressum", "privacy", "impressum+privacy"}
        return all(line in heads or (not is_notice and _ABOUT.search(line)) for line in beside)
    if "privacy" in kind and any(
        target == "privacy" for h in heads for target, _ in found.labels.head(h)
    ):
        return False
    strange = "\n".join(line for line in beside if not _ABOUT.search(line))
    return len(strange) <= BESIDE_CONSENT and not evidence.address(evidence.plain(strange)[1])


def _box(tree: Tree) -> LexborNode | None:
    """The smallest element that has both the question for consent and a button to give it."""
    nodes = [node for tag in ("button", "input", "a") for node in tree.named(tag)[:MOST_BUTTONS]]
    for node in nodes:
        said = node.text() or node.attributes.get("value") or ""
        if not _AGREE.search(said):
            continue
        box = node.parent
        for _ in range(MOST_DEPTH):
            if box is None:
                break
            if _SUBJECT.pattern.search(box.text(separator=" ")):
                return box
            box = box.parent
    return None


def _is_named(found: Survey, tree: Tree) -> bool:
    """Whether title or headings say that the page is a question for consent."""
    text = found.text.strip()
    first = next((head for head in found.headings(1) if head.strip()), text[:FIRST])
    heads = [found.title, first, *found.headings(2)[:1]]
    named = _CONSENT_HEAD.search(first) or _USES.search(first)
    walled = len(text) <= LITTLE and _WALLED.search(text)
    if not walled and not (named and any(map(_CONSENT_HEAD.search, heads))):
        return False
    if len({word.casefold() for word in _USES.findall(text)}) < FEW_USES:
        return False
    return leads_nowhere(found) and any(map(_AGREE.search, _buttons(found, tree)))


def _buttons(found: Survey, tree: Tree) -> list[str]:
    """What the buttons of a page say, and links that are none but in name."""
    said = [node.text() for node in tree.named("button")[:MOST_BUTTONS]]
    said += [node.attributes.get("value") or "" for node in tree.named("input")[:MOST_BUTTONS]]
    return said + [link.raw for link in found.links[:MOST_BUTTONS]]


def leads_nowhere(found: Survey) -> bool:
    """Whether a page has hardly a link to other pages of its site."""
    own = host_of(found.around.url)
    inner = {
        link.href
        for link in found.links
        if not link.href.startswith(("#", "mailto:", "tel:", "javascript:"))
        and not link.classes
        and host_of(link.resolved) == own
    }
    return len(inner) < FEW_LINKS
