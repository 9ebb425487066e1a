"""One utterance, as many articles report it."""

from dataclasses import dataclass
from typing import Literal

DifferenceKind = Literal[
    "same words",
    "dropped clause",
    "added clause",
    "dropped words",
    "added words",
    "changed words",
    "changed number",
    "changed name",
    "changed negation",
    "changed modality",  # "may" for "will", or a hedge more or less: "probably", "about", "allegedly"
    "changed tense",
    "editorial brackets",
    "direct to mixed",
    "direct to indirect",
    "merged quotations",
    "split quotation",
    "other translation",
]

# What is said of a quotation as a whole, and not of single words of it.
WHOLE: frozenset[DifferenceKind] = frozenset(
    {"direct to mixed", "direct to indirect", "merged quotations", "split quotation", "other translation"}
)


@dataclass(frozen=True, slots=True)
class Statement:
    """The set of quotations that report one utterance. ``wording`` is the best-attested direct wording.

    ``wordings`` counts the different ones after case, marks and blanks are folded. ``cue`` is what reports ``wording``
    where those are not the speaker's own words ("denied"), so that they are not read without it; else None.
    """

    id: str
    speaker: str | None
    speaker_id: str | None
    occasion: str | None
    wording: str
    wordings: int
    quotations: tuple[str, ...]
    cue: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. ``start``/``end`` are in the article of the quotation that stands for the statement,
    ``other_start``/``other_end`` in the other's; where a side has nothing its span is empty, at the place in question.
    """

    kind: DifferenceKind
    start: int
    end: int
    other_start: int
    other_end: int


@dataclass(frozen=True, slots=True)
class Difference:
    """How a quotation of a statement, ``other``, differs from the one that stands for it, ``quotation``.

    ``kinds`` are those of ``parts``, each once, or "same words" alone. Parts come in two layers, each in the order of
    ``other``'s text: first what is said of the whole quotation, then what is said of single words. Those of the second
    layer do not overlap, and each lies within one fragment on either side.
    """

    statement: str
    quotation: str
    other: str
    kinds: tuple[DifferenceKind, ...]
    parts: tuple[Change, ...] = ()

    @property
    def inner(self) -> tuple[Change, ...]:
        """The parts that are of single words."""
        return tuple(part for part in self.parts if part.kind not in WHOLE)
