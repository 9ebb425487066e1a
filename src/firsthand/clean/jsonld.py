"""JSON-LD: what a page says of itself to machines, as schema.org words it."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from lxml.html import HtmlElement

from firsthand.text import squeeze

MAX_SCRIPT = 10_000_000  # characters of one script: half a second
MAX_OBJECTS = 5_000  # objects of one page that are looked at
_WRAPPING = re.compile(r"^\s*(?:<!--|<!\[CDATA\[|//\s*<!\[CDATA\[)|(?:-->|\]\]>|//\s*\]\]>|;)\s*$")
_SCRIPTS = ".//script[@type='application/ld+json']"

Object = dict[str, Any]


def objects(tree: HtmlElement) -> list[Object]:
    """Return all JSON objects of the page's JSON-LD in order, outer ones first; scripts that are no JSON are left."""
    out: list[Object] = []
    for script in tree.iterfind(_SCRIPTS):
        text = script.text or ""
        if len(text) <= MAX_SCRIPT:
            out.extend(_walk(_loaded(text), MAX_OBJECTS - len(out)))
    return out


def types(data: Object) -> frozenset[str]:
    """Return the object's types without their vocabulary."""
    return frozenset(name.rsplit("/", 1)[-1] for name in strings(data.get("@type")))


def strings(value: Any) -> list[str]:
    """Return the strings in a value that may be one, a list of them, or an object with a name."""
    if isinstance(value, str):
        text = squeeze(html.unescape(value))
        return [text] if text else []
    if isinstance(value, list):
        return [text for item in _flat(value)[:50] for text in strings(item)]
    if isinstance(value, dict):
        return [text for text in strings(value.get("name")) if text] if not isinstance(value.get("name"), dict) else []
    return []


def _flat(value: list[Any]) -> list[Any]:
    """Return a list's items, those of lists within it in their places; what lies deeper is left out."""
    items = [inner for item in value[:50] for inner in (item if isinstance(item, list) else [item])]
    return [item for item in items if not isinstance(item, list)]


def resolved(value: Any, found: list[Object]) -> Any:
    """Return ``value`` with references (``{"@id": …}`` and nothing else) replaced by the objects that they name."""
    named = {o["@id"]: o for o in found if isinstance(o.get("@id"), str) and len(o) > 1}
    items = value if isinstance(value, list) else [value]
    return [named.get(i["@id"], i) if isinstance(i, dict) and isinstance(i.get("@id"), str) else i for i in items[:50]]


def first(value: Any) -> str | None:
    """Return the first of the strings in a value."""
    return next(iter(strings(value)), None)


def _loaded(text: str) -> Any:
    try:
        return json.loads(_WRAPPING.sub("", text), strict=False)
    except (ValueError, RecursionError):
        return None


def _walk(value: Any, limit: int) -> Iterator[Object]:
    waiting = [value]
    while waiting and limit > 0:
        item = waiting.pop()
        if isinstance(item, dict):
            limit -= 1
            yield item
            waiting.extend(v for v in reversed(list(item.values())) if isinstance(v, (dict, list)))
        elif isinstance(item, list):
            waiting.extend(v for v in reversed(item) if isinstance(v, (dict, list)))
