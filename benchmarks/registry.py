"""Registries of any size for the benchmarks: complete, correct, one account in ten with a fault.

Every account is written out in full (all contract fields, about 50 scalars), as a ministry
with a well-kept registry would have it, and no two have the same handle.
"""

from __future__ import annotations

HOUSES = (
    ("im-nrw", "IM", "Innenministerium NRW", "Ministeriums des Innern", "www.im.nrw"),
    ("fm-nrw", "FM", "Finanzministerium NRW", "Ministeriums der Finanzen", "www.fm.nrw"),
    ("jm-nrw", "JM", "Justizministerium NRW", "Ministeriums der Justiz", "www.justiz.nrw"),
    (
        "mags-nrw",
        "MAGS",
        "Gesundheitsministerium NRW",
        "Ministeriums für Arbeit, Gesundheit und Soziales",
        "www.mags.nrw",
    ),
)
TOPICS = (
    ("Haushalt", "Bauen", "Archive", "Denkmal", "Katastrophenschutz", "Statistik", "Vermessung"),
    ("Presse", "Recht", "Planung", "Technik", "Bildung", "Beratung", "Aufsicht", "Register"),
    ("Nord", "Sued", "West", "Ost", "Mitte", "Rhein", "Ruhr", "Lippe", "Eifel", "Sieg", "Hellweg"),
)
ACCOUNT = """\
  - id: account-{n}
    authority: {authority}
    platform: x
    handle: {handle}
    kind: {kind}
    status: active
    profile_name: {name} {topic} {n}
    url: https://x.com/{handle}
    bio: Hier informiert das Referat {topic} des {genitive} des Landes Nordrhein-Westfalen. Zum Thema {topic} Nr. {n}.
    links:
      - {{label: Impressum, url: "https://{domain}/impressum"}}
      - {{label: Datenschutz, url: "https://{domain}/datenschutz"}}
    impressum: https://{domain}/impressum
    privacy: https://{domain}/datenschutz
    netiquette: https://{domain}/netiquette
    verified: {{kind: government, since: 2020-05-01}}
    since: 2015-03-01
    operator: {{unit: Referat {topic}, role: {role}}}
    approvals: {{house_leadership: 2015-02-01, communications_unit: 2015-02-01, lpa_informed: 2015-02-10}}
    second_factor: true
    devices: official
    login_address_kind: functional
    images: [{{use: profile, own_logo: true}}]
"""


HOUSE = """\
  - id: {authority}
    staff_list: Az. P 4
    legal_basis: § 3 DSG NRW
    agreement: Az. 12
    transfer_assessment: Az. 13
    usage_concept: Az. 14
    ordinary_channel: https://{domain}/
"""


def registry(accounts: int) -> str:
    """A registry file of so many accounts."""
    lines = ["registry: 1\nauthorities:\n"]
    lines += [HOUSE.format(authority=house[0], domain=house[4]) for house in HOUSES]
    lines.append("accounts:\n")
    for n in range(accounts):
        authority, abbreviation, name, genitive, domain = HOUSES[n % len(HOUSES)]
        first, second, third = (words[n // 7**i % len(words)] for i, words in enumerate(TOPICS))
        handle = f"{abbreviation}{first[:3]}{second[:3]}{third[:2]}{n}"[:15]
        kind, role = "fach", "specialist"
        if n < len(HOUSES):
            kind, role, handle = "ressort", "communications", f"{abbreviation}_NRW"
        elif n % 10 == 9:
            handle = f"Minister_{n}"
        lines.append(
            ACCOUNT.format(
                n=n,
                authority=authority,
                handle=handle,
                kind=kind,
                role=role,
                topic=f"{first} {second} {third}",
                name=name,
                genitive=genitive,
                domain=domain,
            )
        )
    return "".join(lines)
