"""Writing a waiver touches nothing else in a file, in whatever way that is written."""

from __future__ import annotations

import json
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from linter.registry.edit import NewWaiver
from tests.registry.editing import added, check

TEXT = st.text(
    st.characters(
        codec="utf-8", exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="\ufeff"
    ),
    max_size=12,
)
BREAKS = st.sampled_from(["\n", "\r\n", "\r"])


@st.composite
def scalars(draw):
    kind = draw(st.sampled_from(["plain", "single", "double", "empty", "shared"]))
    if kind == "plain":
        return draw(
            st.sampled_from(["A", "IM_NRW", "https://x.com/a#b", "2015-03-01", "no", "ä-ö"])
        )
    if kind == "shared":
        return draw(st.sampled_from(["*unit", "*operator", "! no", "!!str 3", "~"]))
    if kind == "single":
        return "'" + draw(TEXT).replace("'", "''") + "'"
    if kind == "double":
        return json.dumps(draw(TEXT), ensure_ascii=False)
    return "''"


@st.composite
def waiver_lists(draw, column: int, newline: str, flow: bool):
    pad = " " * column
    choice = draw(
        st.sampled_from(["none", "empty", "flow"] + ["block", "bare", "tight"] * (not flow))
    )
    if choice == "none":
        return None
    if choice == "empty":
        return "waivers: []"
    if choice == "flow":
        return "waivers: [{code: X1, reason: y}, {code: X2}]"
    if choice == "bare":
        return "waivers:" + draw(st.sampled_from(["", " ", " # later"]))
    dash = pad if choice == "tight" else pad + "  "
    items = [f"{dash}- code: X1", f"{dash}  reason: y  # c", f"{dash}- {{code: X2}}"]
    return newline.join(["waivers:", *items])


@st.composite
def accounts(draw, name: str, column: int, newline: str):
    flow = draw(st.booleans())
    inner = column + 2
    pad = " " * inner
    own = draw(waiver_lists(inner, newline, flow))
    fields = [f"f{n}: {draw(scalars())}" for n in range(draw(st.integers(0, 3)))]
    if flow:
        parts = [f"id: {name}", *fields, *([own] if own else [])]
        gap = draw(st.sampled_from([", ", f",{newline}{pad}", " , "]))
        comment = draw(st.sampled_from(["", " # end"]))
        return " " * column + "- {" + gap.join(parts) + "}" + comment + newline
    if draw(st.booleans()):
        fields.append(f"list:{newline}{pad}- 1{newline}{pad}- k: v{newline}{pad}  l: [w, {{}}]")
    if draw(st.booleans()):
        fields.append("<<: *operator\t# as all\t")
    if draw(st.booleans()):
        style = draw(st.sampled_from(["|", ">", "|-", ">+", "|+", "|2-"]))
        body = draw(st.lists(st.sampled_from(["one", "", "# no comment", "a: b", "  deep", "two"])))
        fields.append(
            f"bio: {style}"
            + "".join(newline + (f"{pad}  {line}" if line else "") for line in ["text", *body])
        )
    if own:
        fields.insert(draw(st.integers(0, len(fields))), own)
    comments = ["", "", f"{newline}{pad}# note", newline, f"{newline}{newline}# margin"]
    rows = [f"id: {name}", *(f + draw(st.sampled_from(comments)) for f in fields)]
    return " " * column + "- " + (newline + pad).join(rows) + newline


@st.composite
def registries(draw):
    newline = draw(BREAKS)
    column = draw(st.sampled_from([0, 2, 4]))
    names = ["b", "a", "c"][: draw(st.integers(2, 3))]
    text = draw(st.sampled_from(["", f"---{newline}", f"%YAML 1.1{newline}---{newline}"]))
    text += f"registry: 1{newline}x: [&unit Presse, &operator {{unit: *unit}}]{newline}"
    text += f"accounts:{draw(st.sampled_from(['', ' # all', chr(9) + '# tab']))}{newline}"
    text += "".join(draw(accounts(name, column, newline)) for name in names)
    text += draw(
        st.sampled_from(["", newline, f"# end{newline}", f"other: 1{newline}", f"...{newline}"])
    )
    if draw(st.booleans()):
        text = text.removesuffix(newline)
    return draw(st.sampled_from(["", "\ufeff"])) + text


@settings(max_examples=250, deadline=None)
@given(registries(), TEXT)
def test_taking_the_inserted_bytes_out_again_gives_the_original(text, reason):
    waiver = NewWaiver("NRW106", reason or "x", date(2027, 3, 31), "LPA")
    check(text, added(text, waiver=waiver), waiver=waiver)
