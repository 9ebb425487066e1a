"""Generated news of known provenance: python -m benchmarks.scale.generate FOLDER [N] [--seed 7] [--shard 10000]

Writes ``articles-00000.jsonl`` … (what ``firsthand add`` reads) and ``gold.jsonl``, a line an article:
``{"id", "story", "kind", "of", "statements"}``. ``kind`` is ``report`` (an agency's), ``verbatim``, ``edited`` or
``partial`` (copies of it; ``of`` is what they copy), ``own`` or ``release``. Articles come in order of time, 2,000 a
day however many there are, so that a larger corpus is a longer one. Sizes of stories and use of outlets have heavy
tails; one press release stands on a twentieth of all pages, 50,000 at most. Lengths are log-normal, median 360 words.
These figures are ours, chosen after what is known of news (a median article of 350 to 400 words; reports taken over by
one to some hundred outlets). Equal arguments give equal bytes; what is in memory does not grow with N.
"""

import argparse
import heapq
import json
import math
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TextIO

from benchmarks.scale.stories import Made, Maker
from benchmarks.scale.words import Words

PER_DAY = 2_000
RELEASE_SHARE, RELEASE_MOST, RELEASE_DAYS = 0.05, 50_000, 4.0
# Sizes of stories: Pareto with this exponent, so that half of them have one article and one in 300 has 200.
TAIL, LARGEST = 1.1, 400
_START = datetime(2031, 1, 6, tzinfo=UTC)


@dataclass(frozen=True, slots=True, order=True)
class _Due:
    """An article that waits for its time."""

    hours: float
    number: int
    made: Made


def main(arguments: list[str] | None = None) -> int:
    """Write the shards and the gold file."""
    parser = argparse.ArgumentParser(prog="generate", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("articles", type=int, nargs="?", default=10_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--shard", type=int, default=10_000, help="articles in a file")
    given = parser.parse_args(arguments)
    write(given.folder, given.articles, seed=given.seed, shard=given.shard)
    return 0


def write(folder: Path, articles: int, *, seed: int = 7, shard: int = 10_000) -> list[Path]:
    """Write so many articles and return the paths of the shards."""
    folder.mkdir(parents=True, exist_ok=True)
    paths: list[Path] = []
    file: TextIO | None = None
    with (folder / "gold.jsonl").open("w", encoding="utf-8") as gold:
        for number, (document, truth) in enumerate(generate(articles, seed=seed)):
            if number % shard == 0:
                if file:
                    file.close()
                paths.append(folder / f"articles-{number // shard:05d}.jsonl")
                file = paths[-1].open("w", encoding="utf-8")
            assert file
            file.write(json.dumps(document, ensure_ascii=False) + "\n")
            gold.write(json.dumps(truth) + "\n")
    if file:
        file.close()
    return paths


def generate(articles: int, *, seed: int = 7) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Yield so many documents in order of time, each with what is true of it."""
    for hours, made in _in_time(articles, seed):
        published = (_START + timedelta(hours=hours)).isoformat(timespec="minutes")
        document = {
            "id": made.id,
            "url": f"https://{made.outlet.address}/{made.story}/{made.id}",
            "publisher": made.outlet.name,
            "published": published,
            "title": made.headline,
            "text": made.text,
        }
        truth = {
            "id": made.id, "story": made.story, "kind": made.kind, "of": made.of, "statements": list(made.statements),
        }  # fmt: skip
        yield document, truth


def _in_time(articles: int, seed: int) -> Iterator[tuple[float, Made]]:
    maker = Maker(Words(seed))
    waiting: list[_Due] = []
    count = 0
    for story, size, hours, release in _plan(articles, seed):
        while waiting and waiting[0].hours <= hours:
            due = heapq.heappop(waiting)
            yield due.hours, due.made
        # A generator of chance for each story: what one is like does not depend on the others.
        chance = random.Random(f"{seed}/{story}")
        for made in maker.release(story, size, chance) if release else maker.story(story, size, chance):
            heapq.heappush(waiting, _Due(hours + _delay(chance, made, release), count, made))
            count += 1
    while waiting:
        due = heapq.heappop(waiting)
        yield due.hours, due.made


def _plan(articles: int, seed: int) -> Iterator[tuple[int, int, float, bool]]:
    """Yield number, size and beginning (in hours) of each story, and whether it is the release, by beginning."""
    chance = random.Random(seed)
    released = min(RELEASE_MOST, math.floor(RELEASE_SHARE * articles))
    left = articles - released
    total, story = left, 0
    while left or released:
        hours = 24 * (total - left) / PER_DAY
        if released and 2 * left <= total:
            yield story, released, hours, True
            released = 0
        else:
            size = min(left, LARGEST, int(chance.paretovariate(TAIL)))
            yield story, size, hours, False
            left -= size
        story += 1


def _delay(chance: random.Random, made: Made, release: bool) -> float:
    """Return how many hours after the story began an article came: most within a day."""
    if release:
        return chance.random() * 24 * RELEASE_DAYS
    return 0.0 if made.kind == "report" else min(96.0, chance.expovariate(1 / 10))


if __name__ == "__main__":
    raise SystemExit(main())
