"""Train the model of lines: python -m training.lines [--data ../shared/data/cleaning] [--out FILE] [--invented N]

Reads the pages of ``html_articles`` and ``html_news_by_country``, makes up as many pages as told, and writes the
weights that are part of firsthand. The same data give the same bytes; their hash is printed.
"""

import argparse
import hashlib
from pathlib import Path

from firsthand.clean import line_model
from training.lines import INVENTED, ROUNDS, examples, invented
from training.lines.perceptron import train

_ROOT = Path(__file__).resolve().parents[2]
_OUT = _ROOT / "src" / "firsthand" / "data" / line_model.FILE


def main() -> None:
    """Train and write the weights."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, default=_ROOT.parent / "shared" / "data" / "cleaning")
    options.add_argument("--out", type=Path, default=_OUT)
    options.add_argument("--invented", type=int, default=INVENTED, help=f"invented pages ({INVENTED})")
    given = options.parse_args()
    real = list(examples.of_pages(given.data))
    made_up = list(invented.examples(given.invented))
    print(f"{len(real)} texts of pages, {len(made_up)} invented ones", flush=True)
    data = line_model.dump(train([*real, *made_up], ROUNDS))
    given.out.write_bytes(data)
    print(f"{given.out.name}: {len(data)} bytes, sha256 {hashlib.sha256(data).hexdigest()}")


if __name__ == "__main__":
    main()
