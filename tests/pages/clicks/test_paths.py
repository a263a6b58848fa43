from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from linter.pages.clicks.paths import KINDS, paths_of
from linter.text import CAUSES
from tests.pages.clicks.web_of_paths import profile, web

CASES = yaml.safe_load((Path(__file__).parent / "paths.yaml").read_text("utf-8"))
JUDGED = [(case, kind) for case in CASES for kind in KINDS if kind in case]


@pytest.mark.parametrize(("case", "kind"), JUDGED, ids=[f"{c['shows']} ({k})" for c, k in JUDGED])
def test_the_way_is_counted_as_the_courts_count_it(case: dict[str, Any], kind: str):
    found = paths_of(profile(case.get("profile")), web(case.get("web", {})))[kind]
    wanted = case[kind]
    shortest = found.shortest
    assert (shortest.clicks if shortest else None) == wanted["clicks"], shortest
    assert (found.accepted.clicks if found.accepted else None) == wanted["accepted"]
    assert found.open == wanted.get("open", "")
    assert found.open in {"", *CAUSES}
    if shortest is None:
        return
    assert shortest.ending == wanted.get("ending", "confirmed")
    assert sum(step.clicks for step in shortest.steps) in {shortest.clicks, 0}
    if "labels" in wanted:
        assert [step.cls for step in shortest.steps] == wanted["labels"]
    if "remarks" in wanted:
        assert list(shortest.remarks) == wanted["remarks"]
    if "broken" in wanted:
        assert len(found.broken) == wanted["broken"]


def test_there_are_sixty_cases_and_each_says_what_it_shows():
    assert len({case["shows"] for case in CASES}) == len(CASES) >= 60


@pytest.mark.parametrize(
    ("platform", "end"),
    [("website", "/d1"), ("facebook", "/d3"), ("mastodon", "/d2"), ("x", "/d4")],
)
def test_of_several_notices_that_of_the_channel_is_taken(platform: str, end: str):
    entries = "".join(
        f"<li><a href=/d{n}>{label}</a>"
        for n, label in enumerate(("Website", "Soziale Medien", "Facebook", "X (Twitter)"), 1)
    )
    overview = f"<title>Datenschutz</title><h1>Datenschutz</h1><p>Bitte wählen Sie:</p>{entries}"
    pages = {f"/d{n}": ["privacy"] for n in range(1, 5)}
    seen = web({"/": ["home", "Datenschutz > /d"], "/d": {"html": overview}, **pages})
    asked = None if platform == "website" else {"platform": platform, "links": ["Datenschutz > /d"]}
    found = paths_of(profile(asked), seen)["privacy"]
    assert found.shortest is not None
    assert found.accepted is not None
    assert found.shortest.end == found.accepted.end == f"https://stadt.de{end}"
