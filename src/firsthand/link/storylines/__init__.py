"""Storylines: stories of one running matter, chained over time.

Two stories follow each other when their leads share a main name (a person, an organisation, a town, a ship, but never
a country alone) and the stories are alike in the rarer words and names of their topic. Stories are taken in order of
time; each joins the line of the earlier story that it is most like.
"""

import pickle
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from firsthand.link.stories.candidates import candidates
from firsthand.link.stories.profiles import Profile, days
from firsthand.link.stories.reading import Afresh, Reading
from firsthand.link.stories.vectors import row_products, vectors
from firsthand.link.storylines.names import can_lead, shared_names
from firsthand.link.storylines.referring import refers_back
from firsthand.model import Annotation, Article, Reason, Story, Storyline
from firsthand.stage import Spread, here, portions
from firsthand.text import short_hash

__all__ = ["MEMBERS", "Read", "link_storylines", "read_stories", "read_story"]

# Cosines of two stories' words and of their names. On the sample, stories of one line have at least 0.20 and 0.26, the
# look-alike story in another town has 0.27 and 0.12.
LEAST_WORDS, LEAST_NAMES = 0.15, 0.22
MEMBERS = 12  # articles that are read for what a story is about
STORIES = 64  # stories that are read in one piece where the work is spread: some tenths of a second
MAIN_SHARE = 0.34  # of those articles, how many must have a name in headline or lead for it to be main


@dataclass(frozen=True, slots=True)
class _Told:
    """A story, the articles read for it, and what is read of them."""

    story: Story
    articles: tuple[Article, ...]
    read: "Read"

    @property
    def order(self) -> tuple[bool, float, str, str]:
        """A key that sorts by time; stories without one come last, by the days that they name."""
        day = days(self.story.first)
        return (day is None, day or 0.0, self.read.first_date, self.story.id)


@dataclass(frozen=True, slots=True)
class Read:
    """The stems of a story's main names, the first date that it names, and the mean of its articles' profiles.

    The profile is kept packed, since those of all stories are more than all else: ``unpacked`` gives it.
    """

    main: frozenset[str]
    first_date: str
    packed: bytes

    def unpacked(self) -> Profile:
        """Return the profile."""
        profile: Profile = pickle.loads(zlib.decompress(self.packed))
        return profile


@dataclass(slots=True)
class _Line:
    stories: list[_Told]
    main: frozenset[str]
    reasons: list[Reason]


def read_stories(
    stories: Iterable[Story],
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    spread: Spread = here,
    *,
    ahead: bool = False,
) -> Iterator[Read]:
    """Yield what each story is about, in their order; ``ahead``: the reading may start before it is asked for."""
    given = ((story, _members(story, articles, annotations)) for story in stories)
    return chain.from_iterable(spread(_read, portions(given, STORIES), ahead=ahead))


def link_storylines(
    stories: Sequence[Story],
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    read: Iterable[Read] | None = None,
) -> list[Storyline]:
    """Return the storylines of two or more stories, each story in at most one, oldest first.

    A storyline has a reason for each link. Stories without a time come last, by the days their datelines name. ``read``
    is what ``read_stories`` yields for the stories, where it was asked before.
    """
    read = read_stories(stories, articles, annotations) if read is None else read
    told = sorted(
        (
            _Told(s, tuple(articles[a] for a in s.articles[:MEMBERS]), found)
            for s, found in zip(stories, read, strict=True)
        ),
        key=lambda t: t.order,
    )
    likest = _likest(told)
    lines: list[_Line] = []
    line_of: dict[int, _Line] = {}
    for at, story in enumerate(told):
        line_of[at] = _join(story, [(told[i], line_of[i]) for i in likest.get(at, [])], lines, annotations)
    return [
        Storyline(
            short_hash("storyline", line.stories[0].story.id),
            tuple(t.story.id for t in line.stories),
            tuple(line.reasons),
        )
        for line in lines
        if len(line.stories) > 1
    ]


def _join(
    story: _Told,
    earlier: Iterable[tuple[_Told, _Line]],
    lines: list[_Line],
    annotations: Mapping[str, Annotation],
) -> _Line:
    """Return the line that the story joins: the first of ``earlier``, likest first, whose main names it shares."""
    for other, line in earlier:
        shared = line.main & story.read.main
        reason = shared_names(other.articles, story.articles, shared, annotations) if shared else None
        if reason:
            back = refers_back([(t.story, t.articles) for t in line.stories], story.story, story.articles, annotations)
            line.stories.append(story)
            line.main = shared
            line.reasons.append(_with_reference(reason, back))
            return line
    lines.append(_Line([story], story.read.main, []))
    return lines[-1]


def _with_reference(named: Reason, back: Reason | None) -> Reason:
    """Return one reason of what two stories both name and of the words that refer back, if any."""
    if back is None:
        return named
    return Reason(back.rule, f"{back.text}. {named.text}", (*back.passages, *named.passages))


def _likest(told: Sequence[_Told]) -> dict[int, list[int]]:
    """Return for each story the earlier ones on the same topic, the likest first."""
    space = vectors(t.read.unpacked() for t in told)
    left, right = candidates(space.words)
    words, names = row_products(space.words, left, right), row_products(space.names, left, right)
    near = (words >= LEAST_WORDS) & (names >= LEAST_NAMES)
    out: dict[int, list[tuple[float, int]]] = {}
    for i, j, likeness in zip(left[near].tolist(), right[near].tolist(), (words + names)[near].tolist(), strict=True):
        out.setdefault(j, []).append((-round(likeness, 9), i))
    return {j: [i for _, i in sorted(found)] for j, found in out.items()}


def read_story(
    story: Story, articles: Mapping[str, Article], annotations: Mapping[str, Annotation], reading: Reading | None = None
) -> Read:
    """Return what the articles of a story are about: its first ``MEMBERS``. ``reading`` knows their profiles."""
    return _read_one(story, _members(story, articles, annotations), reading or Afresh())


Members = list[tuple[Article, Annotation | None]]


def _members(story: Story, articles: Mapping[str, Article], annotations: Mapping[str, Annotation]) -> Members:
    return [(articles[name], annotations.get(name)) for name in story.articles[:MEMBERS]]


def _read(portion: Sequence[tuple[Story, Members]]) -> list[Read]:
    return [_read_one(story, members, Afresh()) for story, members in portion]


def _read_one(story: Story, members: Members, reading: Reading) -> Read:
    profiles = [reading.profile(article, annotation) for article, annotation in members]
    main = Counter(name for p in profiles for name in p.names & p.lead if can_lead(name))
    merged = _merge(profiles, story)
    return Read(
        main=frozenset(name for name, count in main.items() if count >= MAIN_SHARE * len(members)),
        first_date=min(merged.dates, default="99"),
        packed=zlib.compress(pickle.dumps(merged), 1),
    )


def _merge(profiles: Sequence[Profile], story: Story) -> Profile:
    """Return one profile for a story: the mean of its articles' words."""
    words: dict[str, float] = {}
    for p in profiles:
        for word, weight in p.words.items():
            words[word] = words.get(word, 0.0) + weight / len(profiles)
    return Profile(
        words=words,
        names=frozenset(n for p in profiles for n in p.names),
        lead=frozenset(),
        figures=frozenset(),
        counts=frozenset(),
        utterances=(),
        speakers=frozenset(),
        dates=frozenset(d for p in profiles for d in p.dates),
        day=days(story.first),
    )
