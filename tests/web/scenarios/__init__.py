"""Scenarios as data; importing this collects them in `ALL`."""

from __future__ import annotations

from importlib import import_module

from tests.web.scenarios.scenario import ALL, Scenario

for _module in (
    "transport",
    "refusals",
    "redirects",
    "bodies",
    "robots",
    "paths",
    "profiles",
    "foot",
    "doors",
    "witnesses",
):
    import_module(f"tests.web.scenarios.{_module}")

__all__ = ["ALL", "Scenario"]
