"""What a process remembers of a corpus from one arrival to the next, so that the same is not read again and again.

An arrival looks at far more articles than came: those of the stories near by, and those round the ones that are traced.
What is read of each follows from the article and its annotation alone, which never change under one id, and from what
of it is kept out; and the next arrival looks at many of the same.
"""

import pickle
import zlib
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from typing import Generic, TypeVar

from firsthand.link.stories.kinds import Gathering, gathering
from firsthand.link.stories.live import ACTIVE_ARTICLES, LiveStories
from firsthand.link.stories.profiles import Profile, profile
from firsthand.link.storylines import Read
from firsthand.model import Annotation, Article
from firsthand.pipeline.link import Seen
from firsthand.pipeline.standing import Standing, Waiting
from firsthand.stage import Spread, here, portions
from firsthand.trace import OwnWords

Value = TypeVar("Value")

# Values of a kind that are kept. Ours: what some dozens of arrivals ask for, about a hundred megabytes of all kinds.
KEPT = 20_000
# Articles that are read in one piece where the work is spread. Ours: some tenths of a second.
ARTICLES = 128


class Memo(Generic[Value]):
    """Values by what they follow from: ``most`` of them, those that were not asked for longest are let go."""

    def __init__(self, most: int = KEPT) -> None:
        """Start with none."""
        self._most = most
        self._values: OrderedDict[Hashable, Value] = OrderedDict()

    def __len__(self) -> int:
        """Return how many values are kept."""
        return len(self._values)

    def of(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """Return the value of a key, made if it is not there."""
        if key in self._values:
            self._values.move_to_end(key)
        else:
            self.put(key, make())
        return self._values[key]

    def put(self, key: Hashable, value: Value) -> None:
        """Keep the value of a key that has none."""
        self._values[key] = value
        if len(self._values) > self._most:
            self._values.popitem(last=False)


@dataclass(slots=True)
class Remembered:
    """The live reading of the stories and who is in them, None where these are to be taken up, and what was read of
    articles and stories.
    """

    live: LiveStories | None = None
    standing: Standing | None = None
    waiting: Waiting | None = None
    gatherings: Memo[Gathering | None] = field(default_factory=partial(Memo, ACTIVE_ARTICLES))
    stories: Memo[Read] = field(default_factory=Memo)
    words: Memo[OwnWords] = field(default_factory=Memo)
    profiles: Memo[bytes] = field(default_factory=partial(Memo, ACTIVE_ARTICLES))

    def look_who_waits(self, stored: Seen) -> Waiting:
        """Return who is to be linked now, or linked no more."""
        linked = self.standing.home if self.standing else None
        known = self.waiting if linked is not None else None
        self.waiting = known.renewed(stored, linked or ()) if known else Waiting.of(stored, linked)
        return self.waiting

    def profile(self, article: Article, annotation: Annotation | None) -> Profile:
        """Return the profile of an article, kept packed: the live reading asks for all that are active once, and
        storylines for some of these with each arrival.
        """
        return _unpacked(self.profiles.of(text_of(article), lambda: _packed(profile(article, annotation))))

    def read_ahead(
        self, articles: Sequence[Article], annotations: Mapping[str, Annotation], spread: Spread = here
    ) -> None:
        """Read articles on workers, so that both of these are known of them."""
        given = ((article, annotations.get(article.id)) for article in articles)
        found = chain.from_iterable(spread(_read, portions(given, ARTICLES)))
        for article, (told, gathered) in zip(articles, found, strict=True):
            self.profiles.put(text_of(article), told)
            self.gatherings.put(text_of(article), gathered)

    def gathering(self, article: Article) -> Gathering | None:
        """Return what an article gathers, None for one that reports; asked for like the profile."""
        return self.gatherings.of(text_of(article), partial(gathering, article))


def _read(portion: Sequence[tuple[Article, Annotation | None]]) -> list[tuple[bytes, Gathering | None]]:
    return [(_packed(profile(article, note)), gathering(article)) for article, note in portion]


def _packed(found: Profile) -> bytes:
    return zlib.compress(pickle.dumps(found, protocol=pickle.HIGHEST_PROTOCOL), 1)


def _unpacked(data: bytes) -> Profile:
    found: Profile = pickle.loads(zlib.decompress(data))
    return found


def text_of(article: Article) -> Hashable:
    """Return what tells an article from others: its id, its content, and, as a hash, what of it is kept out."""
    return article.id, article.sha256, hash(article.segments)
