"""The quotations of a corpus by their ids, looked up where they stand: all of them at once would be much memory."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from firsthand.model import Annotation, Attribution, Quotation

# Articles whose quotations stay at hand. Ours: those of the stories that are counted one after the other.
KEPT = 4_096


class Quotations(Mapping[str, Quotation]):
    """The quotations of ``annotations``, which are by article, that ``attributions``, by quotation, tell of."""

    def __init__(self, annotations: Mapping[str, Annotation], attributions: Mapping[str, Attribution]) -> None:
        """Read none yet."""
        self._attributions = attributions
        self._of = lru_cache(KEPT)(lambda article: {q.id: q for q in annotations[article].quotations})

    def __getitem__(self, quotation: str) -> Quotation:
        return self._of(self._attributions[quotation].article)[quotation]

    def __iter__(self) -> Iterator[str]:
        return iter(self._attributions)

    def __len__(self) -> int:
        return len(self._attributions)
