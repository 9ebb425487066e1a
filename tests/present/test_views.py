"""The views say what the tables hold, no more."""

from dataclasses import replace

import pytest

from firsthand.errors import NotFound
from firsthand.model import Article, Reason
from firsthand.present.tables import Tables
from firsthand.present.views import Index, StoryView, front_page, statement_view, story_view
from tests.present.invented import COST, HARBOUR, PLEDGE, STRIKE, Made, reprints, tables


@pytest.fixture(scope="module")
def index() -> Index:
    """The invented corpus."""
    return Index(tables())


@pytest.fixture(scope="module")
def harbour(index: Index) -> StoryView:
    """The story of the harbour."""
    return story_view(index, index.stories[HARBOUR])


def test_the_headline_line_has_articles_outlets_and_a_range(harbour: StoryView) -> None:
    """The line that stands over a story."""
    assert harbour.card.line == "8 articles · 8 outlets · 2–3 independent origins"


def test_the_sentence_names_evidence_only(harbour: StoryView) -> None:
    """Who carries whose words, and who does not name the origin."""
    assert harbour.card.sentence.startswith(
        "Three of the eight articles carry Norwire’s words, one of them without crediting it."
    )


def test_the_sentence_speaks_of_each_article_once(harbour: StoryView) -> None:
    """A reader who adds up what it says gets the number of articles: the agency's own page is told too."""
    numbers = {"One": 1, "Two": 2, "Three": 3, "one": 1}
    said = harbour.card.sentence
    firsts = [part.removeprefix("For ").split()[0] for part in said.rstrip(".").split(". ")]
    assert "One is Norwire’s own." in said
    assert sum(numbers[word] for word in firsts) == len(harbour.rows)


def test_independent_articles_are_said_to_share_nothing(index: Index) -> None:
    """A story without copies says so."""
    card = story_view(index, index.stories[STRIKE]).card
    assert card.sentence == "All are, as far as their texts show, the outlets’ own reporting."


def test_each_article_has_its_kind(harbour: StoryView) -> None:
    """Own, wire, rewrite or unknown, oldest first."""
    assert [(r.outlet, r.kind, r.credited) for r in harbour.rows] == [
        ("Norwire", "own", None),
        ("Valdoria Today", "own", None),
        ("The Ellmar Post", "wire", True),
        ("Coastal Daily", "wire", False),
        ("Le Courrier du Littoral", "rewrite", True),
        ("Harbour Times", "rewrite", True),
        ("Radio Lakeland", "rewrite", True),
        ("blog.example", "unknown", None),
    ]


def test_origins_share_the_articles_out(harbour: StoryView) -> None:
    """Every article is in one share; an agency's own page is with those who carry it."""
    shares = {s.name: s.outlets for s in harbour.card.shares}
    assert shares["Norwire"][0] == "Norwire" and len(shares["Norwire"]) == 5
    assert shares["Valdoria Today"] == ("Valdoria Today", "Radio Lakeland")
    assert sum(len(s.articles) for s in harbour.card.shares) == 8


def test_the_matrix_tells_same_words_from_other_words(harbour: StoryView) -> None:
    """A changed wording, an indirect one and another translation are no verbatim."""
    row = [s.id for s in harbour.matrix.statements].index(PLEDGE)
    cells = {c.label: c.statuses[row] for c in harbour.matrix.columns}
    assert {n for n, s in cells.items() if s == "verbatim"} == {"Norwire", "The Ellmar Post", "Coastal Daily"}
    assert cells["Radio Lakeland"] == "absent"
    assert {cells[n] for n in ("Valdoria Today", "Harbour Times", "blog.example")} == {"paraphrased"}


def test_what_could_not_be_read_is_unknown_not_absent() -> None:
    """A stub or an article without annotation says nothing of what was reported."""
    made = tables()
    radio = next(a for a in made.articles if a.external_id == "radio")
    stub = replace(radio, page="stub")
    changed = replace(made, articles=[stub if a is radio else a for a in made.articles])
    view = story_view(Index(changed), Index(changed).stories[HARBOUR])
    column = next(c for c in view.matrix.columns if c.label == "Radio Lakeland")
    assert column.statuses[[s.id for s in view.matrix.statements].index(PLEDGE)] == "unknown"


