"""A firm goes by its full name, without its legal form, and by its first word: one speaker."""

import pytest

import firsthand as fh

FULL = "Harlan Steel Corp. said on Monday it would cut 200 jobs at its mill in Tarnholt."


def speakers(text: str) -> list[str | None]:
    return [q.speaker for q in fh.quotations(text)]


@pytest.mark.parametrize(
    "text",
    [
        f"{FULL} “We had no other choice after the winter,” Harlan Steel said.",
        f"{FULL} “Nobody wanted this to happen here,” Harlan said.",
        f"“We had no other choice after the winter,” Harlan Steel said. {FULL}",
        FULL.replace("Corp.", "Inc") + " “We had no other choice after the winter,” Harlan Steel said.",
        FULL.replace("Corp.", "GmbH") + " “We had no other choice after the winter,” Harlan Steel said.",
    ],
)
def test_all_names_of_a_firm_are_one_speaker(text: str) -> None:
    """It is shown by the fullest that the article has."""
    (name,) = set(speakers(f"Mill to cut jobs\n\n{text}"))
    assert name is not None
    assert name.startswith("Harlan Steel ")


def test_a_person_beside_a_firm_of_that_name_is_a_person() -> None:
    """The first word of a firm's name may be its founder's."""
    text = f"{FULL}\n\n“My father built that mill,” said Ada Harlan, who owns a tenth. “I will not sell,” Harlan said."
    assert speakers(f"Mill to cut jobs\n\n{text}")[1:] == ["Ada Harlan", "Ada Harlan"]


def test_a_word_that_two_firms_begin_with_names_neither() -> None:
    """Nobody can tell which is meant."""
    text = f"{FULL} Harlan Paper Ltd. said it would hire some of them. “We need hands,” Harlan said."
    assert "Harlan Steel Corp." not in speakers(f"Mill to cut jobs\n\n{text}")[2:]
