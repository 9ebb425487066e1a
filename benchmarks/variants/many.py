"""What grouping costs where one speaker has thousands of quotations.

    python benchmarks/variants/many.py

Prints CPU seconds for growing numbers of invented quotations of one speaker, all in one story and spread over stories:
time grows as the number does, for each quotation is compared with a bounded number of others (``blocks.py``).
"""

import random
import sys
import time
from datetime import date, timedelta

from firsthand.link.statements.group import Said, group
from firsthand.link.statements.wording import wording
from firsthand.model import Quotation, Span

_STEMS = """
    harbour council school minister budget farmer ferry winter bridge vote strike police hospital forest river mine
    union tax road ship
"""
_SMALL = "the of and to in a that we is for it not will have"
STEMS, SMALL = _STEMS.split(), _SMALL.split()
ENDINGS = ("", "s", "ing", "ed", "ment", "al", "ly", "er")
SIZES = (2_500, 5_000, 10_000)
SEED = 3


def main() -> None:
    """Group, and print."""
    chance = random.Random(SEED)
    sys.stdout.write(f"{'stories':>8}{'quotations':>12}{'statements':>12}{'CPU s':>8}\n")
    for stories in (1, 200):
        for size in SIZES:
            quotations = [_said(chance, number, stories) for number in range(size)]
            start = time.process_time()
            found = group(quotations, days=7)
            spent = time.process_time() - start
            sys.stdout.write(f"{stories:8}{size:12,}{len(found):12,}{spent:8.1f}\n")


def _said(chance: random.Random, number: int, stories: int) -> Said:
    words = " ".join(
        chance.choice(SMALL) if place % 2 else chance.choice(STEMS) + chance.choice(ENDINGS)
        for place in range(chance.randint(8, 30))
    )
    article, name, day = f"a{number // 3}", f"q{number}", date(2031, 5, 1) + timedelta(days=number % 9)
    kind = "direct" if number % 2 else "indirect"
    quotation = Quotation(
        *(name, article, kind, number, number + 1, (Span(number, number + 1),), "A", None, None, "said", None, None),
        *(None, ()),
    )
    return Said(quotation, words, wording(words), "A", f"s{number % stories}", (f"{day}", article, number, name), day)


if __name__ == "__main__":
    main()
