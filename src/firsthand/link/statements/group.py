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

from firsthand.link.statements.blocks import candidates
from firsthand.link.statements.context import account, joined, likeness
from firsthand.link.statements.encoder import Encoder
from firsthand.link.statements.judge import FEW_WORDS, FEW_WORDS_ELSEWHERE, judged, verbatim
from firsthand.link.statements.meaning_across import parted_by_language
from firsthand.link.statements.meanings import SURE, Meanings
from firsthand.link.statements.said import Node, Said, nodes, two_occasions
from firsthand.link.statements.similarity import Weights, contrast, probabilities

__all__ = ["LIKELY", "Said", "group"]

# Two wordings of one speaker in one story from here on report one utterance: precision .94, recall .71 on held-out
# topics of benchmarks/variants/pairs.jsonl without contrasts, which have a veto of their own (fit.py). Context joins
# what tells less.
LIKELY = 0.4
# Unnamed speakers may be several: what they say must be the more alike (ours).
ANONYMOUS_MARGIN = 0.2
# Of statements that share a run of words, and of the wordings of each, so many are compared: bounds a slogan (ours).
COMPARED = 16

ANONYMOUS = "anonymous"


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


def group(said: Iterable[Said], *, days: float, encoder: Encoder | None = None) -> list[list[Said]]:
    """Return the quotations as statements, each in order of time, article and place; see the module for the rules.

    ``days`` bounds how far statements of two stories lie apart. The result does not depend on the order given. With an
    ``encoder`` meanings are compared too, and quotations of two languages can be one statement.
    """
    ordered = sorted(said, key=lambda s: s.order)
    weights = Weights({s.wording.key: s.wording for s in ordered}.values())
    meanings = None if encoder is None else Meanings(encoder)
    blocks: dict[tuple[str, str | None], list[Said]] = defaultdict(list)
    for s in ordered:
        blocks[s.story, s.speaker].append(s)
    by_story: dict[str, list[Star]] = defaultdict(list)
    for (story, _), block in blocks.items():
        by_story[story].extend(_stars(nodes(block), weights, meanings))
    stars = [star for found in by_story.values() for star in _adopt(found)]
    joined = _across(sorted(stars, key=lambda star: star.said()[0].order), days)
    return sorted((star.said() for star in joined), key=lambda quotations: quotations[0].order)


def _stars(block: Sequence[Node], weights: Weights, meanings: Meanings | None) -> list[Star]:
    """Group the wordings of one speaker in one story."""
    speaker, story = block[0].said[0].speaker, block[0].said[0].story
    named = speaker not in (None, ANONYMOUS)
    scores = _scores(block, weights, meanings)
    groups = _around_hubs(scores, LIKELY if named else LIKELY + ANONYMOUS_MARGIN)
    if named:
        groups = _in_context(block, groups, scores)
    return [Star(speaker, story, [block[place] for place in places]) for places in groups]


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


def _scores(block: Sequence[Node], weights: Weights, meanings: Meanings | None) -> list[dict[int, float]]:
    """Return for each node those that are at all like it, and how likely they report one utterance."""
    pairs = list(candidates([node.wording for node in block], weights))
    wordings = [(block[i].wording, block[j].wording) for i, j in pairs]
    found = probabilities(wordings, weights, None if meanings is None else meanings.near(wordings))
    scores: list[dict[int, float]] = [{} for _ in block]
    for (i, j), probability in zip(pairs, found.tolist(), strict=True):
        if parted_by_language(block[i].said[0], block[j].said[0]):
            continue
        contrary = contrast(block[i].wording, block[j].wording, weights)
        scores[i][j] = scores[j][i] = judged(block[i], block[j], probability, contrary)
    for i, j in () if meanings is None else meanings.translations(block):
        scores[i][j] = scores[j][i] = judged(block[i], block[j], SURE, 0.0)
    return scores


def _in_context(
    block: Sequence[Node], groups: Sequence[list[int]], scores: Sequence[dict[int, float]]
) -> list[list[int]]:
    """Return the groups, those joined that the accounts they stand in show to be one utterance."""
    group_of = {place: number for number, places in enumerate(groups) for place in places}
    told: dict[str, list[tuple[int, int, bool]]] = defaultdict(list)
    for place, node in enumerate(block):
        for q in (s.quotation for s in node.said):
            told[q.article].append((q.start, group_of[place], q.type == "direct"))
    into = joined(map(account, told.values()), likeness(groups, scores))
    out = {number: list(places) for number, places in enumerate(groups) if number not in into}
    for number, hub in sorted(into.items()):
        out[hub].extend(groups[number])
    return list(out.values())


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
    if two_occasions(root.nodes[0], star.nodes[0]):
        return False
    first, then = root.day(), star.day()
    return first is None or then is None or abs((then - first).days) <= days


def _share_words(a: Star, b: Star, few: int) -> bool:
    """Tell whether a wording of one star is verbatim in one of the other, and has at least ``few`` words."""
    able_a, able_b = (
        [n.wording for n in star.nodes[:COMPARED] if n.wording.whole.text.count(" ") + 1 >= few] for star in (a, b)
    )
    return any(verbatim(x, y) for x in able_a for y in able_b)
