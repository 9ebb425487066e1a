"""Which outlet has which statement and fact: in the same words, in other words, or not at all."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from firsthand.model import Article
from firsthand.present.labels import outlet, outlets_line
from firsthand.present.views.facts import Fact, facts, name_key
from firsthand.present.views.index import Index
from firsthand.present.views.statement import StatementView
from firsthand.text import words

Status = Literal["verbatim", "paraphrased", "absent", "unknown"]

# Pages of these kinds are not one report: that a statement is missing there tells nothing.
_NOT_A_REPORT = ("index", "stub", "other")
# How a text ends that was cut off by a feed or a paywall.
_CUT = re.compile(r"(?:…|\.\.\.|\[\+[0-9]+ chars\])[\])\s]*\Z")
# Ours: as many columns as a page shows without scrolling.
_WIDE = 16
# Ours: as many facts as a reader goes through.
_FACTS = 24
# Ours: a statement of fewer words says nothing alone ("it was so").
_FEWEST = 4
# What is said of an outlet's kind after its name.
_AGENCY = re.compile(r"\s+news agency\Z", re.IGNORECASE)
_NAMED = ("person", "organisation", "place")
# Ours: looks into a text for a name, some ten microseconds each; names beyond are taken as found.
_LOOKED = 600


@dataclass(frozen=True, slots=True)
class Column:
    """One outlet, or several of one origin that report the same statements and facts in the same way (reprints).

    ``statuses`` are of the matrix's statements, ``facts`` of its facts.
    """

    articles: tuple[str, ...]
    names: tuple[str, ...]
    statuses: tuple[Status, ...]
    facts: tuple[Status, ...] = ()

    @property
    def label(self) -> str:
        """The first outlet."""
        return self.names[0]

    @property
    def more(self) -> int:
        """How many outlets stand behind the first."""
        return len(self.names) - 1


@dataclass(frozen=True, slots=True)
class Only:
    """What one outlet has and no other, or what it alone has not; ``article`` is its first.

    ``more`` statements are counted only: of nobody in particular, of an outlet, or of too few words to be read alone.
    """

    outlet: str
    article: str
    statements: tuple[StatementView, ...]
    facts: tuple[Fact, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class CoverageMatrix:
    """Statements and facts by outlets: ``columns[j].statuses[i]`` is what outlet ``j`` does with statement ``i``.

    ``reach`` and ``facts_reach`` count the outlets that have each. ``only`` is what single outlets have, ``missing``
    what single outlets lack that all others have; outlets of which nothing can be told count as neither. ``outlets``
    says how many there are.
    """

    statements: tuple[StatementView, ...]
    columns: tuple[Column, ...]
    facts: tuple[Fact, ...] = ()
    reach: tuple[int, ...] = ()
    facts_reach: tuple[int, ...] = ()
    outlets: str = ""
    only: tuple[Only, ...] = ()
    missing: tuple[Only, ...] = ()


@dataclass(frozen=True, slots=True)
class _Outlet:
    """One outlet's articles of the story, oldest first, and what it does with each statement and fact."""

    name: str
    articles: tuple[Article, ...]
    statuses: tuple[Status, ...]
    facts: tuple[Status, ...]


def coverage(index: Index, articles: Sequence[Article], statements: Sequence[StatementView]) -> CoverageMatrix:
    """Return the matrix, columns in the order of ``articles``; of many, those with equal columns and family are one."""
    every = facts(index, articles)
    outlets = list(_outlets(index, articles, statements, every))
    shown = [n for n, fact in enumerate(every) if len(fact.articles) > 1][:_FACTS]
    return CoverageMatrix(
        tuple(statements),
        tuple(_columns(index, outlets, shown)),
        tuple(every[n] for n in shown),
        tuple(_reach(o.statuses[n] for o in outlets) for n in range(len(statements))),
        tuple(_reach(o.facts[n] for o in outlets) for n in shown),
        outlets_line(articles),
        tuple(_held(_singled(outlets, statements, every, others_have=False), articles)),
        tuple(_lacking(_singled(outlets, statements, every, others_have=True), articles)),
    )


def _outlets(
    index: Index, articles: Sequence[Article], statements: Sequence[StatementView], every: Sequence[Fact]
) -> Iterator[_Outlet]:
    said: defaultdict[str, list[tuple[int, Status]]] = defaultdict(list)
    for n, view in enumerate(statements):
        for article_id, status in _statuses(view).items():
            said[article_id].append((n, status))
    given: defaultdict[str, list[tuple[int, Status]]] = defaultdict(list)
    for n, fact in enumerate(every):
        for article_id in fact.articles:
            given[article_id].append((n, "verbatim"))
    groups: defaultdict[str, list[Article]] = defaultdict(list)
    for article in articles:
        groups[outlet(article)].append(article)
    for name, group in groups.items():
        missing: Status = "absent" if all(_readable(index, a) for a in group) else "unknown"
        yield _Outlet(
            name,
            tuple(group),
            _filled(missing, len(statements), (told for a in group for told in said[a.id])),
            _filled(missing, len(every), (told for a in group for told in given[a.id])),
        )


