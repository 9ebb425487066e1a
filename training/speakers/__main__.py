"""Write the invented articles whose sources are known by hand: python -m training.speakers OUT.jsonl

The rows have the form that ``benchmarks.quotes.speakers`` reads: the articles of ``training/quotes/texts`` that
``answers.txt`` names, with every attribution that has a source. Those with an answer have a ``speaker_cluster``: the
name, or one of its own for a source that the article never names. The others are there because whoever spoke before
matters.
"""

import argparse
import json
from pathlib import Path

from training.speakers import rows


def main() -> None:
    """Write all rows."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    out = parser.parse_args().out
    out.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows()), encoding="utf-8")


if __name__ == "__main__":
    main()
