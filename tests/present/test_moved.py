"""Ids of stories and statements that were joined with others lead to what they are part of now, and that is said."""

from dataclasses import replace
from pathlib import Path

import pytest

from firsthand.errors import NotFound
from firsthand.link.stories import make_story
from firsthand.model import Correction, Repair
from firsthand.present.catalog.catalog import Catalog
from firsthand.present.report import write_report
from firsthand.present.report.environment import rendered
from firsthand.present.report.pages import page
from firsthand.present.tables import Tables
from firsthand.present.terminal import show
from firsthand.present.terminal_why import why
from firsthand.present.views import Index
from firsthand.present.views.moved import statement_begun_by, story_begun_by
from tests.present.catalog.conftest import catalog_with
from tests.present.invented import HARBOUR, PLEDGE, STRIKE, tables

GONE, EARLIER = "0123456789abcdef", "fedcba9876543210"
AT = "2031-03-05T10:00:00+00:00"


def joined() -> Tables:
    """A corpus in which two stories were joined one after the other, and one that the user named by its id."""
    made = tables()
    story = next(s for s in made.stories if s.id == HARBOUR)
    repairs = [
        Repair("merge", story.articles[0], story.articles[:1], EARLIER, GONE, "They tell one event.", AT),
        Repair("merge", story.articles[0], story.articles[:1], GONE, HARBOUR, "They tell one event.", AT),
        Repair("split", story.articles[0], story.articles[:1], STRIKE, HARBOUR, "It tells another event.", AT),
    ]
    named = Correction(
        1, AT, "merge", "story", ("abcdefabcdefabcd", HARBOUR), (story.articles[:1], story.articles[1:2])
    )
    return replace(made, repairs=repairs, corrections=[named])


def olds() -> dict[str, str]:
    """Ids that are none any more, with what stands in their place."""
    made = tables()
    quotation = next(s for s in made.statements if s.id == PLEDGE).quotations[1]
    article = next(s for s in made.stories if s.id == HARBOUR).articles[2]
    named = {GONE: HARBOUR, EARLIER: HARBOUR, "abcdefabcdefabcd": HARBOUR}
    return {**named, story_begun_by(article): HARBOUR, statement_begun_by(quotation): PLEDGE}


def test_an_id_is_made_of_the_member_that_came_first() -> None:
    """As linking makes it: what is looked up here is what was given there."""
    article = tables().articles[0]
    assert make_story([article], "").id == story_begun_by(article.id)


def test_an_id_of_before_finds_what_is_there_now(tmp_path: Path) -> None:
    """By repairs, over several steps; by the member that it was made of; by what the user named. Also in a catalog."""
    index, catalog = Index(joined()), catalog_with(joined(), tmp_path)
    for old, now in olds().items():
        assert (index.moved(old), catalog.moved(old)) == (now, now)
        assert (index.find(old).id, catalog.find(old).id) == (now, now)
    for kept in (HARBOUR, STRIKE, PLEDGE):
        assert (index.moved(kept), catalog.moved(kept), index.find(kept).id) == ("", kept, kept)


def test_what_nothing_tells_of_is_not_found(tmp_path: Path) -> None:
    """Nor what leads round in a circle, or to what is gone."""
    circle = [Repair("merge", "a", ("a",), GONE, EARLIER, "", AT), Repair("merge", "a", ("a",), EARLIER, GONE, "", AT)]
    made = replace(tables(), repairs=circle)
    for find in (Index(made).find, catalog_with(made, tmp_path).find):
        for name in (GONE, "00000000deadbeef"):
            with pytest.raises(NotFound, match="nothing in this corpus has the id"):
                find(name)


def test_the_terminal_says_what_became_of_it() -> None:
    """Before it shows what is there now; of an id that stands it says nothing."""
    said = f"{GONE} is no id any more: what had it is part of {HARBOUR}."
    for told in (show, why):
        assert " ".join(told(joined(), GONE).split()).startswith(said)
        assert "no id any more" not in told(joined(), HARBOUR)


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    """The catalog of the joined corpus."""
    return catalog_with(joined(), tmp_path)


def test_a_page_stands_where_a_story_was(catalog: Catalog) -> None:
    """It says so, and leads to the present one."""
    for old in (GONE, story_begun_by(next(s for s in joined().stories if s.id == HARBOUR).articles[2])):
        found = page(catalog, f"stories/{old}.html")
        html = rendered(found, f"stories/{old}.html") if found else ""
        assert "Part of another story now" in html and f'href="../stories/{HARBOUR}.html"' in html
    assert page(catalog, "stories/00000000deadbeef.html") is None


def test_a_report_has_a_page_for_each_story_that_was_joined(catalog: Catalog, tmp_path: Path) -> None:
    """So that links to an earlier report still lead somewhere."""
    write_report(catalog, tmp_path / "site")
    names = {path.stem for path in (tmp_path / "site" / "stories").iterdir()}
    assert {GONE, EARLIER, HARBOUR} <= names
