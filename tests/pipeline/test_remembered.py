"""What is read of an article is remembered while arrivals ask for it, and never taken for another's."""

from dataclasses import replace

import pytest

from firsthand.config import EngineConfig
from firsthand.engine.local import Spreading
from firsthand.link.stories.kinds import gathering
from firsthand.link.stories.profiles import profile
from firsthand.model import Segment
from firsthand.pipeline import remembered
from firsthand.pipeline.remembered import Memo, Remembered, text_of
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


def test_articles_are_read_ahead_on_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is known then is what would be read of them, and is not read again."""
    texts = ["The quay of Lind was closed on Monday.", "Bakers in Halden want dearer bread.", "Snow closed the pass."]
    articles = [article(f"a{k}", text) for k, text in enumerate(texts)]
    monkeypatch.setattr(remembered, "ARTICLES", 1)
    known = Remembered()
    with Spreading(EngineConfig(workers=2)) as spread:
        known.read_ahead(articles, {}, spread)
    told = [(profile(a, None), gathering(a)) for a in articles]
    for name in ("profile", "gathering"):
        monkeypatch.setattr(remembered, name, lambda *_: pytest.fail("it was read again"))
    assert [(known.profile(a, None), known.gathering(a)) for a in articles] == told
