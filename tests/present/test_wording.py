"""A wording is shown with its differences where they stand."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Change, Difference, DifferenceKind, Quotation, Span
from firsthand.present.labels import change_name
from firsthand.present.views.wording import LONGEST, Piece, pieces

MAIN, HERE = "She said: “{}”", "“{}” That was all."


def quotation(text: str, *fragments: str) -> Quotation:
    """A quotation of ``fragments`` where they stand in ``text``."""
    spans = tuple(Span(text.index(words), text.index(words) + len(words)) for words in fragments)
    return Quotation(
        *("q", "a", "direct", spans[0].start, spans[-1].end, spans, None, None, None, None, None, None, None, ())
    )


def change(main: str, here: str, kind: DifferenceKind, words: str, others: str, after: str = "") -> Change:
    """A change by its words in the two texts; where a side has none, the place behind ``after``."""
    start, other = (
        text.index(said) if said else text.index(after) + len(after) for text, said in ((main, words), (here, others))
    )
    return Change(kind, start, start + len(words), other, other + len(others))


def shown(main: str, here: str, fragments: Sequence[str], *changes: Change) -> tuple[Piece, ...] | None:
    """What a reader sees of the quotation in ``here``."""
    return pieces(quotation(here, *fragments), here, main, Difference("s", "p", "q", (), changes))


def test_changed_words_stand_beside_what_they_replace() -> None:
    """The words that both have come from the article that is shown, marks and all."""
    main, here = MAIN.format("We need 14 boats, now."), HERE.format("We  need 41 boats\n now!")
    found = shown(main, here, ["We  need 41 boats\n now!"], change(main, here, "changed number", "14", "41"))
    assert found == (Piece("We need "), Piece("41", "14", "changed number"), Piece(" boats now!"))


def test_dropped_words_have_a_blank_on_either_side() -> None:
    """At the start, within, and before a mark."""
    main, here = MAIN.format("Well, we talked with each other all night long."), HERE.format("we talked all night.")
    found = shown(
        main,
        here,
        ["we talked all night."],
        change(main, here, "dropped words", "Well", "", "“"),
        change(main, here, "dropped words", "with each other", "", "talked"),
        change(main, here, "dropped words", "long", "", "night"),
    )
    assert found is not None
    assert [p.dropped or p.text for p in found] == [
        "Well", " ", "we talked", " ", "with each other", " all night", " ", "long", ".",
    ]  # fmt: skip


def test_a_reporting_clause_is_not_shown() -> None:
    """Fragments stand a blank apart."""
    main, here = MAIN.format("No, never. We stay."), "“No,” she said. “We stay.”"
    found = shown(main, here, ["No,", "We stay."], change(main, here, "dropped words", "never", "", "No"))
    assert found is not None
    assert "".join(p.text or f"[{p.dropped}]" for p in found) == "No [never], We stay."


def test_nothing_is_compared_where_nothing_is_told_or_shared() -> None:
    """What is said of the whole quotation marks no words."""
    main, here = MAIN.format("We stay."), HERE.format("Nobody goes.")
    assert shown(main, here, ["Nobody goes."]) is None
    assert (
        shown(main, here, ["Nobody goes."], change(main, here, "other translation", "We stay.", "Nobody goes.")) is None
    )
    assert shown(main, here, ["Nobody goes."], change(main, here, "changed words", "We stay", "Nobody goes")) is None


def test_a_long_wording_is_cut() -> None:
    """And says so."""
    long = "tide " * LONGEST
    main, here = MAIN.format("The tide."), HERE.format(f"A {long}")
    found = shown(main, here, [f"A {long}"], change(main, here, "changed words", "The", "A"))
    assert found is not None
    assert sum(len(p.text) for p in found) <= LONGEST + 2
    assert found[-1].text.endswith("…")


def test_only_changes_that_turn_the_sense_are_named() -> None:
    """Words put in and left out are seen by their lines."""
    assert change_name("changed number") == "number"
    assert change_name("changed words") is None


@given(st.lists(st.tuples(st.sampled_from(("ab", "cd", "ef")), st.sampled_from(("ab", "xy")))))
def test_all_words_of_the_wording_are_shown(pairs: list[tuple[str, str]]) -> None:
    """Whatever is told to have changed."""
    main, here = (f"“{' '.join(words)} end”" for words in ([a for a, _ in pairs], [b for _, b in pairs]))
    at, changes = 1, []
    for a, b in pairs:
        changes += [Change("changed words", at, at + 2, at, at + 2)] if a != b else []
        at += 3
    whole = here[1:-1]
    found = shown(main, here, [whole], *changes)
    if found is not None:
        assert "".join(p.text for p in found) == " ".join(whole.split())
        assert [p.dropped for p in found if p.kind] == [a for a, b in pairs if a != b]
