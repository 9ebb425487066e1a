"""GDELT's tables as lists of addresses: events (1.0, 2.0), mentions, and the global knowledge graph (1.0, 2.x).

They have no texts, one row an event or an article, cells parted by tabs and not quoted. Columns are those of the GDELT
codebooks (data format V2.0 events and mentions of 2015, global knowledge graph V2.1 of 2015). The day on which an event
was added is not when an article was published, so only the knowledge graph's date is taken, and that as a day: it is
the time of a batch of 15 minutes.
"""

import re
from collections.abc import Iterator, Sequence
from html import unescape

from firsthand.model import Rejected
from firsthand.read.fields import Fields, given
from firsthand.read.lines import text_lines
from firsthand.read.listed import Listed, is_web_address
from firsthand.read.rejection import rejected
from firsthand.read.shapes import EVENTS, EVENTS_1, GKG, GKG_1_HEAD, MENTIONS, gdelt_table
from firsthand.read.source import Source

# Columns by number from 0. Of the knowledge graph: date, address, the language translated from, the page's own facts.
_DATE, _ADDRESS, _TRANSLATED, _EXTRAS = 1, 4, 25, 26
_ADDRESS_OF = {EVENTS: 60, EVENTS_1: 57, MENTIONS: 5}
_MENTION_OF_WEB, _MENTION_KIND = "1", 3
_EXTRA = re.compile(r"<(PAGE_TITLE|PAGE_PRECISEPUBTIMESTAMP|PAGE_AUTHORS)>([^<]{1,1000})</\1>")
_FROM = re.compile(r"srclc:([a-z]{3})")
# ISO 639-2 or -3 to 639-1, of the languages that GDELT translates most.
_CODES = {
    "ara": "ar", "bul": "bg", "cat": "ca", "ces": "cs", "dan": "da", "deu": "de", "ell": "el", "est": "et", "fas": "fa",
    "fin": "fi", "fra": "fr", "heb": "he", "hin": "hi", "hrv": "hr", "hun": "hu", "ind": "id", "ita": "it", "jpn": "ja",
    "kor": "ko", "lav": "lv", "lit": "lt", "nld": "nl", "nor": "no", "pol": "pl", "por": "pt", "ron": "ro", "rus": "ru",
    "slk": "sk", "slv": "sl", "spa": "es", "sqi": "sq", "srp": "sr", "swe": "sv", "tha": "th", "tur": "tr", "ukr": "uk",
    "vie": "vi", "zho": "zh",
}  # fmt: skip
_MOST_ADDRESSES = 10_000  # of one row of the first knowledge graph, which joins what reports the same


def read_gdelt(source: Source) -> Iterator[Listed | Rejected]:
    """Yield the addresses of each row (``path:line``); several rows of events may have one address.

    Reasons for rejections: ``bad-row``, ``not-an-address``, ``line-too-long``.
    """
    head: list[str] = []
    for number, line in text_lines(source):
        if isinstance(line, Rejected):
            yield line
            continue
        cells = line.rstrip("\r\n").split("\t")
        where = f"{source.label}:{number}"
        if tuple(cells[:2]) == GKG_1_HEAD:
            head = cells
        elif head:
            yield from _of_first_graph(dict(zip(head, cells, strict=False)), where)
        elif line.strip():
            yield from _of_row(cells, where)


def _of_row(cells: Sequence[str], where: str) -> Iterator[Listed | Rejected]:
    table = gdelt_table(cells)
    if table is None:
        yield rejected(where, "bad-row", f"a row of {len(cells)} cells, as none of GDELT's tables has")
    elif table == GKG:
        yield _one(cells[_ADDRESS], where, _facts(cells))
    elif table != MENTIONS or cells[_MENTION_KIND] == _MENTION_OF_WEB:
        yield _one(cells[_ADDRESS_OF[table]], where, Fields())
    else:
        yield rejected(where, "not-an-address", "a mention outside of the web, which has no address")


def _of_first_graph(row: dict[str, str], where: str) -> Iterator[Listed | Rejected]:
    """Yield the addresses that a row of the knowledge graph 1.0 joins with ``<UDIV>``."""
    found = [part for part in row.get("SOURCEURLS", "").split("<UDIV>")[:_MOST_ADDRESSES] if part.strip()]
    if not found:
        yield rejected(where, "not-an-address", "a row without an address")
    for address in found:
        yield _one(address, where, given(published=_day(row.get("DATE", ""))))


def _one(address: str, where: str, known: Fields) -> Listed | Rejected:
    address = address.strip()
    if not is_web_address(address):
        return rejected(where, "not-an-address", f"no http(s) address: {address[:80]!r}")
    return Listed(where, address, known)


def _facts(cells: Sequence[str]) -> Fields:
    """Return what a row of the knowledge graph says of its article."""
    extras = {name: unescape(value).strip() for name, value in _EXTRA.findall(cells[_EXTRAS])}
    exact = extras.get("PAGE_PRECISEPUBTIMESTAMP", "")
    tongue = _FROM.search(cells[_TRANSLATED])
    return given(
        title=extras.get("PAGE_TITLE"),
        published=exact if re.fullmatch(r"\d{14}", exact) else _day(cells[_DATE]),
        authors=tuple(extras.get("PAGE_AUTHORS", "").split(";")),
        language=_CODES.get(tongue[1]) if tongue else None,
    )


def _day(stamp: str) -> str | None:
    return f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:8]}" if re.match(r"\d{8}", stamp) else None
