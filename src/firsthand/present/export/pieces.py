"""What the formats share: short pieces of texts, names for things, JSON that is written as it is made."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from firsthand.model import Article
from firsthand.present.safe import slug, web_address, write_whole

# Ours: a quotation of two or three sentences is shown whole, and no paragraph is. In characters.
SNIPPET = 300
# The namespace of what no standard has a word for, and of things that have no address of their own.
NAMESPACE = "urn:firsthand:"

_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def snippet(text: str, *, with_text: bool) -> str:
    """Return ``text``, cut after ``SNIPPET`` characters with ``…`` at its end unless whole texts are asked for."""
    return text if with_text or len(text) <= SNIPPET else f"{text[: SNIPPET - 1]}…"


def unicode(text: str) -> str:
    """Return ``text`` with U+FFFD for lone surrogates, which no file of UTF-8 can hold."""
    return text.translate(_SURROGATES)


def urn(kind: str, identity: str) -> str:
    """Return an address for what has none: ``urn:firsthand:KIND:ID``, an unfit id as its hash."""
    return f"{NAMESPACE}{kind}:{slug(identity)}"


def address(article: Article) -> str:
    """Return the article's web address, else a URN of its id; lone surrogates and blanks are in neither."""
    return web_address(article.url) or urn("article", article.id)


def identifiers(articles: Iterable[Article]) -> dict[str, str]:
    """Return what each article is called in a graph, by its id: its address, or its URN where two have one address."""
    seen: dict[str, int] = {}
    given = list(articles)
    for article in given:
        seen[address(article)] = seen.get(address(article), 0) + 1
    return {a.id: urn("article", a.id) if seen[address(a)] > 1 else address(a) for a in given}


def exact_time(time: str | None) -> str | None:
    """Return an ISO 8601 time that has a date, a time of day and a zone, to the second; else None."""
    if not time or "T" not in time:
        return None
    try:
        moment = datetime.fromisoformat(time)
    except ValueError:
        return None
    return moment.isoformat(timespec="seconds") if moment.tzinfo else None


def without_empty(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return what of a row says something: not None, and neither an empty text nor an empty list."""
    return {key: value for key, value in row.items() if value is not None and value != "" and value != []}


def dumps(value: Any) -> bytes:
    """Return a value as JSON on one line, keys in their order, lone surrogates as their escapes."""
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace")


def write_lines(path: Path, rows: Iterable[Mapping[str, Any]]) -> int:
    """Write one line of JSON a row, as they come; return how many. The file is replaced whole. Raises OSError."""
    tally = [0]
    write_whole(path, (dumps(row) + b"\n" for row in counting(rows, tally)))
    return tally[0]


def write_nested(path: Path, head: Mapping[str, Any], key: str, rows: Iterable[Mapping[str, Any]]) -> int:
    """Write one JSON object: what ``head`` has, then ``key`` with a list of rows, one a line; return how many rows.

    Rows are written as they come, so that none but the current one is held. Raises OSError.
    """
    tally = [0]

    def chunks() -> Iterator[bytes]:
        yield dumps(head)[:-1] + (b", " if head else b"") + dumps(key) + b": ["
        for n, row in enumerate(counting(rows, tally)):
            yield (b",\n" if n else b"\n") + dumps(row)
        yield b"\n]}\n"

    write_whole(path, chunks())
    return tally[0]


def counting(rows: Iterable[Any], tally: list[int]) -> Iterator[Any]:
    """Yield ``rows``, and add each to ``tally[0]``."""
    for row in rows:
        tally[0] += 1
        yield row
