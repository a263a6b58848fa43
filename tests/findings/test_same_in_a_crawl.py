"""A finding that a crawl and a `check` of one registry both give is the same one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from linter.crawl.capture import Capture
from linter.crawl.observation import Observation
from linter.pages import read_page
from linter.platforms.profile import Profile, ProfileLink, Verification
from linter.registry.nodes import Mapping, Scalar, Sequence
from linter.run import RunOptions, judge, prepared

DAY = date(2026, 11, 25)
ROOT = Path(__file__).parents[2]
STATES = {"true": "verified", "false": "not_verified"}


def text_of(fields, name):
    node = fields.entries.get(name)
    return node.text if isinstance(node, Scalar) else None


def faithful(account):
    """The profile that shows what the registry says it shows, with no page behind it."""
    fields = account.fields
    listed = fields.entries.get("links")
    links = None
    if isinstance(listed, Sequence):
        links = tuple(
            ProfileLink(text_of(item, "label") or "", text_of(item, "url") or "")
            for item in listed.items
            if isinstance(item, Mapping)
        )
    bio = text_of(fields, "bio")
    profile = Profile(
        account.platform,
        account.handle,
        text_of(fields, "url") or "",
        name=text_of(fields, "profile_name"),
        bio=bio and bio.strip(),
        links=links,
        verification=Verification(STATES.get(text_of(fields, "verified"), "unknown")),
    )
    return Observation(account.id, profile)


def both(path, pages=None):
    """What a check and a crawl find, by account and field: variant, place, fingerprint."""
    options = RunOptions(as_of=DAY, paths=(str(path),))
    found = []
    for crawled in (False, True):
        loaded, rules = prepared(options)
        seen = None
        if crawled:
            seen = [(account, faithful(account)) for account in loaded.registry.accounts]
            for _, observation in seen:
                observation.pages.update(pages or {})
                observation.captures.update(
                    {
                        kind: Capture(page.url, page.url, 200, fetched_at="t")
                        for kind, page in (pages or {}).items()
                    }
                )
        result = judge(loaded.book, loaded.registry, rules, options, loaded.targets, seen=seen)
        mine = {}
        for one in result.findings:
            if one.outcome == "fail":
                key = (one.code, one.account_id, one.authority, one.platform, one.field)
                place = (one.place.line, one.place.column, one.place.end_line, one.place.end_column)
                mine.setdefault(key, []).append((one.fingerprint, one.variant, place))
        found.append(mine)
    return found


@pytest.mark.parametrize("folder", ["fixtures/demo/broken", "fixtures/nrw"])
def test_every_finding_of_the_demonstration_that_both_give(folder):
    checked, crawled = both(ROOT / folder)
    shared = checked.keys() & crawled.keys()
    assert len(shared) > 150
    for key in sorted(shared):
        prints = [sorted(one[0] for one in found[key]) for found in (checked, crawled)]
        assert prints[0] == prints[1], key


SHOWN = """\
registry: 1
packs: [nrw-handreichung, impressum, privacy]
accounts:
  - id: haus
    platform: mastodon
    handle: haus@social.example
    authority: im-nrw
    kind: ressort
    status: active
    bio: |
      Aktuelles aus unserer Arbeit.
    links:
      - {label: "Impressum (§ 5 TMG)", url: "http://www.im.nrw/impressum"}
      - {label: Freunde, url: "https://www.spd.de/"}
      - {label: Aktuelles, url: "https://www.im.nrw/aktuelles"}
"""


def test_what_a_profile_shows_as_declared_is_marked_at_the_same_place(tmp_path):
    path = tmp_path / "r.yaml"
    path.write_text(SHOWN, encoding="utf-8")
    checked, crawled = both(path)
    of_links = {key for key in checked if key[4].startswith("links[")}
    assert {key[0] for key in of_links} >= {"IMP301", "IMP304", "NRW307"}
    for key in of_links:
        assert crawled[key] == checked[key]


def test_how_a_fault_is_known_is_no_part_of_it(tmp_path):
    path = tmp_path / "r.yaml"
    path.write_text(SHOWN.replace("Impressum (§ 5 TMG)", "Stelle"), encoding="utf-8")
    checked, crawled = both(path)
    (offline,), (online,) = (
        [one for key, found in side.items() if key[0] == "NRW304" for one in found]
        for side in (checked, crawled)
    )
    assert (offline[1], online[1]) == (None, "unreached")
    assert offline[0] == online[0]


AGENCY = (
    "<title>Impressum</title><h1>Impressum</h1><p>Angaben gemäß § 18 MStV</p><p>Agentur Klar GmbH<br>"
    "Weg 1<br>12345 Musterhausen</p><p>Telefon 0211 8711, E-Mail: post@klar.example</p>"
)


def test_the_sender_that_its_page_does_not_show_either(tmp_path):
    path = tmp_path / "r.yaml"
    path.write_text(SHOWN.partition("    links:")[0] + "    links: []\n", encoding="utf-8")
    page = read_page(AGENCY.encode(), url="https://www.klar.example/impressum")
    checked, crawled = both(path, {"impressum": page})
    (offline,), (online,) = (
        [one for key, found in side.items() if key[0] == "NRW302" for one in found]
        for side in (checked, crawled)
    )
    assert (offline[1], online[1]) == (None, "page")
    assert offline[0] == online[0]


def test_a_link_without_encryption_whose_host_was_seen_to_answer_with_it(tmp_path):
    path = tmp_path / "r.yaml"
    path.write_text(SHOWN, encoding="utf-8")
    page = read_page(AGENCY.encode(), url="https://www.im.nrw/impressum")
    checked, crawled = both(path, {"impressum": page})
    (offline,), (online,) = (
        [one for key, found in side.items() if key[0] == "IMP304" for one in found]
        for side in (checked, crawled)
    )
    assert (offline[1], online[1]) == (None, "answers")
    assert offline[0] == online[0]
