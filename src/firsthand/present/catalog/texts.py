"""What is made of the texts of articles: the index of their words, and the facts that they give."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace

from firsthand.model import Annotation, Article
from firsthand.present.catalog import schema
from firsthand.present.catalog.load import Put, put
from firsthand.present.catalog.words import norms
from firsthand.present.views.facts import given_by


def read_texts(connection: sqlite3.Connection, after: int = 0) -> None:
    """Index the words and keep the facts of all articles with numbers above ``after``.

    They are read in the order of their numbers, which the index wants. What facts are made of stands in the table
    ``noted`` of this connection: see ``load``.
    """
    connection.execute("BEGIN")
    sql = (
        "SELECT k.id, k.number, a.body, q.body, n.body FROM key k JOIN record a ON a.kind = 'articles' AND a.id = k.id"
        " LEFT JOIN record q ON q.kind = 'annotations' AND q.id = k.id LEFT JOIN noted n ON n.id = k.id"
        " WHERE k.number > ? ORDER BY k.number"
    )
    read = connection.execute(sql, (after,))
    put(connection, (made for row in read for made in _made(*row)))
    connection.execute("COMMIT")


def _made(identity: str, number: int, body: bytes, found: bytes | None, noted: bytes | None) -> Iterator[Put]:
    article = schema.record(Article, body)
    annotation = schema.record(Annotation, found) if found else None
    quotations = annotation.quotations if annotation else ()
    quoted = [article.text[f.start : f.end] for q in quotations for f in q.fragments]
    texts = [article.headline or ""], schema.searched(article), quoted
    yield "words (rowid, headline, body, quotations)", (number, *map(_joined, texts))
    if annotation and noted:
        names = schema.record(schema.Noted, noted)
        whole = replace(annotation, mentions=names.mentions, dates=names.dates)
        facts = schema.Facts(tuple(given_by(article, whole)))
        yield "record", ("facts", identity, schema.packed(facts))


def _joined(texts: Iterable[str]) -> str:
    return " ".join(" ".join(norms(text)) for text in texts)
