"""What a process remembers of a corpus from one arrival to the next, so that the same is not read again and again.

An arrival looks at far more articles than came: those of the stories near by, and those round the ones that are traced.
What is read of each follows from the article and its annotation alone, which never change under one id, and from what
of it is kept out; and the next arrival looks at many of the same.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from firsthand.link.stories.kinds import Gathering
from firsthand.link.stories.live import LiveStories
from firsthand.link.storylines import Read
from firsthand.model import Article
from firsthand.trace import OwnWords

Value = TypeVar("Value")


class Memo(Generic[Value]):
    """Values by what they follow from. Those that neither this arrival nor the last one asked for are let go."""

    def __init__(self) -> None:
        """Start with none."""
        self._now: dict[Hashable, Value] = {}
        self._before: dict[Hashable, Value] = {}

    def __len__(self) -> int:
        """Return how many values are kept."""
        return len(self._now.keys() | self._before.keys())

    def of(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """Return the value of a key, made if it is not there."""
        if key not in self._now:
            self._now[key] = self._before[key] if key in self._before else make()
        return self._now[key]

    def turn(self) -> None:
        """Begin with another arrival."""
        self._before, self._now = self._now, {}


@dataclass(slots=True)
class Remembered:
    """The live reading of the stories, None where it is to be taken up, and what was read of articles and stories."""

    live: LiveStories | None = None
    gatherings: Memo[Gathering | None] = field(default_factory=Memo)
    stories: Memo[Read] = field(default_factory=Memo)
    words: Memo[OwnWords] = field(default_factory=Memo)

    def turn(self) -> None:
        """Begin with another arrival."""
        for memo in (self.gatherings, self.stories, self.words):
            memo.turn()


def text_of(article: Article) -> Hashable:
    """Return what tells an article from others: its id, its content, and what of it is kept out."""
    return article.id, article.sha256, article.segments
