"""What a table lost and gained between two versions, without reading what stayed."""

from pathlib import Path

import pytest

from firsthand.model import Duplicate
from firsthand.store import Snapshot, Writer


def rows(*names: str) -> list[Duplicate]:
    """Records with these names."""
    return [Duplicate(name, "a1") for name in names]


def names(found: list[dict[str, str]]) -> list[str]:
    """The names of records."""
    return [next(iter(row.values())) for row in found]


@pytest.fixture
def corpus(tmp_path: Path) -> tuple[Path, int]:
    """A corpus with a table of four rows, and the table's version."""
    with Writer(tmp_path) as writer:
        writer.step("add", append={"duplicates": rows("a", "b", "c", "d")})
    return tmp_path, Snapshot(tmp_path).versions["duplicates"]


def test_rows_that_came_and_went_are_told_in_their_order(corpus: tuple[Path, int]) -> None:
    """Over several steps; what stays is not among them."""
    folder, since = corpus
    column = next(iter(Duplicate.__dataclass_fields__))
    with Writer(folder) as writer:
        writer.step("add", append={"duplicates": rows("e", "f")})
        writer.step("link", patch={"duplicates": ({column: {"b", "d", "e"}}, rows("g"))})
    assert (found := Snapshot(folder).changes("duplicates", since, 10)) is not None
    assert (names(found[0]), names(found[1])) == (["b", "d"], ["f", "g"])


def test_a_table_that_was_replaced_lost_and_gained_all(corpus: tuple[Path, int]) -> None:
    """Rows are known by where they stand, not by what they hold."""
    folder, since = corpus
    with Writer(folder) as writer:
        writer.step("link", replace={"duplicates": rows("a", "b")})
    assert (found := Snapshot(folder).changes("duplicates", since, 10)) is not None
    assert (len(found[0]), len(found[1])) == (4, 2)


def test_nothing_is_told_of_much_or_of_a_version_that_is_gone(corpus: tuple[Path, int]) -> None:
    """Who asks has to read all then."""
    folder, since = corpus
    with Writer(folder) as writer:
        writer.step("add", append={"duplicates": rows("e", "f")})
    snapshot = Snapshot(folder)
    assert snapshot.changes("duplicates", since, 1) is None
    assert snapshot.changes("duplicates", since, 2) is not None
    assert snapshot.changes("duplicates", None, 5) is None
    assert (whole := snapshot.changes("duplicates", None, 6)) is not None and len(whole[1]) == 6
    assert snapshot.changes("duplicates", snapshot.versions["duplicates"], 0) == ([], [])
    with Writer(folder) as writer:
        writer.compact("9999")
    assert Snapshot(folder).changes("duplicates", since, 100) is None
