"""One utterance as a reader sees it: its wordings, who prints which, and how they differ."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from firsthand.model import Article, Count, DifferenceKind, Quotation, QuotationType, Statement
from firsthand.present.labels import outlet
from firsthand.present.views.index import Index, Kinds, by_time
from firsthand.present.views.wording import Piece, compare
from firsthand.text import words


@dataclass(frozen=True, slots=True)
class Place:
    """Where a wording stands: an article, its outlet, and the outlets that it says it has the words from."""

    article: str
    outlet: str
    via: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of a statement and all who print it.

    ``pieces`` are the differences from the statement's first wording; None where there is nothing to compare word by
    word: the first wording itself, another translation, words of the outlet's own.
    """

    text: str
    type: QuotationType
    language: str | None
    places: tuple[Place, ...]
    kinds: tuple[DifferenceKind, ...]
    pieces: tuple[Piece, ...] | None

    @property
    def other_translation(self) -> bool:
        """Whether this is the same utterance put into other words by another translator."""
        return "other translation" in self.kinds

    @property
    def quoted(self) -> bool:
        """Whether the outlet gives these as the speaker's own words."""
        return self.type == "direct"


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement with its wordings, the first the one that the others are compared with."""

    id: str
    speaker: str | None
    occasion: str | None
    wording: str
    wordings: tuple[Wording, ...]
    articles: tuple[str, ...]
    count: Count | None
    story: str | None


def statement_view(index: Index, statement: Statement) -> StatementView:
    """Return what a reader sees of ``statement``: every quotation is in one of the wordings."""
    quotations = sorted(index.quotations_of(statement), key=lambda q: (*by_time(index.articles[q.article]), q.start))
    articles = index.in_time(q.article for q in quotations)
    return StatementView(
        statement.id,
        statement.speaker,
        statement.occasion,
        statement.wording,
        _wordings(index, statement, quotations),
        tuple(a.id for a in articles),
        index.counts.get(statement.id),
        _main_story(index, articles),
    )


def rank(view: StatementView) -> tuple[int, int, str, str]:
    """A key that puts the most repeated statements first, those with a known speaker before the others."""
    return -len(view.articles), view.speaker is None, view.speaker or "", view.id


def _wordings(index: Index, statement: Statement, quotations: Iterable[Quotation]) -> tuple[Wording, ...]:
    groups: defaultdict[tuple[str, bool], list[Quotation]] = defaultdict(list)
    for quotation in quotations:
        groups[_key(_words(index, quotation)), quotation.type == "direct"].append(quotation)
    chosen = (_key(statement.wording), True)
    ordered = sorted(groups, key=lambda k: (k != chosen, not k[1], -len(groups[k]), k[0]))
    known = index.differences.get(statement.id, {})
    reference = groups[ordered[0]] if ordered else []
    return tuple(_wording(index, groups[k], reference, known) for k in ordered)


def _wording(index: Index, group: list[Quotation], reference: list[Quotation], known: Kinds) -> Wording:
    first = group[0]
    text = _words(index, first)
    kinds = () if group is reference else _kinds(group, reference, known)
    compared = group is not reference and "other translation" not in kinds
    return Wording(
        text,
        first.type,
        index.articles[first.article].language,
        tuple(_place(index.articles[q.article], q) for q in group),
        kinds,
        compare(_words(index, reference[0]), text) if compared else None,
    )


def _kinds(group: list[Quotation], reference: list[Quotation], known: Kinds) -> tuple[DifferenceKind, ...]:
    for quotation in group:
        for other in reference:
            if kinds := known.get((quotation.id, other.id)):
                return kinds
    return ()


def _place(article: Article, quotation: Quotation) -> Place:
    return Place(article.id, outlet(article), quotation.via)


def _words(index: Index, quotation: Quotation) -> str:
    return quotation.words(index.articles[quotation.article].text)


def _key(text: str) -> str:
    return " ".join(words(text))


def _main_story(index: Index, articles: list[Article]) -> str | None:
    """Return the story that most of the statement's articles are in, ties by the first article."""
    stories = [s for a in articles if (s := index.story_of.get(a.id))]
    return max(stories, key=stories.count) if stories else None
