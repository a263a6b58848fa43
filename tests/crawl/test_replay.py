"""A replayed night answers as the web did, and says so when it cannot."""

from __future__ import annotations

import asyncio
import gzip
import json
import tempfile
import zlib
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.crawl.asking import JSON, Ask
from linter.crawl.capture import Capture, Exchange, Hop
from linter.crawl.replay import Recorded, moment
from linter.errors import LinterError
from tests.crawl.test_evidence import AT, START, URL, captured, exchange, killed, recorder

FIELDS = [
    *("url final_url status fault detail hops headers body sha256 truncated".split()),
    *("not_modified fetched_at warc".split()),
]


def get(night: Recorded, ask: Ask) -> Capture:
    return asyncio.run(night.get(ask))


def same(one: Capture, other: Capture) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in FIELDS)


def coded(body: bytes, coding: str) -> bytes:
    if coding == "gzip":
        return gzip.compress(body)
    if coding == "deflate":
        return zlib.compress(body)
    if coding == "raw deflate":
        return zlib.compress(body, wbits=-15)
    return body


words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)
headers = st.lists(st.tuples(st.sampled_from(["X-A", "Server", "ETag"]), words), max_size=4)
codings = st.sampled_from(["", "gzip", "deflate", "raw deflate", "unknown"])


@st.composite
def outcomes(draw):
    """An ask, the exchanges it took and the capture it came to."""
    number = draw(st.integers(0, 5))
    ask = Ask(
        f"https://{draw(st.sampled_from('ab'))}.example/{number}",
        draw(st.sampled_from(["*/*", JSON])),
    )
    if draw(st.booleans()) and draw(st.booleans()):
        fault = draw(st.sampled_from(["timeout", "dns_error", "robots_disallowed"]))
        return ask, [], Capture(ask.url, ask.url, None, fault, draw(words), fetched_at=AT), ""
    body, coding = draw(st.binary(max_size=3_000)), draw(codings)
    status = draw(st.sampled_from([200, 200, 404, 403, 503]))
    fault = {404: "not_found", 403: "forbidden", 503: "server_error"}.get(status, "")
    redirects = draw(st.lists(words, max_size=2))
    sent = (*draw(headers), ("Content-Encoding", coding.removeprefix("raw ")))
    steps = [
        Exchange(f"{ask.url}?{n}", (), 302, "Found", (("Location", "/"),), b"", AT)
        for n, _ in enumerate(redirects)
    ]
    steps.append(Exchange(ask.url, (), status, "", sent, coded(body, coding), AT))
    seen = body[: draw(st.integers(0, 4_000))]
    capture = Capture(
        ask.url,
        steps[-1].url,
        status,
        fault,
        draw(words),
        tuple(Hop(step.url, step.status, "", AT) for step in steps),
        {name.lower(): value for name, value in sent},
        seen,
        sha256(seen).hexdigest(),
        len(seen) < len(body),
        fetched_at=AT,
    )
    return ask, steps, capture, coding


@settings(max_examples=40, deadline=None)
@given(st.lists(outcomes(), max_size=6))
def test_every_capture_comes_back_as_it_was(made):
    with tempfile.TemporaryDirectory() as folder:
        expected: dict[str, tuple[Ask, Capture]] = {}
        with recorder(Path(folder)) as night:
            for ask, steps, capture, _ in made:
                place = None
                for step in steps:
                    place = night.exchange(step)
                known = {name: getattr(capture, name) for name in FIELDS if name != "warc"}
                whole = Capture(**known, warc=place)
                night.capture(ask.key, whole)
                expected[ask.key] = (ask, whole)
        replayed = Recorded(folder)
        for ask, capture in expected.values():
            assert same(get(replayed, ask), capture)


def test_the_last_word_on_an_address_counts(tmp_path):
    ask = Ask(URL)
    with recorder(tmp_path) as night:
        night.capture(ask.key, Capture(URL, URL, None, "timeout", "first pass", fetched_at=AT))
        night.capture(ask.key, captured(night.exchange(exchange())))
    assert get(Recorded(str(tmp_path)), ask).ok


@pytest.mark.parametrize(
    ("started", "as_of", "expected"),
    [
        ("2026-11-24T23:30:00.120Z", "2026-11-25", ("2026-11-24T23:30:00Z", "2026-11-25")),
        ("2026-11-25T00:30:00+01:00", None, ("2026-11-24T23:30:00Z", "2026-11-24")),
        ("yesterday", "soon", ("1970-01-01T00:00:00Z", "1970-01-01")),
    ],
)
def test_a_night_says_when_it_was_or_was_before_all_others(started, as_of, expected):
    found = moment(started, as_of)
    assert (found.began, found.day) == expected


