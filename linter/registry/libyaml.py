"""libyaml: PyYAML's binding to the C library, without the rest of PyYAML until somebody asks for it.

`import yaml` also makes PyYAML's own reader, scanner, resolver and constructor, and compiles their
patterns: a sixth of a short run, in which none of them is used. The binding needs errors, events
and nodes. So the package is made here, and its own beginning runs when something else is first
asked of it: whoever imports `yaml` later (a plug-in, say) has all of it. Where PyYAML was imported
before, or is another than is known here, it is taken as it comes.
"""

from __future__ import annotations

import sys
from _thread import RLock
from importlib import import_module
from importlib.machinery import PathFinder
from types import ModuleType
from typing import Any

NEEDED = ("error", "tokens", "events", "nodes")
"""The modules of PyYAML that the binding uses."""
UNMARKED = {
    "reader": "ReaderError",
    "emitter": "EmitterError",
    "serializer": "SerializerError",
    "representer": "RepresenterError",
}
"""The modules of which it needs nothing but an error, here such as say no place in lines."""
MARKED = {
    "scanner": "ScannerError",
    "parser": "ParserError",
    "composer": "ComposerError",
    "constructor": "ConstructorError",
}
BINDING = "yaml._yaml"


class Package(ModuleType):
    """PyYAML, of which only what the binding needs is loaded so far."""

    lock = RLock()
    busy = False
    """Whether the rest is being loaded: what is not there yet is not to be had."""

    def __getattr__(self, name: str) -> Any:
        """What is not here yet: the rest is loaded."""
        with Package.lock:
            if name not in self.__dict__:
                self.complete(name)
        return getattr(self, name)

    def complete(self, name: str) -> None:
        """Load the rest, for the sake of a name.

        Raises AttributeError while that goes on.
        """
        spec = self.__spec__
        if self.busy or spec is None or spec.loader is None:
            raise AttributeError(f"module {self.__name__!r} has no attribute {name!r}")
        self.busy = True
        try:
            spec.loader.exec_module(self)
        finally:
            self.busy = False
        binding = vars(sys.modules[BINDING])
        for module, error in (UNMARKED | MARKED).items():
            binding[error] = getattr(sys.modules[f"yaml.{module}"], error)
        self.__class__ = ModuleType  # type: ignore[assignment] # a module like any other


def _bind() -> ModuleType:
    """The binding."""
    spec = PathFinder.find_spec("yaml") if "yaml" not in sys.modules else None
    if spec is None or spec.submodule_search_locations is None:
        return import_module(BINDING)
    package = Package("yaml")
    package.__spec__, package.__loader__ = spec, spec.loader
    package.__path__, package.__package__ = spec.submodule_search_locations, "yaml"
    package.__file__ = spec.origin
    package.busy = True
    sys.modules["yaml"] = package
    try:
        for name in NEEDED:
            import_module(f"yaml.{name}")
        stand_ins = _stand_ins(package)
        vars(package).update(stand_ins)
        binding = import_module(BINDING)
    except (ImportError, AttributeError):
        for name in [name for name in sys.modules if name.partition(".")[0] == "yaml"]:
            del sys.modules[name]
        return import_module(BINDING)
    for name in stand_ins:
        delattr(package, name)
    package.busy = False
    return binding


def _stand_ins(package: ModuleType) -> dict[str, ModuleType]:
    """Modules that have nothing but their error."""
    made = {}
    for errors, base in (
        (UNMARKED, package.error.YAMLError),
        (MARKED, package.error.MarkedYAMLError),
    ):
        for name, error in errors.items():
            made[name] = ModuleType(f"yaml.{name}")
            kept = {"__module__": f"yaml.{name}"}
            vars(made[name])[error] = type(error, (base,), kept)
    vars(made["reader"])["ReaderError"].__init__ = _unreadable
    return made


def _unreadable(
    self: Any, name: str, position: int, character: int, encoding: str, reason: str
) -> None:
    """What PyYAML's own error knows of bytes that are no text."""
    self.name, self.position, self.character = name, position, character
    self.encoding, self.reason = encoding, reason


binding = _bind()

from yaml.error import MarkedYAMLError  # noqa: E402 - the binding first
from yaml.events import (  # noqa: E402 - as above
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

__all__ = [
    "AliasEvent",
    "MappingEndEvent",
    "MappingStartEvent",
    "MarkedYAMLError",
    "ScalarEvent",
    "SequenceEndEvent",
    "StreamEndEvent",
    "binding",
]
