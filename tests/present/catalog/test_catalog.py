"""Lists: what stands in them, in which order; and what is found by an id."""

from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest

from firsthand.errors import CorpusFormat, NotFound
from firsthand.model import Article, Statement, Story
from firsthand.present.catalog.catalog import Catalog
from firsthand.present.safe import slug
from firsthand.present.tables import Tables
from firsthand.present.views.index import Index
from firsthand.present.views.story import story_card
from firsthand.text import short_hash
from tests.present.catalog.conftest import catalog_with
from tests.present.invented import COST, HARBOUR, PLEDGE, STRIKE, Made, hostile, tables


def test_the_overview_counts_everything(catalog: Catalog) -> None:
    """Articles, outlets by name, stories, statements, what was left out, the first and the last time."""
    all_of_it = catalog.overview()
    assert (all_of_it.articles, all_of_it.outlets, all_of_it.stories, all_of_it.storylines) == (12, 8, 3, 1)
    assert (all_of_it.statements, all_of_it.speakers, all_of_it.rejected, all_of_it.duplicates) == (4, 3, 3, 1)
    assert (all_of_it.shared_stories, all_of_it.repeated, all_of_it.one_origin) == (2, 4, 1)
    assert (all_of_it.first, all_of_it.last) == ("2031-03-02", "2031-03-05T08:30:00+00:00")


def test_a_story_row_says_what_its_page_says(catalog: Catalog) -> None:
    """Its numbers, sentence and shares are those of the view of the whole corpus."""
    index = Index(tables())
    for row in catalog.stories():
        card = story_card(index, index.stories[row.id])
        assert f"{row.articles} article" in card.line and f"{row.outlets} outlet" in card.line
        assert (row.told, [s.name for s in row.shares]) == (card.sentence, [s.name for s in card.shares])
        assert [s.articles for s in row.shares] == [len(s.articles) for s in card.shares]
        assert row.own + row.wire + row.rewrite + row.unknown == row.articles
        assert card.count and (row.low, row.high) == (card.count.low, card.count.high)


def test_stories_come_in_four_orders(catalog: Catalog) -> None:
    """By articles, by independent origins, by growth, by time."""
    firsts = [catalog.stories(order)[0] for order in ("articles", "origins", "growth", "time")]
    assert [s.id for s in firsts] == [HARBOUR, STRIKE, STRIKE, STRIKE]
    assert [s.growth for s in catalog.stories("growth")] == [3, 0, 0]


def test_lists_go_on_over_pages(catalog: Catalog) -> None:
    """Limit and offset cut the same list."""
    whole = catalog.statements()
    assert [s for n in range(4) for s in catalog.statements(limit=1, offset=n)] == whole
    assert catalog.statements(limit=0) == [] == catalog.statements(offset=99)


def test_statements_are_chosen_by_origins_speaker_and_story(catalog: Catalog) -> None:
    """Many articles, one source: that is ``one_origin``."""
    assert [s.id for s in catalog.statements(one_origin=True)] == [COST]
    assert catalog.statements()[0].id == PLEDGE
    varga = catalog.speakers()[0]
    assert (varga.name, varga.statements, varga.articles) == ("Tessa Varga", 2, 7)
    assert {s.speaker for s in catalog.statements(speaker=varga.key)} == {"Tessa Varga"}
    assert {s.story for s in catalog.statements(story=STRIKE)} == {STRIKE}


def test_statements_count_articles_and_outlets(catalog: Catalog) -> None:
    """Every article that reports it, once; wordings as the page has them."""
    row = catalog.statement(PLEDGE)
    assert row and (row.articles, row.outlets, row.wordings, row.low, row.high) == (7, 7, 5, 2, 3)


def test_outlets_have_their_articles_by_authorship(catalog: Catalog) -> None:
    """And the newest first in a list."""
    post = next(o for o in catalog.outlets() if o.name == "The Ellmar Post")
    assert (post.articles, post.stories, post.own, post.wire) == (2, 2, 1, 1)
    assert [a.name for a in catalog.articles(outlet=post.key)] == ["gate", "post"]
    assert catalog.carried(post.key) == [("Norwire", 1)]
    assert catalog.outlet("no such key") is None


