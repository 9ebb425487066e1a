"""What the terminal shows: the summary of a corpus, and one article, story or statement.

Document text only ever enters through ``visible``: it may carry escape sequences. Nothing is read as rich's markup.
"""

from collections.abc import Sequence
from itertools import chain

from rich.text import Text

from firsthand.model import Article, Count, Story
from firsthand.present.console import Lines, line, more, printed, title
from firsthand.present.labels import (
    CAVEAT,
    HAND,
    authorship_name,
    counted,
    listed,
    origins_line,
    outlet,
    outlets_line,
    shorten,
    speaker_name,
)
from firsthand.present.tables import Tables
from firsthand.present.terminal_also import also_tells, also_told_by
from firsthand.present.terminal_languages import languages
from firsthand.present.terminal_positions import positions, positions_of
from firsthand.present.terminal_why import counted_reasons, joined, reasons
from firsthand.present.views.front import FrontPage, Skipped, front_page
from firsthand.present.views.index import Index
from firsthand.present.views.outlets import OutletRow, by_hand, outlet_row
from firsthand.present.views.statement import StatementView, Wording, statement_view
from firsthand.present.views.story import StoryCard, StoryView, story_statements, story_view
from firsthand.present.views.summary import Summary
from firsthand.present.views.wording import Piece

# Ours: what fits on a screen; the rest is counted, and stands in the report.
_STORIES, _STATEMENTS, _EXAMPLES, _OUTLETS, _QUOTATIONS, _CHANGES = 12, 8, 3, 12, 40, 12


def summary(tables: Tables, *, width: int = 80, colour: bool = False) -> str:
    """Return the corpus at a glance: stories, repeated statements, what was skipped.

    ``width`` is in cells; with ``colour`` the lines carry ANSI styles, without they are plain.
    """
    index = Index(tables)
    return printed(_front(index, front_page(index)), width, colour)


def show(tables: Tables, identity: str, *, width: int = 80, colour: bool = False) -> str:
    """Return the article, story or statement that has the id ``identity``, an article also by the id it was given;
    of a speaker by name, what they said over the course of storylines.

    Raises NotFound, which names the nearest ids.
    """
    index = Index(tables)
    if spoken := positions_of(index, identity):
        return printed(positions(index, spoken), width, colour)
    found = index.find(identity)
    if isinstance(found, Article):
        lines: Lines = _article(index, found)
    elif isinstance(found, Story):
        lines = _story(index, story_view(index, found))
    else:
        lines = _statement(index, statement_view(index, found))
    return printed(chain(joined(index, identity), lines), width, colour)


def _front(index: Index, front: FrontPage) -> Lines:
    articles = list(index.articles.values())
    parts = [counted(len(articles), "article"), outlets_line(articles)]
    if index.tables.unlinked < len(articles):
        parts.append(counted(len(front.stories), "story"))
    yield line(" · ".join(parts) if articles else "No articles yet.", "bold")
    yield from _stories(index, front.stories)
    yield from _repeated(front.repeated)
    yield from _skipped(front.skipped, front.duplicates)
    yield from languages(articles)
    if standing := sum(c.undone is None for c in index.tables.corrections):
        told = "stands" if standing == 1 else "stand"
        yield from (Text(""), line(f"{counted(standing, 'correction')} by hand {told} (firsthand corrections)"))
    if index.tables.uncounted:
        n = len(index.tables.uncounted)
        yield line(f"{counted(n, 'correction')} not counted yet: link the corpus (firsthand link)", "yellow")
    if articles:
        yield from (Text(""), line(CAVEAT, "italic"))


def _stories(index: Index, cards: Sequence[StoryCard]) -> Lines:
    if not cards:
        return
    yield from title("Stories")
    for card in cards[:_STORIES]:
        yield Text("")
        yield line(shorten(card.story.headline, 150) or "(no headline)", "bold")
        yield line(card.line + _hand(card.count), "cyan", 2)
        yield line(card.sentence, "", 2)
        yield line(f"{card.story.id} · {index.days(card.story)}", "dim", 2)
    yield from more(len(cards) - _STORIES, "story", "in the report")


def _repeated(statements: Sequence[StatementView]) -> Lines:
    if not statements:
        return
    yield from title("Most repeated statements")
    for view in statements[:_STATEMENTS]:
        yield Text("")
        yield line(f"{speaker_name(view.speaker)}: {_marked(view)}")
        yield line(_statement_line(view), "cyan", 2)
        yield line(view.id, "dim", 2)
    yield from more(len(statements) - _STATEMENTS, "statement", "in the report")


def _marked(view: StatementView, characters: int = 200) -> str:
    words = shorten(view.wording, characters)
    return f"“{words}”" if not view.wordings or view.wordings[0].quoted else words


def _statement_line(view: StatementView) -> str:
    parts = (counted(len(view.wordings), "wording"), counted(len(view.articles), "article"), origins_line(view.count))
    return " · ".join(parts) + _hand(view.count)


def _hand(count: Count | None) -> str:
    """Return the mark of what the user corrected."""
    return f" · {HAND}" if count and by_hand(count.reasons) else ""


