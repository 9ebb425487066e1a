"""W3C Web Annotation: every span that firsthand found, as an annotation of the page that it stands on.

One ``annotations.jsonld``, an AnnotationPage. A span is selected by its offsets and by its words with what stands
around them, so that it is found again where a page is rendered otherwise. Offsets are code points of firsthand's own
text.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from firsthand.model import Article
from firsthand.present.export.jsonl import table_rows
from firsthand.present.export.pieces import NAMESPACE, SNIPPET, address, urn, write_nested
from firsthand.present.tables import Tables
from firsthand.present.views.index import Index
from firsthand.text import short_hash

Row = dict[str, Any]
_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# Characters before and after a span that tell it from others of the same words; the model's own examples have as many.
_AROUND = 32
# What is said of the spans of each table, and to what end: https://www.w3.org/TR/annotation-vocab/#named-individuals
_SAID: dict[str, tuple[str, Callable[[Row], str]]] = {
    "segments": ("classifying", lambda r: str(r["kind"])),
    "recurring": ("classifying", lambda r: f"recurring on {r['pages']} pages"),
    "comments": ("classifying", lambda r: f"comment {r['number']}"),
    "links": ("linking", lambda r: str(r["target"])),
    "names": ("identifying", lambda r: f"{r['kind']}: {r['name']}"),
    "dates": ("identifying", lambda r: f"date: {r['value']}"),
    "quotations": ("identifying", lambda r: f"{r['type']} quotation of {r['speaker'] or 'an unresolved speaker'}"),
    "credits": ("identifying", lambda r: f"{r['kind']} credit: {r['publisher']}"),
}
# Spans within a quotation, and what is said of them.
_PARTS = {"fragments": "piece of quotation", "speakers": "speaker of quotation", "cues": "reporting words of quotation"}


def export(tables: Tables, folder: Path, *, with_text: bool = False) -> dict[str, int]:
    """Write ``annotations.jsonld`` into ``folder``, and return how many annotations it has, by table.

    A span of more than ``SNIPPET`` characters is selected by its first and its last words; with ``with_text`` by all of
    them. Raises OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    index = Index(tables)
    tally = dict.fromkeys((*_SAID, *_PARTS, "copies"), 0)
    head = {"@context": _CONTEXT, "id": f"{NAMESPACE}annotations", "type": "AnnotationPage", "startIndex": 0}

    def items() -> Iterator[Row]:
        for table, made in _annotations(index, with_text):
            tally[table] += 1
            yield made

    write_nested(folder / "annotations.jsonld", head, "items", items())
    return tally


def _annotations(index: Index, with_text: bool) -> Iterator[tuple[str, Row]]:
    named = {index.name(a.id): a for a in index.articles.values()}
    for table, (motivation, said) in _SAID.items():
        for n, row in enumerate(table_rows(index, table)):
            article = named.get(row["article"])
            if article and row["start"] < row["end"]:
                body = {"type": "TextualBody", "value": said(row), "purpose": motivation}
                target = _target(article, row["start"], row["end"], with_text)
                yield table, _annotation(table, n, motivation, body, target)
    for n, (kind, row, start, end) in enumerate(_parts(index)):
        if (article := named.get(row["article"])) and start < end:
            body = {"type": "TextualBody", "value": f"{_PARTS[kind]} {row['id']}", "purpose": "describing"}
            yield kind, _annotation(kind, n, "describing", body, _target(article, start, end, with_text))
    for n, row in enumerate(table_rows(index, "copies")):
        sides = [(named.get(row[side]), row[f"{side}_start"], row[f"{side}_end"]) for side in ("earlier", "later")]
        targets = [_target(a, start, end, with_text) for a, start, end in sides if a and start < end]
        if len(targets) == 2:
            body = {"type": "TextualBody", "value": f"shared {row['kind']}", "purpose": "linking"}
            yield "copies", _annotation("copies", n, "linking", body, targets)


def _parts(index: Index) -> Iterator[tuple[str, Row, int, int]]:
    """Yield the spans within quotations: pieces where there are several, the speaker's mention, the reporting words."""
    for row in table_rows(index, "quotations"):
        if len(row["fragments"]) > 1:
            yield from (("fragments", row, start, end) for start, end in row["fragments"])
        for kind, name in (("speakers", "speaker"), ("cues", "cue")):
            if row[f"{name}_start"] is not None:
                yield kind, row, row[f"{name}_start"], row[f"{name}_end"]


def _annotation(table: str, number: int, motivation: str, body: Row, target: Any) -> Row:
    identity = short_hash(table, str(number), repr(target))
    return {
        "id": urn(table, identity),
        "type": "Annotation",
        "motivation": motivation,
        "body": body,
        "target": target,
    }


def _target(article: Article, start: int, end: int, with_text: bool) -> Row:
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    quote = _words(article.text, start, end) if with_text or end - start <= SNIPPET else _ends(article.text, start, end)
    return {"source": address(article), "selector": [position, quote]}


def _words(text: str, start: int, end: int) -> Row:
    """Return the words of a span, with what stands around them."""
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return {"type": "TextQuoteSelector", "exact": text[start:end], "prefix": before, "suffix": after}


def _ends(text: str, start: int, end: int) -> Row:
    """Return a range from the first words of a span to what follows it, which a RangeSelector leaves out.

    A span that ends with its text is followed by nothing, which has its last words as prefix.
    """
    return {
        "type": "RangeSelector",
        "startSelector": _words(text, start, start + _AROUND),
        "endSelector": _words(text, end, min(end + _AROUND, len(text))),
    }
