"""Subjects made from a few lines of YAML, for the tests of checks."""

from __future__ import annotations

from datetime import date

import pytest

from linter.checks.params import bind
from linter.registry.account import Account, Authority, Designation, Person
from linter.registry.nodes import Mapping
from linter.registry.parse import parse
from linter.rulebook.context import Context
from linter.subject import Subject

IM = Authority(
    id="im-nrw",
    kind="ministry",
    jurisdiction="nrw",
    designations=[
        Designation("Ministerium des Innern des Landes Nordrhein-Westfalen", "name"),
        Designation("Innenministerium NRW", "short"),
        Designation("IM", "abbr"),
    ],
    domains=("im.nrw",),
    people=[
        Person("Reul", "Herbert", "Minister", "im-nrw", since=date(2017, 6, 30)),
        Person("Jäger", "Ralf", "Minister", "im-nrw", until=date(2017, 6, 29)),
    ],
)


def account(text: str, authority: str = "im-nrw") -> Account:
    document = parse(text, "test.yaml")
    root = document.root
    fields = root if isinstance(root, Mapping) else Mapping({}, 0)
    said = {k: getattr(v, "text", None) or "" for k, v in fields.entries.items()}
    return Account(
        id=said.get("id", "example"),
        platform=said.get("platform", "x"),
        handle=said.get("handle", "Beispiel"),
        kind=said.get("kind", "ressort"),
        status=said.get("status", "active"),
        authority=said.get("authority", authority),
        fields=fields,
        document=document,
        packs=(),
    )


@pytest.fixture
def subject():
    """A subject: of one account's YAML, or of several (a group, with the authority's own YAML)."""

    def make(*texts: str, authority: Authority = IM, house: str = "", others: tuple[str, ...] = ()):
        accounts = [account(text, authority.id) for text in texts]
        roots = [(a.fields, a.document) for a in accounts]
        group = len(texts) != 1 or bool(house)
        if house:
            own = account(house)
            roots.insert(0, (own.fields, own.document))
        context = Context(
            as_of=date(2026, 11, 25),
            accounts=[*accounts, *(account(text, authority.id) for text in others)],
            authorities={authority.id: authority},
            facts={},
        )
        return Subject(
            roots,
            account=None if group else accounts[0],
            accounts=accounts,
            authority=authority,
            context=context,
        )

    return make


@pytest.fixture
def look():
    """Run a check with parameters as a rule's YAML gives them; outcomes as short tuples.

    ("miss", address, variant, values, marked text) or ("unknown", address, cause).
    """

    def run(check, subject, **params):
        out = []
        for outcome in check.function(subject, bind(check, params)):
            at = outcome.at if isinstance(outcome.at, str) else outcome.at.address
            if type(outcome).__name__ == "Unknown":
                out.append(("unknown", at, outcome.cause))
            else:
                marked = ""
                if outcome.span:
                    marked = outcome.at.text[slice(*outcome.span)]
                out.append(("miss", at, outcome.variant, outcome.values, marked))
        return out

    return run
