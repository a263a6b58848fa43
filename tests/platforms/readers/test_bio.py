from linter.platforms.profile import ProfileLink
from linter.platforms.readers.bio import field_links, said, whole, with_bio

STADT = ProfileLink("", "https://stadt.de")


def test_texts_stand_below_each_other_once_and_no_text_is_no_empty_one():
    assert said("Presse ", None, "Presse", "mehr\n\n\n\nmehr") == "Presse\nmehr\n\nmehr"
    assert said("") == ""
    assert said(None) is None


def test_a_cut_text_is_none():
    assert whole("Hier informiert die…") is None
    assert whole("Hier informiert die ... ") is None
    assert whole("Hier.") == "Hier."
    assert whole(None) is None


def test_links_of_the_bio_follow_those_of_fields():
    assert with_bio([STADT], "Stadt: https://stadt.de/a https://stadt.de") == (
        STADT,
        ProfileLink("Stadt", "https://stadt.de/a"),
    )
    assert with_bio([STADT], "Impressum: https://stadt.de")[1] == ProfileLink(
        "Impressum", "https://stadt.de"
    )
    assert with_bio([], None) == ()


def test_a_field_for_a_website_may_lack_a_scheme_or_hold_several():
    assert [link.url for link in field_links("stadt.example/x")] == ["https://stadt.example/x"]
    assert [link.url for link in field_links("www.a.de http://b.de")] == [
        "https://www.a.de",
        "http://b.de",
    ]
    for nothing in (None, "", "keine", "siehe unten.", "nur Text"):
        assert field_links(nothing) == []
