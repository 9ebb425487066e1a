"""What an arrival reads of a corpus: each row once, whoever asks for it."""

from collections.abc import Collection
from itertools import combinations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Copy
from firsthand.pipeline.shelf import Shelf

NAMES = "abcdef"
ASKED = st.lists(st.frozensets(st.sampled_from(NAMES)), max_size=5)
PAIRS = st.frozensets(st.sampled_from([(*pair, n) for pair in combinations(NAMES, 2) for n in (0, 1)]), max_size=12)


class Stored:
    """A table of copies that counts how often each article is looked up on either side."""

    def __init__(self, copies: Collection[Copy]) -> None:
        self.copies = copies
        self.asked: list[tuple[str, str]] = []

    def having(self, table: str, column: str, values: Collection[str]) -> list[Any]:
        assert table == "copies"
        self.asked += [(column, value) for value in values]
        return [c for c in self.copies if getattr(c, column) in values]


def stored(pairs: Collection[tuple[str, str, int]]) -> Stored:
    """The first passages of two articles stand at 0, the second at 100."""
    return Stored([Copy(a, 100 * n, 100 * n + 50, b, 0, 50, 50, "prose", 12, 0, 0.5, 0.5) for a, b, n in sorted(pairs)])


@given(PAIRS, ASKED)
def test_copies_of_some_articles_are_those_that_one_of_them_takes_part_in(
    pairs: Collection[tuple[str, str, int]], asked: list[frozenset[str]]
) -> None:
    """Each once, whatever was asked before; both sides of the table are looked up once for each article."""
    table = stored(pairs)
    shelf = Shelf(table)  # type: ignore[arg-type]
    for names in asked:
        found = shelf.copies(names)
        assert len(found) == len(set(found))
        assert set(found) == {c for c in table.copies if {c.earlier, c.later} & names}
    assert len(table.asked) == len(set(table.asked))
