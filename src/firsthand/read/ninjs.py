"""IPTC ninjs: news objects in JSON, of the generations 1.x, 2.x and 3.x.

1.x has ``body_text``, ``headline``, ``byline`` (IPTC ninjs 1.4 schema); 2.x has lists with roles, ``bodies`` and
``headlines``, in small letters (2.1); 3.x the same in camel case (3.0). Names are read with their case folded. Items of
other kinds than text, and those that a package refers to, are no documents.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from firsthand.model import Document, Rejected
from firsthand.read.fields import Fields, given, language_code, string, strings, well_formed
from firsthand.read.listed import is_web_address
from firsthand.read.newsml import nitf_text
from firsthand.read.rejection import rejected

_MARKS = ("versioncreated", "contentcreated", "firstcreated", "bodies", "headlines", "representationtype", "pubstatus")
_WITHDRAWN = ("canceled", "cancelled", "withheld")
_AUTHORS = ("author", "creator", "byline", "by")
_MOST = 100  # entries of one list that are looked at
Folded = Mapping[str, Any]


def is_item(value: Mapping[str, Any]) -> bool:
    """Tell whether a JSON object is a news object: it has a ``uri`` and what only ninjs has, or says so itself."""
    item = _folded(value)
    standard = item.get("standard")
    if isinstance(standard, Mapping) and str(standard.get("name", "")).lower() == "ninjs":
        return True
    return "uri" in item and any(name in _MARKS or name.startswith("body_") for name in item)


def document(value: Mapping[str, Any], where: str) -> Document | Rejected:
    """Return the document in a news object, else why there is none: ``not-text``, ``withdrawn``, ``no-text``."""
    item = _folded(value)
    status = string(item.get("pubstatus")) or ""
    if status.lower() in _WITHDRAWN:
        return rejected(where, "withdrawn", f"the provider says that the item is {status}: {_name(item)}")
    for kind, content in _bodies(item):
        if content.strip():
            return Document(where, "html" if kind == "html" else "text", well_formed(content), **_fields(item))
    what = string(item.get("type")) or "text"
    if what not in ("text", "composite"):
        return rejected(where, "not-text", f"an item of the kind {what}: {_name(item)}")
    return rejected(where, "no-text", f"a news object without a body that could be read: {_name(item)}")


def _bodies(item: Folded) -> Iterator[tuple[str, str]]:
    """Yield the bodies, each with ``text`` or ``html``: plain text first, which needs no reading."""
    found: list[tuple[str, str]] = []
    for name, value in item.items():
        if name.startswith("body_") and isinstance(value, str):
            found.append((name.removeprefix("body_"), value))
    for body in _mappings(item.get("bodies")):
        if isinstance(value := body.get("value"), str):
            kind = string(body.get("contenttype")) or string(body.get("role")) or "text"
            found.append((kind, value))
    yield from (("text", value) for said, value in found if said == "text" or "plain" in said)
    yield from (("html", value) for said, value in found if "html" in said)
    yield from (("text", nitf_text(value)) for said, value in found if "nitf" in said)
    yield from (("html", value) for said, value in found)


def _fields(item: Folded) -> Fields:
    uri = string(item.get("uri"))
    times = (string(item.get(name)) for name in ("firstcreated", "contentcreated", "versioncreated"))
    return given(
        external_id=_other_id(item, "id") or uri,
        url=_url(item, uri),
        publisher=_publisher(item),
        title=string(item.get("headline")) or _with_role(item.get("headlines"), "main") or string(item.get("title")),
        published=next(filter(None, times), None),
        language=language_code(string(item.get("language"))),
        authors=_authors(item),
        section=string(item.get("section")),
    )


def _authors(item: Folded) -> tuple[str, ...]:
    signed = strings(item.get("byline")) or strings(item.get("by")) or strings(_with_role(item.get("bylines"), ""))
    if signed:
        return signed
    people = [*_mappings(item.get("people")), *_mappings(item.get("person"))]
    return tuple(n for p in people if string(p.get("rel")) in _AUTHORS and (n := string(p.get("name"))))


def _publisher(item: Folded) -> str | None:
    named = [*_mappings(item.get("infosources")), *_mappings(item.get("infosource"))]
    for role in ("publisher", "provider", ""):
        for one in named:
            said = (string(one.get("role")) or string(one.get("rel")) or "").lower()
            if said.endswith(role) and (name := string(one.get("name"))):
                return name
    provider = item.get("provider")
    name = provider.get("name") if isinstance(provider, Mapping) else provider
    return string(name) or string(item.get("source")) or string(item.get("copyrightholder"))


def _url(item: Folded, uri: str | None) -> str | None:
    other = _other_id(item, "url") or _other_id(item, "canonical")
    return next((a for a in (other, uri) if a and is_web_address(a)), None)


def _other_id(item: Folded, role: str) -> str | None:
    """Return one of ``altIds`` by its role, as firsthand's own export writes them."""
    found = (a for a in _mappings(item.get("altids")) if (string(a.get("role")) or "") == f"firsthand-{role}")
    return next((v for a in found if (v := string(a.get("value")))), None)


def _with_role(values: Any, role: str) -> str | None:
    """Return the value of a list's entry with a role, else of its first entry."""
    entries = _mappings(values)
    chosen = [e for e in entries if string(e.get("role")) == role] or entries
    return next((v for e in chosen if (v := string(e.get("value")) or string(e.get("name")))), None)


def _name(item: Folded) -> str:
    return (string(item.get("uri")) or "without a uri")[:120]


def _mappings(values: Any) -> list[Folded]:
    """Return the objects of a list, their names folded; nothing of anything else."""
    items: Sequence[Any] = values[:_MOST] if isinstance(values, list) else ()
    return [_folded(item) for item in items if isinstance(item, Mapping)]


def _folded(value: Mapping[str, Any]) -> Folded:
    return {str(name).lower(): found for name, found in value.items()}