def test_what_was_never_asked_is_not_recorded(tmp_path):
    with recorder(tmp_path) as night:
        night.capture(Ask(URL).key, captured(night.exchange(exchange())))
    replayed = Recorded(str(tmp_path))
    assert get(replayed, Ask(URL, JSON)).fault == "not_recorded"
    assert get(replayed, Ask(URL + "/")).fault == "not_recorded"
    assert get(replayed, Ask(URL)).ok


def test_a_fragment_asks_for_the_page_without_it(tmp_path):
    with recorder(tmp_path) as night:
        night.capture(Ask(URL).key, captured(night.exchange(exchange())))
    found = get(Recorded(str(tmp_path)), Ask(URL + "#anbieter"))
    assert found.ok
    assert found.url == URL + "#anbieter"
    assert found.final_url == URL


def test_a_body_without_a_digest_is_guarded_too(tmp_path):
    seen = Capture(URL, URL, 200, body=b"broken off", fetched_at=AT)
    with recorder(tmp_path) as night:
        night.capture(Ask(URL).key, seen)
    assert same(get(Recorded(str(tmp_path)), Ask(URL)), seen)


def test_what_was_written_down_beside_it_comes_back(tmp_path):
    with recorder(tmp_path) as night:
        night.describe({"as_of": "2026-11-25", "limits": {"requests": 12}})
        night.describe({"tool": "amtlint 1"})
    replayed = Recorded(str(tmp_path))
    assert replayed.described == {
        "as_of": "2026-11-25",
        "limits": {"requests": 12},
        "tool": "amtlint 1",
    }
    assert replayed.started == "2026-11-25T22:00:00.000Z"
    assert replayed.complete


@pytest.mark.parametrize("stored", ["confirmed", "elsewhere"])
def test_bodies_that_were_not_sent_this_night_come_back(tmp_path, stored):
    with recorder(tmp_path) as night:
        place = night.exchange(exchange(b"", status=304)) if stored == "confirmed" else None
        seen = captured(place, headers={"content-encoding": "gzip"}, not_modified=True)
        night.capture(Ask(URL).key, seen)
    assert same(get(Recorded(str(tmp_path)), Ask(URL)), seen)


def test_the_newest_complete_run_is_replayed_unless_another_is_named(tmp_path):
    for hour, text in ((20, b"older"), (21, b"newer")):
        with recorder(tmp_path, started=START.replace(hour=hour)) as night:
            night.capture(Ask(URL).key, captured(night.exchange(exchange(text)), text))
    killed(tmp_path)
    replayed = Recorded(str(tmp_path))
    assert get(replayed, Ask(URL)).body == b"newer"
    assert get(Recorded(str(tmp_path), run="20261125T200000Z"), Ask(URL)).body == b"older"
    partly = Recorded(str(tmp_path), run="20261125T220000Z")
    assert not partly.complete
    assert get(partly, Ask(URL + "/2")).body == b"page 2"
    with pytest.raises(LinterError, match="no recording"):
        Recorded(str(tmp_path), run="20991231T000000Z")


@pytest.mark.parametrize("alone", [False, True])
def test_an_older_night_never_passes_for_one_that_lost_its_beginning(tmp_path, alone):
    older = START.replace(year=START.year - 1)
    for started in (START,) if alone else (older, START):
        with recorder(tmp_path, started=started) as night:
            night.capture(Ask(URL).key, captured(night.exchange(exchange(b"page")), b"page"))
    *before, newest = sorted(tmp_path.glob("*.night.json"))
    newest.unlink()
    with pytest.raises(LinterError) as told:
        Recorded(str(tmp_path))
    assert told.value.path == str(newest)
    for run in before:  # which one is meant is then said
        name = run.name.removesuffix(".night.json")
        assert Recorded(str(tmp_path), run=name).run.name == name


def test_what_a_kill_at_the_very_start_left_is_no_night(tmp_path):
    with recorder(tmp_path) as night:
        night.capture(Ask(URL).key, captured(night.exchange(exchange(b"page")), b"page"))
    (tmp_path / "20991231T000000Z.index.jsonl").touch()
    (tmp_path / "20991231T000000Z.sha256").write_text("kept by the archive")
    assert Recorded(str(tmp_path)).complete


def test_a_killed_run_answers_with_what_it_has(tmp_path):
    killed(tmp_path, torn=b'{"key": "k3", "sta')
    replayed = Recorded(str(tmp_path))
    assert not replayed.complete
    assert [get(replayed, Ask(f"{URL}/{n}")).ok for n in range(4)] == [True] * 3 + [False]


