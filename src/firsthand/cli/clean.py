"""``firsthand clean``: the parts of a document's text, without a corpus."""

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from firsthand.cli.documents import add_input, each_document, styled, width
from firsthand.cli.options import Commands

if TYPE_CHECKING:
    from firsthand.model import Annotation, Article


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "clean",
        help="print what each part of a document is",
        description="Print a document's text with what each part of it is (headline, dek, byline, body, boilerplate …) "
        "and the readers' comments. Nothing is stored.",
    )
    add_input(parser, "one JSON object a document: the fields of an exported article, its segments, comments and text")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print each document of the input."""
    return each_document(options, _shown, _rows)


def _shown(article: "Article", _annotation: "Annotation") -> str:
    from firsthand.present import terminal_article

    return terminal_article.article(article, width=width(), colour=styled())


def _rows(article: "Article", annotation: "Annotation") -> Iterator[dict[str, object]]:
    from firsthand.present.export.document import document_row

    yield document_row(article, annotation)
