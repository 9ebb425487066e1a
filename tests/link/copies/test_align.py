"""Passages: found whatever was done to them, with exact ends, and not where two texts only speak of the same thing."""

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.link.copies.align import align
from firsthand.link.copies.body import Body, body
from firsthand.link.copies.chains import MAX_SURPLUS, Chain, changed, characters, cut, words
from firsthand.text import words as split
from tests.link.copies.bodies import OTHER, PASSAGE, THIRD, article, words_of

FILLERS = split("and so it goes on and on in these parts of the world as everybody here has always known")


def spans(first: str, second: str) -> list[tuple[str, str]]:
    """The words of every passage, first and last included, on both sides."""
    a, b = words_of(first, "a"), words_of(second, "b")
    return [(first[slice(*ends(a, chain, 0))], second[slice(*ends(b, chain, 1))]) for chain in align(a, b).chains]


def ends(side: Body, chain: Chain, at: int) -> tuple[int, int]:
    return int(side.starts[chain[0][at]]), int(side.ends[chain[-1][at] + chain[-1].size - 1])


@given(st.integers(0, 30), st.integers(0, 30))
def test_a_verbatim_copy_is_found_to_the_character(before: int, after: int) -> None:
    """Whatever stands before and after it."""
    first = f"{'north ' * before} {PASSAGE} {'south ' * after}"
    second = f"{'east ' * after} {PASSAGE} {'west ' * before}"
    assert spans(first, second) == [(PASSAGE[:-1], PASSAGE[:-1])]


def test_an_edited_word_does_not_end_a_passage() -> None:
    """The passage reaches over it, and says how many words were changed."""
    edited = PASSAGE.replace("on Tuesday", "on the morning of Wednesday").replace("two cranes", "both cranes")
    (chain,) = align(words_of(PASSAGE), words_of(edited)).chains
    assert words(chain) == len(PASSAGE.split()) - 2
    assert changed(chain) == 5


def test_few_words_between_two_edits_are_part_of_the_passage() -> None:
    """They are fewer than any seed, and equal all the same."""
    edited = PASSAGE.replace("closed", "shut").replace("northern basin", "north basin").replace("after", "when")
    (chain,) = align(words_of(PASSAGE), words_of(edited)).chains
    assert words(chain) == len(PASSAGE.split()) - 3


def test_a_passage_reaches_to_its_last_equal_words() -> None:
    """Two words behind an edit at its end belong to it; one may be chance."""
    first, second = f"{PASSAGE[:-1]} near the gate", f"{PASSAGE[:-1]} before the gate"
    assert spans(first, second) == [(first, second)]


def test_a_rewritten_text_is_one_passage() -> None:
    """A third of the words exchanged, dropped, put in or swapped, in every sentence."""
    chance = random.Random(4)
    text = f"{PASSAGE} {OTHER} {THIRD}".split()
    out: list[str] = []
    for word in text:
        edit = chance.random()
        out += [word] if edit > 0.3 else [] if edit > 0.2 else ["certain"] if edit > 0.1 else ["also", word]
    chains = align(words_of(" ".join(text)), words_of(" ".join(out))).chains
    assert sum(words(chain) + changed(chain) for chain in chains) > 0.85 * len(text)
    assert len(chains) == 1


def test_what_was_put_in_at_length_is_no_part_of_the_passage() -> None:
    """A sentence of the later author parts two passages; a clause does not."""
    first, second = PASSAGE.split(". ")
    clause, sentence = " ".join(FILLERS[: MAX_SURPLUS - 2]), " ".join(FILLERS)
    assert len(spans(PASSAGE, f"{first}. {clause} {second}")) == 1
    assert len(spans(PASSAGE, f"{first}. {sentence} {second}")) == 2


def test_other_sentences_in_one_place_part_two_passages() -> None:
    """Words that only stand between the same neighbours are no edit of each other."""
    first, second = f"{PASSAGE} {OTHER} {THIRD}", f"{PASSAGE} {' '.join(FILLERS * 2)} {THIRD}"
    assert {a for a, _ in spans(first, second)} == {PASSAGE[:-1], THIRD[:-1]}


