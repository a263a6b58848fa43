import pytest

from linter import platforms

POSSIBLE = [
    ("x", "IM_NRW"),
    ("facebook", "land.nrw"),
    ("facebook", "100064337712345"),
    ("instagram", "chancen.nrw_"),
    ("threads", "land_nrw"),
    ("youtube", "PolizeiNRW"),
    ("youtube", "düsseldorf"),
    ("youtube", "UCabcdefghijklmnopqrstuv"),
    ("vimeo", "user123456"),
    ("linkedin", "ministerium-für-verkehr"),
    ("xing", "stadtdortmund"),
    ("mastodon", "IM_NRW@social.nrw"),
    ("mastodon", "mannheim@bawü.social"),
    ("bluesky", "polizei.nrw"),
    ("bluesky", "did:plc:abcdefghijklmnopqrstuvwx"),
    ("tiktok", "polizei.nrw"),
    ("whatsapp", "0029VaAbCdEf123456789xyz"),
    ("flickr", "12345678@N01"),
    ("pixelfed", "lwl@pixelfed.de"),
    ("peertube", "lwl_medien@peertube.nrw"),
    ("website", "www.musterhausen.de"),
]

IMPOSSIBLE = [
    ("x", "InnenministeriumNRW"),  # 19 characters
    ("x", "IM-NRW"),
    ("x", "IM_NRW\n"),
    ("facebook", "nrw"),
    ("facebook", "land..nrw"),
    ("instagram", ".nrw"),
    ("instagram", "a..b"),
    ("instagram", "a" * 31),
    ("youtube", "im"),
    ("vimeo", "123456"),
    ("linkedin", "im_nrw"),
    ("mastodon", "IM_NRW"),
    ("mastodon", "IM NRW@social.nrw"),
    ("bluesky", "im-nrw"),
    ("bluesky", "handle.invalid"),
    ("tiktok", "polizei."),
    ("whatsapp", "Polizei NRW"),
    ("website", "musterhausen"),
]


@pytest.mark.parametrize(("name", "handle"), POSSIBLE)
def test_a_possible_handle_has_no_problem(name, handle):
    assert platforms.get(name).handle_problem(handle) is None


@pytest.mark.parametrize(("name", "handle"), IMPOSSIBLE)
def test_an_impossible_handle_is_explained_in_both_languages(name, handle):
    problem = platforms.get(name).handle_problem(handle)
    assert problem == platforms.get(name).says


def test_an_at_sign_in_front_and_an_address_have_their_own_words():
    x = platforms.get("x")
    assert "ohne „@“" in x.handle_problem("@IM_NRW")["de"]
    assert "web address" in x.handle_problem("https://x.com/IM_NRW")["en"]


def test_every_platform_of_the_contract_has_its_module_and_both_languages():
    for name in platforms.NAMES:
        platform = platforms.get(name)
        assert platform.name == name
        assert set(platform.says) == {"de", "en"}
    assert platforms.get("myspace") is None


def test_self_proof_is_offered_where_a_domain_proves_it():
    offers = {name: platforms.get(name).verification for name in platforms.NAMES}
    assert [n for n, offer in offers.items() if offer == "self_proof"] == ["mastodon", "bluesky"]
    assert {n for n, offer in offers.items() if offer == "conditional"} == {
        *("x", "facebook", "instagram", "threads", "youtube", "linkedin", "tiktok", "whatsapp")
    }
