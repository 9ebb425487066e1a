"""Two articles side by side: the passages that they share, in both texts, and what is known of one from the other."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from firsthand.model import Article, CopyKind, Edge, Span
from firsthand.model.span import covered
from firsthand.present.views.aligned import Aligned, all_aligned, beginning, reading
from firsthand.present.views.index import Index
from firsthand.present.views.marked import LONGEST, Mark, Paragraph, hidden, paragraphs
from firsthand.present.views.outlets import OutletRow, outlet_row
from firsthand.present.views.passages import Shared, SharedPassage, shared_with
from firsthand.present.views.verdicts import Verdict, verdicts
from firsthand.present.views.wording import Piece

# Ours: passages that a page shows, pieces of each that it writes out, and articles that one is held against.
PASSAGES, TURNS, PARTNERS = 120, 24, 3
# What the height of a pane's map stands for.
MAP = 1_000


@dataclass(frozen=True, slots=True)
class Band:
    """A passage in the map of a text: where it lies in it, and how much of it that is, of ``MAP``."""

    number: int
    kind: CopyKind
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class Pane:
    """One of the two articles. ``boilerplate`` and ``rest`` are characters that are not shown."""

    row: OutletRow
    paragraphs: tuple[Paragraph, ...]
    bands: tuple[Band, ...]
    boilerplate: int
    rest: int
    share: float | None

    @property
    def numbers(self) -> frozenset[int]:
        """The passages that this pane shows."""
        return frozenset(part.number for p in self.paragraphs for part in p.parts if part.number)


@dataclass(frozen=True, slots=True)
class Turn:
    """A piece of a passage: its words in the first article, and in the second with what differs."""

    one: str
    other: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Pairing:
    """A passage of the list, piece by piece; ``more`` pieces are not written out.

    ``here`` and ``there`` tell whether the texts as far as they are shown have it.
    """

    number: int
    passage: SharedPassage
    turns: tuple[Turn, ...]
    more: int
    here: bool
    there: bool


@dataclass(frozen=True, slots=True)
class CompareView:
    """``one`` was published first, as far as the clocks tell. ``edges`` lead from one of the two to the other.

    ``shared`` is as the second article has it. ``more`` passages are not shown. ``story`` is the one that both are in,
    ``verdicts`` what a user can say of them.
    """

    one: Pane
    other: Pane
    shared: Shared
    pairings: tuple[Pairing, ...]
    more: int
    edges: tuple[Edge, ...]
    story: str | None
    verdicts: tuple[Verdict, ...]


def ordered(one: Article, other: Article) -> tuple[Article, Article]:
    """Return two articles in the order in which a page of both names them: as ``Copy`` has them, the earlier first."""
    return (one, other) if one.order <= other.order else (other, one)


@dataclass(frozen=True, slots=True)
class Partners:
    """What an article is worth being held against, and how many others it shares passages with."""

    shared: tuple[Shared, ...]
    more: int


def partners(index: Index, article: Article) -> Partners:
    """Return what ``article`` shares with a few others: with those that it is known to draw on first, then with those
    that it shares most with. These are the pairs that have a page.
    """
    known = _ranked(index, article)
    shared = tuple(shared_with(index, article, index.articles[i]) for i in known[:PARTNERS])
    return Partners(shared, len(known) - len(shared))


def paired(index: Index, article: Article, other: str) -> bool:
    """Tell whether ``other`` is among the partners of ``article``: whether the two have a page."""
    return other in _ranked(index, article)[:PARTNERS]


def _ranked(index: Index, article: Article) -> list[str]:
    """Return all that ``article`` shares passages with, in the order of ``partners``."""
    size: Counter[str] = Counter()
    for copy in index.copies_of.get(article.id, ()):
        size[copy.later if copy.earlier == article.id else copy.earlier] += copy.characters
    sources = {edge.source for edge in index.edges_to.get(article.id, ())}
    return sorted((i for i in size if i in index.articles), key=lambda i: (i not in sources, -size[i], i))


def compare_view(index: Index, first: str, second: str) -> CompareView | None:
    """Return two articles side by side; None where one is not known, both are one, or ``second`` is the earlier."""
    one, other = index.articles.get(first), index.articles.get(second)
    if one is None or other is None or ordered(one, other) != (one, other) or one.id == other.id:
        return None
    shared = shared_with(index, other, one)
    found = sorted((_turned(p) for p in shared.passages), key=lambda p: (p.here, p.other))
    words = list(all_aligned(one, other, found[:PASSAGES]))
    left = _pane(index, one, *_marked(found, words, other=False), shared.other_share)
    right = _pane(index, other, *_marked(found, words, other=True), shared.share)
    here, there = left.numbers, right.numbers
    pairings = (
        Pairing(
            n,
            passage,
            tuple(Turn(beginning(one, s.here), reading(one, other, s, a.differing)) for s in a.steps[:TURNS]),
            max(0, len(a.steps) - TURNS),
            n in here,
            n in there,
        )
        for n, (passage, a) in enumerate(zip(found, words, strict=False), 1)
    )
    story = index.story_of.get(one.id)
    story = story if story == index.story_of.get(other.id) else None
    more = max(0, len(found) - PASSAGES)
    edges, said = _edges(index, one, other), verdicts(index, one, other, story)
    return CompareView(left, right, shared, tuple(pairings), more, edges, story, said)


def _turned(p: SharedPassage) -> SharedPassage:
    return SharedPassage(p.other, p.here, p.kind, p.characters, p.words, p.changed)


def _marked(found: Sequence[SharedPassage], words: Sequence[Aligned], *, other: bool) -> tuple[list[Mark], list[Span]]:
    """Return the passages of one side with their pieces, and the words in them that differ."""
    marks, changed = [], []
    for number, (passage, a) in enumerate(zip(found, words, strict=False), 1):
        for piece, step in enumerate(a.steps, 1):
            marks.append(Mark(number, piece, passage.kind, step.there if other else step.here))
        changed += [run.there if other else run.here for run in a.differing]
    return marks, covered(span for span in changed if span)


def _pane(index: Index, article: Article, marks: Sequence[Mark], changed: Sequence[Span], share: float | None) -> Pane:
    end = max((s.end for s in article.segments if s.kind != "comment"), default=1)
    shown = paragraphs(article, marks, changed)
    bands = _bands(marks, max(1, min(LONGEST, end)))
    return Pane(outlet_row(index, article), tuple(shown), tuple(bands), *hidden(article), share)


def _bands(marks: Sequence[Mark], end: int) -> Iterator[Band]:
    whole: dict[int, Span] = {}
    for m in marks:
        so_far = whole.get(m.number, m.span)
        whole[m.number] = Span(min(so_far.start, m.span.start), max(so_far.end, m.span.end))
    kinds = {m.number: m.kind for m in marks}
    for number, span in whole.items():
        if span.start < end:
            height = MAP * (min(span.end, end) - span.start) / end
            # A short passage stays visible.
            yield Band(number, kinds[number], round(MAP * span.start / end, 1), round(max(height, 6), 1))


def _edges(index: Index, one: Article, other: Article) -> tuple[Edge, ...]:
    return tuple(
        edge
        for source, target in ((one, other), (other, one))
        for edge in index.edges_to.get(target.id, ())
        if edge.source == source.id
    )
