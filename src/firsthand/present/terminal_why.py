"""The argument for a conclusion, in plain words: what is concluded, then each reason with the words that show it."""

from collections.abc import Iterable, Sequence
from itertools import chain

from rich.text import Text

from firsthand.model import Article, Count, Passage, Reason, Story, StoryReasons
from firsthand.present.console import Lines, labelled, line, more, printed, title
from firsthand.present.labels import (
    CAVEAT,
    HAND,
    authorship_name,
    listed,
    origins_line,
    outlet,
    shorten,
    speaker_name,
    told,
)
from firsthand.present.tables import Tables
from firsthand.present.terminal_corrections import one_line
from firsthand.present.terminal_passages import passages
from firsthand.present.terminal_story import one_story
from firsthand.present.views.argument import (
    ORIGIN,
    ArticleArgument,
    CountArgument,
    Step,
    article_argument,
    count_argument,
)
from firsthand.present.views.corrections import CorrectionView
from firsthand.present.views.index import Index
from firsthand.present.views.outlets import CORRECTED, outlet_row
from firsthand.present.views.story import story_card

# Ours: passages and characters of each that are shown. A page shows many things, an argument one.
_EXAMPLES, _SNIPPET = 3, 160
_ALL_EXAMPLES, _WHOLE_SNIPPET, _RESTING = 20, 400, 100
# The rule of a reason that says how much two articles share.
_SHARED = "shared-text"
_NUMBER, _INDENT = 3, 5  # cells of a reason's number, and of what stands under the reason
_UNCOUNTED = "Origins were not counted yet: link the corpus (firsthand link)."


def why(
    tables: Tables, identity: str, *, width: int = 80, colour: bool = False, together: StoryReasons | None = None
) -> str:
    """Return the argument for the lineage of an article, or for the count of a story or statement, and nothing else.

    ``identity`` is an id, of an article also the one it was given; ``width`` is in cells; ``together`` tells why the
    articles of a story are one. Raises NotFound, which names the nearest ids.
    """
    index = Index(tables)
    found = index.find(identity)
    if isinstance(found, Article):
        return printed(_article(index, article_argument(index, found)), width, colour)
    return printed(chain(joined(index, identity), _count(index, count_argument(index, found), together)), width, colour)


def joined(index: Index, identity: str) -> Lines:
    """Yield that an id is none any more, where what had it was joined with another."""
    if now := index.moved(identity):
        yield line(f"{identity} is no id any more: what had it is part of {now}.", "yellow")


def counted_reasons(index: Index, count: Count | None) -> Lines:
    """Yield a count's origins and its reasons; nothing where it was not counted."""
    if count is not None:
        if count.origins:
            yield line(_origins(index, count))
        yield from reasons(index, count.reasons)


def reasons(index: Index, several: Iterable[Reason]) -> Lines:
    """Yield each reason with a few of the passages that it cites."""
    for reason in several:
        yield line(f"· {reason.text}", "", 2)
        for article, passage in _cited(index, reason)[:_EXAMPLES]:
            words = _words(article, passage, _SNIPPET) or index.name(article.id)
            yield line(f"{outlet(article)}: {words}", "dim", 6)
        yield from more(len(reason.passages) - _EXAMPLES, "passage", "in an export", 6)


def _article(index: Index, argument: ArticleArgument) -> Lines:
    row = argument.row
    yield line(row.article.headline or "(no headline)", "bold")
    yield line(f"{row.outlet}: {authorship_name(row.kind)} · {row.time} · {index.name(row.article.id)}", "cyan")
    yield line(f"{argument.words} {argument.news}".strip())
    yield from title("Reasons")
    yield from _numbered(index, argument.reasons, 1)
    if argument.shared:
        yield from title("Shared passages")
        sources = {step.source.id for step in argument.chain if step.source}
        yield from passages(index, row.article, argument.shared, sources)
    if argument.chain:
        yield from title("Where it has it from")
        yield from (line(_step(index, step), "", 2 + 2 * step.depth) for step in argument.chain)
    yield from _corrected(argument.corrections)
    yield from (Text(""), line(CAVEAT, "italic"))


def _count(index: Index, argument: CountArgument, together: StoryReasons | None) -> Lines:
    yield from _subject(index, argument)
    yield line(_origins(index, argument.count))
    numbers = 1
    for name, several in (
        ("Who rests on what", argument.origins),
        ("Taken together", argument.merges),
        ("Corrected by hand", argument.by_hand),
    ):
        if several:
            yield from title(name)
            yield from _numbered(index, several, numbers)
            numbers += len(several)
    if argument.count and not argument.merges and len(argument.origins) > 1:
        yield from (Text(""), line("Nothing that was seen takes any two of them together."))
    if argument.apart:
        yield from title("Kept apart")
        yield from _numbered(index, argument.apart, numbers)
    yield from _corrected([v for v in argument.corrections if v.state != "applies"])
    if together:
        yield from one_story(index, together)
    yield from (Text(""), line(CAVEAT, "italic"))


