"""``firsthand check``: where a text comes from, as far as a corpus tells."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from firsthand.cli.documents import ascii_only, styled, width, write
from firsthand.cli.options import Commands, add_corpus, add_quote_model, open_corpus
from firsthand.cli.output import add_output

if TYPE_CHECKING:
    from firsthand.api import Checked, Corpus


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "check",
        help="say where a text comes from",
        description="Hold a text against a corpus: the story that it tells, the passages that it shares with stored "
        "articles, and the statements that its quotations report, with their origins. Nothing is stored.",
    )
    parser.add_argument(
        "input",
        metavar="INPUT",
        help="a file with one document, an http(s) address, which is then fetched, or - for standard input",
    )
    add_corpus(parser)
    add_quote_model(parser)
    add_output(parser, "one JSON object: see docs/reference/serve.md")
    parser.add_argument(
        "--allow-private",
        action="store_true",
        help="also fetch from addresses that are not of the public network: this machine, a local one",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check the input and print what was found."""
    from firsthand.present.export.checked import checked_row
    from firsthand.present.export.document import json_line
    from firsthand.present.terminal_check import checked

    found = _checked(open_corpus(options), options.input, private=options.allow_private)
    if options.json:
        write([json_line(checked_row(found), ascii_only=ascii_only())])
    else:
        write([checked(found, width=width(), colour=styled())])
    return 0


def _checked(corpus: "Corpus", given: str, *, private: bool) -> "Checked":
    """Return what the corpus has of a file, an address or standard input. Raises InputError."""
    if given == "-":
        return corpus.check(sys.stdin.buffer)
    if not given.lower().startswith(("http://", "https://")):
        return corpus.check(Path(given))
    from io import BytesIO

    from firsthand.errors import InputError
    from firsthand.watch.addresses import Refused
    from firsthand.watch.fetch import Failed
    from firsthand.watch.page import fetch_page

    try:
        page = fetch_page(given, private=private)
    except (Refused, Failed) as e:
        raise InputError(f"{given}: not fetched: {e}") from e
    return corpus.check(BytesIO(page.body), url=page.url)
