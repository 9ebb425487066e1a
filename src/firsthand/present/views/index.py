"""The tables of a corpus by id, read once and shared by every view."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from firsthand.errors import NotFound
from firsthand.model import (
    Annotation,
    Article,
    Attribution,
    Copy,
    Count,
    Difference,
    Edge,
    Lineage,
    Quotation,
    Statement,
    Story,
    Storyline,
)
from firsthand.present.labels import moment, outlet, when
from firsthand.present.tables import Tables
from firsthand.present.views.moved import moved

if TYPE_CHECKING:  # facts are found through an index
    from firsthand.present.views.facts import Given

# An id that firsthand made; a shorter beginning of an id says too little.
_OURS = re.compile(r"[0-9a-f]{16}")
_BEGINNING = re.compile(r"[0-9a-f]{4,}")
# The rule of a reason that says why a clock is not believed.
_CLOCK = "clock"


@dataclass(frozen=True)
class Index:
    """``tables`` with a way to each record by id. Ids that nothing has are left to the caller: ``.get``.

    ``given`` are facts of articles that were found before, by article; see ``views.facts``. ``parts`` are the further
    pages of their stories that statements stand on, by statement; see ``limits.beyond``.
    """

    tables: Tables
    given: "Mapping[str, tuple[Given, ...]]" = field(default_factory=dict)
    parts: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def articles(self) -> dict[str, Article]:
        """Articles by id."""
        return {a.id: a for a in self.tables.articles}

    @cached_property
    def annotations(self) -> dict[str, Annotation]:
        """Annotations by article."""
        return {a.article: a for a in self.tables.annotations}

    @cached_property
    def quotations(self) -> dict[str, Quotation]:
        """Quotations by id."""
        return {q.id: q for a in self.tables.annotations for q in a.quotations}

    @cached_property
    def attributions(self) -> dict[str, Attribution]:
        """Attributions by quotation."""
        return {a.quotation: a for a in self.tables.attributions}

    @cached_property
    def statements(self) -> dict[str, Statement]:
        """Statements by id."""
        return {s.id: s for s in self.tables.statements}

    @cached_property
    def statements_of(self) -> dict[str, tuple[str, ...]]:
        """The ids of the statements that an article reports, by article, sorted."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for statement in self.tables.statements:
            for quotation in self.quotations_of(statement):
                found[quotation.article].add(statement.id)
        return {article: tuple(sorted(ids)) for article, ids in found.items()}

    @cached_property
    def stories(self) -> dict[str, Story]:
        """Stories by id."""
        return {s.id: s for s in self.tables.stories}

    @cached_property
    def story_of(self) -> dict[str, str]:
        """The story's id by article."""
        return {article: s.id for s in self.tables.stories for article in s.articles}

    @cached_property
    def storylines_of(self) -> dict[str, tuple[Storyline, ...]]:
        """The storylines that a story stands in, by story."""
        found: defaultdict[str, list[Storyline]] = defaultdict(list)
        for storyline in sorted(self.tables.storylines, key=lambda s: s.id):
            for story in storyline.stories:
                found[story].append(storyline)
        return {story: tuple(lines) for story, lines in found.items()}

    @cached_property
    def lineages(self) -> dict[str, Lineage]:
        """Lineages by article."""
        return {lineage.article: lineage for lineage in self.tables.lineages}

    @cached_property
    def edges(self) -> dict[str, list[Edge]]:
        """Edges by story, sorted."""
        found: defaultdict[str, list[Edge]] = defaultdict(list)
        for edge in sorted(self.tables.edges, key=lambda e: (e.story, e.source, e.target, e.evidence)):
            found[edge.story].append(edge)
        return dict(found)

    @cached_property
    def edges_to(self) -> dict[str, list[Edge]]:
        """Edges by the article that they lead to, sorted."""
        found: defaultdict[str, list[Edge]] = defaultdict(list)
        for edges in self.edges.values():
            for edge in edges:
                found[edge.target].append(edge)
        return dict(found)

    @cached_property
    def copies_of(self) -> dict[str, list[Copy]]:
        """The passages that an article shares, by article."""
        found: defaultdict[str, list[Copy]] = defaultdict(list)
        for copy in self.tables.copies:
            found[copy.earlier].append(copy)
            found[copy.later].append(copy)
        return dict(found)

    @cached_property
    def counts(self) -> dict[str, Count]:
        """Counts by the story or statement that they are of."""
        return {c.subject: c for c in self.tables.counts}

    @cached_property
    def differences(self) -> dict[str, Difference]:
        """How a quotation differs from the one that stands for its statement, by the quotation."""
        return {d.other: d for d in self.tables.differences}

    @cached_property
    def exported(self) -> dict[str, str]:
        """The id that an article is exported under, by its own id.

        It is the id that the user gave. Of several articles that were given one id the first published keeps it, the
        others are called by it, ``~`` and the first eight digits of their own.
        """
        taken: set[str] = set()
        names: dict[str, str] = {}
        for article in sorted(self.tables.articles, key=by_time):
            name = article.external_id or article.id
            names[article.id] = f"{name}~{article.id[:8]}" if name in taken else name
            taken.add(names[article.id])
        return names

    def name(self, article: str) -> str:
        """Return the id that ``article`` is exported under; a name that is no article's id stays as it is."""
        return self.exported.get(article, article)

    def origin(self, name: str) -> str:
        """Return an origin for reading: an article, or an outlet without a name, by its outlet's label."""
        article = self.articles.get(name) or self._unnamed.get(name)
        return outlet(article) if article else name

    @cached_property
    def _unnamed(self) -> dict[str, Article]:
        """Articles whose outlet is not known, by the name that tracing has for it."""
        return {f"unnamed outlet of {a.external_id or a.id}": a for a in self.tables.articles if not a.publisher}

    def in_time(self, ids: Iterable[str]) -> list[Article]:
        """Return the known articles of ``ids``, oldest first; those without a time that can be used come last."""
        found = {a.id: a for i in ids if (a := self.articles.get(i))}.values()
        return sorted(found, key=lambda a: (not self.is_timed(a), *self.moments[a.id]))

    @cached_property
    def moments(self) -> dict[str, tuple[str, str]]:
        """What sorts each article by its time of publication, by article; see ``by_time``."""
        return {a.id: by_time(a) for a in self.tables.articles}

    def is_timed(self, article: Article) -> bool:
        """Tell whether an article has a time, and tracing did not find that it cannot be right."""
        lineage = self.lineages.get(article.id)
        return bool(article.published) and not any(r.rule == _CLOCK for r in (lineage.reasons if lineage else ()))

    def time(self, article: Article) -> str:
        """Return when an article was published, for reading."""
        said = when(article.published, article.published_precision)
        return said if self.is_timed(article) or not article.published else f"time not usable (it says {said})"

    def days(self, story: Story) -> str:
        """Return the days on which a story's articles were published, for reading; only of times that can be used."""
        timed = [a for a in self.in_time(story.articles) if self.is_timed(a)]
        first, last = (when((a.published or "")[:10]) for a in (timed[0], timed[-1])) if timed else (when(None),) * 2
        return first if first == last else f"{first} to {last}"

    def quotations_of(self, statement: Statement) -> list[Quotation]:
        """Return the statement's known quotations, in its order."""
        return [q for i in statement.quotations if (q := self.quotations.get(i)) and q.article in self.articles]

    def find(self, identity: str) -> Article | Story | Statement:
        """Return what has this id, an article also by its exported id; of an id that firsthand made the beginning will
        do where no other begins so. Of a story or statement that was joined with another the other is found. Raises
        NotFound, which names the nearest ids.
        """
        found = self._having(identity)
        if found is None and _BEGINNING.fullmatch(identity):
            begun = self._begun(identity)
            found = self._having(begun[0]) if len(begun) == 1 else None
        found = found or self._having(self.moved(identity))
        if found is None:
            raise NotFound(self._unknown(identity))
        return found

    def moved(self, identity: str) -> str:
        """Return the id of the story or statement that what had ``identity`` is part of now, empty where it is still
        the id of something, or nothing tells; see ``views.moved``.
        """
        return "" if self._having(identity) or not _OURS.fullmatch(identity) else moved(self, identity)

    def _having(self, identity: str) -> Article | Story | Statement | None:
        own = self.articles.get(identity) or self.stories.get(identity) or self.statements.get(identity)
        return own or self.articles.get(self._named.get(identity, ""))

    def _begun(self, beginning: str) -> list[str]:
        """Return the ids that firsthand made and that begin so."""
        ours = (*self.articles, *self.stories, *self.statements)
        return sorted(i for i in ours if beginning and i.startswith(beginning))

    @cached_property
    def _named(self) -> dict[str, str]:
        """The own ids of articles by those that they are exported under."""
        return {name: article for article, name in self.exported.items()}

    def _unknown(self, identity: str) -> str:
        # Imported here because only a mistyped id needs it.
        from difflib import get_close_matches

        if len(begun := self._begun(identity)) > 1:
            return f"{len(begun):,} ids begin with {identity!r}, as {' and '.join(begun[:2])} do: give more of it"
        if told := self.attributions.get(identity):
            return f"{identity} is a quotation; give the id of the statement that it reports, {told.statement}"
        gone = f"nothing in this corpus has the id {identity!r}"
        if made := [c.number for c in self.tables.corrections if identity in c.given]:
            return f"{gone} any more; firsthand corrections says what became of it (correction {made[-1]})"
        known = sorted({*self.exported.values(), *self.articles, *self.stories, *self.statements})
        near = get_close_matches(identity, known[:20_000], n=3, cutoff=0.5)
        hint = f"; the nearest are {', '.join(near)}" if near else "; firsthand show lists the stories"
        return f"{gone}{hint}"


def by_time(article: Article) -> tuple[str, str]:
    """A key that sorts articles by time of publication, ties by id."""
    return moment(article.published), article.id
