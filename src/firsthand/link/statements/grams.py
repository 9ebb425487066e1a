"""Character n-grams as sparse rows, for many texts at once."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy import sparse

Places = npt.NDArray[np.intp]

SIZES = (3, 4, 5)
# n-grams are hashed to this many columns; a collision adds noise far below what scores tell apart.
COLUMNS = 1 << 20
# Pairs multiplied at once: bounds memory, and keeps the rows in the processor's cache.
AT_ONCE = 2_000


def gram_rows(texts: Sequence[str]) -> sparse.csr_array:
    """Return a unit-length row for each text, shape ``(len(texts), COLUMNS)``: damped counts of its 3- to 5-grams."""
    padded = [f"  {text}  " for text in texts]
    codes = np.frombuffer("".join(padded).encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    owner = np.repeat(np.arange(len(texts)), [len(text) for text in padded])
    keys = [_keys(codes, owner, n) for n in SIZES]
    found, counts = np.unique(np.concatenate(keys), return_counts=True)
    damped = 1.0 + np.log(counts.astype(np.float64))
    rows, columns = (found // np.uint64(COLUMNS)).astype(np.intp), (found % np.uint64(COLUMNS)).astype(np.intp)
    lengths = np.sqrt(np.bincount(rows, weights=damped**2, minlength=len(texts)))
    return sparse.csr_array((damped / lengths[rows], (rows, columns)), shape=(len(texts), COLUMNS))


def row_products(rows: sparse.csr_array, left: Places, right: Places) -> npt.NDArray[np.float64]:
    """Return the cosine of ``rows[left[k]]`` with ``rows[right[k]]`` for each k."""
    out = np.empty(len(left))
    for start in range(0, len(left), AT_ONCE):
        part = slice(start, start + AT_ONCE)
        out[part] = np.asarray(rows[left[part]].multiply(rows[right[part]]).sum(axis=1)).ravel()
    return out


def _keys(codes: npt.NDArray[np.uint64], owner: npt.NDArray[np.intp], n: int) -> npt.NDArray[np.uint64]:
    """Return text number and hashed n-gram as one integer, for each n-gram that lies within one text."""
    count = max(0, len(codes) - n + 1)
    hashed = np.full(count, n, dtype=np.uint64)
    for k in range(n):
        hashed = hashed * np.uint64(0x9E3779B97F4A7C15) + codes[k : k + count]
    hashed ^= hashed >> np.uint64(31)
    inside = owner[:count] == owner[n - 1 : n - 1 + count]
    rows = owner[:count][inside].astype(np.uint64)
    return np.asarray(rows * np.uint64(COLUMNS) + hashed[inside] % np.uint64(COLUMNS), dtype=np.uint64)
