"""Write linter/names/confusables.py from the Unicode confusables that confusable-homoglyphs carries.

Run by hand when Unicode changes: `pip install confusable-homoglyphs`, then this script.
Kept are letters of other scripts that look like one plain letter and that no Unicode
normalisation turns into it.
"""

from __future__ import annotations

import json
import unicodedata
from importlib.util import find_spec
from pathlib import Path

TARGET = Path(__file__).parents[2] / "linter" / "names" / "confusables.py"
BY_HAND = {
    "ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "æ": "a", "Æ": "A",
    "œ": "o", "Œ": "O", "€": "e", "£": "l", "¥": "y", "ħ": "h", "ŧ": "t", "ĸ": "k", "ƒ": "f", "ß": "",
    "υ": "u", "в": "b", "к": "k", "м": "m", "н": "h", "т": "t", "п": "n", "г": "r", "и": "u", "я": "r", "ѵ": "v",
}  # fmt: skip
"""What the Unicode table leaves to the eye, and letters with a stroke."""
HEAD = '''"""Letters of other scripts that look like plain ones; made by benchmarks/names/build_confusables.py.

Data: Unicode confusables.txt (UTS #39), © Unicode, Inc., Unicode License v3, by way of the Python
package confusable-homoglyphs (MIT). Loaded only for names that are not ASCII.
"""

from __future__ import annotations

'''


def table() -> dict[str, str]:
    """Each look-alike letter with the plain letter that it passes for."""
    spec = find_spec("confusable_homoglyphs")
    if spec is None or spec.origin is None:
        raise SystemExit("confusable-homoglyphs is not installed")
    data = json.loads((Path(spec.origin).parent / "confusables.json").read_text(encoding="utf-8"))
    found: dict[str, str] = {}
    for char, twins in data.items():
        if (
            len(char) != 1
            or char.isascii()
            or not unicodedata.category(char).startswith(("L", "N"))
        ):
            continue
        if unicodedata.normalize("NFKD", char)[0].isascii():
            continue
        plain = [
            t["c"] for t in twins if len(t["c"]) == 1 and t["c"].isascii() and t["c"].isalpha()
        ]
        alike = [c for c in plain if c.isupper() == char.isupper()] or plain
        if alike == ["l"] and char.isupper():
            alike = ["I"]  # the table has one form for l and I
        if alike:
            # ℓ-like strokes pass for l in running text, never for I
            found[char] = "l" if set(plain) >= {"I", "l"} and not char.isupper() else min(alike)
    found.update({char: plain for char, plain in BY_HAND.items() if plain})
    return dict(sorted(found.items()))


def escaped(text: str) -> str:
    """Right-to-left letters and others would make the module unreadable."""
    return "".join(
        char
        if ord(char) < 0x590
        else f"\\u{ord(char):04x}"
        if ord(char) < 0x10000
        else f"\\U{ord(char):08x}"
        for char in text
    )


def main() -> None:
    """Write the module."""
    found = table()
    lines = [HEAD]
    for name, letters in (("OTHERS", found), ("PLAIN", found.values())):
        text = "".join(letters)
        lines.append(f"{name} = (\n")
        lines += [f'    "{escaped(text[at : at + 40])}"\n' for at in range(0, len(text), 40)]
        lines.append(")\n")
    lines.append("LOOK_ALIKE = dict(zip(OTHERS, PLAIN, strict=True))\n")
    TARGET.write_text("".join(lines), encoding="utf-8")
    print(f"{len(found)} letters")


if __name__ == "__main__":
    main()
