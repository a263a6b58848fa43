"""What a night was found by: the program's own files, but nothing that comes and goes beside them."""

from __future__ import annotations

import linter
from linter.crawl.basis import _program


def test_another_program_that_is_being_compiled_beside_changes_nothing(tmp_path, monkeypatch):
    (tmp_path / "pages").mkdir()
    for name in ("__init__.py", "pages/read.py", "labels.yaml"):
        (tmp_path / name).write_text(name)
    monkeypatch.setattr(linter, "__file__", str(tmp_path / "__init__.py"))
    before = list(_program())
    assert [name for name, _, _ in before] == ["/__init__.py", "/labels.yaml", "/pages/read.py"]
    (tmp_path / "pages" / "__pycache__").mkdir()
    # as the interpreter names what it has not written to its end
    (tmp_path / "pages" / "__pycache__" / "read.cpython-313.pyc.140245").write_bytes(b"half")
    assert list(_program()) == before
    (tmp_path / "pages" / "read.py").write_text("another")
    assert list(_program()) != before
