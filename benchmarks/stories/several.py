"""Articles of several events: ``python -m benchmarks.stories.several [SET...]``.

Prints how many single-event articles of the sets are taken for a roundup, live blog or opinion, and what is found in
digests made of the sets: each digest is the first sentences of six articles of six stories, one of which is its home.
A part is right if it is noted with the story that it was taken from, or stays unnoted in its home.
"""

import random
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from benchmarks.stories.common import annotated, rows

from firsthand.link.stories import kinds, several
from firsthand.model import Annotation, Article, Segment, Story

SETS = ("incidents", "ecbplus", "fnc", "triplets", "lineage")
CHARACTERS = 420  # of the first words of an article that a digest takes
ITEMS, DIGESTS = 6, 60


def digest(number: int, told: Sequence[Article]) -> Article:
    """Return a made-up digest: a bullet for each article, with the first words of its body."""
    text, segments = "", []
    for article in told:
        body = next((s for s in article.parts("body")), None)
        first = (article.text[body.start : body.end] if body else article.text)[:CHARACTERS]
        start = len(text)
        text += "• " + " ".join(first.split()) + "\n\n"
        segments.append(Segment("body", start, len(text) - 2))
    return replace(
        told[0],
        id=f"digest{number}",
        external_id=None,
        text=text,
        headline="Daily briefing",
        page="article",
        segments=tuple(segments),
        comments=(),
        links=(),
    )


def main() -> None:
    """Print both tables."""
    for name in sys.argv[1:] or SETS:
        records = rows(name)
        pairs = [annotated(r) for r in records]
        articles = {a.id: a for a, _ in pairs}
        notes: dict[str, Annotation] = {a.id: n for a, n in pairs}
        story_of = {a.id: str(r["story"]) for r, (a, _) in zip(records, pairs, strict=True)}
        taken = Counter(kinds.gathering(a) for a in articles.values())
        print(f"{name:10} {len(articles)} articles, taken for: {dict(taken)}")
        digested(articles, notes, story_of)


def digested(articles: dict[str, Article], notes: dict[str, Annotation], story_of: dict[str, str]) -> None:
    """Print what is found in digests of a set."""
    members: defaultdict[str, list[str]] = defaultdict(list)
    for key in sorted(articles):
        members[story_of[key]].append(key)
    names = sorted(s for s, m in members.items() if len(m) > 1)
    draw = random.Random(7)
    taken: set[str] = set()
    truth: dict[tuple[str, str], str] = {}
    made: dict[str, Article] = {}
    for number in range(DIGESTS):
        chosen = draw.sample(names, min(ITEMS, len(names)))
        told = [articles[draw.choice([a for a in members[s] if a in articles])] for s in chosen]
        taken.update(a.id for a in told)
        item = digest(number, told)
        made[item.id] = item
        truth.update({(item.id, s): "home" if k == 0 else "also" for k, s in enumerate(chosen)})
        members[chosen[0]].append(item.id)
    # what a digest quotes is not read, so that a part is held against other articles of its story
    stories = [Story(s, s, tuple(a for a in m if a not in taken), None, None) for s, m in sorted(members.items())]
    told_of = several.also_told(stories, {**articles, **made}, notes)
    found = {(part.article, s.id) for s in told_of for part in s.also if part.article in made}
    alive = {s.id for s in stories if any(a not in made for a in s.articles)}
    wanted = {key for key, kind in truth.items() if kind == "also" and key[1] in alive}
    right = len(found & wanted)
    print(
        f"{'':10} {len(made)} digests: precision {right / max(1, len(found)):.3f} "
        f"recall {right / max(1, len(wanted)):.3f}, {len(found)} parts noted of {len(wanted)}"
    )


if __name__ == "__main__":
    main()
