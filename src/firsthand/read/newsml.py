"""NewsML-G2 news items, alone or in a news message, and NITF: IPTC's standards in XML.

Elements are those of the NewsML-G2 specification 2.x (``http://iptc.org/std/nar/2006-10-01/``) and of NITF 3.x; they
are read by their names, whatever the version of the namespace. A body in NITF becomes plain text, paragraphs parted by
blank lines; one in XHTML stays a page.
"""

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from firsthand.model import Document, Rejected
from firsthand.read.fields import Fields, given, language_code, string, well_formed
from firsthand.read.listed import is_web_address
from firsthand.read.rejection import rejected
from firsthand.read.source import Source
from firsthand.read.xml import Broken, elements, inner, local, parsed

_ITEMS = ("newsItem", "nitf", "packageItem")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_WITHDRAWN = ("canceled", "withheld")
_NITF_BLOCKS = ("p", "hl2", "li", "td", "dateline")
_BASIC = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?")
_MOST_CHARACTERS = 2_000_000  # of one paragraph


def read_newsml(source: Source) -> Iterator[Document | Rejected]:
    """Yield the document of each news item (``path#number``, from 1), else a rejection.

    Reasons: ``not-text`` for pictures and packages, ``withdrawn``, ``no-text``; ``broken-xml``, ``no-entries`` for the
    file. What stands before damage is kept.
    """
    number = 0
    try:
        for element in elements(source.stream, _ITEMS, source.config.max_document_bytes):
            number += 1
            yield _item(element, f"{source.label}#{number}")
    except Broken as e:
        yield rejected(source.label, "broken-xml", f"damaged after {number:,} items ({e}): fetch the file again")
        return
    if source.stream.fault:
        yield rejected(source.label, source.stream.fault.reason, source.stream.fault.detail)
    elif number == 0:
        yield rejected(source.label, "no-entries", "NewsML without a news item")


def nitf_text(markup: str) -> str:
    """Return the text of an NITF body given as markup, empty where it cannot be read."""
    try:
        return _nitf_body(parsed(markup))
    except Broken:
        return ""


def _item(element: Any, where: str) -> Document | Rejected:
    if local(element) == "nitf":
        return _document(where, "text", _nitf_body(element), _nitf_fields(element))
    guid = element.get("guid") or "without a guid"
    kind = _code(_first(element, "itemMeta", "itemClass")) or "text"
    if local(element) == "packageItem" or kind not in ("text", "composite"):
        return rejected(where, "not-text", f"an item of the kind {kind}, which holds no text of its own: {guid[:120]}")
    status = _code(_first(element, "itemMeta", "pubStatus")) or ""
    if status in _WITHDRAWN:
        return rejected(where, "withdrawn", f"the provider says that the item is {status}: {guid[:120]}")
    known = _fields(element, guid)
    for made_of, content in _contents(element):
        if content.strip():
            return _document(where, made_of, content, known)
    return rejected(where, "no-text", f"an item without a body in it (inlineXML, inlineData): {guid[:120]}")


def _document(where: str, kind: str, content: str, known: Fields) -> Document | Rejected:
    if not content.strip():
        return rejected(where, "no-text", f"an item without text: {(known.get('title') or 'no headline')[:120]}")
    return Document(where, "html" if kind == "html" else "text", well_formed(content), **known)


def _contents(item: Any) -> Iterator[tuple[str, str]]:
    """Yield what ``contentSet`` holds, each with ``text`` or ``html``."""
    for inline in item.iter("{*}inlineXML", "{*}inlineData"):
        body = next((child for child in inline if isinstance(child.tag, str)), None)
        if body is None:
            said = inline.get("contenttype") or "text/plain"
            yield ("html" if "html" in said else "text"), "".join(inline.itertext())
        elif (nitf := next(iter(inline.iter("{*}nitf", "{*}body.content")), None)) is not None:
            yield "text", _nitf_body(nitf)
        else:
            _without_namespaces(body)
            yield "html", etree.tostring(body, encoding="unicode", method="html", with_tail=False)


