"""Stories and statements as the user has them."""

import pytest

from firsthand.config import LinkConfig
from firsthand.link.corrections import as_linked, correct_statements, correct_stories
from firsthand.link.statements import StatementLinks, link_statements
from firsthand.link.stories import make_story, story_order
from firsthand.model import Article, Correction, CorrectionKind, Story, Verb
from tests.factories import annotation, article, quotation

TIME = "2031-03-05T08:00:00+00:00"
ARTICLES = {
    name: article(name, f"{name} was seen.", published=f"2031-03-{day:02}", headline=f"Headline of {name}")
    for day, name in enumerate(("a", "b", "c", "d", "e"), start=1)
}


def said(verb: Verb, kind: CorrectionKind, *groups: tuple[str, ...], number: int = 1) -> Correction:
    return Correction(number, TIME, verb, kind, tuple(g[0] for g in groups), groups)


def stories(*groups: str) -> list[Story]:
    made = [make_story([ARTICLES[a] for a in group], f"Headline of {group[-1]}") for group in groups]
    return sorted(made, key=story_order)


def found(linked: list[Story], *corrections: Correction) -> list[str]:
    return ["".join(s.articles) for s in correct_stories(linked, ARTICLES, corrections).stories]


def test_stories_are_joined_and_parted() -> None:
    """In the order of their first articles."""
    assert found(stories("ab", "cd", "e"), said("merge", "story", ("a", "b"), ("e",))) == ["abe", "cd"]
    assert found(stories("abcd", "e"), said("split", "story", ("a", "c", "d"), ("b",))) == ["acd", "b", "e"]


def test_a_story_of_the_user_has_id_times_and_headline_of_its_articles() -> None:
    """The id that linking would have given it; the headline of the largest part, or of the first article."""
    linked = stories("ab", "cde")
    (joined,) = correct_stories(linked, ARTICLES, [said("merge", "story", ("a", "b"), ("c", "d", "e"))]).stories
    assert (joined.id, joined.headline) == (make_story(list(ARTICLES.values()), "").id, "Headline of e")
    assert (joined.first, joined.last) == ("2031-03-01", "2031-03-05")
    parts = correct_stories(linked, ARTICLES, [said("split", "story", ("c", "d"), ("e",))]).stories
    assert [s.headline for s in parts] == ["Headline of b", "Headline of c", "Headline of e"]


@pytest.mark.parametrize(
    "correction",
    [
        said("merge", "story", ("a", "b"), ("e",)),
        said("split", "story", ("a",), ("b",)),
        said("merge", "story", ("a", "b"), ("b",)),
        said("merge", "story", ("x",), ("y",)),
        said("merge", "statement", ("a",), ("c",)),
    ],
)
def test_what_linking_had_is_had_again(correction: Correction) -> None:
    """From the corrected stories and those they stand for, whatever was said."""
    linked = stories("ab", "cd", "e")
    corrected = correct_stories(linked, ARTICLES, [correction])
    assert as_linked(corrected.stories, corrected.inferred) == linked
    assert not {s.articles for s in corrected.inferred} & {s.articles for s in corrected.stories}


PLEDGE = "We will not sell a single acre of the marsh at any price"
OTHER = "The ferry was late because the pilot had overslept again"


def statements(*corrections: Correction) -> StatementLinks:
    one = article("one", f"“{PLEDGE},” Ada Holm said.", published="2031-03-01")
    two = article("two", f"“{PLEDGE},” Ada Holm said.", published="2031-03-02")
    three = article("three", f"“{OTHER},” Ada Holm said.", published="2031-03-03")
    articles: dict[str, Article] = {a.id: a for a in (one, two, three)}
    words = {"one": PLEDGE, "two": PLEDGE, "three": OTHER}
    notes = {a.id: annotation(a, quotation(a, words[a.id], "Ada Holm")) for a in articles.values()}
    story = Story("s", "", ("one", "two", "three"), None, None)
    return link_statements(
        articles, notes, [story], LinkConfig(), lambda groups: correct_statements(groups, corrections)
    )


def grouped(links: StatementLinks) -> list[tuple[str, ...]]:
    return [s.quotations for s in links.statements]


def test_statements_are_joined_with_their_attributions_and_differences() -> None:
    """Every quotation names the one statement, and all but the main one are held against that."""
    assert grouped(statements()) == [("one-1", "two-1"), ("three-1",)]
    joined = statements(said("merge", "statement", ("one-1", "two-1"), ("three-1",)))
    (statement,) = joined.statements
    assert statement.quotations == ("one-1", "two-1", "three-1")
    assert {a.statement for a in joined.attributions} == {statement.id}
    assert {d.statement for d in joined.differences} == {statement.id}
    assert len(joined.differences) == 2


def test_a_quotation_is_taken_out_of_a_statement() -> None:
    """It becomes a statement of its own, with nothing to differ from."""
    parted = statements(said("split", "statement", ("one-1",), ("two-1",)))
    assert grouped(parted) == [("one-1",), ("two-1",), ("three-1",)]
    assert parted.differences == []
    assert {a.quotation: a.statement for a in parted.attributions} == {
        q: s.id for s in parted.statements for q in s.quotations
    }
