"""``firsthand quotes``: who said what in a document, without a corpus."""

import argparse
from typing import TYPE_CHECKING

from firsthand.cli.documents import add_input, each_document, styled, width
from firsthand.cli.options import Commands, add_quote_model

if TYPE_CHECKING:
    from firsthand.model import Annotation, Article


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "quotes",
        help="print who said what in a document",
        description="Print the quotations of a document: type, speaker, cue, words, occasion, and the outlets that the "
        "words came by. Nothing is stored.",
    )
    add_input(parser, "one JSON object a quotation: the fields of an exported quotation; statement is null")
    add_quote_model(parser)
    parser.add_argument(
        "--attributions", action="store_true", help="also what people are said to think, want or support"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the quotations of each document of the input."""
    return each_document(options, _shown, _rows)


def _shown(article: "Article", annotation: "Annotation") -> str:
    from firsthand.present import terminal_article

    return terminal_article.quotations(article, annotation, width=width(), colour=styled())


def _rows(article: "Article", annotation: "Annotation") -> "list[dict[str, object]]":
    from firsthand.present.export.document import quotation_rows

    return quotation_rows(article, annotation)
