from linter.checks.mentions import mentions

PARAMS = {"field": "bio", "kinds": ["personal"]}


def marked(look, subject, bio, *others):
    return [item[-1] for item in look(mentions, subject(f"bio: '{bio}'", others=others), **PARAMS)]


def test_an_office_holders_name_as_a_handle_is_a_mention(look, subject):
    assert marked(look, subject, "mit @HerbertReul und @ralf_jaeger") == [
        "@HerbertReul",
        "@ralf_jaeger",
    ]


def test_a_personal_account_of_the_registry_is_a_mention_whatever_its_name(look, subject):
    personal = "handle: mustermax\nkind: personal"
    assert marked(look, subject, "mit @MusterMax.", personal) == ["@MusterMax"]
    assert marked(look, subject, "mit @MusterMax.", "handle: mustermax\nkind: fach") == []


def test_mail_addresses_plain_names_and_other_accounts_are_none(look, subject):
    assert marked(look, subject, "Herbert Reul, post@herbertreul.de, @landnrw, @Reuland") == []


def test_no_bio_is_unknown(look, subject):
    assert look(mentions, subject("handle: a"), **PARAMS) == [("unknown", "bio", "not-declared")]
