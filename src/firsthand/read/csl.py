"""References as lists of addresses: CSL-JSON (citeproc, Zotero's export of that name) and Zotero's own JSON.

A reference holds no text; an abstract is somebody's summary and is not taken for one.
"""

from collections.abc import Mapping
from typing import Any

from firsthand.model import Rejected
from firsthand.read.fields import Fields, given, language_code, string
from firsthand.read.listed import Listed, is_web_address
from firsthand.read.rejection import rejected

_MOST_NAMES = 50


def is_reference(value: Mapping[str, Any]) -> bool:
    """Tell whether a JSON object is a reference: CSL's ``type`` or Zotero's ``itemType``, with what goes with it."""
    data = _data(value)
    if isinstance(data.get("itemType"), str):
        return "title" in data or "creators" in data
    of_csl = ("issued", "container-title", "author", "URL", "accessed", "DOI")
    return isinstance(data.get("type"), str) and "title" in data and any(name in data for name in of_csl)


def listed(value: Mapping[str, Any], where: str) -> Listed | Rejected:
    """Return the address of a reference with what the reference says, or why it cannot be used (``no-address``)."""
    data = _data(value)
    known = _of_zotero(data) if "itemType" in data else _of_csl(data)
    url = known.get("url") or ""
    if not is_web_address(url):
        title = known.get("title") or "without a title"
        return rejected(where, "no-address", f"a reference without text and without an http(s) address: {title[:80]!r}")
    return Listed(where, url, known)


def _data(value: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the reference itself: Zotero's interface on the web wraps it."""
    inner = value.get("data")
    return inner if isinstance(inner, Mapping) and "itemType" in inner else value


def _of_csl(data: Mapping[str, Any]) -> Fields:
    return given(
        external_id=string(data.get("id")),
        url=string(data.get("URL")),
        publisher=string(data.get("container-title")) or string(data.get("publisher")),
        title=string(data.get("title")),
        published=_day(data.get("issued")),
        language=language_code(string(data.get("language"))),
        authors=_names(data.get("author"), "given", "family"),
        section=string(data.get("section")),
    )


def _of_zotero(data: Mapping[str, Any]) -> Fields:
    outlet = ("publicationTitle", "websiteTitle", "blogTitle", "forumTitle", "programTitle", "publisher")
    return given(
        external_id=string(data.get("key")) or string(data.get("itemKey")),
        url=string(data.get("url")),
        publisher=next((name for key in outlet if (name := string(data.get(key)))), None),
        title=string(data.get("title")),
        published=string(data.get("date")),
        language=language_code(string(data.get("language"))),
        authors=_names(data.get("creators"), "firstName", "lastName"),
        section=string(data.get("section")),
    )


def _names(people: Any, first: str, last: str) -> tuple[str, ...]:
    """Return the names of the authors among the people of a reference."""
    found = []
    for person in people[:_MOST_NAMES] if isinstance(people, list) else ():
        if isinstance(person, Mapping) and person.get("creatorType", "author") == "author":
            parts = (string(person.get(name)) for name in (first, "non-dropping-particle", last))
            whole = string(person.get("literal")) or string(person.get("name"))
            found.append(whole or " ".join(part for part in parts if part))
    return tuple(name for name in found if name)


def _day(issued: Any) -> str | None:
    """Return CSL's date as precise as it is: ``{"date-parts": [[2031, 3]]}`` → ``2031-03``."""
    if not isinstance(issued, Mapping):
        return string(issued)
    parts = issued.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
    numbers = [text for part in first[:3] if (text := string(part)) and text.isdecimal() and len(text) <= 4]
    if not numbers or len(numbers[0]) != 4:
        return string(issued.get("raw")) or string(issued.get("literal"))
    return "-".join([numbers[0], *(number.zfill(2) for number in numbers[1:])])
