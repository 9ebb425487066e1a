"""One utterance as a reader sees it: its wordings, who prints which, and how they differ."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from firsthand.data.stances import lead
from firsthand.model import WHOLE, Article, Count, DifferenceKind, Quotation, QuotationType, Statement
from firsthand.present.labels import balanced, outlet, told
from firsthand.present.views.index import Index
from firsthand.present.views.wording import Piece, pieces
from firsthand.text import words

Kinds = tuple[DifferenceKind, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a wording stands: an article, its outlet, the outlets that it says it has the words from, and the id of the
    quotation.
    """

    article: str
    outlet: str
    via: tuple[str, ...]
    quotation: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of a statement and all who print it.

    ``pieces`` are its runs with their differences from the statement's first wording; None where no words are held
    against each other: the first wording itself, words of the outlet's own. ``lead`` is the cue, where these are not
    the speaker's own words and it does not plainly say them ("denied"), else empty.
    """

    text: str
    type: QuotationType
    language: str | None
    places: tuple[Place, ...]
    kinds: Kinds
    pieces: tuple[Piece, ...] | None
    lead: str = ""

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
    """A statement with its wordings, the first the one that the others are compared with.

    ``wording`` can be read alone: a cue that does not plainly say the words goes before them ("denied: …").
    """

    id: str
    speaker: str | None
    occasion: str | None
    wording: str
    wordings: tuple[Wording, ...]
    articles: tuple[str, ...]
    count: Count | None
    story: str | None

    @property
    def outlets(self) -> int:
        """How many outlets report it."""
        return len({p.outlet for w in self.wordings for p in w.places})


def statement_view(index: Index, statement: Statement) -> StatementView:
    """Return what a reader sees of ``statement``: every quotation is in one of the wordings."""
    quotations = sorted(index.quotations_of(statement), key=lambda q: (*index.moments[q.article], q.start))
    articles = index.in_time(q.article for q in quotations)
    return StatementView(
        statement.id,
        statement.speaker,
        statement.occasion,
        told(statement),
        _wordings(index, statement, quotations),
        tuple(a.id for a in articles),
        index.counts.get(statement.id),
        _main_story(index, articles),
    )


def main_story(index: Index, statement: Statement) -> str | None:
    """Return the story that most of the statement's articles are in; see ``StatementView``."""
    return _main_story(index, index.in_time(q.article for q in index.quotations_of(statement)))


def rank(view: StatementView) -> tuple[int, int, str, str]:
    """A key that puts the most repeated statements first, those with a known speaker before the others."""
    return -len(view.articles), view.speaker is None, view.speaker or "", view.id


def _wordings(index: Index, statement: Statement, quotations: Iterable[Quotation]) -> tuple[Wording, ...]:
    groups: defaultdict[tuple[str, bool, Kinds, str], list[Quotation]] = defaultdict(list)
    for quotation in quotations:
        whole = tuple(kind for kind in _kinds(index, quotation) if kind in WHOLE)
        groups[_key(_words(index, quotation)), quotation.type == "direct", whole, _lead(quotation)].append(quotation)
    chosen = (_key(statement.wording), True, (), "")
    ordered = sorted(groups, key=lambda k: (k != chosen, not k[1], -len(groups[k]), k))
    return tuple(_wording(index, groups[k]) for k in ordered)


def _wording(index: Index, group: list[Quotation]) -> Wording:
    # The quotation that stands for the statement differs from none.
    first = next((q for q in group if q.id not in index.differences), group[0])
    article = index.articles[first.article]
    kinds = tuple(kind for kind in _kinds(index, first) if kind != "same words")
    places = tuple(_place(index.articles[q.article], q) for q in group)
    pieces_of = _pieces(index, first, article)
    return Wording(_words(index, first), first.type, article.language, places, kinds, pieces_of, _lead(first))


def _lead(quotation: Quotation) -> str:
    """Return the cue that must be read with the words, empty where they are the speaker's own or plainly said."""
    return "" if quotation.type == "direct" else lead(quotation.cue)


def _kinds(index: Index, quotation: Quotation) -> Kinds:
    difference = index.differences.get(quotation.id)
    return difference.kinds if difference else ()


def _pieces(index: Index, quotation: Quotation, article: Article) -> tuple[Piece, ...] | None:
    difference = index.differences.get(quotation.id)
    main = index.quotations.get(difference.quotation) if difference else None
    where = index.articles.get(main.article) if main else None
    return pieces(quotation, article.text, where.text, difference) if difference and where else None


def _place(article: Article, quotation: Quotation) -> Place:
    return Place(article.id, outlet(article), quotation.via, quotation.id)


def _words(index: Index, quotation: Quotation) -> str:
    return balanced(quotation.words(index.articles[quotation.article].text))


def _key(text: str) -> str:
    return " ".join(words(text))


def _main_story(index: Index, articles: list[Article]) -> str | None:
    """Return the story that most of the statement's articles are in, ties by the first article."""
    stories = [s for a in articles if (s := index.story_of.get(a.id))]
    return max(stories, key=stories.count) if stories else None
