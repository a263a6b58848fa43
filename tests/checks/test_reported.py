from pathlib import Path

import yaml

from linter.checks.reported import reported

PACK = Path(__file__).parents[2] / "rules" / "registry"


def words(name):
    return set(yaml.safe_load((PACK / f"{name}.yaml").read_text("utf-8"))["variants"])


def test_it_finds_nothing_itself(look, subject):
    assert look(reported, subject("bio: x"), stage="load") == []


def test_every_problem_of_the_loader_has_its_words():
    assert {"syntax", "duplicate-key", "tag", "too-deep"} <= words("REG001-yaml-error")
    assert {"unknown-key", "missing-key", "not-a-date"} <= words("REG002-schema-violation")
