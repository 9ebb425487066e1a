"""What an article brings to the comparison, and what pairs are told apart by. All news here is invented."""

import numpy as np
import pytest

from firsthand.link.stories.clusters import TOGETHER, average_link, demand
from firsthand.link.stories.evidence import SIGNS, shipped, signs
from firsthand.link.stories.profiles import profile
from firsthand.link.stories.rows import HASHED, hashed, matrix, row, sheet
from firsthand.link.stories.vectors import vectors
from tests.factories import article


def sign(name: str, first: str, second: str) -> float:
    """Return one sign of a pair of texts."""
    space = vectors([profile(article(str(k), text), None) for k, text in enumerate((first, second))])
    fitted, _ = signs(space, np.array([0]), np.array([1]))
    return float(fitted[0, SIGNS.index(name)])


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("A 34-year-old baker from Tolvik was hurt in the fire.", {"34"}),
        ("The baker, 34, and a girl aged 7 were hurt in the fire.", {"34", "7"}),
        ("The fire burned for 34 hours, in 7 streets of the town.", set()),
    ],
)
def test_ages_are_read_as_news_writes_them(text: str, ages: set[str]) -> None:
    """Before "year-old", after "aged", and between commas after a name."""
    assert profile(article("a", text), None).ages == ages


def test_names_side_by_side_are_phrases() -> None:
    """A street or a full name is more than its words."""
    phrases = profile(
        article("a", "Police said that Ragna Oster was seen in Salt Street with two bakers."), None
    ).phrases
    assert phrases == {"ragna oster", "salt street"}


def test_ages_shared_and_conflicting() -> None:
    """One age in both is shared; no age in both, where both give some, is a conflict."""
    one, same, other = (f"A {age}-year-old baker was hurt in the Tolvik fire." for age in (34, 34, 51))
    assert (sign("ages_shared", one, same), sign("ages_conflict", one, same)) == (1, 0)
    assert (sign("ages_shared", one, other), sign("ages_conflict", one, other)) == (0, 1)


def test_a_short_lead_is_told_by_a_longer_text() -> None:
    """What one sentence says stands in the long text, and not the other way round."""
    short = "Flames destroyed the covered market of Tolvik."
    long = short + " " + "Investigators questioned bakers, dockers, pilots, tailors, weavers and smiths. " * 3
    assert sign("lead_told_by_one", short, long) > sign("lead_told_by_both", short, long) > 0


def test_the_shipped_model_is_of_the_signs() -> None:
    """A model fitted on other signs would weigh the wrong columns."""
    model = shipped()
    assert model.hidden.shape[0] == len(model.centre) == len(model.scale) == len(model.line) == len(SIGNS)


def test_large_clusters_must_be_nearer_to_be_one() -> None:
    """An affinity that joins two documents does not join two dozen."""
    assert demand(1) == TOGETHER < demand(2) < demand(8) == demand(100)
    value = (demand(1) + demand(8)) / 2
    inside = [(i, j, 0.99) for a in (0, 8) for i in range(a, a + 8) for j in range(i + 1, a + 8)]
    across = [(i, j, value) for i in range(8) for j in range(8, 16)]

    def linked(edges: list[tuple[int, int, float]], documents: int) -> int:
        left, right = (np.array([e[k] for e in edges], dtype=np.int64) for k in (0, 1))
        return len(average_link([1] * documents, left, right, np.array([e[2] for e in edges]), None))

    assert linked([(0, 1, value)], 2) == 1
    assert linked(inside + across, 16) == 2


def test_hashed_columns_do_not_depend_on_what_came_before() -> None:
    """Two readings of one profile are the same numbers, within bounds."""
    p = profile(article("a", "Flames destroyed the covered market of Tolvik."), None)
    first, again = row(p, hashed), row(p, hashed)
    assert (matrix(sheet([first]), "words") != matrix(sheet([again]), "words")).nnz == 0
    assert first.columns["words"].max() < HASHED
