"""What an added document costs in the search for recurring paragraphs.

    python -m benchmarks.recurring.cost [FILE...]

A corpus of half of the documents and one of all are stored; then a few more are added to each. Told are milliseconds
of CPU for each added document, to find what recurs with what is stored and to store it, and what finding it anew over
all of them would have cost. Both must give the same. Without a FILE the documents are invented, for the dearest case:
100 outlets, each with a notice on all its pages, so that the added ones touch every second page that is stored.
"""

import sys
import tempfile
import time
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

from firsthand.annotate import Annotate
from firsthand.clean import Clean
from firsthand.engine.local import shuffle
from firsthand.link.recurring import paragraphs, recurrences
from firsthand.model import Annotation, Article, Rejected, Segment
from firsthand.pipeline.link import boilerplate
from firsthand.read import read_inputs
from firsthand.store import Snapshot, Writer
from firsthand.text import short_hash

ADDED = 50
OUTLETS, INVENTED = 100, 10_000


def main() -> int:
    """Print one line for each size."""
    articles, annotations = real(sys.argv[1:]) if sys.argv[1:] else (invented(), {})
    print(f"{'stored':>10}{'added':>8}{'ms/added':>10}{'anew ms':>10}{'recurring':>11}")
    for size in (len(articles) // 2, len(articles)):
        print(row(articles[:size], annotations))
    return 0


def real(files: list[str]) -> tuple[list[Article], dict[str, Annotation]]:
    """Return the articles of some files, each once, with their annotations."""
    documents = [d for d in read_inputs([Path(p) for p in files]) if not isinstance(d, Rejected)]
    articles = list({a.id: a for a in Clean().process(documents) if not isinstance(a, Rejected)}.values())
    annotations = {a.article: a for a in Annotate().process(articles) if not isinstance(a, Rejected)}
    return articles, annotations


def invented() -> list[Article]:
    """Return pages of ten short lines: the outlet's notice, and nine that no other page has."""
    return [_page(number, f"outlet {number % OUTLETS}") for number in range(INVENTED)]


def _page(number: int, outlet: str) -> Article:
    own = [f"This is line {k} of page {number} and of no other." for k in range(9)]
    text = "\n".join([f"This is the notice that {outlet} prints below.", *own])
    unknown: dict[str, Any] = {f.name: None for f in fields(Article) if f.default is MISSING}
    return Article(
        **unknown
        | {"id": short_hash(outlet, str(number)), "publisher": outlet, "text": text, "comments": ()}
        | {"segments": (Segment("body", 0, len(text)),)}
    )


def row(articles: list[Article], annotations: dict[str, Annotation]) -> str:
    """Return one line: the last few articles are added to the others."""
    before, everything = {a.id: a for a in articles[:-ADDED]}, {a.id: a for a in articles}
    with tempfile.TemporaryDirectory() as folder, Writer(Path(folder)) as writer:
        first = boilerplate(before, annotations, Snapshot(Path(folder)), shuffle)
        writer.step("link", append={"paragraphs": first.paragraphs}, replace={"recurring": first.recurring})
        start = time.process_time()
        then = boilerplate(everything, annotations, Snapshot(Path(folder)), shuffle)
        writer.step("link", append={"paragraphs": then.paragraphs}, replace={"recurring": then.recurring})
        added = time.process_time() - start
    start = time.process_time()
    anew = recurrences([paragraphs(a, annotations.get(a.id)) for a in articles], shuffle)
    whole = time.process_time() - start
    assert anew == then.recurring
    return f"{len(before):>10,}{ADDED:>8}{1000 * added / ADDED:>10.2f}{1000 * whole:>10.0f}{len(then.recurring):>11,}"


if __name__ == "__main__":
    sys.exit(main())
