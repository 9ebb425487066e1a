"""The way back from an article to the root of what it draws on."""

from firsthand.present.views import Index
from firsthand.present.views.chain import Link, chain
from tests.present.invented import Made, tables

STORY = "5700000000000003"


def chained(*edges: tuple[str, str, str]) -> tuple[Index, dict[str, str]]:
    """A story of articles named by letters, and their ids; an edge is source, target, evidence."""
    made = Made()
    for n, key in enumerate("abcd"):
        made.article(key, f"Outlet {key}", f"2031-03-0{n + 1}", key, "Text.")
    for source, target, evidence in edges:
        made.edge(STORY, source, target, evidence, "x")  # type: ignore[arg-type]
    return Index(made.tables()), {key: a.id for key, a in made.articles.items()}


def test_it_goes_on_to_the_root() -> None:
    """Through what the source itself draws on."""
    index, ids = chained(("a", "b", "copied"), ("b", "c", "credit"))
    assert chain(index, ids["c"]) == (
        Link("Outlet b", ids["b"], "credit"),
        Link("Outlet a", ids["a"], "copied"),
    )
    assert chain(index, ids["a"]) == ()


def test_of_several_sources_it_follows_the_strongest_evidence() -> None:
    """A credit tells more than equal words, these more than an inference; a page more than a bare name."""
    index, ids = chained(("a", "d", "inferred"), ("b", "d", "copied"), ("Norwire", "d", "credit"), ("c", "d", "credit"))
    assert chain(index, ids["d"])[0] == Link("Outlet c", ids["c"], "credit")


def test_an_origin_without_an_article_ends_it() -> None:
    """Its name is all there is."""
    index, ids = chained(("Norwire", "a", "credit"))
    assert chain(index, ids["a"]) == (Link("Norwire", "", "credit"),)


def test_a_circle_ends_where_it_closes() -> None:
    """Two clocks may each say that the other was first."""
    index, ids = chained(("a", "b", "copied"), ("b", "a", "copied"))
    assert [link.name for link in chain(index, ids["a"])] == ["Outlet b"]


def test_every_chain_of_the_sample_names_no_article_twice() -> None:
    """Each article once."""
    index = Index(tables())
    for article in index.articles:
        found = [article, *(link.article for link in chain(index, article))]
        assert len(found) == len(set(found))
