from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from linter.crawl.capture import TRANSIENT, Capture
from linter.crawl.explore import Exploration, Limits, explore
from linter.crawl.sight import read_capture
from linter.platforms.profile import Profile, Wanted
from tests.pages.clicks.test_paths_hold import (
    HOME,
    PLACES,
    Node,
    address,
    found,
    links,
    missing,
    nodes,
    profile,
    too_far,
    unlabelled,
    web,
)
from tests.pages.clicks.web_of_paths import BODIES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from linter.crawl.asking import Ask

WANTED = Wanted("mastodon", "stadt")
AMPLE = Limits(requests=40, depth=5)
READ = lru_cache(maxsize=4096)(
    lambda url, body: read_capture(Capture(url, url, 200, headers=HTML, body=body))
)
HTML = {"content-type": "text/html; charset=utf-8"}
faults = st.dictionaries(
    st.integers(0, PLACES - 1), st.sampled_from([*sorted(TRANSIENT), "forbidden"]), max_size=3
)


def read(capture: Capture):
    return READ(capture.final_url, capture.body)


def answers(said: list[Node], broken: Mapping[int, str]) -> dict[str, Capture]:
    told = {}
    for number, (kind, leads) in enumerate(said):
        url = address(number)
        if number in broken:
            told[url] = Capture(url, url, None, broken[number])
        elif kind == "404":
            told[url] = Capture(url, url, 404, "not_found")
        else:
            anchors = "".join(f'<p><a href="{address(to)}">{label}</a></p>' for label, to in leads)
            body = (BODIES[kind] + anchors).encode()
            told[url] = Capture(
                url, url, 200, headers=HTML, body=body, sha256=sha256(body).hexdigest()
            )
    return told


def explored(
    who: Profile, told: Mapping[str, Capture], limits: Limits, asked: list[str] | None = None
) -> Exploration:
    asked = [] if asked is None else asked
    reading = explore(WANTED, who, declared={"impressum": HOME}, read=read, limits=limits)
    try:
        asks: tuple[Ask, ...] = next(reading)
        while True:
            assert asks
            assert len(asks) <= limits.wave
            asked += [ask.url for ask in asks]
            asks = reading.send(tuple(told[ask.url] for ask in asks))
    except StopIteration as end:
        return end.value


@settings(deadline=None, max_examples=120)
@given(nodes, links, st.booleans(), st.integers(0, 8))
def test_the_number_of_requests_is_bounded_and_nothing_is_asked_twice(
    said: list[Node], leads: list[tuple[str, int]], site: bool, most: int
):
    asked: list[str] = []
    explored(profile(leads, site=site), answers(said, {}), Limits(requests=most), asked)
    assert len(asked) == len(set(asked)) <= most


@settings(deadline=None, max_examples=250)
@given(nodes, links, st.booleans())
def test_with_room_enough_the_few_pages_read_tell_what_all_pages_tell(
    said: list[Node], leads: list[tuple[str, int]], site: bool
):
    who = profile(leads, site=site)
    few = explored(who, answers(said, {}), AMPLE).paths["impressum"]
    whole = found(who, web(said))
    assert missing(few) == missing(whole)
    if whole.shortest is None or whole.shortest.clicks <= Limits().depth:
        assert too_far(few) == too_far(whole)
        assert unlabelled(few) == unlabelled(whole)
    if whole.shortest is not None and whole.shortest.good and whole.shortest.clicks <= 2:
        assert few.shortest is not None
        assert few.shortest.clicks == whole.shortest.clicks


@settings(deadline=None, max_examples=250)
@given(nodes, links, st.booleans(), faults, st.integers(0, 12))
def test_no_fault_and_no_limit_ever_makes_an_impressum_missing(
    said: list[Node],
    leads: list[tuple[str, int]],
    site: bool,
    broken: dict[int, str],
    most: int,
):
    who = profile(leads, site=site)
    seen = explored(who, answers(said, broken), Limits(requests=most)).paths["impressum"]
    whole = found(who, web(said))
    good = whole.shortest is not None and whole.shortest.good
    if missing(seen):
        assert not good
    if too_far(seen) and good:
        assert whole.shortest.clicks > 2
    if unlabelled(seen) and whole.accepted is not None and whole.accepted.good:
        assert whole.accepted.clicks > 2
