"""What an English notice says of purposes, recipients, third countries and retention."""

import pytest

from linter.pages import read_page
from linter.pages.privacy import privacy_of

SAID = [
    ("retention", "Storage period: Data are erased after 30 days."),
    ("retention", "Data will be deleted after 30 days."),
    ("retention", "We store your data for six months."),
    ("retention", "Storage duration: 7 days"),
    ("retention", "How long we keep your data"),
    ("retention", "The data are erased as soon as they are no longer needed."),
    ("retention", "Log files are removed after seven days."),
    ("retention", "Your data is held for as long as necessary."),
    ("retention", "Data are automatically deleted."),
    ("retention", "We will retain your data until you withdraw your consent."),
    ("retention", "We keep your personal data only as long as required."),
    ("retention", "Duration of storage"),
    ("retention", "Deletion periods"),
    ("retention", "Data are destroyed after ten years."),
    ("retention", "saved for a maximum of 14 days"),
    ("retention", "Storage limitation: logs are overwritten after a week."),
    ("retention", "The data is stored for 30 days."),
    ("retention", "After 30 days the data will be erased."),
    ("retention", "Once the purpose ceases to apply, the data is deleted."),
    ("retention", "erasure after 3 months"),
    ("retention", "anonymised after 24 hours"),
    ("retention", "Time limits for erasure"),
    ("recipients", "Recipients of the data"),
    ("recipients", "Data are disclosed to service providers."),
    ("recipients", "We do not pass on your data."),
    ("recipients", "We share your data with our processors."),
    ("recipients", "Your data will not be transferred to third parties."),
    ("recipients", "Who receives your data?"),
    ("recipients", "Service provider: Beispiel GmbH"),
    ("recipients", "forwarded to the competent department"),
    ("recipients", "passed on to nobody"),
    ("recipients", "Data will not be disclosed."),
    ("recipients", "Data are transmitted to the host."),
    ("recipients", "our hosting provider"),
    ("recipients", "We make use of contractors acting on our behalf."),
    ("recipients", "Categories of recipient"),
    ("recipients", "Data sharing"),
    ("purposes", "Purposes of processing"),
    ("purposes", "The purpose of the processing is"),
    ("purposes", "Why we process your data"),
    ("purposes", "We use your data to answer your enquiry."),
    ("purposes", "We process your data for public relations."),
    ("purposes", "What we use your data for"),
    ("purposes", "Purpose: public relations"),
    ("purposes", "Your data are processed in order to answer"),
    ("purposes", "The data serve to deliver the website."),
    ("purposes", "Data is used for statistical analysis"),
    ("purposes", "Data is needed to"),
    ("third_country", "Transfer to third countries does not take place."),
    ("third_country", "Data are transferred to the USA."),
    ("third_country", "Data are processed in the United States."),
    ("third_country", "transfers outside the EU"),
    ("third_country", "No transfer to countries outside the European Union"),
    ("third_country", "outside of the EEA"),
    ("third_country", "international transfers"),
    ("third_country", "third-country transfer"),
    ("third_country", "Data is sent to servers in the US."),
    (
        "third_country",
        "Data is not transferred to any third country or international organisation.",
    ),
    ("third_country", "Meta Platforms Inc. in the USA may access the data"),
    ("third_country", "standard data protection clauses"),
    ("third_country", "EU-US Data Privacy Framework"),
    ("third_country", "servers located in the United States"),
    ("third_country", "Third State"),
]
NOT_SAID = [
    ("retention", "You have the right to erasure of your data."),
    ("retention", "You have the right to have your data erased if they were processed unlawfully."),
    ("retention", "We store cookies in your browser."),
    ("retention", "You can remove cookies at any time in your browser."),
    ("retention", "Data are saved on our server."),
    ("retention", "To keep you informed we run this page."),
    ("retention", "You can hold us to that."),
    ("retention", "Save the date"),
    ("retention", "You may object to the processing."),
    ("retention", "Rights: access, rectification, erasure"),
    ("recipients", "As a service provider we are responsible for our own content."),
    (
        "recipients",
        "You have the right of access to the data and to know to whom they have been disclosed.",
    ),
    ("recipients", "The controller is City of Y."),
    ("recipients", "Share this page on Facebook"),
    ("recipients", "Passwords depend on you"),
    ("recipients", "We look forward to hearing from you"),
    ("recipients", "Contact the data protection officer"),
    ("purposes", "The controller is the City of Y."),
    ("purposes", "You have the right to access your data."),
    ("purposes", "We inform you about data protection."),
    ("purposes", "We take data protection seriously."),
    ("purposes", "You may withdraw your consent to us at any time."),
    ("purposes", "Data protection officer: dpo@y.de"),
    ("purposes", "We respect the right to data portability"),
    ("third_country", "Contact us to access the data."),
    ("third_country", "We store data on servers in Germany; please contact us."),
    ("third_country", "The third party is Meta."),
    ("third_country", "International press"),
    ("third_country", "Please let us process the form"),
    ("third_country", "Meta Platforms Inc., 1 Hacker Way, Menlo Park, USA"),
    ("recipients", "We look forward to hearing from you"),
]


def told(element, sentence):
    page = f"""<html lang=en><title>Privacy policy</title><h1>Privacy policy</h1>
    <p>Controller under GDPR is the City of Y.</p><h2>More</h2><p>{sentence}</p></html>"""
    return privacy_of(read_page(page.encode())).elements()[element]


@pytest.mark.parametrize(("element", "sentence"), SAID)
def test_the_usual_wordings_are_recognised(element, sentence):
    assert told(element, sentence)


@pytest.mark.parametrize(("element", "sentence"), NOT_SAID)
def test_what_speaks_of_something_else_is_none(element, sentence):
    assert not told(element, sentence)
