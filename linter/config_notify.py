"""What the config file may say of notices: its `notify`, read by `linter.delivery.notices`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linter.registry.fields import Field


def _text(kind: str, de: str, en: str, **more: object) -> Field:
    return {"type": kind, **more, "description": {"de": de, "en": en}}


EMAIL: dict[str, Field] = {
    "to": _text("array", "Wer die E-Mail bekommt.", "Who gets the mail.", items={"type": "string"}),
    "from": _text("string", "Absenderadresse.", "The sender's address."),
    "host": _text("string", "Postausgangsserver (SMTP).", "Mail server (SMTP)."),
    "port": _text(
        "integer",
        "Port; Vorgabe: 587 mit starttls, 465 mit tls, 25 mit none.",
        "Port; default: 587 with starttls, 465 with tls, 25 with none.",
    ),
    "tls": _text(
        "string",
        "Verschlüsselung; Vorgabe: starttls. Ohne sie (none) geht kein Passwort übers Netz.",
        "Encryption; default: starttls. Without it (none) no password crosses the network.",
        enum=["starttls", "tls", "none"],
    ),
    "user": _text(
        "string", "Anmeldename am Server, zusammen mit password.", "User name, with password."
    ),
    "password": _text(
        "string",
        "Umgebungsvariable mit dem Passwort, z. B. ${SMTP_PASSWORD}; nie das Passwort selbst.",
        "Environment variable with the password, such as ${SMTP_PASSWORD}; never the password.",
    ),
}
WEBHOOK: dict[str, Field] = {
    "url": _text(
        "string",
        "Adresse, die das Ergebnis als JSON bekommt (POST); ${NAME} steht für eine Umgebungsvariable.",
        "Address that gets the result as JSON (POST); ${NAME} means an environment variable.",
    ),
    "headers": _text(
        "anything",
        "Weitere Kopfzeilen, etwa Authorization; Geheimes als ${NAME}.",
        "Further headers, such as Authorization; secrets as ${NAME}.",
    ),
}
NOTICE: dict[str, Field] = {
    "email": _text(
        "object",
        "Per E-Mail; je Eintrag entweder email oder webhook.",
        "By e-mail; each entry has either email or webhook.",
        required=["to", "from", "host"],
        properties=EMAIL,
    ),
    "webhook": _text(
        "object",
        "An eine Adresse im Netz, etwa einen Chat.",
        "To an address on the web, such as a chat.",
        required=["url"],
        properties=WEBHOOK,
    ),
    "when": _text(
        "string",
        "new (Vorgabe): wenn etwas neu, wieder offen oder erledigt ist; open: solange etwas offen ist; always: nach jedem Lauf.",
        "new (default): something is new, open again or gone; open: something is open; always: after every run.",
        enum=["new", "open", "always"],
    ),
    "lang": _text(
        "string",
        "Sprache der Nachricht; Vorgabe: die des Laufs.",
        "Language of the notice; default: that of the run.",
        enum=["de", "en"],
    ),
}
