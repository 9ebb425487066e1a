"""Annotated articles as paragraphs of tokens with tags: what the tagger is trained on."""

import gzip
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from training.quotes import inline

from firsthand.annotate import layout
from firsthand.annotate.quotations.detect import drafts
from firsthand.annotate.tagger import features
from firsthand.annotate.tagger.detect import rule_marks
from firsthand.annotate.tagger.tags import CONTENT, CUE, SOURCE, encode
from firsthand.annotate.tokens import Token
from firsthand.model import Article, Segment

TEXTS = Path(__file__).with_name("texts")


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: its tokens, what the rules say of them, and their true tags."""

    tokens: Sequence[Token]
    rules: list[int]
    tags: list[int]
    is_first: bool


def annotated(files: Sequence[Path]) -> Iterator[dict[str, Any]]:
    """Yield the annotated articles of the files, of the invented ones where none are given."""
    if files:
        for path in files:
            yield from read(path)
        return
    for path in sorted(TEXTS.glob("*.txt")):
        yield from (article.row() for article in inline.articles(path))


def read(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of a (gzipped) JSON Lines file in PolNeAR's form."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def article(row: dict[str, Any]) -> Article:
    """Return a row as an article of body text."""
    text = row["text"]
    return Article(
        id=row["doc_id"], external_id=None, input=row["doc_id"], url=None, path=None, publisher=None,
        text=text, headline=row.get("title"), dek=None, bylines=(), dateline=None, published=None,
        published_precision=None, fetched=None, language="en", sha256="", page="article",
        segments=(Segment("body", 0, len(text)),), comments=(),
    )  # fmt: skip


def paragraphs(row: dict[str, Any]) -> Iterator[Paragraph]:
    """Yield the paragraphs of an annotated article."""
    text = row["text"]
    found = layout.paragraphs(article(row))
    by_rules = rule_marks(list(drafts(text, found)))
    truth = true_marks(row)
    for n, paragraph in enumerate(found):
        for part in features.pieces(text, paragraph.lead, paragraph.end):
            rules = [by_rules.get(t.start, 0) for t in part]
            yield Paragraph(part, rules, encode([truth.get(t.start, (0, -1)) for t in part]), n == 0)


def true_marks(row: dict[str, Any]) -> dict[int, tuple[int, int]]:
    """Return for each character what it is and of which attribution; what lies within another's content is that."""
    out: dict[int, tuple[int, int]] = {}
    for number, (mark, start, end) in enumerate(row.get("marks", ())):  # a teacher's
        out.update(dict.fromkeys(range(start, end), (mark, number)))
    quotes = sorted(enumerate(row.get("quotes", ())), key=lambda q: -_length(q[1]["fragments"]))
    for number, quote in quotes:
        parts = ((quote.get("speaker_fragments"), SOURCE), (quote.get("cue_fragments"), CUE))
        for fragments, mark in (*parts, (quote["fragments"], CONTENT)):
            for start, end in fragments or ():
                for at in range(start, end):
                    if out.get(at, (0, 0))[0] != CONTENT:
                        out[at] = (mark, number)
    return out


def _length(fragments: Iterable[Iterable[int]]) -> int:
    return sum(end - start for start, end in fragments)
