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
from linter.registry.fields import EMPTY, Tree, merge
from linter.registry.load import read
from linter.registry.nodes import Mapping, Node, Scalar, Sequence, plain_data
from linter.registry.parse import parse
from linter.registry.validate import Report, compile_object
from linter.rulebook import examples, fragment, shape
from linter.rulebook.compiled import first_day
from linter.rulebook.verify import verify_rule
from linter.subject import day_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from linter.registry.document import Document

SCHEMA_DIR = Path(__file__).parent.parent / "registry" / "schema"
NUMBER = re.compile(r"-?(0|[1-9]\d{0,14})\Z")


@dataclass(slots=True)
class PackData:
    """A folder of packs as plain data, and what is wrong with it.

    rules: one dictionary per rule file (its YAML, plus `pack` and `path`); facts: pack → file
    stem → content; digest: sha256 over names and bytes of all files; files: a rule's `path` → the
    file as it was named.
    """

    packs: dict[str, dict[str, Any]] = field(default_factory=dict)
    rules: list[dict[str, Any]] = field(default_factory=list)
    documents: dict[str, dict[str, Any]] = field(default_factory=dict)
    facts: dict[str, dict[str, Any]] = field(default_factory=dict)
    tree: Tree = field(default_factory=dict)
    digest: str = ""
    problems: list[LinterError] = field(default_factory=list)
    files: dict[str, Path] = field(default_factory=dict)


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
    data.tree = merge([tree or {}])
    for path in sorted(schema_files(root, foreign)):
        data.tree = merge([data.tree, _fragment(path, data.tree, data.problems)])
    sources = root / "sources.yaml"
    if sources.is_file():
        data.documents = _documents(sources, data.problems)
    known = {**(documents or {}), **data.documents}
    for folder in pack_folders(root):
        _load_pack(folder, known, data, foreign)
    data.problems += passed_over(root)
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
    if "binds" in pack and "house_rule" not in pack:
        de = "Zu „binds“ gehört „house_rule“: der Satz für alle anderen, die das Paket wählen."
        en = "With `binds` goes `house_rule`: the sentence for all others who choose the pack."
        data.problems.append(at(head[0], head[1].entries["binds"], de, en))
    for facts in shape.FACTS:
        _known(folder, facts, data.problems)
    data.facts[name] = {
        path.stem: _plain(path, data.problems) for path in sorted((folder / "facts").glob("*.yaml"))
    }
    files = [
        p for p in sorted(folder.glob("*.yaml")) if p.name not in ("pack.yaml", "sources.yaml")
    ]
    if not (files or data.facts[name] or list((folder / "schema").glob("*.yaml"))):
        de, en = "Das Paket ist leer: Es hat keine Regel.", "The pack is empty: it has no rule."
        data.problems.append(at(*head, de, en))
    for path in files:
        loaded = _strict(path, shape.RULE, shape.RULE_REQUIRED, data.problems)
        if loaded is None:
            continue
        document, node = loaded
        rule = plain(node)
        rule["pack"] = name
        rule["path"] = f"{name}/{path.name}"
        data.files[rule["path"]] = path
        before = len(data.problems)
        verify_rule(document, node, rule, documents, data.tree, data.problems, foreign=foreign)
        data.problems += backwards(document, node)
        data.problems += examples.faults(document, node)
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
        problems.append(_no_mapping(document))
        return None
    compile_object(EMPTY, fields, required)(node, "", Report(document))
    if document.problems:
        problems += [translated(document, problem) for problem in document.problems]
        return None
    blank = list(unsaid(document, node))
    problems += blank
    return None if blank else (document, node)


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
    if type(document.root) is not Mapping:
        problems.append(_no_mapping(document))
        return {}
    return dict(plain(document.root))


def _no_mapping(document: Document) -> LinterError:
    return at(document, None, "Hier wird eine Zuordnung erwartet.", "A mapping is expected here.")


def _fragment(path: Path, tree: Tree, problems: list[LinterError]) -> dict[str, Any]:
    """A file of registry fields; empty where it does not hold."""
    document = _parse(path, problems)
    if document is None or document.root is None:
        return {}
    if type(document.root) is not Mapping:
        problems.append(_no_mapping(document))
        return {}
    found = fragment.faults(document, tree)
    problems += found
    content = {} if found else plain(document.root)
    return content if isinstance(content, dict) else {}


def _known(folder: Path, name: str, problems: list[LinterError]) -> None:
    """Authorities, ressorts and office holders of a pack hold, or rules about them are asked of nobody."""
    document = _parse(
        folder / "facts" / f"{name}.yaml", []
    )  # that it cannot be read is told of all facts
    root = document.root if document is not None else None
    if document is None or type(root) is not Mapping or name not in root.entries:
        return
    fields, required = shape.FACTS[name]
    listed = root.entries[name]
    if type(listed) is not Sequence:
        problems.append(
            at(document, listed, "Hier wird eine Liste erwartet.", "A list is expected here.")
        )
        return
    validate = compile_object(EMPTY, fields, required)
    for number, node in enumerate(listed.items):
        validate(node, f"{name}[{number}]", Report(document))
    problems += [translated(document, problem) for problem in document.problems]
    problems += backwards(document, listed)


