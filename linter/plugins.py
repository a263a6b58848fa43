"""Installed plug-ins, found through entry points; nothing is imported from the working directory.

Reading all entry points takes longer than linting a registry, so installed distributions are
first searched for the word alone; only where one names a group of ours is the standard
library asked.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from linter.bundle import bundle, fresh
from linter.checks.base import Check
from linter.checks.params import PLUGIN_CHECKS
from linter.errors import LinterError, in_one_line
from linter.text import LANGUAGES

if TYPE_CHECKING:
    from linter.platforms.platform import Platform
    from linter.rulebook.book import Rulebook

STANDARD = os.path.dirname(os.__file__)  # noqa: PTH120 - the hook's path
"""The standard library's folder: hundreds of files, and nothing is ever installed in it."""
READING = os.O_RDONLY | getattr(os, "O_BINARY", 0)
MOST = 1 << 16
"""Bytes of a list of entry points that are looked at."""
VERIFICATION = ("yes", "conditional", "self_proof", "no")
NONE = type(None)
GROUPS = ("amtlint.checks", "amtlint.packs", "amtlint.platforms", "amtlint.reporters")

MISSING = {
    "de": "Vielleicht bringt es ein Plug-in mit, das fehlerhaft ist: ",
    "en": "A plug-in that is broken may bring it: ",
}


@bundle
class Plugins:
    """What plug-ins brought: folders of packs (name, folder), who they are, and what is broken.

    broken: the names of those of which something could not be loaded.
    """

    names: list[str] = fresh(factory=list)
    packs: list[tuple[str, str]] = fresh(factory=list)
    errors: list[LinterError] = fresh(factory=list)
    broken: set[str] = fresh(factory=set)


def installed(paths: list[str] | None = None) -> bool:
    """Does any installed distribution name one of our groups? A cheap look, no imports."""
    for folder in sys.path if paths is None else paths:
        if not folder or folder.removesuffix("lib-dynload").rstrip(os.sep) == STANDARD:
            continue
        try:
            names = os.listdir(folder)  # noqa: PTH208 - the hook's path
        except OSError:
            continue
        for name in names:
            if name.endswith((".dist-info", ".egg-info")) and _speaks(f"{folder}/{name}"):
                return True
    return False


def _speaks(folder: str) -> bool:
    """Whether a distribution names one of our groups; most have no such file at all."""
    try:
        file = os.open(f"{folder}/entry_points.txt", READING)
    except OSError:
        return False
    try:
        return b"[amtlint." in os.read(file, MOST)
    except OSError:
        return False
    finally:
        os.close(file)


def load_plugins(*, strictly: bool = True) -> Plugins:
    """Load what is installed; raises `LinterError` for one that is broken, unless told not to."""
    plugins = Plugins()
    if installed():
        from importlib.metadata import distributions  # noqa: PLC0415 - slow, see above

        found = [
            (point.group, point.name, dist.metadata["Name"], dist.version, point)
            for dist in distributions()
            for point in dist.entry_points
            if point.group in GROUPS
        ]
        for group, name, owner, version, point in sorted(found, key=lambda f: f[:3]):
            label = f"{owner} {version}"
            if label not in plugins.names:
                plugins.names.append(label)
            if group != "amtlint.reporters":  # loaded when the format is asked for
                try:
                    _take(plugins, group, name, owner, point)
                except LinterError as error:
                    if strictly:
                        raise
                    plugins.errors.append(error)
                    plugins.broken.add(owner)
    return plugins


