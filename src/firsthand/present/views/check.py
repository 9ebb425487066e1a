"""Where a text that is not in the corpus comes from, as far as the corpus tells: for the page and the terminal."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from firsthand.model import Article, CopyKind, Count, Credit, Quotation, SegmentKind, Span, Statement, Story
from firsthand.present.labels import counted, moment, outlet, outlets_line
from firsthand.present.tables import Tables
from firsthand.present.views.index import Index
from firsthand.present.views.outlets import OutletRow, outlet_row
from firsthand.present.views.passages import OWN, Shared, shared_passages


@dataclass(frozen=True, slots=True)
class Checked:
    """What a corpus has of an article that was checked against it: see ``Corpus.check``.

    ``tables`` hold the records that tell it: the article itself, under the id ``article``, and of the corpus those that
    share text with it, its ``story`` (an id, None where the corpus has none that it tells), and the statements that
    its quotations report: ``said`` maps the ids of quotations to those of statements. ``capped`` tells whether more
    articles may share text with it than were looked at.
    """

    article: str
    story: str | None
    capped: bool
    said: Mapping[str, str]
    tables: Tables


@dataclass(frozen=True, slots=True)
class Told:
    """A story: how many articles tell it, and its count."""

    story: Story
    articles: int
    count: Count | None


@dataclass(frozen=True, slots=True)
class SharedWith:
    """A stored article that shares passages with the text, and what is known of where that one comes from.

    ``story`` is the one that it tells, None where it is in none.
    """

    shared: Shared
    row: OutletRow
    story: str | None


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation of the text: its ``words``, and the statement that it reports; None where the corpus has none.

    ``verbatim`` tells whether the words are those that stand for the statement, case, marks and blanks aside;
    ``other`` is the speaker that the statement has where the text names another one or none.
    """

    quotation: Quotation
    words: str
    statement: Statement | None
    count: Count | None
    story: str | None
    verbatim: bool
    other: str | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of the text; ``kind`` is what the corpus has of it, None where it has nothing."""

    text: str
    kind: CopyKind | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the text, and what kind of text it is."""

    kind: SegmentKind
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class CheckView:
    """All of an answer. ``line`` says it in a sentence or two; ``share`` is which part (0 to 1) of the text's own words
    stands in articles of the corpus. ``earliest`` is the first published of those that have the most of it.
    ``paragraphs`` are the text with what the corpus has of it marked; ``hidden`` characters of boilerplate and of a
    long text's end are not in them, nor are readers' comments.
    """

    article: Article
    line: str
    share: float
    story: Told | None
    earliest: SharedWith | None
    shared: tuple[SharedWith, ...]
    said: tuple[Said, ...]
    credits: tuple[Credit, ...]
    paragraphs: tuple[Paragraph, ...]
    hidden: int


# Of the articles that share most, those with this share of the most shared are asked which was first: reprints differ
# by a paragraph. Ours.
_NEARLY = 0.8
# Characters of the text that are shown. Ours.
LONGEST = 60_000
_HIDDEN: tuple[SegmentKind, ...] = ("boilerplate", "comment")


def check_view(checked: Checked) -> CheckView:
    """Return the view of an answer."""
    index = Index(checked.tables)
    article = index.articles[checked.article]
    shared = tuple(
        SharedWith(found, outlet_row(index, found.other), index.story_of.get(found.other.id))
        for found in shared_passages(index, article)
    )
    flags = _flags(article, shared)
    share = _share(article, flags)
    told = _told(index, checked.story)
    earliest = _earliest(index, shared)
    said = tuple(_said(index, checked, q) for q in _quotations(index, article))
    annotation = index.annotations.get(article.id)
    line = _line(share, earliest, shared, told, checked.capped)
    return CheckView(
        article,
        line,
        share,
        told,
        earliest,
        shared,
        said,
        annotation.credits if annotation else (),
        tuple(_paragraphs(article, flags)),
        _hidden(article),
    )


def _told(index: Index, story: str | None) -> Told | None:
    found = index.stories.get(story or "")
    return Told(found, len(found.articles), index.counts.get(found.id)) if found else None


def _quotations(index: Index, article: Article) -> Sequence[Quotation]:
    annotation = index.annotations.get(article.id)
    return sorted(annotation.quotations, key=lambda q: (q.start, q.end)) if annotation else ()


