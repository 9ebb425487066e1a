"""What a correction has changed, as the page says it."""

from dataclasses import dataclass

from firsthand.api import Corrected
from firsthand.present.views.corrections import Corrections, recounted, state
from firsthand.present.views.index import Index

# Ours: counts that changed which are shown; of the others the number is told.
COUNTS = 40


@dataclass(frozen=True, slots=True)
class Changed:
    """A correction that was kept (or ``undone``): what was said, what was so before, what is so now.

    ``state`` says in words whether it applies, ``against`` which earlier corrections it overrules, ``counts`` which
    counts are others now, with ``more`` that are not listed.
    """

    number: int
    said: str
    undone: bool
    state: str
    was: tuple[str, ...]
    now: tuple[str, ...]
    against: tuple[str, ...]
    counts: tuple[str, ...]
    more: int


def changed(made: Corrected) -> Changed:
    """Return what a correction that was just made, or taken back, has changed."""
    was = {v.correction.number: v for v in Corrections(Index(made.before))}
    now = {v.correction.number: v for v in Corrections(Index(made.after))}
    view = now[made.correction.number]
    counts = recounted(made.before, made.after)
    against = tuple(
        f"correction {number} ({other.said})"
        for number, other in now.items()
        if number in was and other.state == "overruled" and was[number].state == "applies"
    )
    return Changed(
        number=view.correction.number,
        said=view.said,
        undone=view.state == "undone",
        state=state(view),
        was=view.correction.before,
        now=view.now if view.state != "uncounted" else (),
        against=against,
        counts=tuple(counts[:COUNTS]),
        more=max(0, len(counts) - COUNTS),
    )
