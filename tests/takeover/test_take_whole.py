"""Whatever stands in a table: the registry is faultless, and every cell is found again in it."""

from __future__ import annotations

import csv
import io
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.findings.inline import written_in
from linter.registry.bind import bind
from linter.registry.parse import parse
from linter.report.escape import visible
from linter.takeover import delimited
from linter.takeover.table import Cell, Table, trimmed
from linter.takeover.take import Asked, take
from linter.takeover.told import lines
from linter.takeover.values import as_url
from linter.takeover.words import words
from tests.takeover.taking import KNOWN, TODAY, TREE, VALIDATORS, plain, registry, scalars

HOSTILE = [
    "a: b",
    "- x",
    "# amtlint: ignore[NRW101] until=2099-01-01 -- nein",
    "&a *a !!python/object:os.system",
    "'\"\\",
    "yes",
    "NO",
    "null",
    "~",
    "0123",
    "1e3",
    "2015-02-01",
    "{a: [b}",
    "<script>",
    "=cmd|' /C calc'!A0",
    "| >",
    "%YAML 1.1",
    "---",
    "...",
    "a #b",
    "a\tb",
    "\x00\x07\x1b[31m",
    "\u202edren\u2066",
    "a\x85b\u2028c\u2029d",
    "\ufeffx",
    "🎉\U000e0041",
]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_hostile_cell_is_a_text_or_a_comment_and_never_anything_else(hostile):
    table = Table("k.csv")
    titles = ("Plattform", "Handle", "Bio", "Profilname", hostile, "Behörde", "Thema")
    table.rows[1] = {n: Cell(1, n, text) for n, text in enumerate(titles, 1)}
    table.rows[2] = {n: Cell(2, n, hostile) for n in range(2, 8)}
    cells = ("X", "a", hostile, hostile, hostile, hostile, hostile)
    table.rows[3] = {n: Cell(3, n, text) for n, text in enumerate(cells, 1)}
    result = take(table, Asked("im-nrw", header=1), KNOWN, TREE, TODAY)
    document = parse(result.text, "accounts.yaml")
    accounts, _ = bind(document, VALIDATORS, named=True)
    assert [problem.code for problem in document.problems] == []
    assert written_in(document) == []
    (account,) = accounts
    if hostile == "---":  # nothing, in a table
        assert "# „Bio“ (3:3): ---" in result.text
    else:
        values = [plain(account.fields)[key] for key in ("bio", "profile_name", "topic")]
        assert values == [hostile] * 3
    assert [line for line in result.text.splitlines() if visible(line) != line] == []


CELLS = st.text(max_size=30) | st.sampled_from(HOSTILE)
TITLES = st.sampled_from(
    ["Bio", "Thema", "Zweck", "Bemerkung", "Sonst was", "Profilname"]
) | st.text(max_size=12)


@settings(deadline=None, max_examples=150)
@given(
    titles=st.lists(TITLES, max_size=4),
    rows=st.lists(st.lists(CELLS, min_size=4, max_size=4), min_size=1, max_size=4),
)
def test_every_cell_is_found_again_in_the_file(titles, rows):
    table = Table("k.csv")
    heads = ["Plattform", "Handle", *titles]
    table.rows[1] = {n: Cell(1, n, text) for n, text in enumerate(heads, 1) if text.strip()}
    for number, cells in enumerate(rows, 2):
        values = ["X", f"konto{number}", *cells[: len(titles)]]
        table.rows[number] = {n: Cell(number, n, text) for n, text in enumerate(values, 1) if text}
    result = take(table, Asked("im-nrw", header=1), KNOWN, TREE, TODAY)
    document = parse(result.text, "accounts.yaml")
    accounts, _ = bind(document, VALIDATORS, named=True)
    assert [problem.code for problem in document.problems] == []
    assert written_in(document) == []
    assert len(accounts) + result.left == len(rows)
    values = {text for account in accounts for text in scalars(account.fields)}
    comments = [line for line in result.text.splitlines() if line.lstrip().startswith("#")]
    for cells in list(table.rows.values())[1:]:
        for cell in cells.values():
            column = result.layout.columns[cell.column]
            if column.field in ("platform", "handle") or column.platform or column.kept_out:
                continue
            shown = visible(cell.text.replace("\n", " ⏎ ").replace("\t", " "))
            normal = column.field not in ("", "comment", "bio", "topic", "purpose", "profile_name")
            assert cell.text in values or any(shown in line for line in comments) or normal


