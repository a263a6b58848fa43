# ruff: noqa: INP001 - a script, run by its path
"""Write the generated pages of this folder, or check that they are up to date.

`python docs/generate.py` writes; `python docs/generate.py --check` changes nothing and ends
with 1 where a page is stale, missing or left over. One page per rule and per pack, the
references of registry and configuration, the table of checks in the guide to them, and the
outputs that hand-written pages show.
"""

from __future__ import annotations

import sys
from pathlib import Path

DOCS = Path(__file__).resolve().parent
sys.path.insert(0, str(DOCS.parent))

from docs.pages import checks, outputs, packs, reference  # noqa: E402 - the checkout, not what is installed

GENERATED = ("rules", "packs")
"""Folders that hold generated pages only."""


def pages() -> dict[Path, str]:
    """All generated pages by path."""
    guide = DOCS / "writing-checks-and-plugins.md"
    shown = {
        path: outputs.filled(path.read_text("utf-8"), DOCS.parent)
        for path in [*sorted(DOCS.glob("*.md")), DOCS.parent / "README.md"]
        if path.is_file() and outputs.OUTPUT.search(path.read_text("utf-8"))
    }
    return {
        **shown,
        **{DOCS / name: text for name, text in packs.pages().items()},
        DOCS / "registry.md": reference.registry_page(),
        DOCS / "config.md": reference.config_page(),
        guide: checks.filled(guide.read_text("utf-8")),
    }


def main() -> int:
    """Write or check; the exit code."""
    wanted = pages()
    there = {path for folder in GENERATED for path in (DOCS / folder).glob("*.md")}
    left_over = sorted(there - set(wanted))
    stale = [
        path
        for path, text in sorted(wanted.items())
        if not path.is_file() or path.read_text("utf-8") != text
    ]
    if "--check" in sys.argv[1:]:
        for path in [*stale, *left_over]:
            name = path.relative_to(DOCS.parent)
            sys.stderr.write(f"{name}: stale; run python docs/generate.py\n")
        return 1 if stale or left_over else 0
    for path in left_over:
        path.unlink()
    for path in stale:
        path.parent.mkdir(exist_ok=True)
        path.write_text(wanted[path], encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
