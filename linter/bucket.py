"""A bucket: the rules that accounts of one kind meet, and how to ask as few of them as can be.

Five things spare asking, and none of them changes an outcome: a rule whose fields are all
absent has nothing to say; nor has one whose wordings share no word with the account's texts;
rules that look for the same kind of thing share one look; a guard need not be asked where there
is nothing to hold back; and what a rule had nothing to say about in one account it need not be
asked in the next one that has the same values: the accounts of a house resemble each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.checks.base import Unknown
from linter.checks.patterns import fewest, folded
from linter.recorder import missed
from linter.registry.nodes import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from linter.checks.base import Address, Alarm, Check, CheckFunction, Look, Outcome
    from linter.recorder import Recorder
    from linter.registry.account import Account
    from linter.registry.nodes import Node
    from linter.rulebook.rule import Rule
    from linter.subject import Subject

Calls = list[tuple["CheckFunction", Any]]
Bound = tuple["Rule", Calls, Calls]
"""A rule with its guards and checks, ready to be called."""
Checks = list[tuple["Check", Any]]

OWN = frozenset(("id", "handle", "profile_name", "url", "bio"))
"""Fields that differ from account to account; remembering them would be in vain."""


class Sparing:
    """When a rule need not be asked.

    wakes: the fields without any of which it has nothing to say; reads: the fields that alone
    decide; alarm: the words one of which must be in its texts. None where there is no telling.
    shared: its check with the parameters, where it can share a look with other rules;
    parts: a rule's checks one by one, where no guard holds them together. trusted: built-in checks,
    which may be asked before the guards that keep others from what they cannot bear.
    """

    __slots__ = ("alarm", "bound", "parts", "reads", "shared", "wakes")

    def __init__(
        self, bound: Bound, guards: Checks, checks: Checks, *, trusted: bool = True
    ) -> None:
        self.bound = _guarded_last(bound, guards) if guards and checks and trusted else bound
        self.wakes = _wakes(guards, checks)
        self.reads = _reads([*guards, *checks])
        self.alarm: Alarm | None = None
        if len(checks) == 1 and not guards:
            check, parameters = checks[0]
            self.alarm = check.alarm(parameters) if check.alarm else None
        self.shared: tuple[Check, Any] | None = None
        if len(checks) == 1 and not guards and checks[0][0].look:
            self.shared = checks[0]
        self.parts = [self]
        if len(checks) > 1 and not guards:
            self.parts = [
                Sparing((bound[0], [], [call]), [], [one])
                for call, one in zip(bound[2], checks, strict=True)
            ]
            if len({check.name for check, _ in checks}) > 1:
                for part in self.parts:  # what one rule says of one field must stay together
                    part.shared = None


class Held:
    """Checks and the guards that hold them back, of which nobody need ask where there is nothing to.

    sure: the addresses that, once recorded, keep the guards from not knowing.
    """

    __slots__ = ("checks", "guards", "sure")

    def __init__(self, guards: Calls, checks: Calls, sure: tuple[Address, ...]) -> None:
        self.guards = guards
        self.checks = checks
        self.sure = sure


def held(subject: Subject, params: Held) -> Iterator[Outcome]:
    """What the checks say unless a guard holds it back; what a guard does not know."""
    outcomes = [
        outcome
        for function, parameters in params.checks
        for outcome in function(subject, parameters)
    ]
    if not outcomes and all(map(subject.at, params.sure)):
        return
    for function, parameters in params.guards:
        for outcome in function(subject, parameters):
            if type(outcome) is Unknown:
                yield outcome
            return
    yield from outcomes


def _guarded_last(bound: Bound, guards: Checks) -> Bound:
    sure: list[Address] = []
    for check, parameters in guards:
        if check.sure is None:
            return bound
        sure += check.sure(parameters)
    return bound[0], [], [(held, Held(bound[1], bound[2], tuple(sure)))]


class Bucket:
    """What accounts of one kind meet: rules on each, and the lists of members of rules on groups.

    met: whether one of them has been judged.
    """

    __slots__ = ("_missed", "joins", "met", "plans", "rules")

    SHAPES = 256
    """Combinations of fields that are remembered; well-kept registries have a handful."""

    def __init__(self, rules: list[Rule], joins: list[list[Account]]) -> None:
        self.rules = rules
        self.joins = joins
        self.met = False
        self.plans: dict[tuple[str, ...], Plan] = {}
        self._missed: frozenset[str] | None = None

    @property
    def missed(self) -> frozenset[str]:
        """The kinds of page that its rules miss where nothing leads to one; asked in a crawl only."""
        if self._missed is None:
            self._missed = missed(self.rules)
        return self._missed

    def plan(self, account: Account, bind: Callable[[Rule], Sparing | None]) -> Plan:
        """How to ask an account that has these fields."""
        entries = account.fields.entries
        shape = tuple(entries)
        found = self.plans.get(shape)
        if found is None:
            if len(self.plans) >= self.SHAPES:
                self.plans.clear()
            parts = [p for rule in self.rules if (one := bind(rule)) is not None for p in one.parts]
            found = self.plans[shape] = Plan(
                [one for one in parts if one.wakes is None or not one.wakes.isdisjoint(entries)]
            )
        return found


class Plan:
    """The rules for accounts with the same fields.

    every: all of them, for whoever spares in another way; rules: to be asked of each; wary: to be
    asked only if `alarm` rings; looks: to be asked only as far as a look finds something; alikes:
    to be asked only of values not seen before.
    """

    __slots__ = ("alarm", "alikes", "every", "fields", "looks", "rules", "wary")

    def __init__(self, awake: list[Sparing]) -> None:
        self.every = [one.bound for one in awake]
        self.rules: list[Bound] = []
        self.wary: list[Bound] = []
        alikes: dict[tuple[str, ...], list[Bound]] = {}
        alarms: list[Alarm] = []
        shared: dict[Look, tuple[list[Any], list[Bound]]] = {}
        for one in awake:
            if one.reads is not None and OWN.isdisjoint(one.reads):
                alikes.setdefault(one.reads, []).append(one.bound)
            elif one.alarm is not None and all(map(_is_simple, one.alarm.addresses)):
                self.wary.append(one.bound)
                alarms.append(one.alarm)
            elif one.shared is not None and (look := one.shared[0].look) is not None:
                params, rules = shared.setdefault(look, ([], []))
                params.append(one.shared[1])
                rules.append(one.bound)
            else:
                self.rules.append(one.bound)
        self.alarm = Watch(alarms)
        self.looks: list[tuple[Callable[[Subject], list[int]], list[Bound]]] = [
            (look(params), rules) for look, (params, rules) in shared.items()
        ]
        self.alikes = [Alike(fields, rules) for fields, rules in alikes.items()]
        self.fields = sorted({field for fields in alikes for field in fields})

    def asked(
        self, subject: Subject, account: Account, recorder: Recorder
    ) -> Iterator[list[Bound]]:
        """Those that must be asked of an account, some at a time; recorder: is told what they say.

        The next come once the last have been asked: where they had nothing to say is remembered.
        """
        yield self.rules
        if self.wary and self.alarm.rings(account):
            yield self.wary
        for look, rules in self.looks:
            try:
                asked = [rules[at] for at in look(subject)]
            except Exception:  # noqa: BLE001 - the rules themselves tell what is wrong
                asked = rules
            if asked:
                yield asked
        of = self.values(account)
        for alike in self.alikes:
            values = alike.values(of)
            if values not in alike.seen:
                before = recorder.outcomes
                yield alike.rules
                if recorder.outcomes == before:
                    alike.remember(values)

    def values(self, account: Account) -> dict[str, Any]:
        """The account's values that decide something, by field."""
        entries = account.fields.entries
        return {field: _value(entries.get(field)) for field in self.fields}


