"""What a speaker said in the course of a storyline, in order, and where one statement differs from an earlier one.

A difference is one of words: that someone says "will" and later "will not" is an apparent reversal, and nothing more is
concluded. Only statements on one matter are held against each other, by the words that they share.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from firsthand.link.statements.drift import Side, compare, kinds_of
from firsthand.link.statements.wording import is_content
from firsthand.link.stories.words import stem
from firsthand.model import Annotation, Article, DifferenceKind, Position, Statement, Story, Storyline, Turn
from firsthand.text import words

# Of the content words of both, the share from which two statements are on one matter and near enough to hold side by
# side; and how many words that must be. Ours: below it nearly every word differs, and saying so tells nothing.
LEAST_SHARED, LEAST_WORDS = 0.4, 3
MAX_STATEMENTS = 200  # of a speaker in a storyline: comparing goes by the square
# Differences that are a turn of what is said, and not of how it is worded.
TELLING: frozenset[DifferenceKind] = frozenset(
    {"changed number", "changed name", "changed negation", "changed modality", "changed tense"}
)


def with_positions(
    storylines: Sequence[Storyline],
    stories: Sequence[Story],
    statements: Sequence[Statement],
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
) -> list[Storyline]:
    """Return the storylines with ``positions`` of all named speakers who speak in two or more of their stories."""
    place = {q.id: a.article for a in annotations.values() for q in a.quotations if a.article in articles}
    story_of = {article: story.id for story in stories for article in story.articles}
    said: defaultdict[str, dict[str, Statement]] = defaultdict(dict)
    for statement in statements:
        for story in {story_of[place[q]] for q in statement.quotations if place.get(q) in story_of}:
            said[story][statement.id] = statement
    when = {
        s.id: min((articles[place[q]].order for q in s.quotations if q in place), default=("", "")) for s in statements
    }
    return [replace(line, positions=_positions(line, said, when)) for line in storylines]


def _positions(
    line: Storyline, said: Mapping[str, Mapping[str, Statement]], when: Mapping[str, tuple[str, str]]
) -> tuple[Position, ...]:
    by_speaker: defaultdict[str, dict[str, Statement]] = defaultdict(dict)
    spoke_in: defaultdict[str, set[str]] = defaultdict(set)
    for story in line.stories:
        for statement in said.get(story, {}).values():
            if statement.speaker_id and statement.speaker and statement.speaker != "anonymous":
                by_speaker[statement.speaker_id][statement.id] = statement
                spoke_in[statement.speaker_id].add(story)
    out = []
    for speaker, found in by_speaker.items():
        if len(spoke_in[speaker]) > 1 and len(found) > 1:
            ordered = sorted(found.values(), key=lambda s: (when[s.id], s.id))[:MAX_STATEMENTS]
            name = ordered[0].speaker or ""
            out.append(Position(name, tuple(s.id for s in ordered), turns(ordered)))
    return tuple(sorted(out, key=lambda p: (-len(p.statements), p.speaker)))


def turns(ordered: Sequence[Statement]) -> tuple[Turn, ...]:
    """Return where each of a speaker's statements, oldest first, differs from the likest of the earlier ones."""
    content = [frozenset(stem(w) for w in words(s.wording) if is_content(w)) for s in ordered]
    out = []
    for later in range(1, len(ordered)):
        near = [(_shared(content[k], content[later]), k) for k in range(later)]
        shared, earlier = max(near)
        if shared < LEAST_SHARED or len(content[earlier] & content[later]) < LEAST_WORDS:
            continue
        kinds = kinds_of(compare(Side(ordered[earlier].wording), Side(ordered[later].wording)))
        if telling := tuple(kind for kind in kinds if kind in TELLING):
            reversal = "changed negation" in telling
            out.append(Turn(ordered[earlier].id, ordered[later].id, telling, reversal))
    return tuple(out)


def _shared(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / len(a | b) if a and b else 0.0