def open_rulebook(pack_paths: tuple[str, ...], cache_dir: str | None) -> tuple[Rulebook, Plugins]:
    """The rulebook with what plug-ins bring; what of them is broken is left out, and told in `errors`."""
    from linter.rulebook.book import load_rulebook  # noqa: PLC0415 - it knows nothing of plug-ins

    plugins = load_plugins(strictly=False)
    faults: list[tuple[str, LinterError]] = []
    try:
        book = load_rulebook(
            list(pack_paths), cache_dir=cache_dir, plugin_packs=plugins.packs, faults=faults
        )
    except LinterError:
        if plugins.errors:  # the house's own pack may need what the plug-in failed to bring
            raise plugins.errors[0] from None
        raise
    for owner, error in faults:
        if owner not in plugins.broken:  # else this comes of that
            plugins.errors.append(error)
            plugins.broken.add(owner)
    if plugins.errors:
        book.missing = {lang: MISSING[lang] + plugins.errors[0].render(lang) for lang in LANGUAGES}
    return book, plugins


def _add_platform(loaded: Any, name: str) -> None:
    from copy import copy  # noqa: PLC0415 - few plug-ins bring one

    from linter.platforms import add  # noqa: PLC0415 - as above
    from linter.platforms.platform import Platform  # noqa: PLC0415
    from linter.watched import watched_function, watched_reader  # noqa: PLC0415

    if not isinstance(loaded, Platform) or loaded.name != name:
        raise TypeError("a platform is a Platform of the entry point's name")
    platform = copy(loaded)
    _sound(platform)
    platform.foreign = True
    platform.profile = watched_function(platform.profile, f"platform {name}: profile", (str, NONE))
    platform.canon = watched_function(platform.canon, f"platform {name}: canon", (str,))
    if platform.reader is not None:
        platform.reader = watched_reader(platform.reader)
    add(platform)


def _sound(platform: Platform) -> None:
    """Raise for what would fail in the middle of a run: `Platform` itself looks at nothing."""
    from linter.rulebook.verify import probe_whole  # noqa: PLC0415 - few plug-ins bring one

    says, domains = platform.says, platform.domains
    if not isinstance(says, dict) or not all(_is_text(says.get(lang)) for lang in LANGUAGES):
        raise TypeError(f"`says` is a text in each of the languages {', '.join(LANGUAGES)}")
    if not _is_text(platform.title) or not _is_text(platform.grammar):
        raise TypeError("`title` and `grammar` are texts")
    if not isinstance(domains, (tuple, list)) or not all(map(_is_text, domains)):
        raise TypeError("`domains` is a tuple of texts")
    if platform.verification not in VERIFICATION:
        raise ValueError(f"`verification` is one of {', '.join(VERIFICATION)}")
    functions = (platform.profile, platform.canon, platform.reader or str)
    if not all(map(callable, functions)):
        raise TypeError("`profile`, `canon` and `reader` are functions")
    try:
        probe_whole(platform.grammar)
    except TimeoutError:
        raise ValueError(
            "the grammar takes for ever on some handles; avoid nested repetitions such as (a+)+"
        ) from None


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _take(plugins: Plugins, group: str, name: str, owner: str, point: Any) -> None:
    from linter.watched import aside, watched  # noqa: PLC0415 - few have a plug-in

    try:
        with aside():
            loaded = point.load()
        if group == "amtlint.checks":
            if not isinstance(loaded, Check) or "." not in name:
                raise TypeError("a check needs a prefixed name and must be made with @check")
            PLUGIN_CHECKS[name] = watched(loaded)
        elif group == "amtlint.packs":
            folder = loaded if isinstance(loaded, str) else os.path.dirname(loaded.__file__)  # noqa: PTH120
            plugins.packs.append((owner, folder))
        else:
            _add_platform(loaded, name)
    except (Exception, SystemExit) as error:
        what = in_one_line(error)
        raise LinterError(
            {
                "de": f"Das Plug-in „{owner}“ ({group}: {name}) lässt sich nicht laden: {what}.",
                "en": f"The plug-in “{owner}” ({group}: {name}) cannot be loaded: {what}.",
            },
            hint={
                "de": "Aktualisieren oder deinstallieren Sie es.",
                "en": "Update or uninstall it.",
            },
        ) from error
