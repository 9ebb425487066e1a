"""The cost of reading live: python benchmarks/stories/stream.py [ARTICLES...]

An invented stream of short articles, 100,000 and then 1,000,000: 2,000 a day, each of a story that lives for some
days. Prints for each the articles per CPU second of every tenth, memory, what is active, and BCubed of what is active.
The line before is of the articles that fill the active window, and of as many again: while little is known of what is
rare, articles are looked at anew whenever twice as much is known, so the first cost more, whatever comes after them. An
add shares work among 50 articles, as the entries of a feed would.
"""

import random
import resource
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.copies.background import article as made

from firsthand.config import LinkConfig
from firsthand.link.stories.live import LiveStories
from firsthand.model import Article

SIZES = (100_000, 1_000_000)
A_DAY, STORIES_A_DAY, OLDEST = 2_000, 500, 3.0  # articles and new stories a day, and days that a story is told
ACTIVE_DAYS, BATCH = 7.0, 50
START = datetime(2031, 1, 1, tzinfo=UTC)
_SYLLABLES = (
    "ba",
    "ko",
    "ri",
    "ten",
    "dal",
    "mos",
    "ver",
    "lin",
    "gar",
    "su",
    "pol",
    "ney",
    "tra",
    "vik",
    "hol",
    "sen",
)


def word(number: int) -> str:
    """Return an invented word for a number."""
    out = []
    while True:
        number, rest = divmod(number, len(_SYLLABLES))
        out.append(_SYLLABLES[rest])
        if not number:
            return "".join(out)


def articles(count: int) -> Iterator[tuple[Article, int]]:
    """Yield articles in order of time with the number of their story: its names and its facts among common words."""
    rng = random.Random(0)
    for k in range(count):
        day = k / A_DAY
        story = int(STORIES_A_DAY * (day + OLDEST - min(OLDEST, rng.expovariate(1.0))))
        facts = random.Random(story)
        names = [word(8_000 + facts.randrange(3_000_000)).title() for _ in range(5)]
        about = [word(facts.randrange(8_000)) for _ in range(14)]
        common = [word(min(7_999, int(rng.paretovariate(0.6)))) for _ in range(16)]
        words = rng.sample(about, 9) + common + rng.sample(names, 4)
        rng.shuffle(words)
        text = f"in {names[0]} " + " ".join(words) + f" {facts.randrange(2, 60)} people."
        time = (START + timedelta(days=day)).isoformat()
        yield made(f"{k:07}", text, time, language=None), story


def run(count: int) -> None:
    """Read a stream and print what it cost: ``count`` articles after those that fill the active window twice."""
    reader = LiveStories(LinkConfig(), active_days=ACTIVE_DAYS)
    first = 2 * int(A_DAY * ACTIVE_DAYS)
    gold: dict[str, int] = {}
    waiting: list[Article] = []
    speeds: list[float] = []
    tenth, spent, repairs, since = count // 10, 0.0, 0, 0
    for k, (article, story) in enumerate(articles(first + count), 1):
        waiting.append(article)
        gold[article.id] = story
        since += 1
        told = k == first or (k > first and (k - first) % tenth == 0)
        if len(waiting) == BATCH or told:
            start = time.process_time()
            reader.add_all(waiting, {})
            repairs += len(reader.changes())
            spent += time.process_time() - start
            waiting = []
        if told:
            active = reader.stories
            gold = {a: gold[a] for members in active.values() for a in members}
            speeds.append(since / spent)
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(
                f"{k:9,} read  {speeds[-1]:6.0f} articles per CPU second  {len(reader):6,} active in {len(active):6,}"
                f" stories  {repairs} repairs  BCubed F1 {_bcubed(gold, active):.3f}  peak {memory:.0f} MB",
                flush=True,
            )
            spent, repairs, since = 0.0, 0, 0
    print(f"full window: fastest / slowest tenth {max(speeds[1:]) / min(speeds[1:]):.2f}", flush=True)


def _bcubed(gold: dict[str, int], found: dict[str, tuple[str, ...]]) -> float:
    size: dict[int, int] = {}
    for story in gold.values():
        size[story] = size.get(story, 0) + 1
    precision = recall = 0.0
    for members in found.values():
        told = [gold[a] for a in members]
        for story in told:
            both = told.count(story)
            precision, recall = precision + both / len(told), recall + both / size[story]
    p, r = precision / len(gold), recall / len(gold)
    return 2 * p * r / (p + r)


def main() -> None:
    """Read the streams."""
    for count in map(int, sys.argv[1:]) if len(sys.argv) > 1 else SIZES:
        print(f"{count:,} articles")
        run(count)


if __name__ == "__main__":
    main()
