"""Which column of a table holds what: by the names that data sets of news use.

Names are those of Media Cloud's story lists, GDELT's article lists, and of FineWeb, CC-News and the like on Hugging
Face; case, blanks and underscores do not matter.
"""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from firsthand.model import Document, Rejected
from firsthand.read.fields import Fields, language_code, string, strings, well_formed
from firsthand.read.listed import Listed, is_web_address
from firsthand.read.rejection import rejected

_TEXT = "text plaintext fulltext articletext maintext articlebody body content article storytext"
_HTML = "html rawhtml contenthtml bodyhtml"
_NAMES: dict[str, str] = {
    "url": "url requestedurl respondedurl storyurl articleurl link documentidentifier sourceurl",
    "title": "title headline articletitle storytitle",
    "published": "published publishdate publisheddate publishedat publicationdate datepublish datepublished pubdate "
    "publishtime date",
    "fetched": "fetched crawldate scrapetime datecrawled datedownload fetchedat crawledat scrapedate",
    "publisher": "publisher sitename medianame outlet newspaper domain sourcedomain mediaurl",
    "authors": "authors author byline bylines",
    "language": "language lang",
    "section": "section",
    "external_id": "id storiesid storyid articleid externalid guid",
}
# FineWeb's "date" is when Common Crawl came by; the data set is told by columns that no other has.
_OF_FINEWEB = {"dump", "filepath", "tokencount"}
_SEPARATORS = ",\t;"
_LONGEST_NAME = 60  # characters of a column's name
_FEWEST_KNOWN = 3  # columns known by name, without which a first line is text and no head


@dataclass(frozen=True, slots=True)
class Columns:
    """The table's own names of the columns that hold a text, a page, and each of the fields."""

    text: str | None
    html: str | None
    fields: Mapping[str, str]

    @property
    def wanted(self) -> list[str]:
        """All names that are read."""
        return [name for name in (self.text, self.html, *self.fields.values()) if name is not None]

    def record(self, row: Mapping[str, Any], where: str) -> Document | Rejected | Listed:
        """Return what a row holds: a document, else the address that it lists, else why it holds neither."""
        known = self._given(row)
        for kind, name in (("text", self.text), ("html", self.html)):
            content = row.get(name) if name else None
            if isinstance(content, str) and content.strip():
                return Document(where, "html" if kind == "html" else "text", well_formed(content), **known)
        url = known.get("url") or ""
        if "." in (known.get("publisher") or "").strip(".") and " " not in (known.get("publisher") or ""):
            known.pop("publisher")  # a domain: the address has it, and the gazetteer may know its name
        if is_web_address(url):
            return Listed(where, url, known)
        what = f"no address that can be asked for: {url[:80]!r}" if url else "neither a text nor an address"
        return rejected(where, "no-text", f"the row has {what}")

    def _given(self, row: Mapping[str, Any]) -> Fields:
        out = Fields()
        for field, name in self.fields.items():
            value = row.get(name)
            if field == "authors":
                out["authors"] = strings(value)
                continue
            known = language_code(string(value)) if field == "language" else string(value)
            if known:
                out[field] = known  # type: ignore[literal-required]
        return out


def columns_of(names: Sequence[str]) -> Columns | None:
    """Return which of a table's columns hold what, None where neither a text, a page nor an address is among them."""
    folded: dict[str, str] = {}
    for name in names:
        folded.setdefault(_folded(name), name)

    def first(known: str) -> str | None:
        return next((folded[name] for name in known.split() if name in folded), None)

    fields = {field: found for field, known in _NAMES.items() if (found := first(known)) is not None}
    if folded.keys() >= _OF_FINEWEB and "published" in fields:
        fields.setdefault("fetched", fields["published"])
        del fields["published"]
    text, html = first(_TEXT), first(_HTML)
    return Columns(text, html, fields) if text or html or "url" in fields else None


def is_header(line: str) -> bool:
    """Tell whether a line is the head of a table with texts or addresses of news."""
    names = split_header(line)
    found = columns_of(names) if len(names) > 1 and all(len(n) <= _LONGEST_NAME for n in names) else None
    return found is not None and len(set(found.wanted)) >= min(_FEWEST_KNOWN, len(names))


def separator(line: str) -> str:
    """Return what parts the cells of a table, by its head: the sign of comma, tab and semicolon that is there most."""
    return max(_SEPARATORS, key=line.count)


def split_header(line: str) -> list[str]:
    """Return the names in a table's head."""
    try:
        return next(csv.reader([line.strip("\r\n")], delimiter=separator(line)), [])
    except csv.Error:
        return []


def _folded(name: str) -> str:
    return name.strip().lower().replace("_", "").replace(" ", "").replace("-", "")
