"""XML that is read element by element: no entity is expanded, nothing outside is loaded, nothing read is kept."""

from collections.abc import Collection, Iterator
from typing import Any

from lxml import etree

from firsthand.read.stream import Stream

_CHUNK = 1 << 16
_OPTIONS: dict[str, Any] = {
    "resolve_entities": False, "no_network": True, "load_dtd": False, "dtd_validation": False, "huge_tree": False,
    "remove_comments": True, "remove_pis": True,
}  # fmt: skip


class Broken(Exception):
    """Markup that is not well-formed or nested too deep; the message says where."""


def elements(stream: Stream, names: Collection[str], most_bytes: int = 20_000_000) -> Iterator[Any]:
    """Yield each element of these names (without namespace) once it is whole; what is in it goes with the next.

    One within another is no element of its own. ``most_bytes`` bounds one element. Raises Broken, after the elements
    before the damage.
    """
    wanted = [f"{{*}}{name}" for name in names]
    parser: Any = etree.XMLPullParser(events=("end",), tag=wanted, **_OPTIONS)
    since = 0
    while chunk := stream.read(_CHUNK):
        problem = _fed(parser, chunk)
        since += len(chunk)
        for _, element in parser.read_events():
            if any(local(above) in names for above in element.iterancestors()):
                continue
            yield element
            _release(element)
            since = 0
        if problem:
            raise Broken(problem)
        if since > most_bytes:
            raise Broken(f"an element of over {most_bytes:,} bytes")
    if stream.fault is None and (problem := _fed(parser, None)):
        raise Broken(problem)


def _fed(parser: Any, chunk: bytes | None) -> str:
    """Give a parser its next bytes, or their end, and return what is wrong with them, if anything."""
    try:
        if chunk is None:
            parser.close()
        else:
            parser.feed(chunk)
    except (etree.XMLSyntaxError, LookupError, ValueError) as e:
        return f"not well-formed XML: {e}"
    return ""


def local(element: Any) -> str:
    """Return an element's name without its namespace, empty for comments."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def inner(element: Any, most: int = 2_000) -> str:
    """Return the text in an element, blanks as one, its first characters."""
    return " ".join("".join(element.itertext())[: most * 2].split())[:most]


def _release(element: Any) -> None:
    """Forget an element and those before it: libxml2 would keep the whole tree."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def parsed(markup: str) -> Any:
    """Return the root of XML given as text. Raises Broken."""
    try:
        return etree.fromstring(markup.encode("utf-8", "replace"), etree.XMLParser(encoding="utf-8", **_OPTIONS))
    except (etree.XMLSyntaxError, LookupError, ValueError) as e:
        raise Broken(f"not well-formed XML: {e}") from e
