"""What templates say of rows, counts and pairs of articles, beside the labels that the terminal says, too."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from firsthand.model import Article, Authorship
from firsthand.present import labels
from firsthand.present.catalog.derive import outlet_key
from firsthand.present.catalog.load import speaker_key
from firsthand.present.catalog.rows import OutletRow, StatementRow, StoryRow
from firsthand.present.report.drawing import style
from firsthand.present.safe import slug
from firsthand.present.views.compare import CompareView, ordered, partners
from firsthand.present.views.index import Index
from firsthand.present.views.passages import SharedPassage
from firsthand.present.views.why import caveats, count_why, rule_name

# The colours of articles by authorship, the same on every page.
_STYLES: dict[Authorship, str] = {"own": "own", "wire": "o1", "rewrite": "o2", "unknown": "unknown"}


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of a bar: the name of its colour, whose articles it stands for; ``x`` and ``width`` are in per cent."""

    style: str
    name: str
    articles: int
    x: float
    width: float


def page_filters(index: Index, pairs: Callable[[str], bool] = lambda _: True) -> dict[str, Callable[..., Any]]:
    """Return the filters of the front page, the lists and the pages of speakers, outlets and pairs; ``pairs`` tells
    which pairs have a page.
    """

    def compared_at(one: Article, other: Article) -> str:
        path = compare_path(one, other)
        return path if pairs(path) else ""

    return {
        "partners": partial(partners, index),
        "compare_path": compared_at,
        "compared": compared,
        "copy": labels.copy_name,
        "extent": extent,
        "outlet_page": outlet_page,
        "speaker_page": _speaker_pages(index),
        "further": further_path,
        "statement_page": lambda statement, story: statement_page(statement, story, index.parts.get(statement, 0)),
        "statement_row": lambda row: statement_page(row.id, row.story, row.part),
        "why_page": why_page,
        "why": count_why,
        "rule": rule_name,
        "caveats": caveats,
        "range": lambda row: labels.origins_range(row.low, row.high) if row.high else "",
        "row_origins": row_origins,
        "row_outlets": lambda row: labels.outlets_told(row.outlets, row.unnamed),
        "days": days,
        "authored": authored,
        "shares": shares,
        "percent": percent,
        "listed": labels.listed,
        "told": labels.told,
    }


def compare_path(one: Article, other: Article) -> str:
    """Return the path of the page of two articles."""
    first, second = ordered(one, other)
    return f"compare/{slug(first.id)}~{slug(second.id)}.html"


def outlet_page(article: Article) -> str:
    """Return the path of the page of an article's outlet, empty where nothing names it."""
    key = outlet_key(article)
    return f"outlets/{key}.html" if key else ""


def further_path(story: str, number: int) -> str:
    """Return the path of a further page of a story, of its own page for number 0."""
    return f"stories/{slug(story)}{f'~{number}' if number else ''}.html"


def statement_page(statement: str, story: str, part: int) -> str:
    """Return where a statement is shown."""
    return f"{further_path(story, part)}#statement-{slug(statement)}"


def why_page(row: StoryRow | StatementRow, story: str) -> str:
    """Return where the numbers of a row are argued."""
    return f"{further_path(story, getattr(row, 'part', 0))}#why-{slug(row.id)}"


def _speaker_pages(index: Index) -> Callable[[str | None], str]:
    """Return what tells the path of a speaker's page by the speaker's name, empty for one who has none."""

    @cache
    def keys() -> dict[str | None, str]:
        return {s.speaker: speaker_key(s.speaker, s.speaker_id) for s in index.tables.statements}

    def page(name: str | None) -> str:
        key = keys().get(name)
        return f"speakers/{key}.html" if key else ""

    return page


def compared(view: CompareView) -> str:
    """Return in a line what two articles share."""
    shared = view.shared
    if not shared.passages:
        return "They share no passage."
    parts = [f"{shared.characters:,} characters in {labels.counted(len(shared.passages), 'shared passage')}"]
    for pane in (view.one, view.other):
        if pane.share is not None:
            parts.append(f"{percent(pane.share)} of {pane.row.outlet}’s own words")
    if view.one.share is not None:
        parts.append(f"{labels.counted(shared.changed, 'word')} changed" if shared.changed else "word for word")
    apart = labels.apart(view.one.row.article.published, view.other.row.article.published) if shared.time else ""
    return " · ".join([*parts, *([f"published {apart}"] if apart else [])])


def extent(passage: SharedPassage) -> str:
    """Return how long a passage is, and how much of it was changed."""
    if not passage.words:
        return labels.counted(passage.characters, "character")
    changed = f"{labels.counted(passage.changed, 'word')} changed" if passage.changed else "verbatim"
    return f"{labels.counted(passage.words, 'word')}, {changed}"


def row_origins(row: StoryRow | StatementRow) -> str:
    """Return how many independent origins stand behind a row, or that they were not counted."""
    if not row.high:
        return "origins not counted"
    return f"{labels.origins_range(row.low, row.high)} independent {labels.plural(row.high, 'origin')}"


def days(row: Any) -> str:
    """Return the days between a row's ``first`` and ``last`` for reading."""
    first, last = (labels.when((time or "")[:10] or None) for time in (row.first, row.last))
    return first if first == last else f"{first} to {last}"


def authored(row: StoryRow | OutletRow) -> tuple[Slice, ...]:
    """Return a row's articles by authorship as the parts of a bar, those that there are."""
    found = ((style, labels.authorship_name(kind), getattr(row, kind)) for kind, style in _STYLES.items())
    return _slices([(style, name, n) for style, name, n in found if n])


def shares(row: StoryRow) -> tuple[Slice, ...]:
    """Return a story's articles by origin as the parts of a bar; by authorship where origins were not told."""
    made = _slices([(style(s.kind, n), s.name, s.articles) for n, s in enumerate(row.shares)])
    return made or authored(row)


def _slices(parts: Sequence[tuple[str, str, int]]) -> tuple[Slice, ...]:
    total = sum(n for _, _, n in parts) or 1
    slices, before = [], 0
    for colour, name, articles in parts:
        slices.append(Slice(colour, name, articles, round(100 * before / total, 3), round(100 * articles / total, 3)))
        before += articles
    return tuple(slices)


def percent(share: float) -> str:
    """Return a share (0 to 1) in per cent, no rounder than it is."""
    if 0 < share < 0.01:
        return "under 1%"
    return "over 99%" if 0.99 < share < 1 else f"{100 * share:.0f}%"
