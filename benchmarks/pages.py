"""How well pages are read: precision and recall beside plain keywords, and the cost.

`python benchmarks/pages.py CORPUS`, where CORPUS holds `labels.yaml` and the pages it names.
`--split` reports every third page apart: of the corpus the figures are from, those pages stayed
unread until they were measured once, and have been read since. `--wrong FIELD` lists what is wrong
(`all` for everything).
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE / "pages")]

import baseline  # noqa: E402
from accusations import accusations  # noqa: E402
from measure import Rate, Score, score  # noqa: E402

from linter.pages import read_page  # noqa: E402
from linter.pages.inspection import inspection  # noqa: E402

EVERY = 3
"""Of the pages' numbers, those divisible by this were read later."""
GOALS = {
    "kind impressum": (0.99, 0.97),
    "kind privacy": (0.99, 0.97),
    **dict.fromkeys(
        ("provider_name", "street", "postal_code", "city", "email", "phone", "representative"),
        (0.97, 0.95),
    ),
    **dict.fromkeys(("cites_tmg", "cites_ddg", "cites_rstv", "os_platform_link"), (1.0, 1.0)),
    "links impressum": (0.99, 0.98),
    "links privacy": (0.99, 0.98),
}
TYPES = {".txt": "text/plain", ".md": "text/markdown"}
COST = {"to selectolax": 1.5, "of bs4+lxml": 1 / 12, "details worst": 40.0, "notice worst": 40.0}
HEAD = ("what", "goal P/R", "P", "R", "hits", "false", "missed", "keywords P", "keywords R")


def main() -> int:
    """Print the tables; exit 1 where a goal is missed."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("corpus", type=Path)
    options.add_argument("--part", choices=["all", "first", "later"], default="all")
    options.add_argument("--split", action="store_true", help="both parts, one after the other")
    options.add_argument("--wrong", metavar="FIELD", help="list what is wrong")
    options.add_argument("--no-speed", action="store_true")
    options.add_argument(
        "--write", type=Path, metavar="FILE", help="put the tables into a document"
    )
    chosen = options.parse_args()
    labels = yaml.safe_load((chosen.corpus / "labels.yaml").read_text(encoding="utf-8"))
    parts = ("first", "later") if chosen.split else (chosen.part,)
    good, text = True, []
    for part in parts:
        entries = [entry for entry in labels if part in ("all", _part(entry))]
        scored = score(entries, {_name(e): _answer(chosen.corpus, e) for e in entries})
        plain = score(entries, {_name(e): _keywords(chosen.corpus, e) for e in entries})
        good &= not missed_goals(scored)
        text += [f"### {TITLES[part]} ({len(entries)} pages)", "", *table(scored, plain), ""]
        if chosen.wrong:
            list_wrong(scored, chosen.wrong)
    text += ["### What the rules make of it", "", *accusations(chosen.corpus, labels), ""]
    if not chosen.no_speed:
        lines, cheap = cost(chosen.corpus, [e for e in labels if chosen.part in ("all", _part(e))])
        text += lines
        good &= cheap
    print("\n".join(text))
    if chosen.write:
        write(chosen.write, "\n".join(text))
    return 0 if good else 1


def list_wrong(scored: Score, field: str) -> None:
    """What is wrong, a line each."""
    for what, page, how, value in scored.wrong:
        if field in (what, "all"):
            print(what, page, how, value, sep="\t")


TITLES = {"all": "All pages", "first": "Read from the beginning", "later": "Read later"}


def _name(entry: dict[str, Any]) -> str:
    return str(entry["file"]).rsplit("/", 1)[-1]


def _part(entry: dict[str, Any]) -> str:
    number = re.match(r"\d+", _name(entry))
    return "later" if number and int(number.group()) % EVERY == 0 else "first"


def _answer(corpus: Path, entry: dict[str, Any]) -> dict[str, Any]:
    path = corpus / entry["file"]
    page = read_page(path.read_bytes(), content_type=TYPES.get(path.suffix, ""))
    return inspection(page, str(path))


def _keywords(corpus: Path, entry: dict[str, Any]) -> dict[str, Any]:
    path = corpus / entry["file"]
    return baseline.read(path.read_bytes(), html=path.suffix not in TYPES)


def missed_goals(scored: Score) -> list[str]:
    """What falls short of its goal."""
    return [
        what
        for what, (precision, recall) in GOALS.items()
        if (rate := scored.rates.get(what, Rate())).precision < precision or rate.recall < recall
    ]


def table(scored: Score, plain: Score) -> list[str]:
    """One row for everything that was looked for; an asterisk marks a goal that is missed."""
    short = set(missed_goals(scored))
    rows = [HEAD]
    for what, rate in scored.rates.items():
        goal = GOALS.get(what)
        other = plain.rates.get(what, Rate())
        rows.append(
            (f"{what} *" if what in short else what, f"{goal[0]:.2f}/{goal[1]:.2f}" if goal else "",
             f"{rate.precision:.3f}", f"{rate.recall:.3f}", str(rate.hits), str(rate.alarms),
             str(rate.misses), f"{other.precision:.3f}", f"{other.recall:.3f}")
        )  # fmt: skip
    return markdown(rows)


def markdown(rows: list[tuple[str, ...]]) -> list[str]:
    """A Markdown table that can be read as it stands."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]

    def line(cells: tuple[str, ...]) -> str:
        padded = [
            c.ljust(w) if i == 0 else c.rjust(w)
            for i, (c, w) in enumerate(zip(cells, widths, strict=True))
        ]
        return f"| {' | '.join(padded)} |"

    rule = (
        "|" + "|".join("-" * (w + 1) + ("-" if i == 0 else ":") for i, w in enumerate(widths)) + "|"
    )
    return [line(rows[0]), rule, *map(line, rows[1:])]


