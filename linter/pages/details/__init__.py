"""The details of an Impressum: who offers the page, where, how to be reached, under which law."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.pages.details.address import addresses
from linter.pages.details.citations import citations
from linter.pages.details.email import emails, only_in_image
from linter.pages.details.form import legal_form_of
from linter.pages.details.found import Details, Email, Found
from linter.pages.details.phone import numbers
from linter.pages.details.pieces import pieces_of
from linter.pages.details.provider import provider_of
from linter.pages.details.register import register_of
from linter.pages.details.representative import representatives
from linter.pages.details.responsible import responsible
from linter.pages.details.supervisory import authority_of
from linter.pages.details.vat import vat_of

if TYPE_CHECKING:
    from linter.pages.page import Written

__all__ = ["Details", "Email", "Found", "details_of"]


def details_of(page: Written) -> Details:
    """Read the details of a page, whatever its kind: what is not there is None or empty."""
    pieces = pieces_of(page)
    provider = provider_of(pieces, addresses(pieces), page)
    address = provider.address
    names, office = representatives(pieces, provider)
    phones, faxes = numbers(pieces, provider)
    mails = emails(pieces, page)
    court, number = register_of(pieces)
    vat, vat_plausible, business = vat_of(pieces)
    editor, basis = responsible(pieces, provider)
    return Details(
        provider_name=provider.name,
        legal_form=legal_form_of(provider, pieces),
        street=address.street if address else None,
        postal_code=address.code if address else None,
        city=address.city if address else None,
        po_box=address.box if address else None,
        po_box_only=bool(address and address.box and not address.street),
        representative=names,
        representative_role=office,
        phone=phones,
        fax=faxes,
        email=mails,
        email_only_in_image=not mails and only_in_image(pieces),
        supervisory_authority=authority_of(pieces),
        register=court,
        register_number=number,
        vat_id=vat,
        vat_id_plausible=vat_plausible,
        business_id=business,
        editorially_responsible=editor,
        editorial_basis=basis,
        citations=citations(page),
        addresses=provider.others,
    )
