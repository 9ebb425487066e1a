"""Whom a pronoun means: each figure in sight gets a score from named features, and the best by a margin is meant.

The features are those of Lappin and Leass (1994) and of what is true of news: who spoke last goes on speaking, and the
one who opens the sentence before is the one it is about. The weights were set on our own articles by trying each a
little up and down (``python -m training.speakers OUT``, then ``python -m benchmarks.quotes.speakers OUT``); set on one
half of them they gave the same on the other within a few sources.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from firsthand.annotate.speakers.figures import Figure, Touch

_SEEN = 40  # touches before a pronoun that are looked at
_SENTENCES = 12  # sentences back in which somebody is still in sight
# Points for each feature of a figure's last touch, unless it says otherwise.
WEIGHTS = {
    "same sentence": 10,
    "sentence before": 7,
    "two before": 5,
    "three before": 2,
    "subject": 2,  # of this sentence or the one before
    "only subject": 6,  # and no other figure that fits stands there
    # Of the sentence, where the pronoun is the subject of a clause that depends on it; 8 to 16 do the same.
    "main clause": 12,
    "owner": -1,
    "in quotes": -4,
    "spoke": 1,
    "spoke last": 1,
    "known gender": 3,
    "often": 1,  # for each earlier touch, up to three
    "unnamed": -1,
    "unsure": -5,  # a name that may be a town's
}
_NEAR = ("same sentence", "sentence before", "two before", "three before")
MARGIN = 1  # by which the best must lead, else it is not resolved


@dataclass(frozen=True, slots=True)
class Rated:
    """A figure with its score, where it was touched last, and whether it was a subject or spoke."""

    score: int
    at: int
    figure: Figure
    acts: bool


def rated(
    touches: Sequence[Touch],
    sentence: int,
    fits: Callable[[Figure], bool],
    gender: str | None,
    *,
    dependent: bool = False,
) -> list[Rated]:
    """Return the figures that fit, best first; of equals the one touched last.

    ``touches`` are those before the pronoun in text order, ``sentence`` is its own, ``gender`` what it tells.
    ``dependent`` says that it is the subject of a subordinate clause: "when she says".
    """
    seen = [t for t in touches[-_SEEN:] if t.sentence >= sentence - _SENTENCES and fits(t.figure)]
    by_figure: dict[int, list[Touch]] = {}
    for touch in seen:
        by_figure.setdefault(id(touch.figure), []).append(touch)
    last = speaking(touches)
    out = [_rate(own, seen, sentence, last, gender, dependent=dependent) for own in by_figure.values()]
    return sorted(out, key=lambda r: (-r.score, -r.at))


def speaking(touches: Sequence[Touch]) -> Figure | None:
    """Return who spoke last."""
    return next((t.figure for t in reversed(touches[-_SEEN:]) if t.spoke), None)


def best(found: Sequence[Rated]) -> Figure | None:
    """Return the figure that leads by a margin, or None."""
    if not found or (len(found) > 1 and found[0].score - found[1].score < MARGIN):
        return None
    return found[0].figure


def features(
    own: Sequence[Touch],
    seen: Sequence[Touch],
    sentence: int,
    speaker: Figure | None,
    gender: str | None,
    *,
    dependent: bool = False,
) -> dict[str, int]:
    """Return the features of a figure by name, with how often each holds."""
    last = _clearest(own)
    back = sentence - last.sentence
    alone = all(t.figure is last.figure or t.quoted or t.owner for t in seen if t.sentence == last.sentence)
    held = {
        "subject": last.subject and back < 2,
        "only subject": last.subject and alone and back < 2,
        "main clause": dependent and any(t.sentence == sentence and not t.quoted for t in own),
        "owner": last.owner,
        "in quotes": last.quoted,
        "spoke": any(t.spoke for t in own),
        "spoke last": last.figure is speaker,
        "known gender": gender is not None and last.figure.gender == gender,
        "unnamed": last.figure.entity is None,
        "unsure": last.figure.kind == "unsure",
    }
    out = {name: 1 for name, holds in held.items() if holds}
    if back < len(_NEAR):
        out[_NEAR[back]] = 1
    out["often"] = min(3, len(own) - 1)
    return out


def _rate(
    own: Sequence[Touch],
    seen: Sequence[Touch],
    sentence: int,
    speaker: Figure | None,
    gender: str | None,
    *,
    dependent: bool = False,
) -> Rated:
    held = features(own, seen, sentence, speaker, gender, dependent=dependent)
    acts = any(t.subject or t.spoke for t in own)
    return Rated(sum(WEIGHTS[name] * times for name, times in held.items()), own[-1].at, own[0].figure, acts)


def _clearest(own: Sequence[Touch]) -> Touch:
    """Return the touch that stands for a figure: its last outside of marks, or where it is that sentence's subject."""
    outside = [t for t in own if not t.quoted] or own
    last = outside[-1]
    return next((t for t in outside if t.subject and t.sentence == last.sentence), last)
