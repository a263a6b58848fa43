"""Sites of made-up towns: every page about 40 kB and different, Impressum and notice in order."""

from __future__ import annotations

import random
import sys
from functools import lru_cache
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2])]

from tests.web.pages import City, impressum_text, privacy_text  # noqa: E402

SIZE = 40_000
BLOCKS = 48
TOWNS = ("heide", "bach", "feld", "stein", "hausen", "brunn", "walde", "furt", "rode", "tal")
SUBJECTS = (
    "Der Rat der Stadt", "Das Bürgeramt", "Die Stadtbücherei", "Der Bauhof", "Die Volkshochschule",
    "Das Jugendamt", "Die Feuerwehr", "Der Seniorenbeirat", "Die Stadtkasse", "Das Standesamt",
)  # fmt: skip
VERBS = (
    "informiert über", "berät am Donnerstag über", "lädt ein zu", "verlängert die Frist für",
    "veröffentlicht den Plan für", "sucht Freiwillige für", "erneuert in diesem Jahr",
)  # fmt: skip
OBJECTS = (
    "die Sanierung der Grundschule am Wall", "den Umbau des Rathausplatzes", "neue Radwege im Norden",
    "die Abgabe der Grundsteuererklärung", "das Programm der Ferienspiele", "den Haushalt des nächsten Jahres",
    "die Pflege der Grünanlagen", "den Lärmaktionsplan", "die Anmeldung zu den Kindertagesstätten",
)  # fmt: skip
TOPICS = (
    "Personalausweis", "Reisepass", "Führungszeugnis", "Wohnsitz", "Hundesteuer", "Gewerbe",
    "Bauantrag", "Wohngeld", "Elterngeld", "Abfallkalender", "Sperrmüll", "Friedhof", "Kitas",
    "Schulen", "Musikschule", "Museum", "Hallenbad", "Sportstätten", "Vereine", "Wahlen",
)  # fmt: skip


def city(host: str) -> City:
    """The town behind a host name."""
    number = int("".join(filter(str.isdigit, host)) or 0)
    first = ("Berg", "Alten", "Neuen", "Ober", "Unter", "Wald", "Birken", "Linden")[number % 8]
    name = f"{first}{TOWNS[number // 8 % len(TOWNS)]}"
    return City(name, host, postal_code=f"{48000 + number % 1999:05d}")


@lru_cache(maxsize=BLOCKS)
def block(number: int) -> bytes:
    """A piece of a page's middle: teasers with pictures, a list, a table; about 2.5 kB."""
    chance = random.Random(number)

    def sentence() -> str:
        parts = (chance.choice(SUBJECTS), chance.choice(VERBS), chance.choice(OBJECTS))
        return " ".join(parts) + "."

    teasers = "".join(
        f'<article class="teaser teaser--{chance.randrange(9)}"><a class="teaser__link" '
        f'href="/aktuelles/{number}-{n}-{chance.randrange(10**6)}"><figure><img loading="lazy" '
        f'src="/fileadmin/bilder/{chance.randrange(10**6)}.jpg" width="640" height="360" alt=""></figure>'
        f"<h3>{chance.choice(OBJECTS).capitalize()}</h3></a><p><time>{chance.randrange(1, 28)}.11.2026</time> "
        f"{sentence()} {sentence()}</p></article>\n"
        for n in range(3)
    )
    rows = "".join(
        f"<tr><td>{chance.choice(TOPICS)}</td><td>{chance.randrange(8, 11)}–{chance.randrange(12, 19)} Uhr</td>"
        f'<td><a href="/dienste/{chance.randrange(10**4)}">Termin</a></td></tr>\n'
        for _ in range(4)
    )
    prose = " ".join(sentence() for _ in range(4))
    return (
        f'<section class="module" id="m{number}"><h2>{chance.choice(TOPICS)}</h2>{teasers}'
        f"<table><tbody>{rows}</tbody></table><p>{prose}</p></section>\n"
    ).encode()


@lru_cache(maxsize=1)
def menu() -> bytes:
    """The large menu that every page carries: about 9 kB."""
    lists = "".join(
        f'<li class="menu__item"><a href="/{group.lower()}" aria-expanded="false">{group}</a><ul>'
        + "".join(
            f'<li class="menu__sub"><a href="/{group.lower()}/{topic.lower()}">{topic} und mehr</a></li>'
            for topic in TOPICS
        )
        + "</ul></li>\n"
        for group in ("Rathaus", "Bürgerservice", "Kultur", "Wirtschaft", "Umwelt")
    )
    return f'<nav class="menu" aria-label="Hauptmenü"><ul>{lists}</ul></nav>\n'.encode()


def page(host: str, path: str) -> list[bytes] | None:
    """The pieces of a page, or None where there is none."""
    town = city(host)
    if host.startswith("klein"):
        return _whole(town) if path == "/" else None
    match path:
        case "/willkommen":
            head, main = '<meta http-equiv="refresh" content="0; url=/">\n', "<h1>Willkommen</h1>"
        case "/":
            head, main = "", f"<h1>Stadt {town.name}</h1>"
        case "/impressum":
            head, main = "", impressum_text(town)
        case "/datenschutz":
            head, main = "", privacy_text(town)
        case _:
            return None
    start = (
        f'<!DOCTYPE html>\n<html lang="de">\n<head>\n<meta charset="utf-8">\n<title>{_title(path)} | Stadt '
        f'{town.name}</title>\n{head}<link rel="stylesheet" href="/site.css">\n'
        f'<script src="/site.js" defer></script>\n</head>\n<body class="page page--{sum(host.encode()) % 97}">\n'
        f'<header><a href="/"><img src="/logo.svg" alt="Stadt {town.name}"></a></header>\n'
    ).encode()
    end = (
        '<footer><ul><li><a href="/impressum">Impressum</a></li>\n<li><a href="/datenschutz">Datenschutz</a>'
        f"</li></ul><p>© Stadt {town.name}</p></footer>\n</body>\n</html>\n"
    ).encode()
    middle = [f'<main id="inhalt">\n{main}\n'.encode()]
    pieces = [start, menu(), *middle]
    size = sum(map(len, pieces)) + len(end)
    number = sum(f"{host}{path}".encode())
    aside = path in {"/impressum", "/datenschutz"}
    if aside:
        pieces.append(b'</main>\n<aside class="related">')
    while size < SIZE:
        piece = block(number % BLOCKS)
        pieces.append(piece)
        size += len(piece)
        number += 7
    pieces.append(b"</aside>\n" if aside else b"</main>\n")
    return [*pieces, end]


def _whole(town: City) -> list[bytes]:
    """A small site of one page, for very many accounts."""
    return [
        (
            f'<!DOCTYPE html>\n<html lang="de">\n<meta charset="utf-8">\n<title>Stadt {town.name}</title>\n'
            f'<main><div id="impressum">{impressum_text(town)}</div>'
            f'<div id="datenschutz">{privacy_text(town)}</div></main>\n<footer><a href="#impressum">Impressum</a> '
            '<a href="#datenschutz">Datenschutz</a></footer></html>\n'
        ).encode()
    ]


def _title(path: str) -> str:
    return {"/impressum": "Impressum", "/datenschutz": "Datenschutzerklärung"}.get(
        path, "Startseite"
    )
