"""A slip that exactly two texts share shows that one was had from the other."""

from dataclasses import replace

import pytest

from firsthand.model import Lineage, Mention
from tests.trace.pages import Page, lineages, page, text


def naming(name: str, person: str, hour: int) -> Page:
    """Return a page of its own words that names one person."""
    made = page(
        name,
        f"{person} lit the lamp.",
        *[text(int(name[1:]) * 10 + k) for k in range(3)],
        publisher=f"Paper {name}",
        published=f"2031-03-04T{hour:02d}:00Z",
    )
    mention = Mention(0, len(person), "person", person, person.lower())
    return Page(made.article, replace(made.annotation, mentions=(mention,)))


def traced(*persons: str) -> dict[str, Lineage]:
    return lineages(*(naming(f"p{k}", person, k) for k, person in enumerate(persons)))


@pytest.mark.parametrize("slip", ["Ilse Maran", "Ilse Marrrran", "Ilse Marrxn", "Ilse Marrna"])
def test_a_name_misspelt_alike_in_two_texts_is_evidence(slip: str) -> None:
    """A letter left out, put in, changed or swapped; the later text draws on the earlier."""
    right = "Ilse Marrran" if slip == "Ilse Marrrran" else "Ilse Marran"
    found = traced(*[right] * 4, slip, slip)
    assert found["p5"].draws_on == ("Paper p4",)
    assert any(r.rule == "shared-error" and len(r.passages) == 2 for r in found["p5"].reasons)
    assert found["p4"].draws_on == ()


def test_a_spelling_of_three_texts_is_no_slip() -> None:
    """Nor is one whose usual form few texts have, or another person's name."""
    assert traced(*["Ilse Marran"] * 4, *["Ilse Maran"] * 3)["p6"].draws_on == ()
    assert traced(*["Ilse Marran"] * 3, *["Ilse Maran"] * 2)["p4"].draws_on == ()
    assert traced(*["Ilse Marran"] * 4, *["Else Marron"] * 2)["p5"].draws_on == ()
