"""A page that was fetched twice is one article with versions; what only shares an address is not."""

import json
from pathlib import Path

import pytest

import firsthand as fh
from firsthand.adding.versions import Versions
from firsthand.model import Document, Superseded
from firsthand.store import Snapshot

URL = "https://quay.example/news/tolls"
TEXT = (
    "The inner quay of Lindmouth reopened to barges on Monday. Masons had mended its wall for {} weeks after the storm "
    "of last winter had torn a hole into it. “We counted every stone of it,” said harbour master Tilde Omsk. Skippers "
    "pay {} crowns a night, and the office at the lock takes their names from six in the morning."
)
OTHER = (
    "A choir from the upper valley has won the national contest for the fourth time, with a song about bread that its "
    "conductor had found in a parish register. Nobody in the hall had heard it before, and nobody will forget it."
)


def page(text: str, url: str | None = URL, **given: str) -> dict[str, str | None]:
    return {"text": text, "url": url, "publisher": "Quay Post", "title": "Inner quay reopens to barges", **given}


@pytest.fixture
def corpus(tmp_path: Path) -> fh.Corpus:
    return fh.open(tmp_path / "c")


def add(corpus: fh.Corpus, tmp_path: Path, *pages: dict[str, str | None]) -> list[str]:
    """Add pages as lines of one file, and trace; return the texts that count."""
    path = tmp_path / f"{len(list(tmp_path.iterdir()))}.jsonl"
    path.write_text("".join(f"{json.dumps(p)}\n" for p in pages))
    corpus.trace([path])
    return counted(corpus)


def counted(corpus: fh.Corpus) -> list[str]:
    """The texts of the articles that stand in a story."""
    told = {a for s in corpus.tables().stories for a in s.articles}
    return sorted(a.text for a in corpus.tables().articles if a.id in told)


BEFORE, AFTER = TEXT.format("eleven", "12"), TEXT.format("nineteen", "12")


def test_an_edited_page_counts_once_and_both_texts_are_kept(corpus: fh.Corpus, tmp_path: Path) -> None:
    """As ``watch`` has it."""
    assert add(corpus, tmp_path, page(BEFORE), page(AFTER)) == [AFTER]
    assert sorted(a.text for a in corpus.tables().articles) == sorted([BEFORE, AFTER])


def test_it_may_come_in_two_runs(corpus: fh.Corpus, tmp_path: Path) -> None:
    """What is stored is held against what comes."""
    add(corpus, tmp_path, page(BEFORE))
    assert add(corpus, tmp_path, page(AFTER)) == [AFTER]


def test_the_same_page_by_a_link_of_a_newsletter_counts_once(corpus: fh.Corpus, tmp_path: Path) -> None:
    """Tracking parameters name no other page."""
    assert add(corpus, tmp_path, page(BEFORE), page(BEFORE, f"{URL}?utm_source=mail&fbclid=x")) == [BEFORE]


def test_the_state_that_was_fetched_last_stands(corpus: fh.Corpus, tmp_path: Path) -> None:
    """Whichever came first."""
    pages = page(AFTER, fetched="2031-03-05T09:00:00Z"), page(BEFORE, fetched="2031-03-04T09:00:00Z")
    assert add(corpus, tmp_path, *pages) == [AFTER]


def test_a_file_that_is_added_again_does_not_bring_the_old_state_back(corpus: fh.Corpus, tmp_path: Path) -> None:
    """It was read again; nobody looked at the page."""
    add(corpus, tmp_path, page(BEFORE))
    add(corpus, tmp_path, page(AFTER))
    assert add(corpus, tmp_path, page(BEFORE)) == [AFTER]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (page(BEFORE), page(OTHER)),
        (page(BEFORE, f"{URL}?id=1"), page(AFTER, f"{URL}?id=2")),
        (page(BEFORE, None), page(AFTER, None)),
        (page(BEFORE, "https://quay.example/"), page(AFTER, "https://quay.example/")),
        (page(BEFORE, published="2031-03-04T10:00:00Z"), page(AFTER, published="2031-03-05T10:00:00Z")),
    ],
    ids=["another text", "another parameter", "no address", "a front page", "published anew"],
)
def test_what_may_be_another_article_stands(
    corpus: fh.Corpus, tmp_path: Path, first: dict[str, str | None], second: dict[str, str | None]
) -> None:
    """A channel's address stands over all its posts, and a page of today's weather is another one tomorrow."""
    assert len(add(corpus, tmp_path, first, second)) == 2


def test_one_time_of_publication_may_be_written_in_two_ways(corpus: fh.Corpus, tmp_path: Path) -> None:
    """On another offset, or as the day alone."""
    pages = (page(t, published=p) for t, p in ((BEFORE, "2031-03-04T10:00:00Z"), (AFTER, "2031-03-04T12:00:00+02:00")))
    assert add(corpus, tmp_path, *pages) == [AFTER]


def test_files_of_one_name_are_articles_of_their_own(tmp_path: Path) -> None:
    """Only what is watched is one article by its path."""
    corpus = fh.open(tmp_path / "c")
    documents = [Document("a.txt", "text", text, path="a.txt") for text in (BEFORE, AFTER)]
    corpus.add_documents(iter(documents[:1]))
    (first,) = corpus.tables().articles
    last = fh.clean(documents[1].content)
    assert Versions(corpus.path, watched=False).after([last]) is None
    corpus.add_documents(iter(documents[1:]))
    (second,) = (a for a in corpus.tables().articles if a.id != first.id)
    assert Snapshot(corpus.path).records("superseded") == [Superseded(first.id, second.id)]
