"""In which words each origin has an utterance, and which of them have the same words.

A run of eight words that two tellings have is a wording in common, whether it stands in marks or not. That all of a
marked quotation stands in another shows more: where others translate it differently, that it is one translation. The
same few words show nothing, and could be one record all the same.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from firsthand.model import Quotation
from firsthand.text import words
from firsthand.trace.counts.ground import Ground
from firsthand.trace.counts.merges import Groups

# This many words in the same order are not said twice by chance, nor translated alike. Ours; two translators of one
# sentence agree on runs of five words at most in nine of ten pairs of the WMT set (benchmarks/variants).
SAME_WORDS = 8
# So many different wordings of one utterance that start alike are held against each other. Ours.
_MOST_ALIKE = 24


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one quotation, folded, and the origin that has it."""

    origin: str
    words: tuple[str, ...]
    quotation: Quotation

    def within(self, other: "Wording") -> bool:
        """Tell whether all of its words stand in the other, in this order and without a gap."""
        return f" {' '.join(self.words)} " in f" {' '.join(other.words)} "


class Wordings:
    """The wordings of one utterance, by origin."""

    def __init__(self, told: Mapping[str, Sequence[Quotation]], ground: Ground) -> None:
        """Read the quotations; of indirect speech only what others have too, it has no wording of the speaker's."""
        every = [
            Wording(name, tuple(words(q.words(ground.tellings[q.article].article.text))), q)
            for name in sorted(told)
            for q in told[name]
        ]
        self._every = every
        self._all = [wording for wording in every if wording.quotation.type != "indirect"]
        self._pairs = {(a, b): pair for a, b, pair in self._same()}
        self._alike = Groups(told)
        for first, second in self._pairs:
            self._alike.join(first, second)

    def pairs(self) -> Iterator[tuple[str, str, tuple[Quotation, Quotation]]]:
        """Yield origins that have the same eight words or more, with the quotations that show it; no pair of all pairs.

        Of many with one wording each is paired with the first of them.
        """
        for (first, second), pair in sorted(self._pairs.items(), key=lambda item: item[0]):
            yield first, second, pair

    def runs(self) -> Iterator[tuple[str, str, tuple[Quotation, Quotation]]]:
        """Yield origins that have a run of eight words in common, marked or not, each run's with the first that has it.

        Linear in the words.
        """
        first_with: dict[tuple[str, ...], Wording] = {}
        found: dict[tuple[str, str], tuple[Quotation, Quotation]] = {}
        for wording in self._every:
            for k in range(len(wording.words) - SAME_WORDS + 1):
                first = first_with.setdefault(wording.words[k : k + SAME_WORDS], wording)
                if _two(first, wording):
                    one, two = sorted((first, wording), key=lambda w: w.origin)
                    found.setdefault((one.origin, two.origin), (one.quotation, two.quotation))
        for (first_name, second_name), pair in sorted(found.items(), key=lambda item: item[0]):
            yield first_name, second_name, pair

    def same(self, first: str, second: str) -> bool:
        """Tell whether two origins have the same eight words or more, both or by way of others."""
        return self._alike.of(first) == self._alike.of(second)

    def short(self) -> Iterator[tuple[str, str, tuple[Quotation, Quotation]]]:
        """Yield origins that have the same few words, each pair once: equal ones, or marked ones within marked ones.

        Of many with the same words each is paired with the first of them. Linear in the words.
        """
        first_with: dict[tuple[str, ...], Wording] = {}
        for wording in (*self._all, *self._every):  # marked words go first: what lies within others must be marked
            if 0 < len(wording.words) < SAME_WORDS:
                first_with.setdefault(wording.words, wording)
        lengths = sorted({len(few) for few in first_with})
        found: dict[tuple[str, str], tuple[Quotation, Quotation]] = {}
        for wording in self._every:
            runs = (wording.words[k : k + n] for n in lengths for k in range(len(wording.words) - n + 1))
            for first in (first_with[run] for run in runs if run in first_with):
                if _two(first, wording) and (first.words == wording.words or _both_marked(first, wording)):
                    one, two = sorted((first, wording), key=lambda w: w.origin)
                    found.setdefault((one.origin, two.origin), (one.quotation, two.quotation))
        for (first_name, second_name), pair in sorted(found.items(), key=lambda item: item[0]):
            yield first_name, second_name, pair

    def _same(self) -> Iterator[tuple[str, str, tuple[Quotation, Quotation]]]:
        """Yield the pairs: a wording lies within another if its first words do, so those are looked up."""
        starting: dict[tuple[str, ...], dict[tuple[str, ...], Wording]] = defaultdict(dict)
        for wording in self._all:
            if len(wording.words) >= SAME_WORDS:
                alike = starting[wording.words[:SAME_WORDS]]
                if len(alike) < _MOST_ALIKE:
                    alike.setdefault(wording.words, wording)
        for longer in self._all:
            for k in range(len(longer.words) - SAME_WORDS + 1):
                for shorter in starting.get(longer.words[k : k + SAME_WORDS], {}).values():
                    if _two(shorter, longer) and shorter.within(longer):
                        one, two = sorted((shorter, longer), key=lambda w: w.origin)
                        yield one.origin, two.origin, (one.quotation, two.quotation)


def _both_marked(first: Wording, second: Wording) -> bool:
    return "indirect" not in (first.quotation.type, second.quotation.type)


def _two(first: Wording, second: Wording) -> bool:
    return first.origin != second.origin and first.quotation.article != second.quotation.article
