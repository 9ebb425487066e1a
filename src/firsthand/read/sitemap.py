"""Sitemaps (sitemaps.org 0.9), indexes of sitemaps, and Google's news extension, as lists of addresses."""

from collections.abc import Iterator
from typing import Any

from firsthand.model import Rejected
from firsthand.read.fields import Fields, given, language_code
from firsthand.read.listed import Listed, is_web_address
from firsthand.read.rejection import rejected
from firsthand.read.source import Source
from firsthand.read.xml import Broken, elements, inner, local

_ENTRIES = ("url", "sitemap")
# sitemaps.org allows 50,000; a file of more is read so far all the same. Ours.
MOST_ENTRIES = 1_000_000


def read_sitemap(source: Source) -> Iterator[Listed | Rejected]:
    """Yield each address (``path#number``, from 1), those of an index as lists; nothing outside is fetched.

    Reasons for rejections: ``not-an-address``, ``broken-xml``, ``no-entries``, ``too-many-elements``.
    """
    number = 0
    try:
        for element in elements(source.stream, _ENTRIES, source.config.max_document_bytes):
            number += 1
            if number > MOST_ENTRIES:
                yield rejected(source.label, "too-many-elements", f"over {MOST_ENTRIES:,} entries: split it")
                return
            yield _entry(element, f"{source.label}#{number}")
    except Broken as e:
        yield rejected(source.label, "broken-xml", f"damaged after {number:,} entries ({e}): fetch the file again")
        return
    if source.stream.fault:
        yield rejected(source.label, source.stream.fault.reason, source.stream.fault.detail)
    elif number == 0:
        yield rejected(source.label, "no-entries", "a sitemap without entries")


def _entry(element: Any, where: str) -> Listed | Rejected:
    found = {name: inner(child) for child in element if (name := local(child)) and name != "news"}
    address = found.get("loc", "")
    if not is_web_address(address):
        return rejected(where, "not-an-address", f"an entry without an http(s) address: {address[:80]!r}")
    if local(element) == "sitemap":
        return Listed(where, address, is_list=True)
    news = next((child for child in element if local(child) == "news"), None)
    return Listed(where, address, Fields() if news is None else _news(news))


def _news(element: Any) -> Fields:
    """Return what the news extension says; ``lastmod`` is when a page was changed, and says nothing of publication."""
    found = {local(e): inner(e) for e in element.iter() if not len(e)}
    return given(
        title=found.get("title"),
        published=found.get("publication_date"),
        publisher=found.get("name"),
        language=language_code(found.get("language")),
    )
