"""One utterance told in words that have little in common, known by the company it keeps.

Two accounts of one speaker on one occasion that each report a few utterances mostly report the same few. So a group of
wordings that is the best match of another in the other account, and that one's best in turn, is likely one with it at
a likeness that would say little of two quotations out of context. Groups join in stars here too, never in chains.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

# From this likeness on a match that is the best on both sides is one utterance: where the two accounts have no other
# utterance in common, where they have one, and where they have more. In accounts drawn from hard pairs recall rises
# from .89 to .95 by what joins so, and precision falls from .95 to .94 (benchmarks/variants/accounts.py).
BEST_MATCH = (0.38, 0.2, 0.12)
# The second best on either side has at most this part of the best one's likeness (ours).
RUNNER_UP = 0.7
# Of the distinct accounts of a block so many are held together, those that most articles give first, and so many
# utterances of each: bounds a block of any size (ours).
ACCOUNTS = 16
UTTERANCES = 32

Likeness = Mapping[int, Mapping[int, float]]


@dataclass(frozen=True, slots=True)
class Account:
    """What one article has of a speaker: groups in the order of the text, and which of them it has word by word."""

    groups: tuple[int, ...]
    direct: frozenset[int]


def account(said: Iterable[tuple[int, int, bool]]) -> Account:
    """Return the account of an article's quotations ``(start, group, direct)``."""
    ordered = sorted(said)
    return Account(tuple(dict.fromkeys(g for _, g, _ in ordered)), frozenset(g for _, g, direct in ordered if direct))


def likeness(groups: Sequence[Sequence[int]], scores: Sequence[Mapping[int, float]]) -> dict[int, dict[int, float]]:
    """Return how alike two groups of wordings are, from how alike two wordings are: the mean over the smaller one's
    wordings of the best that each has in the other.
    """
    group_of = {place: number for number, places in enumerate(groups) for place in places}
    best: dict[tuple[int, int], dict[int, float]] = defaultdict(dict)
    for place, row in enumerate(scores):
        for other, score in row.items():
            known = best[group_of[place], group_of[other]]
            known[place] = max(known.get(place, 0.0), score)
    out: dict[int, dict[int, float]] = defaultdict(dict)
    for (one, other), found in best.items():
        if one != other and (len(groups[one]), one) <= (len(groups[other]), other):
            out[one][other] = out[other][one] = sum(found.values()) / len(groups[one])
    return out


def joined(accounts: Iterable[Account], alike: Likeness) -> dict[int, int]:
    """Return for each group that joins another the one it joins; groups are numbered the best attested first.

    ``alike`` is how likely two groups are one utterance by their words, in [0, 1], both ways; what it has not is 0.
    """
    matched: set[tuple[int, int]] = set()
    common = [account for account, _ in sorted(Counter(map(_bounded, accounts)).items(), key=_rank)[:ACCOUNTS]]
    for one, other in combinations(common, 2):
        left = [g for g in one.groups if g not in other.groups]
        right = [g for g in other.groups if g not in one.groups]
        found = [p for p in _best_matches(left, right, alike) if _in_order(p, one.groups, other.groups)]
        company = len(one.groups) - len(left) + len(found) - 1
        needed = BEST_MATCH[min(company, len(BEST_MATCH) - 1)]
        matched.update((i, j) for i, j in found if alike[i][j] >= needed)
    return _stars(sorted({(min(p), max(p)) for p in matched}, key=lambda p: (-alike[p[0]][p[1]], p)), common)


def _bounded(account: Account) -> Account:
    return Account(account.groups[:UTTERANCES], account.direct)


def _rank(item: tuple[Account, int]) -> tuple[int, tuple[int, ...], list[int]]:
    account, articles = item
    return -articles, account.groups, sorted(account.direct)


def _best_matches(left: Sequence[int], right: Sequence[int], alike: Likeness) -> Iterator[tuple[int, int]]:
    """Yield the pairs that are each other's best by a margin."""
    for one in left:
        other = _clear_best(one, right, alike)
        if other is not None and _clear_best(other, left, alike) == one:
            yield one, other


def _clear_best(of: int, among: Iterable[int], alike: Likeness) -> int | None:
    near = alike.get(of, {})
    best = sorted(((near[g], -g) for g in among if g in near), reverse=True)[:2]
    clear = bool(best) and best[0][0] >= BEST_MATCH[-1] and all(p <= RUNNER_UP * best[0][0] for p, _ in best[1:])
    return -best[0][1] if clear else None


def _in_order(pair: tuple[int, int], one: Sequence[int], other: Sequence[int]) -> bool:
    """Tell whether both stand on the same side of each utterance that both accounts have."""
    a, b = one.index(pair[0]), other.index(pair[1])
    return all((one.index(g) < a) == (other.index(g) < b) for g in one if g in other)


def _stars(pairs: Iterable[tuple[int, int]], accounts: Sequence[Account]) -> dict[int, int]:
    """Return what joins what: the likeliest first, nothing through a third, nothing that one article tells apart."""
    told: dict[int, set[int]] = defaultdict(set)
    for number, account in enumerate(accounts):
        for g in account.direct:
            told[g].add(number)
    into: dict[int, int] = {}
    for hub, other in pairs:
        if other in into.values():
            hub, other = other, hub
        free = hub not in into and other not in into and other not in into.values()
        if free and told[hub].isdisjoint(told[other]):
            into[other] = hub
            told[hub] |= told[other]
    return into
