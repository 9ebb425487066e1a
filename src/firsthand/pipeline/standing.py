"""Who is linked, and to which story: read once, and carried from one arrival to the next.

To read it of a million articles takes longer than all else that an arrival does.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from firsthand.model import Article, Story
from firsthand.pipeline.link import Seen

# What says which articles wait to be linked.
_WAITING = ("articles", "superseded")
# Rows by which a table may differ to be looked at one by one. Ours: beyond, its ids are read through.
MOST = 20_000


@dataclass(frozen=True, slots=True)
class Waiting:
    """Articles that are to be linked, and those that are linked although a later version, or nothing, is there.

    ``out`` has all of which there is a later version; ``told_by`` are the versions of the tables that say so.
    """

    come: frozenset[str]
    gone: frozenset[str]
    out: frozenset[str]
    told_by: tuple[int, ...]

    @classmethod
    def of(cls, stored: Seen, linked: Collection[str] | None = None) -> "Waiting":
        """Return who waits, read from the whole corpus; ``linked`` are those that are, read as well if not given."""
        if linked is None:
            linked = {a for articles in stored.column("stories", "articles") for a in articles}
        ids, out = frozenset(stored.column("articles", "id")), frozenset(stored.column("superseded", "article"))
        return cls(ids.difference(linked, out), _in(out, linked), out, stored.versions_of(_WAITING))

    def renewed(self, stored: Seen, linked: Collection[str]) -> "Waiting":
        """Return who waits now."""
        now = stored.versions_of(_WAITING)
        found = stored.changes("articles", self.told_by[0], MOST)
        out = self.out if now[1] == self.told_by[1] else frozenset(stored.column("superseded", "article"))
        if found is None or not self.out <= out:
            return Waiting.of(stored, linked)
        lost, gained = ({row["id"] for row in rows} for rows in found)  # what was only moved is in both
        come = (self.come | (gained - lost)) - (lost - gained)
        return Waiting(frozenset(a for a in come if a not in linked and a not in out), _in(out, linked), out, now)


@dataclass(slots=True)
class Standing:
    """The stories of a corpus and who is in them.

    ``home`` is the story of each linked article as linking has it, without the user's corrections, ``members`` are the
    articles of each of these. ``stories`` are those with the corrections, by their ids and as far as counting looks at
    them; ``story_of`` has that of each article. ``publishers`` says how many linked articles each has.
    """

    home: dict[str, str]
    members: dict[str, set[str]]
    stories: dict[str, Story]
    story_of: dict[str, Story]
    publishers: Counter[str]

    @classmethod
    def of(cls, stored: Seen) -> "Standing":
        """Return how a corpus stands, read from the whole of it."""
        columns = (stored.column("stories", name) for name in ("id", "headline", "articles", "first", "last"))
        rows = zip(*columns, strict=True)
        stories = {name: Story(name, headline, tuple(a), first, last) for name, headline, a, first, last in rows}
        story_of = {a: story for story in stories.values() for a in story.articles}
        home = {a: story.id for a, story in story_of.items()}
        home.update({a: story.id for story in stored.records("inferred") for a in story.articles})
        members: dict[str, set[str]] = {}
        for article, story in home.items():
            members.setdefault(story, set()).add(article)
        every = zip(stored.column("articles", "id"), stored.column("articles", "publisher"), strict=True)
        return cls(home, members, stories, story_of, Counter(p for a, p in every if p and a in story_of))

    def move(self, articles: Iterable[str], story: str | None) -> None:
        """Put articles into a story as linking has it, None for none."""
        for article in articles:
            if (before := self.home.pop(article, None)) is not None:
                self.members[before].discard(article)
                if not self.members[before]:
                    del self.members[before]
            if story is not None:
                self.home[article] = story
                self.members.setdefault(story, set()).add(article)

    def tell(self, told: Iterable[Story], gone: Iterable[str]) -> "Parted":
        """Put stories in place of those that had one of their articles, or one that is ``gone``."""
        new = {s.id: s for s in told}
        moved = {a for story in new.values() for a in story.articles}.union(gone)
        before = {story.id: story for a in moved if (story := self.story_of.get(a))}
        before.update({name: self.stories[name] for name in new.keys() & self.stories.keys()})
        for name, story in before.items():
            del self.stories[name]
            for article in story.articles:
                self.story_of.pop(article, None)
        self.show(new.values())
        changed = {n for n, s in before.items() if n not in new or new[n].articles != s.articles}
        return Parted(frozenset(before.keys() - new.keys()), frozenset(changed))

    def show(self, stories: Iterable[Story]) -> None:
        """Put stories in place of those of the same ids and articles."""
        for story in stories:
            self.stories[story.id] = story
            self.story_of.update(dict.fromkeys(story.articles, story))

    def count(self, come: Iterable[Article], gone: Iterable[Article]) -> None:
        """Know the publishers of articles that come, and no more those of articles that go."""
        self.publishers.update(a.publisher for a in come if a.publisher)
        self.publishers.subtract(a.publisher for a in gone if a.publisher)
        self.publishers = +self.publishers


@dataclass(frozen=True, slots=True)
class Parted:
    """The ids of stories that are no more, and of all that are not as they were."""

    gone: frozenset[str]
    changed: frozenset[str]


def plain(story: Story) -> Story:
    """Return a story as far as counting looks at it: as ``Standing`` keeps it."""
    return Story(story.id, story.headline, story.articles, story.first, story.last)


def _in(names: Iterable[str], linked: Collection[str]) -> frozenset[str]:
    return frozenset(name for name in names if name in linked)
