"""What is said of a thing, beside the words it is said in: whether it is denied, how sure it is, who did it to whom.

Two wordings of one utterance may deny in other ways ("not accept", "reject"), and tell who did what in the passive. So
a pair is judged as a pair: an opposite on one side undoes a negation on the other, and a passive turns roles round.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from firsthand.link.statements.lexicon import (
    CONDITIONS,
    DUTIES,
    FUNCTION_WORDS,
    FUTURE,
    HEDGES,
    NEGATIONS,
    NUMERALS,
    OPPOSITES,
    SURE,
    VALUES,
    WISHES,
)
from firsthand.link.statements.synonyms import sense

Passives = frozenset[tuple[str, str]]

MANNERS = ("hedged", "bound", "wished", "on condition", "to come")
# Words before the "by" of a passive that are looked at (ours).
PASSIVE_SPAN = 6
_BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "am", "get", "gets", "got"])
_MARKS = NEGATIONS | HEDGES | DUTIES | WISHES | CONDITIONS | FUTURE | VALUES | SURE | {"going"}
_NO_CONTRAST = {False: ("to come",), True: ("to come", "bound")}
# Words after "want" of which one is "to" where another is to do it (ours).
DEMAND_SPAN = 8
_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non")


def is_mark(word: str) -> bool:
    """Tell whether a word says how something is said to be, not what: what contrasts are read from."""
    return word in _MARKS


def manner(norms: Sequence[str]) -> tuple[bool, ...]:
    """Return which of ``MANNERS`` the words have."""
    found = {w for w, then in _pairs([*norms, ""]) if (w, then) != ("could", "not")}
    bound = not DUTIES.isdisjoint(found) or _demands(norms)
    to_come = not FUTURE.isdisjoint(found) or any(w == "going" and then == "to" for w, then in _pairs(norms))
    hedged, wished, on_condition = (not words.isdisjoint(found) for words in (HEDGES, WISHES, CONDITIONS))
    wished = wished and not _demands(norms)
    return hedged, bound, wished, on_condition, to_come


def _demands(norms: Sequence[str]) -> bool:
    """Tell whether somebody wants another to do it ("want them to leave"): then these ought to."""
    wants = [place for place, word in enumerate(norms[:-1]) if word in ("want", "wants", "wanted")]
    return any(norms[n + 1] != "to" and "to" in norms[n + 2 : n + 2 + DEMAND_SPAN] for n in wants)


def has_to(norms: Sequence[str]) -> bool:
    """Tell whether somebody has to do it. A report may add that or leave it out, so it is no contrast by itself."""
    return any(w in ("have", "has", "had") and then == "to" for w, then in _pairs(norms))


def manners_differ(one: tuple[bool, ...], other: tuple[bool, ...], *, has_to: bool) -> bool:
    """Tell whether two manners contrast; what is to come does not count, nor a duty where either side has to."""
    return any(a != b for name, a, b in zip(MANNERS, one, other, strict=True) if name not in _NO_CONTRAST[has_to])


def _pairs(norms: Sequence[str]) -> Iterator[tuple[str, str]]:
    return pairwise(norms)


def passives(norms: Sequence[str]) -> Passives:
    """Return deed and doer of each passive, as senses: the words before a "by", and the first word of content after it.

    The deed stands right before "by" or after a form of "be" near it; amounts ("by 75 percent") do nothing.
    """
    out: set[tuple[str, str]] = set()
    for place, word in enumerate(norms):
        if word == "by":
            doer = next((w for w in norms[place + 1 : place + 4] if w not in FUNCTION_WORDS), "")
            near = norms[max(0, place - PASSIVE_SPAN) : place]
            began = max((n for n, w in enumerate(near) if w in _BE), default=len(near) - 2)
            if doer and not doer[0].isdecimal() and doer not in NUMERALS:
                out.update((sense(deed), sense(doer)) for deed in near[max(began + 1, 0) :])
    return frozenset(out)


def opposites(one: Iterable[str], other: Iterable[str]) -> frozenset[str]:
    """Return the senses on either side that have an opposite on the other."""
    ours, theirs = frozenset(one), frozenset(other)
    pairs = [(s, t) for s in ours for t in _contraries().get(s, ()) if t in theirs]
    pairs += [(s, t) for s in ours for t in theirs if _negates_by_prefix(s, t) or _negates_by_prefix(t, s)]
    return frozenset(s for pair in pairs for s in pair)


def _negates_by_prefix(negative: str, positive: str) -> bool:
    """Tell whether one word is the other with a prefix that negates: "unfair", "fair"."""
    bare = next((negative[len(p) :] for p in _PREFIXES if negative.startswith(p)), "")
    return len(bare) >= 3 and positive.startswith(bare)


@cache
def _contraries() -> dict[str, frozenset[str]]:
    out: dict[str, set[str]] = {}
    for one, other in OPPOSITES:
        out.setdefault(sense(one), set()).add(sense(other))
        out.setdefault(sense(other), set()).add(sense(one))
    return {key: frozenset(found) for key, found in out.items()}


def swapped(one: Sequence[str], passive: Passives, other: Sequence[str], other_passive: Passives) -> bool:
    """Tell whether who did it and whom it was done to have changed places: "A beat B" and "B beat A".

    ``one`` and ``other`` are senses in order, beside them what ``passives`` found. Of the senses that both have once,
    two stretches have changed places around what stands between, the deed, and all else is in one order; or nothing
    has changed places, and only one tells the deed in the passive.
    """
    first, then = _shared(one, other), _shared(other, one)
    if first == then:
        deeds = {deed for deed, doer in passive ^ other_passive if doer in first}
        return any(deed in deeds for deed in first[1:-1])
    while first[0] == then[0]:
        first, then = first[1:], then[1:]
    while first[-1] == then[-1]:
        first, then = first[:-1], then[:-1]
    left, right = len(first) - then.index(first[0]), then.index(first[-1]) + 1
    between = first[left:-right]
    turned = {deed for deed, _ in passive} ^ {deed for deed, _ in other_passive}
    return bool(between) and turned.isdisjoint(between) and then == first[-right:] + between + first[:left]


def _shared(one: Sequence[str], other: Sequence[str]) -> list[str]:
    once, also = Counter(one), Counter(other)
    return [s for s in one if once[s] == also[s] == 1]
