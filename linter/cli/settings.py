"""Where the command line meets the machine: config discovery, cache folder, terminal, output files."""

from __future__ import annotations

import os
import sys

from linter.config import Config, discover, load_config, nearest, passed_over
from linter.errors import LinterError

BASELINE = ".amtlint-baseline.json"
NOT_READ = {
    "de": "{path} wird nicht gelesen; die Konfiguration heißt .amtlint.yaml.",
    "en": "{path} is not read; the configuration is called .amtlint.yaml.",
}


SEVERAL = {
    "de": "Für die genannten Dateien gelten verschiedene Konfigurationen: {found}.",
    "en": "Different configurations hold for the named files: {found}.",
}
ONE_BY_ONE = {
    "de": "Prüfen Sie die Ordner einzeln, oder nennen Sie eine Konfiguration mit --config.",
    "en": "Lint the folders one by one, or name one configuration with --config.",
}
NO_CONFIG = {"de": "{path} (keine)", "en": "{path} (none)"}


def find_config(named: str | None, paths: tuple[str, ...], *, marked: bool = False) -> Config:
    """The config by name, else the nearest above this folder, else above all the paths.

    marked: of the named files those without the registry marker do not count. Raises
    `LinterError` where each path has a config of its own.
    """
    path = named or nearest(paths) or _common(paths, marked=marked)
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


def _common(paths: tuple[str, ...], *, marked: bool) -> str | None:
    """The one config of all paths where none stands above them all."""
    if marked and len(paths) > 1:
        from linter.registry.load import has_marker  # noqa: PLC0415 - hardly ever

        paths = tuple(path for path in paths if has_marker(path))
    configs = {discover(path): path for path in reversed(paths) if path != "-"}
    if len(configs) <= 1:
        return next(iter(configs), None)
    listed = sorted(configs.items(), key=lambda item: item[1])
    raise LinterError(
        {
            lang: text.format(
                found=", ".join(
                    NO_CONFIG[lang].format(path=path) if config is None else os.path.relpath(config)
                    for config, path in listed
                )
            )
            for lang, text in SEVERAL.items()
        },
        hint=ONE_BY_ONE,
    )


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


def speak_utf8() -> None:
    """Formats for programs are UTF-8, as they say themselves, whatever the terminal's encoding is."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8")


def out(text: str, file: str = "", *, people: bool = False) -> None:
    """Write to standard output, or to a file as a whole; people: who reads it sits at the terminal."""
    if not file:
        if not people:
            speak_utf8()
        sys.stdout.write(text)
        return
    from linter.atomic import write_atomically  # noqa: PLC0415 - only with --output

    write_atomically(file, text.encode(errors="backslashreplace"))
