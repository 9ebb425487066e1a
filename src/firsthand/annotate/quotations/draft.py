"""What detection hands to resolution: a quotation whose speaker is still a place in the text."""

from dataclasses import dataclass, replace
from enum import Enum

from firsthand.model import QuotationType, Span


class Follows(Enum):
    """How a quotation without a reporting clause of its own gets its speaker."""

    NOTHING = "has its own reporting clause, or none can be told"
    SAME = "goes on from the quotation before it in its paragraph: same speaker, same cue"
    CARRIED = "stands alone after a paragraph that quotes: same speaker, no cue"


@dataclass(frozen=True, slots=True)
class Draft:
    """A detected quotation. ``speaker`` and ``cue`` are spans; ``sentence`` may name occasion and via.

    ``inner`` tells that it stands within another one: "Quell said that Brand had told her …".
    """

    type: QuotationType
    fragments: tuple[Span, ...]
    speaker: Span | None
    cue: Span | None
    sentence: Span
    follows: Follows = Follows.NOTHING
    paragraph: int = 0
    inner: bool = False

    def nested(self) -> "Draft":
        """Return the same quotation as one within another."""
        return replace(self, inner=True)

    @property
    def start(self) -> int:
        """Where the first fragment begins."""
        return self.fragments[0].start

    @property
    def end(self) -> int:
        """Where the last fragment ends."""
        return self.fragments[-1].end
