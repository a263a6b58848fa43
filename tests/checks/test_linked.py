import pytest

from linter.checks.linked import linked

PARAMS = {
    "field": "impressum",
    "label": r"\bImpressum\b",
    "url": r"/impressum\b",
    "line": r"\bImpressum: ?\S+\.\w+",
}
MISSING = [("miss", "impressum", None, {}, "")]


@pytest.mark.parametrize(
    "entry",
    [
        "impressum: https://www.im.nrw/impressum",
        "links: [{label: Impressum, url: 'https://www.im.nrw/i'}]",
        "links: [{url: 'https://www.im.nrw/impressum'}]",
        "bio: 'Neues. Impressum: im.nrw/i'",
    ],
)
def test_declared_linked_or_in_the_bio_passes(look, subject, entry):
    assert look(linked, subject(entry), **PARAMS) == []


@pytest.mark.parametrize(
    "entry", ["links: []", "links: ~", "links: [{label: Info, url: 'https://www.im.nrw'}]"]
)
def test_recorded_links_without_it_are_a_miss(look, subject, entry):
    assert look(linked, subject(entry), **PARAMS) == MISSING


def test_a_null_on_purpose_is_a_miss_in_its_own_words(look, subject):
    found = look(linked, subject("impressum: ~"), **PARAMS)
    assert found == [("miss", "impressum", "none", {}, "")]


@pytest.mark.parametrize(
    ("entry", "field"),
    [
        ("links: [{label: Über uns, url: 'https://www.im.nrw/haus'}]", "links[0].label"),
        (
            "links: [{label: Info, url: 'https://www.im.nrw'}]\nnetiquette: 'https://www.im.nrw/n'",
            "netiquette",
        ),
    ],
)
def test_what_may_lead_to_the_page_leaves_it_open(look, subject, entry, field):
    params = {**PARAMS, "vague": "Über uns", "through": ["netiquette"]}
    assert look(linked, subject(entry), **params) == [("unknown", field, "not-declared")]


@pytest.mark.parametrize(
    "entry",
    [
        "since: 2020-01-01",
        "bio: Hier informiert die Pressestelle.",
        "impressum:",
        "links:\nimpressum:",
    ],
)
def test_where_nobody_looked_at_the_links_it_is_unknown(look, subject, entry):
    assert look(linked, subject(entry), **PARAMS) == [("unknown", "impressum", "not-declared")]


@pytest.mark.parametrize(
    ("url", "open_"),
    [
        *(("https://www.im.nrw", True), ("im.nrw/kontakt", True)),
        *(("mailto:info@im.nrw", False), ("info@im.nrw", False)),
    ],
)
def test_a_link_to_a_site_leaves_it_open_and_a_mailbox_does_not(look, subject, url, open_):
    found = look(linked, subject(f"links: [{{url: '{url}'}}]"), **PARAMS, sites=True)
    assert found == ([("unknown", "links[0].url", "page-not-read")] if open_ else MISSING)
