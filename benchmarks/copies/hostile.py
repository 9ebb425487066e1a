"""Copies in hostile input: python -m benchmarks.copies.hostile [--part 10]

Each case at half its size and at its size: seconds, how many times as long the whole took as the half (2 is linear,
4 quadratic), and how many passages were found. ``--part 10`` runs a tenth of each.

- one document on 10,000 pages; the same with a clock that is wrong on each
- a document of one sentence 100,000 times, beside another such
- one sentence on 100,000 pages that share nothing else
- four lines of boilerplate on each of 10,000 pages, two of which share a passage
"""

import argparse
import random
import time
from collections.abc import Callable
from dataclasses import replace

from benchmarks.copies.background import articles, made_up
from firsthand.link.copies import find_copies
from firsthand.model import Article

_SENTENCE = "The ferry to the outer islands will not sail before the storm has passed the northern cape."
_CLOCKS = (None, "2099-01-01T00:00:00Z", "1970-01-01T00:00:00Z", "2031-03-04T10:00:00Z", "2031-03-04", "yesterday")


def one_document(count: int) -> list[Article]:
    """One report on so many pages, published within days."""
    (text,) = made_up(1, 1).values()
    pages = articles({f"p{k:06}": text for k in range(count)})
    return [replace(page, published=f"2031-03-{1 + k % 9:02}T{k % 24:02}:10Z") for k, page in enumerate(pages)]


def wrong_clocks(count: int) -> list[Article]:
    """The same at times that cannot be."""
    return [replace(page, published=_CLOCKS[k % len(_CLOCKS)]) for k, page in enumerate(one_document(count))]


def one_sentence(count: int) -> list[Article]:
    """Two documents of one sentence again and again."""
    return articles({"a": " ".join([_SENTENCE] * count), "b": " ".join([_SENTENCE] * (count - 1))})


def everywhere(count: int) -> list[Article]:
    """One sentence among the words of each of so many pages."""
    chance = random.Random(1)
    words = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in "aeiou" for c in "bdfgklmnprst"]
    return articles({f"p{k:06}": f"{' '.join(chance.choices(words, k=30))}. {_SENTENCE} {k}" for k in range(count)})


def boilerplate(count: int) -> list[Article]:
    """Reports with the same lines around each."""
    lines = list(made_up(5, 2).values())
    texts = made_up(count, 3)
    around = "\n".join(line[:160] for line in lines[:4])
    texts = {key: f"{around}\n{text}" for key, text in texts.items()}
    first, *_, last = texts
    texts[first] += lines[4]
    texts[last] += lines[4]
    return articles(texts)


CASES: dict[str, tuple[Callable[[int], list[Article]], int]] = {
    "one document on n pages": (one_document, 10_000),
    "the same, clocks wrong": (wrong_clocks, 10_000),
    "one sentence n times": (one_sentence, 100_000),
    "one sentence on n pages": (everywhere, 100_000),
    "boilerplate on n pages": (boilerplate, 10_000),
}


def main(arguments: list[str] | None = None) -> int:
    """Print a row for each case."""
    parser = argparse.ArgumentParser(prog="hostile", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--part", type=int, default=1)
    part = parser.parse_args(arguments).part
    print(f"{'':26s}{'n':>8s}{'seconds':>9s}{'x half':>8s}{'passages':>10s}{'a page':>8s}")
    for name, (make, whole) in CASES.items():
        size = whole // part
        half, _, _ = _measured(make(size // 2))
        seconds, found, pages = _measured(make(size))
        print(f"{name:26s}{size:8d}{seconds:9.1f}{seconds / half:8.1f}{found:10d}{found / pages:8.1f}", flush=True)
    return 0


def _measured(pages: list[Article]) -> tuple[float, int, int]:
    started = time.process_time()
    found = find_copies(pages, {})
    return time.process_time() - started, len(found), len(pages)


if __name__ == "__main__":
    raise SystemExit(main())
