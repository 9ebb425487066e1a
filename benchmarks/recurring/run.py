"""What recurs on unlike pages: ``python -m benchmarks.recurring.run FILE...``.

Prints each paragraph once, most pages first. A look, not a score: a paragraph of an event's own report in the list is
an error of the thresholds in ``link/recurring``.
"""

import sys
from collections import Counter
from pathlib import Path

from firsthand.annotate import Annotate
from firsthand.clean import Clean
from firsthand.engine.local import shuffle
from firsthand.link.recurring import paragraphs, recurrences
from firsthand.model import Rejected
from firsthand.read import read_inputs
from firsthand.text import squeeze


def main() -> int:
    """Print the list."""
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    documents = [d for d in read_inputs([Path(p) for p in sys.argv[1:]]) if not isinstance(d, Rejected)]
    articles = {a.id: a for a in Clean().process(documents) if not isinstance(a, Rejected)}
    annotations = {a.article: a for a in Annotate().process(list(articles.values())) if not isinstance(a, Rejected)}
    found = recurrences([paragraphs(a, annotations.get(a.id)) for a in articles.values()], shuffle)
    lines = Counter(squeeze(articles[r.article].text[r.start : r.end])[:110] for r in found)
    pages = len({r.article for r in found})
    print(f"{len(found):,} places of {len(lines):,} paragraphs on {pages:,} of {len(articles):,} pages")
    for line, places in lines.most_common():
        print(f"{places:5} {line}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
