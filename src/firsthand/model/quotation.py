"""Reported speech."""

from dataclasses import dataclass
from typing import Literal

from firsthand.model.span import Span

QuotationType = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True)
class Quotation:
    """A span that reports someone's words.

    ``start``/``end`` cover all of it, a direct quotation's span without its marks; ``fragments`` are its pieces where
    the reporting clause interrupts it, else the one span. ``speaker`` is the name resolved within the article,
    ``"anonymous"``, or None for unresolved; ``speaker_start``/``speaker_end`` the mention beside the cue ("he", "the
    minister"), None where there is none. ``via`` is the chain of outlets it came by, nearest first. ``occasion`` is
    the words that tell when and where it was said.
    """

    id: str
    article: str
    type: QuotationType
    start: int
    end: int
    fragments: tuple[Span, ...]
    speaker: str | None
    speaker_start: int | None
    speaker_end: int | None
    cue: str | None
    cue_start: int | None
    cue_end: int | None
    occasion: str | None
    via: tuple[str, ...]

    def words(self, text: str) -> str:
        """Return the quoted words in ``text``, its fragments joined by one blank."""
        return " ".join(fragment.of(text) for fragment in self.fragments)


@dataclass(frozen=True, slots=True)
class Attribution:
    """What the corpus adds to a quotation: one spelling of its speaker over all articles, and its statement.

    ``entity`` is the speaker's id in the user's list of entities, None without a list or where none or several fit.
    """

    quotation: str
    article: str
    speaker: str | None
    speaker_id: str | None
    statement: str
    entity: str | None = None
