"""An encoder: texts as counts of the three-letter pieces of their words. It knows no meanings, and is quick."""

import zlib
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

DIMENSIONS = 256


class Trigrams:
    """Maps each piece to one of 256 dimensions."""

    def encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """Return a row of unit length for each text."""
        rows = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            words = f" {' '.join(text.lower().split())} "
            for start in range(len(words) - 2):
                row[zlib.crc32(words[start : start + 3].encode()) % DIMENSIONS] += 1
            row /= np.linalg.norm(row) or 1
        return rows