def _skipped(skipped: Sequence[Skipped], duplicates: int) -> Lines:
    if skipped or duplicates:
        yield from title("Skipped")
    for group in skipped:
        yield line(f"{len(group.inputs):,} × {group.reason} ({group.stage})")
        for item in group.inputs[:_EXAMPLES]:
            yield line(shorten(f"{item.input}: {item.detail}", 200), "dim", 4)
        yield from more(len(group.inputs) - _EXAMPLES, "input", "in rejected.jsonl", 4)
    if duplicates:
        yield line(f"{duplicates:,} × already there (same origin, same text)")


def _story(index: Index, view: StoryView) -> Lines:
    yield line(view.card.story.headline or "(no headline)", "bold")
    yield line(view.card.line + _hand(view.card.count), "cyan")
    yield line(view.card.sentence)
    yield from _summary(view.summary)
    yield from counted_reasons(index, view.card.count)
    yield from title("Articles")
    for row in view.rows:
        yield from _row(index, row)
    yield from also_told_by(index, view.card.story)
    if view.statements:
        yield from title("Statements")
    for statement in view.statements[:_QUOTATIONS]:
        yield line(f"{speaker_name(statement.speaker)}: {_marked(statement)}")
        yield line(f"{_statement_line(statement)} · {statement.id}", "dim", 2)
    yield from more(len(view.statements) - _QUOTATIONS, "statement", "in the report")
    yield from (Text(""), line(CAVEAT, "italic"))


def _summary(told: Summary) -> Lines:
    if told.date or told.sentences:
        yield from title(f"What happened, {told.date}" if told.date else "What happened (no date told)")
    for sentence in told.sentences:
        yield line(sentence.text)
        yield line(
            f"{outlet(sentence.article)} · {sentence.article.id} {sentence.passage.start}–{sentence.passage.end}",
            "dim",
            2,
        )


def _row(index: Index, row: OutletRow) -> Lines:
    a = row.article
    hand = f" · {HAND}" if row.corrected else ""
    yield line(f"{row.outlet} · {row.time} · {authorship_name(row.kind)}{hand}")
    credited = {True: ", and credits it", False: ", without crediting it", None: ""}[row.credited]
    yield line(row.relation + credited, "", 2)
    yield line(index.name(a.id), "dim", 2)


def _statement(index: Index, view: StatementView) -> Lines:
    yield line(f"{speaker_name(view.speaker)}" + (f", {view.occasion}" if view.occasion else ""), "bold")
    yield line(_marked(view, 2_000))
    yield line(_statement_line(view), "cyan")
    yield from counted_reasons(index, view.count)
    yield from title("Wordings")
    for wording in view.wordings:
        yield from _wording(wording)
    yield from (Text(""), line(CAVEAT, "italic"))


def _wording(wording: Wording) -> Lines:
    text = shorten(wording.text, 2_000)
    yield Text("")
    yield line(f"“{text}”" if wording.quoted else f"{wording.lead}: {text}" if wording.lead else text)
    names = list(dict.fromkeys(p.outlet for p in wording.places))
    rest = len(names) - _OUTLETS
    yield line(listed([*names[:_OUTLETS], *([f"{rest:,} more"] if rest > 0 else [])]), "cyan", 2)
    if wording.kinds:
        yield line(listed(wording.kinds), "dim", 2)
    changes = [piece for piece in wording.pieces or () if piece.kind]
    for piece in changes[:_CHANGES]:
        yield line(f"{piece.kind}: {_change(piece)}", "", 4)
    yield from more(len(changes) - _CHANGES, "difference", "in the report", 4)
    ids = [place.quotation for place in wording.places]
    yield line(f"quotations {' '.join(ids[:_OUTLETS])}" if len(ids) > 1 else f"quotation {ids[0]}", "dim", 2)
    yield from more(len(ids) - _OUTLETS, "quotation", "in an export")


def _change(piece: Piece) -> str:
    """Return what was changed into what, in words."""
    before, after = (f"“{shorten(words, 160)}”" for words in (piece.dropped, piece.text))
    if not piece.text:
        return f"without {before}"
    return f"{before} became {after}" if piece.dropped else f"with {after}"


def _article(index: Index, article: Article) -> Lines:
    row = outlet_row(index, article)
    yield line(article.headline or "(no headline)", "bold")
    yield from _row(index, row)
    if article.url:
        yield line(article.url, "dim", 2)
    yield from reasons(index, row.reasons)
    if story := index.stories.get(index.story_of.get(article.id, "")):
        yield from title("Story")
        yield line(shorten(story.headline, 200))
        yield line(story.id, "dim", 2)
    yield from also_tells(index, article)
    statements = story_statements(index, [article])
    if statements:
        yield from title("Statements")
    for view in statements:
        yield line(f"{speaker_name(view.speaker)}: {_marked(view)}")
        yield line(f"{_statement_line(view)} · {view.id}", "dim", 2)
    if article.comments:
        yield from (Text(""), line(f"{counted(len(article.comments), 'comment')} by readers, not counted as sources"))
