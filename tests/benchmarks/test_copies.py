"""The benchmarks of copies plant what they say, judge as they say, and the copies they plant are found."""

import json
import random
from pathlib import Path

import pytest
from benchmarks.copies import background, clough, passages, planted
from benchmarks.copies.edits import heavy, light
from benchmarks.copies.plagdet import Shared, score
from benchmarks.copies.planting import KINDS, UNIQUE_RUN, Planted, plant
from rapidfuzz.distance import LCSseq

from firsthand.link.copies import find_copies
from firsthand.model import Copy
from firsthand.text import words

CASE = Shared("a", 100, 200, "b", 0, 100)


@pytest.fixture(scope="module")
def made() -> Planted:
    return plant(background.made_up(250, 1), each=4, seed=1)


def test_a_perfect_detection_scores_one() -> None:
    """Nothing detected is nothing wrong, and nothing found."""
    assert score([CASE], [CASE]).plagdet == 1
    assert score([CASE], []).plagdet == 0
    assert score([CASE], []).precision == 1


def test_half_a_case_is_half_found_and_all_right() -> None:
    """Over the characters of both sides."""
    half = score([CASE], [Shared("a", 100, 150, "b", 0, 50)])
    assert (half.precision, half.recall, half.granularity) == (1, 0.5, 1)


def test_a_case_in_two_pieces_costs_granularity() -> None:
    """The logarithm of the pieces, as Potthast and others have it."""
    pieces = [Shared("a", 100, 150, "b", 0, 50), Shared("a", 150, 200, "b", 50, 100)]
    found = score([CASE], pieces)
    assert (found.precision, found.recall, found.granularity) == (1, 1, 2)
    assert found.plagdet == pytest.approx(0.6309, abs=1e-4)


def test_the_right_words_in_the_wrong_document_are_wrong() -> None:
    """A detection counts where it overlaps a case on both sides."""
    assert score([CASE], [Shared("a", 100, 200, "c", 0, 100)]).precision == 0
    assert score([CASE], [Shared("a", 100, 200, "b", 300, 400)]).recall == 0


def test_planted_offsets_hold_the_source(made: Planted) -> None:
    """Verbatim, cut and reordered cases are the source's characters; edited ones share words with it."""
    for kind in KINDS:
        assert made.cases[kind]
        for case in made.cases[kind]:
            original = made.texts[case.first][case.first_start : case.first_end]
            copied = made.texts[case.second][case.second_start : case.second_end]
            if kind in ("light", "heavy"):
                assert len(set(words(original)) & set(words(copied))) >= 0.4 * len(set(words(original)))
            else:
                assert original == copied


def test_what_takes_part_in_planting_is_like_no_other_report(made: Planted) -> None:
    """A detection in it is planted or wrong."""
    texts = background.made_up(250, 1)

    def runs(text: str) -> set[tuple[str, ...]]:
        norms = words(text)
        return {tuple(norms[k : k + UNIQUE_RUN]) for k in range(len(norms) - UNIQUE_RUN + 1)}

    others = (runs(text) for key, text in texts.items() if key not in made.kind_of)
    other = set().union(*others)
    assert not any(runs(texts[key]) & other for key in made.kind_of)


def test_edits_keep_their_rates() -> None:
    """Over a long text: light edits leave about nine words in ten, heavy ones about half, in order."""
    text = " ".join(background.made_up(60, 2).values())
    norms = words(text)
    for edit, low, high in ((light, 0.86, 0.96), (heavy, 0.5, 0.75)):
        kept = LCSseq.similarity(norms, words(edit(text, random.Random(3)))) / len(norms)
        assert low < kept < high


def test_planted_copies_are_found(made: Planted) -> None:
    """By the entry that the pipeline calls; verbatim and light ones nearly to the character."""
    scores = planted.judge(made, find_copies(background.articles(made.texts), {}))
    assert scores["verbatim"].plagdet > 0.95
    assert scores["light"].plagdet > 0.9
    assert scores["all"].precision > 0.95


def test_the_table_has_every_kind(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a file the reports are made up."""
    assert planted.main(["--documents", "300", "--each", "2"]) == 0
    out = capsys.readouterr().out
    assert all(kind in out for kind in (*KINDS, "all"))


def test_too_small_a_background_is_refused() -> None:
    """Rather than planted in twice."""
    with pytest.raises(ValueError, match="too few"):
        plant(background.made_up(6, 1), each=4, seed=1)


def test_answers_are_told_apart(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Copied ones share runs with their source; the others do not."""
    reports = list(background.made_up(30, 5).values())
    rows = [{"id": "s", "task": "a", "label": "orig", "source": "s", "text": reports[0]}]
    for k, text in enumerate(reports[1:15]):
        copied = k % 2 == 0
        label = "cut" if copied else "non"
        rows.append({"id": str(k), "task": "a", "label": label, "source": "s", "text": reports[0] if copied else text})
    path = tmp_path / "answers.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert clough.main([str(path)]) == 0
    out = capsys.readouterr().out
    assert "copied or not   1.000   (14 of 14" in out
    assert "four ways       1.000" in out


def test_passages_are_drawn_evenly_and_shown_with_what_was_changed() -> None:
    """From every kind, verbatim and edited, as far as there are any."""
    copies = [Copy("a", k, k + 20, "b", k, k + 20, 20, "prose", 4, k % 2) for k in range(40)]
    copies.append(Copy("a", 0, 20, "b", 0, 20, 20, "public", 4, 0))
    strata = passages.stratified(copies)
    drawn = passages.draw(strata, 9, seed=1)
    assert len(set(drawn)) == 9
    assert sum(copy.kind == "public" for copy in drawn) == 1
    assert sum(copy.changed for copy in drawn) == 4
    text = "The port of Halden is open."
    other = "The port of Brask is open."
    shown = passages.shown(1, Copy("a", 0, 26, "b", 0, 25, 20, "prose", 5, 1), {"a": text, "b": other})
    assert "{HALDEN}" in shown
    assert "{BRASK}" in shown
