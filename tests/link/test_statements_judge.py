"""What joins and what parts quotations of one speaker in one story: contrasts, changed reports, occasions, cuts."""

import json
import sys
from datetime import date
from pathlib import Path

import pytest

from firsthand.link.statements.group import Said, group
from firsthand.link.statements.judge import CHANGED_DAYS
from firsthand.link.statements.occasions import apart, occasion
from firsthand.link.statements.said import PROOF_WORDS
from firsthand.link.statements.wording import wording
from firsthand.model import Quotation, QuotationType, Span

VARIANTS = Path(__file__).resolve().parents[2] / "benchmarks" / "variants"
LONG = "We looked at the wall from both sides in April and found {} cracks below the waterline of the old dam,"


def said(
    words: str,
    article: str,
    *,
    kind: QuotationType = "direct",
    told: str | None = None,
    day: int | None = 4,
    story: str = "story",
) -> Said:
    """Return a quotation of one speaker."""
    span = Span(0, max(len(words), 1))
    quotation = Quotation(
        *(f"{article}:{words}", article, kind, 0, span.end, (span,), "A", None, None, "said", None, None, told, ())
    )
    known = None if day is None else date(2031, 5, day)
    return Said(quotation, words, wording(words), "A", story, (str(known), article, 0, quotation.id), known)


def one(*quotations: Said) -> bool:
    """Tell whether all become one statement."""
    return len(group(quotations, days=7)) == 1


def test_a_long_sentence_with_another_number_is_one_report_changed() -> None:
    """So long and so nearly word for word that no second utterance explains it."""
    assert one(said(LONG.format(14), "a"), said(LONG.format(40), "b"))
    assert one(said(LONG.format("no"), "a"), said(LONG.format("the"), "b"))


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (said(LONG.format(40), "b", day=4 + CHANGED_DAYS + 1), "a toll raised days later"),
        (said(LONG.format(40), "a"), "both in one article, which would not contradict itself"),
        (said(LONG.format(40), "b", told="on Friday"), "another day is told"),
        (said("We found 40 cracks in the old dam,", "b"), "in other words"),
    ],
)
def test_another_number_is_another_utterance_where_the_rest_does_not_prove_one(other: Said, why: str) -> None:
    """The veto yields to a changed report only."""
    assert not one(said(LONG.format(14), "a", told="on Tuesday"), other), why


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("We will sell the mill.", "We will not sell the mill,"),
        ("The trawler rammed the patrol boat,", "The patrol boat rammed the trawler."),
        ("We will leave the fisheries union.", "We might leave the fisheries union,"),
        ("The lake is safe to swim in,", "The lake is dangerous to swim in."),
        ("Two of our divers found the wreck,", "Five of our divers found the wreck."),
    ],
)
def test_a_short_sentence_with_a_contrast_is_another_utterance(a: str, b: str) -> None:
    """Though nearly all its words are the same."""
    assert not one(said(a, "a"), said(b, "b"))
    assert one(said(a, "a"), said(a, "b"))


def test_what_is_told_of_occasions_parts_similar_words() -> None:
    """Other days of the week, or other places some days apart; not where an article tells none, or another part."""
    a, b = "We are close to an agreement on the grain ships,", "We are very close to an agreement about grain ships."
    here = said(a, "a", told="at the summit in Tarn")
    assert not one(here, said(b, "b", told="at the summit in Velmo", day=8))
    assert not one(said(a, "a", told="on Monday"), said(b, "b", told="on Thursday"))
    assert one(here, said(b, "b", told="told reporters", day=6))
    assert one(here, said(b, "b", day=6))
    assert one(said(a, "a", told="on Monday"), said(b, "b", told="late on Tuesday"))


def test_the_same_few_words_on_two_occasions_are_two_statements() -> None:
    """A slogan; so many words as nobody says twice are one utterance, and an article is mistaken."""
    few, many = "We play to win every match,", LONG.format("some")
    assert len(many.split()) >= PROOF_WORDS
    for words, expected in ((few, False), (many, True)):
        first = said(words, "a", told="before the match against Velmo")
        assert one(first, said(words, "b", told="before the match against Holm", day=8)) == expected
        elsewhere = said(words, "b", told="before the match against Holm", day=8, story="other")
        assert one(first, elsewhere) == (expected and False)


def test_a_cut_quotation_joins_though_the_rest_denies() -> None:
    """The sentence that negates was left out, so nothing is contradicted."""
    whole = said("It was never about money. It was about who owns the river and who drinks from it.", "a")
    assert one(whole, said("It was about who owns the river and who drinks from it,", "b"))


def test_occasions_are_apart_only_where_both_tell_enough() -> None:
    """None told, words that fit any occasion, and the day after are never apart."""
    summit = occasion("at the summit in Tarn")
    assert not apart(summit, None, 9)
    assert not apart(summit, occasion("told reporters"), 9)
    assert apart(summit, occasion("in a letter to the admirals"), 2)
    assert not apart(summit, occasion("in a letter to the admirals"), 1)
    assert apart(occasion("on May 4"), occasion("on May 11"), 0)


def test_no_chain_forms_through_likeness() -> None:
    """A like B and B like C do not make A and C one, where A and C are not alike."""
    a = said("The ferry stops at Holm in winter and the mill stands still,", "a")
    b = said("The mill stands still, and the school in Sarn has no roof.", "b")
    c = said("The school in Sarn has no roof and the teachers have gone.", "c")
    assert not one(a, b, c)


def test_hard_pairs_are_told_apart() -> None:
    """The pairs that were written to be hard, and that nothing is fitted on: each kind of contrast nearly always."""
    sys.path.insert(0, str(VARIANTS))
    try:
        import hard
    finally:
        sys.path.remove(str(VARIANTS))
    rows, blind = hard.read(hard.PAIRS), hard.read(hard.BLIND)
    right, unseen = (hard.accuracies(some, hard.decisions(some)) for some in (rows, blind))
    assert len(rows) >= 160 and len(blind) >= 120
    assert all(row["why"] for row in rows)
    for kind in ("negation", "number", "role", "antonym", "occasion", "changed", "passive", "polarity", "amount"):
        assert right[kind][0] >= 0.85 * right[kind][1], kind
    assert right["all"][0] >= 0.9 * right["all"][1]
    assert unseen["all"][0] >= 0.85 * unseen["all"][1]


def test_no_pair_that_measures_is_fitted_on() -> None:
    """Hard and blind pairs share no text with those that the weights are fitted on."""
    hard, blind, pairs = (
        {
            row[side]
            for row in map(json.loads, (VARIANTS / f"{name}.jsonl").read_text("utf-8").splitlines())
            for side in "ab"
        }
        for name in ("hard", "blind", "pairs")
    )
    assert pairs.isdisjoint(hard | blind)
    assert hard.isdisjoint(blind)
