"""A small user pack to break in tests."""

from __future__ import annotations

RULE = """\
code: ACME001
name: no-netiquette
since: "0.1"
status: stable
severity: warning
duty: own
title: {de: "Keine Netiquette", en: "No netiquette"}
source:
  - {document: amtlint, section: "own"}
applies_to: {kinds: [ressort]}
tags: [house]
needs: [registry]
check:
  recorded: {field: netiquette}
message: {de: "Netiquette fehlt.", en: "The netiquette is missing."}
why: {de: "Hausregel.", en: "House rule."}
remedy: {de: "Ergänzen.", en: "Add it."}
waivable: true
reviewed: {by: "house", on: 2026-01-01}
examples:
  - good: |
      netiquette: https://www.example.org/netiquette
  - bad: |
      bio: x
"""
PACK = """\
id: acme
title: {de: "Haus", en: "House"}
description: {de: "Regeln des Hauses.", en: "The house's rules."}
"""


def write_pack(folder, rule=RULE, pack=PACK, name="ACME001-no-netiquette"):
    """Write the pack `acme` below a folder and return its path."""
    acme = folder / "acme"
    acme.mkdir(parents=True, exist_ok=True)
    (acme / "pack.yaml").write_text(pack, encoding="utf-8")
    (acme / f"{name}.yaml").write_text(rule, encoding="utf-8")
    return acme
