"""Profiles as sparse matrices, one row a document: what the pair evidence is computed from."""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse

from firsthand.link.stories.profiles import Profile
from firsthand.link.stories.times import appeared, usual_nearness

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

# A term's document frequency is weighed as if the corpus had this many documents more that lack it: in a corpus of
# five, a word in all five is still three quarters as telling as a word in one. From 100 to 1500 no set moves by more
# than 0.01 BCubed.
UNSEEN_DOCUMENTS = 300.0
# Squared length added to each row of names, about that of three rare names: two stories that name nothing but one
# country are not alike in names. 150 against 0: 0.01 BCubed more on ecbplus, the rest alike.
NAMES_PRIOR = 150.0


@dataclass(frozen=True, slots=True)
class Vectors:
    """All profiles of a corpus, one row each.

    ``words``, ``names``, ``lead``, ``figures`` and ``speech`` have rows of length 1 (or 0). The utterances of document
    ``i`` are the rows ``spoken[i]:spoken[i + 1]`` of ``speech``. ``counts``, ``counted``, ``speakers`` and ``dates``
    are 0/1. ``day`` is the time of publication in units of ``LinkConfig.story_days``, ``time`` the time of appearing in
    days (``times``), both NaN where unknown; ``usual`` is the mean nearness of those times.
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
    spoken: Ints

    def __len__(self) -> int:
        return len(self.day)


class _Bags:
    """Bags of strings, taken one document at a time, as one sparse matrix: memory grows with the strings only."""

    def __init__(self) -> None:
        self.columns: dict[str, int] = {}
        self.indices, self.values, self.ends = array("i"), array("f"), array("q", [0])

    def __len__(self) -> int:
        return len(self.ends) - 1

    def add(self, bag: Iterable[tuple[str, float]]) -> None:
        for term, value in sorted(bag):
            self.indices.append(self.columns.setdefault(term, len(self.columns)))
            self.values.append(value)
        self.ends.append(len(self.indices))

    def matrix(self) -> sparse.csr_matrix:
        parts = (np.array(self.values, dtype=np.float64), np.array(self.indices, dtype=np.int32), np.array(self.ends))
        return sparse.csr_matrix(parts, shape=(len(self), len(self.columns)))


def vectors(profiles: Iterable[Profile], story_days: float = 7.0) -> Vectors:
    """Return the matrices of the profiles, whose rows are in their order; ``day`` is in units of ``story_days``."""
    words, names, lead, figures, speech, counts, counted, speakers, dates = (_Bags() for _ in range(9))
    day, fetched, spoken = array("d"), array("d"), array("q", [0])
    for p in profiles:
        words.add(p.words.items())
        names.add((w, p.words[w]) for w in p.names if w in p.words)
        lead.add((w, 1.0) for w in p.lead)
        figures.add((f, 1.0) for f in p.figures)
        for utterance in p.utterances:
            speech.add((w, 1.0) for w in utterance)
        spoken.append(len(speech))
        counts.add((c, 1.0) for c in p.counts)
        counted.add((noun, 1.0) for noun in {c.split(" ", 1)[1] for c in p.counts})
        speakers.add((s, 1.0) for s in p.speakers)
        dates.add((date, 1.0) for date in p.dates)
        day.append(np.nan if p.day is None else p.day)
        fetched.append(np.nan if p.fetched is None else p.fetched)
    published = np.array(day, dtype=np.float64)
    time = appeared(published, np.array(fetched, dtype=np.float64))
    return Vectors(
        words=_weigh(words.matrix()),
        names=_weigh(names.matrix(), NAMES_PRIOR),
        lead=_weigh(lead.matrix()),
        figures=_weigh(figures.matrix()),
        speech=_weigh(speech.matrix()),
        counts=counts.matrix(),
        counted=counted.matrix(),
        speakers=speakers.matrix(),
        dates=dates.matrix(),
        day=published / story_days,
        time=time,
        usual=usual_nearness(time),
        spoken=np.array(spoken, dtype=np.int64),
    )


def row_products(matrix: sparse.csr_matrix, left: Ints, right: Ints, batch: int = 20_000) -> Floats:
    """Return the inner products of the rows ``left[k]`` and ``right[k]``, shape ``(len(left),)``."""
    out = np.zeros(len(left))
    for start in range(0, len(left), batch):
        part = slice(start, start + batch)
        out[part] = np.asarray(matrix[left[part]].multiply(matrix[right[part]]).sum(axis=1)).ravel()
    return out


def _weigh(matrix: sparse.csr_matrix, prior: float = 0.0) -> sparse.csr_matrix:
    """Return ``matrix`` times smoothed inverse document frequencies, its rows scaled to length 1.

    Rows are scaled as if they had ``prior`` more of squared length: two of one word each are then not the same.
    """
    documents = matrix.shape[0]
    frequency = np.bincount(matrix.indices, minlength=matrix.shape[1])
    weighted = matrix @ sparse.diags(np.log((documents + UNSEEN_DOCUMENTS) / (frequency + 0.5)))
    length = np.sqrt(np.asarray(weighted.multiply(weighted).sum(axis=1)).ravel() + prior)
    length[length == 0] = 1.0
    return sparse.csr_matrix(sparse.diags(1 / length) @ weighted)
