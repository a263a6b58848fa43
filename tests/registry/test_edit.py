"""A waiver is written into a registry: where it stands, and where it is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from linter.errors import LinterError
from linter.registry.edit import NewWaiver, quoted, with_waiver
from tests.registry.editing import WAIVER, added, check

BLOCK = [
    "- code: NRW106",
    '  reason: "Umbenennung ist beantragt"',
    "  until: 2027-03-31",
    "  approved_by: LPA",
]
FLOW = '{code: NRW106, reason: "Umbenennung ist beantragt", until: 2027-03-31, approved_by: LPA}'


def lines(column: int, first: str | None = None) -> str:
    out = [f"{' ' * column}{first}"] if first else []
    step = 2 if first else 0
    return "".join(f"{line}\n" for line in [*out, *(" " * (column + step) + b for b in BLOCK)])


def refused(text: str, account: str = "a") -> LinterError:
    with pytest.raises(LinterError) as caught:
        added(text, account)
    return caught.value


def test_a_new_list_stands_behind_the_accounts_last_value():
    head = "registry: 1\naccounts:\n  - id: a\n    platform: x\n"
    tail = "\n  # next one\n  - id: b\n    platform: x\n"
    assert added(head + tail) == head + lines(4, "waivers:") + tail


def test_a_comment_behind_the_last_value_stays_on_its_line():
    text = "accounts:\n- id: a\n  handle: A # quoted in the minutes\n  # end of a\n- id: b\n"
    cut = text.index("  # end of a")
    assert added(text) == text[:cut] + lines(2, "waivers:") + text[cut:]


def test_an_existing_block_list_grows_at_its_end_in_its_own_indentation():
    text = "accounts:\n- id: a\n  waivers:\n  - code: X1\n    reason: y # why\n\n  # about b\n- id: b\n"
    cut = text.index("\n  # about b")
    assert added(text) == text[:cut] + lines(2) + text[cut:]


def test_a_flow_list_grows_inside_its_brackets():
    text = "accounts:\n  - id: a\n    waivers: [{code: X1, reason: y}]  # one so far\n"
    assert added(text) == text.replace("y}]", f"y}}, {FLOW}]")


def test_a_flow_list_over_several_lines_with_a_last_comma_stays_valid():
    text = "accounts:\n  - id: a\n    waivers: [\n      {code: X1, reason: y},  # c\n    ]\n"
    assert added(text) == text.replace("y},", f"y}}, {FLOW},")


def test_an_empty_flow_list_is_filled():
    text = "accounts:\n  - id: a\n    waivers: []\n    handle: A\n"
    assert added(text) == text.replace("[]", f"[{FLOW}]")


def test_a_key_with_nothing_behind_it_gets_its_list_below():
    text = "accounts:\n  - id: a\n    waivers:  # none yet\n    handle: A\n"
    cut = text.index("    handle")
    assert added(text) == text[:cut] + lines(6) + text[cut:]


def test_a_null_gives_way_to_the_list():
    text = "accounts:\n  - id: a\n    waivers: ~\n    handle: A\n"
    assert added(text) == text.replace("~", f"[{FLOW}]")


def test_an_account_on_one_line_stays_on_one_line():
    text = "accounts:\n  - {id: a, handle: A}  # short\n  - {id: b}\n"
    assert added(text) == text.replace("handle: A}", f"handle: A, waivers: [{FLOW}]}}")


def test_a_whole_registry_in_flow_style_works():
    text = '{registry: 1, accounts: [{id: a, handle: "A"}, {id: b}]}'
    assert added(text) == text.replace('"A"', f'"A", waivers: [{FLOW}]')


def test_json_stays_json():
    text = '{"registry": 1, "accounts": [{"id": "a", "handle": "A"}, {"id": "b", "waivers": []}]}'
    both = added(added(added(text), "b"), "b", NewWaiver("NRW102", 'Ü "\u2028\U000e0001\\'))
    assert json.loads(both)["accounts"] == [
        {"id": "a", "handle": "A", "waivers": [dict(WAIVER.pairs())]},
        {
            "id": "b",
            "waivers": [
                dict(WAIVER.pairs()),
                {"code": "NRW102", "reason": 'Ü "\u2028\U000e0001\\'},
            ],
        },
    ]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_json_with_a_line_for_each_key_gets_a_line_for_the_waivers(newline):
    accounts = [{"id": "a", "handle": "A"}, {"id": "b"}]
    text = json.dumps({"registry": 1, "accounts": accounts}, indent=2).replace("\n", newline)
    data, line = with_waiver(text.encode(), "r.yaml", "a", WAIVER)
    told = data.decode()
    assert told.split(newline)[line - 1].startswith('      "waivers": [{"code": ')
    assert json.loads(told)["accounts"][0]["waivers"] == [dict(WAIVER.pairs())]


def test_windows_line_ends_are_kept_and_used():
    text = "accounts:\r\n  - id: a\r\n    handle: A\r\n  - id: b\r\n"
    head = "accounts:\r\n  - id: a\r\n    handle: A\r\n"
    new = lines(4, "waivers:").replace("\n", "\r\n")
    assert added(text) == head + new + "  - id: b\r\n"


def test_a_file_without_a_last_line_end_keeps_lacking_it():
    text = "accounts:\n  - id: a\n    handle: A"
    assert added(text) == text + "\n" + lines(4, "waivers:").removesuffix("\n")


def test_a_byte_order_mark_stays():
    data = "\ufeffaccounts:\n  - id: a\n".encode()
    assert with_waiver(data, "r.yaml", "a", WAIVER) == (
        data + lines(4, "waivers:").encode(),
        3,
    )


@pytest.mark.parametrize("style", ["|", "|-", "|+", ">", ">-", ">+"])
@pytest.mark.parametrize("tail", ["", "\n", "\n\n\n", "\n  - id: b\n", "\n\n\n  - id: b\n"])
def test_a_block_scalar_at_the_end_keeps_its_text(style, tail):
    text = f"accounts:\n  - id: a\n    handle: A\n    bio: {style}\n      one\n\n      two{tail}"
    check(text, added(text))


def test_tabs_between_tokens_are_no_trouble():
    for text in (
        "accounts:\n  - id:\ta\n    handle:\tA\t# c\t\n  - id: b\n",
        "accounts:\n- {id: a,\thandle: A\t}\n",
        "accounts:\n  - id: a\n    waivers:\t\n  - id: b\n",
    ):
        check(text, added(text))


def test_a_merged_key_at_the_end_stays_with_its_mapping():
    text = (
        "x: &house {unit: Presse}\naccounts:\n  - id: a\n    operator:\n      role: y\n"
        "      <<: *house\n  - id: b\n"
    )
    check(text, added(text))


def test_an_account_that_others_merge_is_left_alone():
    text = "accounts:\n  - &a\n    id: a\n    kind: fach\n  - <<: *a\n    id: b\n"
    error = refused(text)
    assert "<<" in error.text["de"]
    assert (error.path, error.line) == ("r.yaml", 2)


def test_a_list_that_two_accounts_share_is_left_alone():
    text = "accounts:\n  - id: a\n    waivers: &w\n      - {code: X1}\n  - id: b\n    waivers: *w\n"
    assert refused(text, "a").line == 2
    assert refused(text, "b").line == 6


def test_a_list_that_comes_from_a_merge_is_not_hidden_by_a_new_one():
    text = "x: &x\n  waivers: [{code: X1}]\naccounts:\n  - <<: *x\n    id: a\n"
    refused(text)


def test_waivers_of_another_form_are_refused_with_their_place():
    error = refused("accounts:\n  - id: a\n    waivers: none\n")
    assert (error.line, error.column) == (3, 14)


def test_an_authority_takes_a_waiver_too():
    text = "authorities:\n  - {id: a}\naccounts:\n  - id: a\n"
    data, line = with_waiver(text.encode(), "r.yaml", "a", WAIVER, among="authorities")
    assert data.decode() == text.replace("id: a}", f"id: a, waivers: [{FLOW}]}}")
    assert line == 2


def test_broken_yaml_is_not_touched():
    error = refused("accounts:\n  - id: a\n    handle: [A\n  - id: b\n")
    assert "YAML" in error.text["de"]
    assert error.line


def test_a_key_given_twice_is_not_touched():
    refused("accounts:\n  - id: a\n    handle: A\n    handle: B\n")


def test_an_id_given_twice_is_ambiguous():
    assert refused("accounts:\n  - id: a\n  - id: b\n  - id: a\n").line == 4


def test_an_unknown_account_is_named():
    assert "„c“" in refused("accounts:\n  - id: a\n", "c").text["de"]


@pytest.mark.parametrize(
    "reason",
    [
        'says "no": # not yet',
        "back\\slash and 'quotes'",
        "- ---",
        "line\nbreak\ttab",
        "zero\u200bwidth \u202eright\u2028sep \x85 nel \ufeff bom",
        "yes",
        "🏛 ministry \U000e0041",
        "{a: b}, [c]",
        "*alias &anchor !tag %dir @at `tick",
    ],
)
def test_any_reason_reads_back_as_it_was_given(reason):
    for text in ("accounts:\n  - id: a\n", "accounts: [{id: a}]\n"):
        new = added(text, waiver=NewWaiver("X1", reason, None, "no"))
        entry = yaml.safe_load(new)["accounts"][0]["waivers"][0]
        assert entry == {"code": "X1", "reason": reason, "approved_by": "no"}
        assert new.count("\n") == text.count("\n") + (4 if "- id" in text else 0)


def test_what_yaml_would_misread_is_quoted():
    assert quoted("LPA") == "LPA"
    assert quoted("no") == '"no"'
    assert quoted("2027") == '"2027"'
    assert quoted("a: b") == '"a: b"'


REAL = sorted(Path(__file__).parents[2].glob("fixtures/nrw/[!.]*.yaml"))


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.stem)
def test_a_real_registry_takes_a_waiver_for_its_first_and_last_account(path):
    text = path.read_text(encoding="utf-8")
    names = [item["id"] for item in yaml.load(text, Loader=yaml.CBaseLoader)["accounts"]]
    for name in (names[0], names[-1]):
        new = with_waiver(text.encode(), str(path), name, WAIVER)[0].decode()
        check(text, new, name)


def test_an_anchor_without_a_value_stays():
    text = "accounts:\n  - id: a\n    platform: x\n    waivers: &w # none yet\n  - id: b\n"
    cut = text.index("  - id: b")
    assert added(text) == text[:cut] + lines(6) + text[cut:]
    assert added("accounts:\n- {id: a, waivers: &w ~}\n") == (
        f"accounts:\n- {{id: a, waivers: &w [{FLOW}]}}\n"
    )


def test_an_entry_in_a_rare_notation_is_not_blamed_on_anchors():
    text = "registry: 1\naccounts:\n  - ? id\n    : a\n    ? handle\n    : x\n"
    assert "notation" in refused(text).text["en"]
    assert "anchor" not in refused(text).text["en"]


def test_an_anchor_that_another_account_uses_is_not_given_a_list():
    text = "accounts:\n- id: a\n  waivers: &w\n- id: b\n  waivers: *w\n"
    assert "anchor" in refused(text).text["en"]
    assert "anchor" in refused(text, "b").text["en"]
