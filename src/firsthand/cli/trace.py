"""``firsthand trace``: read documents, trace where each comes from, print the summary, write the report."""

import argparse
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from firsthand.cli.codes import Code
from firsthand.cli.options import (
    Commands,
    add_corpus,
    add_engine,
    add_inputs,
    add_quote_model,
    add_writing,
    described,
    open_corpus,
)
from firsthand.cli.output import hint, result
from firsthand.cli.progress import progress
from firsthand.cli.rejections import kept, writing

if TYPE_CHECKING:
    from firsthand.api import Added, Corpus


def register(commands: Commands) -> None:
    """Add the command."""
    parser = commands.add_parser(
        "trace", help="read documents, trace where each comes from, and write a report", description=described(__doc__)
    )
    add_inputs(parser)
    add_corpus(parser)
    add_writing(parser)
    add_quote_model(parser)
    add_engine(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Trace the inputs, print the summary, write the report."""
    corpus = open_corpus(options)
    with progress(quiet=options.quiet, verbose=options.verbose) as show:
        added = corpus.trace(options.inputs, stdin=sys.stdin.buffer, progress=show)
    return finish(options, corpus, added, strict=options.strict)


def finish(options: argparse.Namespace, corpus: "Corpus", added: "Added", *, strict: bool) -> int:
    """Write report and rejections, print the summary, and return the exit code."""
    from firsthand.present.export.summary import summary_row
    from firsthand.present.report import write_report
    from firsthand.present.terminal import summary

    tables = corpus.tables()
    why = kept(options, corpus, tables.rejected)
    page: Path | None = None
    if tables.articles:
        with writing(corpus.path / "report"):
            page = write_report(tables, corpus.path / "report")
    row = {**asdict(added), **summary_row(tables), "report": str(page) if page else None}
    result(options, summary(tables, colour=sys.stdout.isatty(), width=width()), row)
    if page is None:
        print(f"firsthand: nothing could be traced; {why} says why", file=sys.stderr)
        return Code.NOTHING
    hint(options, f"\nReport: {page}")
    if not (added.stored or added.unchanged or added.duplicates):
        return Code.NOTHING
    return Code.FOUND if strict and added.rejected else Code.DONE


def width() -> int:
    """Return how wide the terminal is, in columns; 80 where there is none."""
    import shutil

    return max(60, min(120, shutil.get_terminal_size((80, 24)).columns))
