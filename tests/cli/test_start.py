"""How the installed command finds its modules: as Python would, or it leaves them to Python."""

from __future__ import annotations

import os
import py_compile
import subprocess
import sys
from importlib.util import module_from_spec
from pathlib import Path

import pytest

from linter.cli.main import language
from linter.cli.start import Beside

ROOT = Path(__file__).parents[2]


@pytest.fixture
def beside(tmp_path):
    """A finder of the package `few`, which has one module and one package."""
    folder = tmp_path / "few"
    (folder / "inner").mkdir(parents=True)
    (folder / "one.py").write_text("ANSWER = 42\n\ndef told():\n    return __file__\n")
    (folder / "inner" / "__init__.py").write_text("")
    for source in folder.rglob("*.py"):
        py_compile.compile(str(source), doraise=True)
    return Beside(str(folder), "few.")


def made(spec):
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_module_is_what_it_would_be_anyway(beside):
    module = made(beside.find_spec("few.one"))
    assert module.ANSWER == 42
    assert module.told() == module.__file__ == f"{beside.folder}/one.py"
    assert module.__cached__ == f"{beside.folder}/__pycache__/one{beside.ending}"
    assert module.__package__ == "few"
    assert module.__loader__.get_source("few.one").startswith("ANSWER")


def test_other_packages_are_nobodys_business(beside):
    assert beside.find_spec("json") is None
    assert beside.find_spec("fewer.one") is None


def test_a_package_knows_where_its_modules_lie(beside):
    package = made(beside.find_spec("few.inner"))
    assert package.__path__ == [f"{beside.folder}/inner"]
    assert package.__file__ == f"{beside.folder}/inner/__init__.py"
    assert package.__package__ == "few.inner"


def test_what_is_not_there_is_left_to_python(beside):
    assert beside.find_spec("few.two") is None


def test_a_source_that_was_changed_is_left_to_python(beside):
    source = Path(beside.folder, "one.py")
    times = source.stat()
    source.write_text("ANSWER = 7\n" + "#" * 30)
    os.utime(source, (times.st_atime, times.st_mtime))
    assert beside.find_spec("few.one") is None  # its size
    source.write_text("ANSWER = 42\n\ndef told():\n    return __file__\n")
    os.utime(source, (times.st_atime, times.st_mtime + 2))
    assert beside.find_spec("few.one") is None  # its time
    os.utime(source, (times.st_atime, times.st_mtime))
    assert beside.find_spec("few.one") is not None


def test_a_compiled_file_that_goes_by_a_checksum_is_left_to_python(beside):
    py_compile.compile(
        str(Path(beside.folder, "one.py")),
        invalidation_mode=py_compile.PycInvalidationMode.CHECKED_HASH,
    )
    assert beside.find_spec("few.one") is None


@pytest.mark.parametrize("size", [0, 8, 16, 30])
def test_a_compiled_file_that_was_cut_off_is_left_to_python(beside, size):
    compiled = Path(beside.folder, "__pycache__", f"one{beside.ending}")
    compiled.write_bytes(compiled.read_bytes()[:size])
    assert beside.find_spec("few.one") is None


def test_a_folder_that_was_moved_is_left_to_python(beside, tmp_path):
    moved = Path(beside.folder).rename(tmp_path / "moved")
    assert Beside(str(moved), "few.").find_spec("few.one") is None