def test_a_statement_shows_its_best_wording_first(index: Index) -> None:
    """The others follow with how they differ; translations are said, not compared."""
    view = statement_view(index, index.statements[PLEDGE])
    assert [(w.places[0].outlet, w.other_translation, w.pieces is None) for w in view.wordings] == [
        ("Norwire", False, True),
        ("Valdoria Today", True, True),
        ("Le Courrier du Littoral", True, True),
        ("blog.example", False, False),
        ("Harbour Times", False, False),
    ]
    assert len(view.articles) == 7 and view.story == HARBOUR


def test_a_piece_of_a_quotation_is_another_row_than_the_rest_left_out() -> None:
    """The same words: one outlet has the other half elsewhere, the other has left it out."""
    made = Made()
    for key in ("whole", "halves", "half"):
        made.article(key, key, None, key, "“The quay stays open. Nobody leaves.” “The quay stays open.”")
    both, half = "The quay stays open. Nobody leaves.", "The quay stays open."
    main = made.quote("whole", PLEDGE, "Ada Holm", both)
    piece, rest = (
        made.quote("halves", PLEDGE, "Ada Holm", half),
        made.quote("halves", PLEDGE, "Ada Holm", "Nobody leaves."),
    )
    cut = made.quote("half", PLEDGE, "Ada Holm", half)
    made.differ(PLEDGE, main, piece, ("split quotation", "", ""))
    made.differ(PLEDGE, main, rest, ("split quotation", "", ""))
    made.differ(PLEDGE, main, cut, ("dropped clause", "Nobody leaves", ""))
    index = Index(made.tables())
    view = statement_view(index, index.statements[PLEDGE])
    rows = {(tuple(p.outlet for p in w.places), w.kinds, w.pieces is not None) for w in view.wordings}
    assert rows == {
        (("whole",), (), False),
        (("halves",), ("split quotation",), False),
        (("half",), ("dropped clause",), True),
    }
    assert len(view.wordings) == 4


def test_every_quotation_is_in_one_wording(index: Index) -> None:
    """Nothing that the tables hold is left out."""
    for statement in index.statements.values():
        view = statement_view(index, statement)
        assert sum(len(w.places) for w in view.wordings) == len(statement.quotations)


def test_the_front_page_counts_what_was_left_out(index: Index) -> None:
    """By reason, the most frequent first."""
    front = front_page(index)
    assert [(g.reason, len(g.inputs)) for g in front.skipped] == [("bad-json", 2), ("binary", 1)]
    assert [c.story.id for c in front.shared] == [HARBOUR, STRIKE]
    assert front.repeated[0].id == PLEDGE and COST in {s.id for s in front.repeated}


def test_reprints_are_joined_and_none_is_lost() -> None:
    """A box with its number stands for all articles on the same arrows; a column for all with the same cells."""
    index = Index(reprints(100, 6))
    view = story_view(index, next(iter(index.stories.values())))
    assert sum(len(n.articles) for n in view.graph.nodes.values()) == 100
    assert len(view.graph.nodes) < 10
    assert sorted(a for c in view.matrix.columns for a in c.articles) == sorted(index.articles)


def test_arrows_that_form_a_circle_are_drawn() -> None:
    """Two clocks may each say that the other was first."""
    made = Made()
    for key in ("one", "two"):
        made.article(key, key, None, key, "Text.")
    made.edge("5700000000000000", "one", "two", "copied", "x")
    made.edge("5700000000000000", "two", "one", "copied", "x")
    made.story("5700000000000000", "A circle", "one", "two")
    index = Index(made.tables())
    assert len(story_view(index, index.stories["5700000000000000"]).graph.arrows) == 2


