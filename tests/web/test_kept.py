"""Pages are made once for each catalog, and never more than there is room for."""

import threading
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from firsthand.present.catalog import Catalog, catalog_of
from firsthand.web.kept import Kept, dear, make_ahead


class Made:
    """Makes pages and counts how often."""

    def __init__(self, size: int = 10) -> None:
        self.size, self.times = size, 0

    def __call__(self) -> bytes:
        self.times += 1
        return b"x" * self.size


def test_a_page_is_made_once() -> None:
    """For one catalog, address and question; another of any of them is another page."""
    kept, made = Kept(), Made()
    for step, path, asked in (("1", "a", {}), ("1", "a", {}), ("1", "b", {}), ("1", "a", {"q": "x"}), ("1", "a", {})):
        assert kept.get(step, path, asked, made) == b"x" * 10
    assert made.times == 3


def test_another_catalog_drops_the_pages_of_the_last() -> None:
    kept, made = Kept(), Made()
    for step in ("1", "2", "1"):
        kept.get(step, "a", {}, made)
    assert made.times == 3


def test_a_page_that_is_not_there_is_asked_for_again() -> None:
    kept = Kept()
    assert kept.get("1", "a", {}, lambda: None) is None
    assert kept.get("1", "a", {}, Made()) is not None


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(0, 40)), max_size=40))
def test_no_more_is_kept_than_there_is_room_for(asked: list[tuple[str, int]]) -> None:
    """Whatever is asked for in whatever order; the sizes are counted right."""
    kept: Any = Kept(room=80)
    for path, size in asked:
        kept.get("1", path, {}, Made(size))
        assert sum(map(len, kept._pages.values())) == kept._size <= 80
        assert all(len(page) <= 10 for page in kept._pages.values())


def test_the_dear_pages_are_made_ahead(linked: Path) -> None:
    """The front page, the largest stories, those who said most: each is a page of the catalog."""
    catalog = Catalog(catalog_of(linked).path)
    shown: list[str] = []
    ended = threading.Event()

    def show(path: str) -> None:
        shown.append(path)
        if len(shown) == len(list(dear(catalog))):
            ended.set()

    make_ahead(lambda: catalog, show, ended)
    assert shown == list(dear(catalog))
    assert shown[0] == "index.html" and any(p.startswith("stories/") for p in shown)


def test_nothing_is_made_ahead_while_there_is_no_catalog() -> None:
    ended = threading.Event()
    asked: list[None] = []

    def none() -> None:
        asked.append(None)
        ended.set()

    make_ahead(none, lambda _: SimpleNamespace(), ended)
    assert asked == [None]
