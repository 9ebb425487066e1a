"""Sentences of a summary begin with their first word, not with a dateline or a label. All of it is invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.link.summaries.leftovers import sentence_start
from firsthand.link.summaries.sentences import summary
from tests.factories import article

TOLD = "The ferry Alma Brenner ran aground off Tolvik on Monday with 212 passengers aboard, the coastguard said."


def told(text: str) -> str:
    """Return the prose of a paragraph."""
    return text[sentence_start(text, 0, len(text)) :]


@pytest.mark.parametrize(
    "before",
    [
        "TOLVIK (Norwire) — ",
        "TOLVIK, Norrland (Norwire) -- ",
        "TOLVIK , Norrland, March 4 (NW) -- ",
        "TOLVIK, March 4. /Norwire/. ",
        "March 4--TOLVIK -- ",
        "TOLVIK — ",
        "TOLVIK - ",
        "TOLVIK: ",
        "TOLVIK _ ",
        "Port Avel (Norrland) (NW) - ",
        "Port Avel (Norrland) - ",
        "Port Avel — ",
        "Salt de la Mar, Norrland – ",
        "(Norwire) – ",
        "(Norwire) ",
        "JUST IN: ",
        "BREAKING NEWS: ",
        "Update 10:15 a.m. – ",
        "UPDATE: TOLVIK (Norwire) — ",
    ],
)
def test_what_stands_before_the_first_sentence_is_left_out(before: str) -> None:
    """Places, dates, slugs and labels, each with its dash."""
    assert told(before + TOLD) == TOLD
    (passage,) = summary("Ferry runs aground off Tolvik", [article("a", before + TOLD)])
    assert (before + TOLD)[passage.start : passage.end] == TOLD


@pytest.mark.parametrize(
    "sentence",
    [
        TOLD,
        "The Alma Brenner — a ferry of 1962 — ran aground off Tolvik on Monday.",
        "Alma Brenner, a ferry – the oldest of the line – ran aground.",
        "Ragna Oster – who steered the ferry – was asleep.",
        "NATO has no ships in the bay, it said.",
        "BBN (the Baltic broadcaster) reported the grounding first.",
        "Captain Oster (45) was on the bridge.",
        "March 4 was a day of fog – and of silence.",
        "Tolvik’s mayor, Dag Hellan, said: “We saw it coming.”",
        "A 12-year-old girl was hurt.",
        "Oster -- Ragna to her crew -- was on the bridge.",
        "BBN (Oslo: BBN) Has bought the ferry.",
        "Royal Norrland Service (RNS) Alma was near, it said.",
        "On March 1 - 2 the ferry lay in dock.",
        "“Fog – nothing but fog,” the captain said.",
    ],
)
def test_prose_with_dashes_and_capitals_stays(sentence: str) -> None:
    """Nothing is cut from a sentence that only looks a little like it."""
    assert told(sentence) == sentence


@pytest.mark.parametrize("part", ["A", "A ", "Aa, ", "(", "A-", "May 1 ", "A (B) ", "A de la "])
def test_endless_beginnings_are_no_dateline(part: str) -> None:
    """However many names stand in a row: only the first characters are looked at."""
    text = part * 30_000
    assert sentence_start(text, 0, len(text)) < 400


@given(st.text(max_size=200))
def test_the_start_lies_within(text: str) -> None:
    """And nothing is left out of nothing."""
    assert 0 <= sentence_start(text, 0, len(text)) <= len(text)
