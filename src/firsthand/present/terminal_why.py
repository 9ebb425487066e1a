"""The argument for a conclusion, in plain words: what is concluded, then each reason with the words that show it."""

from collections.abc import Iterable, Sequence

from rich.text import Text

from firsthand.model import Article, Count, Passage, Reason, Statement, Story
from firsthand.present.console import Lines, labelled, line, more, printed
from firsthand.present.labels import CAVEAT, listed, origins_line, outlet, shorten, speaker_name
from firsthand.present.tables import Tables
from firsthand.present.views.index import Index
from firsthand.present.views.outlets import OutletRow, outlet_row
from firsthand.present.views.statement import StatementView, statement_view
from firsthand.present.views.story import StoryCard, story_card

# Ours: passages and characters of each that are shown. A page shows many things, an argument one.
_EXAMPLES, _SNIPPET = 3, 160
_ALL_EXAMPLES, _WHOLE_SNIPPET = 20, 400
_NUMBER, _INDENT = 3, 5  # cells of a reason's number, and of what stands under the reason
_UNCOUNTED = "Origins were not counted yet: link the corpus (firsthand link)."


def why(tables: Tables, identity: str, *, width: int = 80, colour: bool = False) -> str:
    """Return the argument for the lineage of an article, or for the count of a story or statement, and nothing else.

    ``identity`` is an id, of an article also the one it was given; ``width`` is in cells. Raises NotFound, which names
    the nearest ids.
    """
    index = Index(tables)
    found = index.find(identity)
    if isinstance(found, Article):
        row = outlet_row(index, found)
        lines, argument = _article(row), row.reasons
    elif isinstance(found, Story):
        lines, argument = _story(index, story_card(index, found)), _counted(index, found)
    else:
        lines, argument = _statement(index, statement_view(index, found)), _counted(index, found)
    return printed(_argued(index, lines, argument), width, colour)


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


def _argued(index: Index, conclusion: Lines, argument: Sequence[Reason]) -> Lines:
    yield from conclusion
    yield Text("")
    if not argument:
        yield line("No further reason is on record: no shared text, credit or citation that says otherwise was found.")
    for number, reason in enumerate(argument, start=1):
        yield labelled(f"{number}.", reason.text, _NUMBER)
        yield from _evidence(index, reason)
    yield from (Text(""), line(CAVEAT, "italic"))


def _evidence(index: Index, reason: Reason) -> Lines:
    """Yield the words that a reason cites, each once with its places; of whole articles what they rest on."""
    cited = _cited(index, reason)
    places: dict[str, list[str]] = {}
    for article, passage in cited[:_ALL_EXAMPLES]:
        words = _words(article, passage, _WHOLE_SNIPPET)
        if words:
            where = f"{_called(index, article)}, characters {passage.start:,}–{passage.end:,}"
            places.setdefault(words, []).append(where)
        else:
            yield line(f"{_called(index, article)}: {_standing(index, article)}", "", _INDENT)
    for words, several in places.items():
        yield line(words, "", _INDENT)
        for where in several:
            yield line(where, "dim", _INDENT)
    yield from more(len(cited) - _ALL_EXAMPLES, "passage", "in an export", _INDENT)


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


def _article(row: OutletRow) -> Lines:
    named = {True: ", and credits it", False: ", without crediting it", None: ""}[row.credited]
    yield line(row.article.headline or "(no headline)", "bold")
    yield line(f"{row.outlet}: {row.relation}{named}.", "cyan")
    if row.rests_on:
        yield line(f"The news in it goes back to {listed(row.rests_on)}.")


def _story(index: Index, card: StoryCard) -> Lines:
    yield line(card.story.headline or "(no headline)", "bold")
    yield line(card.line, "cyan")
    yield line(card.sentence)
    yield line(_origins(index, card.count))


def _statement(index: Index, view: StatementView) -> Lines:
    quoted = not view.wordings or view.wordings[0].quoted
    words = shorten(view.wording, _WHOLE_SNIPPET)
    yield line(f"{speaker_name(view.speaker)}: " + (f"“{words}”" if quoted else words), "bold")
    yield line(origins_line(view.count), "cyan")
    yield line(_origins(index, view.count))


def _origins(index: Index, count: Count | None) -> str:
    if count is None:
        return _UNCOUNTED
    return f"Origins: {listed([index.origin(o) for o in count.origins]) or 'none named'}"


def _counted(index: Index, found: Story | Statement) -> tuple[Reason, ...]:
    count = index.counts.get(found.id)
    return count.reasons if count else ()


def _cited(index: Index, reason: Reason) -> list[tuple[Article, Passage]]:
    return [(article, p) for p in reason.passages if (article := index.articles.get(p.article))]
