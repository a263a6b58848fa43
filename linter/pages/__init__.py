"""From the bytes of a web page to what it is, what it says and where it leads. No network here."""

from __future__ import annotations

from linter.pages.read import read_page

__all__ = ["read_page"]
