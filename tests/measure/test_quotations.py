"""Quotations against gold: by the letters that they cover."""

from typing import Any

import pytest

from firsthand.errors import InputError
from firsthand.measure.quotations import Marked, matches, measure_quotations, same_speaker

TEXT = "“The ferry sails at noon,” said Ada Holm. “And back at six.” The harbour would be full, Bo Lind said."
Row = dict[str, Any]


def span(words: str, **more: Any) -> Row:
    """A quotation of words, as the export has it."""
    start = TEXT.index(words)
    row = {"id": f"q{start}", "start": start, "end": start + len(words), "type": "direct", "speaker": None}
    return {**row, "statement": None, "fragments": [], **more}


def figures(gold: list[Row], found: list[Row], lost: int = 0) -> dict[str, float | int]:
    """The figures of one article."""
    return measure_quotations([Marked("a", TEXT, gold, found)], lost)


def test_marks_and_blanks_at_the_ends_make_no_difference() -> None:
    """The same letters are the same span."""
    made = figures([span("“The ferry sails at noon,”")], [span("The ferry sails at noon")])
    assert made["exact: F1"] == made["overlap: F1"] == made["characters: F1"] == 1


def test_half_of_both_is_a_match_and_less_is_none() -> None:
    """``ferry sails at noon`` shares most, ``noon`` a fifth."""
    gold = [span("The ferry sails at noon")]
    most = figures(gold, [span("ferry sails at noon")])
    assert (most["overlap: recall"], most["exact: recall"]) == (1, 0)
    assert figures(gold, [span("noon")])["overlap: recall"] == 0


def test_each_is_matched_once() -> None:
    """Two that find one are one right and one wrong, and the better of them is matched."""
    gold = [span("The ferry sails at noon", speaker="Ada Holm")]
    found = [span("ferry sails at noon", speaker="Bo Lind"), span("The ferry sails at noon", speaker="Ada Holm")]
    made = figures(gold, found)
    assert (made["overlap: precision"], made["overlap: recall"], made["speaker right"]) == (0.5, 1, 1)
    assert matches([frozenset({1, 2})], [frozenset({1}), frozenset({1, 2})], 0.5) == [(0, 1)]


def test_fragments_leave_out_what_stands_between() -> None:
    """The reporting clause is no part of the quotation."""
    first, second = TEXT.index("The ferry"), TEXT.index("And back")
    pieces = [[first, first + 23], [second, second + 15]]
    made = figures([span("The ferry", fragments=pieces)], [span("The ferry sails at noon,” said Ada Holm. “And back")])
    assert (made["exact: recall"], made["overlap: recall"]) == (0, 1)
    assert figures([span("The ferry", fragments=pieces)], [span("The", fragments=pieces)])["exact: recall"] == 1


def test_gold_may_give_words_for_offsets() -> None:
    """They are looked up; words that are not there are an error that names them."""
    assert figures([{"text": "And back at six", "type": "direct"}], [span("And back at six")])["exact: F1"] == 1
    with pytest.raises(InputError, match="gold of a: its text does not hold the words 'Nobody said so'"):
        figures([{"text": "Nobody said so"}], [])


def test_speakers_are_asked_of_what_was_found() -> None:
    """In full, or by a last word; nobody for somebody is wrong."""
    assert same_speaker("Ada Holm", "ADA HOLM") == (True, True)
    assert same_speaker("Ada Holm", "Holm") == (False, True)
    assert same_speaker("Ada Holm", "Ada Lind") == (False, False)
    assert same_speaker("Ada Holm", None) == (False, False)
    made = figures(
        [span("The ferry sails at noon", speaker="Ada Holm"), span("And back at six", speaker="Ada Holm")],
        [span("The ferry sails at noon", speaker="Holm")],
    )
    assert (made["speaker right"], made["speaker nearly right"], made["with speaker: recall"]) == (0, 1, 0.5)


def test_mentions_and_cues_are_asked_of_where_gold_has_them() -> None:
    """A found one that shares a letter is right, one elsewhere or none is not."""
    said, holm = TEXT.index("said"), TEXT.index("Ada Holm")
    marked = {"cue_start": said, "cue_end": said + 4, "speaker_start": holm, "speaker_end": holm + 8}
    gold = [span("The ferry sails at noon", **marked), span("And back at six", **marked)]
    found = [
        span("The ferry sails at noon", **{**marked, "speaker_start": holm + 4}),
        span("And back at six", **{**marked, "cue_start": None, "speaker_start": 0, "speaker_end": 3}),
    ]
    made = figures(gold, found)
    assert (made["speaker mention right"], made["cue mention right"]) == (0.5, 0.5)


def test_what_is_not_in_the_corpus_is_not_found() -> None:
    """It counts against recall."""
    assert figures([span("And back at six")], [span("And back at six")], lost=3)["overlap: recall"] == 0.25


def test_statements_are_groups_of_found_quotations() -> None:
    """Two that gold has as one, found as two."""
    gold = [span("The ferry sails at noon", statement="s"), span("And back at six", statement="s")]
    one = [span("The ferry sails at noon", statement="1"), span("And back at six", statement="1")]
    assert figures(gold, one)["statements: pairs: F1"] == 1
    two = [span("The ferry sails at noon", statement="1"), span("And back at six", statement="2")]
    assert figures(gold, two)["statements: pairs: recall"] == 0