def _is_simple(address: str) -> bool:
    """True for a field, or one key of the items of a list."""
    name, _, key = address.partition("[].")
    return not any(sign in name + key for sign in ".[")


class Watch:
    """The alarms of all wary rules at once: one look at an account's texts instead of many.

    own: fields that differ from account to account; others: fields, and keys of lists, whose
    texts recur, so that those without any needle are remembered.
    """

    __slots__ = ("harmless", "needed", "needles", "others", "own")

    KEPT = 1024

    def __init__(self, alarms: list[Alarm]) -> None:
        addresses = dict.fromkeys(a for alarm in alarms for a in alarm.addresses)
        pairs = [address.partition("[].")[::2] for address in addresses]
        self.own = [name for name, _ in pairs if name in OWN]
        self.others = [pair for pair in pairs if pair[0] not in OWN]
        self.needed = sorted({_root(a) for alarm in alarms for a in alarm.needed})
        self.needles = fewest({needle for alarm in alarms for needle in alarm.needles})
        self.harmless: set[str] = set()

    def rings(self, account: Account) -> bool:
        """True where one of the needles is in the texts, or a field that is needed is silent.

        And where a text reads otherwise than it is written: only the rules' own look sees that.
        """
        if account.document.odd:
            return True
        entries = account.fields.entries
        for name in self.needed:
            node = entries.get(name)
            if node is None or (type(node) is Scalar and node.text is None):
                return True
        texts = [
            text
            for name in self.own
            if type(node := entries.get(name)) is Scalar and (text := node.text)
        ]
        if self._in("\n".join(texts)):
            return True
        for name, key in self.others:
            node = entries.get(name)
            for one in node.items if key and type(node) is Sequence else (node,):
                value = one.entries.get(key) if key and type(one) is Mapping else one
                if type(value) is Scalar and (text := value.text) and text not in self.harmless:
                    if self._in(text):
                        return True
                    self._remember(text)
        return False

    def _in(self, text: str) -> bool:
        low = folded(text)
        for needle in self.needles:  # noqa: SIM110 - `any` costs twice as much
            if needle in low:
                return True
        return False

    def _remember(self, text: str) -> None:
        if len(self.harmless) >= self.KEPT:
            self.harmless.clear()
        self.harmless.add(text)


