"""Publishers' names are found as one pattern of all of them would find them, at a cost that does not grow with them."""

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from firsthand.trace.evidence.publishers import Publishers
from tests.factories import article

WORDS = ["Kanal", "Vest", "The", "Post", "O'Neil", "+97", "Daily", "A7", "Nord-Sud", "é", "St.", "Tarn", "a_b", "&"]
NAMES = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join), min_size=1, max_size=8)
TEXTS = st.lists(st.sampled_from([*WORDS, " ", "", "; told ", "\n", "x"]), max_size=40).map("".join)


def publishers(names: list[str]) -> Publishers:
    return Publishers([replace(article("a text"), publisher=name) for name in names])


def by_one_pattern(known: Publishers, text: str) -> list[str]:
    """The longest name at each place, as a whole word, none within another: all names side by side."""
    names = [name for group in known._by_start.values() for name in group]
    body = "|".join(re.escape(name) for name in sorted(names, key=lambda n: (-len(n), n)))
    return re.findall(rf"(?<!\w)(?:{body})(?!\w)", text) if names else []


@given(NAMES, st.lists(st.one_of(TEXTS, NAMES.map(" ".join)), max_size=4).map(" ".join))
def test_names_are_found_as_by_one_pattern_of_all(names: list[str], text: str) -> None:
    """Whatever stands in them: hyphens, marks, letters with accents, names within names."""
    known = publishers(names)
    assert [span.of(text) for span in known._named(text, 0, len(text))] == by_one_pattern(known, text)


def test_only_names_that_begin_like_the_text_are_looked_at() -> None:
    """A corpus of a million articles has ten thousands of publishers, and no text is held against them all."""
    known = publishers([f"Tarn{n} Echo" for n in range(2_000)])
    assert max(map(len, known._by_start.values())) == 1
    text = "The Tarn1999 Echo reported it, and Tarn7 Echoes did not."
    assert [span.of(text) for span in known._named(text, 0, len(text))] == ["Tarn1999 Echo"]
