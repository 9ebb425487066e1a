"""Quotations into statements: stars around the best-attested wordings, no chains.

Within a story and for one speaker each wording is either a hub or joins the hub it is most like; nothing joins through
a third. Then stars join that the accounts they stand in show to be one utterance (``context.py``). Past that, only the
same words in a row bring quotations together: those whose speaker is unresolved with their fellows in the story, and
those of one speaker across stories that lie near in time.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from firsthand.link.statements.blocks import candidates, runs
from firsthand.link.statements.context import account, joined, likeness
from firsthand.link.statements.similarity import Weights, probabilities
from firsthand.link.statements.wording import Wording, amounts_differ
from firsthand.model import Quotation

# Two wordings of one speaker in one story from here on report one utterance: precision .83, recall .82 on held-out
# topics of benchmarks/variants/pairs.jsonl, where every pair but the alike ones is a hard one (fit.py).
LIKELY = 0.4
# Unnamed speakers may be several: what they say must be the more alike (ours).
ANONYMOUS_MARGIN = 0.2
# An article seldom retells one utterance twice: two indirect quotations of one must be the more alike (ours).
RETOLD_MARGIN = 0.15
# Likeness in per cent of two texts, or of one and a stretch of the other, that are the same words but for slips (ours).
VERBATIM = 90.0
# Of two whole texts that differ in a number or a negation, and are still one report changed (ours).
CHANGED = 88.0
# Two wordings are as long if the shorter has this part of the longer's letters: one is no part of the other (ours).
AS_LONG = 0.8
# A text is a stretch of another only if it is at most this many times as long (ours; a slip may lengthen it).
LONGER = 1.1
# A text with words left out inside is the other one cut if that is at most this many times as long (ours).
CUT = 2
# Fewer words than these prove nothing by being the same (ours).
FEW_WORDS = 5
FEW_WORDS_ELSEWHERE = 8
# Of statements that share a run of words, and of the wordings of each, so many are compared: bounds a slogan (ours).
COMPARED = 16

ANONYMOUS = "anonymous"


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation with what grouping needs: ``speaker`` is a key over the corpus, "anonymous" or None; ``order`` sorts
    by time, article and place; ``story`` is the article's own id where it is in none.
    """

    quotation: Quotation
    text: str
    wording: Wording
    speaker: str | None
    story: str
    order: tuple[str, str, int, str]
    day: date | None


@dataclass(slots=True)
class Node:
    """All quotations of a block with the same words."""

    wording: Wording
    said: list[Said]
    articles: frozenset[str]
    direct_in: frozenset[str]
    runs: frozenset[int]


@dataclass(slots=True)
class Star:
    """A hub and its fellows in one block, the hub first; ``joined`` came from elsewhere and brings in nothing more."""

    speaker: str | None
    story: str
    nodes: list[Node]
    joined: list[Node] = field(default_factory=list)

    def said(self) -> list[Said]:
        """Return its quotations in order."""
        return sorted((s for node in self.nodes + self.joined for s in node.said), key=lambda s: s.order)

    def day(self) -> date | None:
        """Return the day of the earliest quotation of its own that is dated."""
        return min((s.day for node in self.nodes for s in node.said if s.day is not None), default=None)

    def runs(self) -> frozenset[int]:
        """Return the runs of words in its own wordings."""
        return frozenset[int]().union(*(node.runs for node in self.nodes[:COMPARED]))


def group(said: Iterable[Said], *, days: float) -> list[list[Said]]:
    """Return the quotations as statements, each in order of time, article and place; see the module for the rules.

    ``days`` bounds how far statements of two stories lie apart. The result does not depend on the order given.
    """
    ordered = sorted(said, key=lambda s: s.order)
    weights = Weights({s.wording.key: s.wording for s in ordered}.values())
    blocks: dict[tuple[str, str | None], list[Said]] = defaultdict(list)
    for s in ordered:
        blocks[s.story, s.speaker].append(s)
    by_story: dict[str, list[Star]] = defaultdict(list)
    for (story, _), block in blocks.items():
        by_story[story].extend(_stars(_nodes(block), weights))
    stars = [star for found in by_story.values() for star in _adopt(found)]
    joined = _across(sorted(stars, key=lambda star: star.said()[0].order), days)
    return sorted((star.said() for star in joined), key=lambda quotations: quotations[0].order)


