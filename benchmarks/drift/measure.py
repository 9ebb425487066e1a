"""What is told of two wordings of one utterance, and whether a planted change is found.

    python -m benchmarks.drift.measure FILE...

Each FILE is JSON Lines with two translations of the same words, ``a`` and ``b``. Prints in which part of the pairs each
kind is told: of true translations a changed number, name or negation is nearly always a false alarm. Then a number or
name that both have is changed in ``b``, and the part of these is printed that is told with the span of either side.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from firsthand.data import titles
from firsthand.link.statements.drift import Side, compare, kinds_of
from firsthand.link.statements.drift.lexicon import DAYS_AND_MONTHS
from firsthand.model import DifferenceKind
from firsthand.text import words

_NUMBER = re.compile(r"(?<![\w.,:-])[1-9][0-9]{1,2}(?![\w.,:-])")
_NAME = re.compile(r"(?<=[a-z] )[A-Z][a-z]{3,}(?= [a-z])")
_OTHER_NAME = "Harwick"
# Words with a capital that name nobody by themselves.
_NO_NAMES = DAYS_AND_MONTHS | {word for title in titles() for word in words(title.title)}

Pair = tuple[str, str]


def main(paths: Sequence[str]) -> None:
    """Print the figures of each file."""
    for path in paths:
        rows = [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]
        pairs = [(row["a"], row["b"]) for row in rows]
        told = Counter(kind for a, b in pairs for kind in kinds_of(compare(Side(a), Side(b))))
        sys.stdout.write(f"{Path(path).name}: {len(pairs)} pairs\n")
        for kind, count in told.most_common():
            sys.stdout.write(f"    {kind:20}{count / len(pairs):7.1%}\n")
        for kind, pattern in (("changed number", _NUMBER), ("changed name", _NAME)):
            found, planted = recall(pairs, kind, pattern)
            sys.stdout.write(f"    planted, {kind}: {found} of {planted} found\n")


def recall(pairs: Sequence[Pair], kind: DifferenceKind, pattern: re.Pattern[str]) -> tuple[int, int]:
    """Return how many planted changes are told with both spans, and how many were planted."""
    found = planted = 0
    for a, b in pairs:
        for match in pattern.finditer(b):
            word = match.group()
            if word.lower() in _NO_NAMES:
                continue
            if len(re.findall(rf"\b{word}\b", a)) == 1 == len(re.findall(rf"\b{word}\b", b)):
                other = str(int(word) + 7) if word.isdigit() else _OTHER_NAME
                planted += 1
                found += _told(a, f"{b[: match.start()]}{other}{b[match.end() :]}", kind, word, other)
                break
    return found, planted


def _told(a: str, b: str, kind: DifferenceKind, word: str, other: str) -> bool:
    changes = (c for c in compare(Side(a), Side(b)) if c.kind == kind)
    return any(word in a[c.start : c.end] and other in b[c.other_start : c.other_end] for c in changes)


if __name__ == "__main__":
    main(sys.argv[1:])
