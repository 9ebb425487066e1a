"""What the tagger sees of a paragraph."""

import pytest

from firsthand.annotate.tagger import features
from firsthand.annotate.tagger.features import CLOSING, COLUMNS, INSIDE, OPENING, OUTSIDE
from firsthand.annotate.tokens import tokenize
from tests.annotate.tagger.made import VOCABULARY


@pytest.mark.parametrize(
    "text", ['"No money," she said.', "“No money,” she said.", "''No money,'' she said.", "«No money», she said."]
)
def test_words_within_marks_are_told_whatever_the_marks(text: str) -> None:
    """Two single marks make a double one."""
    tokens = tokenize(text, 0, len(text))
    states = dict(zip([t.text for t in tokens], features.quote_states(tokens), strict=True))
    assert states["No"] == states["money"] == INSIDE
    assert states["she"] == states["said"] == OUTSIDE


def test_straight_marks_open_and_close_in_turn_and_one_left_open_runs_on() -> None:
    """A quotation that goes on in the next paragraph is not closed."""
    tokens = tokenize('"A" b "c d', 0, 10)
    assert features.quote_states(tokens) == [OPENING, INSIDE, CLOSING, OUTSIDE, OPENING, INSIDE, INSIDE]


def test_every_value_is_within_its_column() -> None:
    """Or the network would read beyond its tables."""
    text = 'FERRY STOPS: “No money”, said @ann (who left), 1,200 km — on Jan. 3… "Really?" http://example.org/x 東京'
    tokens = tokenize(text, 0, len(text))
    rows = features.features(tokens, [0] * len(tokens), VOCABULARY, is_first=True)
    most = features.sizes(VOCABULARY)
    assert rows.shape == (len(tokens), len(COLUMNS))
    assert all(rows[:, n].min() >= 0 and rows[:, n].max() < most[name] for n, name in enumerate(COLUMNS))


def test_a_paragraph_without_tokens_has_no_rows() -> None:
    """Such paragraphs exist."""
    assert features.features([], [], VOCABULARY, is_first=False).shape == (0, len(COLUMNS))
