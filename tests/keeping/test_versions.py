"""A corpus that grew: versions of articles, pages that are watched, a catalog. What is forgotten is in none of them."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest

import firsthand as fh
from firsthand.model import Document, Repair, Superseded
from firsthand.store import Snapshot, Writer
from firsthand.store.watching import Entry, Feed, Watching
from tests.keeping.test_forget import holding

URL, FEED = "https://quay.example/tolls", "https://quay.example/rss"
HEADLINE = "Inner quay reopens to barges"
TEXT = (
    "The inner quay reopened to barges on Monday. Masons had mended its wall for {} weeks. "
    "“We counted every stone of it,” said harbour master Tilde Omsk."
)
TIMES = ("eleven", "nineteen", "thirty-one")  # the words of one version alone


def version(number: int) -> Document:
    return Document(
        URL, "text", TEXT.format(TIMES[number]), url=URL, publisher="Quay Post", title=HEADLINE, external_id=URL,
        published="2031-03-04T10:00:00Z",
    )  # fmt: skip


def come(corpus: fh.Corpus, *numbers: int) -> list[str]:
    """Let versions come one after the other, each linked; return their ids in the order of ``TIMES``."""
    for number in numbers:
        corpus.add_documents(iter([version(number)]))
        corpus.link_new()
    stored = [a for a in corpus.tables().articles if a.url == URL]
    return [a.id for word in TIMES for a in stored if f"for {word} weeks" in a.text]


def superseded(corpus: fh.Corpus) -> list[Superseded]:
    rows: list[Superseded] = Snapshot(corpus.path).records("superseded")
    return rows


def told(corpus: fh.Corpus) -> set[str]:
    return {a for s in corpus.tables().stories for a in s.articles}


def watched(corpus: fh.Corpus, ids: Sequence[str]) -> None:
    """Let the watch wait for pages, and have a repair, a report and a catalog tell of the versions."""
    snow = "https://hill.example/snow"
    other = Document(snow, "text", "Of snow.", url=snow, publisher="Hill", title="Snow", external_id=snow)
    with Watching(corpus.path) as watch:
        for feed, document in ((FEED, version(0)), ("https://hill.example/rss", other)):
            watch.polled(Feed(feed, etag="1"), [Entry(feed, document.url or "", "d", document)], pages=True)
        assert len(watch.pages(1e12, 9)) == 2
    at = "2031-03-05T00:00:00+00:00"
    stays = next(a.id for a in corpus.tables().articles if a.id not in ids)
    repairs = [Repair("split", ids[0], (stays,), "s", "t", "", at), Repair("merge", stays, (stays,), "s", "t", "", at)]
    with Writer(corpus.path) as writer:
        writer.step("test", append={"repairs": repairs})
    corpus.report()


def test_nothing_of_any_version_is_left_in_any_file(corpus: fh.Corpus) -> None:
    """Named by the address all versions go, and the catalog, the pages and the repairs that tell of them."""
    ids = come(corpus, 0, 1)
    watched(corpus, ids)
    assert holding(corpus.path, f"for {TIMES[0]} weeks") >= {"tables/articles.lance", "ledger.sqlite"}
    assert holding(corpus.path, ids[0]) >= {"tables/superseded.lance", "tables/repairs.lance"}
    assert any(name.startswith("catalog/") for name in holding(corpus.path, HEADLINE))
    assert "report/stories" in holding(corpus.path, HEADLINE)
    gone = corpus.forget(URL)
    assert gone.what.ids == set(ids)
    assert (gone.rows["articles"], gone.rows["superseded"]) == (2, 1)
    assert not (corpus.path / "catalog").exists()
    for words in (*(f"for {word} weeks" for word in TIMES), "every stone", "Tilde Omsk", HEADLINE, URL):
        assert holding(corpus.path, words) == set(), words
    for name in ids:
        assert holding(corpus.path, name) <= {"ledger.sqlite", "ledger.sqlite-wal"}  # a hash: it is not added again
    assert [r.kind for r in corpus.repairs()] == ["merge"]
    assert corpus.verify() == []
    corpus.report()
    assert holding(corpus.path, HEADLINE) == set()


def test_pages_of_others_are_watched_still(corpus: fh.Corpus) -> None:
    """A publisher's feed is forgotten too, with what is known of it."""
    watched(corpus, come(corpus, 0, 1))
    corpus.forget("Quay Post")
    with Watching(corpus.path) as watch:
        assert [page.address for page in watch.pages(1e12, 9)] == ["https://hill.example/snow"]
        assert (watch.feed(FEED).etag, watch.feed("https://hill.example/rss").etag) == (None, "1")
    assert holding(corpus.path, "quay.example") == set()


