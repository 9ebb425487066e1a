"""What the commands share that correct a corpus."""

import argparse
import shlex
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from firsthand.cli.options import add_corpus, add_writing, open_corpus
from firsthand.cli.progress import progress

if TYPE_CHECKING:
    from firsthand.api import Corpus, Corrected, Progress


def add_correcting(parser: argparse.ArgumentParser) -> None:
    """Add the corpus, the note and ``--quiet``."""
    parser.add_argument("--note", metavar="TEXT", help="why you say so; it is kept and shown with the correction")
    add_corpus(parser)
    add_writing(parser)
    parser.add_argument("--quiet", action="store_true", help="no progress")


def correcting(options: argparse.Namespace, correct: "Callable[[Corpus, Progress], Corrected]") -> int:
    """Correct the corpus and print what that changed."""
    from firsthand.cli.trace import width
    from firsthand.present.terminal_corrections import corrected

    corpus = open_corpus(options)
    with progress(quiet=options.quiet) as show:
        made = correct(corpus, show)
    colour = sys.stdout.isatty()
    sys.stdout.write(corrected(made.correction, made.before, made.after, width=width(), colour=colour))
    folder = shlex.quote(str(corpus.path))
    if made.after.corrections[made.correction.number - 1].undone is None:
        print(f"\nTo take it back: firsthand corrections --undo {made.correction.number} --corpus {folder}")
    if (corpus.path / "report").is_dir():
        print(f"The report still shows what was before: firsthand report --corpus {folder}")
    return 0
