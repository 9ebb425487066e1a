"""Two articles side by side: what they share is marked in both, numbered alike, and nothing else is."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Article, Comment, Copy, Segment, Span
from firsthand.present.views import Index
from firsthand.present.views.aligned import Step, aligned, all_aligned, reading
from firsthand.present.views.compare import MAP, PASSAGES, CompareView, Pane, compare_view, partners
from firsthand.present.views.marked import LONGEST
from firsthand.present.views.passages import SharedPassage
from firsthand.text import short_hash, words
from tests.present.invented import HARBOUR, Made, tables
from tests.present.paired import WIRE_AND_BLOG, WIRE_AND_COAST, paired, passage

ONE = "Ten ships wait outside Ellmar.\n\nThe pilots rest, and nobody knows for how long.\n\nThe quay is full."
OTHER = "Ten ships wait outside Ellmar. The pilots sleep, and nobody knows for how long.\n\nThen the quay is full."


@pytest.fixture(scope="module")
def index() -> Index:
    """The invented corpus with passages that its articles share."""
    return Index(paired())


def view(index: Index, pair: tuple[str, str]) -> CompareView:
    """The page of a pair that has one."""
    found = compare_view(index, *pair)
    assert found is not None
    return found


def marked(pane: Pane, number: int) -> str:
    """The words of a pane that are marked as a passage."""
    return "".join(run.text for p in pane.paragraphs for part in p.parts if part.number == number for run in part.runs)


def text(pane: Pane) -> str:
    """All words of a pane."""
    return "\n".join("".join(run.text for part in p.parts for run in part.runs) for p in pane.paragraphs)


def article(key: str, body: str, time: str) -> Article:
    """An article of its own corpus."""
    made = Made()
    made.article(key, key, time, f"Headline of {key}", body)
    return made.articles[key]


def pair(body: str, other: str) -> tuple[Article, Article, SharedPassage]:
    """Two articles that share all of their bodies."""
    a, b = article("one", body, "2031-03-03"), article("other", other, "2031-03-04")
    here, there = Span(len(a.text) - len(body), len(a.text)), Span(len(b.text) - len(other), len(b.text))
    return a, b, SharedPassage(here, there, "prose", len(other), 10, 1)


def test_passages_are_numbered_alike_on_both_sides(index: Index) -> None:
    """In the order of the first text, with their kinds."""
    found = view(index, WIRE_AND_COAST)
    assert [p.passage.kind for p in found.pairings] == ["prose", "quotation", "public"]
    for pane in (found.one, found.other):
        assert marked(pane, 1).startswith("The harbour of Ellmar") and marked(pane, 3).startswith("The money is there")
        assert [band.kind for band in pane.bands] == ["prose", "quotation", "public"]
    assert found.story == HARBOUR
    assert [edge.evidence for edge in found.edges] == ["copied"]


def test_changed_words_are_marked_in_both_texts(index: Index) -> None:
    """And read as a change in the list."""
    found = view(index, WIRE_AND_BLOG)
    for pane, changed in ((found.one, ["a single"]), (found.other, ["any"])):
        runs = [run for p in pane.paragraphs for part in p.parts for run in part.runs]
        assert [run.text for run in runs if run.changed] == changed
    (pairing,) = found.pairings
    assert [(p.dropped, p.text) for p in pairing.turns[0].other if p.kind] == [("a single", "any")]


def test_the_earlier_stands_first_and_nothing_stands_beside_itself(index: Index) -> None:
    """There is one page of two articles."""
    wire, coast = WIRE_AND_COAST
    assert compare_view(index, coast, wire) is None
    assert compare_view(index, wire, wire) is None
    assert compare_view(index, wire, "0" * 16) is None


def test_articles_that_share_nothing_have_a_page_that_says_so(index: Index) -> None:
    """Their texts are whole, without a mark."""
    found = view(index, (short_hash("wire"), short_hash("radio")))
    assert not found.pairings and not found.one.numbers and not found.one.bands
    assert "might fail before Christmas" in text(found.other)


def test_boilerplate_and_comments_are_counted_and_not_shown(index: Index) -> None:
    """Comments stay unread; what is left out is said."""
    made = paired()
    wire = index.articles[WIRE_AND_COAST[0]]
    end = len(wire.text)
    more = replace(
        wire,
        text=wire.text + "\n\nRead more here\n\nI doubt it",
        segments=(*wire.segments, Segment("boilerplate", end + 2, end + 16), Segment("comment", end + 18, end + 28)),
        comments=(Comment(0, None, 0, "reader", end + 18, end + 28),),
    )
    found = view(Index(replace(made, articles=[more, *(a for a in made.articles if a.id != wire.id)])), WIRE_AND_COAST)
    assert "doubt it" not in text(found.one) and "Read more" not in text(found.one)
    assert found.one.boilerplate == 14 and len(found.one.row.article.comments) == 1


def test_of_overlapping_passages_the_later_one_begins_where_the_first_ends() -> None:
    """Each word is marked once; a passage that is covered whole can still be led to."""
    one, other, whole = pair(ONE, OTHER)
    a, b = whole.here.start, whole.other.start
    copies = [
        Copy(one.id, a, a + 29, other.id, b, b + 29, 29, "prose", 5, 0),
        Copy(one.id, a + 4, a + 20, other.id, b + 31, b + 50, 16, "prose", 3, 0),
    ]
    index = Index(replace(tables(), articles=[one, other], copies=copies))
    found = view(index, (one.id, other.id))
    assert text(found.one).replace("\n", "") == one.text.replace("\n", "")
    assert found.one.numbers == {1, 2} and marked(found.one, 2) == ""
    firsts = [part.number for p in found.one.paragraphs for part in p.parts if part.first]
    assert firsts == [1, 2]


def test_a_passage_is_cut_where_a_paragraph_begins_on_either_side() -> None:
    """So that a place in one text leads to the same place in the other."""
    one, other, whole = pair(ONE, OTHER)
    found = aligned(one, other, whole)
    assert [(s.here.of(one.text).strip(), s.there.of(other.text).strip()) for s in found.steps] == [
        ("Ten ships wait outside Ellmar.", "Ten ships wait outside Ellmar."),
        ("The pilots rest, and nobody knows for how long.", "The pilots sleep, and nobody knows for how long."),
        ("The quay is full.", "Then the quay is full."),
    ]
    assert [(d.here.of(one.text), d.there.of(other.text)) for d in found.differing] == [("rest", "sleep"), ("", "Then")]


def test_words_that_end_a_paragraph_on_one_side_only_stay_with_it() -> None:
    """Not with the paragraph that follows."""
    one, other, whole = pair("It rains. So they say.\n\nThe quay is full.", "It rains.\n\nThe quay is full.")
    first, second = aligned(one, other, whole).steps
    assert first.here.of(one.text).strip() == "It rains. So they say."
    assert second.there.of(other.text) == "The quay is full."


WORDS = st.lists(st.sampled_from(["quay", "ship", "tide", "pilot", "\n\n", ". “", "rope"]), min_size=1, max_size=40)


@given(WORDS, WORDS)
def test_steps_cover_a_passage_and_readings_have_every_word(left: list[str], right: list[str]) -> None:
    """Whatever the texts: no word is lost on either side, and none is written twice."""
    one, other, whole = pair("x " + " ".join(left) + " y", "x " + " ".join(right) + " y")
    found = aligned(one, other, whole)
    for side, span in (("here", whole.here), ("there", whole.other)):
        spans: list[Span] = [getattr(s, side) for s in found.steps]
        assert spans[0].start == span.start and spans[-1].end == span.end
        assert all(a.end == b.start and a.start < a.end for a, b in pairwise(spans))
    told = [p for step in found.steps for p in reading(one, other, step, found.differing)]
    assert "".join(p.text for p in told) == whole.other.of(other.text)
    assert words(" ".join(p.dropped if p.kind else p.text for p in told)) == words(whole.here.of(one.text))


def test_a_long_text_is_cut_and_the_rest_is_said() -> None:
    """A page has a bound, however long a document is."""
    body = "The tide came in again and the pilots went out. " * 2_000
    one, other = article("one", body, "2031-03-03"), article("other", body, "2031-03-04")
    copies = [
        Copy(one.id, 16 + 48 * n, 60 + 48 * n, other.id, 18 + 48 * n, 62 + 48 * n, 44, "prose", 9, 0)
        for n in range(PASSAGES + 40)
    ]
    index = Index(replace(tables(), articles=[one, other], copies=copies))
    found = view(index, (one.id, other.id))
    assert len(text(found.one)) <= LONGEST + 10 and found.one.rest > 30_000
    assert len(found.pairings) == PASSAGES and found.more == 40
    assert all(0 <= band.top <= MAP and band.height >= 1 for band in found.one.bands)


def test_of_a_very_long_passage_no_end_is_taken_for_a_change() -> None:
    """Only so many words are compared; what comes after them is not said to differ."""
    body = " ".join(f"word{n}" for n in range(5_000))
    one, other, whole = pair("So " + body, body)
    found = aligned(one, other, whole)
    assert [d.here.of(one.text) for d in found.differing] == ["So"]


def test_passages_that_overlap_without_end_are_not_all_compared() -> None:
    """A page is made in bounded time; each passage keeps its two places."""
    one, other, whole = pair(ONE * 700, OTHER * 700)
    found = list(all_aligned(one, other, [whole] * 50))
    assert len(found) == 50 and found[0].differing
    assert not found[-1].differing and found[-1].steps == (Step(whole.here, whole.other),)


def test_an_article_is_held_against_whom_it_draws_on_first(index: Index) -> None:
    """Then against those that it shares most with, a few of them."""
    coast = index.articles[WIRE_AND_COAST[1]]
    found = partners(index, coast)
    assert [s.other.id for s in found.shared] == [WIRE_AND_COAST[0]] and found.more == 0
    one, *others = [article(str(n), ONE, f"2031-03-0{n + 1}") for n in range(8)]
    copies = [passage(one, other, ONE, ONE, "prose") for other in others]
    many = partners(Index(replace(tables(), articles=[one, *others], copies=copies)), one)
    assert len(many.shared) == 3 and many.more == 4


def test_a_verdict_is_of_what_was_concluded(index: Index) -> None:
    """One text, or whose news it is; where neither was concluded, that it is one text."""
    wire, coast, times, today = (short_hash(key) for key in ("wire", "coast", "times", "today"))
    family = view(index, (wire, coast)).verdicts
    assert [(v.label, v.verb, v.ids) for v in family] == [
        ("Confirm", "merge", (wire, coast)),
        ("Wrong", "split", (wire, coast)),
        ("Not the same event", "split", (HARBOUR, coast)),
    ]
    courrier = short_hash("courrier")
    confirm, wrong, _ = view(index, (wire, courrier)).verdicts
    assert (confirm.verb, confirm.ids, confirm.name, confirm.relation) == ("origin", (courrier,), "Norwire", "cites")
    assert (wrong.verb, wrong.ids, wrong.name, wrong.relation) == ("origin", (courrier,), "own", None)
    assert [v.verb for v in view(index, (today, times)).verdicts] == ["merge", "split"]


def test_an_empty_step_reads_as_nothing() -> None:
    """A piece without words on the other side is what it is."""
    one, other, _ = pair(ONE, OTHER)
    assert reading(one, other, Step(Span(0, 3), Span(5, 5)), ()) == ()