def test_without_its_later_version_an_article_stands_again(corpus: fh.Corpus) -> None:
    """And what was forgotten takes its place no more when it comes again."""
    earlier, later = come(corpus, 0, 1)
    assert (superseded(corpus), told(corpus) & {earlier, later}) == ([Superseded(earlier, later)], {later})
    corpus.report()
    corpus.forget(later)
    assert (superseded(corpus), told(corpus) & {earlier, later}) == ([], {earlier})
    assert holding(corpus.path, f"for {TIMES[1]} weeks") == set()
    assert holding(corpus.path, f"for {TIMES[0]} weeks")
    assert come(corpus, 1) == [earlier]
    assert (superseded(corpus), corpus.verify()) == ([], [])


def test_an_earlier_version_goes_and_the_later_stays(corpus: fh.Corpus) -> None:
    earlier, later = come(corpus, 0, 1)
    corpus.report()
    corpus.forget(earlier)
    assert (superseded(corpus), told(corpus) & {earlier, later}) == ([], {later})
    assert holding(corpus.path, f"for {TIMES[0]} weeks") == set()
    assert corpus.verify() == []


def test_the_last_version_takes_the_place_of_one_between(corpus: fh.Corpus) -> None:
    first, second, third = come(corpus, 0, 1, 2)
    corpus.forget(second)
    assert superseded(corpus) == [Superseded(first, third)]
    assert corpus.verify() == []


def test_a_corpus_that_grows_is_whole_at_each_step(corpus: fh.Corpus) -> None:
    """Versions that wait to be linked are no fault, neither those to be taken out of a story nor one that is back."""
    for number in (0, 1, 0):
        corpus.add_documents(iter([version(number)]))
        assert corpus.verify() == []
        corpus.link_new()
        assert corpus.verify() == []
    corpus.link()
    assert corpus.verify() == []


@pytest.mark.parametrize(
    ("table", "row", "line"),
    [
        ("superseded", Superseded("x", "y"), "superseded: names article x, which is not there"),
        ("repairs", Repair("split", "x", (), "s", "t", "", ""), "repairs: names article x, which is not there"),
    ],
)
def test_a_row_that_names_no_article_is_found(corpus: fh.Corpus, table: str, row: object, line: str) -> None:
    with Writer(corpus.path) as writer:
        writer.step("test", append={table: [row]})
    assert any(line in str(fault) for fault in corpus.verify())


def test_an_earlier_version_in_a_story_is_found(corpus: fh.Corpus) -> None:
    """Where all was linked since; linking anew mends it."""
    one, other, *_ = Snapshot(corpus.path).column("articles", "id")
    with Writer(corpus.path) as writer:
        writer.step("test", replace={"superseded": [Superseded(one, other)]})
    (fault,) = corpus.verify()
    assert f"article {one} is in a story, and a later version took its place" in fault.what
    assert corpus.repair().left == []
    corpus.link()
    assert (corpus.verify(), one in told(corpus)) == ([], False)


def test_the_catalog_is_not_backed_up(corpus: fh.Corpus, tmp_path: Path) -> None:
    """It is made of the tables; what patches have taken out of these stays out."""
    come(corpus, 0, 1)
    watched(corpus, come(corpus))
    corpus.backup(tmp_path / "b")
    copy = fh.open(tmp_path / "b", corpus.config)
    assert sorted(p.name for p in copy.path.iterdir()) == ["ledger.sqlite", "tables"]
    assert (copy.tables(), copy.verify()) == (corpus.tables(), [])
    with sqlite3.connect(copy.path / "ledger.sqlite") as ledger:
        assert ledger.execute("SELECT count(*) FROM watch_pages").fetchone() == (2,)
    ledger.close()
    copy.report()
    assert (copy.path / "catalog").is_dir()
