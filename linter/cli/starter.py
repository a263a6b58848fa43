"""The texts that `amtlint init` writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from linter.registry.account import SUPREME

if TYPE_CHECKING:
    from linter.text import Text

HEAD: Text = {
    "de": """\
# Register der Social-Media-Accounts. Jede Angabe ist freiwillig, solange keine Regel sie
# verlangt; was niemand weiß, bleibt weg. Alle Felder erklärt: amtlint schema --lang de
registry: 1
authority: {authority}
""",
    "en": """\
# Registry of social-media accounts. Every entry is optional unless a rule asks for it; what
# nobody knows stays absent. All fields explained: amtlint schema --lang en
registry: 1
authority: {authority}
""",
}

PACKS: Text = {
    "de": "packs: [{packs}]  # alle Pakete: amtlint rules\n",
    "en": "packs: [{packs}]  # all packs: amtlint rules\n",
}

NO_PACKS: Text = {
    "de": "# packs: [impressum, privacy]  # ohne diese Zeile nach Zuständigkeit; alle Pakete: amtlint rules\n",
    "en": "# packs: [impressum, privacy]  # by jurisdiction without this line; all packs: amtlint rules\n",
}

BODY: Text = {
    "de": """
# Die Behörde, denn die Regelpakete kennen sie nicht.
authorities:
  - id: {authority}
    names: [Stadt Beispielhausen]     # amtlicher Name, bei mehreren der geltende zuletzt
    # abbreviations: [SBH]
    # domains: [beispielhausen.de]
    jurisdiction: nrw                 # Land, dessen Regeln gelten; Bund: bund
    kind: city                        # ministry state-chancellery city district police agency other
""",
    "en": """
# The authority, since the rule packs do not know it.
authorities:
  - id: {authority}
    names: [Stadt Beispielhausen]     # official name; of several, the current one last
    # abbreviations: [SBH]
    # domains: [beispielhausen.de]
    jurisdiction: nrw                 # the Land whose rules apply; federal: bund
    kind: city                        # ministry state-chancellery city district police agency other
""",
}

ACCOUNT: Text = {
    "de": """
accounts:
  # Ein Beispiel zum Ersetzen.
  - id: {account:<28}  # eindeutig, bleibt auch bei Umbenennung gleich
    platform: x                       # x facebook instagram threads youtube mastodon bluesky …
    handle: beispiel                  # wie auf der Plattform, ohne @; Mastodon: name@host
    kind: {kind:<28}# ressort fach (nur oberste Landesbehörden) personal authority
    status: planned                   # planned active dormant closed
    # profile_name: angezeigter Name
    # url: https://x.com/beispiel
    # bio: Profilbeschreibung im Wortlaut
    # impressum: https://www.beispielhausen.de/impressum
    # privacy: https://www.beispielhausen.de/datenschutz
    # netiquette: https://www.beispielhausen.de/netiquette
    # verified: true
    # since: 2026-01-31               # Tag der Einrichtung
    # operator: {{unit: Referat Presse, role: communications}}  # Stellen, keine Namen
    # approvals:                      # je Stelle ein Datum oder {{state: in Bearbeitung}}
    #   house_leadership: 2026-01-15
    # waivers:
    #   - {{code: IMP101, reason: "…", until: 2026-12-31, approved_by: Rechtsamt}}
""",
    "en": """
accounts:
  # A sample to be replaced.
  - id: {account:<28}  # unique, stays the same when the account is renamed
    platform: x                       # x facebook instagram threads youtube mastodon bluesky …
    handle: beispiel                  # as on the platform, without @; Mastodon: name@host
    kind: {kind:<28}# ressort fach (supreme Land authorities only) personal authority
    status: planned                   # planned active dormant closed
    # profile_name: the name shown
    # url: https://x.com/beispiel
    # bio: the profile's description, word for word
    # impressum: https://www.beispielhausen.de/impressum
    # privacy: https://www.beispielhausen.de/datenschutz
    # netiquette: https://www.beispielhausen.de/netiquette
    # verified: true
    # since: 2026-01-31               # day of set-up
    # operator: {{unit: Referat Presse, role: communications}}  # bodies, no names
    # approvals:                      # per body a date or {{state: in Bearbeitung}}
    #   house_leadership: 2026-01-15
    # waivers:
    #   - {{code: IMP101, reason: "…", until: 2026-12-31, approved_by: Rechtsamt}}
""",
}

CONFIG_TEXT: Text = {
    "de": """\
# Konfiguration von amtlint; wird vom aktuellen Ordner aufwärts gesucht.
registry: [{registry}]
lang: de
# packs: [nrw-handreichung, impressum, privacy]
# ignore: [governance]        # Außenstehende kennen keine Genehmigungen
# fail-on: warning            # error warning info
""",
    "en": """\
# Configuration of amtlint; looked for from the current folder upwards.
registry: [{registry}]
lang: en
# packs: [nrw-handreichung, impressum, privacy]
# ignore: [governance]        # outsiders know no approvals
# fail-on: warning            # error warning info
""",
}

REPOS = """\
repos:
  - repo: local
    hooks:
      - id: amtlint
        name: amtlint
        entry: amtlint check
        language: system
        always_run: true
        pass_filenames: false
"""
HOOK_TEXT: Text = {
    "de": f"# Prüft das Register vor jedem Commit; einmal einrichten: pre-commit install\n{REPOS}",
    "en": f"# Checks the registry before every commit; set up once: pre-commit install\n{REPOS}",
}


def registry_text(authority: str, *, kind: str, packs: tuple[str, ...], lang: str) -> str:
    """The starter registry; kind is empty where the packs do not know the authority."""
    account_kind = "ressort" if kind in SUPREME else "authority"
    parts = [
        HEAD[lang],
        PACKS[lang].format(packs=", ".join(packs)) if packs else NO_PACKS[lang],
        "" if kind else BODY[lang],
        ACCOUNT[lang],
    ]
    return "".join(parts).format(authority=authority, account=f"{authority}-x", kind=account_kind)
