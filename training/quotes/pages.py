"""The English articles of the MIT pages as text, one a line: python -m training.quotes.pages [--data FOLDER] > FILE

Headline and body of the pages that lines are learned from (``training.lines.pages``), for a teacher to mark.
"""

import argparse
import json
import sys
from pathlib import Path

from training.lines.pages import pages

from firsthand.clean.languages import language
from firsthand.model import Segment


def main() -> None:
    """Write the articles as JSON Lines."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/cleaning"))
    for page in pages(parser.parse_args().data):
        text = "\n\n".join((page.truth.headline, *page.truth.body))
        if page.truth.body and language(text, (Segment("body", 0, len(text)),)) == "en":
            sys.stdout.write(json.dumps({"text": text}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
