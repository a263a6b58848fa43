"""How fast is the offline half? Ratios against peers, all taken in one run.

    python benchmarks/offline.py            prints the table
    python benchmarks/offline.py --write    and writes it to docs/benchmarks.md
    python benchmarks/offline.py --quick    small sizes only

Every figure is the CPU time (user + system) of a whole process, the median of interleaved
rounds, so that a busy machine disturbs all alike. Nothing here passes or fails.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path

from registry import registry

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
SIZES = (1, 100, 1_000, 10_000, 50_000)
PEERS_UP_TO = 1_000
"""Sizes above take yamllint and check-jsonschema minutes."""

LOAD = "import sys, gc, yaml; gc.disable(); yaml.load(open(sys.argv[1]), Loader=yaml.CSafeLoader)"
START = "import yaml, click"


@dataclass(frozen=True, slots=True)
class Measured:
    """CPU seconds (median of the rounds) and peak memory in KiB (largest)."""

    cpu: float
    peak: int


def once(command: list[str]) -> tuple[float, int]:
    """CPU seconds and peak KiB of one process, from the kernel's own accounting."""
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT
    )
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def interleaved(commands: dict[str, list[str]], rounds: int) -> dict[str, Measured]:
    """Run all commands in turn, several rounds; the first round warms caches and is dropped."""
    runs: dict[str, list[tuple[float, int]]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, command in commands.items():
            result = once(command)
            if number:
                runs[name].append(result)
    return {
        name: Measured(statistics.median(cpu for cpu, _ in found), max(peak for _, peak in found))
        for name, found in runs.items()
    }


def commands_for(path: Path, schema: Path, accounts: int) -> dict[str, list[str]]:
    """What is compared at a size."""
    amtlint = [str(BIN / "amtlint"), "check", str(path), "--format", "concise"]
    commands = {
        "amtlint": amtlint,
        "load": [sys.executable, "-c", LOAD, str(path)],
        "start": [sys.executable, "-c", START],
    }
    if accounts <= PEERS_UP_TO:
        commands["yamllint"] = [str(BIN / "yamllint"), str(path)]
        commands["check-jsonschema"] = [
            str(BIN / "check-jsonschema"),
            "--schemafile",
            str(schema),
            str(path),
        ]
    return commands


def measure(sizes: tuple[int, ...]) -> dict[int, dict[str, Measured]]:
    """All sizes; fewer rounds where one takes long."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        schema = Path(folder, "registry.schema.json")
        schema.write_bytes(
            subprocess.run([BIN / "amtlint", "schema"], capture_output=True, check=True).stdout
        )
        for accounts in sizes:
            path = Path(folder, f"{accounts}.yaml")
            path.write_text(registry(accounts), encoding="utf-8")
            rounds = 11 if accounts <= 100 else 5 if accounts <= 1_000 else 3
            found[accounts] = interleaved(commands_for(path, schema, accounts), rounds)
            print(f"{accounts} accounts measured", file=sys.stderr)
    return found


def ratio(one: Measured, other: Measured | None) -> str:
    """How often `one` fits into `other`, or the other way round, as people say it."""
    return f"{one.cpu / other.cpu:.3f}" if other else "–"


def report(found: dict[int, dict[str, Measured]]) -> str:
    """The table and how each goal came out, in Markdown."""
    first = found[min(found)]
    lines = [
        "# Benchmarks",
        "",
        f"Measured on {date.today().isoformat()} by `python benchmarks/offline.py --write`, as they came out.",  # noqa: DTZ011
        f"CPython {platform.python_version()}, PyYAML {version('pyyaml')} (libyaml), click {version('click')};",
        f"peers: yamllint {version('yamllint')}, check-jsonschema {version('check-jsonschema')} with amtlint's own schema.",
        f"{os.cpu_count()} cores, {platform.machine()}. CPU time of whole processes, medians of interleaved rounds;",
        "the ratios count, not the milliseconds. One account in ten of the generated registry has a fault; all built-in",
        "rules that apply run, with exact places.",
        "",
        "| accounts | amtlint, ms | µs per account | peak, MiB | KiB per account | ÷ `yaml.load` (C, gc off) | ÷ yamllint | ÷ check-jsonschema |",
        "|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for accounts, at in found.items():
        mine = at["amtlint"]
        over = (mine.cpu - first["amtlint"].cpu) / max(accounts - 1, 1)
        lines.append(
            f"| {accounts:,} | {mine.cpu * 1000:,.0f} | {over * 1e6:,.0f} | {mine.peak / 1024:,.0f} | "
            f"{mine.peak / accounts:,.1f} | {ratio(mine, at['load'])} | {ratio(mine, at.get('yamllint'))} | "
            f"{ratio(mine, at.get('check-jsonschema'))} |"
        )
    lines += ["", "| goal | measured |", "|---|---|", *goals(found), ""]
    lines += [
        "The names of the generated accounts are words in many combinations with a running number; real ones are more varied, which",
        "makes the larger registries look a little better than real ones.",
        "",
        "*µs per account* is the time over that of one account, divided by the accounts. *KiB per account* is the whole",
        "process's peak divided by the accounts.",
        "",
    ]
    return "\n".join(lines)


def goals(found: dict[int, dict[str, Measured]]) -> list[str]:
    """Each goal beside what was measured."""
    rows = []
    one = found.get(1)
    if one:
        rows.append(
            '| one account: start-up at most 1.3 × `python -c "import yaml, click"` | '
            f"{one['amtlint'].cpu / one['start'].cpu:.2f} × |"
        )
    if 10_000 in found:
        at = found[10_000]
        rows.append(
            "| 10,000 accounts: no slower than `yaml.load(CSafeLoader)`, gc off | "
            f"{at['amtlint'].cpu / at['load'].cpu:.2f} × |"
        )
        rows.append(
            f"| peak memory at most 10 KiB per account (10,000) | {at['amtlint'].peak / 10_000:.1f} KiB |"
        )
    if 1_000 in found:
        at = found[1_000]
        rows += [
            f"| 1,000 accounts: at most 1/15 of the CPU of {peer} | 1/{at[peer].cpu / at['amtlint'].cpu:.0f} |"
            for peer in ("yamllint", "check-jsonschema")
        ]
    if 50_000 in found and 1_000 in found and one:
        base = one["amtlint"].cpu
        per = {n: (found[n]["amtlint"].cpu - base) / n for n in (1_000, 50_000)}
        rows.append(
            "| cost per account at 50,000 at most 1.15 × that at 1,000 | "
            f"{per[50_000] / per[1_000]:.2f} × |"
        )
        rows.append(
            f"| peak memory at most 10 KiB per account (50,000) | {found[50_000]['amtlint'].peak / 50_000:.1f} KiB |"
        )
    return rows


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    text = report(measure(SIZES[:3] if options.quick else SIZES))
    print(text)
    if options.write:
        (ROOT / "docs" / "benchmarks.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
