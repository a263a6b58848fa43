from linter.checks.referred import referred

PARAMS = {"to": "ressort", "bio": "bio", "invites": ["anfragen"], "unless": ["keine anfragen"]}
RESSORT = "kind: ressort\nhandle: IM_NRW"


def test_a_house_with_subject_accounts_only_is_missed_once(look, subject):
    found = look(referred, subject("kind: fach", "kind: fach", house="id: im-nrw"), **PARAMS)
    assert [(at, variant) for _, at, variant, *_ in found] == [("handle", None)]


def test_an_invitation_without_the_ressort_account_is_marked(look, subject):
    found = look(referred, subject(RESSORT, "kind: fach\nbio: Anfragen hier"), **PARAMS)
    assert found == [
        ("miss", "bio", "invites", {"found": "Anfragen", "handles": ("IM_NRW",)}, "Anfragen")
    ]


def test_naming_the_ressort_account_or_no_invitation_passes(look, subject):
    for bio in ("Anfragen an @im_nrw", "Sport", "hier keine Anfragen"):
        assert look(referred, subject(RESSORT, f"kind: fach\nbio: '{bio}'"), **PARAMS) == []


def test_the_ressort_account_itself_may_invite(look, subject):
    assert look(referred, subject(RESSORT + "\nbio: Anfragen hier"), **PARAMS) == []


def test_the_successors_ressort_account_serves_a_house_that_no_longer_exists(look, subject):
    from linter.registry.account import Authority

    old = Authority("mik-nrw", successors=("im-nrw",))
    heir = "authority: im-nrw\nkind: ressort\nhandle: IM_NRW"
    assert look(referred, subject("kind: fach", authority=old, others=(heir,)), **PARAMS) == []
    closed = heir + "\nstatus: closed"
    assert look(referred, subject("kind: fach", authority=old, others=(closed,)), **PARAMS) != []
