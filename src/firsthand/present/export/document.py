"""One document as JSON: the fields that the export has for it, without a corpus."""

import json
from typing import Any

from firsthand.model import Annotation, Article
from firsthand.present.export.jsonl import table_rows
from firsthand.present.tables import Tables
from firsthand.present.views.index import Index

_PARTS = ("segments", "comments", "links")


def document_row(article: Article, annotation: Annotation) -> dict[str, Any]:
    """Return the article's row of an export, with ``text``, ``segments``, ``comments`` and ``links`` in it."""
    index = _alone(article, annotation)
    (row,) = table_rows(index, "articles", with_text=True)
    parts = {name: [_without(part, "article") for part in table_rows(index, name)] for name in _PARTS}
    return {**row, **parts}


def quotation_rows(article: Article, annotation: Annotation) -> list[dict[str, Any]]:
    """Return the rows of an export's ``quotations``; ``statement`` and ``speaker_id`` need a corpus and are null."""
    return list(table_rows(_alone(article, annotation), "quotations"))


def json_line(row: dict[str, Any], *, ascii_only: bool = False) -> str:
    """Return a row as one line of JSON, lone surrogates as their escapes; ``ascii_only`` escapes all but ASCII.

    A terminal needs that: JSON leaves control characters past 127 and direction marks as they are.
    """
    if ascii_only:
        return json.dumps(row).replace("\x7f", "\\u007f") + "\n"
    return json.dumps(row, ensure_ascii=False).encode("utf-8", "backslashreplace").decode() + "\n"


def _alone(article: Article, annotation: Annotation) -> Index:
    return Index(Tables(articles=[article], annotations=[annotation]))


def _without(row: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != key}
