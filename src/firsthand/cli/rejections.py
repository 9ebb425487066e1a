"""What could not be used, and why: written beside the corpus, and told where more is asked for."""

import argparse
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from firsthand.api import Corpus
    from firsthand.model import Rejected


def kept(options: argparse.Namespace, corpus: "Corpus", rejected: "list[Rejected] | None" = None) -> Path:
    """Write all that the corpus rejected into its ``rejected.jsonl``, and return where that is.

    ``rejected`` saves the looking up. With ``--verbose`` each is told on standard error. Raises OutputError.
    """
    from firsthand.present.export.jsonl import export_rejected
    from firsthand.present.tables import Tables

    found = corpus.rejected() if rejected is None else rejected
    path = corpus.path / "rejected.jsonl"
    with writing(path):
        export_rejected(Tables(rejected=found), path)
    if options.verbose:
        told(found)
    return path


def told(rejected: "Iterable[Rejected]") -> None:
    """Print each input that could not be used, and why, on standard error."""
    from firsthand.present.safe import visible

    for r in rejected:
        print(f"firsthand: rejected: {visible(r.input)}: {visible(r.detail)} ({r.reason})", file=sys.stderr)


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn what the disk refuses into an error: what was added or traced is stored by now."""
    from firsthand.errors import OutputError

    try:
        yield
    except OSError as e:
        raise OutputError(f"{path}: cannot be written: {e.strerror or e}; what was traced is stored") from e
