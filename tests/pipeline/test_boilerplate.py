"""What recurs is told of what an arrival bears on alone, and then stands as it would had all been read at once."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from firsthand.model import Document, Recurrence
from firsthand.store import Snapshot
from tests.link.test_recurring import EVENTS, NOTICE
from tests.pipeline.test_arrivals import read_live

OTHER = "Write to the editors of this page whenever you like."


def pages(*numbers: int) -> list[Document]:
    """Pages on different events that have a notice in common, every other one of them a second one."""
    return [
        Document(
            f"p{k}", "text", "\n\n".join([EVENTS[k], f"Nobody knows more of case {k}.", NOTICE, *[OTHER] * (k % 2)]),
            f"p{k}", publisher="Halden Courier", published=f"2031-03-{k + 1:02}",
        )
        for k in numbers
    ]  # fmt: skip


def recurring(folder: Path, *steps: Sequence[Document]) -> set[Recurrence]:
    corpus = read_live(folder, *steps)
    found = Snapshot(corpus.path).records("recurring")
    assert len(found) == len(set(found))
    return set(found)


@pytest.mark.parametrize("first", [4, 5, 6])
def test_steps_come_to_what_all_at_once_does(tmp_path: Path, first: int) -> None:
    """Where the page that makes it enough comes later, and where others come to what recurs already."""
    whole = recurring(tmp_path / "whole", pages(*range(len(EVENTS))))
    assert {r.article for r in whole}
    steps = [pages(*range(first)), *([page] for page in pages(*range(first, len(EVENTS))))]
    assert recurring(tmp_path / "steps", *steps) == whole


def test_what_recurs_stays_kept_out_of_pages_that_nothing_came_near_to(tmp_path: Path) -> None:
    """What came shares no paragraph with them."""
    before = recurring(tmp_path / "a", pages(*range(6)))
    other = Document("x", "text", "A goat climbed the tower of Osterby.\n\nThe fire brigade fetched it.", "x")
    assert recurring(tmp_path / "b", pages(*range(6)), [other]) == before
