"""Differences in their articles: where the spans lie, and what one article has in pieces."""

from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import WHOLE, Change, QuotationType, Span
from tests.link.drift.told import CLAUSE, Press, fragments

CLOSED = "The harbour stays closed until Monday."
ANCHOR = "Every ferry captain was told to anchor offshore."


def test_spans_are_in_the_articles_texts() -> None:
    """Whatever stands before the quotations there, and whichever blanks are in them."""
    press = Press()
    press.say("a", "At least 14 people are\n missing since the storm.")
    press.say("b", "Short.", kind="direct")
    press.say("c", "At least  41 people are missing since the storm.")
    assert press.told()[1] == [("changed number", "14", "41")]


def test_a_change_across_a_reporting_clause_is_cut_there() -> None:
    """The clause is not part of what was said."""
    press = Press()
    press.say("a", "We carried the boats up ourselves, all of them,", "while the crews slept. It took until dawn.")
    press.say("b", "We carried the boats up ourselves. It took until dawn.")
    (told,) = press.told()
    assert told == [("dropped clause", "all of them", ""), ("dropped clause", "while the crews slept", "")]
    assert CLAUSE not in "".join(words for _, words, _ in told)


def test_the_same_words_have_no_parts() -> None:
    """However they are cut."""
    press = Press()
    press.say("a", CLOSED, ANCHOR)
    press.say("b", f"{CLOSED}  {ANCHOR}")
    (difference,) = press.differences()
    assert (difference.kinds, difference.parts) == (("same words",), ())


def test_a_quotation_in_two_pieces_is_split() -> None:
    """What one piece lacks and the other has is not dropped; each piece says where it stands in the whole."""
    press = Press()
    press.say("a", f"{CLOSED} {ANCHOR}")
    press.say("b", ANCHOR.replace("Every", "Each"))
    press.say("b", CLOSED.replace("closed", "shut"))
    second, first = press.told()
    assert first == [
        ("split quotation", "The harbour stays closed until Monday", CLOSED.replace("closed", "shut")),
        ("changed words", "closed", "shut"),
    ]
    assert second == [
        ("split quotation", "ferry captain was told to anchor offshore", ANCHOR.replace("Every", "Each")),
        ("changed words", "Every", "Each"),
    ]


def test_what_no_piece_has_is_dropped_from_the_one_before() -> None:
    """Nothing is told twice."""
    press = Press()
    press.say("a", f"{CLOSED} Nobody came to help us. {ANCHOR}")
    press.say("b", CLOSED)
    press.say("b", ANCHOR)
    first, second = press.told()
    assert [kind for kind, _, _ in first] == ["split quotation", "dropped clause"]
    assert first[1][1:] == ("Nobody came to help us", "")
    assert [kind for kind, _, _ in second] == ["split quotation"]


def test_a_quotation_printed_twice_is_not_split() -> None:
    """A headline has a part of what the body has whole."""
    press = Press()
    press.say("a", f"{CLOSED} {ANCHOR}")
    press.say("b", "The harbour stays closed")
    press.say("b", f"{CLOSED} {ANCHOR}")
    short, whole = press.told()
    assert [kind for kind, _, _ in short] == ["dropped clause"]
    assert whole == []


def test_two_pieces_that_another_outlet_has_as_one_are_merged() -> None:
    """The pieces of the reference's own article are one quotation there."""
    press = Press()
    press.say("a", CLOSED)
    press.say("a", ANCHOR)
    press.say("b", f"{CLOSED} {ANCHOR.replace('offshore', 'outside')}")
    beside, merged = press.differences()
    assert beside.kinds == ("split quotation",)
    assert merged.kinds == ("merged quotations", "changed words")
    text = press.texts["a"]
    whole, change = merged.parts
    assert (text[whole.start : whole.end][:11], text[whole.start : whole.end][-9:]) == ("The harbour", "offshore.")
    assert text[change.start : change.end] == "offshore"


def test_mentions_of_an_article_are_names() -> None:
    """At the head of a sentence the capital would not tell."""
    press = Press()
    press.say("a", "Kolev brought the keys of the mill.")
    press.say("b", "Brandt brought the keys of the mill.")
    press.name("a", "Kolev")
    press.name("b", "Brandt")
    assert press.told() == [[("changed name", "Kolev", "Brandt")]]


def test_many_quotations_of_one_article_are_bounded() -> None:
    """A page that repeats itself a thousand times is compared piece by piece."""
    press = Press()
    press.say("a", f"{CLOSED} {ANCHOR}")
    for _ in range(300):
        press.say("b", CLOSED)
    assert {d.kinds for d in press.differences()} == {("dropped clause",)}


VOCABULARY = "harbour ships leave left will would must not never 14 40 and the of we they Kolev [they] don't it's"
TEXTS = st.lists(st.lists(st.sampled_from(VOCABULARY.split()), max_size=8).map(" ".join), min_size=1, max_size=3)
TYPES = st.sampled_from(("direct", "indirect", "mixed"))


@given(st.lists(st.tuples(st.sampled_from("ab"), TEXTS, TYPES), min_size=1, max_size=5))
def test_spans_of_words_lie_within_fragments(said: list[tuple[str, list[str], QuotationType]]) -> None:
    """On both sides in one fragment of the quotation; of merged ones, or of a piece, in one of its fellows."""
    press = Press()
    for article, texts, kind in said:
        press.say(article, *texts, kind=kind)
    held = fragments(press)
    where = {q.id: q.article for q in press.quotations}
    for d in press.differences():
        here = [f for q in held if where[q] == where[d.quotation] for f in held[q]]
        for change in d.parts:
            if change.kind not in WHOLE:
                assert any(f.contains(Span(change.start, change.end)) for f in here), change
                assert any(f.contains(Span(change.other_start, change.other_end)) for f in held[d.other]), change
        assert d.kinds == (tuple(dict.fromkeys(c.kind for c in d.parts)) or ("same words",))


@given(st.lists(st.tuples(st.sampled_from("abc"), TEXTS, TYPES), min_size=1, max_size=5))
def test_each_other_quotation_has_one_difference(said: list[tuple[str, list[str], QuotationType]]) -> None:
    """In the order given."""
    press = Press()
    ids = [press.say(article, *texts, kind=kind) for article, texts, kind in said]
    assert [d.other for d in press.differences()] == ids[1:]


def test_a_change_is_a_record_of_two_spans() -> None:
    """An empty span marks the place where a side has nothing."""
    press = Press()
    press.say("a", "Nobody leaves before spring.")
    press.say("b", "Nobody ever leaves before spring.")
    (difference,) = press.differences()
    start = press.texts["a"].index(" leaves")
    other = press.texts["b"].index("ever")
    assert difference.parts == (Change("added words", start, start, other, other + 4),)