@pytest.mark.parametrize(
    ("flags", "environment"),
    [([], {}), (["-O"], {}), ([], {"PYTHONPYCACHEPREFIX": "elsewhere"})],
)
def test_the_command_runs_whatever_python_is_told(tmp_path, flags, environment):
    environment = {key: str(tmp_path / value) for key, value in environment.items()}
    run = subprocess.run(
        [sys.executable, *flags, "-m", "linter", "--version"],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout.startswith("amtlint ")


def test_no_module_lies_beside_a_package_of_its_name():
    sources = (ROOT / "linter").rglob("*.py")
    assert [path for path in sources if path.with_suffix("").is_dir()] == []


@pytest.mark.parametrize(
    ("asked", "config", "locale", "lang"),
    [
        ("fr", "lang: de\n", "C.UTF-8", "de"),
        ("fr", "", "de_DE.UTF-8", "de"),
        ("fr", "", "C.UTF-8", "en"),
        ("en", "lang: de\n", "de_DE.UTF-8", "en"),
        ("de_DE.UTF-8", "", "C.UTF-8", "de"),
    ],
)
def test_a_language_that_is_not_spoken_gives_way_to_the_next_source(
    tmp_path, monkeypatch, asked, config, locale, lang
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".amtlint.yaml").write_text(config)
    assert language(["check"], {"AMTLINT_LANG": asked, "LC_ALL": locale}) == lang


def program(tmp_path, body, **environment):
    """Call the program with `amtlint rules` made to do something else."""
    code = f"""
import linter.cli.rules as rules

def command(lang):
    import click
    @click.command()
    def broken():
        {body}
    return broken

rules.command = command
from linter.cli.start import program
program()
"""
    return subprocess.run(
        [sys.executable, "-c", code, "rules"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("{}['rules']", "KeyError: 'rules'"),
        ("1 / 0", "ZeroDivisionError"),
        ("from linter.errors import LinterError; LinterError({})", "(linter/errors.py:"),
        (r"raise RecursionError('too\ndeep')", "RecursionError: too deep"),
        ("raise MemoryError", "not enough memory"),
        ("open('nowhere/file')", "nowhere/file: The file cannot be read or written"),
    ],
)
def test_what_nobody_foresaw_is_one_line_and_never_looks_like_findings(tmp_path, body, told):
    run = program(tmp_path, body)
    assert (run.returncode, run.stdout) == (2, "")
    (line,) = run.stderr.splitlines()
    assert line.startswith("amtlint: error: ")
    assert told in line


def test_how_it_came_about_is_shown_where_it_is_asked_for(tmp_path):
    assert "AMTLINT_TRACE=1" in program(tmp_path, "1 / 0").stderr
    run = program(tmp_path, "1 / 0", AMTLINT_TRACE="1")
    assert run.returncode == 2
    assert run.stderr.startswith("Traceback")
    assert run.stderr.splitlines()[-1].startswith("amtlint: error: ")


def test_a_text_that_cannot_be_encoded_is_not_shown(tmp_path):
    run = program(tmp_path, "'gr\u00fcn'.encode('ascii')")
    assert run.returncode == 2
    assert "UnicodeEncodeError" in run.stderr
    assert "xfc" not in run.stderr


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("import sys; sys.modules['click'] = None", 2),  # an installation without a part of it
        ("import sys; sys.modules['linter.cli.main'] = None; sys.stderr = None", 2),
        ("import linter.cli.main as m; m.main = lambda: exit('a text')", 2),
        ("import linter.cli.main as m; m.main = lambda: exit()", 0),
        ("import linter.cli.main as m; m.main = lambda: exit(1)", 1),
        ("import linter.cli.main as m; m.main = lambda: [][0]", 2),
    ],
)
def test_the_process_ends_with_1_for_findings_alone(tmp_path, code, expected):
    code += "\nfrom linter.cli.start import program\nprogram()"
    run = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == expected
    assert "Traceback" not in run.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a folder in use cannot be deleted there")
@pytest.mark.parametrize("words", ["check r.yaml", "check", "rules", "nonsense"])
def test_a_folder_that_is_no_longer_there_is_told(tmp_path, words):
    gone = tmp_path / "gone"
    gone.mkdir()
    run = subprocess.run(
        ["bash", "-c", f"cd {gone} && rmdir {gone} && exec {sys.executable} -m linter {words}"],
        env=os.environ | {"PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    if words != "rules":
        assert run.returncode == 2
        assert run.stderr.splitlines()[-1].startswith("amtlint: error: ")
    assert "Traceback" not in run.stderr
