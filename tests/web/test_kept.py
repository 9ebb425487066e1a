"""Pages are made once while they say what the catalog says, and never more are kept than there is room for."""

import shutil
import sqlite3
import threading
import time
from collections.abc import Iterable, Mapping
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.api import Corpus
from firsthand.present.catalog import Catalog, catalog_of
from firsthand.present.report.pages import Page, page
from firsthand.web.kept import Kept, Made, dear, made, make_ahead
from firsthand.web.rendering import Site, making_ahead
from tests.web.conftest import client_of


class Making:
    """Makes pages and counts how often; ``asked`` is by what the catalog is asked for them."""

    def __init__(self, size: int = 10, asked: frozenset[str] | None = frozenset()) -> None:
        self.size, self.times, self.asked = size, 0, asked

    def __call__(self) -> Made:
        self.times += 1
        return b"x" * self.size, self.asked


def catalog(step: str, since: str = "", changed: Iterable[str] = ()) -> Any:
    """A catalog that knows what it tells otherwise than the one of step ``since`` did."""
    told = {since: frozenset(changed)} if since else {}
    return SimpleNamespace(path=Path(f"{step}.sqlite"), changed_since=told.get)


@pytest.fixture
def kept() -> Kept:
    """What is kept of the pages of step 1."""
    kept = Kept()
    kept.turn(catalog("1"))
    return kept


def test_a_page_is_made_once(kept: Kept) -> None:
    """For one address and question; another of either is another page."""
    making = Making()
    for path, asked in (("a", {}), ("a", {}), ("b", {}), ("a", {"q": "x"}), ("a", {})):
        assert kept.get("1", path, asked, making) == b"x" * 10
    assert making.times == 3


def test_a_page_of_another_catalog_than_the_one_that_is_served_is_not_kept(kept: Kept) -> None:
    """Somebody still reads the last one, or reads the next one already."""
    making = Making()
    for step in ("1", "0", "2", "0", "1"):
        kept.get(step, "a", {}, making)
    assert making.times == 4


def test_the_next_catalog_drops_the_pages_that_it_tells_otherwise(kept: Kept) -> None:
    """Those that asked by what changed, and those that do not know all that they asked by."""
    making = {"a": Making(asked=frozenset("xy")), "b": Making(asked=frozenset("z")), "c": Making(asked=None)}
    for step, since in (("1", ""), ("2", "1")):
        if since:
            kept.turn(catalog(step, since, "yw"))
        for path, make in making.items():
            kept.get(step, path, {}, make)
    assert {path: make.times for path, make in making.items()} == {"a": 2, "b": 1, "c": 2}


def test_a_catalog_of_which_nothing_is_known_drops_all(kept: Kept) -> None:
    """It was built whole, or begins with one that was not served here."""
    making = Making()
    kept.get("1", "a", {}, making)
    kept.turn(catalog("3", since="2"))
    kept.get("3", "a", {}, making)
    assert making.times == 2


def test_a_page_that_is_not_there_is_asked_for_again(kept: Kept) -> None:
    assert kept.get("1", "a", {}, lambda: None) is None
    assert kept.get("1", "a", {}, Making()) is not None


@given(st.lists(st.tuples(st.sampled_from("abcdef"), st.integers(0, 40), st.sampled_from("xyz")), max_size=40))
def test_no_more_is_kept_than_there_is_room_for(asked: list[tuple[str, int, str]]) -> None:
    """Whatever is asked for in whatever order, also over a turn; the sizes are counted right."""
    kept: Any = Kept(room=160)
    kept.turn(catalog("1"))
    for n, (path, size, key) in enumerate(asked):
        if n == 20:
            kept.turn(catalog("2", since="1", changed="y"))
        kept.get("1" if n < 20 else "2", path, {}, Making(size, frozenset(key)))
        assert sum(page.size for page in kept._pages.values()) == kept._size <= 160
        assert all(page.size <= 20 for page in kept._pages.values())


