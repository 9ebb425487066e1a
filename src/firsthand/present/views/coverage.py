"""Which article has which statement: in the same words, in other words, or not at all."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from firsthand.model import Article
from firsthand.present.labels import outlet
from firsthand.present.views.index import Index
from firsthand.present.views.statement import StatementView
from firsthand.text import words

Status = Literal["verbatim", "paraphrased", "absent", "unknown"]

# Pages of these kinds are not one report: that a statement is missing there tells nothing.
_NOT_A_REPORT = ("index", "stub", "other")
# Ours: as many columns as a page shows without scrolling.
_WIDE = 16


@dataclass(frozen=True, slots=True)
class Column:
    """One article, or several of one origin that report the same statements in the same way (reprints)."""

    articles: tuple[str, ...]
    names: tuple[str, ...]
    statuses: tuple[Status, ...]

    @property
    def label(self) -> str:
        """The first article's outlet."""
        return self.names[0]

    @property
    def more(self) -> int:
        """How many articles stand behind the first."""
        return len(self.articles) - 1


@dataclass(frozen=True, slots=True)
class CoverageMatrix:
    """Statements by articles: ``columns[j].statuses[i]`` is what article ``j`` does with statement ``i``."""

    statements: tuple[StatementView, ...]
    columns: tuple[Column, ...]


def coverage(index: Index, articles: Sequence[Article], statements: Sequence[StatementView]) -> CoverageMatrix:
    """Return the matrix, columns in the order of ``articles``; of many, those with equal columns and family are one."""
    join = len(articles) > _WIDE
    found = [_statuses(view) for view in statements]
    groups: defaultdict[tuple[bool, str, tuple[Status, ...]], list[Article]] = defaultdict(list)
    for article in articles:
        missing: Status = "absent" if _readable(index, article) else "unknown"
        statuses = tuple(by_article.get(article.id, missing) for by_article in found)
        lineage = index.lineages.get(article.id)
        family = lineage.family if lineage and join else None
        groups[family is not None, family or article.id, statuses].append(article)
    columns = (
        Column(tuple(a.id for a in group), tuple(outlet(a) for a in group), key[2]) for key, group in groups.items()
    )
    return CoverageMatrix(tuple(statements), tuple(columns))


def _statuses(view: StatementView) -> dict[str, Status]:
    """Return what each article that has the statement does with it.

    Verbatim is a direct quotation that is the first wording, or an uninterrupted part of it (the cut is seen in the
    statement's differences); everything else is paraphrase, another translation too.
    """
    statuses: dict[str, Status] = {}
    if not view.wordings:
        return statuses
    first = view.wordings[0]
    whole = f" {' '.join(words(first.text))} "
    for wording in view.wordings:
        exact = first.quoted and wording.quoted and f" {' '.join(words(wording.text))} " in whole
        for place in wording.places:
            if exact or place.article not in statuses:
                statuses[place.article] = "verbatim" if exact else "paraphrased"
    return statuses


def _readable(index: Index, article: Article) -> bool:
    """Tell whether absence means something: the article was read for quotations, and has a body."""
    has_body = any(s.kind == "body" for s in article.segments)
    return article.id in index.annotations and has_body and article.page not in _NOT_A_REPORT