def cost(corpus: Path, labels: list[dict[str, Any]]) -> tuple[list[str], bool]:
    """The cost over the corpus's HTML pages, and whether it keeps within the goals."""
    import speed  # noqa: PLC0415 - its peers are heavy

    pages = [(corpus / e["file"]).read_bytes() for e in labels if e["file"].endswith(".html")]
    sets = {"pages of the corpus": pages, "generated pages": speed.generated()}
    rows: list[tuple[str, ...]] = [("what", *sets, "goal")]
    found = [speed.compare(ones) for ones in sets.values()]
    rows.append(("pages", *(f"{len(ones)}" for ones in sets.values()), ""))
    rows.append(("MB", *(f"{sum(map(len, ones)) / 1e6:.2f}" for ones in sets.values()), ""))
    rows += [
        (f"{name}, ms for all", *(f"{one[name]:.1f}" for one in found), "")
        for name in ("selectolax", "bs4+lxml", "amtlint")
    ]
    rows.append(
        (
            "links + kind, times selectolax",
            *(f"{one['to selectolax']:.2f}" for one in found),
            "≤ 1.50",
        )
    )
    rows.append(
        (
            "links + kind, of bs4+lxml",
            *(f"1/{1 / one['of bs4+lxml']:.1f}" for one in found),
            "≤ 1/12",
        )
    )
    dear = speed.details(pages)
    for name, title in (("details", "details"), ("notice", "privacy elements")):
        rows.append((f"{title}, ms for 100 kB, median", f"{dear[f'{name} median']:.1f}", "", ""))
        rows.append((f"{title}, ms for 100 kB, worst", f"{dear[f'{name} worst']:.1f}", "", "≤ 40"))
    cheap = all(
        one[name] <= COST[name] for one in found for name in ("to selectolax", "of bs4+lxml")
    )
    cheap &= all(dear[name] <= COST[name] for name in ("details worst", "notice worst"))
    return ["### Cost", "", *markdown(rows), ""], cheap


BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"


def write(path: Path, text: str) -> None:
    """Put the tables between the document's marks."""
    before, begin, rest = path.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise SystemExit(f"{path} lacks the marks {BEGIN} … {END}")
    path.write_text(f"{before}{BEGIN}\n\n{text.strip()}\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
