"""What the registry alone decides is judged afresh each night, also where the profile cannot be read."""

from __future__ import annotations

import pytest
import yaml

from tests.web.night import CONFIG, crawl, registry, served, written
from tests.web.pages import City
from tests.web.scenarios.profiles import ACCOUNT, as_json, both
from tests.web.scenarios.scenario import Scenario
from tests.web.site import Answer
from tests.web.web import Web

CITY = City("Seedorf", "www.seedorf.example")
ONCE = {**CONFIG, "network": {"passes": 0, "interval": 0.0}}


@pytest.fixture
def night(tmp_path):
    """Crawl the account; declared: what its entry says; read: whether its profile can be read; rows: its links."""
    entry = Scenario("seedorf", "", CITY, lambda _: {}, account=ACCOUNT)
    path = written(tmp_path, registry([entry]), ONCE)
    with Web(tmp_path) as web:

        def crawled(*, read=True, rows=None, **declared):
            answer = as_json(CITY, rows) if read else Answer(status=500)
            web.clear()
            web.serve(served([Scenario("seedorf", "", CITY, lambda city: both(city, answer))]))
            data = yaml.safe_load(registry([entry]))
            data["accounts"][0].update(declared)
            path.write_text(yaml.safe_dump(data, allow_unicode=True), encoding="utf-8")
            return crawl(path, web, "--history", str(tmp_path / "nights.sqlite"))

        yield crawled


def of(found, code):
    return [
        (f["outcome"], f["change"]) for f in found.findings.get("seedorf", ()) if f["code"] == code
    ]


WRONG = f"@presse@social.{CITY.domain}"


def test_a_slip_in_the_handle_is_gone_once_it_is_mended(night):
    assert of(night(handle=WRONG), "REG005") == [("fail", "new")]
    mended = night(read=False)
    assert of(mended, "REG005") == []
    assert [(g["code"], g["change_by"]) for g in mended.report["gone"]] == [("REG005", "registry")]


def test_a_slip_in_the_handle_is_still_there_where_it_is_not_mended(night):
    assert of(night(handle=WRONG), "REG005") == [("fail", "new")]
    assert of(night(handle=WRONG, read=False), "REG005") == [("fail", "still")]
    assert night(handle=WRONG, read=False).report["gone"] == []


def test_whom_a_rule_is_for_is_the_registrys_to_say(night):
    """The kind was wrong: of a personal account there is nobody to ask an Impressum of this rule for."""
    assert of(night(rows=[]), "IMP101") == [("fail", "new")]
    assert of(night(rows=[], read=False), "IMP101") == [("fail", "still"), ("unknown", "unknown")]
    other = night(rows=[], read=False, kind="personal")
    assert of(other, "IMP101") == []
    assert ("IMP101", "registry") in [(g["code"], g["change_by"]) for g in other.report["gone"]]