def test_articles_of_a_story_come_oldest_first(catalog: Catalog) -> None:
    """As its page has them."""
    assert [a.name for a in catalog.articles(story=STRIKE)] == ["gate", "phone", "pier"]


def test_an_outlet_is_one_in_whichever_case(tmp_path: Path) -> None:
    """Its name is the commonest spelling."""
    made = Made()
    for key, name in (("a", "Le Phare"), ("b", "LE PHARE"), ("c", "Le  Phare"), ("d", None)):
        made.article(key, name, "2031-03-03", f"H {key}", f"Text {key}.", url=None)
    catalog = catalog_with(made.tables(), tmp_path)
    assert [(o.articles, o.key) for o in catalog.outlets()] == [(3, short_hash("le phare"))]
    assert catalog.overview().unnamed == 1 and catalog.overview().unlinked == 4


def test_a_clock_that_is_not_believed_orders_nothing(tmp_path: Path) -> None:
    """It is no day of the story, no growth, and not the corpus's last."""
    made = tables()
    future = replace(made.articles[-2], published="2099-01-01T00:00:00+00:00")
    lineages = [
        replace(line, reasons=(replace(line.reasons[0], rule="clock"),)) if line.article == future.id else line
        for line in made.lineages
    ]
    catalog = catalog_with(
        replace(made, articles=[*made.articles[:-2], future, made.articles[-1]], lineages=lineages), tmp_path
    )
    assert catalog.overview().last == "2031-03-05T07:45:00+00:00"
    row = catalog.article(future.id)
    assert row and row.published is None
    assert next(s for s in catalog.stories() if s.id == STRIKE).growth == 2


def test_find_takes_ids_names_and_beginnings(catalog: Catalog) -> None:
    """As the command line does."""
    assert isinstance(catalog.find(HARBOUR), Story)
    assert isinstance(catalog.find(PLEDGE), Statement)
    wire = catalog.find("wire")
    assert isinstance(wire, Article) and catalog.find(wire.id[:9]) == wire
    with pytest.raises(NotFound, match="several ids begin"):
        catalog.find("57a0e1")
    for unknown in ("%", "nothing", "57", "'; DROP TABLE record"):
        with pytest.raises(NotFound):
            catalog.find(unknown)


def test_names_in_addresses_lead_back_to_ids(tmp_path: Path) -> None:
    """Also where an id is a script: addresses have a hash of it."""
    catalog = catalog_with(hostile(), tmp_path)
    (story,) = catalog.ids("story")
    assert "<script>" in story
    assert catalog.named("story", slug(story)) == story
    assert catalog.named("story", "0" * 16) == ""


def test_rejected_input_comes_by_reason(catalog: Catalog) -> None:
    """The commonest reason first."""
    assert catalog.reasons_rejected() == [("bad-json", "read", 2), ("binary", "read", 1)]
    assert [r.input for r in catalog.rejected()] == [
        "feeds/morning.jsonl:14",
        "feeds/morning.jsonl:90",
        "scans/page.jpg",
    ]


def test_several_threads_read_one_catalog(catalog: Catalog) -> None:
    """Each has a connection of its own."""
    found: list[int] = []
    threads = [Thread(target=lambda: found.append(len(catalog.stories()))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [3] * 4


def test_what_is_no_catalog_is_an_error(tmp_path: Path) -> None:
    """A missing file, and one that holds something else."""
    (tmp_path / "other.sqlite").write_bytes(b"not a database" * 400)
    for name in ("missing.sqlite", "other.sqlite"):
        with pytest.raises(CorpusFormat, match="cannot be read as a catalog"):
            Catalog(tmp_path / name)


def test_a_corpus_without_anything_has_empty_lists(tmp_path: Path) -> None:
    """Every list, and a search."""
    catalog = catalog_with(Tables(), tmp_path)
    assert catalog.overview().articles == 0 and catalog.overview().last is None
    assert not catalog.stories() and not catalog.statements() and not catalog.speakers() and not catalog.outlets()
