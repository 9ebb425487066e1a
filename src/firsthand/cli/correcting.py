"""What the commands share that correct a corpus."""

import argparse
import shlex
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from firsthand.cli.codes import Code
from firsthand.cli.options import add_corpus, add_writing, open_corpus
from firsthand.cli.output import add_output, hint, result
from firsthand.cli.progress import progress

if TYPE_CHECKING:
    from firsthand.api import Corpus, Corrected, Progress


def add_correcting(parser: argparse.ArgumentParser) -> None:
    """Add the corpus, the note, and how much to say."""
    parser.add_argument("--note", metavar="TEXT", help="why you say so; it is kept and shown with the correction")
    add_corpus(parser)
    add_writing(parser)
    add_output(parser)


def correcting(options: argparse.Namespace, correct: "Callable[[Corpus, Progress], Corrected]") -> int:
    """Correct the corpus and print what that changed."""
    from firsthand.cli.trace import width
    from firsthand.present.export.summary import corrected_row
    from firsthand.present.terminal_corrections import corrected

    corpus = open_corpus(options)
    with progress(quiet=options.quiet, verbose=options.verbose) as show:
        made = correct(corpus, show)
    colour = sys.stdout.isatty()
    text = corrected(made.correction, made.before, made.after, width=width(), colour=colour)
    result(options, text, corrected_row(made.after, made.correction.number))
    folder = shlex.quote(str(corpus.path))
    if made.after.corrections[made.correction.number - 1].undone is None:
        hint(options, f"\nTo take it back: firsthand corrections --undo {made.correction.number} --corpus {folder}")
    if (corpus.path / "report").is_dir():
        hint(options, f"The report still shows what was before: firsthand report --corpus {folder}")
    return Code.DONE
