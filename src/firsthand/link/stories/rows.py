"""A profile as numbers: each field of it as columns of a matrix, by a numbering of its terms.

The numbering is a growing dictionary where a whole corpus is at hand, and a hash where articles come without end, so
that memory does not grow with the words that were ever seen.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import xxhash
from scipy import sparse

from firsthand.link.stories.profiles import Profile

Ints32 = npt.NDArray[np.int32]
Floats32 = npt.NDArray[np.float32]
Floats = npt.NDArray[np.float64]
Number = Callable[[str, str], int]  # the column of a term of a field

FIELDS = (
    *("words", "names", "lead", "figures", "speech", "counts", "counted", "speakers", "dates", "phrases", "ages"),
    *("lead_words", "name_words", "pieces", "anchors", "named", "streets"),
)
# Those whose values are 1.
FLAGS = frozenset({"counts", "counted", "speakers", "dates", "ages", "anchors", "named", "streets"})
# What is compared with the words of the other text has the columns of words, or of what it names.
_COLUMNS_OF = {"lead_words": "words", "name_words": "words", "anchors": "named"}
# Columns of a field by hash. Of 30,000 terms in use, 3 in 100 share one with another.
HASHED = 1 << 20


@dataclass(frozen=True, slots=True)
class Row:
    """One profile: for each field its columns and their values; of the utterances, how many terms each has.

    ``day`` and ``fetched`` are in days since 1970, NaN where unknown, ``language`` is "" where it is.
    """

    columns: dict[str, Ints32]
    values: dict[str, Floats32]
    utterances: tuple[int, ...]
    day: float
    fetched: float
    language: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Many rows end to end, in plain arrays: a tenth of the memory that they take one by one.

    ``lengths`` says how many terms each row has of a field, each utterance of speech; ``utterances`` how many of these
    a row has. ``day``, ``fetched`` and ``language`` are those of the rows.
    """

    columns: dict[str, Ints32]
    values: dict[str, Floats32]
    lengths: dict[str, Ints32]
    utterances: Ints32
    day: Floats
    fetched: Floats
    language: npt.NDArray[np.object_]

    def __len__(self) -> int:
        return len(self.day)


class Numbering:
    """Terms numbered as they come, for each field."""

    def __init__(self) -> None:
        self._of: dict[str, dict[str, int]] = {}

    def __call__(self, field: str, term: str) -> int:
        terms = self._of.setdefault(field, {})
        return terms.setdefault(term, len(terms))

    def terms(self) -> dict[str, list[str]]:
        """Return the terms of each field by their numbers."""
        return {field: list(numbers) for field, numbers in self._of.items()}

    def renumbered(self, part: Sheet, terms: Mapping[str, Sequence[str]]) -> Sheet:
        """Return a sheet that has numbers of its own, those of ``terms``, with the numbers of these terms here.

        Sheets in their order come to the numbers that their rows would have had one by one.
        """
        here = {field: np.array([self(field, t) for t in known], dtype=np.int32) for field, known in terms.items()}
        columns = {
            field: here[_COLUMNS_OF.get(field, field)][own] if len(own) else own for field, own in part.columns.items()
        }
        return replace(part, columns=columns)


def hashed(field: str, term: str) -> int:  # noqa: ARG001  (each field is a matrix of its own)
    """Return the column of a term that does not depend on what was seen before."""
    return xxhash.xxh3_64_intdigest(term.encode("utf-8", "surrogatepass")) % HASHED


def row(p: Profile, number: Number) -> Row:
    """Return a profile as numbers."""
    bags: dict[str, Iterable[tuple[str, float]]] = {
        "words": p.words.items(),
        "names": [(w, p.words[w]) for w in p.names if w in p.words],
        "lead": _each(p.lead),
        "figures": _each(p.figures),
        "speech": [(w, 1.0) for utterance in p.utterances for w in sorted(utterance)],
        "counts": _each(p.counts),
        "counted": _each({c.split(" ", 1)[1] for c in p.counts}),
        "speakers": _each(p.speakers),
        "dates": _each(p.dates),
        "phrases": _each(p.phrases),
        "ages": _each(p.ages),
        "streets": _each(p.streets),
        "pieces": _each(p.pieces),
        "anchors": _each(p.anchors),
        "named": _each({*p.words, *p.places}),
        "lead_words": _each(w for w in p.lead if w in p.words),
        "name_words": [(w, p.words[w] ** 2) for w in p.names if w in p.words],
    }
    columns, values = {}, {}
    for field, bag in bags.items():
        terms = list(bag) if field == "speech" else sorted(bag)
        shared = _COLUMNS_OF.get(field, field)
        columns[field] = np.array([number(shared, term) for term, _ in terms], dtype=np.int32)
        values[field] = np.array([value for _, value in terms], dtype=np.float32)
    day, fetched = (np.nan if t is None else t for t in (p.day, p.fetched))
    return Row(columns, values, tuple(map(len, p.utterances)), day, fetched, p.language)


def sheet(rows: Sequence[Row]) -> Sheet:
    """Return rows as one sheet."""
    columns, values, lengths = {}, {}, {}
    for field in FIELDS:
        # Lists, not generators: of a thousand short rows it is the steps between them that cost.
        each = [r.columns[field] for r in rows]
        columns[field] = np.concatenate([np.empty(0, np.int32), *each])
        values[field] = np.concatenate([np.empty(0, np.float32), *(r.values[field] for r in rows)])
        sizes = [n for r in rows for n in r.utterances] if field == "speech" else list(map(len, each))
        lengths[field] = np.array(sizes, dtype=np.int32)
    return Sheet(
        columns,
        values,
        lengths,
        np.array([len(r.utterances) for r in rows], dtype=np.int32),
        np.array([r.day for r in rows], dtype=np.float64),
        np.array([r.fetched for r in rows], dtype=np.float64),
        np.array([r.language for r in rows], dtype=object),
    )


def whole(sheets: Sequence[Sheet]) -> Sheet:
    """Return sheets as one, in their order. The parts are emptied on the way, so that nothing is held twice."""
    if len(sheets) == 1:
        return sheets[0]
    parts = [sheet([]), *sheets]
    return Sheet(
        columns={field: np.concatenate([s.columns.pop(field) for s in parts]) for field in FIELDS},
        values={field: np.concatenate([s.values.pop(field) for s in parts]) for field in FIELDS},
        lengths={field: np.concatenate([s.lengths.pop(field) for s in parts]) for field in FIELDS},
        utterances=np.concatenate([s.utterances for s in parts]),
        day=np.concatenate([s.day for s in parts]),
        fetched=np.concatenate([s.fetched for s in parts]),
        language=np.concatenate([s.language for s in parts]),
    )


def matrix(of: Sheet, field: str, width: int = 0) -> sparse.csr_matrix:
    """Return the field of all rows as one matrix of at least ``width`` columns; of speech, one row an utterance.

    The field is taken out of the sheet. What a row has or has not is held in a byte: it is multiplied entry by entry.
    """
    ends = np.concatenate([[0], np.cumsum(of.lengths.pop(field), dtype=np.int64)])
    columns, values = of.columns.pop(field), of.values.pop(field).astype(np.int8 if field in FLAGS else np.float64)
    shape = (len(ends) - 1, max(width, int(columns.max(initial=-1)) + 1))
    out = sparse.csr_matrix((values, columns, ends), shape=shape)
    out.sum_duplicates()
    return out


def _each(terms: Iterable[str]) -> list[tuple[str, float]]:
    return [(term, 1.0) for term in terms]
