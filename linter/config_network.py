"""What `network:` in the config may say: how public pages are asked for (see `linter.crawl.network`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.registry.fields import Field

NETWORK: dict[str, Field] = {
    "resolve": {
        "anyOf": [{"type": "array", "items": {"type": "string"}}, {"type": "string"}],
        "description": {
            "de": "Adressen statt der Namensauflösung, wie `--resolve`: HOST:PORT:ADRESSE.",
            "en": "Addresses instead of looking names up, as `--resolve`: HOST:PORT:ADDRESS.",
        },
        "examples": [["www.example.org:443:127.0.0.1"]],
    },
    "ca-file": {
        "type": "string",
        "description": {
            "de": "Zertifikate (PEM), denen statt denen des Systems vertraut wird.",
            "en": "Certificates (PEM) to trust instead of the system's.",
        },
        "examples": ["ca.pem"],
    },
    "allow-network": {
        "anyOf": [{"type": "array", "items": {"type": "string"}}, {"type": "string"}],
        "description": {
            "de": "Netze, die erlaubt sind, obwohl sie nicht öffentlich sind (CIDR).",
            "en": "Ranges that are allowed though they are not public (CIDR).",
        },
        "examples": [["10.0.0.0/8"]],
    },
    "jobs": {
        "type": "integer",
        "description": {
            "de": "Accounts, die gleichzeitig gelesen werden, je mit bis zu zwei Abrufen (Vorgabe: 50).",
            "en": "Accounts that are read at once, each with up to two requests (default: 50).",
        },
        "examples": [50],
    },
    "per-host": {
        "type": "integer",
        "description": {
            "de": "Abrufe zugleich bei einem Host, höchstens (Vorgabe: 2).",
            "en": "Requests at once to one host, at most (default: 2).",
        },
        "examples": [2],
    },
    "timeout": {
        "type": "number",
        "description": {
            "de": "Sekunden für einen Abruf, langsame Antworten eingeschlossen (Vorgabe: 30).",
            "en": "Seconds for one request, slow answers included (default: 30).",
        },
        "examples": [30],
    },
    "redirects": {
        "type": "integer",
        "description": {
            "de": "Weiterleitungen, denen höchstens gefolgt wird (Vorgabe: 10).",
            "en": "Redirects that are followed, at most (default: 10).",
        },
        "examples": [10],
    },
    "interval": {
        "type": "number",
        "description": {
            "de": "Sekunden zwischen zwei Abrufen bei einem Host, sind die ersten (`burst`) vorbei; 0: keine (Vorgabe: 1).",
            "en": "Seconds between two requests to a host once the first (`burst`) are over; 0: none (default: 1).",
        },
        "examples": [1],
    },
    "burst": {
        "type": "integer",
        "description": {
            "de": "So viele Abrufe bei einem Host gehen ohne Abstand hinaus (Vorgabe: 6).",
            "en": "So many requests to a host go out without an interval (default: 6).",
        },
        "examples": [6],
    },
    "longest-pause": {
        "type": "number",
        "description": {
            "de": "Sekunden, die auf einen Host gewartet wird, der um Geduld bittet; sonst kommt er im nächsten Durchgang wieder an die Reihe (Vorgabe: 600).",
            "en": "Seconds to wait for a host that asks for patience; past that it is left for a later pass (default: 600).",
        },
        "examples": [600],
    },
    "passes": {
        "type": "integer",
        "description": {
            "de": "Weitere Durchgänge für alles, was nur für den Augenblick gescheitert sein kann (Vorgabe: 2).",
            "en": "Later passes for whatever may have failed for the moment only (default: 2).",
        },
        "examples": [2],
    },
    "waits": {
        "anyOf": [{"type": "array", "items": {"type": "number"}}, {"type": "number"}],
        "description": {
            "de": "Sekunden vor jedem weiteren Durchgang; die letzte Angabe gilt auch für alle danach (Vorgabe: 5 und 30).",
            "en": "Seconds before each later pass; the last one repeats (default: 5 and 30).",
        },
        "examples": [[5, 30]],
    },
    "nights": {
        "type": "integer",
        "description": {
            "de": "In so vielen Nächten hintereinander muss eine Seite unerreichbar sein, bevor das gemeldet wird (Vorgabe: 2).",
            "en": "In so many nights in a row a page must be out of reach before that is published (default: 2).",
        },
        "examples": [2],
    },
    "per-account": {
        "type": "integer",
        "description": {
            "de": "Abrufe für einen Account, höchstens (Vorgabe: 40).",
            "en": "Requests for one account, at most (default: 40).",
        },
        "examples": [40],
    },
    "obey-robots-for-api": {
        "type": "boolean",
        "description": {
            "de": "Ob robots.txt auch für dokumentierte Schnittstellen gilt (Vorgabe: false).",
            "en": "Whether robots.txt binds documented interfaces, too (default: false).",
        },
        "examples": [False],
    },
    "proxy": {
        "type": "string",
        "description": {
            "de": "Adresse eines Proxys (http://…); aus der Umgebung wird nie einer übernommen.",
            "en": "Address of a proxy (http://…); none is ever taken from the environment.",
        },
        "examples": ["http://proxy.example.org:3128"],
    },
    "processes": {
        "type": "integer",
        "description": {
            "de": "Prozesse, die Seiten lesen, während weitere abgerufen werden; 0: einer je Prozessor, 1: keine (Vorgabe: 0).",
            "en": "Processes that read pages while others are fetched; 0: one for each processor, 1: none (default: 0).",
        },
        "examples": [0],
    },
}
