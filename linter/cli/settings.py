"""Where the command line meets the machine: config discovery, cache folder, terminal, output files."""

from __future__ import annotations

import os
import sys

from linter.config import Config, load_config, nearest, passed_over

BASELINE = ".amtlint-baseline.json"
NOT_READ = {
    "de": "{path} wird nicht gelesen; die Konfiguration heißt .amtlint.yaml.",
    "en": "{path} is not read; the configuration is called .amtlint.yaml.",
}


def find_config(named: str | None, paths: tuple[str, ...]) -> Config:
    """The config by name, else the nearest above this folder, else above all the paths."""
    path = named or nearest(paths)
    if not named and (other := passed_over(".", path)) is not None:
        from linter.cli.main import remark  # noqa: PLC0415 - hardly ever

        remark({lang: text.format(path=other) for lang, text in NOT_READ.items()})
    if path is None:
        return Config(baseline=BASELINE if os.path.exists(BASELINE) else "")  # noqa: PTH110 - the hook's path
    config = load_config(path)
    if not config.baseline:
        beside = os.path.join(config.folder, BASELINE)  # noqa: PTH118
        config.baseline = beside if os.path.lexists(beside) else ""
    return config


def cache_dir() -> str | None:
    """The user's cache folder for the compiled rulebook; None where there is none."""
    if os.environ.get("AMTLINT_NO_CACHE"):
        return None
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")  # noqa: PTH111, PTH118
    return os.path.join(base, "amtlint") if os.path.isabs(base) else None  # noqa: PTH117, PTH118


def columns() -> int:
    """The terminal's columns; `shutil` would know them, too, but loads three compressors first."""
    try:
        return int(os.environ.get("COLUMNS") or os.get_terminal_size().columns) or 100
    except (OSError, ValueError):
        return 100


def out(text: str, file: str = "") -> None:
    """Write to standard output, or to a file as a whole."""
    if not file:
        sys.stdout.write(text)
        return
    from linter.atomic import write_atomically  # noqa: PLC0415 - only with --output

    write_atomically(file, text.encode(errors="backslashreplace"))
