"""Small corpora for tests of tracing: invented pages of sentences, and the copies that their equal sentences are."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from firsthand.model import (
    Annotation,
    Article,
    Copy,
    Correction,
    Credit,
    CreditKind,
    Lineage,
    Segment,
    SegmentKind,
    Story,
)
from firsthand.trace import Trace, trace
from firsthand.trace.evidence.gather import gather
from firsthand.trace.evidence.tellings import Telling
from tests.factories import annotation, article

WORDS = (
    "harbour keeper lantern valley orchard miller ferry granite council bridge winter signal baker quarry meadow canal "
    "pilot tariff museum archive warden ditch turbine slate choir regatta ledger beacon depot furnace timber anchor"
)


def text(seed: int, sentences: int = 1) -> str:
    """Return an invented paragraph of some 150 characters a sentence, another for each seed."""
    chance = random.Random(seed)
    out = (" ".join(chance.choices(WORDS.split(), k=22)).capitalize() for _ in range(sentences))
    return ". ".join(out) + "."


@dataclass(frozen=True)
class Page:
    """An article with its annotation."""

    article: Article
    annotation: Annotation


def page(
    name: str,
    *paragraphs: str,
    publisher: str | None = None,
    published: str | None = None,
    headline: str | None = None,
    kinds: Sequence[SegmentKind] = (),
    credited: Sequence[tuple[str, str, CreditKind]] = (),
    bylines: tuple[str, ...] = (),
    fetched: str | None = None,
    url: str | None = None,
) -> Page:
    """Return a page; each credit is the words that stand in it, the publisher they name, and their kind."""
    made = article(name, *paragraphs, publisher=publisher, published=published, kinds=kinds, headline=headline)
    made = replace(made, bylines=bylines, fetched=fetched, url=url)
    found = [Credit(at := made.text.index(words), at + len(words), who, kind) for words, who, kind in credited]
    return Page(made, annotation(made, *found))


def copies_of(*pages: Page) -> list[Copy]:
    """Return a copy for each body paragraph that two pages have, the earlier page first."""
    out = []
    for a, b in combinations(sorted((p.article for p in pages), key=lambda a: a.order), 2):
        theirs = {b.text[s.start : s.end]: s for s in _shareable(b)}
        for s in _shareable(a):
            t: Segment | None = theirs.get(words := a.text[s.start : s.end])
            if t is not None:
                out.append(Copy(a.id, s.start, s.end, b.id, t.start, t.end, len(words), "prose"))
    return out


def _shareable(found: Article) -> list[Segment]:
    return [s for s in found.parts("body") if s.end - s.start >= 60]


def tellings(*pages: Page) -> dict[str, Telling]:
    """Return the pages with their evidence."""
    return gather(
        {p.article.id: p.article for p in pages}, {p.article.id: p.annotation for p in pages}, copies_of(*pages)
    )


def lineages(*pages: Page) -> dict[str, Lineage]:
    """Return each page's lineage, all pages being of one story."""
    return {line.article: line for line in traced(*pages).lineages}


def arrows(*pages: Page) -> set[tuple[str, str, str]]:
    """Return the arrows of the lineage graph with their evidence."""
    return {(e.source, e.target, e.evidence) for e in traced(*pages).edges}


def traced(*pages: Page, corrections: Sequence[Correction] = ()) -> Trace:
    """Return what is traced of pages that are of one story."""
    story = Story("story", "Headline", tuple(p.article.id for p in pages), None, None)
    articles, notes = {p.article.id: p.article for p in pages}, {p.article.id: p.annotation for p in pages}
    return trace(articles, notes, copies_of(*pages), [story], [], [], [], corrections)
