"""What ``forget`` has removed is not shown by a server that runs, from the moment the command is done."""

import shutil
from pathlib import Path

import pytest

from firsthand.api import Corpus
from firsthand.present.catalog import catalog_of
from firsthand.web.current import Current
from firsthand.web.kept import Kept
from tests.corpora import copied
from tests.web.conftest import client_of

WORDS = "quartz lantern"


@pytest.fixture
def told(linked: Path, tmp_path: Path) -> Path:
    """A corpus in which one article has words that no other has."""
    folder = copied(linked, tmp_path / "c")
    (tmp_path / "lantern.txt").write_text(
        f"The {WORDS} of Ellmar\n\nThe {WORDS} of Ellmar was lit on Monday, said Ada Brook, who keeps it.\n",
        encoding="utf-8",
    )
    Corpus(folder).trace([tmp_path / "lantern.txt"])
    catalog_of(folder)
    return folder


def test_no_page_has_the_words_once_forget_has_returned(told: Path) -> None:
    """Neither one that was kept in memory, nor a search."""
    (article,) = (a.id for a in Corpus(told).tables().articles if WORDS in a.text)
    pages = ("/index.html", "/search.html?q=lantern", "/lists/stories.html")
    with client_of(told) as client:
        assert any(WORDS in client.get(page).text for page in pages)
        Corpus(told).forget(article)
        for page in pages:
            assert WORDS not in client.get(page).text


def test_what_holds_words_of_a_catalog_that_is_gone_lets_go_of_them(told: Path) -> None:
    """Pages that were made, and what corrections changed."""
    current = Current(Corpus(told), lambda _: None)
    called: list[str] = []
    current.when_gone.append(lambda: called.append("gone"))
    assert current.catalog is not None and called == []
    shutil.rmtree(told / "catalog")
    assert current.catalog is None and current.step == "" and not current.is_newest
    assert called == ["gone"]


def test_kept_pages_are_let_go(folder: Path) -> None:
    """Nor is one kept any more that was being made meanwhile."""
    kept = Kept()
    kept.turn(catalog_of(folder))
    step = catalog_of(folder).path.stem
    kept.get(step, "a", {}, lambda: (b"words", frozenset()))
    kept.let_go()
    assert kept.get(step, "a", {}, lambda: (b"new", frozenset())) == b"new"
