"""Lineages and counts of what an arrival touches, traced anew in as much of the corpus as bears on them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from firsthand.config import Config
from firsthand.model import Annotation, Article, Attribution, Copy, Correction, Difference, Statement, Story
from firsthand.pipeline.remembered import Remembered, text_of
from firsthand.pipeline.shelf import Shelf, partners
from firsthand.text import short_hash
from firsthand.trace import OwnWords, Read, Reading, Telling, Trace, own_publishers, own_words, trace

# Articles that are read round those that are traced anew: families and those whose words they use, nearest first.
# Ours: some seconds of tracing; a family of more is judged by those.
AROUND = 3_000


@dataclass(frozen=True, slots=True)
class Linked:
    """What is linked once an arrival is told, asked for by what it touches: what was stored, under what is new."""

    shelf: Shelf
    story_of: Mapping[str, Story]
    copies: Mapping[str, Sequence[Copy]]  # of the articles whose copies changed
    gone: frozenset[str]  # statements that are no more
    statements: Mapping[str, Statement]
    attributions: Sequence[Attribution]
    differences: Sequence[Difference]
    publishers: Collection[str]  # of all linked articles
    named: Sequence[frozenset[str]] = ()  # articles of which the user said together whether they are one text

    def copies_of(self, names: Collection[str]) -> set[Copy]:
        """Return the copies that some articles take part in."""
        stored = self.shelf.copies(set(names) - self.copies.keys())
        known = {c for c in stored if c.earlier not in self.copies and c.later not in self.copies}
        found = {c for name in names for c in self.copies.get(name, ())} | known
        return {c for c in found if c.earlier in self.story_of and c.later in self.story_of}

    def beside(self, names: Collection[str]) -> set[str]:
        """Return whoever shares passages with some articles, or was named with one of them, themselves among them."""
        near = partners(self.copies_of(names), names)
        return near.union(*(n for n in self.named if not near.isdisjoint(n))) & self.story_of.keys()

    def attributions_of(self, articles: Collection[str]) -> list[Attribution]:
        """Return the attributions of the quotations of some articles."""
        wanted = set(articles)
        new = [a for a in self.attributions if a.article in wanted]
        stored = self.shelf.having("attributions", wanted, "article")
        return [*new, *(a for a in stored if a.statement not in self.gone)]

    def statements_of(self, ids: Collection[str]) -> list[Statement]:
        """Return statements by their ids."""
        new = [self.statements[i] for i in sorted(ids) if i in self.statements]
        lacking = set(ids) - self.statements.keys() - self.gone
        return [*new, *self.shelf.having("statements", lacking, "id")]

    def differences_of(self, ids: Collection[str]) -> list[Difference]:
        """Return the differences within statements."""
        new = [d for d in self.differences if d.statement in ids]
        return [*new, *self.shelf.having("differences", set(ids) - self.statements.keys() - self.gone, "statement")]


@dataclass(frozen=True, slots=True)
class Retraced:
    """Lineages, edges and counts in place of those of ``articles`` and ``subjects``."""

    trace: Trace
    articles: frozenset[str]
    subjects: frozenset[str]


def retraced(
    linked: Linked,
    touched: Iterable[Story],
    changed: Collection[str],
    config: Config,
    corrections: Sequence[Correction],
    most: int = AROUND,
) -> Retraced:
    """Trace the touched stories anew, and those of whoever shares a text with an article that ``changed``.

    About ``most`` articles are read round those that are traced.
    """
    touched = list(touched)
    near = _leaning(linked, {a for s in touched for a in s.articles} | _families(linked, changed), most)
    stories = {linked.story_of[a].id: linked.story_of[a] for a in near if a in linked.story_of}
    stories.update({s.id: s for s in touched})
    articles = {a for s in stories.values() for a in s.articles}
    statements = linked.statements_of({a.statement for a in linked.attributions_of(articles)})
    quoted = _articles_of(linked, statements)
    around = _around(linked, articles | quoted, most)
    found = _trace(linked, around, statements, config, corrections)
    subjects = frozenset(stories) | {s.id for s in statements}
    return Retraced(
        Trace(
            [line for line in found.lineages if line.article in articles],
            [edge for edge in found.edges if edge.target in articles],
            [count for count in found.counts if count.subject in subjects],
        ),
        frozenset(articles),
        subjects,
    )


def _trace(
    linked: Linked,
    around: Collection[str],
    statements: Sequence[Statement],
    config: Config,
    corrections: Sequence[Correction],
) -> Trace:
    articles = linked.shelf.articles(around)
    stories = {linked.story_of[a].id: linked.story_of[a] for a in articles}
    stories = {key: replace(s, articles=tuple(a for a in s.articles if a in articles)) for key, s in stories.items()}
    others = _publishers(linked, articles.values())
    annotations = linked.shelf.annotations(articles)
    attributions = linked.attributions_of(articles)
    quoted = {a.quotation for a in attributions}
    differences = linked.differences_of({a.statement for a in attributions})
    with own_publishers(config.trace.publishers):
        every = {**articles, **others}
        return trace(
            every,
            annotations,
            sorted(
                (c for c in linked.copies_of(articles) if c.earlier in articles and c.later in articles),
                key=lambda c: (c.earlier, c.later, c.later_start, c.earlier_start),
            ),
            [*stories.values(), *(Story(name, "", (name,), None, None) for name in others)],
            statements,
            attributions,
            [d for d in differences if d.quotation in quoted and d.other in quoted],
            corrections,
            read=_read(linked.shelf.remembered, every, annotations),
        )


def _read(
    remembered: Remembered, articles: Mapping[str, Article], annotations: Mapping[str, Annotation]
) -> Iterator[Read]:
    """Yield what is read of each article; its own words may be remembered, its credits hang on who else publishes."""

    def own(telling: Telling) -> OwnWords:
        return remembered.words.of(text_of(telling.article), partial(own_words, telling))

    reading = Reading.among(articles.values())
    for key, article in articles.items():
        yield reading.one(article, annotations.get(key), own)


def _publishers(linked: Linked, present: Iterable[Article]) -> dict[str, Article]:
    """Return an article without a word for each publisher that is not ``present``: its name is evidence all the same.

    "told Kanal Vest" is an interview once some article was published by Kanal Vest.
    """
    names = sorted(set(linked.publishers).difference(a.publisher for a in present if a.publisher))
    return {key: _wordless(key, name) for name in names for key in (short_hash("publisher", name),)}


def _wordless(key: str, publisher: str) -> Article:
    return Article(
        id=key,
        external_id=None,
        input=key,
        url=None,
        path=None,
        publisher=publisher,
        text="",
        headline=None,
        dek=None,
        bylines=(),
        dateline=None,
        published=None,
        published_precision=None,
        fetched=None,
        language=None,
        sha256="",
        page="article",
        segments=(),
        comments=(),
    )


def _articles_of(linked: Linked, statements: Iterable[Statement]) -> set[str]:
    wanted = {q for s in statements for q in s.quotations}
    found = {a.article for a in linked.attributions if a.quotation in wanted}
    return (
        found | {a.article for a in linked.shelf.having("attributions", wanted, "quotation")} & linked.story_of.keys()
    )


def _families(linked: Linked, changed: Collection[str]) -> set[str]:
    """Return the articles that share a passage with one that changed, and the families of all of these."""
    out = linked.beside(changed)
    lines = linked.shelf.having("lineages", out | set(changed), "article")
    named = {line.family for line in lines if line.family}
    return out | {line.article for line in linked.shelf.having("lineages", named, "family")} & linked.story_of.keys()


def _leaning(linked: Linked, articles: set[str], most: int) -> set[str]:
    """Return some articles with all that were found to draw on them, at first or second hand."""
    out, fresh = set(articles), set(articles)
    while fresh and len(out) < most:
        fresh = {e.target for e in linked.shelf.having("edges", fresh, "source") if e.target in linked.story_of} - out
        out |= fresh
    return out


def _around(linked: Linked, articles: set[str], most: int) -> set[str]:
    """Return articles with those of their stories, and whoever shares passages with these, up to about ``most``."""
    out: set[str] = set()
    fresh = articles
    while fresh:
        whole = {a for name in fresh for a in linked.story_of[name].articles}
        out |= whole
        fresh = linked.beside(whole) - out
        if len(out) + len(fresh) > most:
            break
    return out