def test_a_step_leaves_the_pages_that_it_does_not_touch(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An article that came to no story yet: the story's page is not made again, the front page is."""
    story = f"stories/{catalog_of(folder).stories(limit=1)[0].id}.html"
    made: list[str] = []

    def counted(catalog: Catalog, path: str, asked: Mapping[str, str]) -> Page | None:
        made.append(path)
        return page(catalog, path, asked)

    monkeypatch.setattr("firsthand.web.kept.page", counted)
    monkeypatch.setattr("firsthand.web.app.make_ahead", lambda *_: None)
    with client_of(folder) as client:
        before = client.get("/state.json").json()["step"]
        first = [client.get(f"/{path}").text for path in (story, "index.html")]
        (folder / "new.txt").write_text("A pier for Ellmar\n\nThe pilots of Ellmar voted on Monday for a pier.\n")
        Corpus(folder).add([folder / "new.txt"])
        for _ in range(600):
            if client.get("/state.json").json()["step"] != before:
                break
            time.sleep(0.1)
        second = [client.get(f"/{path}").text for path in (story, "index.html")]
    assert made == [story, "index.html", "index.html"]
    assert first[0] == second[0] and first[1] != second[1]


def test_the_dear_pages_are_made_ahead(linked: Path) -> None:
    """The front page, the largest stories, those who said most: each is a page of the catalog."""
    served = Catalog(catalog_of(linked).path)
    shown: list[str] = []
    ended = threading.Event()

    def show(path: str) -> None:
        shown.append(path)
        if len(shown) == len(list(dear(served))):
            ended.set()

    make_ahead(lambda: served, lambda _: nullcontext(show), ended)
    assert shown == list(dear(served))
    assert shown[0] == "index.html" and any(p.startswith("stories/") for p in shown)


def test_what_is_made_ahead_is_the_page_itself(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is kept, and nobody who asks for it has it made again; who asks for a page that failed there has it made."""
    monkeypatch.setattr("firsthand.web.app.make_ahead", lambda *_: None)
    path = f"stories/{catalog_of(folder).stories(limit=1)[0].id}.html"
    site = Site(Corpus(folder), *[SimpleNamespace()] * 3, may_fetch=False, may_correct=True)  # type: ignore[arg-type]
    served = Catalog(catalog_of(folder).path)
    site.kept.turn(served)
    with making_ahead(site, served) as make:
        make(path)
        make("stories/none.html")
    expected = made(served, path, {}, site.served)
    assert expected is not None and site.kept.get(served.path.stem, path, {}, pytest.fail) == expected[0]
    gone = SimpleNamespace(path=served.path.with_name(f"{served.path.name}.gone"))
    with making_ahead(site, gone) as make:  # type: ignore[arg-type]
        make(path)


def test_nothing_is_made_ahead_while_there_is_no_catalog() -> None:
    ended = threading.Event()
    asked: list[None] = []

    def none() -> None:
        asked.append(None)
        ended.set()

    make_ahead(none, lambda _: nullcontext(asked.append), ended)
    assert asked == [None]


def test_a_catalog_that_is_gone_does_not_end_the_making(linked: Path, tmp_path: Path) -> None:
    """The next one that is served has its pages made ahead again."""
    served = Catalog(catalog_of(linked).path)
    copy = tmp_path / served.path.name
    shutil.copy(served.path, copy)
    gone, ended, shown = Catalog(copy), threading.Event(), list[str]()
    with sqlite3.connect(copy) as connection:
        connection.execute("DROP TABLE story")
    gone.path = copy.with_name("gone.sqlite")  # another step than the one that is served next
    asked: list[Catalog] = []

    def current() -> Catalog:
        asked.append(gone if len(asked) < 3 else served)
        return asked[-1]

    def show(path: str) -> None:
        shown.append(path)
        if len(shown) > 2:
            ended.set()

    make_ahead(current, lambda _: nullcontext(show), ended)
    assert shown == ["index.html", *list(dear(served))[:2]]