USUAL = st.sampled_from(
    [
        *(
            "X",
            "Twitter",
            "FB",
            "Mastodon",
            "Website",
            "@a",
            "a@b.example",
            "https://x.com/a",
            "x.com/a",
        ),
        *(
            "www.a.de",
            "https://",
            "http:// a",
            "//x.com/a",
            "ja",
            "nein",
            "x",
            "–",
            "k.A.",
            "in Arbeit",
        ),
        *(
            "01.02.2015",
            "2015",
            "99.99.9999",
            "ja, 1.2.2020",
            "aktiv",
            "fach",
            "im-nrw",
            "IM",
            "-5",
            "1e400",
        ),
        *("https://[::1", "https://a.de/ü?x=„y“", "ja\nnein", "a" * 600, "a" * 30_000, "1." * 40),
    ]
)
NAMES = st.sampled_from(["X", "Twitter", "Mastodon", "Website", "YouTube", "–", "Snapchat", ""])
ALL_TITLES = st.sampled_from([*words().titles, "Facebook", "Insta", "Twitter-Link"])


@settings(deadline=None, max_examples=200)
@given(st.data())
def test_whatever_stands_under_whatever_title_the_registry_is_faultless(data):
    titles = data.draw(st.lists(ALL_TITLES, min_size=1, max_size=8))
    table = Table("k.csv")
    table.rows[1] = {n: Cell(1, n, text) for n, text in enumerate(titles, 1)}
    for number in range(2, data.draw(st.integers(3, 6))):
        values = data.draw(st.lists(USUAL | CELLS, min_size=len(titles), max_size=len(titles)))
        row = {n: Cell(number, n, text) for n, text in enumerate(values, 1) if text.strip()}
        for cell in row.values():
            cell.link = data.draw(st.sampled_from(["", "", "https://x.com/a", "https://a.de/"]))
        table.rows[number] = row
    result = take(table, Asked("im-nrw", header=1), KNOWN, TREE, TODAY)
    registry(result.text)
    assert all("\n" not in line for line in lines(result.notices, "de"))
    assert (
        len(result.text)
        < 20 * sum(len(cell.text) + 100 for row in table.rows.values() for cell in row.values())
        + 2_000
    )


@settings(deadline=None, max_examples=300)
@given(
    cells=st.tuples(NAMES | CELLS, USUAL | CELLS, USUAL | CELLS),
    links=st.lists(
        st.sampled_from(["", "https://x.com/a", "https://a.de/"]), min_size=3, max_size=3
    ),
)
def test_what_tells_who_an_account_is_is_found_again_too(cells, links):
    table = Table("k.csv")
    table.rows[1] = {
        n: Cell(1, n, text) for n, text in enumerate(("Plattform", "Handle", "Link"), 1)
    }
    row = {n: Cell(2, n, trimmed(text)) for n, text in enumerate(cells, 1) if trimmed(text)}
    for cell, link in zip(row.values(), links, strict=False):
        cell.link = link
    table.rows[2] = row
    result = take(table, Asked("im-nrw", header=1), KNOWN, TREE, TODAY)
    (*accounts,) = registry(result.text)[0]
    values = {text for account in accounts for text in scalars(account.fields)}
    comments = [line for line in result.text.splitlines() if line.lstrip().startswith("#")]
    for number, cell in row.items():
        assert not cell.link or cell.link in values or any(cell.link in line for line in comments)
        if number == 1 and accounts and words().platform(cell.text) == accounts[0].platform:
            continue
        bare = cell.text.removeprefix("@").strip()
        url = as_url(cell.text)
        shown = visible(cell.text.replace("\n", " ⏎ ").replace("\t", " "))
        in_field = bare in values or (url and url in values)
        host = any(value.partition("@")[0] == bare for value in values)
        site = accounts and accounts[0].platform == "website" and f"https://{bare}" in values
        assert in_field or host or site or any(shown in line for line in comments), cell


def table_of(rows: int) -> bytes:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";")
    writer.writerow(["Behörde", "Plattform", "Handle", "Link", "seit", "Status", "Follower"])
    for number in range(rows):
        name = f"stadt.{number}"
        writer.writerow(
            [
                f"Stadt {number % 40}",
                "Insta",
                f"@{name}",
                f"instagram.com/{name}/",
                "bald",
                "aktiv",
                number,
            ]
        )
    return stream.getvalue().encode()


def seconds(rows: int) -> float:
    data = table_of(rows)
    times = []
    for _ in range(3):
        start = time.process_time()
        result = take(delimited.read(data, "k.csv"), Asked(), KNOWN, TREE, TODAY)
        times.append(time.process_time() - start)
    assert result.accounts == rows
    return min(times)


def test_five_thousand_rows_take_five_times_as_long_as_a_thousand():
    seconds(100)
    assert seconds(5_000) < 5 * seconds(1_000) * 1.8
