"""What an Impressum says: each detail in the page's own words, with its place and how sure we are."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Found:
    """One value as it stands on the page; line and column are 1-based, 0 where it has no place."""

    value: str
    line: int = 0
    column: int = 0
    confidence: float = 0.9


@dataclass(frozen=True, slots=True)
class Email(Found):
    """An e-mail address: `value` as written, the usable address, and how it was hidden."""

    normalised: str = ""
    form: str = "plain"

    def contract(self) -> dict[str, str]:
        """Return the shape of the contract."""
        return {"as_written": self.value, "normalised": self.normalised, "form": self.form}


TEXTS = (
    "provider_name", "legal_form", "street", "postal_code", "city", "po_box",
    "supervisory_authority", "register", "register_number", "vat_id", "business_id",
    "editorially_responsible", "editorial_basis", "representative_role",
)  # fmt: skip
LISTS = ("representative", "phone", "fax", "email")
CITATIONS = (
    "cites_tmg", "cites_tmg_as_basis", "cites_ddg", "cites_rstv", "cites_mstv",
    "cites_tdg_or_mdstv", "os_platform_link",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Details:
    """The details of a page; what is not on it is None or empty."""

    provider_name: Found | None = None
    legal_form: Found | None = None
    street: Found | None = None
    postal_code: Found | None = None
    city: Found | None = None
    po_box: Found | None = None
    po_box_only: bool = False
    representative: tuple[Found, ...] = ()
    representative_role: Found | None = None
    """The office that represents ("der Oberbürgermeister"), with or without a name."""
    phone: tuple[Found, ...] = ()
    fax: tuple[Found, ...] = ()
    email: tuple[Email, ...] = ()
    email_only_in_image: bool = False
    supervisory_authority: Found | None = None
    register: Found | None = None
    register_number: Found | None = None
    vat_id: Found | None = None
    vat_id_plausible: bool | None = None
    business_id: Found | None = None
    editorially_responsible: Found | None = None
    editorial_basis: Found | None = None
    citations: dict[str, Found] = field(default_factory=dict)
    addresses: int = 0
    """How many different addresses could be the provider's."""
    likely_provider: Found | None = None
    """A guess at the provider's name, where it was asked for: shown instead of that, but no rule asks."""

    def shown(self, name: str) -> Any:
        """Return a detail as `inspect` shows it: with the guess where there is one."""
        guess = self.likely_provider if name == "provider_name" else None
        return guess or getattr(self, name)

    def contract(self) -> dict[str, object]:
        """Return the details as `inspect --format json` shows them."""
        shown: dict[str, object] = {}
        for name in TEXTS:
            found: Found | None = self.shown(name)
            shown[name] = found.value if found else None
        shown["po_box_only"] = self.po_box_only
        for name in LISTS[:3]:
            shown[name] = [found.value for found in getattr(self, name)]
        shown["email"] = [mail.contract() for mail in self.email]
        shown["email_only_in_image"] = self.email_only_in_image
        shown["vat_id_plausible"] = self.vat_id_plausible
        for name in CITATIONS:
            shown[name] = name in self.citations
        return shown

    def places(self) -> dict[str, list[dict[str, float | int]]]:
        """Return where each detail stands and how sure it is, for details that were found."""
        shown: dict[str, list[dict[str, float | int]]] = {}
        for name in (*TEXTS, *LISTS):
            value = self.shown(name)
            if value:
                shown[name] = [
                    _place(one) for one in (value if isinstance(value, tuple) else (value,))
                ]
        for name in CITATIONS:
            if name in self.citations:
                shown[name] = [_place(self.citations[name])]
        return shown


def _place(found: Found) -> dict[str, float | int]:
    return {"line": found.line, "column": found.column, "confidence": found.confidence}
