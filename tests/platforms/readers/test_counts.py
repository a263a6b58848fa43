import pytest

from linter.platforms.readers.counts import count


@pytest.mark.parametrize(
    ("shown", "number"),
    [
        ("1,234 Followers", 1234),
        ("1.234 Follower", 1234),
        ("1 234 567 abonnés", 1234567),
        ("12 345 Abonnenten", 12345),
        ("12K followers", 12000),
        ("12.3K", 12300),
        ("12,3 Tsd. Follower", 12300),
        ("1,2 Mio. Abonnenten", 1200000),
        ("1.25M subscribers", 1250000),
        ("3 Mrd.", 3000000000),
        ("12 Beiträge", 12),
        ("7 Million", 7),
        ("0 Followers", 0),
        ("Keine", None),
        ("v2", None),
        ("", None),
        (None, None),
    ],
)
def test_a_number_is_read_as_it_was_rounded(shown, number):
    assert count(shown) == number
