"""The forms of wordings, which of them are compared, and how alike they are found."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.link.statements.blocks import CANDIDATES, candidates
from firsthand.link.statements.grams import gram_rows, row_products
from firsthand.link.statements.group import LIKELY
from firsthand.link.statements.lexicon import CLUSTERS, FUNCTION_WORDS
from firsthand.link.statements.places import with_places
from firsthand.link.statements.similarity import FEATURES, Weights, features, probabilities
from firsthand.link.statements.synonyms import sense, stem
from firsthand.link.statements.wording import MAX_SENTENCES, amounts_differ, key_of, numbers, sentences, wording
from firsthand.text import words

PAIRS = Path(__file__).resolve().parents[2] / "benchmarks" / "variants" / "pairs.jsonl"


def test_a_key_ignores_marks_case_and_insertions() -> None:
    """Equal wordings have one key; an insertion that is all there is stays."""
    assert key_of("“They [the rebels] left,”") == key_of("they left.") == "they left"
    assert key_of("[sic]") == "sic"


def test_forms_of_a_word_share_a_stem() -> None:
    """Endings go, and long words keep their first letters."""
    assert stem("negotiating") == stem("negotiations") == stem("negotiators")
    assert stem("operate") == stem("operations")
    assert stem("port") != stem("portal")


def test_synonyms_have_one_sense() -> None:
    """Those of a cluster in all their forms; a word that is listed goes before a stem that it shares."""
    assert sense("treaties") == sense("accord") == sense("agreements")
    assert sense("growers") == sense("farming") != sense("growing") == sense("rises")
    assert sense("harbour") == stem("harbour")


def test_each_synonym_stands_in_one_cluster() -> None:
    """And carries sense, so is no function word."""
    listed = [word for line in CLUSTERS for word in line.split()]
    assert len(listed) == len(set(listed))
    assert not FUNCTION_WORDS & set(listed)


def test_synonyms_make_wordings_likelier_alike() -> None:
    """Though less so than the same words."""
    said, retold, other = (
        wording(f"the council would {verb} the {noun} before the regatta in June")
        for verb, noun in (("close", "road"), ("shut", "highway"), ("paint", "gazebo"))
    )
    weights = Weights([said, retold, other])
    by_word, by_sense, by_neither = probabilities([(said, said), (said, retold), (said, other)], weights)
    assert by_word > by_sense > by_neither


def test_a_country_its_people_and_capital_are_one() -> None:
    """As news uses them; but "us" is no country, nor is a turkey."""
    assert with_places("Paris and the French, France's own") == ["=france", "and", "the", "=france", "=france", "own"]
    assert with_places("they told us of a turkey in the United States")[2:6] == ["us", "of", "a", "turkey"]
    assert with_places("the U.S. and the US")[1:] == ["=united states", "and", "the", "=united states"]


@given(st.text(max_size=200))
def test_words_that_name_no_country_stay(text: str) -> None:
    """Any text has as many words as before or fewer, and those that stay keep their order."""
    kept = [w for w in with_places(text) if not w.startswith("=")]
    rest = iter(words(text))
    assert all(w in rest for w in kept)


def test_amounts_are_read_in_figures_and_words_and_times_of_day_are_none() -> None:
    """ "2,000" is 2000, "twelve" 12, and a clock tells no amount."""
    assert numbers("about 2,000 people in twelve towns at 7:45 p.m. or 13h") == {"2000", "12"}
    assert amounts_differ(numbers("14 dead of 20"), numbers("40 dead of 20"))
    assert not amounts_differ(numbers("14 dead of 20"), numbers("14 dead"))
    assert not amounts_differ(numbers("since 1970"), numbers("since the 70s".replace("s", " ")))


def test_sentences_are_bounded_and_short_ones_join_the_one_before() -> None:
    """An exclamation is no unit, and the last unit takes in all that follows."""
    assert sentences("Our members have had no rise in six years. Six years! The chairman has had four rises.") == [
        "Our members have had no rise in six years. Six years!",
        "The chairman has had four rises.",
    ]
    assert len(sentences("Nobody told harbour masters anything. " * 50)) == MAX_SENTENCES


def test_a_text_is_fully_like_itself_in_characters() -> None:
    """Rows have unit length, and texts without a common run have a product of nought."""
    rows = gram_rows(["the harbour is closed", "the harbour is closed", "ξψω", ""])
    here = np.array([0, 0, 3])
    there = np.array([1, 2, 3])
    assert row_products(rows, here, there) == pytest.approx([1.0, 0.0, 1.0], abs=0.05)


@settings(deadline=None)
@given(st.lists(st.text(max_size=60), min_size=1, max_size=6))
def test_features_are_finite_bounded_and_alike_both_ways(texts: list[str]) -> None:
    """Whatever the texts; and a pair turned round has the same row."""
    forms = [wording(text) for text in texts]
    weights = Weights(forms)
    pairs = [(a, b) for a in forms for b in forms]
    rows = features(pairs, weights)
    assert rows.shape == (len(pairs), len(FEATURES))
    assert np.all((rows >= 0) & (rows <= 1 + 1e-9))
    assert probabilities([(b, a) for a, b in pairs], weights) == pytest.approx(probabilities(pairs, weights), abs=0.2)


def test_each_wording_is_compared_with_few_others() -> None:
    """However many share its words."""
    forms = [wording(f"the harbour master closed the northern harbour gate number {n}") for n in range(400)]
    pairs = list(candidates(forms, Weights(forms)))
    assert pairs
    assert len(pairs) <= CANDIDATES * len(forms)
    assert all(earlier < later for earlier, later in pairs)


def test_the_shipped_weights_tell_the_invented_pairs_apart() -> None:
    """On the pairs they were fitted on, contrasts apart: seven of ten alike ones found, and nine of ten found alike."""
    rows = [row for row in map(json.loads, PAIRS.read_text(encoding="utf-8").splitlines()) if "contrast" not in row]
    known = {text: wording(text) for row in rows for text in (row["a"], row["b"])}
    scores = probabilities([(known[row["a"]], known[row["b"]]) for row in rows], Weights(known.values()))
    said, same = scores >= LIKELY, np.array([row["same"] for row in rows])
    assert same[said].mean() > 0.9
    assert said[same].mean() > 0.7
