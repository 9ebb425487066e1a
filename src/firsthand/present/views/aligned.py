"""A shared passage word by word: which words differ, and which piece of one text stands for which of the other."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from firsthand.model import Article, DifferenceKind, Span
from firsthand.present.views.passages import OWN, SharedPassage, own_words
from firsthand.present.views.wording import Piece
from firsthand.text import Token

# Ours: words of a passage that are compared, and characters that are looked through for them; pieces that it is cut
# into; characters of a piece that are written out; characters of all passages of a page.
_COMPARED, _READ, _PIECES, _WRITTEN, _ALL = 4_000, 40_000, 80, 1_200, 200_000


@dataclass(frozen=True, slots=True)
class Step:
    """A piece of a passage: about a paragraph, on either side."""

    here: Span
    there: Span


@dataclass(frozen=True, slots=True)
class Aligned:
    """A passage word by word. ``differing`` are runs of words that one side has otherwise or not at all, where they
    stand on either side; ``steps`` are the passage cut at the paragraphs of both.
    """

    differing: tuple[Step, ...]
    steps: tuple[Step, ...]


def all_aligned(one: Article, other: Article, passages: Iterable[SharedPassage]) -> Iterator[Aligned]:
    """Yield how each passage of ``one`` stands in ``other``. Where passages overlap, their texts add up without end:
    those that come after ``_ALL`` characters are not compared.
    """
    read = 0
    for p in passages:
        read += min(len(p.here), _READ) + min(len(p.other), _READ)
        yield aligned(one, other, p) if read <= _ALL else Aligned((), (Step(p.here, p.other),))


def aligned(one: Article, other: Article, passage: SharedPassage) -> Aligned:
    """Return how a passage of ``one`` (``passage.here``) stands in ``other``; of a very long one the end is not cut."""
    a, b = _words(one, passage.here), _words(other, passage.other)
    differing: list[Step] = []
    borders: list[tuple[int, int]] = []
    cut = _COMPARED in (len(a), len(b)) or max(len(passage.here), len(passage.other)) > _READ
    i = j = 0
    # Between two runs of equal words, all that differs is one change, whatever the steps of the distance are.
    for block in Levenshtein.opcodes([t.norm for t in a], [t.norm for t in b]).as_matching_blocks():
        if cut and not block.size:
            break  # where the words were cut off, nothing tells what the other side has instead
        if i < block.a or j < block.b:
            run = Step(_span(a, i, block.a, passage.here), _span(b, j, block.b, passage.other))
            borders.append((run.here.start, run.there.start))
            differing.append(run)
        i, j = block.a + block.size, block.b + block.size
        borders += ((x.start, y.start) for x, y in zip(a[block.a : i], b[block.b : j], strict=True))
    return Aligned(tuple(differing), tuple(_steps(one, other, passage, borders)))


def _words(article: Article, span: Span) -> list[Token]:
    return own_words(article, Span(span.start, min(span.end, span.start + _READ)))[:_COMPARED]


def reading(one: Article, other: Article, step: Step, differing: Sequence[Step]) -> tuple[Piece, ...]:
    """Return a piece of a passage as ``other`` has it, held against ``one``: see ``Piece``."""
    at, end = step.there.start, min(step.there.end, step.there.start + _WRITTEN)
    found: list[Piece] = []
    for run in differing:
        if not _within(run, step):
            continue
        if run.there.end > end:
            break
        start = max(at, run.there.start)
        found.append(Piece(other.text[at:start]))
        found.append(Piece(run.there.of(other.text), run.here.of(one.text), _kind(run)))
        at = max(start, run.there.end)
    found.append(Piece(other.text[at:end] + ("…" if end < step.there.end else "")))
    return tuple(p for p in found if p.text or p.dropped)


def _within(run: Step, step: Step) -> bool:
    """Tell whether a change stands in a step: by the second text's words, where it has none by the first's."""
    if run.there:
        return step.there.start <= run.there.start < step.there.end
    return step.here.start <= run.here.start < step.here.end


def _kind(run: Step) -> DifferenceKind:
    if run.here and run.there:
        return "changed words"
    return "added words" if run.there else "dropped words"


def beginning(article: Article, span: Span) -> str:
    """Return as much of a piece as a list of passages writes out."""
    return article.text[span.start : min(span.end, span.start + _WRITTEN)] + ("…" if len(span) > _WRITTEN else "")


def _steps(one: Article, other: Article, passage: SharedPassage, borders: Sequence[tuple[int, int]]) -> Iterator[Step]:
    """Yield the passage cut where a paragraph begins on either side, at the words that both sides have there."""
    starts = [_paragraphs(article, span) for article, span in ((one, passage.here), (other, passage.other))]
    cuts: set[tuple[int, int]] = set()
    for side, found in enumerate(starts):
        places = [border[side] for border in borders]
        for start in found:
            n = bisect_left(places, start)
            # What only the other side has where a paragraph begins here belongs to what came before.
            if n < len(places):
                cuts.add(borders[bisect_right(places, places[n]) - 1])
    at = passage.here.start, passage.other.start
    for here, there in sorted(cuts)[:_PIECES]:
        cut = _snapped(one.text, here, starts[0]), _snapped(other.text, there, starts[1])
        if at[0] < cut[0] and at[1] < cut[1]:
            yield Step(Span(at[0], cut[0]), Span(at[1], cut[1]))
            at = cut
    yield Step(Span(at[0], passage.here.end), Span(at[1], passage.other.end))


def _paragraphs(article: Article, span: Span) -> list[int]:
    """Return where paragraphs of the article's own words begin within a passage."""
    parts = (s for s in article.parts(*OWN) if s.start < span.end and span.start < s.end)
    found = (p.start for s in parts for p in article.paragraphs(max(s.start, span.start), min(s.end, span.end)))
    return [start for start in found if span.start < start]


def _snapped(text: str, place: int, starts: Sequence[int]) -> int:
    """Return where a paragraph begins if only marks and blanks part ``place`` from it, else the place itself."""
    n = bisect_right(starts, place)
    for start in starts[max(0, n - 1) : n + 1]:
        if not any(c.isalnum() for c in text[min(start, place) : max(start, place)]):
            return start
    return place


def _span(found: Sequence[Token], first: int, last: int, whole: Span) -> Span:
    """Return the span of some of the words; of none, the place behind the word before."""
    if first < last:
        return Span(found[first].start, found[last - 1].end)
    place = found[first - 1].end if first else whole.start
    return Span(place, place)
