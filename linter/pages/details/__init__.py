"""The details of an Impressum: who offers the page, where, how to be reached, under which law."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.pages.details.address import addresses
from linter.pages.details.ceded import cede
from linter.pages.details.citations import citations
from linter.pages.details.email import emails, only_in_image
from linter.pages.details.form import legal_form_of
from linter.pages.details.found import Details, Email, Found
from linter.pages.details.lent import lend
from linter.pages.details.phone import numbers
from linter.pages.details.pieces import pieces_of
from linter.pages.details.provider import provider_of
from linter.pages.details.regained import regain, regain_ways
from linter.pages.details.register import is_anothers, register_of
from linter.pages.details.representative import representatives
from linter.pages.details.responsible import responsible
from linter.pages.details.supervisory import authority_of
from linter.pages.details.vat import vat_of

if TYPE_CHECKING:
    from linter.pages.details.piece import Pieces
    from linter.pages.details.place import Address
    from linter.pages.details.provider import Provider
    from linter.pages.page import Written

__all__ = ["Details", "Email", "Found", "details_of"]


def details_of(page: Written, *, guess: bool = False) -> Details:
    """Read the details of a page, whatever its kind: what is not there is None or empty.

    guess: say also which name of the provider is likely, where none was read or one that may be
    somebody else's.
    """
    pieces = pieces_of(page)
    if page.page_type == "impressum+privacy":
        lend(pieces)
    places = addresses(pieces)
    provider = provider_of(pieces, places, page)
    address = provider.address
    names, office = representatives(pieces, provider)
    cede(pieces, provider)
    regain(pieces, provider)
    regain_ways(pieces, provider)
    phones, faxes = numbers(pieces, provider)
    mails = emails(pieces, page)
    form = legal_form_of(provider, pieces)
    court, number = register_of(pieces, form.value if form else "")
    if number and not form and is_anothers(number, pieces, provider):
        court = number = None
    vat, vat_plausible, business = vat_of(pieces)
    editor, basis = responsible(pieces, provider)
    return Details(
        provider_name=provider.name,
        legal_form=form,
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
        likely_provider=_likely(pieces, places, page, provider) if guess else None,
    )


def _likely(
    pieces: Pieces, places: list[Address], page: Written, provider: Provider
) -> Found | None:
    from linter.pages.details.learnt.likely import likely_name  # noqa: PLC0415 - no rule asks

    return likely_name(pieces, places, page, provider)
