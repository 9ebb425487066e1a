"""Pairs of articles that carry one text, by what they share and by whose hand they are.

Most of both (one text), most of the shorter (a cut, a blurb), or less where both are of one hand (versions of a running
story). A page that holds pieces of several hands is a collection: its pieces are not its family.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from firsthand.model import Copy, Span
from firsthand.model.copies import Copies
from firsthand.model.span import covered
from firsthand.trace.evidence.clocks import Clocks
from firsthand.trace.evidence.hands import author, hands
from firsthand.trace.evidence.tellings import Telling, other_of, span_in, unquoted_characters

# The share of the shorter body that two articles of one family have in common, and the share that must be prose: what
# is only quoted may have been heard by both. After the guidelines of the lineage data: "about half of their text".
MIN_SHARE = 0.5
MIN_PROSE_SHARE = 0.12
MIN_CHARACTERS = 180
# Pairs that share more than half of both bodies, with a margin for what is counted twice. Ours.
MIN_MUTUAL = 0.55
# Versions of a running story share less: two pages of one outlet's own, two texts of one agency (whose reports repeat
# background that makes a third of a short one), and two states of one log, which drops its older entries. Ours, after
# the versions in the lineage dev set (.37, .42 and .16 and more; other pairs of one agency up to .38).
MIN_OWN_VERSION = 0.35
MIN_AGENCY_VERSION = 0.4
MIN_LOG_VERSION = 0.15
MIN_VERSION_CHARACTERS = 400
# Versions follow each other within days; later reports of one hand repeat background. Ours.
MAX_VERSION_DAYS = 3
# A log and an article are one text only if they are the same but for their title.
MIN_LOG_ARTICLE = 0.8
# A page of a feed of which so much stands in one article holds that article's text alone. Ours.
MIN_WHOLE = 0.9
# Pages that collect the texts of others.
_COLLECTIONS = ("aggregator", "index")

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Shared:
    """How much two articles have in common: of the shorter body, of the longer, and in characters."""

    share: float
    mutual: float
    characters: int = 0


@dataclass(frozen=True, slots=True)
class Pairs:
    """What all pairs share, which of them carry one text, and which articles are logs."""

    shared: Mapping[Pair, Shared]
    links: Mapping[Pair, Shared]
    logs: frozenset[str]


def pairs(tellings: Mapping[str, Telling], copies: Iterable[Copy], clocks: Clocks) -> Pairs:
    """Return what pairs of articles share, and the links that make families."""
    every = Copies.of(copies)
    found = ((pair, _shared(tellings, pair, between)) for pair, between in every.by_pair())
    shared = {pair: s for pair, s in found if s.characters}
    logs = frozenset(key for key in {k for pair in shared for k in pair} if tellings[key].own.log)
    links = {pair: s for pair, s in shared.items() if _is_link(tellings, pair, s, logs, clocks)}
    collections = _collections(tellings, every, links)
    return Pairs(shared, {p: s for p, s in links.items() if not _is_piece(tellings, p, s, collections)}, logs)


def longer_of(tellings: Mapping[str, Telling], pair: Pair) -> str:
    """Return the article of a pair that has the longer body; of two of one length the second."""
    return max(reversed(pair), key=lambda key: tellings[key].body_characters())


def _is_piece(tellings: Mapping[str, Telling], pair: Pair, shared: Shared, collections: set[str]) -> bool:
    """Tell whether one article of a pair is a piece of a collection that is of another hand than the piece."""
    if shared.mutual >= MIN_MUTUAL or longer_of(tellings, pair) not in collections:
        return False
    return not hands(tellings[pair[0]]) & hands(tellings[pair[1]])


def _collections(tellings: Mapping[str, Telling], copies: Copies, links: Mapping[Pair, Shared]) -> set[str]:
    """Return the articles that hold the texts of several hands at different places."""
    pieces: dict[str, list[tuple[Span, set[str]]]] = defaultdict(list)
    for pair, shared in links.items():
        if shared.mutual < MIN_MUTUAL:
            whole = longer_of(tellings, pair)
            part = pair[0] if pair[1] == whole else pair[1]
            spans = covered(span_in(c, whole) for c in copies.shared_by(whole) if other_of(c, whole) == part)
            pieces[whole].append((Span(spans[0].start, spans[-1].end), author(tellings[part])))
    return {whole for whole, parts in pieces.items() if len(parts) > 1 and _several_hands(parts)}


def _several_hands(parts: list[tuple[Span, set[str]]]) -> bool:
    """Tell whether two places of a page hold texts that no common hand could have written."""
    places: list[set[str]] = []
    end = -1
    for span, names in sorted(parts, key=lambda p: p[0]):
        if span.start < end:
            places[-1] |= names
        else:
            places.append(set(names))
        end = max(end, span.end)
    known = [names for names in places if names]
    return any(not (known[0] & names) for names in known[1:])


def _shared(tellings: Mapping[str, Telling], pair: tuple[str, str], copies: list[Copy]) -> Shared:
    """Return what two articles share, or nothing where too little of it is prose."""
    first, second = tellings[pair[0]], tellings[pair[1]]
    shorter, longer = sorted((_size(first), _size(second)))
    characters = sum(c.characters for c in copies)
    if characters < MIN_CHARACTERS:
        return Shared(0.0, 0.0)
    prose = min(unquoted_characters(first, copies), unquoted_characters(second, copies))
    if prose < MIN_PROSE_SHARE * shorter:
        return Shared(0.0, 0.0)
    return Shared(min(1.0, characters / shorter), min(1.0, characters / longer), characters)


def _size(telling: Telling) -> int:
    """Return how long a text is: its body, or all that is left of a page whose body was lost."""
    return max(1, len(telling.article.text) if telling.is_bodyless() else telling.body_characters())


def _is_link(tellings: Mapping[str, Telling], pair: Pair, shared: Shared, logs: frozenset[str], clocks: Clocks) -> bool:
    """Tell whether two articles share enough for what they are."""
    first, second = tellings[pair[0]], tellings[pair[1]]
    if first.article.page in _COLLECTIONS or second.article.page in _COLLECTIONS:
        # A page of a feed that is hardly more than one text is a cut of it.
        small = min(pair, key=lambda key: _size(tellings[key]))
        whole = tellings[small].article.page in _COLLECTIONS and shared.share >= MIN_WHOLE
        return shared.mutual >= MIN_MUTUAL or whole
    if (first.id in logs) != (second.id in logs):
        return shared.mutual >= MIN_LOG_ARTICLE
    if shared.share >= MIN_SHARE:
        return True
    if clocks.days_between(*pair) > MAX_VERSION_DAYS:
        return False
    common_hands = hands(first) & hands(second)
    own = first.name == second.name and first.name in common_hands
    least = MIN_LOG_VERSION if first.id in logs else MIN_OWN_VERSION if own else MIN_AGENCY_VERSION
    return bool(common_hands) and shared.share >= least and shared.characters >= MIN_VERSION_CHARACTERS
