"""``firsthand trace``: read documents, trace where each comes from, print the summary, write the report."""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

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
from firsthand.cli.progress import progress

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
    with progress(quiet=options.quiet) as show:
        added = corpus.trace(options.inputs, stdin=sys.stdin.buffer, progress=show)
    return finish(corpus, added, strict=options.strict)


def finish(corpus: "Corpus", added: "Added", *, strict: bool) -> int:
    """Write report and rejections, print the summary, and return the exit code."""
    from firsthand.present.export.jsonl import export_rejected
    from firsthand.present.report import write_report
    from firsthand.present.terminal import summary

    tables = corpus.tables()
    with writing(corpus.path):
        export_rejected(tables, corpus.path / "rejected.jsonl")
    sys.stdout.write(summary(tables, colour=sys.stdout.isatty(), width=width()))
    if not tables.articles:
        print(f"firsthand: nothing could be traced; {corpus.path / 'rejected.jsonl'} says why", file=sys.stderr)
        return 2
    with writing(corpus.path / "report"):
        page: Path = write_report(tables, corpus.path / "report")
    print(f"\nReport: {page}")
    if not (added.stored or added.unchanged or added.duplicates):
        return 2
    return 1 if strict and added.rejected else 0


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn what the disk refuses into an error: what was traced is stored by now."""
    from firsthand.errors import OutputError

    try:
        yield
    except OSError as e:
        raise OutputError(f"{path}: cannot be written: {e.strerror or e}; what was traced is stored") from e


def width() -> int:
    """Return how wide the terminal is, in columns; 80 where there is none."""
    import shutil

    return max(60, min(120, shutil.get_terminal_size((80, 24)).columns))
