"""A config is read whole, with values of the right types, or refused in one line with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from linter.config import NAME, Config, load_config
from linter.config_fields import FIELDS
from linter.errors import LinterError
from tests.property.test_loading import STRANGE

if TYPE_CHECKING:
    from pathlib import Path

USUAL = st.sampled_from(
    ["error", "de", ["NRW1"], {"NRW101": "info"}, "https://example.org", [], {}]
)
LISTS = [key for key, field in FIELDS.items() if field["type"] == "array" and key != "notify"]
TYPED = [key for key in FIELDS if key != "notify"]
"""What a notice says is looked at where it is sent."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("config")


def read(path: Path) -> Config | LinterError:
    try:
        return load_config(str(path))
    except LinterError as error:
        return error


def said(config: Config, key: str) -> Any:
    return getattr(config, key.replace("-", "_"))


@given(
    content=st.dictionaries(
        st.sampled_from([*FIELDS, "registri", ""]), st.one_of(USUAL, STRANGE), max_size=4
    ),
    flow=st.booleans(),
)
@settings(max_examples=300, deadline=None)
def test_a_config_is_of_the_right_types_or_refused(
    folder: Path, content: dict[str, Any], flow: bool
) -> None:
    path = folder / NAME
    text = yaml.safe_dump(content, allow_unicode=True, default_flow_style=flow)
    path.write_text(text, encoding="utf-8")
    config = read(path)
    if isinstance(config, LinterError):
        assert config.path == str(path)
        assert config.line >= 1
        assert "\n" not in config.render("de") + config.render("en")
        return
    empty = Config()
    for key in TYPED:
        assert type(said(config, key)) is type(said(empty, key)), key
        if content.get(key) is None:
            assert said(config, key) == said(empty, key)
    for key in LISTS:
        assert all(type(item) is str for item in said(config, key))
