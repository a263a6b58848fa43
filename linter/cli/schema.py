"""`amtlint schema`: the JSON Schema of a registry or of the configuration."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from linter.cli import options
from linter.cli.texts import spoken

if TYPE_CHECKING:
    from linter.text import Text

ABOUT: Text = {
    "de": """Das JSON-Schema des Registers ausgeben.

Editoren vervollständigen und erläutern damit die Felder, andere Werkzeuge prüfen damit
(Draft 2020-12). Mit --lang de stehen die Beschreibungen auf Deutsch im Schema, die englischen
unter x-description-en daneben. Im Kopf einer YAML-Datei genügt die Zeile
„# yaml-language-server: $schema=registry.schema.json“.""",
    "en": """Print the JSON Schema of the registry.

Editors complete and explain the fields with it, other tools validate with it (Draft 2020-12).
With --lang en the descriptions are English, the German ones beside them as x-description-de. At
the top of a YAML file one line will do:
“# yaml-language-server: $schema=registry.schema.json”.""",
}
SAMPLES = """amtlint schema > registry.schema.json
amtlint schema --config > amtlint.schema.json
amtlint schema --lang en"""
FOR_CONFIG: Text = {
    "de": "Das Schema der Konfiguration (.amtlint.yaml) ausgeben, nicht das des Registers.",
    "en": "Print the schema of the configuration (.amtlint.yaml), not the registry's.",
}


def command(lang: str) -> click.Command:
    """The command in the language."""

    @spoken("schema", lang, ABOUT, SAMPLES)
    @click.option("--config", "for_config", is_flag=True, help=FOR_CONFIG[lang])
    @options.language(lang)
    def schema(for_config: bool) -> None:
        import json  # noqa: PLC0415 - not needed for help

        from linter.cli.books import open_book  # noqa: PLC0415
        from linter.cli.settings import speak_utf8  # noqa: PLC0415
        from linter.registry.jsonschema import config_schema, registry_schema  # noqa: PLC0415

        speak_utf8()
        if for_config:
            document = config_schema(lang)
        else:
            book, _ = open_book(None)
            document = registry_schema(book.fields, lang)
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))

    return schema