@pytest.mark.parametrize("kind", ["missing", "empty", "file", "broken"])
def test_a_folder_without_a_night_is_one_line(tmp_path, kind):
    folder = tmp_path / "night"
    if kind == "file":
        folder.write_text("")
    elif kind != "missing":
        folder.mkdir()
    if kind == "broken":
        (folder / "20261125T220000Z.night.json").write_text("[" * 100_000)
    with pytest.raises(LinterError) as caught:
        Recorded(str(folder))
    for lang in ("de", "en"):
        assert "\n" not in caught.value.render(lang)
        assert "night" in caught.value.render(lang)


def rewritten(path: Path, old: bytes, new: bytes) -> None:
    raw = path.read_bytes()
    if path.suffix == ".gz":
        whole = gzip.decompress(raw)
        assert old in whole
        path.write_bytes(gzip.compress(whole.replace(old, new)))
    else:
        assert old in raw
        path.write_bytes(raw.replace(old, new))


def recorded(folder: Path) -> Path:
    with recorder(folder) as night:
        night.capture(Ask(URL).key, captured(night.exchange(exchange())))
    return next(folder.glob("*.warc.gz"))


@pytest.mark.parametrize("how", ["rewritten", "flipped", "cut", "gone", "emptied"])
def test_a_changed_page_is_noticed_and_named(tmp_path, how):
    path = recorded(tmp_path)
    if how == "rewritten":
        rewritten(path, b"<p>Impressum", b"<p>Ompressum")
    elif how == "flipped":
        raw = bytearray(path.read_bytes())
        place = get(Recorded(str(tmp_path)), Ask(URL)).warc
        raw[place["offset"] + 60] ^= 1
        path.write_bytes(raw)
    elif how == "cut":
        path.write_bytes(path.read_bytes()[:-700])
    elif how == "emptied":
        path.write_bytes(b"")
    else:
        path.unlink()
    replayed = Recorded(str(tmp_path))
    with pytest.raises(LinterError, match="was changed or damaged") as caught:
        get(replayed, Ask(URL))
    assert path.name in caught.value.render("en")
    assert URL in caught.value.render("de")


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 3), st.floats(0, 1, exclude_max=True), st.integers(1, 255), st.booleans())
def test_whatever_byte_changes_it_is_our_error_or_the_same_page(number, where, flip, cut):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        recorded(folder)
        before = get(Recorded(name), Ask(URL))
        path = sorted(folder.iterdir())[number]
        raw = bytearray(path.read_bytes())
        at = int(where * len(raw))
        raw[at] ^= flip
        path.write_bytes(raw[:at] if cut else raw)
        try:
            after = get(Recorded(name), Ask(URL))
        except LinterError:
            return
        assert same(before, after)


def test_a_changed_index_is_noticed(tmp_path):
    recorded(tmp_path)
    rewritten(next(tmp_path.glob("*.jsonl")), b'"status":200', b'"status":404')
    with pytest.raises(LinterError, match="changed or damaged"):
        Recorded(str(tmp_path))


@pytest.mark.parametrize("place", ['"../secret"', '"/etc/passwd"', "7"])
def test_a_place_outside_the_folder_is_never_read(tmp_path, place):
    inside = tmp_path / "night"
    recorded(inside)
    (tmp_path / "secret").write_bytes(next(inside.glob("*.warc.gz")).read_bytes())
    index = next(inside.glob("*.jsonl"))
    index.write_text(index.read_text().replace('"20261125T220000Z-00000.warc.gz"', place))
    night = inside / "20261125T220000Z.night.json"
    said = json.loads(night.read_text())
    said["index_sha256"] = sha256(index.read_bytes()).hexdigest()
    night.write_text(json.dumps(said))
    with pytest.raises(LinterError, match="changed or damaged"):
        get(Recorded(str(inside)), Ask(URL))


def test_a_recording_of_a_later_version_is_refused_with_a_hint(tmp_path):
    recorded(tmp_path)
    rewritten(tmp_path / "20261125T220000Z.night.json", b'"version": 1', b'"version": 2')
    with pytest.raises(LinterError) as caught:
        Recorded(str(tmp_path))
    assert "Update amtlint" in caught.value.render("en")


def test_placeholders_stay_placeholders(tmp_path):
    ask = Ask("https://api.example/x?key=${TOKEN}", JSON, (("Authorization", "Bearer ${TOKEN}"),))
    sent = Exchange(ask.url, ask.headers, 200, "OK", (), b"{}", AT)
    with recorder(tmp_path) as night:
        night.capture(ask.key, captured(night.exchange(sent), b"{}", url=ask.url))
    assert get(Recorded(str(tmp_path)), ask).url == ask.url
    raw = gzip.decompress(next(tmp_path.glob("*.warc.gz")).read_bytes())
    assert b"Authorization: Bearer ${TOKEN}\r\n" in raw
