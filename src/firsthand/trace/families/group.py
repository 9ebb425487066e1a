"""Families: articles that carry one underlying text, in any version.

Two articles are joined by what they share: most of both (one text), most of the shorter (a cut or a blurb), or less
where both are of one hand (versions of a running story). Groups grow strongest pair first. Pairs that share most of
both close over chains, since two texts of which each is more than half of a third overlap; all others join two groups
only if the articles that lead them share enough too, so a roundup that holds pieces of two reports makes no family.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from firsthand.model import Copy, Span
from firsthand.model.span import covered
from firsthand.text import short_hash
from firsthand.trace.evidence.captions import gallery_links
from firsthand.trace.evidence.clocks import Clocks
from firsthand.trace.evidence.tellings import Telling, common, other_of, span_in
from firsthand.trace.families.pairs import MIN_CHARACTERS, MIN_MUTUAL, Pair, Pairs, longer_of, pairs

__all__ = ["MIN_CHARACTERS", "Family", "families", "shared_share", "shared_spans"]

# What the leading texts of two groups must share for the groups to be joined. Ours.
MIN_LEADER_SHARE = 0.3
# A page that is alone, and stands nearly whole in a member, is a cut of that member, whatever the leader has. Ours.
MIN_PART_SHARE = 0.9


@dataclass(frozen=True, slots=True)
class Family:
    """Articles of one text: ``members`` by time, ``id`` that of the corpus."""

    id: str
    members: tuple[str, ...]


class _Groups:
    """Groups of articles in the making; each knows the article that leads it, its earliest."""

    def __init__(self, clocks: Clocks) -> None:
        self._clocks = clocks
        self._members: dict[str, list[str]] = {}

    def of(self, article: str) -> list[str]:
        return self._members.setdefault(article, [article])

    def leader(self, group: list[str]) -> str:
        return group[0]

    def join(self, first: str, second: str) -> None:
        """Put two groups together, the smaller into the larger; the earlier leader leads."""
        small, large = sorted((self.of(first), self.of(second)), key=len)
        if small is large:
            return
        if self._clocks.order(small[0]) < self._clocks.order(large[0]):
            small[0], large[0] = large[0], small[0]
        large.extend(small)
        for key in (*small, large[0]):
            self._members[key] = large

    def found(self) -> Iterable[list[str]]:
        unique = {id(members): members for members in self._members.values() if len(members) > 1}
        return unique.values()


def families(tellings: Mapping[str, Telling], copies: Iterable[Copy], clocks: Clocks | None = None) -> list[Family]:
    """Return the families of two articles and more."""
    clocks = clocks or Clocks({key: t.article for key, t in tellings.items()})
    found = pairs(tellings, copies, clocks)
    groups = _Groups(clocks)
    for pair in sorted(found.links, key=lambda p: (-found.links[p].mutual, p)):
        if found.links[pair].mutual >= MIN_MUTUAL:
            groups.join(*pair)
    for pair in sorted(found.links, key=lambda p: (-found.links[p].share, p)):
        if groups.of(pair[0]) is not groups.of(pair[1]) and _may_join(groups, pair, found, tellings):
            groups.join(*pair)
    for pair in gallery_links(tellings):
        if len(groups.of(pair[0])) == 1:
            groups.join(*pair)
    return sorted((_family(members, clocks) for members in groups.found()), key=lambda f: f.id)


def shared_spans(telling: Telling, others: Iterable[str]) -> list[Span]:
    """Return what of a telling's text stands in any of the other articles too."""
    wanted = others if isinstance(others, set | frozenset) else set(others)
    return covered(span_in(c, telling.id) for c in telling.copies if other_of(c, telling.id) in wanted)


def shared_share(telling: Telling, others: Iterable[str]) -> float:
    """Return the share of a telling's body that stands in any of the other articles too."""
    body = [Span(s.start, s.end) for s in telling.article.parts("body")]
    return common(shared_spans(telling, others), body) / max(1, telling.body_characters())


def _may_join(groups: _Groups, link: Pair, found: Pairs, tellings: Mapping[str, Telling]) -> bool:
    """Tell whether a pair that shares less than most of both may put its groups together."""
    a, b = groups.of(link[0]), groups.of(link[1])
    leaders = groups.leader(a), groups.leader(b)
    # States of one log may share nothing with its first: the chain holds them.
    if set(leaders) <= set(link) or set(link) <= found.logs:
        return True
    part = next(key for key in link if key != longer_of(tellings, link))
    if len(groups.of(part)) == 1 and found.links[link].share >= MIN_PART_SHARE:
        return True
    between = (found.shared.get(leaders), found.shared.get((leaders[1], leaders[0])))
    return any(s is not None and s.share >= MIN_LEADER_SHARE for s in between)


def _family(members: list[str], clocks: Clocks) -> Family:
    clocks.doubt_first(members)
    return Family(short_hash("family", *sorted(members)), tuple(sorted(members, key=clocks.order)))
