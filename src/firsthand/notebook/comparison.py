"""Two texts held against each other, as the Python interface gives it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from firsthand.model import Article, CopyKind, Span
from firsthand.notebook.html import PIECES, part, rendered
from firsthand.notebook.statement import Statement, statement_of
from firsthand.present.labels import counted, outlet_name, plural
from firsthand.present.safe import visible
from firsthand.present.tables import Tables
from firsthand.present.views.aligned import Aligned, all_aligned
from firsthand.present.views.index import Index
from firsthand.present.views.passages import SharedPassage, shared_with


@dataclass(frozen=True, slots=True)
class Changed:
    """Words that differ within a passage: ``words`` of the first text, ``other_words`` of the second in their place.

    Spans are half-open, in code points; where a side has nothing its span is empty, at the place in question.
    """

    start: int
    end: int
    other_start: int
    other_end: int
    words: str
    other_words: str


@dataclass(frozen=True, slots=True)
class SharedText:
    """A passage that both texts have: its span in the first, in the second (``other_``), half-open, in code points.

    ``kind`` is ``prose``, ``quotation`` where it is someone's words on both sides, ``public`` for words put out for
    all. ``words`` are equal, ``changed`` are not; ``changes`` are these in the order of the first text.
    """

    start: int
    end: int
    other_start: int
    other_end: int
    kind: CopyKind
    characters: int
    words: int
    changed: int
    changes: tuple[Changed, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Comparison:
    """What two texts share, and what differs in it.

    ``one`` and ``other`` are the articles in the order in which they were given. ``characters`` of the later text are
    the same words, ``share`` is which part (0 to 1) of the first one's own words that is, ``other_share`` of the
    second's. ``time`` says how much earlier or later the second was published, empty where it is not known.
    ``statements`` are utterances that both report, each with its wordings and how they differ. Sharing says that words
    are the same, not who took them from whom.

    >>> found = fh.compare(text, other)
    >>> found
    <Comparison 195 characters in 1 passage shared, 94% of the first text and ... · 1 statement in both>
    >>> [statement.wordings[1].kinds for statement in found.statements]
    [('dropped words',)]
    """

    one: Article
    other: Article
    time: str
    characters: int
    share: float
    other_share: float
    passages: tuple[SharedText, ...]
    statements: tuple[Statement, ...]

    @property
    def line(self) -> str:
        """What is shared, for reading."""
        if not self.passages:
            return "no passage shared"
        changed = sum(p.changed for p in self.passages)
        return ", ".join(
            (
                f"{self.characters:,} characters in {counted(len(self.passages), 'passage')} shared",
                f"{part(self.share)} of the first text and {part(self.other_share)} of the second",
                f"{changed:,} {plural(changed, 'word')} changed" if changed else "verbatim",
            )
        )

    @property
    def names(self) -> tuple[str, str]:
        """Labels for the two: their outlets, else which of the two it is."""
        one, other = self.one, self.other
        return visible(outlet_name(one) or "first text"), visible(outlet_name(other) or "second text")

    def __repr__(self) -> str:
        said = f" · {counted(len(self.statements), 'statement')} in both" if self.statements else ""
        return f"<Comparison {self.line}{said}>"

    def _repr_html_(self) -> str:
        pairs = [(p, _pieces(self.one, p), _pieces(self.other, p, other=True)) for p in self.passages]
        return rendered("comparison", comparison=self, pairs=pairs)


def comparison_of(tables: Tables, one: Article, other: Article) -> Comparison:
    """Return the comparison of two articles: ``tables`` hold them, their copies, and the statements of both."""
    # Texts that name no outlet are called by their place; the articles of the answer stay as they were given.
    called = [
        replace(a, external_id=a.external_id or name) for a, name in ((one, "first text"), (other, "second text"))
    ]
    index = Index(replace(tables, articles=called))
    shared = shared_with(index, one, other)
    found = sorted(shared.passages, key=lambda p: (p.here, p.other))
    passages = (_passage(one, other, p, a) for p, a in zip(found, all_aligned(one, other, found), strict=True))
    said = [statement_of(index, s) for s in tables.statements]
    return Comparison(
        one=one,
        other=other,
        time=shared.time,
        characters=shared.characters,
        share=shared.share or 0.0,
        other_share=shared.other_share or 0.0,
        passages=tuple(passages),
        statements=tuple(sorted(said, key=lambda s: (s.speaker is None, s.speaker or "", s.id))),
    )


def _passage(one: Article, other: Article, p: SharedPassage, words: Aligned) -> SharedText:
    changes = tuple(
        Changed(a.start, a.end, b.start, b.end, a.of(one.text), b.of(other.text))
        for a, b in ((step.here, step.there) for step in words.differing)
    )
    return SharedText(
        p.here.start, p.here.end, p.other.start, p.other.end, p.kind, p.characters, p.words, p.changed, changes
    )


def _pieces(article: Article, p: SharedText, *, other: bool = False) -> Sequence[tuple[str, bool]]:
    """Return a passage of one side cut where words differ: each piece with whether it differs."""
    at, end = (p.other_start, p.other_end) if other else (p.start, p.end)
    found: list[tuple[str, bool]] = []
    for change in p.changes[:PIECES]:
        span = Span(change.other_start, change.other_end) if other else Span(change.start, change.end)
        found += [(article.text[at : span.start], False), (span.of(article.text), True)]
        at = max(at, span.end)
    return [piece for piece in (*found, (article.text[at:end], False)) if piece[0]]
