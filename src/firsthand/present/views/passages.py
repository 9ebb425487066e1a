"""The passages that two articles share, as a reader sees them: how much, how exact, and which words were changed."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from firsthand.model import Article, Copy, CopyKind, SegmentKind, Span
from firsthand.present.labels import apart, counted, plural, shorten
from firsthand.present.views.index import Index
from firsthand.text import Token, tokens

# Ours: past so many words a reader does not look at every change, and comparing would take long.
_COMPARED = 600
# The segments whose words are an article's own.
OWN: tuple[SegmentKind, ...] = ("headline", "dek", "body")
_SAID = 80  # characters of a change that are shown


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the other article and what stands for them in the article in question; either may be empty."""

    other: str
    here: str


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """A passage by its span in the article in question and in the other; ``words`` are equal, ``changed`` are not."""

    here: Span
    other: Span
    kind: CopyKind
    characters: int
    words: int
    changed: int


@dataclass(frozen=True, slots=True)
class Shared:
    """All that an article shares with one other.

    ``share`` is which part (0 to 1) of its own words that is, ``other_share`` of the other's, None where they were not
    measured. ``time`` is how much earlier or later the other was published, empty where clocks do not tell.
    """

    other: Article
    time: str
    characters: int
    share: float | None
    other_share: float | None
    passages: tuple[SharedPassage, ...]

    @property
    def changed(self) -> int:
        """How many words of the passages were changed."""
        return sum(p.changed for p in self.passages)


def shared_passages(index: Index, article: Article) -> tuple[Shared, ...]:
    """Return what ``article`` shares with each other article, those that it shares most with first."""
    by_other: defaultdict[str, list[Copy]] = defaultdict(list)
    for copy in index.copies_of.get(article.id, ()):
        by_other[copy.later if copy.earlier == article.id else copy.earlier].append(copy)
    found = [
        _shared(index, article, index.articles[o], copies) for o, copies in by_other.items() if o in index.articles
    ]
    return tuple(sorted(found, key=lambda s: (-s.characters, s.other.id)))


def shared_with(index: Index, article: Article, other: Article) -> Shared:
    """Return what ``article`` shares with ``other``; nothing shared is an empty one."""
    copies = [c for c in index.copies_of.get(article.id, ()) if other.id in (c.earlier, c.later)]
    return _shared(index, article, other, copies)


def changes(article: Article, other: Article, passage: SharedPassage) -> Iterator[Change]:
    """Yield the runs of words that differ in a passage, in the order of ``article``, as far as they are compared."""
    a, b = own_words(other, passage.other)[:_COMPARED], own_words(article, passage.here)[:_COMPARED]
    matcher = SequenceMatcher(None, [t.norm for t in a], [t.norm for t in b], autojunk=False)
    for tag, i, j, k, n in matcher.get_opcodes():
        if tag != "equal":
            yield Change(_said(other.text, a[i:j]), _said(article.text, b[k:n]))


def own_words(article: Article, span: Span) -> list[Token]:
    """Return the article's own words in a span: passages run on over bylines, captions and the like."""
    out: list[Token] = []
    for segment in article.parts(*OWN):
        out += tokens(article.text, max(segment.start, span.start), min(segment.end, span.end))
    return out


def amount(shared: Shared) -> str:
    """Return how much an article shares with another, in words: characters, shares, and whether words were changed."""
    parts = [f"{shared.characters:,} characters in {counted(len(shared.passages), 'passage')}"]
    if shared.share is not None and shared.other_share is not None:
        parts.append(f"{_percent(shared.share)} of this article, {_percent(shared.other_share)} of that one")
        parts.append(f"{shared.changed:,} {plural(shared.changed, 'word')} changed" if shared.changed else "verbatim")
    return "; ".join(parts)


def _shared(index: Index, article: Article, other: Article, copies: Sequence[Copy]) -> Shared:
    shares = [(c.earlier_share, c.later_share) for c in copies]
    here = [share[c.later == article.id] for share, c in zip(shares, copies, strict=True)]
    there = [share[c.earlier == article.id] for share, c in zip(shares, copies, strict=True)]
    measured = all(c.words for c in copies)
    timed = index.is_timed(article) and index.is_timed(other)
    return Shared(
        other,
        apart(article.published, other.published) if timed else "",
        sum(c.characters for c in copies),
        min(1.0, sum(here)) if measured else None,
        min(1.0, sum(there)) if measured else None,
        tuple(sorted((_passage(c, article) for c in copies), key=lambda p: p.here)),
    )


def _passage(c: Copy, article: Article) -> SharedPassage:
    spans = Span(c.earlier_start, c.earlier_end), Span(c.later_start, c.later_end)
    here, other = spans if c.earlier == article.id else spans[::-1]
    return SharedPassage(here, other, c.kind, c.characters, c.words, c.changed)


def _said(text: str, run: Sequence[Token]) -> str:
    return shorten(text[run[0].start : run[-1].end], _SAID) if run else ""


def _percent(share: float) -> str:
    return f"{100 * share:.0f}%" if share >= 0.01 else "under 1%"
