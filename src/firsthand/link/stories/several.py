"""Articles of several events: they have one home among the stories, bridge none, and further stories tell of them.

Roundups, live blogs, opinion and lists of links (``kinds``) take no part in clustering, so that two stories never
become one for what sums both up. Afterwards each joins the story that it is most like, or stays apart. What its parts
tell of other stories is noted with these, as ``Story.also``: with the part, and with what the two have in common.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby
from sys import intern

import numpy as np
from scipy import sparse

from firsthand.link.stories.candidates import candidates
from firsthand.link.stories.clusters import TOGETHER, Affinity, cluster
from firsthand.link.stories.evidence import affinity, log_odds
from firsthand.link.stories.kinds import Gathering, gatherings, parts
from firsthand.link.stories.profiles import profile
from firsthand.link.stories.vectors import PROFILES, Floats, Ints, Numbered, Vectors, joined, numbered
from firsthand.link.stories.words import IGNORED, stem
from firsthand.model import Annotation, Article, Passage, Reason, Segment, Span, Story, StoryPart
from firsthand.stage import Spread, here, portions
from firsthand.text import plain, words

MEMBERS = 24  # of a story, spread over it, that a gathering article is held against
READ = 4  # articles of a story that a part is held against: enough to tell, and the work stays linear in the stories
LIKENED = 4_000  # rows and groups that are compared at once: what bounds memory. Ours.
# What a part must have in common with a story's articles: this mean affinity, so much more than with the next story,
# and so many names or figures. Of digests made of the first words of other articles of the sets, precision and recall
# are .96 and .78 on ecbplus, 1.00 and .47 on triplets, .56 and .25 on lineage, whose pages are all on one matter
# (python -m benchmarks.stories.several).
TELLS, CLEAR, SHARED_NAMES = 0.25, 0.15, 2
# A name that more stories have than these tells nothing of one: in a corpus on one matter all name the same people.
# Without it lineage has .23 and .27, the others no more than 0.01 of difference.
FEW_STORIES, COMMON = 3, 0.1
NAMED = 6  # words in a reason


def apart(gathering_rows: Collection[int], left: Ints, right: Ints) -> tuple[Ints, Ints]:
    """Return the candidate pairs of which neither is a gathering article: what stories are clustered by."""
    wide = np.array(sorted(gathering_rows), dtype=np.int64)
    kept = ~(np.isin(left, wide) | np.isin(right, wide))
    return left[kept], right[kept]


def at_home(
    groups: Sequence[list[int]], gathering_rows: Collection[int], left: Ints, right: Ints, pair_affinity: Affinity
) -> list[list[int]]:
    """Return the groups with each gathering row in the one that it is on average most like, if enough.

    ``groups`` were clustered by the pairs that ``apart`` left; a gathering row may stand in one alone or in none. Those
    that are like no group are clustered among themselves: two live blogs of one event that nobody else reports.
    """
    wide = set(gathering_rows)
    reports = [g for g in groups if not wide.issuperset(g)]
    of = {row: number for number, group in enumerate(reports) for row in group}
    near: defaultdict[int, set[int]] = defaultdict(set)
    for a, b in zip(left.tolist(), right.tolist(), strict=True):
        for one, other in ((a, b), (b, a)):
            if one in wide and one not in of and other in of:
                near[one].add(of[other])
    out = [list(g) for g in reports]
    asked = [(row, g) for row in sorted(near) for g in sorted(near[row])]
    likeness = chain.from_iterable(
        _means([(row, reports[g]) for row, g in some], pair_affinity) for some in portions(asked, LIKENED)
    )
    for row, of_row in groupby(zip(asked, likeness, strict=True), key=lambda one: one[0][0]):
        value, home = max((value, -g) for (_, g), value in of_row)
        if value >= TOGETHER:
            out[-home].append(row)
    rest = sorted(wide - {row for group in out for row in group})
    return sorted(sorted(g) for g in (*out, *_among(rest, left, right, pair_affinity)))


def _means(asked: Sequence[tuple[int, Sequence[int]]], pair_affinity: Affinity) -> list[float]:
    """Return for each row and group how like they are on average; of large groups some members are asked."""
    groups = [group[:: -(-len(group) // MEMBERS)] for _, group in asked]
    sizes = [len(group) for group in groups]
    rows = np.repeat([row for row, _ in asked], sizes).astype(np.int64)
    members = np.array([member for group in groups for member in group], dtype=np.int64)
    likeness = pair_affinity(np.minimum(rows, members), np.maximum(rows, members))
    return [round(float(of_one.mean()), 9) for of_one in np.split(likeness, np.cumsum(sizes)[:-1])]


def _among(rows: Sequence[int], left: Ints, right: Ints, pair_affinity: Affinity) -> list[list[int]]:
    at = {row: k for k, row in enumerate(rows)}
    kept = np.isin(left, rows) & np.isin(right, rows)
    one, other = (np.array([at[r] for r in side[kept].tolist()], dtype=np.int64) for side in (left, right))
    numbers = np.array(rows, dtype=np.int64)

    def renumbered(i: Ints, j: Ints) -> Floats:
        return pair_affinity(numbers[i], numbers[j])

    return [[rows[k] for k in group] for group in cluster(len(rows), one, other, renumbered)]


@dataclass(frozen=True, slots=True)
class _Part:
    article: Article
    span: Span
    home: str


def also_told(
    stories: Sequence[Story],
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    several: Mapping[str, Gathering] | None = None,
    spread: Spread = here,
) -> list[Story]:
    """Return the stories with ``also`` filled anew: the parts of articles at home elsewhere that tell them.

    Only gathering articles (``several``, the ``kinds.gatherings`` of the articles where they are known) are looked at,
    of each and each further story the one part that tells most. Nothing else of a story changes, and what ``also``
    names counts for no origin. Linear in stories and parts. ``spread`` is given the reading of the stories' articles.
    """
    known = {s.id: [articles[a] for a in s.articles if a in articles] for s in stories}
    wide = gatherings(a for members in known.values() for a in members) if several is None else several
    found = [_Part(a, span, s.id) for s in stories for a in known[s.id] if a.id in wide for span in parts(a)]
    told = [(s.id, a) for s in stories for a in [m for m in known[s.id] if m.id not in wide][:READ]]
    best: dict[tuple[str, str], tuple[float, StoryPart]] = {}
    if found and told:
        by_id = {s.id: s for s in stories}
        for part, story, value, shared in _tellings(found, told, annotations, spread):
            telling = _telling(part, wide[part.article.id], by_id[story], shared)
            key = (story, part.article.id)
            if key not in best or value > best[key][0]:
                best[key] = (value, telling)
    also: defaultdict[str, list[StoryPart]] = defaultdict(list)
    for (story, _), (_, telling) in sorted(best.items(), key=lambda item: item[0]):
        also[story].append(telling)
    return [replace(s, also=tuple(also[s.id])) for s in stories]


def _tellings(
    found: Sequence[_Part],
    told: Sequence[tuple[str, Article]],
    annotations: Mapping[str, Annotation],
    spread: Spread,
) -> Iterator[tuple[_Part, str, float, tuple[str, ...]]]:
    """Yield the parts that tell another story than that of their home, how surely, and the words that show it."""
    inside = ((_alone(part), _inside(part, annotations.get(part.article.id))) for part in found)
    whole = ((article, annotations.get(article.id)) for _, article in told)
    names: list[Names] = []
    space = joined(_noting(names, spread(_read, portions(chain(inside, whole), PROFILES))))
    nothing = sparse.csr_matrix((len(space), len(space)))
    rows: defaultdict[str, list[int]] = defaultdict(list)
    for row, (story, _) in enumerate(told, len(found)):
        rows[story].append(row)
    common = Counter(name for story in rows for name in _names_of(names, rows[story]))
    most = max(FEW_STORIES, COMMON * len(rows))
    near = _near(space, len(found), [story for story, _ in told])
    asked = [(at, story) for at, stories in near.items() for story in sorted(stories)]
    values = chain.from_iterable(
        _means([(at, rows[story]) for at, story in some], lambda a, b: affinity(log_odds(space, nothing, a, b)))
        for some in portions(asked, LIKENED)
    )
    for at, of_part in groupby(zip(asked, values, strict=True), key=lambda one: one[0][0]):
        ranked = sorted(((value, story) for (_, story), value in of_part), reverse=True)
        value, story = ranked[0]
        second = max((v for v, _ in ranked[1:]), default=0.0)
        if value < TELLS or value - second < CLEAR or story == found[at].home:
            continue
        text = found[at].span.of(found[at].article.text)
        theirs = (name for name in _names_of(names, rows[story]) if common[name] <= most)
        shared = _shared(text, frozenset(names[at]).intersection(theirs))
        if len(shared) >= SHARED_NAMES:
            yield found[at], story, value, shared


Names = tuple[str, ...]
Read = tuple[Numbered, list[Names]]


def _read(portion: Sequence[tuple[Article, Annotation | None]]) -> Read:
    """Return the profiles of some texts as a sheet, and the names of each."""
    profiles = [profile(article, annotation) for article, annotation in portion]
    return numbered(profiles), [tuple(p.names) for p in profiles]


def _noting(names: list[Names], read: Iterable[Read]) -> Iterator[Numbered]:
    """Yield the sheets, and put the names into a list: each name is there once, however many articles have it."""
    for sheet, found in read:
        names.extend(tuple(map(intern, own)) for own in found)
        yield sheet


def _names_of(names: Sequence[Names], rows: Sequence[int]) -> frozenset[str]:
    return frozenset[str]().union(*(names[row] for row in rows))


def _alone(part: _Part) -> Article:
    """Return a part as if it were an article of the same day."""
    return replace(part.article, headline=None, segments=(Segment("body", part.span.start, part.span.end),))


def _inside(part: _Part, annotation: Annotation | None) -> Annotation | None:
    """Return what of an annotation stands in a part."""
    if annotation is None:
        return None
    start, end = part.span.start, part.span.end
    return replace(
        annotation,
        mentions=tuple(m for m in annotation.mentions if start <= m.start < end),
        dates=tuple(d for d in annotation.dates if start <= d.start < end),
        quotations=tuple(q for q in annotation.quotations if start <= q.start < end),
    )


def _near(space: Vectors, count: int, story: Sequence[str]) -> dict[int, set[str]]:
    """Return for each of the first ``count`` rows, the parts, the stories with an article among its neighbours."""
    out: defaultdict[int, set[str]] = defaultdict(set)
    for i, j in zip(*(side.tolist() for side in candidates(space.words, first=count)), strict=True):
        if i < count <= j:
            out[i].add(story[j - count])
    return dict(sorted(out.items()))


def _shared(text: str, stems: Iterable[str]) -> tuple[str, ...]:
    """Return the words of a text, as it has them, whose stems are given, each once."""
    wanted = set(stems) - IGNORED
    found: dict[str, str] = {}
    for word in text.split():
        for own in words(word):
            if (key := stem(plain(own))) in wanted:
                found.setdefault(key, word.strip(".,;:!?()[]\"'“”‘’«»"))
    return tuple(found.values())


def _telling(part: _Part, kind: str, story: Story, shared: Sequence[str]) -> StoryPart:
    more = f" and {len(shared) - NAMED} more" if len(shared) > NAMED else ""
    text = f"A part of this {kind} has {', '.join(shared[:NAMED])}{more} in common with the story"
    passage = Passage(part.article.id, part.span.start, part.span.end)
    reason = Reason("also-tells", text, (passage, *story.summary[:1]))
    return StoryPart(part.article.id, part.span.start, part.span.end, reason)
