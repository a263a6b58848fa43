from __future__ import annotations

from datetime import date

import pytest
from samples import Registry

from linter.findings.fingerprint import fingerprint, normalised

HEAD = "registry: 1\naccounts:\n"


def print_of(fields: str, field: str = "handle", path: str = "r.yaml", **attributes) -> str:
    code = attributes.pop("code", "XX101")
    registry = Registry(f"{HEAD}  - id: a\n{fields}", path)
    return fingerprint(registry.found(code, 0, field, **attributes))


REUL = "    handle: MinisterReul\n"


def test_it_is_short_hexadecimal_and_the_same_on_every_machine():
    assert print_of(REUL) == "6afdcd93b70b368829442e9dd0fe2273"


@pytest.mark.parametrize(
    "fields",
    [
        "    # moved\n\n    platform: x\n    handle: MinisterReul\n",
        '    handle: "MinisterReul"\n',
        "    handle:   'MinisterReul'   # why\n",
        "    handle: >-\n      MinisterReul\n",
    ],
)
def test_place_and_spelling_in_yaml_do_not_matter(fields):
    assert print_of(fields) == print_of(REUL)


def test_the_file_does_not_matter():
    assert print_of(REUL, path="other.yaml") == print_of(REUL)


def test_another_bad_value_is_another_finding():
    assert print_of("    handle: MinisterLaschet\n") != print_of(REUL)
    assert print_of("    handle: ministerreul\n") != print_of(REUL)


def test_account_field_and_code_matter():
    registry = Registry(f"{HEAD}  - id: a\n    handle: R\n    bio: R\n  - id: b\n    handle: R\n")
    prints = {
        fingerprint(registry.found(code, index, field))
        for code in ("XX101", "XX102")
        for index, field in ((0, "handle"), (0, "bio"), (1, "handle"))
    }
    assert len(prints) == 6


def test_white_space_and_composed_letters_are_one():
    assert print_of("    bio: Ko\u0308ln  am\u00a0Rhein\n", "bio") == print_of(
        "    bio: |\n      Köln am\n      Rhein\n", "bio"
    )


def test_letters_that_only_look_alike_stay_apart():
    assert normalised("ＩＭ") != normalised("IM")
    assert normalised("Maß") != normalised("MASS")


def test_what_could_not_be_seen_does_not_hide_what_is_seen_to_be_wrong():
    assert print_of("", "bio", outcome="unknown") != print_of("", "bio")


def test_variants_of_a_fault_differ():
    assert print_of(REUL, variant="late") != print_of(REUL)


def test_two_names_in_one_handle_are_two_findings():
    fields = "    handle: ReulUndReul\n"
    prints = {print_of(fields, span=span) for span in [(0, 4), (7, 11), (4, 7)]}
    assert len(prints) == 3
    assert print_of(fields, span=(0, 4)) == print_of('    handle: "ReulUndReul"\n', span=(0, 4))


BIO = "Hier schreibt Thomas Wüst für das Haus."


@pytest.mark.parametrize(
    "written",
    [
        f'"{BIO}"',
        f"'{BIO}'",
        '"Hier schreibt Thomas W\\u00fcst f\\xFCr das Haus."',
        '"Hier schreibt Thomas W\\u00fcst\n      für das Haus."',
        "Hier schreibt\n      Thomas Wüst für das Haus.",
        "|\n      Hier schreibt Thomas Wüst\n      für das Haus.",
        ">\n      Hier schreibt\n      Thomas Wüst für das Haus.",
        ">-\n      Hier schreibt Thomas Wüst\n      für das Haus.",
    ],
)
@pytest.mark.parametrize("values", [{}, {"found": BIO}, {"person": "Wüst"}])
def test_what_is_marked_in_a_text_is_known_again_however_yaml_writes_it(written, values):
    plain = print_of(f"    bio: {BIO}\n", "bio", span=(21, 25), values=values)
    assert print_of(f"    bio: {written}\n", "bio", span=(21, 25), values=values) == plain
    assert plain != print_of(f"    bio: {BIO}\n", "bio", span=(14, 20), values=values)


def test_a_part_of_a_text_in_one_line_keeps_its_fingerprint():
    known = "847761d6dac7031d569ad8fa4d240cad"
    assert print_of(f"    bio: {BIO}\n", "bio", span=(21, 25)) == known


@pytest.mark.parametrize("name", ["muenster", "'muenster'", '"muenster"'])
def test_quotes_around_the_id_beside_what_is_absent_do_not_matter(name):
    registry = Registry(f"{HEAD}  - id: {name}\n    handle: A\n")
    finding = registry.found("XX101", 0, "bio", span=None)
    finding.value = "https://muenster.example/"
    assert fingerprint(finding) == "83f33b0699d8f43abb15a43f45b58b33"


def test_parts_that_the_message_quotes_tell_findings_apart():
    fields = "    bio: 'Reul''s und Laschet''s\\u0020'\n"
    assert print_of(fields, "bio", values={"name": "Reul"}) != print_of(
        fields, "bio", values={"name": "Laschet"}
    )


def test_days_that_pass_and_the_rulebooks_wording_do_not_matter():
    values = {"days": 34, "on": date(2026, 1, 1), "expected": "IM_NRW", "account": "a"}
    assert print_of(REUL, values=values) == print_of(REUL)


LINKS = "    links:\n      - {label: A, url: 'http://a'}\n      - {label: A, url: 'http://b'}\n"
TURNED = "    links:\n      - {url: 'http://b', label: A}\n      - {url: 'http://a', label: A}\n"


def links(text: str) -> list[str]:
    registry = Registry(f"{HEAD}  - id: a\n{text}")
    out = []
    for number in (0, 1):
        finding = registry.found("XX101", 0, "id")
        finding.field, finding.value = f"links[{number}].label", "A"
        finding.place = registry.document.place(0, 0)
        out.append(fingerprint(finding))
    return out


def test_items_of_a_list_are_told_apart_by_content_not_by_number():
    first, second = links(LINKS)
    assert first != second
    assert links(TURNED) == [second, first]


def test_a_list_or_mapping_counts_with_all_it_holds():
    kind = print_of("    verified: {kind: government, since: 2020-05-01}\n", "verified")
    assert print_of("    verified: {since: '2020-05-01', kind: government}\n", "verified") == kind
    assert print_of("    verified: {kind: business, since: 2020-05-01}\n", "verified") != kind


def test_what_a_house_lacks_does_not_depend_on_the_account_that_shows_it():
    one = Registry(f"{HEAD}  - id: a\n    handle: A\n")
    two = Registry(f"{HEAD}  - id: b\n    handle: B\n  - id: a\n    handle: A\n")
    assert fingerprint(one.found("XX104", 0, "staff_list")) == fingerprint(
        two.found("XX104", 0, "staff_list")
    )


def test_an_account_without_id_is_known_by_its_handle():
    prints = []
    for number in (0, 3):
        registry = Registry(f"{HEAD}  - id: a\n    platform: x\n    handle: A\n")
        finding = registry.found("XX101", 0, "bio")
        finding.account_id = f"accounts[{number}]"
        prints.append(fingerprint(finding))
    assert prints[0] == prints[1]


def test_a_renamed_rule_is_asked_for_by_its_former_code():
    registry = Registry(f"{HEAD}  - id: a\n    handle: A\n")
    finding = registry.found("XX101", 0, "handle")
    assert fingerprint(finding, "XX001") != fingerprint(finding)
    assert fingerprint(finding, "XX101") == fingerprint(finding)
