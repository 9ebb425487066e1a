"""Profiles as sparse matrices, one row a document: what the pair evidence is computed from."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

from firsthand.link.stories.profiles import Profile
from firsthand.link.stories.rows import Numbering, Row, Sheet, matrix, row, sheet, whole
from firsthand.link.stories.times import appeared, usual_nearness
from firsthand.stage import portions

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Columns = npt.NDArray[np.int32]
# What tells the rarity of columns of a field, whose matrix may be the whole corpus.
Rarity = Callable[[str, sparse.csr_matrix, Columns], Floats]

# A term's document frequency is weighed as if the corpus had this many documents more that lack it: in a corpus of
# five, a word in all five is still three quarters as telling as a word in one. From 100 to 1500 no set moves by more
# than 0.01 BCubed.
UNSEEN_DOCUMENTS = 300.0
# About the documents of the largest set that the model of pairs and its thresholds were fitted on. A word in one of a
# million is no more telling of an event than one in one of these, and what is rare, or near, does not drift as a
# corpus grows: a stream is read as fast when it is long.
CALIBRATED = 4_096.0
# Squared length added to each row of names, about that of three rare names: two stories that name nothing but one
# country are not alike in names. 150 against 0: 0.01 BCubed more on ecbplus, the rest alike.
NAMES_PRIOR = 150.0
PHRASES_PRIOR = 60.0  # likewise, for two names side by side
# Profiles that become one sheet, and one piece where the work is spread. Ours: some tenths of a second.
PROFILES = 256
# Pairs of rows that are multiplied at once: 20,000 leave the processor's cache and take half as long again. Ours.
PAIRS = 4_000
# Rows whose entries are weighed at once: what bounds memory beside the matrices. Ours.
BLOCK = 10_000
_PRIORS = {"names": NAMES_PRIOR, "phrases": PHRASES_PRIOR}
# Weight added to the total of which the shares of a lead, and of its names, are taken: short texts share little surely.
LEAD_MASS, NAME_MASS = 8.0, 15.0


@dataclass(frozen=True, slots=True)
class Vectors:
    """All profiles of a corpus, one row each.

    ``words``, ``names``, ``lead``, ``figures``, ``phrases``, ``pieces`` and ``speech`` have rows of length 1 (or
    0). The utterances of document ``i`` are the rows ``spoken[i]:spoken[i + 1]`` of ``speech``. ``counts``,
    ``counted``, ``speakers``, ``dates`` and ``ages`` are 0/1. ``day`` is the time of publication in units of
    ``LinkConfig.story_days``, ``time`` the time of appearing in days (``times``), both NaN where unknown; ``usual``
    is the mean nearness of the ``known`` times of the corpus. ``present`` has a 1 for each word, ``lead_shares``
    and ``name_shares`` the share of each word in the weight of the lead and of the names, over the same columns:
    their products tell how much of one lead stands anywhere in the other text. ``size`` is the number of different
    words, ``language`` the language of each by ISO 639-1, "" where unknown. ``anchors`` has a 1 for each name of the
    headline and first sentence, ``named`` over the same columns for each word and place of the text.
    """

    words: sparse.csr_matrix
    names: sparse.csr_matrix
    lead: sparse.csr_matrix
    figures: sparse.csr_matrix
    speech: sparse.csr_matrix
    counts: sparse.csr_matrix
    counted: sparse.csr_matrix
    speakers: sparse.csr_matrix
    dates: sparse.csr_matrix
    day: Floats
    time: Floats
    usual: float
    known: int
    spoken: Ints
    phrases: sparse.csr_matrix
    ages: sparse.csr_matrix
    present: sparse.csr_matrix
    lead_shares: sparse.csr_matrix
    name_shares: sparse.csr_matrix
    size: Floats
    pieces: sparse.csr_matrix
    language: npt.NDArray[np.object_]
    anchors: sparse.csr_matrix
    named: sparse.csr_matrix
    streets: sparse.csr_matrix

    def __len__(self) -> int:
        return len(self.day)


def vectors(profiles: Iterable[Profile], story_days: float = 7.0) -> Vectors:
    """Return the matrices of the profiles, whose rows are in their order; ``day`` is in units of ``story_days``."""
    return joined(map(numbered, portions(profiles, PROFILES)), story_days)


Numbered = tuple[Sheet, dict[str, list[str]]]


def numbered(profiles: Iterable[Profile]) -> Numbered:
    """Return some profiles as a sheet that has numbers of its own, and its terms by these."""
    number = Numbering()
    made = sheet([row(p, number) for p in profiles])
    return made, number.terms()


def joined(parts: Iterable[Numbered], story_days: float = 7.0) -> Vectors:
    """Return the matrices of all parts of a corpus, in their order: those that it would have as one."""
    number = Numbering()
    return assemble(whole([number.renumbered(*part) for part in parts]), rarity, story_days)


def assemble(rows: Sequence[Row] | Sheet, rare: Rarity, story_days: float, times: Floats | None = None) -> Vectors:
    """Return the matrices of rows, which a sheet is emptied for; ``rare`` gives the rarity of terms.

    ``times`` is a sample of the times of the corpus, in days, where the rows are not all of it.
    """
    rows = rows if isinstance(rows, Sheet) else sheet(rows)
    published = rows.day
    time = appeared(published, rows.fetched)
    sample = time if times is None else times

    def weighed(name: str) -> sparse.csr_matrix:
        of = matrix(rows, name)
        return _unit(of, rare(name, of, of.indices), _PRIORS.get(name, 0.0))

    words = weighed("words")
    present = sparse.csr_matrix((np.ones(len(words.data), np.int8), words.indices, words.indptr), shape=words.shape)
    unit = {name: weighed(name) for name in ("names", "lead", "figures", "speech", "phrases", "pieces")}
    leads, names = (matrix(rows, name, words.shape[1]) for name in ("lead_words", "name_words"))
    named = matrix(rows, "named")
    return Vectors(
        words=words,
        names=unit["names"],
        lead=unit["lead"],
        figures=unit["figures"],
        speech=unit["speech"],
        counts=matrix(rows, "counts"),
        counted=matrix(rows, "counted"),
        speakers=matrix(rows, "speakers"),
        dates=matrix(rows, "dates"),
        day=published / story_days,
        time=time,
        usual=usual_nearness(sample),
        known=int(np.count_nonzero(~np.isnan(sample))),
        spoken=np.concatenate([[0], np.cumsum(rows.utterances, dtype=np.int64)]),
        phrases=unit["phrases"],
        ages=matrix(rows, "ages"),
        present=present,
        lead_shares=_shares(leads, rare("words", present, leads.indices), LEAD_MASS),
        name_shares=_shares(names, rare("words", present, names.indices), NAME_MASS),
        size=np.diff(present.indptr).astype(np.float64),
        pieces=unit["pieces"],
        language=rows.language,
        anchors=matrix(rows, "anchors", named.shape[1]),
        named=named,
        streets=matrix(rows, "streets"),
    )


def rarity(_: str, of: sparse.csr_matrix, columns: Columns) -> Floats:
    """Return the smoothed inverse document frequencies of columns of a matrix that is the whole corpus."""
    frequency = np.bincount(of.indices, minlength=of.shape[1])
    return np.asarray(smoothed(frequency, of.shape[0])[columns])


def smoothed(frequency: npt.NDArray[Any], documents: float) -> Floats:
    """Return the smoothed inverse document frequencies of terms that stand in so many of the documents.

    Of more than ``CALIBRATED`` documents the shares count, as if there were so many.
    """
    share = min(1.0, CALIBRATED / max(documents, 1.0))
    return np.asarray(np.log((documents * share + UNSEEN_DOCUMENTS) / (frequency * share + 0.5)), dtype=np.float64)


def row_products(matrix: sparse.csr_matrix, left: Ints, right: Ints, batch: int = PAIRS) -> Floats:
    """Return the inner products of the rows ``left[k]`` and ``right[k]``, shape ``(len(left),)``."""
    return cross_products(matrix, left, matrix, right, batch)


def cross_products(
    first: sparse.csr_matrix, left: Ints, second: sparse.csr_matrix, right: Ints, batch: int = PAIRS
) -> Floats:
    """Return the inner products of the rows ``left[k]`` of ``first`` and ``right[k]`` of ``second``."""
    out = np.zeros(len(left))
    for start in range(0, len(left), batch):
        part = slice(start, start + batch)
        shared = first[left[part]].multiply(second[right[part]]).tocsr()
        out[part] = np.bincount(_rows(shared), shared.data, shared.shape[0])  # sum() would cost by the columns
    return out


def _unit(of: sparse.csr_matrix, rare: Floats, prior: float = 0.0) -> sparse.csr_matrix:
    """Return a matrix times the rarity of its entries, its rows scaled to length 1.

    Rows are scaled as if they had ``prior`` more of squared length: two of one word each are then not the same.
    """
    weighted = of.data * rare
    length = np.sqrt(_row_sums(of, weighted, power=2) + prior)
    length[length == 0] = 1.0
    return _scaled(of, weighted, length)


def _shares(of: sparse.csr_matrix, rare: Floats, mass: float) -> sparse.csr_matrix:
    """Return a matrix times the rarity of its entries, its rows scaled to a total below 1: ``mass`` has no word."""
    weighted = of.data * rare
    return _scaled(of, weighted, _row_sums(of, weighted) + mass)


def _row_sums(of: sparse.csr_matrix, data: Floats, power: int = 1) -> Floats:
    """Return the sums, by the rows of a matrix, of entries in place of its own, or of their squares."""
    sums = np.empty(of.shape[0])
    for rows, entries, row_of in _blocks(of):
        sums[rows] = np.bincount(row_of, data[entries] ** power, rows.stop - rows.start)
    return sums


def _scaled(of: sparse.csr_matrix, data: Floats, divisor: Floats) -> sparse.csr_matrix:
    """Return a matrix with other entries, each divided by what its row is; ``data`` is changed."""
    for rows, entries, row_of in _blocks(of):
        data[entries] /= divisor[rows][row_of]
    return sparse.csr_matrix((data, of.indices, of.indptr), shape=of.shape)


def _blocks(of: sparse.csr_matrix) -> Iterator[tuple[slice, slice, Ints]]:
    """Yield some rows at a time, where their entries are, and the place among them of the row of each."""
    for start in range(0, of.shape[0], BLOCK):
        stop = min(start + BLOCK, of.shape[0])
        ends = of.indptr[start : stop + 1]
        yield slice(start, stop), slice(int(ends[0]), int(ends[-1])), np.repeat(np.arange(stop - start), np.diff(ends))


def _rows(of: sparse.csr_matrix) -> Ints:
    return np.repeat(np.arange(of.shape[0]), np.diff(of.indptr))
