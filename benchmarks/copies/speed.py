"""Candidates and exact containment, beside MinHash: python -m benchmarks.copies.speed [BACKGROUND] [--share .5]

BACKGROUND is gzipped JSON Lines with ``id`` and ``text``; without it reports are made up. Prints documents a
CPU-second, reading the texts excluded and everything after it included (words, n-grams, hashes, index, pairs), how many
pairs were given, and which part of the true pairs is among them: those in which ``share`` of the shorter text's n-grams
stand in the other, ``FEWEST`` at least, found by multiplying all n-grams. Every contestant runs in one process on one
thread; of ``--rounds`` the best counts. Peers whose packages are not installed are printed as such
(``pip install --require-hashes -r requirements/peers.txt`` has them). At last all true pairs are aligned.
"""

import argparse
import os
import time
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "RAYON_NUM_THREADS"):
    os.environ.setdefault(_name, "1")  # before numpy is loaded

from benchmarks.copies import background, minhash  # noqa: E402
from benchmarks.copies.containment import Pair, true_pairs, verified  # noqa: E402
from firsthand.link.copies import Index, copies_between, meeting  # noqa: E402

# N-grams that a true pair has in common: a passage of eleven words and more.
FEWEST = 8
DOCUMENTS, SEED = 21_578, 7


def firsthand(texts: Sequence[str], threshold: float) -> set[Pair]:
    """Pairs that meet in the index, then exact containment."""
    return set(verified(texts, candidates(texts), threshold))


def candidates(texts: Sequence[str], threshold: float = 0.0) -> set[Pair]:
    """Pairs that meet in the index."""
    del threshold
    found = meeting(Index(), (), background.articles({f"{k:08}": text for k, text in enumerate(texts)}), lambda _: ())
    return {(int(first), int(second)) for first, second in found.pairs}


# The first is what the others are measured by.
CONTESTANTS: dict[str, tuple[minhash.Find, str]] = {
    "datasketch, update": (minhash.datasketch, "datasketch"),
    "datasketch, update_batch": (minhash.datasketch_batch, "datasketch"),
    "datasketch + containment": (minhash.datasketch_verified, "datasketch"),
    "rensa": (minhash.rensa, "rensa"),
    "rensa + containment": (minhash.rensa_verified, "rensa"),
    "firsthand, candidates alone": (candidates, "firsthand"),
    "firsthand, candidates + containment": (firsthand, "firsthand"),
}


def main(arguments: list[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="speed", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("background", nargs="?", type=Path)
    parser.add_argument("--documents", type=int, default=DOCUMENTS)
    parser.add_argument("--share", type=float, default=0.5)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args(arguments)
    if given.background:
        texts = list(background.read(given.background, given.documents).values())
    else:
        texts = list(background.made_up(given.documents, SEED).values())
    truth = true_pairs(texts, given.share, FEWEST)
    print(f"{len(texts)} documents, {len(truth)} true pairs (containment {given.share:g})")
    print(f"{'':38s}{'docs/CPU-s':>11s}{'x datasketch':>14s}{'pairs':>9s}{'recall':>8s}")
    slow = 0.0
    for name, (find, package) in CONTESTANTS.items():
        try:
            import_module(package)
        except ImportError:
            print(f"{name:38s}  not installed")
            continue
        rate, found = _best(find, texts, given.share, given.rounds)
        slow = slow or rate
        recall = len(found & truth) / max(1, len(truth))
        print(f"{name:38s}{rate:11.0f}{rate / slow:14.1f}{len(found):9d}{recall:8.3f}", flush=True)
    _align(texts, truth)
    return 0


def _best(find: minhash.Find, texts: Sequence[str], share: float, rounds: int) -> tuple[float, set[Pair]]:
    best, found = 0.0, set[Pair]()
    for _ in range(rounds):
        started = time.process_time()
        found = find(texts, share)
        best = max(best, len(texts) / (time.process_time() - started))
    return best, found


def _align(texts: Sequence[str], truth: set[Pair]) -> None:
    articles = {a.id: a for a in background.articles({f"{k:08}": text for k, text in enumerate(texts)})}
    started = time.process_time()
    copies = copies_between([(f"{a:08}", f"{b:08}") for a, b in sorted(truth)], articles, {})
    print(f"all true pairs aligned in {time.process_time() - started:.1f} CPU-s: {len(copies)} passages")


if __name__ == "__main__":
    raise SystemExit(main())
