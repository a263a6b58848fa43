"""The installed command: what the interpreter is told before anything is imported, and at the end.

Importing makes tens of thousands of objects that stay; looking for cycles among them, again
and again, takes a twentieth of the time of a short run. A long run still collects, less often.
Ninety small modules are found straight where they lie, see `Beside`.
"""

from __future__ import annotations

import gc
import marshal
import os
import sys
from importlib.machinery import ModuleSpec, SourceFileLoader
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from types import CodeType

FAILED = 2
INTERRUPTED = 130
SELDOM = 100_000
"""New objects between two looks for cycles."""
HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120 - pathlib is not needed
PACKAGE = __name__.partition(".")[0] + "."
HEADER = 16
"""Bytes in front of a compiled module: version, flags, and the source's time and size."""

MOST = 1 << 16
"""No compiled module of this package is as long as this."""
READING = os.O_RDONLY | getattr(os, "O_BINARY", 0)


class Ready(SourceFileLoader):
    """The loader of every source file, of one whose compiled form was read already."""

    ready: CodeType

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002 - the loader's signature
        """The code as Python itself had compiled it."""
        return self.ready


class Beside:
    """Finds this package's modules by their names alone.

    Python asks four finders, each of which could know a module, and reads a compiled file in nine
    calls to the system; for as many modules as a run needs, that takes a fortieth of its time. Here
    it is the source's time and size and one file: Python's own, which must fit as Python demands.
    Whatever is otherwise (no compiled file, or another) is left to Python.
    """

    def __init__(self, folder: str = HERE, package: str = PACKAGE) -> None:
        from importlib._bootstrap_external import (  # noqa: PLC0415 - `importlib.util` has it, too, and loads much else
            MAGIC_NUMBER,
        )

        self.folder = folder
        self.package = package
        self.version = MAGIC_NUMBER + bytes(4)  # the flags of a file that goes by time and size
        self.ending = f".{sys.implementation.cache_tag}.pyc"

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:  # noqa: ARG002 - the finder's signature
        """The module, if there is a compiled file that is up to date."""
        if not name.startswith(self.package):
            return None
        place = f"{self.folder}/{name[len(self.package) :].replace('.', '/')}"
        return self._at(name, f"{place}.py") or self._at(name, f"{place}/__init__.py", place)

    def _at(self, name: str, source: str, inner: str | None = None) -> ModuleSpec | None:
        """The module that a source is; inner: where its own modules lie, if it is a package."""
        folder, _, last = source.removesuffix(".py").rpartition("/")
        compiled = f"{folder}/__pycache__/{last}{self.ending}"
        try:
            status = os.stat(source)  # noqa: PTH116
            file = os.open(compiled, READING)
            try:
                data = os.read(file, MOST)
            finally:
                os.close(file)
        except OSError:
            return None
        fits = self.version + _four(status.st_mtime) + _four(status.st_size)
        if len(data) == MOST or data[:HEADER] != fits:
            return None
        loader = Ready(name, source)
        try:
            loader.ready = marshal.loads(memoryview(data)[HEADER:])  # noqa: S302 - Python's own
        except (EOFError, ValueError, TypeError):
            return None
        if loader.ready.co_filename != source:  # the folder was moved; Python puts that right
            return None
        spec = ModuleSpec(name, loader, origin=source, is_package=inner is not None)
        if inner is not None:
            spec.submodule_search_locations = [inner]
        spec.cached, spec.has_location = compiled, True
        return spec


def _four(number: float) -> bytes:
    return (int(number) & 0xFFFFFFFF).to_bytes(4, "little")


def find_quickly() -> None:
    """Find this package's modules so, where compiled files lie as they do nearly everywhere."""
    if sys.pycache_prefix is None and not sys.flags.optimize and sys.implementation.cache_tag:
        try:
            sys.meta_path.insert(0, Beside())
        except ImportError:
            return  # another Python: slower, not wrong


def program() -> NoReturn:
    """Run `main`, then end the process at once.

    Taking the interpreter apart, object by object, takes longer than linting an account. What goes
    wrong even here ends with 2: with 1, as Python would have it, there would be findings.
    """
    gc.set_threshold(SELDOM)
    find_quickly()
    code: object = FAILED
    try:
        from linter.cli.main import main  # noqa: PLC0415 - imported under the threshold just set

        main()
    except SystemExit as end:
        code = end.code
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BaseException as error:  # noqa: BLE001 - an installation in which parts are missing, say
        _tell(f"amtlint: error: {type(error).__name__}: {error}\n")
    _tell("")
    os._exit(0 if code is None else code if isinstance(code, int) else FAILED)


def _tell(text: str) -> None:
    """Write to standard error, which may be full, closed or nobody's any more."""
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        return
