"""Every article of a corpus with its evidence: what is read of each by itself, spread over workers, and its copies."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import NamedTuple

import numpy as np
import xxhash

from firsthand.data import Outlet
from firsthand.data.press import added, extended
from firsthand.model import Annotation, Article, Copy
from firsthand.model.copies import Copies
from firsthand.model.packed import Sealed
from firsthand.stage import Spread, here, portions
from firsthand.trace.evidence.figures import figures
from firsthand.trace.evidence.logs import is_log
from firsthand.trace.evidence.own_words import OwnWords
from firsthand.trace.evidence.phrases import odd_words
from firsthand.trace.evidence.publishers import Publishers
from firsthand.trace.evidence.tellings import Facts, Telling, with_copies

# Articles that are read in one piece where the work is spread. Ours: some tenths of a second.
ARTICLES = 128


class Read(NamedTuple):
    """What is read of an article by itself; the annotation has canonical names and all credits, ``name`` its outlet."""

    annotation: Annotation
    name: str | None
    own: OwnWords
    facts: Facts


class _Sent(NamedTuple):
    """The same on its way from another process."""

    annotation: Sealed[Annotation]
    name: str | None
    own: Sealed[OwnWords]
    facts: Sealed[Facts]

    def opened(self) -> Read:
        return Read(self.annotation.opened(), self.name, self.own.opened(), self.facts.opened())


def read_alone(
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    spread: Spread = here,
    *,
    ahead: bool = False,
) -> Iterator[Read]:
    """Yield what each article shows by itself, in their order; ``ahead``: the work may start before it is asked for."""
    given = ((article, annotations.get(key)) for key, article in articles.items())
    sent = spread(Reading.among(articles.values()), portions(given, ARTICLES), ahead=ahead)
    return (found.opened() for found in chain.from_iterable(sent))


def gather(
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    copies: Iterable[Copy],
    read: Iterable[Read] | None = None,
) -> dict[str, Telling]:
    """Return every article with its evidence, by id; publishers go by one spelling each.

    ``read`` is what was read of each article, in their order, where that was done before.
    """
    read = read_alone(articles, annotations) if read is None else read
    out = {
        article.id: Telling(article, found.annotation, found.name, own=found.own, facts=found.facts)
        for article, found in zip(articles.values(), read, strict=True)
    }
    return with_copies(out, Copies.of(copies))


@dataclass(frozen=True, slots=True)
class Reading:
    """Reads articles with the names of publishers at hand that the corpus and the user know."""

    publishers: Publishers
    added: tuple[Outlet, ...]

    @classmethod
    def among(cls, articles: Iterable[Article]) -> "Reading":
        """Know the publishers of some articles, and those that the user added for now (``own_publishers``)."""
        return cls(Publishers(articles), added())

    def __call__(self, portion: Sequence[tuple[Article, Annotation | None]]) -> list[_Sent]:
        """Return what is read of some articles; credits that only the publishers' names give away are among it."""
        with extended(self.added):
            found = [self.one(article, annotation) for article, annotation in portion]
        return [_Sent(Sealed.of(r.annotation), r.name, Sealed.of(r.own), Sealed.of(r.facts)) for r in found]

    def one(
        self, article: Article, annotation: Annotation | None, own: Callable[[Telling], OwnWords] | None = None
    ) -> Read:
        """Return what is read of an article where the user's publishers are known.

        ``own`` gives its own words, which do not hang on who else publishes, where they may be known already.
        """
        credited = self._credited(article, annotation or Annotation(article.id, (), (), (), ()))
        telling = Telling(article, credited, self.publishers.of(article))
        return Read(credited, telling.name, (own or own_words)(telling), telling.read())

    def _credited(self, article: Article, annotation: Annotation) -> Annotation:
        canonical = self.publishers.canonical
        quotations = tuple(replace(q, via=tuple(map(canonical, q.via))) if q.via else q for q in annotation.quotations)
        found = tuple(self.publishers.credits(article, annotation.credits))
        return replace(annotation, credits=found, quotations=quotations)


def own_words(telling: Telling) -> OwnWords:
    """Return what is read of an article's own words."""
    phrases, slips = odd_words(telling)
    rows = [(xxhash.xxh3_64_intdigest(" ".join(p.words).encode()), p.start, p.end) for p in phrases]
    return OwnWords(
        log=is_log(telling),
        figures=tuple(figures(telling)),
        phrases=np.array(rows, np.uint64).tobytes(),
        slips=tuple(slips),
    )
