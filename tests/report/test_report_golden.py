"""Full outputs, compared as a whole; `pytest tests/report --update-golden` writes them anew."""

import pytest

from linter.report import FORMATS, Options, reporter
from linter.report.summary import summary
from tests.report.report_sample import usual


@pytest.mark.parametrize("lang", ["de", "en"])
@pytest.mark.parametrize("name", FORMATS)
def test_the_usual_result_looks_as_agreed(name, lang, golden):
    golden(f"{name}-{lang}.txt", reporter(name)(usual(), Options(lang, version="0.1.0")))


@pytest.mark.parametrize("name", FORMATS)
def test_everything_shown_looks_as_agreed(name, golden):
    options = Options(
        "en",
        72,
        color=True,
        show_suppressed=True,
        show_unknown=True,
        statistics=True,
        version="0.1.0",
    )
    golden(f"{name}-everything.txt", reporter(name)(usual(), options))


@pytest.mark.parametrize("lang", ["de", "en"])
def test_the_summary_looks_as_agreed(lang, golden):
    golden(f"summary-{lang}.txt", summary(usual(), Options(lang)))
