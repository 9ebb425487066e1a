"""What grouping holds of a quotation, and of all quotations of a block with the same words."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from firsthand.link.statements.blocks import runs
from firsthand.link.statements.occasions import Occasion, apart, occasion
from firsthand.link.statements.wording import Wording
from firsthand.model import Quotation

# The same words on two occasions are two utterances, unless they are this many: nobody says so much twice in the same
# words, and an article that has another occasion is mistaken (ours).
PROOF_WORDS = 12
# Of the occasions that articles give for one wording so many are compared.
OCCASIONS = 4


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation with what grouping needs: ``speaker`` is a key over the corpus, "anonymous" or None; ``order`` sorts
    by time, article and place; ``story`` is the article's own id where it is in none; ``language`` is the article's.
    """

    quotation: Quotation
    text: str
    wording: Wording
    speaker: str | None
    story: str
    order: tuple[str, str, int, str]
    day: date | None
    language: str | None = None


@dataclass(slots=True)
class Node:
    """All quotations of a block with the same words, said on one occasion as far as is told."""

    wording: Wording
    said: list[Said]
    articles: frozenset[str]
    direct_in: frozenset[str]
    runs: frozenset[int]
    occasions: tuple[Occasion, ...]
    days: tuple[date, ...]

    def words(self) -> int:
        """Return how many words it has."""
        return self.wording.whole.text.count(" ") + 1


def nodes(block: Iterable[Said]) -> list[Node]:
    """Return one node for each distinct wording, the best attested first; of equals the direct, then the longest."""
    same: dict[str, list[Said]] = defaultdict(list)
    for s in block:
        same[s.wording.key].append(s)
    return sorted((_node(part) for said in same.values() for part in _by_occasion(said)), key=_rank)


def _by_occasion(said: list[Said]) -> list[list[Said]]:
    """Return quotations of the same words in parts, each of one occasion as far as is told; the first takes what tells
    none.
    """
    parts = [[said[0]]]
    short = said[0].wording.whole.text.count(" ") + 1 < PROOF_WORDS
    for s in said[1:]:
        own = occasion(s.quotation.occasion)
        for part in parts[:OCCASIONS] if short and own is not None else parts[:1]:
            first = part[0]
            if (
                not short
                or own is None
                or not apart(occasion(first.quotation.occasion), own, _between(first.day, s.day))
            ):
                part.append(s)
                break
        else:
            parts.append([s])
    return parts


def _between(one: date | None, other: date | None) -> int:
    return 0 if one is None or other is None else abs((one - other).days)


def _node(said: list[Said]) -> Node:
    told = dict.fromkeys(found for s in said if (found := occasion(s.quotation.occasion)) is not None)
    return Node(
        wording=said[0].wording,
        said=said,
        articles=frozenset(s.quotation.article for s in said),
        direct_in=frozenset(s.quotation.article for s in said if s.quotation.type == "direct"),
        runs=runs(said[0].wording),
        occasions=tuple(told)[:OCCASIONS],
        days=tuple(sorted({s.day for s in said if s.day is not None})),
    )


def _rank(node: Node) -> tuple[int, bool, int, str, tuple[str, str, int, str]]:
    return -len(node.articles), not node.direct_in, -len(node.wording.whole.stems), node.wording.key, node.said[0].order


def days_between(one: Node, other: Node) -> int:
    """Return how many days lie at least between an article of one and one of the other; 0 where none is dated."""
    if not one.days or not other.days or (one.days[0] <= other.days[-1] and other.days[0] <= one.days[-1]):
        return 0
    return max((other.days[0] - one.days[-1]).days, (one.days[0] - other.days[-1]).days)


def two_occasions(one: Node, other: Node) -> bool:
    """Tell whether all that is told of when and where they were said shows that it was twice."""
    days = days_between(one, other)
    pairs: Sequence[tuple[Occasion, Occasion]] = [(a, b) for a in one.occasions for b in other.occasions]
    return bool(pairs) and all(apart(a, b, days) for a, b in pairs)
