"""What a check may know besides its subject: the day, the whole registry, the packs' facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.bundle import bundle, fresh

if TYPE_CHECKING:
    from datetime import date

    from linter.crawl.observation import Observation
    from linter.names import Reader
    from linter.registry.account import Account, Authority
    from linter.registry.fields import Tree
    from linter.registry_problems import Refused


@bundle
class Context:
    """The surroundings of a run.

    facts: the packs' data files, `facts["nrw-handreichung"]["titles"]` is the content of
    `rules/nrw-handreichung/facts/titles.yaml`; authorities: by id, facts and registry merged;
    lexicon: what names may be made of, as the rulebook keeps it (None: made of the facts);
    online: profiles and pages were read, so that a rule may ask for them; seen: what was seen of
    the account that is being judged; declared: that account as the registry has it, where what
    its profile shows was laid over it; packs: the packs' own data, and chosen those that the
    config names for accounts whose file names none; refused: the values that REG002 refused, if any;
    tree: the registry's fields, for those who check a check.
    """

    as_of: date
    accounts: list[Account]
    authorities: dict[str, Authority]
    facts: dict[str, dict[str, Any]]
    lexicon: dict[str, Any] | None = None
    online: bool = False
    seen: Observation | None = None
    declared: Account | None = None
    packs: dict[str, dict[str, Any]] = fresh(factory=dict)
    chosen: tuple[str, ...] = ()
    refused: Refused | None = None
    tree: Tree = fresh(factory=dict)
    _names: Reader | None = None

    def authority(self, id_: str) -> Authority:
        """The authority of an id; one that nobody knows is made up, and marked so."""
        found = self.authorities.get(id_)
        if found is None:
            from linter.registry.account import Authority  # noqa: PLC0415 - no cycle at import

            found = self.authorities[id_] = Authority(id=id_, known=False)
        return found

    @property
    def names(self) -> Reader:
        """The reader of handles and profile names, built when the first rule asks for it."""
        if self._names is None:
            from linter.names import Reader  # noqa: PLC0415 - its lexicon costs start-up time

            self._names = Reader.from_facts(self.facts, self.authorities, self.lexicon)
        return self._names

    def forget(self) -> None:
        """Let go of the names that were read, if any were."""
        if self._names is not None:
            self._names.forget()