def _nodes(block: Iterable[Said]) -> list[Node]:
    """Return one node for each distinct wording, the best attested first; of equals the direct, then the longest."""
    same: dict[str, list[Said]] = defaultdict(list)
    for s in block:
        same[s.wording.key].append(s)
    return sorted(map(_node, same.values()), key=_rank)


def _node(said: list[Said]) -> Node:
    direct = frozenset(s.quotation.article for s in said if s.quotation.type == "direct")
    wording = said[0].wording
    return Node(wording, said, frozenset(s.quotation.article for s in said), direct, runs(wording))


def _rank(node: Node) -> tuple[int, bool, int, str]:
    return -len(node.articles), not node.direct_in, -len(node.wording.whole.stems), node.wording.key


def _stars(nodes: Sequence[Node], weights: Weights) -> list[Star]:
    """Group the wordings of one speaker in one story."""
    speaker, story = nodes[0].said[0].speaker, nodes[0].said[0].story
    named = speaker not in (None, ANONYMOUS)
    scores = _scores(nodes, weights)
    groups = _around_hubs(scores, LIKELY if named else LIKELY + ANONYMOUS_MARGIN)
    if named:
        groups = _in_context(nodes, groups, scores)
    return [Star(speaker, story, [nodes[place] for place in places]) for places in groups]


def _around_hubs(scores: Sequence[dict[int, float]], needed: float) -> list[list[int]]:
    """Return the places of nodes in groups, each a hub and what is likelier one utterance with it than with another."""
    likely = [{other: score for other, score in row.items() if score >= needed} for row in scores]
    hubs: set[int] = set()
    for place in range(len(likely)):
        if hubs.isdisjoint(likely[place]):
            hubs.add(place)
    groups = {hub: [hub] for hub in sorted(hubs)}
    for place in sorted(set(range(len(likely))) - hubs):
        near = {hub: score for hub, score in likely[place].items() if hub in hubs}
        groups[max(near, key=lambda hub: (near[hub], -hub))].append(place)
    return list(groups.values())


def _scores(nodes: Sequence[Node], weights: Weights) -> list[dict[int, float]]:
    """Return for each node those that are at all like it, and how likely they report one utterance."""
    pairs = list(candidates([node.wording for node in nodes], weights))
    found = probabilities([(nodes[i].wording, nodes[j].wording) for i, j in pairs], weights)
    scores: list[dict[int, float]] = [{} for _ in nodes]
    for (i, j), probability in zip(pairs, found.tolist(), strict=True):
        scores[i][j] = scores[j][i] = _judged(nodes[i], nodes[j], probability)
    return scores


def _in_context(
    nodes: Sequence[Node], groups: Sequence[list[int]], scores: Sequence[dict[int, float]]
) -> list[list[int]]:
    """Return the groups, those joined that the accounts they stand in show to be one utterance."""
    group_of = {place: number for number, places in enumerate(groups) for place in places}
    told: dict[str, list[tuple[int, int, bool]]] = defaultdict(list)
    for place, node in enumerate(nodes):
        for q in (s.quotation for s in node.said):
            told[q.article].append((q.start, group_of[place], q.type == "direct"))
    into = joined(map(account, told.values()), likeness(groups, scores))
    out = {number: list(places) for number, places in enumerate(groups) if number not in into}
    for number, hub in sorted(into.items()):
        out[hub].extend(groups[number])
    return list(out.values())


def _judged(a: Node, b: Node, probability: float) -> float:
    """Return the probability, but certain for the same words, and none for what one article quotes as two."""
    if not a.runs.isdisjoint(b.runs) and verbatim(a.wording, b.wording):
        return 1.0
    if a.direct_in & b.direct_in:
        return 0.0
    if _contradict(a.wording, b.wording):
        return 1.0 if not a.articles & b.articles and _changed(a.wording, b.wording) else 0.0
    twice = bool(a.articles & b.articles) and not (a.direct_in or b.direct_in)
    return max(probability - RETOLD_MARGIN, 0.0) if twice else probability


def verbatim(a: Wording, b: Wording) -> bool:
    """Tell whether the words that one sets in marks stand in the other but for slips, and enough of them to show it."""
    if _contradict(a, b) or amounts_differ(a.whole.numbers, b.whole.numbers):
        return False
    return _stands_in(a.pieces, b.whole.text) or _stands_in(b.pieces, a.whole.text)


