"""Stories with an encoder: headlines, and tellings in two languages. All news here is invented."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

import firsthand.link.stories as linking
from firsthand.config import LinkConfig
from firsthand.link.statements.encoder import Vectors
from firsthand.link.stories import link_stories
from firsthand.link.stories.meaning import Meaning
from firsthand.link.stories.profiles import profile
from firsthand.link.stories.vectors import vectors
from tests.factories import article

# What is told, and each telling's language.
TOLD = {
    "Fire destroys the market hall of Tolvik, three dead": ("fire", "en"),
    "Drei Tote bei Brand in der Markthalle von Tolvik": ("fire", "de"),
    "Marwitz elected governor of Ostermark": ("vote", "en"),
    "Marwitz wird Gouverneurin von Ostermark": ("vote", "de"),
    "Dredger runs aground off Grauhafen": ("ship", "en"),
    "Saugbagger vor Grauhafen auf Grund gelaufen": ("ship", "de"),
}
ARTICLES = [replace(article(f"a{k}", text), language=told[1]) for k, (text, told) in enumerate(TOLD.items())]


class Fake:
    """An encoder that knows what is told, and writes its language much larger."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row for each text."""
        rows = np.zeros((len(texts), 6), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            event, language = next(v for k, v in TOLD.items() if k in text)
            row[["fire", "vote", "ship"].index(event)] = 1
            row[3 + ["en", "de"].index(language)] = 5
        return rows


def test_an_encoder_joins_what_words_cannot(monkeypatch: pytest.MonkeyPatch) -> None:
    """Headlines in two languages are one story each event with an encoder, and apart without."""
    monkeypatch.setattr("firsthand.link.stories.meaning.FEW", 2)
    monkeypatch.setattr(linking, "load", lambda name: Fake() if name else None)
    without = link_stories(ARTICLES, {}, (), LinkConfig())
    joined = link_stories(ARTICLES, {}, (), LinkConfig(encoder="accurate"))
    assert len(without) > 3
    assert {frozenset(s.articles) for s in joined} == {
        frozenset({"a0", "a1"}),
        frozenset({"a2", "a3"}),
        frozenset({"a4", "a5"}),
    }


def test_the_mean_of_a_language_is_taken_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """Then two tellings in two languages are nearer than two events in one."""
    monkeypatch.setattr("firsthand.link.stories.meaning.FEW", 2)
    rows = Meaning.of(ARTICLES, Fake()).rows
    assert rows[0] @ rows[1] > 0.9
    assert rows[0] @ rows[2] < 0


def test_candidates_are_the_nearest_each_pair_once() -> None:
    """Every pair of so small a corpus is a candidate, left before right."""
    left, right = Meaning.of(ARTICLES, Fake()).candidates()
    assert len(left) == 15
    assert (left < right).all()


def test_groups_of_long_texts_in_one_language_are_left_alone() -> None:
    """The words of whole articles tell more than what an encoder makes of their first lines."""
    texts = [f"{line}. " + " ".join(f"word{k}x{n}" for n in range(60)) for k, line in enumerate(list(TOLD)[::2])]
    articles = [replace(article(f"l{k}", text), language="en") for k, text in enumerate(texts)]
    meaning = Meaning.of(articles, Fake())
    meaning.rows[:] = meaning.rows[0]
    space = vectors([profile(a, None) for a in articles])
    assert meaning.unite([[0], [1], [2]], space) == [[0], [1], [2]]
    meaning.languages[1] = "de"
    assert meaning.unite([[0], [1], [2]], space) == [[0, 1], [2]]
