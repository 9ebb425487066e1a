"""Oddities that two texts alone share: odd phrases, words and names misspelt alike, figures with digits swapped alike.

Texts that share no passage may still share a turn of phrase or a slip. One odd phrase or misspelt word can be chance:
it only lowers the low number. Two, a name misspelt alike, or digits swapped alike show that one text was had from the
other, or both from a third. (Shared errors as evidence of descent: the common-error method of textual criticism,
Lachmann's.)
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

import numpy as np
import numpy.typing as npt

from firsthand.model import Passage, Reason
from firsthand.text import squeeze
from firsthand.trace.origins.errors import SLIP, Shared, misspelt_names, misspelt_words, swapped_numbers
from firsthand.trace.origins.view import View

# So many odd phrases or words in common are no chance: of 466 pairs of pages of one story with other origins and no
# common passage none has two; of 38 short answers written from memory none, of 38 revised ones 21
# (`python -m benchmarks.lineage.oddities SHARED`).
SHOWN_TOGETHER = 2
PHRASE = "odd-phrase"

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Oddities:
    """What two articles, by time, have in common that no third text has.

    ``ordered`` tells whether clocks say which was first.
    """

    earlier: str
    later: str
    reasons: tuple[Reason, ...]
    ordered: bool

    @property
    def reworded(self) -> bool:
        """Whether they are so many that one text was written with the other, or a third, at hand."""
        return len(self.reasons) >= SHOWN_TOGETHER

    @property
    def shown(self) -> bool:
        """Whether they are so many, or one of them is a slip that nobody makes twice."""
        return self.reworded or any(r.rule == SLIP for r in self.reasons)


def oddities(view: View, story_of: Mapping[str, str]) -> list[Oddities]:
    """Return what pairs of texts share that no third has, a pair once, in order.

    Of texts with a common passage only slips are told: their phrases are the passage's. Linear in the words of the
    corpus: phrases meet by their hashes, and only what exactly two texts have is looked at.
    """
    copied = {
        frozenset((view.text_of(copy.earlier), view.text_of(copy.later)))
        for telling in view.tellings.values()
        for copy in telling.copies
    }
    pairs: dict[Pair, list[Reason]] = defaultdict(list)
    found = (misspelt_names(view), swapped_numbers(view, story_of), misspelt_words(view), odd_phrases(view))
    for shared in chain.from_iterable(found):
        first, second = sorted(shared.places, key=lambda p: view.clocks.order(p.article))
        texts = frozenset((view.text_of(first.article), view.text_of(second.article)))
        if shared.rule != PHRASE or texts not in copied:
            pairs[first.article, second.article].append(_reason(shared, first, second, view))
    return [
        Oddities(*pair, tuple(reasons), view.clocks.before(*pair))
        for pair, reasons in sorted(pairs.items())
        if view.tellings[pair[0]].label != view.tellings[pair[1]].label
    ]


def by_article(odd: Iterable[Oddities]) -> dict[str, list[Oddities]]:
    """Return oddities by the later of their two articles."""
    out: dict[str, list[Oddities]] = defaultdict(list)
    for shared in odd:
        out[shared.later].append(shared)
    return out


def odd_phrases(view: View) -> Iterator[Shared]:
    """Yield the odd phrases that exactly two texts have, those that overlap in both as one."""
    keys = sorted(view.tellings, key=view.clocks.order)
    number = {text: k for k, text in enumerate(dict.fromkeys(map(view.text_of, keys)))}
    rows: list[npt.NDArray[np.uint64]] = []
    often = _often(view.tellings[key].own.rows()[:, 0] for key in keys)
    for place, key in enumerate(keys):
        found = view.tellings[key].own.rows()
        found = found[often[np.searchsorted(often[:-1], found[:, 0])] == found[:, 0]]
        if len(found):
            here = np.array([[number[view.text_of(key)], place]], np.uint64).repeat(len(found), axis=0)
            rows.append(np.hstack([found[:, :1], here, found[:, 1:]]))
    if not rows:
        return
    table = np.concatenate(rows)
    table = table[np.lexsort((table[:, 2], table[:, 1], table[:, 0]))]
    together: dict[tuple[int, int], list[tuple[list[int], list[int]]]] = defaultdict(list)
    for first, second in _of_two(table):
        together[first[2], second[2]].append((first, second))
    for pair in sorted(together):
        for one, other in _joined(sorted(together[pair])):
            yield Shared(PHRASE, (Passage(keys[pair[0]], *one), Passage(keys[pair[1]], *other)))


def _often(hashes: Iterable[npt.NDArray[np.uint64]]) -> npt.NDArray[np.uint64]:
    """Return the hashes that are there more than once, sorted, and one more: all others need no more memory."""
    every = np.sort(np.concatenate([np.empty(0, np.uint64), *hashes]))
    return np.append(np.unique(every[1:][every[1:] == every[:-1]]), np.uint64(0))


def _of_two(table: npt.NDArray[np.uint64]) -> Iterator[tuple[list[int], list[int]]]:
    """Yield, of each phrase that exactly two texts have, the row of the first article of each; the table is sorted."""
    new = np.flatnonzero(np.r_[True, (table[1:, :2] != table[:-1, :2]).any(axis=1)])  # a text's first row of a phrase
    firsts = table[new]
    starts = np.flatnonzero(np.r_[True, firsts[1:, 0] != firsts[:-1, 0]])
    for at in starts[np.diff(np.r_[starts, len(firsts)]) == 2]:
        yield firsts[at].tolist(), firsts[at + 1].tolist()


def _joined(rows: list[tuple[list[int], list[int]]]) -> list[tuple[list[int], list[int]]]:
    """Return the spans of phrases of two articles, those as one that overlap in both."""
    spans: list[tuple[list[int], list[int]]] = []
    for (*_, a, b), (*_, c, d) in sorted(rows, key=lambda row: (row[0][3], row[1][3])):
        if spans and a < spans[-1][0][1] and spans[-1][1][0] <= c < spans[-1][1][1]:
            spans[-1] = ([spans[-1][0][0], b], [spans[-1][1][0], d])
        else:
            spans.append(([a, b], [c, d]))
    return spans


def _reason(shared: Shared, first: Passage, second: Passage, view: View) -> Reason:
    """Say, of the later article, what it has with the earlier one alone."""
    said = squeeze(view.tellings[second.article].article.text[second.start : second.end])
    text = f"“{said}” stands in this text and in that of {view.tellings[first.article].label} alone{shared.note}"
    return Reason(shared.rule, text, (second, first))
