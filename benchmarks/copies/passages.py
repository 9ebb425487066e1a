"""Passage pairs for reading: ``python -m benchmarks.copies.passages INPUT OUT [--count N] [--seed N]``.

INPUT is whatever ``firsthand add`` reads. Copies are found in it, N of them drawn by a fixed seed, as many as there are
from each kind (prose, quotation, public), verbatim and edited; OUT gets both sides of each with what stands around
them, changed words in braces. Whoever reads them asks of each: is this one text, do the ends fit, is the kind right?
The counts of all copies are printed too, so that a share of the sample can be weighted back to the whole.
"""

import argparse
import random
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from rapidfuzz.distance import LCSseq

from firsthand.api import Corpus
from firsthand.model import Copy
from firsthand.text import squeeze, tokens

COUNT, SEED = 150, 1
# Characters shown before and after a passage.
AROUND = 90

Stratum = tuple[str, str]


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the sample and print the counts."""
    parser = argparse.ArgumentParser(prog="passages", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("input", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--seed", type=int, default=SEED)
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        corpus = Corpus(Path(folder) / "corpus")
        corpus.trace([given.input])
        tables = corpus.tables()
    texts = {article.id: article.text for article in tables.articles}
    strata = stratified(tables.copies)
    drawn = draw(strata, given.count, given.seed)
    given.out.write_text("\n".join(shown(k, c, texts) for k, c in enumerate(drawn, 1)), encoding="utf-8")
    for name, copies in sorted(strata.items()):
        taken = sum(copy in copies for copy in drawn)
        print(f"{' '.join(name):20s} {len(copies):6d} copies, {taken:3d} drawn")
    return 0


def stratified(copies: Iterable[Copy]) -> dict[Stratum, list[Copy]]:
    """Return the copies by kind and by whether they are edited."""
    out: dict[Stratum, list[Copy]] = defaultdict(list)
    for copy in copies:
        out[copy.kind, "verbatim" if copy.verbatim else "edited"].append(copy)
    return out


def draw(strata: dict[Stratum, list[Copy]], count: int, seed: int) -> list[Copy]:
    """Return ``count`` copies, as evenly from the strata as their sizes allow."""
    chance = random.Random(seed)
    shuffled = [chance.sample(copies, len(copies)) for _, copies in sorted(strata.items())]
    rounds = max(map(len, shuffled), default=0)
    return [copies[k] for k in range(rounds) for copies in shuffled if k < len(copies)][:count]


def shown(number: int, copy: Copy, texts: dict[str, str]) -> str:
    """Return both sides of a copy, one line each."""
    earlier, later = texts[copy.earlier], texts[copy.later]
    span_e, span_l = (copy.earlier_start, copy.earlier_end), (copy.later_start, copy.later_end)
    head = f"## {number} {copy.kind} {copy.words} words, {copy.changed} changed, {copy.earlier} {copy.later}"
    only_e, only_l = _changed(earlier, span_e, later, span_l)
    return f"{head}\n  E {_side(earlier, span_e, only_e)}\n  L {_side(later, span_l, only_l)}\n"


def _changed(a: str, span_a: tuple[int, int], b: str, span_b: tuple[int, int]) -> tuple[set[int], set[int]]:
    """Return where the words begin that only one side has."""
    first, second = tokens(a, *span_a), tokens(b, *span_b)
    edits = LCSseq.editops([t.norm for t in first], [t.norm for t in second])
    return (
        {first[e.src_pos].start for e in edits if e.tag == "delete"},
        {second[e.dest_pos].start for e in edits if e.tag == "insert"},
    )


def _side(text: str, span: tuple[int, int], only: set[int]) -> str:
    start, end = span
    inner, at = "", start
    for token in tokens(text, start, end):
        word = text[token.start : token.end]
        inner += text[at : token.start] + (f"{{{word.upper()}}}" if token.start in only else word)
        at = token.end
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return f"{squeeze(before)} [[ {squeeze(inner + text[at:end])} ]] {squeeze(after)}"


if __name__ == "__main__":
    sys.exit(main())
