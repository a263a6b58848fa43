"""How fast a night goes: amtlint, parsing and rules included, beside other crawlers, in one run.

`python benchmarks/crawl.py`: 300 sites of four pages of 40 kB, each answer 100 ms late, two
requests to a host at once. `--memory` crawls 1,000, 10,000 and 50,000 accounts, `--nights` a second
night of the same web; `--write FILE` writes the tables as Markdown. A peer that isn't installed is
left out. Everything runs on this machine, the web in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

HERE = Path(__file__).parent / "crawl"
sys.path[:0] = [str(HERE)]

from measure import PAGES, ROOT, Measured, Served, run  # noqa: E402
from pages import city  # noqa: E402

PEERS = {
    "Scrapy": ("with_scrapy.py", ("scrapy",)),
    "httpx + beautifulsoup4": ("with_httpx.py", ("httpx", "beautifulsoup4", "lxml")),
}
ABOUT = """\
{sites} sites of {pages} pages of 40 kB, each answer {latency:.0f} ms late, two requests to a host at once, all on this machine.
Welcome page, home page, Impressum and privacy notice; robots.txt before them is asked for and not counted. amtlint reads
every page, works out the click paths, reads the details of Impressum and notice, and asks its rules; the peers fetch the same
pages, parse them and take their text. CPU is that of all processes, start and end included, and so is the memory; amtlint reads
Impressum and notice in processes of their own, one for each processor. The limit is what waiting alone allows that many sites
in flight. The middle of the pages is made of 48 blocks, so that words come again more often than
on real sites; texts of more than a label's length are not remembered from page to page.
"""
NIGHTS = """\
## A second, unchanged night

`--history`: every page is asked for again, with a condition; what has not changed is neither parsed nor judged again, but for
the rules that ask for the day. What an account needed last night is asked at once, two requests to a host at a time as ever
and robots.txt before them: three answers are waited for one after the other instead of four. The goal is 5 times.
"""
MEMORY = """\
## Memory

Accounts of one small page each, beside what `amtlint check` needs for the same registry and as many findings (one an account):
the goal is that the crawl adds nothing that grows with it.
"""
SHOWN = ("aiohttp", "selectolax", "httpx", "beautifulsoup4", "lxml", "scrapy", "uvloop")


def registry(folder: Path, sites: int, *, small: bool = False) -> Path:
    """A registry of websites."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = ["registry: 1", "packs: [impressum, privacy]", "authorities:"]
    host, start = (
        ("klein-{:05d}.example", "/") if small else ("www.stadt-{:04d}.example", "/willkommen")
    )
    towns = [city(host.format(number)) for number in range(sites)]
    lines += [
        f"  - {{id: stadt-{n}, names: [Stadt {town.name}], domains: [{town.domain}], kind: city, jurisdiction: nrw,"
        f" address: {{street: Rathausplatz 1, postal_code: '{town.postal_code}', city: {town.name}}}}}"
        for n, town in enumerate(towns)
    ]
    lines.append("accounts:")
    lines += [
        f"  - {{id: www-{n}, authority: stadt-{n}, platform: website, handle: {town.host}, kind: authority,"
        f" status: active, url: 'http://{town.host}{start}'}}"
        for n, town in enumerate(towns)
    ]
    path = folder / f"registry-{sites}.yaml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def amtlint(path: Path, web: Served, at_once: int, *words: str) -> list[str]:
    """The words of a crawl."""
    return [
        *(sys.executable, "-m", "linter", "crawl", str(path), "--format", "json"),
        *("--resolve", f"*:80:127.0.0.1:{web.port}", "--allow-network", "127.0.0.0/8"),
        *("--jobs", str(at_once), "--per-host", "2", "--as-of", "2026-11-25", *words),
    ]


def installed(names: tuple[str, ...]) -> bool:
    """Whether all of them are."""
    try:
        return bool([version(name) for name in names])
    except PackageNotFoundError:
        return False


