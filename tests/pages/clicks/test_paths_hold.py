from __future__ import annotations

from functools import lru_cache
from urllib.parse import urljoin

from hypothesis import given, settings
from hypothesis import strategies as st

from linter.pages import labels
from linter.pages.clicks import ways
from linter.pages.clicks.document import Seen
from linter.pages.clicks.paths import KINDS as SOUGHT
from linter.pages.clicks.paths import Paths, paths_of, search
from linter.pages.clicks.steps import ACCEPTED
from linter.pages.clicks.walk import FARTHEST, Memory, World, walk
from linter.platforms.profile import Profile, ProfileLink
from tests.pages.clicks.web_of_paths import BODIES, HOME, page

LABELS = ("Impressum", "Kontakt", "Über uns", "Info", "Rechtliches", "Website", "", "Datenschutz")
KINDS = ("home", "impressum", "contact", "other", "soft404", "hub", "shell", "404")
PLACES = 6
links = st.lists(st.tuples(st.sampled_from(LABELS), st.integers(0, PLACES - 1)), max_size=4)
nodes = st.lists(st.tuples(st.sampled_from(KINDS), links), min_size=PLACES, max_size=PLACES)
Node = tuple[str, list[tuple[str, int]]]


def address(number: int) -> str:
    return HOME if number == 0 else urljoin(HOME, f"/s{number}")


@lru_cache(maxsize=4096)
def made(kind: str, leads: tuple[tuple[str, int], ...], number: int) -> Seen:
    url = address(number)
    if kind == "404":
        return Seen(url, gone=True)
    anchors = "".join(f'<p><a href="{address(to)}">{label}</a></p>' for label, to in leads)
    return page(BODIES[kind] + anchors, url)


def web(said: list[Node]) -> dict[str, Seen]:
    return {
        address(number): made(kind, tuple(leads), number)
        for number, (kind, leads) in enumerate(said)
    }


def profile(leads: list[tuple[str, int]], *, site: bool) -> Profile:
    if site:
        return Profile("website", "stadt.de", HOME)
    shown = tuple(ProfileLink(label, address(to)) for label, to in leads)
    return Profile("mastodon", "stadt", "https://stadt.social/@stadt", bio="", links=shown)


def found(who: Profile, seen: dict[str, Seen]) -> Paths:
    return paths_of(who, seen)["impressum"]


def missing(paths: Paths) -> bool:
    return paths.shortest is None and not paths.open


def too_far(paths: Paths) -> bool:
    path = paths.shortest
    return path is not None and path.clicks > 2 and not paths.open


def unlabelled(paths: Paths) -> bool:
    path = paths.shortest
    return path is not None and path.good and paths.accepted is None and not paths.open


@settings(deadline=None, max_examples=150)
@given(nodes, links, st.booleans())
def test_the_accepted_way_is_never_shorter_and_accepted_at_every_step(
    said: list[Node], leads: list[tuple[str, int]], site: bool
):
    paths = found(profile(leads, site=site), web(said))
    if paths.accepted is not None:
        assert paths.shortest is not None
        assert paths.shortest.clicks <= paths.accepted.clicks <= FARTHEST + 1
        assert all(step.cls in ACCEPTED for step in paths.accepted.steps)
        assert paths.accepted.good == paths.shortest.good


@settings(deadline=None, max_examples=250)
@given(nodes, links, st.booleans(), st.sets(st.integers(0, PLACES - 1), max_size=3))
def test_a_page_more_never_lengthens_and_what_was_not_read_never_makes_a_fault(
    said: list[Node], leads: list[tuple[str, int]], site: bool, unread: set[int]
):
    who = profile(leads, site=site)
    everything = web(said)
    less = {
        url: Seen(url, cause="not-reachable") if number in unread else known
        for number, (url, known) in enumerate(everything.items())
    }
    fewer, all_read = found(who, less), found(who, everything)
    if fewer.shortest is not None and fewer.shortest.good:
        assert all_read.shortest is not None
        assert all_read.shortest.good
        assert all_read.shortest.clicks <= fewer.shortest.clicks
    good = all_read.shortest is not None and all_read.shortest.good
    if missing(fewer):
        assert not good
    if too_far(fewer) and good:
        assert all_read.shortest.clicks > 2
    if unlabelled(fewer) and all_read.accepted is not None and all_read.accepted.good:
        assert all_read.accepted.clicks > 2


@settings(deadline=None, max_examples=60)
@given(nodes, links, st.permutations(range(PLACES)))
def test_the_order_in_which_pages_came_does_not_matter(
    said: list[Node], leads: list[tuple[str, int]], order: list[int]
):
    who = profile(leads, site=False)
    seen = list(web(said).items())
    assert found(who, dict(seen)) == found(who, dict(seen[number] for number in order))


@settings(deadline=None, max_examples=150)
@given(nodes, links, st.booleans(), st.permutations(range(PLACES)))
def test_what_earlier_searches_remember_changes_nothing(
    said: list[Node], leads: list[tuple[str, int]], site: bool, order: list[int]
):
    who = profile(leads, site=site)
    everything = list(web(said).items())
    memory, seen = Memory(), {}
    for number in order:
        seen |= [everything[number]]
        for kind in SOUGHT:
            assert search(who, seen, kind, memory=memory) == search(who, seen, kind)


@settings(deadline=None, max_examples=100)
@given(nodes, links, st.booleans())
def test_a_walk_that_met_accepted_labels_alone_finds_what_one_along_them_does(
    said: list[Node], leads: list[tuple[str, int]], site: bool
):
    def world() -> World:
        who = profile(leads, site=site)
        return World(who, web(said), "impressum", labels.shipped(), ways.shipped(), Memory())

    every, accepted = (walk(world(), accepted_only=only) for only in (False, True))
    assert accepted.accepted
    if every.accepted:
        assert (every.ends, every.unread) == (accepted.ends, accepted.unread)