def _fields(item: Any, guid: str) -> Fields:
    address = guid if is_web_address(guid) else None
    headline = _first(item, "contentMeta", "headline")
    tongue = _first(item, "contentMeta", "language")
    times = (("itemMeta", "firstCreated"), ("contentMeta", "contentCreated"), ("itemMeta", "versionCreated"))
    signed = [inner(e) for e in _all(item, "contentMeta", "by")] or [
        _label(e) for e in _all(item, "contentMeta", "creator")
    ]
    return given(
        external_id=string(guid) if item.get("guid") else None,
        url=address,
        publisher=_label(_first(item, "contentMeta", "infoSource")) or _label(_first(item, "itemMeta", "provider")),
        title=inner(headline) if headline is not None else _text(_first(item, "itemMeta", "title")),
        published=next((t for path in times if (t := _text(_first(item, *path)))), None),
        language=language_code(tongue.get("tag") if tongue is not None else item.get(_LANG)),
        authors=tuple(signed),
    )


def _nitf_fields(nitf: Any) -> Fields:
    issued = next(iter(nitf.iter("{*}date.issue")), None)
    data = next(iter(nitf.iter("{*}pubdata")), None)
    known = next(iter(nitf.iter("{*}doc-id")), None)
    title = next(iter(nitf.iter("{*}hl1")), None)
    title = title if title is not None else next(iter(nitf.iter("{*}title")), None)
    return given(
        external_id=known.get("id-string") if known is not None else None,
        url=data.get("ex-ref") if data is not None and is_web_address(data.get("ex-ref") or "") else None,
        publisher=data.get("name") if data is not None else None,
        title=inner(title) if title is not None else None,
        published=_day(issued, "norm") or _day(data, "date.publication"),
        language=language_code(nitf.get(_LANG)),
        authors=tuple(inner(e) for e in nitf.iter("{*}byline")),
        section=data.get("position.section") if data is not None else None,
    )


def _day(element: Any, name: str) -> str | None:
    """Return a time that an attribute gives, in the extended form of ISO 8601: NITF has the basic one."""
    said = element.get(name) if element is not None else None
    found = _BASIC.fullmatch(said or "")
    if found is None:
        return said
    day, clock, zone = "-".join(found.group(1, 2, 3)), ":".join(filter(None, found.group(4, 5, 6))), found[7] or ""
    zone = f"{zone[:3]}:{zone[-2:]}" if len(zone) == len("+0100") else zone
    return f"{day}T{clock}{zone}" if clock else day


def _nitf_body(element: Any) -> str:
    """Return the paragraphs of an NITF body, the dateline first where there is one, a blank line between any two."""
    out = []
    for block in element.iter(*(f"{{*}}{name}" for name in _NITF_BLOCKS)):
        if not any(local(above) in ("media", *_NITF_BLOCKS) for above in block.iterancestors()):
            out.append(inner(block, _MOST_CHARACTERS))
    return "\n\n".join(text for text in out if text)


def _first(item: Any, *path: str) -> Any:
    return item.find("/".join(f"{{*}}{name}" for name in path))


def _all(item: Any, *path: str) -> list[Any]:
    return list(item.findall("/".join(f"{{*}}{name}" for name in path)))


def _text(element: Any) -> str | None:
    return None if element is None else inner(element) or None


def _label(element: Any) -> str:
    """Return the name of a party: its own words, else what its code says behind the colon."""
    if element is None:
        return ""
    name = element.find("{*}name")
    if name is not None:
        return inner(name)
    return element.get("literal") or _code(element) or ""


def _code(element: Any) -> str | None:
    """Return a qualified code without its scheme: ``ninat:text`` → ``text``."""
    return None if element is None else (element.get("qcode") or "").rpartition(":")[2] or None


def _without_namespaces(body: Any) -> None:
    for element in body.iter():
        if isinstance(element.tag, str):
            element.tag = local(element)