def compare(folder: Path, sites: int, latency: float, peers: list[str]) -> list[Measured]:
    """Run amtlint at 50 and 500 sites in flight, and the peers at 50."""
    rows: list[Measured] = []
    with Served(latency) as web:
        path = registry(folder, sites)
        rows.append(run("amtlint", amtlint(path, web, 50), web, sites, 50))
        for name in peers:
            script, needs = PEERS[name]
            if installed(needs):
                words = [
                    sys.executable,
                    str(HERE / script),
                    str(sites),
                    "50",
                    str(web.port),
                ]
                rows.append(run(name, words, web, sites, 50))
        more = max(750 * sites // 300, 1)
        path = registry(folder, more)
        rows.append(run("amtlint", amtlint(path, web, 500), web, more, 500))
    return rows


def nights(folder: Path, sites: int, latency: float) -> list[Measured]:
    """The same web on two nights; the second only tells what is new."""
    rows: list[Measured] = []
    for late in dict.fromkeys((latency, 0.0)):
        history = folder / f"history-{late}.sqlite"
        with Served(late) as web:
            path = registry(folder, sites)
            for night in ("first", "second"):
                words = amtlint(path, web, 50, "--history", str(history), "--only", "new")
                rows.append(run(f"{night} night, {late * 1000:.0f} ms", words, web, sites, 50))
    return rows


def memory(folder: Path, sizes: list[int]) -> list[tuple[Measured, float]]:
    """Ever more accounts of one small page each, beside the MiB of a mere check of that registry."""
    rows: list[tuple[Measured, float]] = []
    with Served(0.0) as web:
        for size in sizes:
            path = registry(folder, size, small=True)
            crawled = run("amtlint", amtlint(path, web, 50), web, size, 50)
            rows.append((crawled, _peak_of_check(path)))
    return rows


def _peak_of_check(path: Path) -> float:
    """MiB that the registry takes without a web, with the one finding an account that a crawl tells."""
    words = [sys.executable, "-m", "linter", "check", str(path), "--format", "json"]
    words += ["--select", "IMP304"]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    with subprocess.Popen(words, stdout=subprocess.DEVNULL, env=env, cwd=ROOT) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_maxrss / 1024


def table(head: list[str], rows: list[list[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def crawls(rows: list[Measured]) -> str:
    """The comparison."""
    head = [
        "crawler",
        "sites in flight",
        "pages/s",
        "of the limit",
        "CPU ms/page",
        "peak MiB",
        "failed",
        "at once per host",
    ]
    return table(
        head,
        [
            [
                r.name, str(r.at_once), f"{r.speed:.0f}", f"{100 * r.speed / r.limit:.0f} %", f"{r.cpu_page:.2f}",
                f"{r.peak:.0f}", str(r.failed), str(r.most),
            ]
            for r in rows
        ],
    )  # fmt: skip


def goals(rows: list[Measured]) -> str:
    """The goals, and whether they hold."""
    ours, many = rows[0], rows[-1]
    lines = [
        (f"{100 * ours.speed / ours.limit:.0f} % of the latency limit at 50 sites in flight", "≥ 60 %", ours.speed >= 0.6 * ours.limit),
        (f"{ours.cpu_page:.2f} ms CPU a page", "≤ 4 ms", ours.cpu_page <= 4),
        (f"{many.cpu_page / ours.cpu_page:.2f} times that at 500 sites in flight", "≤ 1.3", many.cpu_page <= 1.3 * ours.cpu_page),
        (f"{ours.failed + many.failed} failed requests", "0", not ours.failed + many.failed),
    ]  # fmt: skip
    for row in rows[1:-1]:
        if row.name == "Scrapy":
            ratio = ours.speed / row.speed
            lines.append((f"{ratio:.1f} times the pages/s of Scrapy", "≥ 4", ratio >= 4))
        else:
            ratio = row.cpu_page / ours.cpu_page
            lines.append((f"1/{ratio:.1f} of the CPU of {row.name}", "≤ 1/8", ratio >= 8))
    return table(
        ["measured", "goal", ""], [[m, g, "yes" if held else "no"] for m, g, held in lines]
    )


def main() -> None:
    """Measure, print, and write if told."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sites", type=int, default=300)
    parser.add_argument("--latency", type=float, default=0.1, help="seconds before each answer")
    parser.add_argument("--peer", action="append", choices=[*PEERS, "none"], help="only these")
    parser.add_argument("--nights", action="store_true", help="a second, unchanged night")
    parser.add_argument("--memory", nargs="?", const="1000,10000,50000", help="numbers of accounts")
    parser.add_argument("--write", type=Path, metavar="FILE", help="as Markdown")
    options = parser.parse_args()
    peers = [name for name in options.peer or PEERS if name in PEERS]
    told = (
        f"Measured on {time.strftime('%Y-%m-%d')} by `python benchmarks/crawl.py{_words()}`, as it came out, on"
        f" {platform.machine()} with {os.cpu_count()} CPUs, load {os.getloadavg()[0]:.1f} at the start,"
        f" Python {platform.python_version()}."
    )
    parts = ["# How fast a crawl goes\n", told]
    shown = [f"{name} {version(name)}" for name in SHOWN if installed((name,))]
    parts.append(f"{', '.join(shown)}.\n")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = compare(folder, options.sites, options.latency, peers)
        about = ABOUT.format(sites=options.sites, pages=PAGES, latency=1000 * options.latency)
        parts += [about, crawls(rows), goals(rows)]
        if options.nights:
            parts.append(NIGHTS)
            parts.append(_nights_told(nights(folder, options.sites, options.latency)))
        if options.memory:
            measured = memory(folder, [int(size) for size in options.memory.split(",")])
            parts += [MEMORY, _memory_told(measured)]
    text = "\n".join(parts)
    print(text)
    if options.write:
        options.write.write_text(text, encoding="utf-8")


def _words() -> str:
    return "".join(
        f" {word}" for word in sys.argv[1:] if not word.endswith(".md") and word != "--write"
    )


def _memory_told(rows: list[tuple[Measured, float]]) -> str:
    head = ["accounts", "peak MiB", "of a mere check", "CPU ms/account", "seconds", "failed"]
    lines = [
        [f"{r.sites:,}", f"{r.peak:.0f}", f"{check:.0f}", f"{1000 * r.cpu / r.sites:.2f}", f"{r.whole:.0f}", str(r.failed)]
        for r, check in rows
    ]  # fmt: skip
    return table(head, lines)


def _nights_told(rows: list[Measured]) -> str:
    head = ["night", "seconds", "CPU s", "pages", "not modified", "times faster", "findings told"]
    lines = []
    for number, row in enumerate(rows):
        faster = rows[number - 1].whole / row.whole if number % 2 else 1.0
        told = len(json.loads(row.out)["findings"])
        lines.append(
            [row.name, f"{row.whole:.2f}", f"{row.cpu:.2f}", str(row.pages), str(row.unchanged), f"{faster:.1f}", str(told)]
        )  # fmt: skip
    return table(head, lines)


if __name__ == "__main__":
    main()
