"""The small tables of one page: views say of them what they say of the whole corpus."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from firsthand.model import Copy, Correction, Passage, Reason, Statement
from firsthand.present.catalog.catalog import Catalog
from firsthand.present.catalog.parts import ELSEWHERE
from firsthand.present.tables import Tables
from firsthand.present.views.argument import article_argument
from firsthand.present.views.corrections import Corrections
from firsthand.present.views.index import Index
from firsthand.present.views.statement import statement_view
from firsthand.present.views.story import story_view
from tests.present.catalog.conftest import catalog_with
from tests.present.invented import HARBOUR, PLEDGE, STRIKE, Made, reprints, tables


@pytest.mark.parametrize("make", [tables, lambda: reprints(20, 5)])
def test_a_story_looks_the_same_in_its_part(make: Callable[[], Tables], tmp_path: Path) -> None:
    """All of its view, for each story."""
    made = make()
    whole, catalog = Index(made), catalog_with(made, tmp_path)
    for story in made.stories:
        part = Index(catalog.tables_of_story(story.id))
        assert story_view(part, part.stories[story.id]) == story_view(whole, story)


def test_a_part_holds_no_other_story(catalog: Catalog) -> None:
    """Of a neighbour in a storyline only what its days need."""
    part = catalog.tables_of_story(STRIKE)
    assert {a.external_id for a in part.articles} == {"gate", "phone", "pier", "wire", "blog"}
    assert {s.id for s in part.stories} == {HARBOUR, STRIKE}
    assert not catalog.tables_of_story("no such story").articles


def test_a_statement_brings_all_who_report_it(catalog: Catalog) -> None:
    """Also those of other stories: its count is that in the corpus."""
    whole = Index(tables())
    part = Index(catalog.tables_of_statements([PLEDGE]))
    assert statement_view(part, part.statements[PLEDGE]) == statement_view(whole, whole.statements[PLEDGE])


def test_a_statement_of_two_stories_is_whole_on_both_pages(tmp_path: Path) -> None:
    """And its row is told once, in the story that most of its articles are in."""
    made = Made()
    for key in "abc":
        made.article(key, f"Outlet {key}", "2031-03-03", f"Headline {key}", "“The quay stays open,” she said.")
        made.quote(key, PLEDGE, "Tessa Varga", "The quay stays open")
    made.story(HARBOUR, "Two of three", "a", "b")
    made.story(STRIKE, "One of three", "c")
    catalog = catalog_with(made.tables(), tmp_path)
    assert [(s.story, s.articles) for s in catalog.statements()] == [(HARBOUR, 3)]
    for story in (HARBOUR, STRIKE):
        index = Index(catalog.tables_of_story(story))
        assert len(statement_view(index, index.statements[PLEDGE]).articles) == 3


def test_two_articles_come_with_what_they_share_and_draw_on(catalog: Catalog) -> None:
    """Their arguments are those of the whole corpus, as far as the two go; no statements come along."""
    whole = Index(tables())
    ids = [a.id for a in tables().articles if a.external_id in ("wire", "post")]
    part = Index(catalog.tables_of_articles(ids))
    for identity in ids:
        here, there = (article_argument(i, i.articles[identity]) for i in (part, whole))
        assert (here.row, here.words, here.chain) == (there.row, there.words, there.chain)
    assert part.tables.statements == []


def test_what_a_reason_cites_comes_along(tmp_path: Path) -> None:
    """Wherever the article stands that is cited."""
    made = tables()
    recipe = next(a for a in made.articles if a.external_id == "recipe")
    reason = Reason("credit", "As the recipe says.", (Passage(recipe.id, 0, 6),))
    lineages = [replace(line, reasons=(*line.reasons, reason)) for line in made.lineages]
    part = catalog_with(replace(made, lineages=lineages), tmp_path).tables_of_story(STRIKE)
    assert recipe in part.articles


def test_passages_shared_elsewhere_are_bounded(tmp_path: Path) -> None:
    """The longest come along, so that a page does not read half of a corpus."""
    made = tables()
    gate = next(a for a in made.articles if a.external_id == "gate")
    others = [replace(made.articles[-1], id=f"{n:016x}", external_id=None) for n in range(ELSEWHERE + 20)]
    copies = [Copy(gate.id, 0, 9, other.id, 0, 9, n, "prose") for n, other in enumerate(others)]
    part = catalog_with(replace(made, articles=[*made.articles, *others], copies=copies), tmp_path).tables_of_story(
        STRIKE
    )
    assert sorted(c.characters for c in part.copies) == list(range(20, ELSEWHERE + 20))


def test_a_circle_of_sources_ends(tmp_path: Path) -> None:
    """Two that draw on each other are read once."""
    made = tables()
    edge = made.edges[0]
    articles = [a.id for a in made.articles[:2]]
    circle = [replace(edge, source=articles[n], target=articles[1 - n]) for n in (0, 1)]
    part = catalog_with(replace(made, edges=circle), tmp_path).tables_of_articles(articles[:1])
    assert len(part.edges) == 2


def test_corrections_bring_what_they_name(tmp_path: Path) -> None:
    """Their state is that in the whole corpus, on the front page and on the story's."""
    made = tables()
    ids = {a.external_id: a.id for a in made.articles}
    corrections = [
        Correction(1, "2031-03-06", "split", "story", (HARBOUR,), ((ids["wire"],), (ids["recipe"],))),
        Correction(2, "2031-03-06", "origin", "text", ("gate",), ((ids["gate"],),), "own"),
        Correction(3, "2031-03-06", "merge", "text", ("x", "y"), (("gone",), (ids["pier"],))),
        Correction(4, "2031-03-06", "split", "statement", (PLEDGE,), tuple((i,) for i in _pledge(made).quotations[:2])),
    ]
    made = replace(made, corrections=corrections, uncounted=[2])
    catalog = catalog_with(made, tmp_path)
    whole = list(Corrections(Index(made)))
    assert list(Corrections(Index(catalog.tables_of_corrections()))) == whole
    index = Index(catalog.tables_of_story(HARBOUR))
    assert article_argument(index, index.articles[ids["wire"]]).corrections == (whole[0], whole[3])


def _pledge(made: Tables) -> Statement:
    return next(s for s in made.statements if s.id == PLEDGE)