def test_passages_in_another_order_are_each_found() -> None:
    """Reordering hides nothing."""
    found = spans(f"{PASSAGE}\n{OTHER}\n{THIRD}", f"{THIRD}\n{OTHER}\n{PASSAGE}")
    assert {a for a, _ in found} == {PASSAGE[:-1], OTHER[:-1], THIRD[:-1]}


@pytest.mark.parametrize(
    ("one", "another"),
    [
        (
            "The mayor of Vesby, Tilda Quist, said on Tuesday that the town would sell the old ferry to a shipping "
            "company from Brask for two million crowns.",
            "Vesby is to sell its old ferry: the buyer is a company from Brask, which pays two million crowns, as the "
            "mayor of Vesby, Tilda Quist, announced after a meeting of the council.",
        ),
        (
            "Third quarter profit of Halden Grain rose to 12 million crowns from 10 million, the company said. Sales "
            "fell to 90 million from 95 million. Shares in the company were unchanged.",
            "First quarter profit of the Marsk Savings Bank fell to 7 million crowns from 9 million, the bank said. "
            "Its costs rose to 40 million from 31 million. Shares in the bank were off 3 pct.",
        ),
    ],
)
def test_reports_of_one_event_and_forms_filled_in_are_no_copies(one: str, another: str) -> None:
    """They share names, numbers and the phrases of their trade."""
    assert spans(one, another) == []


def test_what_stands_between_the_words_of_an_article_is_no_part_of_a_passage() -> None:
    """A caption in the middle of the body ends one passage and begins the next."""
    first, second = PASSAGE.split(". ")
    caption = (
        "The crane on the left had stood there since the year in which the harbour was opened by the old king. " * 2
    )
    a = body(article(f"{first}.\n\n{caption}\n\n{second}", "a", ("body", "caption", "body")))
    chains = align(a, words_of(PASSAGE, "b")).chains
    assert len(chains) == 2
    assert sum(characters(chain, a) for chain in (tuple(r._replace(b=r.a) for r in c) for c in chains)) < len(PASSAGE)


SENTENCES = [*PASSAGE.split(". "), *OTHER.split(". "), *THIRD.split(". "), "Nothing else is known.", "It rained."]
TEXTS = st.lists(st.sampled_from(SENTENCES), max_size=9).map(" ".join)


@settings(max_examples=120, deadline=None)
@given(TEXTS, TEXTS)
def test_passages_share_no_word_and_hold_equal_words_in_order(first: str, second: str) -> None:
    """For all texts: runs are equal, follow each other on both sides, and no word is in two passages."""
    a, b = words_of(first, "a"), words_of(second, "b")
    taken: tuple[set[int], set[int]] = (set(), set())
    for chain in align(a, b).chains:
        for run in chain:
            assert a.norms[run.a : run.a + run.size] == b.norms[run.b : run.b + run.size]
        for last, run in pairwise(chain):
            assert run.a >= last.a + last.size
            assert run.b >= last.b + last.size
        for side, used in enumerate(taken):
            inside = set(range(chain[0][side], chain[-1][side] + chain[-1].size))
            assert not inside & used
            used |= inside


DISTINCT = st.lists(st.sampled_from(SENTENCES), max_size=9, unique=True).map(" ".join)


@settings(max_examples=1200, deadline=None)
@given(DISTINCT, DISTINCT)
def test_sides_may_be_exchanged(first: str, second: str) -> None:
    """Who is called first makes no difference to what is shared, but for a word at an end.

    A sentence that a text repeats may be matched with its other place; it is left out here.
    """
    a, b = words_of(first, "a"), words_of(second, "b")
    there, back = (sum(map(words, align(*pair).chains)) for pair in ((a, b), (b, a)))
    assert abs(there - back) <= 0.1 * max(there, back)


@given(st.integers(0, 14))
def test_a_cut_chain_is_the_same_words(k: int) -> None:
    """Both parts together are the chain, the first has ``k`` words."""
    (chain,) = align(words_of(PASSAGE), words_of(PASSAGE.replace("two", "the two"))).chains
    first, rest = cut(chain, k)
    assert words(first) == k
    assert words(first) + words(rest) == words(chain)
