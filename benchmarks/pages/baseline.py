"""A plain keyword reader, to compare with: what an afternoon's script finds.

Kind by the word in title or heading, each detail by one regular expression over the text, links
by the word in text or address.
"""

from __future__ import annotations

import re
from typing import Any

from selectolax.lexbor import LexborHTMLParser

PLACE = re.compile(r"\b(\d{5})\s+([A-ZÄÖÜ][\wäöüß.-]+(?: [A-ZÄÖÜ][\wäöüß-]+)?)")
STREET = re.compile(r"[A-ZÄÖÜ][\wäöüß.-]*(?:[ -][A-ZÄÖÜ][\wäöüß.-]*)*?(?:straße|strasse|str\.|weg|platz|allee|gasse|ring)\s*\d+\s?[a-z]?\b", re.IGNORECASE)  # fmt: skip
MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"(?:Tel(?:efon)?|Phone|Fon)[.:\s]*([+(]?\d[\d\s()/.–-]{5,})", re.IGNORECASE)
FAX = re.compile(r"(?:Tele)?fax[.:\s]*([+(]?\d[\d\s()/.–-]{5,})", re.IGNORECASE)
FOR = re.compile(r"(?:Vertreten durch|Vertretungsberechtigte?r?|Geschäftsführer(?:in)?)\s*:?\s*\n?\s*([^\n]{4,60})", re.IGNORECASE)  # fmt: skip
EDITOR = re.compile(r"(?:Verantwortlich für den Inhalt|V\.?\s?i\.?\s?S\.?\s?d\.?\s?P\.?)[^\n]*\n\s*([^\n]{4,60})", re.IGNORECASE)  # fmt: skip
VAT = re.compile(r"\bDE\s?\d{3}\s?\d{3}\s?\d{3}\b")
REGISTER = re.compile(r"\b(?:HRB|HRA|VR)\s*\d+(?:\s?[A-Z])?\b")
COURT = re.compile(r"\bAmtsgericht\s+[A-ZÄÖÜ][\wäöüß-]+")
FORM = re.compile(r"\b(?:GmbH|UG|AG|e\.\s?V\.|GbR|KG|AöR)")
LETTER = re.compile(r"Art\.\s*6\s*(?:Abs\.\s*1\s*)?(?:S\.\s*1\s*)?lit\.\s*([a-f])")
NETWORKS = (
    "Facebook",
    "Instagram",
    "Twitter",
    "YouTube",
    "LinkedIn",
    "XING",
    "TikTok",
    "Pinterest",
)
RIGHTS = {
    "access": "Auskunft", "rectification": "Berichtigung", "erasure": "Löschung",
    "restriction": "Einschränkung", "portability": "Datenübertragbarkeit",
    "objection": "Widerspruch", "withdrawal": "Widerruf",
}  # fmt: skip


def read(data: bytes, *, html: bool) -> dict[str, Any]:
    """What the keywords tell of a page, in the shape of `amtlint inspect`."""
    text = data.decode("utf-8", "replace")
    links: list[tuple[str, str]] = []
    heads = text.splitlines()[:3]
    if html:
        tree = LexborHTMLParser(data)
        for node in tree.css("script, style"):
            node.decompose()
        links = [
            (node.text(strip=True), node.attributes.get("href") or "")
            for node in tree.css("a[href]")
        ]
        heads = [node.text() for node in tree.css("title, h1, h2, h3")]
        text = tree.body.text(separator="\n") if tree.body else ""
    text = "\n".join(line.strip() for line in text.splitlines() if line.strip())
    return {
        "page_type": _kind(" ".join(heads)),
        "details": _details(text),
        "privacy": _notice(text),
        "links": {
            part: [{"href": href} for label, href in links if word in (label + href).casefold()]
            for part, word in (("impressum", "impressum"), ("privacy", "datenschutz"))
        },
    }


def _kind(heads: str) -> str:
    low = heads.casefold()
    found = [
        kind
        for kind, words in (
            ("impressum", ("impressum", "imprint")),
            ("privacy", ("datenschutz", "privacy")),
        )
        if any(word in low for word in words)
    ]
    return "+".join(found) or ("contact" if "kontakt" in low else "other")


def _details(text: str) -> dict[str, Any]:
    place, street = PLACE.search(text), STREET.search(text)
    before = text[: street.start()].splitlines() if street else []
    form, editor = FORM.search(text), EDITOR.search(text)
    return {
        "provider_name": before[-1] if before else None,
        "legal_form": form.group() if form else None,
        "street": street.group() if street else None,
        "postal_code": place[1] if place else None,
        "city": place[2] if place else None,
        "po_box_only": "Postfach" in text and street is None,
        "representative": list(dict.fromkeys(FOR.findall(text))),
        "phone": list(dict.fromkeys(PHONE.findall(text))),
        "fax": list(dict.fromkeys(FAX.findall(text))),
        "email": [{"normalised": mail} for mail in dict.fromkeys(MAIL.findall(text))],
        "register": found.group() if (found := COURT.search(text)) else None,
        "register_number": found.group() if (found := REGISTER.search(text)) else None,
        "vat_id": found.group() if (found := VAT.search(text)) else None,
        "editorially_responsible": editor[1] if editor else None,
        "cites_tmg": "TMG" in text,
        "cites_ddg": "DDG" in text,
        "cites_rstv": "RStV" in text,
        "os_platform_link": "ec.europa.eu/consumers/odr" in text,
    }


def _notice(text: str) -> dict[str, Any]:
    return {
        "legal_basis_art6": sorted(set(LETTER.findall(text))),
        "data_subject_rights": [right for right, word in RIGHTS.items() if word in text],
        "mentions_social_media": [name for name in NETWORKS if name in text],
        "complaint_authority": "unspecified" if "Aufsichtsbehörde" in text else None,
        "mentions_art26": "Art. 26" in text,
    }
