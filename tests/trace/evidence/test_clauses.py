"""Where in its sentence a citation stands: in a clause that looks back, or beside a quotation."""

import pytest

from firsthand.model import Credit
from firsthand.trace.evidence.citing import load_bearing
from firsthand.trace.evidence.clauses import beside, looks_back
from firsthand.trace.evidence.tellings import Telling
from tests.factories import annotation, article, credit, quotation

WORDS = "the lamp is out"


def telling(sentence: str, kind: str = "interview") -> tuple[Telling, Credit]:
    """Return an article of a sentence that names Kanal Vest in the words between bars."""
    before, words, after = sentence.split("|")
    made = article("a", before + words + after, publisher="Orrin Post")
    named = credit(made, words, "Kanal Vest", "attribution" if kind == "attribution" else "interview")
    return Telling(made, annotation(made, named), "Orrin Post"), named


@pytest.mark.parametrize(
    "sentence",
    [
        "Ilse Marran resigned on Monday, two days after she |told Kanal Vest| that she would stay.",
        "Ilse Marran resigned after |telling Kanal Vest| that she would stay.",
        "Having |told Kanal Vest| that she would stay, Ilse Marran resigned.",
        "Ilse Marran, who last week |told Kanal Vest| that she would stay, resigned.",
        "Ilse Marran had earlier |told Kanal Vest| that she would stay.",
        "Ilse Marran resigned. She |told Kanal Vest| last month that she would stay.",
        "Ilse Marran trat zurück, zwei Tage nachdem sie |dem Kanal Vest| gesagt hatte, sie bleibe.",
    ],
)
def test_a_clause_of_time_carries_no_article(sentence: str) -> None:
    """The interview came before the news, which was not had from it."""
    found, named = telling(sentence)
    assert looks_back(found, named)
    assert load_bearing(found) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Ilse Marran will resign, she |told Kanal Vest| on Monday.",
        "The lamp went out after a storm. Ilse Marran |told Kanal Vest| that she would resign.",
        "After the storm, Ilse Marran |told Kanal Vest| that she would resign.",
        "The lamp was cracked, months before a storm put it out, Ilse Marran |told Kanal Vest|.",
        "Ilse Marran, who was elected last year, |told Kanal Vest| that she would resign.",
        "“After the storm I went,” Ilse Marran |told Kanal Vest|.",
    ],
)
def test_an_interview_that_is_the_news_carries_it(sentence: str) -> None:
    """What came before another event stands in another clause or sentence."""
    found, named = telling(sentence)
    assert not looks_back(found, named)
    assert load_bearing(found) == [named]


def test_a_report_looks_back_by_an_amount_of_time_only() -> None:
    """That something was done after a report may be the news of that report."""
    assert not looks_back(*telling("Ilse Marran resigned after |Kanal Vest reported| her fees.", "attribution"))
    assert looks_back(*telling("Ilse Marran resigned, weeks after |Kanal Vest reported| her fees.", "attribution"))


@pytest.mark.parametrize(
    ("sentence", "near"),
    [
        (f"“{WORDS},” Ilse Marran |told Kanal Vest|.", True),
        (f"Ilse Marran |told Kanal Vest| that {WORDS}.", True),
        (f"“{WORDS},” said Ilse Marran. She |told Kanal Vest| of the storm.", False),
        (f"“{WORDS},” Ilse Marran said, two days after she |told Kanal Vest| that it burned.", False),
        (f"Ilse Marran said, two days after she |told Kanal Vest| that {WORDS}, that she would go.", True),
    ],
)
def test_a_citation_is_beside_the_words_of_its_sentence(sentence: str, near: bool) -> None:
    """In a clause that looks back it is beside what follows."""
    found, named = telling(sentence)
    assert beside(quotation(found.article, WORDS, "Ilse Marran"), named, found) is near
