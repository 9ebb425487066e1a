"""RSS and Atom, by feedparser over the bytes: it is never given an address, so it fetches nothing."""

import html
import io
import re
import time
from collections.abc import Iterator
from typing import Any

import feedparser

from firsthand.model import Document, Rejected
from firsthand.read.encoding import decode_html
from firsthand.read.fields import well_formed
from firsthand.read.rejection import rejected
from firsthand.read.source import Source

# feedparser takes up to 36 µs a tag, and the square of the number of a tag's attributes; this process reads the feed,
# and no alarm stops it. A feed of 10,000 entries has 100,000 tags. Ours.
MAX_TAGS = 250_000
MAX_ATTRIBUTES = 1_000
_LONG_TAG = re.compile(r"<[^<>]{5000,}")


def read_feed(source: Source) -> Iterator[Document | Rejected]:
    """Yield a document for each entry with text (``path#number``, from 1), a rejection for each without.

    For the whole feed ``binary``, ``broken-feed``, ``no-entries``, ``too-many-elements`` and ``too-many-attributes``
    are the reasons.
    The publisher is the feed's title, the external id the entry's guid or id, times are UTC.
    """
    data = source.whole()
    if isinstance(data, Rejected):
        yield data
        return
    text = decode_html(data)
    if text is None:
        yield rejected(source.label, "binary", "a feed was expected, and this is not text in any encoding")
        return
    if (problem := _unusable(text)) is not None:
        yield rejected(source.label, *problem)
        return
    # Re-encoded, so that feedparser need not guess again; BytesIO, because it opens bytes as a path.
    utf8 = io.BytesIO(well_formed(text).encode())
    headers = {"content-type": "application/xml; charset=utf-8"}
    try:
        feed = feedparser.parse(utf8, response_headers=headers, sanitize_html=False)
    except Exception as e:  # feedparser raises what it meets: ValueError for &#1114112;, KeyError for some links
        what = (
            f"feedparser stops at it ({type(e).__name__}: {e}): ask the publisher to mend the feed, or save its pages"
        )
        yield rejected(source.label, "broken-feed", what)
        return
    if not feed.entries:
        yield rejected(
            source.label, "no-entries", f"a feed without entries ({feed.get('bozo_exception', 'well-formed')})"
        )
    for number, entry in enumerate(feed.entries, 1):
        yield _document(entry, feed.feed, f"{source.label}#{number}")


def _unusable(text: str) -> tuple[str, str] | None:
    """Return why a feed cannot be parsed in bounded time: the reason's slug, and a sentence."""
    if text.count("<") > MAX_TAGS:
        return "too-many-elements", f"a feed of over {MAX_TAGS:,} tags: split it"
    if any(tag.group().count("=") > MAX_ATTRIBUTES for tag in _LONG_TAG.finditer(text)):
        return "too-many-attributes", f"a tag with over {MAX_ATTRIBUTES:,} attributes: damaged markup"
    return None


def _document(entry: Any, feed: Any, where: str) -> Document | Rejected:
    markup = _markup(entry)
    if not markup.strip():
        return rejected(where, "no-text", f"the entry has neither content nor summary: {entry.get('link', 'no link')}")
    language = _language(entry, feed)
    return Document(
        input=where,
        kind="html",
        content=well_formed(markup),
        external_id=_field(entry, "id"),
        url=_field(entry, "link"),
        publisher=_field(feed, "title"),
        title=_title(entry),
        published=_time(entry, "published") or _time(entry, "updated"),
        language=language,
    )


def _markup(entry: Any) -> str:
    """Return the longest content, else the summary, as markup."""
    parts = [*entry.get("content", []), entry.get("summary_detail") or {}]
    with_text = [part for part in parts if part.get("value")]
    best = max(with_text, key=lambda part: len(part["value"]), default=None)
    if best is None:
        return ""
    value = str(best["value"])
    return f"<p>{html.escape(value)}</p>" if best.get("type") == "text/plain" else value


def _field(data: Any, name: str) -> str | None:
    value = data.get(name)
    return well_formed(value).strip() or None if isinstance(value, str) else None


def _title(entry: Any) -> str | None:
    """Return the title; many feeds escape theirs twice, and a reader is shown no ``&amp;``."""
    title = _field(entry, "title")
    return title and (html.unescape(title).strip() or None)


def _time(entry: Any, name: str) -> str | None:
    """Return the time in UTC, or as the feed words it where feedparser cannot read it."""
    parsed = entry.get(f"{name}_parsed")
    if isinstance(parsed, time.struct_time):
        return time.strftime("%Y-%m-%dT%H:%M:%SZ", parsed)
    return _field(entry, name)


def _language(entry: Any, feed: Any) -> str | None:
    tag = _field(feed, "language") or _field(entry, "language")
    return tag[:2].lower() if tag and tag[:2].isalpha() else None
