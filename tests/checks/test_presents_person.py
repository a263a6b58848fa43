import pytest

from linter.checks.presents_person import presents_person

PARAMS = {
    "fields": ["bio"],
    "names": [r"\baccount von (?P<name>(?-i:[A-Z])[\w-]+(?: (?-i:[A-Z])[\w-]+){1,3})"],
    "unless": [r"\bkein account[^.]*"],
}


def marked(look, subject, bio):
    return [item[-1] for item in look(presents_person, subject(f"bio: '{bio}'"), **PARAMS)]


@pytest.mark.parametrize(
    "bio", ["Account von Herbert Reul", "Account von Herbert Reul Innenminister, Tel. 1"]
)
def test_a_person_known_by_name_is_presented(look, subject, bio):
    assert marked(look, subject, bio) == ["Herbert Reul"]


@pytest.mark.parametrize(
    "bio",
    [
        "Account von Hedwig Reul",
        "Account von Herbert Reuland",
        "Account von Straßen Nord West",
        "Kein Account von Herbert Reul",
        "Wir begrüßen Herbert Reul",
    ],
)
def test_nobody_known_or_not_presented_is_no_miss(look, subject, bio):
    assert marked(look, subject, bio) == []


def test_no_bio_is_unknown(look, subject):
    assert look(presents_person, subject("handle: a"), **PARAMS) == [
        ("unknown", "bio", "not-declared")
    ]
