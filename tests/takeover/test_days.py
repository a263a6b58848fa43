"""Days as people write them in tables."""

from __future__ import annotations

from datetime import date

import pytest

from linter.takeover.days import IMPOSSIBLE, NO_DAY, NOT_WHOLE, TWO_DAYS, YEAR, read_day


@pytest.mark.parametrize(
    "text",
    [
        "01.02.2015",
        "1.2.2015",
        "1. 2. 2015",
        "1.2.15",
        "2015-02-01",
        "2015/02/01",
        "2015-02-01 00:00:00",
        "2015-02-01T08:30:00Z",
        "1. Februar 2015",
        "1 Feb. 2015",
        "February 1, 2015",
        "1st February 2015",
        "seit 01.02.2015",
        "01.02.2015, 14:30 Uhr",
        "  01.02.2015\n",
    ],
)
def test_the_first_of_february_2015_is_read_in_every_usual_form(text):
    assert read_day(text) == date(2015, 2, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1. März 2020", date(2020, 3, 1)),
        ("3.12.98", date(1998, 12, 3)),
        ("13/02/2015", date(2015, 2, 13)),
        ("02/13/2015", date(2015, 2, 13)),
        ("03/03/2015", date(2015, 3, 3)),
    ],
)
def test_what_can_be_one_day_only_is_that_day(text, day):
    assert read_day(text) == day


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("01/02/2015", TWO_DAYS),
        ("2015", NOT_WHOLE),
        ("02/2015", NOT_WHOLE),
        ("März 2015", NOT_WHOLE),
        ("Q3 2015", NOT_WHOLE),
        ("31.02.2015", IMPOSSIBLE),
        ("01.13.2015", IMPOSSIBLE),
        ("01.02.1015", YEAR),
        ("01.02.2015 (Relaunch)", NO_DAY),
        ("42036", NO_DAY),
        ("1. Brumaire 2015", NO_DAY),
        ("", NO_DAY),
        ("٠١.٠٢.٢٠١٥", NO_DAY),
    ],
)
def test_what_could_be_two_days_or_none_is_none_and_says_why(text, why):
    assert read_day(text) == why
