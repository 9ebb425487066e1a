"""What is read of an article is remembered while arrivals ask for it, and never taken for another's."""

from dataclasses import replace

from firsthand.model import Segment
from firsthand.pipeline.remembered import Memo, text_of
from tests.factories import article


def test_a_value_is_made_once() -> None:
    """And stays until others were asked for that take its place."""
    memo: Memo[int] = Memo(2)
    made: list[str] = []

    def of(key: str) -> int:
        return memo.of(key, lambda: made.append(key) or len(made))  # type: ignore[func-returns-value]

    assert (of("a"), of("a"), of("b")) == (1, 1, 2)
    assert (of("a"), of("c"), len(memo)) == (1, 3, 2)
    assert (of("a"), of("b")) == (1, 4), "b was let go: a was asked for since"


def test_a_value_of_none_is_a_value() -> None:
    """An article that gathers nothing is not read again."""
    memo: Memo[None] = Memo()
    made: list[int] = []
    for _ in range(2):
        memo.of("a", lambda: made.append(1))
    assert made == [1]


def test_texts_that_read_otherwise_are_others() -> None:
    """By their content, or by what of it recurs elsewhere and is kept out."""
    one = article("a", "The quay was closed.")
    marked = replace(one, segments=(Segment("boilerplate", 0, len(one.text)),))
    assert len({text_of(a) for a in (one, replace(one, sha256="1" * 64), marked)}) == 3
    assert text_of(one) == text_of(replace(one))