def _documents(path: Path, problems: list[LinterError]) -> dict[str, dict[str, Any]]:
    document = _parse(path, problems)
    if document is None or type(document.root) is not Mapping:
        return {}
    validate = compile_object(EMPTY, shape.DOCUMENT, shape.DOCUMENT_REQUIRED)
    for key, node in document.root.entries.items():
        validate(node, key, Report(document))
    problems += [translated(document, problem) for problem in document.problems]
    if not document.problems:
        problems += unsaid(document, document.root)
        problems += _no_days(document, document.root)
        problems += backwards(document, document.root)
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


def unsaid(document: Document, node: Node) -> Iterator[LinterError]:
    """Texts that are there and say nothing, in a language."""
    if type(node) is Sequence:
        for item in node.items:
            yield from unsaid(document, item)
    if type(node) is not Mapping:
        return
    for key, child in node.entries.items():
        if key in ("de", "en") and type(child) is Scalar and not (child.text or "").strip():
            yield at(document, child, "Dieser Text ist leer.", "This text is empty.")
        elif key not in ("check", "when", "examples"):
            yield from unsaid(document, child)


def _no_days(document: Document, root: Mapping) -> Iterator[LinterError]:
    """Days of documents that are none; of a document's own day and its first, month and year may do."""
    for entry in root.entries.values():
        entries = entry.entries if type(entry) is Mapping else {}
        for key in ("date", "since", "until"):
            node = entries.get(key)
            text = (node.text if type(node) is Scalar else None) or ""
            if text and day_of(text if key == "until" else first_day(text)) is None:
                yield at(
                    document,
                    node,
                    f"„{text}“ ist kein Tag der Form JJJJ-MM-TT"
                    + ("." if key == "until" else ", JJJJ-MM oder JJJJ."),
                    f"“{text}” is no day of the form YYYY-MM-DD"
                    + ("." if key == "until" else ", YYYY-MM or YYYY."),
                )


def backwards(document: Document, node: Node) -> Iterator[LinterError]:
    """Times that end before they begin; the examples have days of their own."""
    if type(node) is Sequence:
        for item in node.items:
            yield from backwards(document, item)
    elif type(node) is Mapping:
        last = node.entries.get("until")
        for key in ("from", "since"):
            first = node.entries.get(key)
            if type(first) is Scalar and type(last) is Scalar:
                began, ended = day_of(first_day(first.text or "")), day_of(last.text or "")
                if began and ended and ended < began:
                    de, en = f"„until“ liegt vor „{key}“.", f"“until” is before “{key}”."
                    yield at(document, last, de, en)
        for key, child in node.entries.items():
            if key not in ("check", "when", "examples"):
                yield from backwards(document, child)


RULE_FILE = re.compile(r"[A-Z]{2,12}\d{3}-.*\.ya?ml", re.IGNORECASE)
"""What a rule's file is called, wherever it lies."""
NOT_READ = {
    "de": "Diese Datei wird nicht gelesen: Regeln heißen CODE-name.yaml und liegen neben pack.yaml, "
    "Daten heißen facts/*.yaml, Felder schema/*.yaml.",
    "en": "This file is not read: rules are named CODE-name.yaml and lie beside pack.yaml, data are "
    "named facts/*.yaml, fields schema/*.yaml.",
}


def passed_over(root: Path) -> list[LinterError]:
    """A fault for each file that looks like a part of a pack and has no say: it is misnamed or misplaced."""
    heads = [*root.glob("pack.y*ml"), *root.glob("*/pack.y*ml")]
    unread = [path for path in heads if path.name != "pack.yaml"]
    for folder in pack_folders(root):
        for path in folder.rglob("*"):
            inside = path.relative_to(folder).parts
            if path.suffix.lower() not in (".yaml", ".yml") or inside[0].startswith("."):
                continue
            ours = len(inside) == 1 or (len(inside) == 2 and inside[0] in ("facts", "schema"))  # noqa: PLR2004
            if (ours and path.suffix != ".yaml") or (not ours and RULE_FILE.fullmatch(path.name)):
                unread.append(path)
    return [LinterError(NOT_READ, path=str(path)) for path in sorted(set(unread))]


def _unique(data: PackData) -> None:
    seen: dict[str, str] = {}
    for rule in data.rules:
        for key in (rule["code"], rule["name"], *rule.get("redirects", [])):
            other = seen.setdefault(key, rule["path"])
            if other != rule["path"]:
                data.problems.append(
                    taken(
                        data.files[rule["path"]],
                        key,
                        f"„{key}“ ist schon vergeben, an {other}.",
                        f"“{key}” is already taken, by {other}.",
                    )
                )


def taken(path: Path, key: str, de: str, en: str) -> LinterError:
    """A fault at a code or name in a rule's file, be it one that the rule had before."""
    document = parse(read(str(path)), str(path))
    root = document.root
    entries = root.entries if type(root) is Mapping else {}
    former = entries.get("redirects")
    listed = former.items if type(former) is Sequence else []
    for node in (entries.get("code"), entries.get("name"), *listed):
        if type(node) is Scalar and node.text == key:
            return at(document, node, de, en)
    return at(document, None, de, en)
