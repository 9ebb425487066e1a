"""An article rests on the origins at the end of its lineage."""

from firsthand.trace.evidence.gather import gather
from firsthand.trace.origins.drafts import Draft
from firsthand.trace.origins.roots import Roots
from tests.trace.pages import page, text


def drafts(count: int) -> dict[str, Draft]:
    pages = [page(f"p{k:05d}", text(k), publisher=f"Paper {k}") for k in range(count)]
    known = gather({p.article.id: p.article for p in pages}, {p.article.id: p.annotation for p in pages}, [])
    return {key: Draft(telling) for key, telling in known.items()}


def roots(found: dict[str, Draft]) -> Roots:
    return Roots(found, dict.fromkeys(found, "story"))


def test_a_cited_outlet_s_own_page_is_followed() -> None:
    """It may itself have the news from another."""
    found = drafts(3)
    found["p00000"].relation, found["p00000"].cited = "cites", ["Paper 1"]
    found["p00001"].relation, found["p00001"].cited = "cites", ["Paper 2", "CNN"]
    assert roots(found).of("p00000") == ("CNN", "Paper 2")


def test_a_circle_of_citations_ends() -> None:
    """Somebody is named, and always the same."""
    found = drafts(2)
    found["p00000"].relation, found["p00000"].cited = "cites", ["Paper 1"]
    found["p00001"].relation, found["p00001"].cited = "cites", ["Paper 0"]
    assert roots(found).of("p00000") == roots(found).of("p00000") != ()


def test_an_unknown_text_rests_on_whom_it_cites_or_on_nobody_known() -> None:
    """Its author is not known, whom its lead names is."""
    found = drafts(1)
    draft = found["p00000"]
    draft.relation, draft.origin = "verbatim", "unknown"
    assert roots(found).of("p00000") == ()
    draft.cited = ["CNN"]
    assert roots(found).of("p00000") == ("CNN",)


def test_a_chain_of_thousands_of_pages_is_followed_without_recursion() -> None:
    """Some hundred pages far, which no chain of write-ups is."""
    found = drafts(3_000)
    keys = sorted(found)
    for k, key in enumerate(keys[:-1]):
        found[key].relation, found[key].sources = "partial", [keys[k + 1]]
    ends = roots(found)
    named = len(ends.of(keys[0]))
    assert 100 < named < 1_000
    last = ends.of(keys[-2])
    assert last == ("Paper 2998", "Paper 2999")
