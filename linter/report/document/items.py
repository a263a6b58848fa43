"""items: one finding as a person files it: what, since when, what to do, where, and the proof."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from linter.report.document.blocks import Fact, Item
from linter.report.document.words import LEVELS, say, say_of
from linter.report.texts import day

if TYPE_CHECKING:
    from linter.report.document.lore import Lore

WEB = ("http://", "https://")


def item(one: dict[str, Any], lore: Lore, whom: str = "") -> Item:
    """A finding; whom: the account, where its heading does not say it."""
    lang = lore.lang
    level = one["severity"] if one["status"] == "open" else one["status"]
    word = LEVELS[level][lang]
    if one["status"] != "open":
        word += f" ({LEVELS[one['severity']][lang]})"
    facts = [Fact(say("account", lang), whom)] if whom else []
    if one["status"] != "open" and one.get("reason"):
        facts.append(Fact(say("reason", lang), one["reason"]))
    if one["remedy"][lang]:
        facts.append(Fact(say("remedy", lang), one["remedy"][lang]))
    facts += [
        Fact(
            say("source", lang),
            lore.document(source["document"], source["section"], source["date"]),
        )
        for source in one["source"]
    ]
    if one["path"]:
        key = "at" if one["field"] else "at-line"
        place = say(key, lang, path=one["path"], line=one["line"], field=one["field"])
        facts.append(Fact(say("place", lang), place))
    return Item(
        code=one["code"],
        title=lore.title(one["code"]),
        level=level,
        word=word,
        text=one["message"][lang],
        marks=_marks(one, lang),
        facts=tuple(facts),
        more=tuple(group for page in one["evidence"] if (group := _evidence(page, lang))),
        more_title=say("evidence", lang),
        key=f"rule-{one['code']}" if one["outcome"] == "fail" else "",
    )


def gone_item(one: dict[str, Any], lore: Lore) -> Item:
    """A finding of the night before that is no more."""
    lang = lore.lang
    who = " ".join(filter(None, (one["platform"], one["handle"])))
    name = one["account"] or one["authority"]
    whom = f"{name} ({who})" if who and name else name or who
    return Item(
        code=one["code"],
        title=lore.title(one["code"]),
        level="gone",
        word=LEVELS["gone"][lang],
        text=one["message"][lang],
        marks=(say("first-seen", lang, day=day(one["first_seen"], lang)),),
        facts=(Fact(say("account", lang), whom),) if whom else (),
    )


def _marks(one: dict[str, Any], lang: str) -> tuple[str, ...]:
    """What the nights before say; without a history there is nothing new and nothing old."""
    history = one.get("history")
    if history is None:
        return ()
    marks = []
    if one["change"] in ("new", "reopened"):
        marks.append(say(one["change"], lang))
    else:
        marks.append(say("since", lang, day=day(history["first_seen"], lang)))
    if history["stale"] > 0:
        marks.append(say_of("stale", history["stale"], lang, n=history["stale"]))
    return tuple(marks)


def _evidence(page: dict[str, Any], lang: str) -> tuple[Fact, ...]:
    """What was seen, when, and how to find it again; keys that are absent are left out."""
    url, final = _text(page.get("url")), _text(page.get("final_url"))
    facts = [_web(say("url", lang), url)] if url else []
    if final and final != url:
        facts.append(_web(say("final-url", lang), final))
    hops = [
        " → ".join(filter(None, (_text(hop.get("status")), _text(hop.get("location")))))
        for hop in _dicts(page.get("redirects"))
    ]
    if any(hops):
        facts.append(Fact(say("redirects", lang), "; ".join(filter(None, hops))))
    facts += [
        Fact(say(key.replace("_", "-"), lang), text)
        for key in ("status", "fetched_at", "sha256")
        if (text := _text(page.get(key)))
    ]
    warc = page.get("warc")
    if isinstance(warc, dict) and warc.get("file"):
        values = {"file": _text(warc["file"]), "offset": _text(warc.get("offset"))}
        facts.append(Fact(say("warc", lang), say("warc-at", lang, **values)))
    if path := _clicks(page.get("click_path"), lang):
        facts.append(Fact(say("click-path", lang), path))
    return tuple(facts)


def _clicks(path: object, lang: str) -> str:
    """`page → “link” → page`."""
    opening, closing = ("„", "“") if lang == "de" else ("“", "”")
    parts = []
    for step in _dicts(path):
        parts.append(_text(step.get("url")))
        if text := _text(step.get("text")):
            parts.append(f"{opening}{text}{closing}")
    return " → ".join(filter(None, parts))


def _web(label: str, url: str) -> Fact:
    return Fact(label, url, url if url.lower().startswith(WEB) else "")


def _dicts(value: object) -> list[dict[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _text(value: object) -> str:
    return str(value) if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
