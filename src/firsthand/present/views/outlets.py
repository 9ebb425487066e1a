"""What each article of a story is, seen from where its text and news come from."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from firsthand.data.press import is_agency
from firsthand.model import Article, Authorship, Lineage, Reason
from firsthand.present.labels import is_unknown, outlet, same_name
from firsthand.present.views.index import Index

OriginKind = Literal["named", "own", "unknown"]


# The rules of a reason that cites the words of a credit, and of one that is the user's word.
CREDIT, CORRECTED = "credit", "corrected"


@dataclass(frozen=True, slots=True)
class OutletRow:
    """One article of a story.

    ``kind`` is its authorship: ``own`` (the outlet's own reporting), ``wire`` (another's text), ``rewrite`` (own
    writing on another's text or news) or ``unknown``. ``time`` is when it was published, for reading. ``origin`` is
    whose text or news it is, None for its own or an unknown one. ``credited`` tells whether the article names that
    origin; None where there is none to name.
    """

    article: Article
    outlet: str
    time: str
    kind: Authorship
    relation: str
    origin: str | None
    credited: bool | None
    rests_on: tuple[str, ...]
    reasons: tuple[Reason, ...]

    @property
    def corrected(self) -> bool:
        """Whether the user's word is among its reasons."""
        return by_hand(self.reasons)


@dataclass(frozen=True, slots=True)
class OriginShare:
    """The part of a story's articles that goes back to one origin; own reporting is one share, each outlet in it."""

    kind: OriginKind
    name: str
    articles: tuple[str, ...]
    outlets: tuple[str, ...]

    @property
    def note(self) -> str:
        """What kind of origin it is, where that is known and the name does not say it."""
        return "news agency" if self.kind == "named" and is_agency(self.name) else ""


def outlet_row(index: Index, article: Article) -> OutletRow:
    """Return what ``article`` is; one that was not traced is unknown."""
    lineage = index.lineages.get(article.id)
    if lineage is None:
        return OutletRow(article, outlet(article), index.time(article), "unknown", "Not traced", None, None, (), ())
    origin = _origin(index, article, lineage)
    kind, relation = _relation(lineage, origin)
    if lineage.authorship != "unknown":  # an older firsthand did not say
        kind = lineage.authorship
    credited = None if origin is None else names_origin(lineage)
    rests = tuple(outlet(article) if name == "own" else index.origin(name) for name in lineage.rests_on)
    return OutletRow(
        article, outlet(article), index.time(article), kind, relation, origin, credited, rests, lineage.reasons
    )


def origin_shares(rows: Sequence[OutletRow]) -> tuple[OriginShare, ...]:
    """Return the origins that the rows' articles go back to: named ones by size, then own reporting, then unknown."""
    named: defaultdict[str, list[OutletRow]] = defaultdict(list)
    own = [row for row in rows if row.kind == "own"]
    unknown = [row for row in rows if row.kind != "own" and row.origin is None]
    for row in rows:
        if row.kind != "own" and row.origin is not None:
            named[row.origin].append(row)
    # An agency's own page belongs with those who carry it, not beside them.
    for row in list(own):
        for name, group in named.items():
            # An agency's page rests on itself, under the name that others credit.
            if any(same_name(name, own_name) for own_name in (row.outlet, *row.rests_on)):
                group.insert(0, row)
                own.remove(row)
                break
    shares = [_share("named", name, named[name]) for name in sorted(named, key=lambda n: (-len(named[n]), n))]
    return (
        *shares,
        *([_share("own", "Own reporting", own)] if own else []),
        *([_share("unknown", "Origin not known", unknown)] if unknown else []),
    )


def names_origin(lineage: Lineage) -> bool:
    """Tell whether the article's text names whom it draws on: tracing gives the credit's words as a reason."""
    return any(reason.rule == CREDIT for reason in lineage.reasons)


def by_hand(reasons: Iterable[Reason]) -> bool:
    """Tell whether the user's word is among the reasons."""
    return any(reason.rule == CORRECTED for reason in reasons)


def _origin(index: Index, article: Article, lineage: Lineage) -> str | None:
    """Return the other whose text or news the article carries: who wrote it, else whom it draws or rests on."""
    if lineage.relation in ("original", "independent"):
        return None
    for name in (lineage.origin, *lineage.draws_on, *lineage.rests_on):
        resolved = index.origin(name)
        if not is_unknown(name) and name != "own" and not same_name(resolved, outlet(article)):
            return resolved
    return None


def _relation(lineage: Lineage, origin: str | None) -> tuple[Authorship, str]:
    whose = f"{origin}’s" if origin else "another outlet’s"
    if origin is None and is_unknown(lineage.origin):
        return "unknown", "Origin not known"
    if origin is None and lineage.relation == "verbatim":
        return "own", "Its own text, found more than once"
    match lineage.relation:
        case "verbatim":
            return "wire", f"Carries {whose} text"
        case "partial":
            return "rewrite", f"Own writing with passages of {whose} text"
        case "cites":
            return "rewrite", f"Own writing on {whose} news"
        case "original":
            return "own", "Own reporting, used by others"
    return "own", "Own reporting"


def _share(kind: OriginKind, name: str, rows: Iterable[OutletRow]) -> OriginShare:
    group = list(rows)
    return OriginShare(kind, name, tuple(r.article.id for r in group), tuple(dict.fromkeys(r.outlet for r in group)))
