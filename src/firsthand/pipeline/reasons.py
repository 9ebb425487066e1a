"""Why one story: its articles and those of the nearest stories, read from a corpus and held against each other.

Nothing of it is stored: it is worked out when it is asked for, over so few articles that it takes about a second.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from firsthand.config import LinkConfig
from firsthand.link.recurring import without
from firsthand.link.stories.reasons import story_reasons
from firsthand.model import Annotation, Article, Copy, Story, StoryReasons
from firsthand.pipeline.check import Near, Stored

# Ours: articles of the story that are looked at, and those that neighbours are looked for by; neighbours that are held
# against it, and articles of each. So 1,770 pairs of its own and 2,880 with others are weighed at most.
MEMBERS, ASKING, STORIES, READ = 60, 4, 8, 6
# A name in more articles than this tells nothing of an event; so many that share the rarest names are looked at.
COMMON, SHARING = 500, 60


def why_one(story: Story, stored: Stored, config: LinkConfig, near: Near) -> StoryReasons:
    """Return why a story of the corpus is one, and what keeps the nearest others apart.

    ``near`` gives ids of stored articles on the matter of one.
    """
    members = spread(story.articles, MEMBERS)
    articles, annotations = _read(stored, members)
    asking = [articles[name] for name in spread(members, ASKING) if name in articles]
    nothing = {a.id: Annotation(a.id, (), (), (), ()) for a in asking}
    found = chain.from_iterable(near(a, annotations.get(a.id, nothing[a.id])) for a in asking)
    others = _nearest(stored, Counter(found), story)
    theirs = _read(stored, {name for other in others for name in spread(other.articles, READ)})
    known, notes = {**articles, **theirs[0]}, {**annotations, **theirs[1]}
    kept, noted = without(known, notes, stored.having("recurring", "article", known))
    return story_reasons(story, others, kept, noted, _copies(stored, known), config)


def sharing_names(annotations: Iterable[Annotation], wanted: Annotation) -> list[str]:
    """Return the articles that share the most and rarest names with one: for where there is no index of words."""
    names = {m.entity for m in wanted.mentions}
    having: defaultdict[str, list[str]] = defaultdict(list)
    for annotation in annotations:
        for name in names.intersection(m.entity for m in annotation.mentions):
            having[name].append(annotation.article)
    weights: Counter[str] = Counter()
    for articles in having.values():
        if len(articles) <= COMMON:
            weights.update(dict.fromkeys(articles, 1 / len(articles)))
    return sorted(weights, key=lambda name: (-weights[name], name))[:SHARING]


def spread(names: Sequence[str], most: int) -> list[str]:
    """Return ``most`` names at most, evenly spread over all."""
    return list(names[:: -(-len(names) // most) or 1])


def _read(stored: Stored, names: Iterable[str]) -> tuple[dict[str, Article], dict[str, Annotation]]:
    wanted = set(names)
    articles = {a.id: a for a in stored.having("articles", "id", wanted)} if wanted else {}
    return articles, {a.article: a for a in stored.having("annotations", "article", wanted)} if wanted else {}


def _nearest(stored: Stored, found: Mapping[str, int], story: Story) -> list[Story]:
    """Return the stories that most of the articles found are of, but for the story itself."""
    stories: list[Story] = stored.having("stories", "articles", found) if found else []
    votes = {s.id: sum(found.get(name, 0) for name in s.articles) for s in stories if s.id != story.id}
    ranked = sorted((s for s in stories if s.id in votes), key=lambda s: (-votes[s.id], s.id))
    return ranked[:STORIES]


def _copies(stored: Stored, known: Mapping[str, Article]) -> list[Copy]:
    return [c for c in stored.having("copies", "later", known) if c.earlier in known]
