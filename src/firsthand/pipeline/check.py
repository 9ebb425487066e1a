"""Where did this come from: one article that is not stored, held against a corpus of which little is read.

Candidates are the articles that share fingerprints with it, by the stored index, and those that ``near`` names, by
their words. They are read by their ids, aligned with it as pairs of the corpus are, and a story and statements are
found among them by the same linking as in a corpus: so one answer says what the pages say.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from firsthand.config import LinkConfig
from firsthand.link.copies import copies_between, lookup, whole
from firsthand.link.recurring import without
from firsthand.link.statements import link_statements
from firsthand.link.stories import link_stories
from firsthand.model import Annotation, Article, Attribution, Copy, Count, Lineage, Quotation, Statement, Story
from firsthand.pipeline.copies import stored_index

# Ours: articles that are aligned, and others of the story whose quotations are read. What a text shares most with comes
# first; 40 alignments take less than half a second.
ALIGNED, TOLD = 40, 40
# The share of the text that must be prose of another article for it to tell that one's story without a further look: as
# between two articles of a corpus, a shared half is as good as certain. Ours.
HALF = 0.5

# Letters and digits from which on equal words of two quotations are no chance: about eight words. Ours.
SAME = 32

Near = Callable[[Article, Annotation], Sequence[str]]


class Stored(Protocol):
    """How a corpus is asked: by ids, and for the index."""

    def having(self, name: str, column: str, values: Iterable[str]) -> list[Any]:
        """Return the records of a table that have one of ``values`` in ``column``."""
        ...

    def arrays(self, name: str) -> list[dict[str, Any]]:
        """Return the segments of a set of arrays."""
        ...


@dataclass(frozen=True, slots=True)
class Match:
    """What a corpus has of an article: the records that tell it, under the names of their tables.

    ``article`` is the id of the one asked about, which is among ``articles`` and in ``copies`` and in no other table;
    ``story`` that of the story that it tells, None where no story of the corpus is near. ``capped`` tells whether more
    articles may share passages with it than were aligned. ``said`` maps its quotations to the statements that they
    report.
    """

    article: str
    story: str | None
    capped: bool
    said: Mapping[str, str]
    articles: list[Article]
    annotations: list[Annotation]
    copies: list[Copy]
    stories: list[Story]
    statements: list[Statement]
    attributions: list[Attribution]
    lineages: list[Lineage]
    counts: list[Count]


def match(article: Article, annotation: Annotation, stored: Stored, config: LinkConfig, near: Near) -> Match:
    """Return what a corpus has of ``article``, whose id nothing stored has. ``near`` gives ids of stored articles.

    Reads no more of the corpus than the index, the columns of ids, and the records of some dozens of articles.
    Raises ConfigError where the settings name a file that cannot be read.
    """
    found = lookup(stored_index(stored), article, ALIGNED + 1)
    read = _Read(stored, found[:ALIGNED])
    pairs = [(article.id, name) for name in read.articles]
    texts, notes = {**read.articles, article.id: article}, {**read.annotations, article.id: annotation}
    copies = list(whole(copies_between(pairs, texts, notes)))
    stories = stored.having("stories", "articles", read.articles)
    story = _carried(article, copies, stories)
    if story is None:
        read.add(near(article, annotation))
        stories = stored.having("stories", "articles", read.articles)
        story = _linked(article, annotation, read, copies, stories, config)
    read.add(_told(story, read.articles))
    said, statements, attributions = _said(article, annotation, read, story, stories, stored, config)
    shown = _shown(article.id, copies, statements, attributions, story)
    subjects = {*(s.id for s in statements), *(s.id for s in stories)}
    return Match(
        article.id,
        story.id if story else None,
        len(found) > ALIGNED,
        said,
        [article, *(read.stored[name] for name in sorted(shown & read.stored.keys()))],
        [annotation, *(read.notes[name] for name in sorted(shown & read.notes.keys()))],
        copies,
        stories,
        statements,
        attributions,
        stored.having("lineages", "article", shown),
        stored.having("counts", "subject", subjects),
    )


class _Read:
    """Articles and annotations of the corpus: ``stored`` as they are, ``articles`` without what recurs."""

    def __init__(self, stored: Stored, names: Iterable[str]) -> None:
        self._from = stored
        self.stored: dict[str, Article] = {}
        self.notes: dict[str, Annotation] = {}
        self.articles: dict[str, Article] = {}
        self.annotations: dict[str, Annotation] = {}
        self.add(names)

    def add(self, names: Iterable[str]) -> None:
        """Read the articles that are not read yet."""
        wanted = set(names) - self.stored.keys()
        if not wanted:
            return
        found = {a.id: a for a in self._from.having("articles", "id", wanted)}
        notes = {a.article: a for a in self._from.having("annotations", "article", wanted)}
        kept = without(found, notes, self._from.having("recurring", "article", wanted))
        self.stored |= found
        self.notes |= notes
        self.articles |= kept[0]
        self.annotations |= kept[1]


def _carried(article: Article, copies: Sequence[Copy], stories: Sequence[Story]) -> Story | None:
    """Return the story of the texts that the article carries, where one of them is half of it."""
    home = {name: story.id for story in stories for name in story.articles}
    votes: Counter[str] = Counter()
    for copy in copies:
        here, other = (copy.later_share, copy.earlier) if copy.later == article.id else _earlier(copy)
        if copy.kind == "prose" and here >= HALF and other in home:
            votes[home[other]] += copy.characters
    return _most(votes, stories)


def _linked(
    article: Article,
    annotation: Annotation,
    read: "_Read",
    copies: Sequence[Copy],
    stories: Sequence[Story],
    config: LinkConfig,
) -> Story | None:
    """Return the story of most of the articles that linking puts together with the article."""
    home = {name: story.id for story in stories for name in story.articles}
    notes = {**read.annotations, article.id: annotation}
    linked = link_stories([*read.articles.values(), article], notes, copies, config)
    together = next((s.articles for s in linked if article.id in s.articles), ())
    return _most(Counter(home[name] for name in together if name in home), stories)


def _most(votes: Mapping[str, int], stories: Sequence[Story]) -> Story | None:
    """Return the story with the most votes, of equals the one with the least id."""
    best = min(votes, key=lambda name: (-votes[name], name), default=None)
    return next((story for story in stories if story.id == best), None)


def _earlier(copy: Copy) -> tuple[float, str]:
    return copy.earlier_share, copy.later


def _told(story: Story | None, read: Mapping[str, Article]) -> list[str]:
    """Return the articles of the story whose quotations are read too: the earliest, in which most words are first."""
    others = [name for name in story.articles if name not in read] if story else []
    return others[:TOLD]


def _said(
    article: Article,
    annotation: Annotation,
    read: _Read,
    story: Story | None,
    stories: Sequence[Story],
    stored: Stored,
    config: LinkConfig,
) -> tuple[dict[str, str], list[Statement], list[Attribution]]:
    """Return the statements that the article's quotations report, by quotation, with the attributions of the others."""
    if not annotation.quotations:
        return {}, [], []
    known, notes = {**read.articles, article.id: article}, {**read.annotations, article.id: annotation}
    as_if = [replace(s, articles=(*s.articles, article.id)) if story and s.id == story.id else s for s in stories]
    ours = {q.id for q in annotation.quotations}
    groups = [s.quotations for s in link_statements(known, notes, as_if, config).statements if ours & {*s.quotations}]
    alone = {name for group in groups if len(group) == 1 for name in group}
    groups += _same_words(article, [q for q in annotation.quotations if q.id in alone], read)
    others = {q for group in groups for q in group} - ours
    attributions: list[Attribution] = stored.having("attributions", "quotation", others) if others else []
    home = {a.quotation: a.statement for a in attributions}
    said: dict[str, str] = {}
    for group in groups:
        votes = Counter(home[q] for q in group if q in home)
        if votes:
            said |= dict.fromkeys(ours.intersection(group), min(votes, key=lambda name: (-votes[name], name)))
    statements: list[Statement] = stored.having("statements", "id", set(said.values())) if said else []
    return said, statements, [a for a in attributions if a.statement in said.values()]


def _same_words(article: Article, alone: Iterable[Quotation], read: "_Read") -> list[tuple[str, ...]]:
    """Return quotations that report no statement known, each with those that have its words, whoever is said to speak.

    Linking keeps them apart where another one is named as the speaker; where words come from is asked here.
    """
    held: defaultdict[str, list[str]] = defaultdict(list)
    for name, note in read.annotations.items():
        for quotation in note.quotations:
            held[_letters(quotation.words(read.articles[name].text))].append(quotation.id)
    words = ((q.id, _letters(q.words(article.text))) for q in alone)
    return [(name, *held[letters]) for name, letters in words if len(letters) >= SAME and letters in held]


def _letters(words: str) -> str:
    return "".join(c for c in words.casefold() if c.isalnum())


def _shown(
    article: str,
    copies: Sequence[Copy],
    statements: Sequence[Statement],
    attributions: Sequence[Attribution],
    story: Story | None,
) -> set[str]:
    """Return the articles that what was found speaks of."""
    sharing = {name for copy in copies for name in (copy.earlier, copy.later)}
    reporting = {a.article for a in attributions} if statements else set()
    return (sharing | reporting | set(story.articles[:TOLD] if story else ())) - {article}
