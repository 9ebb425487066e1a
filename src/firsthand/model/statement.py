"""One utterance, as many articles report it."""

from dataclasses import dataclass
from typing import Literal

DifferenceKind = Literal[
    "same words",
    "dropped words",
    "added words",
    "changed words",
    "changed number",
    "changed negation",
    "editorial brackets",
    "direct to mixed",
    "direct to indirect",
    "other translation",
]


@dataclass(frozen=True, slots=True)
class Statement:
    """The set of quotations that report one utterance. ``wording`` is the best-attested direct wording.

    ``wordings`` counts the different ones after case, marks and blanks are folded.
    """

    id: str
    speaker: str | None
    speaker_id: str | None
    occasion: str | None
    wording: str
    wordings: int
    quotations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """How one quotation of a statement differs from another; spans are in the articles' texts."""

    statement: str
    quotation: str
    other: str
    kinds: tuple[DifferenceKind, ...]
