"""How long a run will take."""

from __future__ import annotations

from linter.crawl.forecast import forecast, span
from linter.crawl.network import Network


def test_the_host_with_most_to_wait_for_sets_the_time():
    planned = {"a.example": 3, "social.example": 119, "b.example": 3}
    found = forecast(planned, Network(), latency=0.5)
    assert (found.requests, found.hosts) == (128, 3)
    assert (found.slowest, found.slowest_requests) == ("social.example", 120)
    assert found.seconds == found.slowest_seconds == 114.5  # 120 less a burst of 6, and the last


def test_without_intervals_latency_and_places_set_the_time():
    planned = {f"{number}.example": 3 for number in range(100)}
    found = forecast(planned, Network(interval=0, jobs=10), latency=0.5)
    assert found.slowest_seconds == 1.0
    assert found.seconds == 10.0
    assert found.slowest == "0.example"


def test_one_line_tells_it_in_both_languages():
    text = forecast({"a.example": 1234, "b.example": 1}, Network()).text
    assert text["de"] == (
        "Etwa 1.237 Abrufe bei 2 Hosts, 21 min; am längsten dauert a.example "
        "(1.235 Abrufe, 21 min)."
    )
    assert text["en"] == (
        "About 1,237 requests to 2 hosts, 21 min; a.example takes longest (1,235 requests, 21 min)."
    )
    assert "1 host," in forecast({"a.example": 1}, Network()).text["en"]
    assert forecast({"a.example": 0}, Network()).text["en"] == "There is nothing to ask."


def test_spans_are_told_in_their_unit():
    assert [span(s) for s in (0.2, 59, 61, 3600, 3 * 3600 + 61)] == [
        "1 s",
        "59 s",
        "2 min",
        "1 h 0 min",
        "3 h 2 min",
    ]
