"""What is read of an article's own words, whoever else has them: what texts are compared by later."""

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class Slip:
    """A misspelt word, the word that was meant, and where it stands."""

    word: str
    right: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of some digits and the word after it, in their normal forms, and where both stand."""

    number: str
    noun: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, eq=False)
class OwnWords:
    """Whether an article is a log (``logs``), its figures, its odd phrases and its misspelt words (``phrases``).

    ``phrases`` has a row for each: the hash of its words, and where it stands. A hash takes a tenth of the memory.
    """

    log: bool = False
    figures: tuple[Figure, ...] = ()
    phrases: npt.NDArray[np.uint64] = field(default_factory=lambda: np.empty((0, 3), np.uint64))
    slips: tuple[Slip, ...] = ()


NOTHING = OwnWords()
