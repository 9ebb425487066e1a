"""An invented corpus of many articles, linked and traced as it was made: python -m benchmarks.serve.corpus FOLDER [N]

Stories of one to a hundred articles and one of 500, over sixty days; 1,500 outlets, 12 agencies, 4,000 speakers, and
storylines. Written straight to the store, some thousand articles a step, with the index of copies, which
``firsthand check`` looks into. Equal numbers give equal corpora.
"""

import argparse
import random
import time as clock
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from benchmarks.serve.language import Language
from benchmarks.serve.stories import Records, StoryMaker
from firsthand.link.copies import Index, meeting
from firsthand.model import Reason, Rejected, Storyline
from firsthand.pipeline.copies import FINGERPRINTS, SCHEME
from firsthand.store import Writer
from firsthand.text import short_hash

DAYS, OUTLETS, AGENCIES, SPEAKERS, LARGEST = 60, 1_500, 12, 4_000, 500
_STEP = 4_000


def main(arguments: list[str] | None = None) -> int:
    """Write the corpus."""
    parser = argparse.ArgumentParser(prog="corpus", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("articles", type=int, nargs="?", default=100_000)
    given = parser.parse_args(arguments)
    started = clock.monotonic()
    write(given.folder, given.articles)
    print(f"{given.folder}: {given.articles:,} articles in {clock.monotonic() - started:.0f} s")
    return 0


def write(folder: Path, articles: int, *, seed: int = 7) -> None:
    """Write a corpus of so many articles into ``folder``."""
    chance = random.Random(seed)
    language = Language(chance)
    names = [[language.name() for _ in range(n)] for n in (OUTLETS, AGENCIES, SPEAKERS)]
    maker = StoryMaker(language, *(list(dict.fromkeys(some)) for some in names))
    index = Index(())
    made, stories, left = Records(), list[str](), articles
    with Writer(folder) as writer:
        for number, size in enumerate(_sizes(chance, articles)):
            story = maker.make(number, size, _age(chance))
            for f in fields(Records):
                getattr(made, f.name).extend(getattr(story, f.name))
            stories += [s.id for s in story.stories]
            left -= size
            if len(made.articles) >= _STEP or not left:
                index = _store(writer, made, index)
                made = Records()
        writer.step("link", append={"storylines": list(_storylines(stories)), "rejected": list(_rejected(articles))})


def _store(writer: Writer, made: Records, index: Index) -> Index:
    """Store a step's records, and the index of copies with its articles in it."""
    index = meeting(index, (), made.articles, lambda _: []).index
    append = {f.name: getattr(made, f.name) for f in fields(Records)}
    writer.step("add", append=append, arrays={FINGERPRINTS: index.to_arrays(SCHEME)})
    return index


def _sizes(chance: random.Random, articles: int) -> Iterator[int]:
    """Yield the sizes of stories: the large one, then many small and few large ones."""
    left = articles
    while left:
        size = LARGEST if left == articles and articles > 2 * LARGEST else int(min(100, chance.paretovariate(0.9)))
        size = min(size, left)
        yield size
        left -= size


def _age(chance: random.Random) -> float:
    """Return how many days before the corpus's end a story began."""
    return chance.random() * DAYS


def _storylines(stories: list[str]) -> Iterator[Storyline]:
    """Yield storylines of three stories each, from every ninth story on."""
    for at in range(0, len(stories) - 3, 9):
        chain = tuple(stories[at : at + 3])
        reasons = (Reason("same-names", "They name the same three people and places."),)
        yield Storyline(short_hash(*chain), chain, reasons)


def _rejected(articles: int) -> Iterator[Rejected]:
    for n in range(articles // 500):
        yield Rejected(f"feeds/morning.jsonl:{n}", "read", "bad-json", f"line {n} is not JSON; mend or remove it")


if __name__ == "__main__":
    raise SystemExit(main())