def test_records_that_are_missing_do_not_break_a_view() -> None:
    """A story may name an article, a statement a quotation that is not there (a part of a corpus)."""
    made = tables()
    part = replace(made, articles=made.articles[:2], lineages=[], counts=[], annotations=made.annotations[:1])
    index = Index(part)
    view = story_view(index, index.stories[HARBOUR])
    assert [r.relation for r in view.rows] == ["Not traced", "Not traced"]
    assert front_page(index).articles == 2
    assert front_page(Index(Tables())).stories == ()


def test_articles_that_share_an_id_are_told_apart() -> None:
    """The first published keeps the id that it was given."""
    made = tables()
    articles = [replace(a, external_id="same") for a in made.articles[:2]]
    names = Index(replace(made, articles=articles[::-1])).exported
    assert names == {articles[0].id: "same", articles[1].id: f"same~{articles[1].id[:8]}"}


def test_things_are_found_by_either_id(index: Index) -> None:
    """By the user's id and by firsthand's; a wrong one names the nearest."""
    found = index.find("coast")
    assert isinstance(found, Article) and index.find(found.id) is found
    assert index.find(PLEDGE) is index.statements[PLEDGE]
    with pytest.raises(NotFound, match="coast"):
        index.find("coats")


def test_an_outlet_without_a_name_is_called_alike_everywhere() -> None:
    """Tracing names it by its article; the views show the article's label, and do not take it for another outlet."""
    made = Made()
    for key in ("first", "second"):
        made.article(key, None, None, key, "Text.", url=None)
    name, story = "unnamed outlet of first", "5700000000000001"
    made.trace("first", story, "own", "original", (name,))
    made.trace("second", story, name, "verbatim", (name,))
    made.edge(story, name, "second", "inferred", "x")
    made.story(story, "x", "first", "second")
    index = Index(made.tables())
    view = story_view(index, index.stories[story])
    assert {(r.outlet, r.kind, r.origin) for r in view.rows} == {
        ("[first]", "own", None),
        ("[second]", "wire", "[first]"),
    }
    assert [(s.name, s.outlets) for s in view.card.shares] == [("[first]", ("[first]", "[second]"))]
    assert view.graph.nodes[name].label == "[first]"


def test_a_publisher_under_another_name_keeps_its_own_report() -> None:
    """Others credit it by the name of the gazetteer; its own page joins them, and does not seem to rest on another."""
    made = Made()
    made.article("own", "norwire.example", None, "x", "Text.")
    made.article("reprint", "Post", None, "x", "Text.")
    story = "5700000000000002"
    made.trace("own", story, "own", "original", ("Norwire",))
    made.trace("reprint", story, "Norwire", "verbatim", ("Norwire",))
    made.story(story, "x", "own", "reprint")
    index = Index(made.tables())
    view = story_view(index, index.stories[story])
    assert [(s.name, len(s.articles)) for s in view.card.shares] == [("Norwire", 2)]
    assert {r.kind for r in view.rows if r.outlet == "norwire.example"} == {"own"}


def test_a_story_spans_the_days_of_the_clocks_that_are_believed(index: Index) -> None:
    """A page of 2099 does not put its story into the next century; where no clock is believed no day is said."""
    story = index.stories[STRIKE]
    told = index.days(story)
    ids = [a.id for a in index.in_time(story.articles)]
    odd = replace(index.articles[ids[-1]], published="2099-01-01T00:00:00Z")
    lines = [replace(index.lineages[i], reasons=(Reason("clock", "its clock says 2099", ()),)) for i in ids]
    articles = [odd if a.id == odd.id else a for a in index.tables.articles]
    rest = [line for line in index.tables.lineages if line.article not in ids]
    known = [index.lineages[i] for i in ids[:-1]]
    one = Index(replace(index.tables, articles=articles, lineages=[*rest, *known, lines[-1]]))
    assert told and "2099" not in one.days(story)
    assert Index(replace(index.tables, articles=articles, lineages=[*rest, *lines])).days(story) == "time not known"
