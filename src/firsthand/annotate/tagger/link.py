"""From tags to attributions: which content, source and cue of a paragraph belong together.

Rules of our own. A cue takes the nearest free source and the nearest free content of its sentence, content that it
touches first. Content without a cue goes on with the attribution before it: speakers are not named after every
sentence.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from firsthand.annotate.tagger.features import CLOSING, OPENING, quote_states
from firsthand.annotate.tagger.tags import CONTENT, CUE, SOURCE, decode
from firsthand.annotate.tokens import NEVER_FINAL, Token

_ENDS = frozenset((".", "!", "?", "…"))
_FAR = 40  # tokens between a cue and its source or content, at most
_TOUCHES = 1  # tokens between content and the cue behind it, at most, for them to be one clause
_PAST = 8  # what stands behind another cue counts as this many tokens farther


@dataclass(slots=True)
class Run:
    """A marked run of tokens, from ``first`` up to ``stop``, with the sentences that it begins and ends in."""

    mark: int
    first: int
    stop: int
    sentence: int
    last_sentence: int


@dataclass(slots=True)
class Found:
    """An attribution: the runs of its content in order, of its source and of its cue."""

    content: list[Run] = field(default_factory=list)
    source: Run | None = None
    cue: Run | None = None


def attributions(tokens: Sequence[Token], tags: Sequence[int]) -> list[Found]:
    """Return the attributions of a paragraph in the order of their first content; content alone comes without cue."""
    number = sentence_numbers(tokens)
    runs = [Run(mark, first, stop, number[first], number[stop - 1]) for mark, first, stop in decode(tags)]
    cues = [run for run in runs if run.mark == CUE]
    contents = [run for run in runs if run.mark == CONTENT]
    out = [Found(cue=cue) for cue in cues]
    _give(out, [run for run in runs if run.mark == SOURCE], cues, is_source=True)
    _give(out, contents, cues, is_source=False)
    _share_sources(out)
    out = [found for found in out if found.content]
    _add_rest(out, contents, tokens)
    return sorted(out, key=lambda found: found.content[0].first)


def sentence_numbers(tokens: Sequence[Token]) -> list[int]:
    """Return the number of each token's sentence; closing marks belong to the sentence before."""
    out: list[int] = []
    number = 0
    ended = False
    states = quote_states(tokens)
    bracketed = False
    for n, (token, state) in enumerate(zip(tokens, states, strict=True)):
        if ended and state != CLOSING and token.text not in (")", "]"):
            number, ended = number + 1, False
        out.append(number)
        bracketed = token.text == "(" or (bracketed and token.text != ")")
        if (token.text in _ENDS or _is_final(token)) and not bracketed and not _goes_on(tokens, n):
            ended = True
    return out


def _is_final(token: Token) -> bool:
    """Tell whether a word with a full stop may end a sentence: titles and dotted initials ("U.S.") do not."""
    return (
        token.text[-1] == "." and len(token.text) > 3 and token.norm not in NEVER_FINAL and "." not in token.text[:-1]
    )


def _goes_on(tokens: Sequence[Token], n: int) -> bool:
    """Tell whether the sentence goes on behind a full stop: with a comma or a small letter."""
    return n + 1 < len(tokens) and (tokens[n + 1].text == "," or tokens[n + 1].text[0].islower())


def _give(out: Sequence[Found], runs: Sequence[Run], cues: Sequence[Run], *, is_source: bool) -> None:
    """Give each cue the nearest run, best pairs first, each run to one cue."""
    pairs = []
    for found in out:
        assert found.cue is not None
        for run in runs:
            far = _distance(found.cue, run, cues, is_source=is_source)
            if far is not None:
                pairs.append((far, found.cue.first, run.first, found, run))
    taken: set[int] = set()
    for _, _, first, found, run in sorted(pairs, key=lambda pair: pair[:3]):
        if first in taken or (found.source is not None if is_source else found.content):
            continue
        taken.add(first)
        if is_source:
            found.source = run
        else:
            found.content.append(run)


def _share_sources(out: Sequence[Found]) -> None:
    """Give a cue without source the one of the cue before it in its sentence, else of the one behind it.

    ``She said … and added …``, ``Praising …, she said …``.
    """
    for before, found in [*pairwise(out), *((b, a) for a, b in pairwise(out))]:
        if found.source is not None or found.cue is None or before.cue is None:
            continue
        far = max(found.cue.first - before.cue.stop, before.cue.first - found.cue.stop)
        if found.cue.sentence == before.cue.sentence and far <= _FAR:
            found.source = before.source


def _distance(cue: Run, run: Run, cues: Sequence[Run], *, is_source: bool) -> float | None:
    """Return how far a run is from a cue, None where they cannot belong together."""
    far = run.first - cue.stop if run.first >= cue.stop else cue.first - run.stop
    near = min(abs(run.sentence - cue.sentence), abs(run.last_sentence - cue.sentence))
    if far > _FAR or near > (0 if is_source else 1):
        return None
    between = sum(min(cue.first, run.first) < other.first < max(cue.first, run.first) for other in cues)
    after = run.first >= cue.stop
    # English names the source before its cue, and reports behind it.
    lean = (0.5 if after else 0.0) if is_source else (0.0 if after else 0.5)
    return far + _PAST * between + 3 * near + lean


def _add_rest(out: list[Found], contents: Sequence[Run], tokens: Sequence[Token]) -> None:
    """Let content that no cue took go on with the attribution before it, else stand alone."""
    states = quote_states(tokens)
    taken = {run.first for found in out for run in found.content}
    for run in contents:
        if run.first in taken:
            continue
        touched = next((f for f in out if f.cue and 0 <= f.cue.first - run.stop <= _TOUCHES), None)
        if touched is not None:  # "the bridge is expected to close"
            touched.content = sorted([*touched.content, run], key=lambda r: r.first)
            taken.add(run.first)
            continue
        before = [found for found in out if found.content[0].first < run.first]
        nearest = max(before, key=lambda found: max(_last(found), 0), default=None)
        if nearest is not None and run.sentence - _sentence(nearest) <= 2:
            nearest.content.append(run)
            nearest.content.sort(key=lambda r: r.first)
        elif states[run.first] == OPENING:
            out.append(Found([run]))
        else:
            continue
        taken.add(run.first)


def _last(found: Found) -> int:
    ends = [run.stop for run in found.content] + ([found.cue.stop] if found.cue else [])
    return max(ends)


def _sentence(found: Found) -> int:
    return max([run.sentence for run in found.content] + ([found.cue.sentence] if found.cue else []))