def _said(index: Index, checked: Checked, quotation: Quotation) -> Said:
    words = quotation.words(index.articles[checked.article].text)
    statement = index.statements.get(checked.said.get(quotation.id, ""))
    if statement is None:
        return Said(quotation, words, None, None, None, False)
    homes = (index.story_of.get(q.article) for q in index.quotations_of(statement))
    story = next((home for home in homes if home), None)
    same = _folded(words) == _folded(statement.wording)
    named = _folded(quotation.speaker or ""), _folded(statement.speaker or "")
    other = statement.speaker if named[1] and not (named[0] and named[0] in named[1]) else None
    return Said(quotation, words, statement, index.counts.get(statement.id), story, same, other)


def _folded(words: str) -> str:
    return "".join(c for c in words.casefold() if c.isalnum())


def _earliest(index: Index, shared: Sequence[SharedWith]) -> SharedWith | None:
    """Return the first published of the articles that share nearly as much as the one that shares most, None where a
    time that is known to the day only leaves it open: a day orders nothing within itself.
    """
    prose = [s for s in shared if any(p.kind == "prose" for p in s.shared.passages)]
    most = max((s.shared.characters for s in prose), default=0)
    able = [s for s in prose if s.shared.characters >= _NEARLY * most and index.is_timed(s.row.article)]
    first = min(able, key=lambda s: s.row.article.order, default=None)
    if first is None or any(s is not first and _same_day(s.row.article, first.row.article) for s in able):
        return None
    return first


def _same_day(one: Article, other: Article) -> bool:
    """Tell whether two were published on one day, and of one at least no more is known."""
    rough = any(a.published_precision not in ("second", "minute") for a in (one, other))
    return rough and moment(one.published)[:10] == moment(other.published)[:10]


def _line(
    share: float, earliest: SharedWith | None, shared: Sequence[SharedWith], told: Told | None, capped: bool
) -> str:
    """Return the answer in words: what was seen, and no more."""
    if not shared:
        text = "No article of this corpus shares a passage with this text."
    else:
        outlets = outlets_line(s.row.article for s in shared)
        least = "at least " if capped else ""
        several = counted(len(shared), "article")
        text = f"{_part(share)} of this text stands in {least}{several} of this corpus, {outlets}."
    if earliest is not None and len(shared) > 1:
        text += f" Of those that have the most of it {outlet(earliest.row.article)} was first: {earliest.row.time}."
    if told is None:
        return f"{text} It tells no story that this corpus knows."
    return f"{text} It tells a story of {counted(told.articles, 'article')}."


def _part(share: float) -> str:
    return f"{100 * share:.0f}%" if share >= 0.01 else "Under 1%"


# What a stretch of a text may be; of several the last tells most.
_KINDS: tuple[CopyKind | None, ...] = (None, "form", "public", "quotation", "prose")


def _share(article: Article, flags: bytearray) -> float:
    """Return which part of the characters of the article's own words lies in a shared passage."""
    own = [range(s.start, s.end) for s in article.parts(*OWN)]
    words = [k for part in own for k in part if not article.text[k].isspace()]
    return sum(1 for k in words if flags[k]) / max(1, len(words))


def _flags(article: Article, shared: Iterable[SharedWith]) -> bytearray:
    """Return for each character which of ``_KINDS`` it is in; of several the one that tells most."""
    flags = bytearray(len(article.text))
    spans: list[tuple[int, Span]] = sorted((_KINDS.index(p.kind), p.here) for s in shared for p in s.shared.passages)
    for kind, span in spans:
        flags[span.start : span.end] = bytes([kind]) * (span.end - span.start)
    return flags


def _paragraphs(article: Article, flags: bytearray) -> Iterator[Paragraph]:
    """Yield the paragraphs of the text as far as it is shown, without boilerplate and comments."""
    for segment in article.segments:
        if segment.kind in _HIDDEN or segment.start >= LONGEST:
            continue
        for span in article.paragraphs(segment.start, min(segment.end, LONGEST)):
            yield Paragraph(segment.kind, tuple(_runs(article.text, flags, span)))


def _runs(text: str, flags: bytearray, span: Span) -> Iterator[Run]:
    """Yield a paragraph's text, parted where another kind of passage begins."""
    at = span.start
    for kind, group in groupby(flags[span.start : span.end]):
        end = at + sum(1 for _ in group)
        yield Run(text[at:end], _KINDS[kind])
        at = end


def _hidden(article: Article) -> int:
    """Return how many characters of boilerplate, and of a long text's end, are not shown."""
    boilerplate = sum(s.end - s.start for s in article.parts("boilerplate"))
    return boilerplate + sum(
        s.end - max(s.start, LONGEST) for s in article.segments if s.kind not in _HIDDEN and s.end > LONGEST
    )
