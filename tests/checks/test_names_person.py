from linter.checks.elsewhere import elsewhere
from linter.checks.links_home import links_home
from linter.checks.names_person import names_person
from linter.registry.account import Authority
from linter.registry.parse import parse

NAME = r"(?:redaktion: )(?P<name>\w+ \w+)"
CITY = Authority(id="stadt", domains=("dortmund.de",))
HOME = {"fields": ["links[].url", "bio"], "also": ["impressum"], "shorteners": ["bit.ly"]}


def test_the_name_is_marked_and_not_the_words_that_gave_it_away(look, subject):
    found = look(
        names_person, subject("bio: 'Redaktion: Erika Mustermann'"), fields=["bio"], names=[NAME]
    )
    assert [(values, marked) for _, _, _, values, marked in found] == [
        ({"person": "Erika Mustermann"}, "Erika Mustermann")
    ]


def test_people_on_record_for_the_authority_may_be_named(look, subject):
    text = "bio: 'Redaktion: Herbert Reul'"
    assert look(names_person, subject(text), fields=["bio"], names=[NAME]) == []


def test_an_exempt_wording_hides_only_itself(look, subject):
    params = {"fields": ["bio"], "names": [r"\w+ mustermann"], "unless": ["visdp erika mustermann"]}
    both = "bio: visdp Erika Mustermann und Max Mustermann"
    [(_, _, _, values, marked)] = look(names_person, subject(both), **params)
    assert values == {"person": "Max Mustermann"}
    assert marked == "Max Mustermann"


def test_a_text_that_is_not_recorded_is_unknown(look, subject):
    assert look(names_person, subject("platform: x"), fields=["bio"], names=[NAME]) == [
        ("unknown", "bio", "not-declared")
    ]


def kinds(look, made, check=links_home, **params):
    return [kind for kind, *_ in look(check, made, **params)]


def test_a_link_home_may_stand_in_any_field_and_below_a_subdomain(look, subject):
    for text in (
        "links: [{url: 'https://www.dortmund.de/x'}]",
        "bio: mehr auf dortmund.de",
        "bio: mehr auf rathaus.dortmund.de.",
        "impressum: https://www.dortmund.de/impressum",
    ):
        assert kinds(look, subject(text, authority=CITY), **HOME) == [], text


def test_what_only_looks_like_home_is_none(look, subject):
    for bio in (
        "info@dortmund.de",
        "meindortmund.de",
        "facebook.com/dortmund.de",
        "dortmund.de.evil.com",
    ):
        text = f"links: []\nbio: {bio}"
        assert kinds(look, subject(text, authority=CITY), **HOME) == ["miss"], bio


def test_a_short_link_or_a_silent_field_leaves_it_open(look, subject):
    hidden = "links: []\nbio: 'Impressum: bit.ly/1Dh1BYc'"
    assert kinds(look, subject(hidden, authority=CITY), **HOME) == ["unknown"]
    assert kinds(look, subject("bio: Sport", authority=CITY), **HOME) == ["unknown"]


def test_without_a_known_domain_no_link_can_be_judged(look, subject):
    nobody = Authority(id="stadt")
    assert kinds(look, subject("links: []\nbio: Sport", authority=nobody), **HOME) == ["unknown"]


def test_another_way_may_be_recorded_once_for_the_house(look, subject):
    params = {"record": "ordinary_channel", "fields": ["bio"], "any": [r"\.de\b"]}
    document = parse("ordinary_channel: https://www.dortmund.de", "house.yaml")
    house = Authority(id="stadt", fields=document.root, document=document)
    text = "bio: Sport"
    assert kinds(look, subject(text, authority=house), elsewhere, **params) == []
    assert kinds(look, subject(text), elsewhere, **params) == ["miss"]
    assert kinds(look, subject("bio: dortmund.de"), elsewhere, **params) == []
    assert kinds(look, subject("platform: x"), elsewhere, **params) == ["unknown"]


def test_a_person_on_record_may_be_named_with_frau_or_herr_too(look, subject):
    params = {"fields": ["bio"], "names": [r"(?:herr )(?P<name>\w+)", r"(?P<name>\w+ reul)"]}
    assert look(names_person, subject("bio: Fragen an Herr Dr. Reul"), **params) == []
    [(*_, marked)] = look(names_person, subject("bio: Sabine Reul"), **params)
    assert marked == "Sabine Reul"


def test_a_text_made_of_exempt_wordings_ends(look, subject):
    params = {"fields": ["bio"], "names": ["mustermann"], "unless": [r"x\b", r"(?=x)", r"x|\Z"]}
    assert look(names_person, subject(f"bio: '{'x ' * 5000}'"), **params) == []
