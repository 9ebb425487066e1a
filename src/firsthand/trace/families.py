"""Families: articles that carry one underlying text.

Pairs are joined strongest first, and two groups are joined only if the texts that lead them share enough too: a
roundup that holds pieces of two agency reports does not make one family of them. Never a closure over all pairs.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from firsthand.model import Copy, Span
from firsthand.model.span import covered
from firsthand.text import short_hash
from firsthand.trace.evidence import Telling, by_pair, common, other_of, span_in, unquoted_characters

# The share of the shorter body that two articles of one family have in common, and the share that must be prose: what
# is only quoted may have been heard by both. After the guidelines of the lineage data: "about half of their text".
MIN_SHARE = 0.5
MIN_PROSE_SHARE = 0.12
MIN_CHARACTERS = 180
# What the leading texts of two groups must share for the groups to be joined. Ours.
MIN_LEADER_SHARE = 0.3
# Pages that collect the texts of others.
_COLLECTIONS = ("aggregator", "index", "liveblog")


@dataclass(frozen=True, slots=True)
class Family:
    """Articles of one text: ``members`` by time, ``id`` that of the corpus."""

    id: str
    members: tuple[str, ...]


def families(tellings: Mapping[str, Telling], copies: Iterable[Copy]) -> list[Family]:
    """Return the families of two articles and more."""
    shares = {pair: _share(tellings, pair, found) for pair, found in by_pair(copies).items()}
    strong = sorted((pair for pair, share in shares.items() if share >= MIN_SHARE), key=lambda p: (-shares[p], p))
    group: dict[str, list[str]] = {key: [key] for key in tellings}
    for first, second in strong:
        a, b = group[first], group[second]
        if a is not b and _leaders_agree(a, b, (first, second), shares, tellings):
            a.extend(b)
            for key in b:
                group[key] = a
    unique = {id(members): members for members in group.values() if len(members) > 1}
    return sorted((_family(members, tellings) for members in unique.values()), key=lambda f: f.id)


def shared_spans(telling: Telling, others: Iterable[str]) -> list[Span]:
    """Return what of a telling's text stands in any of the other articles too."""
    wanted = set(others)
    return covered(span_in(c, telling.id) for c in telling.copies if other_of(c, telling.id) in wanted)


def shared_share(telling: Telling, others: Iterable[str]) -> float:
    """Return the share of a telling's body that stands in any of the other articles too."""
    body = [Span(s.start, s.end) for s in telling.article.parts("body")]
    return common(shared_spans(telling, others), body) / max(1, telling.body_characters())


def _share(tellings: Mapping[str, Telling], pair: tuple[str, str], copies: list[Copy]) -> float:
    """Return the share of the shorter body, or 0 where too little of it is prose."""
    first, second = tellings[pair[0]], tellings[pair[1]]
    if first.article.page in _COLLECTIONS or second.article.page in _COLLECTIONS:
        return 0.0
    shorter = max(1, min(first.body_characters(), second.body_characters()))
    characters = sum(c.characters for c in copies)
    prose = min(unquoted_characters(first, copies), unquoted_characters(second, copies))
    if characters < MIN_CHARACTERS or prose < MIN_PROSE_SHARE * shorter:
        return 0.0
    return min(1.0, characters / shorter)


def _leaders_agree(
    a: list[str],
    b: list[str],
    link: tuple[str, str],
    shares: Mapping[tuple[str, str], float],
    tellings: Mapping[str, Telling],
) -> bool:
    leaders = tuple(min(group, key=lambda key: tellings[key].order) for group in (a, b))
    if set(leaders) <= set(link) or (len(a) == 1 and len(b) == 1):
        return True
    share = max(shares.get((leaders[0], leaders[1]), 0.0), shares.get((leaders[1], leaders[0]), 0.0))
    if share >= MIN_LEADER_SHARE:
        return True
    # A large family is tied by a star and a chain of pairs only; a leader that is in the link stands for its group.
    return shares.get(link, 0.0) >= 0.9


def _family(members: list[str], tellings: Mapping[str, Telling]) -> Family:
    ordered = tuple(sorted(members, key=lambda key: tellings[key].order))
    return Family(short_hash("family", *sorted(members)), ordered)
