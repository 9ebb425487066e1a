"""How a live reading reads articles: anew each time, or by asking who remembers what was read."""

from typing import Protocol

from firsthand.link.stories.kinds import Gathering, gathering
from firsthand.link.stories.profiles import Profile, profile
from firsthand.model import Annotation, Article


class Reading(Protocol):
    """Reads articles that come or are taken up."""

    def profile(self, article: Article, annotation: Annotation | None) -> Profile:
        """Return the profile of an article."""
        ...

    def gathering(self, article: Article) -> Gathering | None:
        """Return what an article gathers, None for one that reports."""
        ...


class Afresh:
    """Reads every article anew."""

    profile = staticmethod(profile)
    gathering = staticmethod(gathering)