def _stands_in(pieces: Iterable[str], text: str) -> bool:
    able = [piece for piece in pieces if piece.count(" ") + 1 >= FEW_WORDS and len(piece) <= LONGER * len(text)]
    if any(fuzz.partial_ratio(piece, text, score_cutoff=VERBATIM) > 0 for piece in able):
        return True
    return any(_cut_inside(piece.split(" "), text.split(" ")) for piece in able)


def _cut_inside(piece: Sequence[str], text: Sequence[str]) -> bool:
    """Tell whether all words of ``piece`` stand in ``text`` in their order, where one outlet left some out between."""
    if not FEW_WORDS_ELSEWHERE <= len(piece) <= len(text) <= CUT * len(piece):
        return False
    return LCSseq.similarity(piece, text, score_cutoff=len(piece)) > 0


def _contradict(a: Wording, b: Wording) -> bool:
    """Tell whether of two wordings as long the numbers differ, or one negates and the other does not."""
    as_long = min(len(a.key), len(b.key)) > AS_LONG * max(len(a.key), len(b.key))
    opposed = a.whole.negative != b.whole.negative or amounts_differ(a.whole.numbers, b.whole.numbers)
    return as_long and opposed


def _changed(a: Wording, b: Wording) -> bool:
    """Tell whether two wordings are the same but for the number or the negation."""
    few = min(a.whole.text.count(" "), b.whole.text.count(" ")) + 1 < FEW_WORDS_ELSEWHERE
    return not few and fuzz.ratio(a.whole.text, b.whole.text, score_cutoff=CHANGED) > 0


def _adopt(stars: Sequence[Star]) -> list[Star]:
    """Join what unresolved speakers said in a story to the one speaker's statement that has the same words."""
    named = [star for star in stars if star.speaker is not None]
    index: dict[int, list[int]] = defaultdict(list)
    for place, star in enumerate(named):
        for run in star.runs():
            index[run].append(place)
    out = list(named)
    for star in (s for s in stars if s.speaker is None):
        places = _most_shared(index.get(run, ()) for run in star.runs())
        fellows = [named[p] for p in places if _share_words(star, named[p], FEW_WORDS)]
        if len({fellow.speaker for fellow in fellows}) == 1:
            fellows[0].joined.extend(star.nodes)
        else:
            out.append(star)
    return out


def _across(stars: Sequence[Star], days: float) -> list[Star]:
    """Join statements of one speaker in several stories, each to an early one that has its words, and none through it.

    ``stars`` stand in order of time.
    """
    index: dict[tuple[str, int], list[int]] = defaultdict(list)
    roots: list[Star] = []
    for star in stars:
        speaker = None if star.speaker == ANONYMOUS else star.speaker
        keys = [(speaker, run) for run in sorted(star.runs())] if speaker is not None else []
        places = _most_shared(index[key] for key in keys)
        root = next((roots[p] for p in places if _one_utterance(roots[p], star, days)), None)
        if root is not None:
            root.joined.extend(star.nodes + star.joined)
            continue
        for key in keys:
            index[key].append(len(roots))
        roots.append(star)
    return roots


def _most_shared(postings: Iterable[Sequence[int]]) -> list[int]:
    """Return the places that stand in most of the postings, the best and of equals the earliest first."""
    counts = Counter(place for places in postings for place in places[-COMPARED:])
    return sorted(counts, key=lambda place: (-counts[place], place))[:COMPARED]


def _one_utterance(root: Star, star: Star, days: float) -> bool:
    if root.story == star.story or not _share_words(root, star, FEW_WORDS_ELSEWHERE):
        return False
    first, then = root.day(), star.day()
    return first is None or then is None or abs((then - first).days) <= days


def _share_words(a: Star, b: Star, few: int) -> bool:
    """Tell whether a wording of one star is verbatim in one of the other, and has at least ``few`` words."""
    able_a, able_b = (
        [n.wording for n in star.nodes[:COMPARED] if n.wording.whole.text.count(" ") + 1 >= few] for star in (a, b)
    )
    return any(verbatim(x, y) for x in able_a for y in able_b)