def _subject(index: Index, argument: CountArgument) -> Lines:
    subject = argument.subject
    if isinstance(subject, Story):
        card = story_card(index, subject)
        yield line(subject.headline or "(no headline)", "bold")
        yield line(card.line, "cyan")
        yield line(card.sentence)
        return
    quoted = any(index.quotations[q].type == "direct" for q in subject.quotations if q in index.quotations)
    words = shorten(told(subject), _WHOLE_SNIPPET)
    yield line(f"{speaker_name(subject.speaker)}: " + (f"“{words}”" if quoted else words), "bold")
    yield line(origins_line(argument.count), "cyan")


def _corrected(views: Sequence[CorrectionView]) -> Lines:
    if views:
        yield from title("Corrections")
        yield from (line(one_line(view), "", 2) for view in views)


def _step(index: Index, step: Step) -> str:
    """Return a step of the chain: who has it from whom, how that is known, and when the other was published."""
    whom = _called(index, step.source) if step.source else f"{step.name} (no article of it in this story)"
    when = f", published {step.time}" if step.time else ""
    return f"{_called(index, step.target)} ← {whom}: {step.evidence}{when}"


def _numbered(index: Index, several: Iterable[Reason], first: int) -> Lines:
    empty = True
    for number, reason in enumerate(several, start=first):
        empty = False
        yield labelled(f"{number}.", reason.text, _NUMBER)
        yield from _resting(index, reason) if reason.rule == ORIGIN else _evidence(index, reason)
    if empty:
        yield line("No further reason is on record.")


def _evidence(index: Index, reason: Reason) -> Lines:
    """Yield the words that a reason cites, each once with its places; of whole articles what they rest on, or what they
    are after a correction.
    """
    cited = _cited(index, reason)
    places: dict[str, list[str]] = {}
    for article, passage in cited[:_ALL_EXAMPLES]:
        # The words of shared passages stand further below, in full.
        words = "" if reason.rule == _SHARED else _words(article, passage, _WHOLE_SNIPPET)
        where = f"{_called(index, article)}, characters {passage.start:,}–{passage.end:,}"
        if words or reason.rule == _SHARED:
            places.setdefault(words, []).append(where)
        elif reason.rule == CORRECTED:
            yield line(f"{_called(index, article)}: {outlet_row(index, article).relation}", "", _INDENT)
        else:
            yield line(f"{_called(index, article)}: {_standing(index, article)}", "", _INDENT)
    for words, several in places.items():
        if words and words not in reason.text:
            yield line(words, "", _INDENT)
        for where in several:
            yield line(where, "dim", _INDENT)
    yield from more(len(cited) - _ALL_EXAMPLES, "passage", "in an export", _INDENT)


def _resting(index: Index, reason: Reason) -> Lines:
    """Yield the articles that rest on an origin: what each is, when it was published, and the words that tell."""
    cited = _cited(index, reason)
    order = {article.id: n for n, article in enumerate(index.in_time(article.id for article, _ in cited))}
    for article, passage in sorted(cited, key=lambda c: (order[c[0].id], c[1].start))[:_ALL_EXAMPLES]:
        row = outlet_row(index, article)
        hand = f", {HAND}" if row.corrected else ""
        yield line(f"{_called(index, article)}: {authorship_name(row.kind)}, {row.time}{hand}", "", _INDENT)
        yield line(_words(article, passage, _RESTING) or _standing(index, article), "dim", _INDENT + 2)
    yield from more(len(cited) - _ALL_EXAMPLES, "article", "in an export", _INDENT)


def _standing(index: Index, article: Article) -> str:
    """Return in one line what an article rests on: what its own argument says, without the passages."""
    row = outlet_row(index, article)
    return "; ".join(reason.text for reason in row.reasons) or row.relation


def _called(index: Index, article: Article) -> str:
    return f"{outlet(article)} ({index.name(article.id)})"


def _words(article: Article, passage: Passage, characters: int) -> str:
    """Return the cited words in marks; nothing where the article as a whole is cited, by an empty span."""
    words = shorten(article.text[passage.start : passage.end], characters)
    return f"“{words}”" if words else ""


def _origins(index: Index, count: Count | None) -> str:
    if count is None:
        return _UNCOUNTED
    return f"Origins: {listed([index.origin(o) for o in count.origins]) or 'none named'}"


def _cited(index: Index, reason: Reason) -> list[tuple[Article, Passage]]:
    return [(article, p) for p in reason.passages if (article := index.articles.get(p.article))]
