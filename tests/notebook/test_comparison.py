"""Two texts held against each other: what they share, what differs, and what both report."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import firsthand as fh
from firsthand import sample
from firsthand.errors import InputError
from tests.laid_out import OTHER, TEXT

FERRY = sample.path() / "ferry"


def test_what_is_shared_is_found_with_its_words_on_both_sides() -> None:
    """Spans are into the texts as they were given; what differs is told change by change."""
    found = fh.compare(TEXT, OTHER)
    (passage,) = found.passages
    assert (found.one.text, found.other.text) == (TEXT, OTHER)
    assert [(c.words, c.other_words) for c in passage.changes] == [("Monday", "Tuesday"), ("very", "")]
    for change in passage.changes:
        assert TEXT[change.start : change.end] == change.words
        assert OTHER[change.other_start : change.other_end] == change.other_words
    assert 0.9 < found.share <= 1 and 0.9 < found.other_share <= 1


def test_what_both_report_is_told_with_how_it_differs() -> None:
    """The utterance is one, its wordings are two."""
    (said,) = fh.compare(TEXT, OTHER).statements
    assert said.speaker == "Greta Ols" and len(said.articles) == 2
    assert [w.kinds for w in said.wordings] == [(), ("dropped words",)]


def test_the_order_is_the_callers() -> None:
    """Times are told; they do not turn the two round."""
    norda, courier = FERRY / "harbor-01-norda.txt", FERRY / "harbor-02-courier.txt"
    there, back = fh.compare(norda, courier), fh.compare(courier, norda)
    assert (there.names, back.names) == (("Norda", "The Halden Courier"), ("The Halden Courier", "Norda"))
    assert there.time.endswith("later") and back.time.endswith("earlier")
    assert (there.share, there.other_share) == (back.other_share, back.share)
    assert [(p.start, p.other_start) for p in there.passages] == [(p.other_start, p.start) for p in back.passages]


def test_one_text_twice_shares_all_of_it() -> None:
    """Also where both are one article by their ids."""
    found = fh.compare(TEXT, TEXT)
    assert found.share == found.other_share == pytest.approx(1.0, abs=0.01)
    assert "verbatim" in found.line and fh.compare(found.one, found.one).characters == found.characters


def test_texts_that_share_nothing_say_so() -> None:
    """No passage is no passage, and nothing is made of single words."""
    found = fh.compare(TEXT, FERRY / "harbor-01-norda.txt")
    assert found.passages == () and found.statements == ()
    assert repr(found) == "<Comparison no passage shared>" and "no passage shared" in found._repr_html_()


def test_what_is_no_document_is_an_error(tmp_path: Path) -> None:
    """With the reason, as for one document."""
    with pytest.raises(InputError, match="the document is empty"):
        fh.compare(TEXT, "  \n")
    with pytest.raises(InputError, match="no such file"):
        fh.compare(tmp_path / "nowhere.txt", TEXT)


def test_html_shows_both_sides_and_runs_nothing() -> None:
    """What differs is marked on either side; a document's markup is text."""
    attack = TEXT.replace("after two years", "after <script>alert(1)</script> two years")
    html = fh.compare(attack, OTHER)._repr_html_()
    assert "<del>Monday</del>" in html and "<ins>Tuesday</ins>" in html
    assert "<script" not in html and "script&gt;alert(1)&lt;/script" in html
    assert not re.search(r"(?:src|onclick|onerror)\s*=", html)


VOCABULARY = ["the", "harbour", "of", "Ellmar", "stays", "open", "all", "winter", "ships", "wait", "for", "grain"]
WORDS = st.lists(st.sampled_from(VOCABULARY), min_size=12, max_size=40)


@settings(max_examples=40, deadline=None)
@given(WORDS, WORDS, WORDS)
def test_passages_lie_in_their_texts_and_add_up(same: list[str], one: list[str], other: list[str]) -> None:
    """Whatever the texts: spans are in order and within them, shares are between nothing and all."""
    texts = [" ".join([*own, *same]).capitalize() + "." for own in (one, other)]
    found = fh.compare(*texts)
    for passage in found.passages:
        assert 0 <= passage.start < passage.end <= len(found.one.text)
        assert 0 <= passage.other_start < passage.other_end <= len(found.other.text)
        for change in passage.changes:
            assert passage.start <= change.start <= change.end <= passage.end
            assert found.one.text[change.start : change.end] == change.words
    assert 0 <= found.share <= 1 and 0 <= found.other_share <= 1
