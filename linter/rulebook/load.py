"""`rules/` and users' pack folders to plain data, strictly: every fault with its place and a hint.

This is the slow, careful half: it runs when a rulebook changes (the result is cached, see
`linter.rulebook.compiled`), when a user's pack is checked, and in the tests.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from linter.errors import LinterError
from linter.registry.fields import Tree, merge
from linter.registry.load import read
from linter.registry.nodes import Mapping, Node, Scalar, Sequence, plain_data
from linter.registry.parse import parse
from linter.registry.validate import Report, compile_object
from linter.rulebook import shape
from linter.rulebook.verify import verify_rule

if TYPE_CHECKING:
    from linter.registry.document import Document

SCHEMA_DIR = Path(__file__).parent.parent / "registry" / "schema"
NUMBER = re.compile(r"-?(0|[1-9]\d{0,14})\Z")


@dataclass(slots=True)
class PackData:
    """A folder of packs as plain data, and what is wrong with it.

    rules: one dictionary per rule file (its YAML, plus `pack` and `path`); facts: pack → file
    stem → content; digest: sha256 over names and bytes of all files.
    """

    packs: dict[str, dict[str, Any]] = field(default_factory=dict)
    rules: list[dict[str, Any]] = field(default_factory=list)
    documents: dict[str, dict[str, Any]] = field(default_factory=dict)
    facts: dict[str, dict[str, Any]] = field(default_factory=dict)
    tree: Tree = field(default_factory=dict)
    digest: str = ""
    problems: list[LinterError] = field(default_factory=list)


def load_packs(
    root: Path,
    *,
    documents: dict[str, Any] | None = None,
    tree: Tree | None = None,
    foreign: bool = False,
) -> PackData:
    """Read a folder of packs, or one pack's own folder (it has a `pack.yaml`).

    documents and tree: what the packs may refer to besides their own; foreign: a user's pack.
    """
    data = PackData()
    data.tree = merge(
        [tree or {}, *(_plain(path, data.problems) for path in sorted(schema_files(root, foreign)))]
    )
    sources = root / "sources.yaml"
    if sources.is_file():
        data.documents = _documents(sources, data.problems)
    known = {**(documents or {}), **data.documents}
    for folder in pack_folders(root):
        _load_pack(folder, known, data, foreign)
    _unique(data)
    data.digest = digest(root, foreign)
    return data


def pack_folders(root: Path) -> list[Path]:
    """The pack folders below a root, sorted; the root itself where it is one."""
    if (root / "pack.yaml").is_file():
        return [root]
    return sorted(path.parent for path in root.glob("*/pack.yaml"))


def schema_files(root: Path, foreign: bool) -> list[Path]:
    """The schema fragments that belong to a root."""
    return list((root / "schema" if foreign else SCHEMA_DIR).glob("*.yaml"))


def files_of(root: Path, foreign: bool) -> list[Path]:
    """Every file that has a say in the rulebook, sorted."""
    return sorted([*root.rglob("*.yaml"), *schema_files(root, foreign)])


def digest(root: Path, foreign: bool) -> str:
    """sha256 over the names and bytes of all files."""
    total = hashlib.sha256()
    for path in files_of(root, foreign):
        base = root if path.is_relative_to(root) else SCHEMA_DIR.parent
        content = path.read_bytes() if path.is_file() else b""
        total.update(f"{path.relative_to(base).as_posix()}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()


def _load_pack(folder: Path, documents: dict[str, Any], data: PackData, foreign: bool) -> None:
    head = _strict(folder / "pack.yaml", shape.PACK, shape.PACK_REQUIRED, data.problems)
    if head is None:
        return
    pack = plain(head[1])
    name = str(pack.get("id", folder.name))
    data.packs[name] = pack
    if name != folder.name:
        data.problems.append(
            at(
                head[0],
                head[1].entries.get("id"),
                f"Die Kennung „{name}“ ist nicht der Name des Ordners „{folder.name}“.",
                f"The id “{name}” is not the folder's name “{folder.name}”.",
            )
        )
    data.facts[name] = {
        path.stem: _plain(path, data.problems) for path in sorted((folder / "facts").glob("*.yaml"))
    }
    for path in sorted(folder.glob("*.yaml")):
        if path.name in ("pack.yaml", "sources.yaml"):
            continue
        loaded = _strict(path, shape.RULE, shape.RULE_REQUIRED, data.problems)
        if loaded is None:
            continue
        document, node = loaded
        rule = plain(node)
        rule["pack"] = name
        rule["path"] = f"{name}/{path.name}"
        before = len(data.problems)
        verify_rule(document, node, rule, documents, data.tree, data.problems, foreign=foreign)
        if len(data.problems) == before:
            data.rules.append(rule)


def _strict(
    path: Path, fields: dict[str, Any], required: list[str], problems: list[LinterError]
) -> tuple[Document, Mapping] | None:
    """Parse and validate one file; None where it does not hold, with its problems recorded."""
    document = _parse(path, problems)
    if document is None:
        return None
    node = document.root
    if type(node) is not Mapping:
        problems.append(
            at(document, None, "Hier wird eine Zuordnung erwartet.", "A mapping is expected here.")
        )
        return None
    empty: Tree = {"root": {}, "authority": {}, "account": {}, "defs": {}}
    compile_object(empty, fields, required)(node, "", Report(document))
    if document.problems:
        problems += [translated(document, problem) for problem in document.problems]
        return None
    return document, node


def _parse(path: Path, problems: list[LinterError]) -> Document | None:
    try:
        text = read(str(path))
    except LinterError as error:
        problems.append(error)
        return None
    document = parse(text, str(path))
    if document.problems:
        problems += [translated(document, problem) for problem in document.problems]
        return None
    return document


def _plain(path: Path, problems: list[LinterError]) -> dict[str, Any]:
    document = _parse(path, problems)
    if document is None or document.root is None:
        return {}
    content = plain(document.root)
    return content if isinstance(content, dict) else {"items": content}


def _documents(path: Path, problems: list[LinterError]) -> dict[str, dict[str, Any]]:
    document = _parse(path, problems)
    if document is None or type(document.root) is not Mapping:
        return {}
    empty: Tree = {"root": {}, "authority": {}, "account": {}, "defs": {}}
    validate = compile_object(empty, shape.DOCUMENT, shape.DOCUMENT_REQUIRED)
    for key, node in document.root.entries.items():
        validate(node, key, Report(document))
    problems += [translated(document, problem) for problem in document.problems]
    return dict(plain(document.root))


def plain(node: Node) -> Any:
    """Nodes as data: plain true/false and whole numbers become such, all else stays text."""
    if type(node) is Mapping:
        return {key: plain(value) for key, value in node.entries.items()}
    if type(node) is Sequence:
        return [plain(item) for item in node.items]
    assert type(node) is Scalar  # noqa: S101 - the union has three members
    if node.text is not None and node.plain:
        if node.text in ("true", "false"):
            return node.text == "true"
        if NUMBER.match(node.text):
            return int(node.text)
    return plain_data(node)


def at(document: Document, node: Node | None, de: str, en: str) -> LinterError:
    """A fault at a node's value, or at the top of the file."""
    line, column = 1, 1
    if node is not None:
        line, column = document.position(document.span(node)[0])
    return LinterError({"de": de, "en": en}, path=document.path, line=line, column=column)


def translated(document: Document, problem: Any) -> LinterError:
    """A REG001/REG002 problem of a rule or config file as an error of its own."""
    from linter.rulebook.messages import problem_text  # noqa: PLC0415 - only for a fault

    line, column = document.position(problem.start)
    return LinterError(problem_text(problem), path=document.path, line=line, column=column)


def _unique(data: PackData) -> None:
    seen: dict[str, str] = {}
    for rule in data.rules:
        for key in (rule["code"], rule["name"], *rule.get("redirects", [])):
            other = seen.setdefault(key, rule["path"])
            if other != rule["path"]:
                data.problems.append(
                    LinterError(
                        {
                            "de": f"„{key}“ ist schon vergeben, an {other}.",
                            "en": f"“{key}” is already taken, by {other}.",
                        },
                        path=rule["path"],
                        line=1,
                        column=1,
                    )
                )