class Alike:
    """Rules that some fields alone decide, and the values that they had nothing to say about."""

    __slots__ = ("fields", "rules", "seen")

    KEPT = 4096

    def __init__(self, fields: tuple[str, ...], rules: list[Bound]) -> None:
        self.fields = fields
        self.rules = rules
        self.seen: set[Any] = set()

    def values(self, of: dict[str, Any]) -> Any:
        """What decides, to be compared with another account's; of: all values by field."""
        if len(self.fields) == 1:
            return of[self.fields[0]]
        return tuple([of[field] for field in self.fields])

    def remember(self, values: Any) -> None:
        """Nothing was found in these."""
        if len(self.seen) >= self.KEPT:
            self.seen.clear()
        self.seen.add(values)


def _value(node: Node | None) -> Any:
    """A node's content, to be compared with another's."""
    kind = type(node)
    if kind is Scalar:
        return node.text  # type: ignore[union-attr]
    if kind is Mapping:
        entries = node.entries  # type: ignore[union-attr]
        return (
            *entries,
            *[one.text if type(one) is Scalar else _value(one) for one in entries.values()],
        )
    if kind is Sequence:
        items = node.items  # type: ignore[union-attr]
        return (len(items), *map(_value, items))
    return None


def _wakes(guards: Checks, checks: Checks) -> frozenset[str] | None:
    """The top-level fields without any of which the rule has nothing to say."""
    for check, parameters in guards:
        # a guard that fails on silence keeps the rule from being asked
        if check.name in ("recorded", "value") and parameters.absent == "fail":
            instead = parameters.instead if check.name == "recorded" else ()
            return frozenset(map(_root, (parameters.field, *instead)))
    fields: set[str] = set()
    for check, parameters in checks:
        addresses = check.idle(parameters) if check.idle else ()
        if not addresses:
            return None
        fields.update(map(_root, addresses))
    return frozenset(fields)


def _reads(calls: Checks) -> tuple[str, ...] | None:
    """The top-level fields that alone decide; None where more than fields decides."""
    fields: set[str] = set()
    for check, parameters in calls:
        if check.reads is None:
            return None
        fields.update(map(_root, check.reads(parameters)))
    return tuple(sorted(fields))


def _root(address: str) -> str:
    return address.split(".", maxsplit=1)[0].removesuffix("[]")
