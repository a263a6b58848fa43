"""Foreign JSON by its shape, and foreign text: bounded, clean, never an error."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.crawl.capture import Capture
from linter.platforms import readers
from linter.platforms.profile import Profile, Unread, Wanted
from linter.platforms.readers import shape
from linter.platforms.readers.words import MOST_TEXT, labelled_in, links_in, plain, tidy, wordy
from tests.platforms.readers.answers import Web


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"NaN",
        b'{"a": NaN}',
        b"[Infinity]",
        b"[" * 200_000,
        b"\xff\xfe\x00",
        b"1" * 10_000,
    ],
)
def test_what_is_no_json_is_none(data):
    assert shape.parsed(data) is None


def test_values_of_another_type_are_none():
    value = {"a": [1, {"b": "x"}], "flag": "true", "n": -1, "t": 7}
    assert shape.text(value, "a", 1, "b") == "x"
    assert shape.text(value, "a", 9) is None
    assert shape.text(value, "a", "b") is None
    assert shape.text(value, "t") is None
    assert shape.flag(value, "flag") is None
    assert shape.number(value, "n") is None
    assert shape.items(value, "flag") == []
    assert shape.record(value, "a") is None
    assert shape.number({"n": "1234"}, "n") == 1234
    assert shape.number({"n": True}, "n") is None


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2026-11-20", date(2026, 11, 20)),
        ("2026-11-20T23:30:00.000Z", date(2026, 11, 20)),
        ("2026-11-20T23:30:00-02:00", date(2026, 11, 21)),
        (0, date(1970, 1, 1)),
        ("0001-01-01T00:00:00+14:00", None),
        (1e300, None),
        ("gestern", None),
        (True, None),
    ],
)
def test_days_are_read_in_utc(said, day):
    assert shape.day({"at": said}, "at") == day


@pytest.mark.parametrize(
    "said", ["javascript:alert(1)", "ftp://x", "https://a b", "", "https://" + "x" * 9000, 7]
)
def test_only_web_addresses_are_addresses(said):
    assert shape.address({"url": said}, "url") is None


def test_text_loses_what_could_disturb_a_reader():
    assert tidy("a\x00b\x1b[31m\u202ec\ud800\u200bd\r\n e") == "ab[31mcd e"
    assert tidy("a \n\n\n\n b\tc", lines=True) == "a\n\nb c"
    assert len(tidy("x" * 1_000_000)) == MOST_TEXT


def test_html_becomes_text_with_its_lines_and_links():
    text, links = plain(
        '<p>Eins<br>zwei &amp; drei</p><p>Impressum: <a href="https://a.de/i">https://a.de/i</a>'
        ' <a href="https://a.de/d">Datenschutz</a></p><script>alert(1)</script><style>p{}</style>'
    )
    assert text == "Eins\nzwei & drei\n\nImpressum: https://a.de/i Datenschutz"
    assert links == (("Impressum", "https://a.de/i"), ("Datenschutz", "https://a.de/d"))


def test_a_link_in_pieces_does_not_name_the_next():
    pieces = "<span>https://</span><span>a.de/lang</span><span>/n</span>"
    _, links = plain(
        f'<a href="https://a.de/lang/n">{pieces}</a> <a href="https://a.de/i">a.de/i</a>'
    )
    assert links == (("", "https://a.de/lang/n"), ("", "https://a.de/i"))


def test_hostile_html_is_read_in_bounded_time_and_size():
    text, links = plain("<b>" * 50_000 + "x" + '<a href="https://a.de">y</a>' * 5_000)
    assert len(text) <= MOST_TEXT
    assert len(links) <= 50


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Impressum: https://a.de/i.", (("Impressum", "https://a.de/i"),)),
        ("Impressum 👉 a.de/i", (("Impressum", "https://a.de/i"),)),
        ("(siehe https://a.de/x(1))", (("siehe", "https://a.de/x(1)"),)),
        ("Fragen? presse@a.de oder @stadt@a.social", ()),
        ("Amtlich.Gut", ()),
        ("[Impressum](https://a.de/i)", (("Impressum", "https://a.de/i"),)),
        ("[https://a.de](https://a.de)", (("", "https://a.de"),)),
        (
            "Hier informiert die Stadtverwaltung Musterhausen täglich www.a.de",
            (("", "https://www.a.de"),),
        ),
        (
            "Impressum: a.de/i | Datenschutz: a.de/d",
            (("Impressum", "https://a.de/i"), ("Datenschutz", "https://a.de/d")),
        ),
        (
            "Impressum & Datenschutz\nhttps://a.de/i",
            (("", "https://a.de/i"),),
        ),
        *(
            (text, (("Impressum", "https://a.de/i"), ("Datenschutz", "https://a.de/d")))
            for text in (
                "Impressum:a.de/i,Datenschutz:a.de/d",
                "Impressum:https://a.de/i;Datenschutz: https://a.de/d",
                "Impressum👉a.de/i👈Datenschutz👉a.de/d👈",
                "Impressum:a.de/i•Datenschutz:a.de/d",
                "Impressum:a.de/i/Datenschutz:a.de/d",
                "Impressum:a.de/iDatenschutz:a.de/d",
                "Impressum: a.de/i,Datenschutz → a.de/d",
            )
        ),
        ("a.de/i,www.a.de/d,X:@a", (("", "https://a.de/i"), ("", "https://www.a.de/d"))),
        *(
            (text, (("Recht", f"https://{text.partition(' ')[2]}"),))
            for text in (
                "Recht: a.de/ortsrecht,31.html",
                "Recht: a.de/seite,id:12,b:c",
                "Recht: a.de/r?u=https://b.de/x,y&v=www.c.de",
                "Recht: a.de/web/2020/https://b.de/x",
                "Recht: a.de/Rathaus,Politik",
            )
        ),
    ],
)
def test_addresses_in_text_are_found_with_what_names_them(text, found):
    assert labelled_in(text) == found


def test_addresses_are_told_once():
    assert links_in("https://a.de https://a.de a.de/x") == ("https://a.de", "https://a.de/x")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                "username url note display_name fields name value verified_at type id summary "
                "attachment preferredUsername did handle description verification verifiedStatus "
                "verifications displayName host links rel href subject moved suspended website feed "
                "post indexedAt alsoKnownAs error message labels val src".split()
            ),
            inner,
            max_size=6,
        )
    ),
    max_leaves=25,
)
WANTED = [
    Wanted("mastodon", "stadt@social.example.org", domains=("musterhausen.de",)),
    Wanted("bluesky", "presse.musterhausen.de", domains=("musterhausen.de",)),
    Wanted("peertube", "stadt@video.example.org"),
    Wanted("pixelfed", "stadt@bilder.example.org"),
    Wanted("website", "www.musterhausen.de"),
]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(WANTED), st.lists(JSON | st.binary(max_size=60), min_size=1, max_size=8))
def test_no_answer_whatever_makes_a_reader_fail(wanted, bodies):
    import json

    left = [
        body if isinstance(body, bytes) else json.dumps(body).encode("utf-8", "replace")
        for body in bodies
    ]

    def found(ask):
        body = left.pop(0) if left else b""
        fault = "" if len(body) % 3 else "client_error"
        return Capture(ask.url, ask.url, 200, fault, body=body)

    web = Web({})
    web.get = found
    assert isinstance(web.read(readers.read(wanted)), (Profile, Unread))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(WANTED), JSON | st.binary(max_size=200))
def test_no_saved_file_whatever_makes_a_reader_fail(wanted, said):
    import json

    body = said if isinstance(said, bytes) else json.dumps(said).encode("utf-8", "replace")
    assert isinstance(readers.saved(body, wanted), (Profile, Unread))


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("", False),
        ("https://stadt.de/impressum", False),
        ("stadt.example/n", False),
        ("stadt.de und https://stadt.nrw", True),
        ("stadt.de, www.stadt.nrw", False),
        ("presse@stadt.de", True),
        ("Stadt", True),
        ("🏛", False),
    ],
)
def test_a_text_that_is_only_addresses_says_nothing_else(said, words):
    assert wordy(said) is words
