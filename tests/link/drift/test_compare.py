"""What holds of any two wordings."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.link.statements.drift import Side, compare, kinds_of
from firsthand.link.statements.drift.compare import MAX_ATOMS
from firsthand.model import WHOLE, Change, QuotationType, Span
from firsthand.text import words

MIRROR = {
    "dropped words": "added words",
    "added words": "dropped words",
    "dropped clause": "added clause",
    "added clause": "dropped clause",
}
# Words of every class; none is another spelling of another.
VOCABULARY = (
    "harbour ships leave left leaving will would may must not never probably about is was been has had have to two 14 "
    "40% 1,000 and the of we they Kolev Orvane Harwick don't it's safe unsafe [the-crew] bridge bell mill roof winter"
)
# A contraction's parts are compared one by one: "is" and "it's" differ in "it".
PLAIN = st.lists(st.sampled_from([w for w in VOCABULARY.split() if "'" not in w]), max_size=14).map(" ".join)
WORDS = st.lists(st.sampled_from(VOCABULARY.split()), max_size=14).map(" ".join)
TYPES = st.sampled_from(("direct", "indirect", "mixed"))
ANY = st.one_of(WORDS, st.text(max_size=60))


def inner(changes: tuple[Change, ...]) -> list[Change]:
    """The changes of single words."""
    return [c for c in changes if c.kind not in WHOLE]


@given(ANY, TYPES)
def test_a_wording_differs_from_itself_in_nothing(text: str, kind: QuotationType) -> None:
    """Nor from itself in other case and other marks."""
    side = Side(text, kind)
    assert compare(side, side) == ()
    assert kinds_of(compare(side, Side(text.replace(" ", "  "), kind))) == ("same words",)


@given(ANY, TYPES, ANY, TYPES)
def test_spans_lie_in_the_texts_in_order_and_apart(
    a: str, type_a: QuotationType, b: str, type_b: QuotationType
) -> None:
    """On both sides, whatever the texts."""
    changes = compare(Side(a, type_a), Side(b, type_b))
    for c in changes:
        assert 0 <= c.start <= c.end <= len(a)
        assert 0 <= c.other_start <= c.other_end <= len(b)
        assert c.end > c.start or c.other_end > c.other_start or not (a and b)
    found = inner(changes)
    assert all(x.other_end <= y.other_start for x, y in pairwise(found))
    assert all(x.end <= y.start for x, y in pairwise(sorted(found, key=lambda c: (c.start, c.end))))


@given(WORDS, WORDS)
def test_dropped_from_one_side_is_added_on_the_other(a: str, b: str) -> None:
    """Both ways the same places differ, in the same way."""
    there, back = compare(Side(a), Side(b)), compare(Side(b), Side(a))
    mirrored = [(MIRROR.get(c.kind, c.kind), c.other_start, c.other_end, c.start, c.end) for c in back]
    assert sorted(mirrored) == sorted((c.kind, c.start, c.end, c.other_start, c.other_end) for c in there)


@given(PLAIN, PLAIN)
def test_a_with_its_changes_is_b(a: str, b: str) -> None:
    """Every changed span of ``a`` replaced by ``b``'s gives the words of ``b``."""
    changes = compare(Side(a), Side(b))
    if any(c.kind in WHOLE for c in changes):
        return
    out, end = "", 0
    for c in changes:
        out += f"{a[end : c.start]} {b[c.other_start : c.other_end]} "
        end = c.end
    assert words(out + a[end:]) == words(b)


@given(ANY, TYPES, ANY, TYPES)
def test_a_kind_of_the_whole_spans_the_whole(a: str, type_a: QuotationType, b: str, type_b: QuotationType) -> None:
    """And stands first."""
    changes = compare(Side(a, type_a), Side(b, type_b))
    whole = [c for c in changes if c.kind in WHOLE]
    assert list(changes[: len(whole)]) == whole
    assert all((c.start, c.end, c.other_start, c.other_end) == (0, len(a), 0, len(b)) for c in whole)


def test_a_retelling_has_its_kind_though_not_a_word_is_shared() -> None:
    """The form of a quotation is told apart from its words."""
    one = Side("They relied on people who left the valley long ago")
    assert kinds_of(compare(one, Side("others were to blame", "indirect"))) == ("direct to indirect",)
    assert kinds_of(compare(one, Side("others were “to blame”", "mixed"))) == ("direct to mixed",)


def test_what_a_denying_cue_takes_away_is_no_changed_negation() -> None:
    """ "He denied that it had …" has its "not" in the cue."""
    one = Side("We have not held secret talks with the bank")
    denied = Side("it had held secret talks with the bank", "indirect", denied=True)
    assert "changed negation" not in kinds_of(compare(one, denied))
    assert "changed negation" in kinds_of(compare(one, Side(denied.text, "indirect")))


def test_names_that_the_article_is_known_to_have_count_where_no_capital_tells() -> None:
    """At the head of a sentence every word has one."""
    one, other = "Kolev brought the keys of the mill", "Brandt brought the keys of the mill"
    assert kinds_of(compare(Side(one), Side(other))) == ("changed words",)
    named = compare(Side(one, names=(Span(0, 5),)), Side(other, names=(Span(0, 6),)))
    assert kinds_of(named) == ("changed name",)


def test_of_another_language_no_english_is_read() -> None:
    """German "war" and "will" are other words."""
    one, other = Side("das Haus war leer", language="de"), Side("das Haus ist leer", language="de")
    assert kinds_of(compare(one, other)) == ("changed words",)


def test_numbers_of_two_languages_are_one_by_their_digits() -> None:
    """What "Millionen" are is not read; names have other spellings there."""
    one = Side("Der Minister hat der Stadt Brandau 40 Millionen versprochen", language="de")
    same = Side("The minister promised 40 million to the town of Harwick", language="en")
    assert kinds_of(compare(one, same)) == ("other translation",)
    other = Side("The minister promised 50 million to the town of Harwick", language="en")
    assert kinds_of(compare(one, other)) == ("other translation", "changed number")


def test_capitals_tell_no_names_where_every_word_has_one() -> None:
    """A title has them, and so have German nouns."""
    one, other = (
        "Minister Says Harbour Will Stay Open Through Winter",
        "Minister Says Ferries Will Stay Open Through Winter",
    )
    assert kinds_of(compare(Side(one), Side(other))) == ("changed words",)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000,
        "million " * 5_000,
        "9" * 50_000,
        "a'" * 20_000,
        "1,000," * 5_000,
        "not very " * 4_000,
        "N.A. " * 8_000,
    ],
)
def test_hostile_texts_are_compared(text: str) -> None:
    """Beyond what is aligned the rest is one change, and none is lost."""
    other = f"We say that {text} the end"
    changes = compare(Side(text), Side(other))
    assert all(c.end <= len(text) and c.other_end <= len(other) for c in changes)
    assert compare(Side(text), Side(text)) == ()


def test_what_lies_beyond_the_aligned_part_is_told() -> None:
    """As one change."""
    head = " ".join(f"word{n}" for n in range(MAX_ATOMS))
    (change,) = compare(Side(head), Side(f"{head} and then a tail of other words"))
    assert change.kind == "added clause" and change.other_end == len(head) + len(" and then a tail of other words")
