"""What of PyYAML a run loads, and that whoever wants the rest of it has the rest."""

from __future__ import annotations

import subprocess
import sys
from textwrap import dedent

import pytest

BROKEN = """\
from linter.registry.parse import parse
found = [parse(text, "accounts.yaml").problems[0].code for text in ("a: [1, *x]", "a: \\x01", "a: [")]
assert found == ["REG001"] * 3, found
"""


def outcome(code: str, *, before: str = "from linter.registry.parse import parse") -> str:
    """What a fresh interpreter prints that has read `before`."""
    ran = subprocess.run(
        [sys.executable, "-c", f"import sys\n{dedent(before)}\n{dedent(code)}"],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.strip()


def test_reading_a_registry_loads_neither_reader_nor_constructor():
    code = 'print(sorted(name[5:] for name in sys.modules if name.startswith("yaml.")))'
    assert outcome(code) == "['_yaml', 'error', 'events', 'nodes', 'tokens']"
    assert outcome(code, before=BROKEN) == "['_yaml', 'error', 'events', 'nodes', 'tokens']"


@pytest.mark.parametrize(
    "code",
    [
        'import yaml; print(yaml.safe_load("a: 1")["a"])',
        'import yaml; print(yaml.load("a: 1", Loader=yaml.CSafeLoader)["a"])',
        'from yaml import safe_load; print(safe_load("a: 1")["a"])',
        'from yaml import *; print(safe_load("a: 1")["a"])',
        'from yaml.loader import SafeLoader; print(SafeLoader("a: 1").get_single_data()["a"])',
        'from yaml.cyaml import CSafeLoader; print(CSafeLoader("a: 1").get_single_data()["a"])',
        'from yaml import constructor; import yaml; print(yaml.safe_load("a: 1")["a"])',
        'import yaml; print(len(yaml.nodes.ScalarNode("t", "1").value))',
        'import yaml; print(yaml.safe_dump({"a": 1}).strip()[-1])',
    ],
)
def test_whoever_imports_it_later_has_all_of_it(code: str):
    assert outcome(code) == "1"


@pytest.mark.parametrize("before", ["from linter.registry.parse import parse", BROKEN])
@pytest.mark.parametrize(
    ("text", "error"),
    [("a: \\x01", "yaml.reader.ReaderError"), ("a: [", "yaml.parser.ParserError")],
)
def test_errors_of_the_binding_are_those_of_the_package(before: str, text: str, error: str):
    code = f"""
    import yaml
    try:
        yaml.load("{text}", Loader=yaml.CSafeLoader)
    except {error} as told:
        print(isinstance(told, yaml.YAMLError), len(str(told)) > 40)
    """
    assert outcome(code, before=before) == "True True"


def test_broken_text_is_told_the_same_once_all_is_loaded():
    whole = f"{BROKEN}import yaml; yaml.safe_load('a: 1')\n{BROKEN}"
    assert outcome("print(1)", before=whole) == "1"
    assert outcome("print(1)", before=f"import yaml\n{BROKEN}") == "1"


def test_what_the_package_does_not_have_is_an_error_of_python_s_own():
    code = """
    import yaml
    for _ in range(2):
        try:
            yaml.unheard_of
        except AttributeError as told:
            print(told)
    """
    assert outcome(code) == "\n".join(["module 'yaml' has no attribute 'unheard_of'"] * 2)


def test_a_package_imported_before_is_left_as_it_is():
    before = "import yaml\nbefore = dict(vars(yaml))\nfrom linter.registry.parse import parse"
    code = "print(before == vars(yaml), type(yaml).__name__)"
    assert outcome(code, before=before) == "True module"


def test_threads_that_ask_at_once_all_get_it():
    code = """
    import threading, yaml
    got = []
    ask = lambda: got.append(yaml.load("a: 1", Loader=yaml.CSafeLoader))
    threads = [threading.Thread(target=ask) for _ in range(16)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    print(got == [{"a": 1}] * 16)
    """
    assert outcome(code) == "True"


def test_another_pyyaml_is_taken_as_it_comes(tmp_path):
    """One whose binding asks for more than is known here."""
    package = tmp_path / "yaml"
    package.mkdir()
    for name in ("error", "tokens", "events", "nodes", "_yaml", "other"):
        (package / f"{name}.py").write_text("")
    (package / "__init__.py").write_text("from . import other, error, events, _yaml\n")
    (package / "_yaml.py").write_text("import yaml\nyaml.other\n")
    (package / "error.py").write_text(
        "class YAMLError(Exception): ...\nMarkedYAMLError = YAMLError\n"
    )
    names = (
        "AliasEvent MappingEndEvent MappingStartEvent ScalarEvent SequenceEndEvent StreamEndEvent"
    )
    (package / "events.py").write_text("".join(f"class {name}: ...\n" for name in names.split()))
    before = f"sys.path.insert(0, {str(tmp_path)!r})\nfrom linter.registry import libyaml"
    code = "print(type(sys.modules['yaml']).__name__, libyaml.binding.yaml.other.__name__)"
    assert outcome(code, before=before) == "module yaml.other"
