"""What is read of an article's own words, whoever else has them: what texts are compared by later."""

from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Whether an article is a log (``logs``), its figures, its odd phrases and its misspelt words (``phrases``).

    ``phrases`` are the bytes of ``rows``.
    """

    log: bool = False
    figures: tuple[Figure, ...] = ()
    phrases: bytes = b""
    slips: tuple[Slip, ...] = ()

    def rows(self) -> npt.NDArray[np.uint64]:
        """Return a row for each odd phrase, (n, 3): the hash of its words, a tenth of their memory, and its span."""
        return np.frombuffer(self.phrases, np.uint64).reshape(-1, 3)


NOTHING = OwnWords()