def _filled(missing: Status, number: int, told: Iterator[tuple[int, Status]]) -> tuple[Status, ...]:
    """Return a status for each of ``number`` rows: the best that is told, else that of what is missing."""
    statuses: list[Status] = [missing] * number
    for n, status in told:
        if statuses[n] != "verbatim":
            statuses[n] = status
    return tuple(statuses)


def _columns(index: Index, outlets: Sequence[_Outlet], shown: Sequence[int]) -> Iterator[Column]:
    join = len(outlets) > _WIDE
    groups: defaultdict[tuple[str, tuple[Status, ...], tuple[Status, ...]], list[_Outlet]] = defaultdict(list)
    for one in outlets:
        lineage = index.lineages.get(one.articles[0].id) if join and len(one.articles) == 1 else None
        family = lineage.family if lineage and lineage.family else f"alone {one.articles[0].id}"
        groups[family, one.statuses, tuple(one.facts[n] for n in shown)].append(one)
    for (_, statuses, given), group in groups.items():
        yield Column(tuple(a.id for o in group for a in o.articles), tuple(o.name for o in group), statuses, given)


def _reach(statuses: Iterator[Status]) -> int:
    return sum(status in ("verbatim", "paraphrased") for status in statuses)


def _singled(
    outlets: Sequence[_Outlet], statements: Sequence[StatementView], every: Sequence[Fact], *, others_have: bool
) -> Iterator[Only]:
    """Yield the outlets that alone have something, or alone lack what all others have; of three outlets or more."""
    by_statement = _alone([o.statuses for o in outlets], others_have=others_have)
    by_fact = _alone([o.facts for o in outlets], others_have=others_have)
    for n, one in enumerate(outlets):
        said = tuple(statements[i] for i in by_statement.get(n, ()))
        given = tuple(every[i] for i in by_fact.get(n, ()))
        if said or given:
            yield Only(one.name, one.articles[0].id, said, given)


def _held(only: Iterable[Only], articles: Sequence[Article]) -> Iterator[Only]:
    """Yield what outlets alone have without what does not stand alone: see ``Only``. A name is left out where another
    outlet's text has it, too, and it was not found there as a name.
    """
    texts = [(outlet(a), a.text) for a in articles]
    papers = {name_key("organisation", name) for name in {name for name, _ in texts}}
    left = _LOOKED
    for one in only:
        said = tuple(s for s in one.statements if _readable_alone(s, papers))
        names = [f for f in one.facts if f.kind in _NAMED]
        others = [text for name, text in texts if name != one.outlet] if names and left > 0 else []
        looked = set(names[: max(0, left // (len(others) or 1))])
        left -= len(looked) * len(others)
        given = tuple(f for f in one.facts if f not in looked or not any(f.label in text for text in others))
        if said or given:
            yield Only(one.outlet, one.article, said, given, len(one.statements) - len(said))


def _lacking(missing: Iterable[Only], articles: Sequence[Article]) -> Iterator[Only]:
    """Yield what outlets alone lack without names that their text has all the same, if only a surname."""
    for one in missing:
        own = [a.text for a in articles if outlet(a) == one.outlet]
        given = tuple(f for f in one.facts if f.kind not in _NAMED or not any(f.label.split()[-1] in t for t in own))
        if one.statements or given:
            yield Only(one.outlet, one.article, one.statements, given)


def _readable_alone(view: StatementView, papers: set[str]) -> bool:
    if view.speaker is None or len(words(view.wording)) < _FEWEST:
        return False
    return view.speaker == "anonymous" or name_key("organisation", _AGENCY.sub("", view.speaker)) not in papers


def _alone(columns: Sequence[Sequence[Status]], *, others_have: bool) -> dict[int, list[int]]:
    """Return by column the rows in which it stands alone: it has what no other has, or lacks what all others have."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for row, statuses in enumerate(zip(*columns, strict=True)):
        lack = statuses.count("absent")
        have = len(statuses) - lack - statuses.count("unknown")
        if others_have and lack == 1 and have > 1:
            found[statuses.index("absent")].append(row)
        elif not others_have and have == 1 and lack > 1:
            found[next(n for n, s in enumerate(statuses) if s in ("verbatim", "paraphrased"))].append(row)
    return found


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
    """Tell whether absence means something: the article was read whole for quotations, and has a body.

    A text behind a paywall, one that breaks off, and one with more quotations than were kept may have had it.
    """
    body = article.parts("body")
    annotation = index.annotations.get(article.id)
    return (
        bool(body)
        and annotation is not None
        and not annotation.left_out
        and not article.paywalled
        and not _CUT.search(article.text, max(body[-1].start, body[-1].end - 40), body[-1].end)
        and article.page not in _NOT_A_REPORT
    )
