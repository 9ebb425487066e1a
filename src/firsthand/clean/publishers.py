"""Who published a document: what its carrier says, else its address, else the page, else the agency's own dateline."""

from firsthand.clean import datelines
from firsthand.clean.rendered import Rendered
from firsthand.data import is_agency, publisher_at, publisher_named
from firsthand.model import Document
from firsthand.text import host

_DASHES = ("-", "–", "—")


def publisher(document: Document, rendered: Rendered) -> str | None:
    """Return the publisher's name in the gazetteer's form where it knows one, a bare domain, or None for unknown."""
    if document.publisher and document.publisher.strip():
        return _named(document.publisher)
    url = document.url or rendered.url
    known = publisher_at(url) if url else None
    if known:
        return known.name
    if rendered.publisher and rendered.publisher.strip():
        return _named(rendered.publisher)
    return domain(url) if url else own_agency(rendered)


def domain(url: str) -> str | None:
    """Return the host of ``url`` without ``www.`` and port, None where there is none."""
    return host(url).removeprefix("www.") or None


def own_agency(rendered: Rendered) -> str | None:
    """Return the agency whose own page this is: its slug stands between slashes in the dateline that opens the body.

    ``CITY, September 22. /TASS/.`` is how agencies sign on their own pages. A slug in brackets (``CITY (AP) —``) is
    how subscribers print them too, so it tells who wrote the text and not who published it; and a dash behind the
    slashes (``CITY, March 3 /PRNewswire/ --``) is how press releases are signed, wherever they are printed.
    """
    first = next((s for s in rendered.segments if s.kind in ("dateline", "body")), None)
    if first is None or first.kind != "dateline":
        return None
    opening = rendered.text[first.start : first.start + 200]
    found = datelines.read(opening)
    if found is None or found.slug is None or not found.slashed or not is_agency(found.slug):
        return None
    return None if opening[: found.end].rstrip().endswith(_DASHES) else _named(found.slug)


def _named(name: str) -> str:
    known = publisher_named(name)
    return known.name if known else name.strip()
