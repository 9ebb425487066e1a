"""What wordings say of a thing: denial and opposites, amounts, who did it to whom, and how sure."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firsthand.link.statements.lexicon import CLUSTERS, OPPOSITES
from firsthand.link.statements.meaning import MANNERS, manner, opposites, passives, swapped
from firsthand.link.statements.similarity import Weights, contrast
from firsthand.link.statements.synonyms import sense, stem
from firsthand.link.statements.wording import is_negative, numbers, wording
from firsthand.text import words


def told(a: str, b: str) -> float:
    """Return the contrast of two wordings in a corpus of their own."""
    one, other = wording(a), wording(b)
    return contrast(one, other, Weights([one, other]))


def roles(a: str, b: str) -> bool:
    """Tell whether roles are swapped between two sentences."""
    one, other = wording(a).whole, wording(b).whole
    return swapped(one.senses, one.passive, other.senses, other.passive)


def test_opposites_are_of_two_clusters_and_negating_prefixes_count() -> None:
    """No word is its own opposite; "unfair" is that of "fair" without being listed."""
    assert all(len(pair) == 2 and sense(pair[0]) != sense(pair[1]) for pair in OPPOSITES)
    assert opposites([sense("accept")], [sense("reject")]) == {sense("accept"), sense("reject")}
    assert opposites(["unfair"], ["fair"]) == {"unfair", "fair"}
    assert not opposites([sense("accept")], [sense("agree")])


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The lake is safe to swim in again.", "The lake is dangerous to swim in again,"),
        ("Our pilots were warned about the ash.", "Our pilots were never warned about the ash,"),
        ("The harbour has 14 cranes.", "The harbour has 40 cranes,"),
        ("The ferry leaves Holm on Monday.", "The ferry leaves Holm on Friday,"),
        ("The trawler rammed the patrol boat,", "The patrol boat rammed the trawler."),
        ("The trawler rammed the patrol boat,", "The trawler was rammed by the patrol boat."),
        ("The dam must be closed in spring.", "The dam may be closed in spring,"),
    ],
)
def test_a_contrast_is_as_strong_as_all_else_is_the_same(a: str, b: str) -> None:
    """What differs is told from what does not, whichever stands first."""
    assert told(a, b) == told(b, a) > 0.9


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The lake is not safe to swim in.", "The lake is dangerous to swim in,"),
        ("The trawler rammed the patrol boat,", "The patrol boat was rammed by the trawler."),
        ("The council not only paid for the lamps.", "The council paid for the lamps,"),
        ("Half of the boats came back.", "50 percent of the boats came back,"),
        ("The ferry will leave on Monday.", "the ferry would be leaving on Monday"),
        ("A harbour without lamps could not be used.", "A harbour without lamps cannot be used,"),
    ],
)
def test_the_same_said_otherwise_is_no_contrast(a: str, b: str) -> None:
    """An opposite undoes a negation, a passive turns roles, and tenses are the writer's."""
    assert told(a, b) == 0.0


def test_order_alone_swaps_no_roles() -> None:
    """Nor do enumerations, what is put first, or words that stand twice."""
    assert not roles("For the roof we need a loan from the bank", "We need a loan from the bank for the roof")
    assert not roles("They built schools and hospitals", "They built hospitals and schools")
    assert roles("My brother lent Mr Quell the money", "Mr Quell lent my brother the money")


@settings(deadline=None)
@given(st.lists(st.sampled_from("abcdefg"), max_size=9), st.lists(st.sampled_from("abcdefg"), max_size=9))
def test_swapped_roles_are_so_both_ways_and_never_with_oneself(one: list[str], other: list[str]) -> None:
    """Whatever the words."""
    none: frozenset[tuple[str, str]] = frozenset()
    assert swapped(one, none, other, none) == swapped(other, none, one, none)
    assert not swapped(one, none, one, none)


def test_a_passive_names_deed_and_doer() -> None:
    """What an amount is changed "by" does nothing."""
    assert (sense("rammed"), sense("trawler")) in passives(words("the boat was rammed by the trawler"))
    assert not passives(words("prices were cut by 20 percent"))


def test_manners_are_read_from_words() -> None:
    """How sure, bound, willing, on what condition, and when."""
    read = dict(zip(MANNERS, manner(words("perhaps we must wait if they hope for what will come")), strict=True))
    assert all(read.values())
    assert not any(manner(words("the harbour is closed")))


def test_wanting_another_to_do_it_is_a_duty_not_a_wish() -> None:
    """ "I want them to leave" is told as "they should leave"; "I want to leave" is not."""
    asked, wished = (dict(zip(MANNERS, manner(words(t)), strict=True)) for t in ("I want them to go", "I want to go"))
    assert (asked["bound"], asked["wished"]) == (True, False)
    assert (wished["bound"], wished["wished"]) == (False, True)


def test_having_to_is_a_duty_that_a_report_may_leave_out() -> None:
    """So it contrasts with nothing, where "must" does."""
    assert told("The pilots had to wait for the tide", "The pilots waited for the tide") == 0
    assert told("The pilots must wait for the tide", "The pilots wait for the tide") > 0.5


def test_unless_denies_as_if_not_does() -> None:
    """ "Unless it rains" is "if it does not rain"."""
    assert is_negative(words("unless it rains")) and is_negative(words("if it does not rain"))


def test_negation_is_read_with_the_word_after_it() -> None:
    """ "Not only" denies nothing, "anything but" does."""
    assert is_negative(words("that is anything but fair")) and is_negative(words("we don't know"))
    assert not is_negative(words("no doubt not only the mill")) and not is_negative(words("anything goes"))


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("one and a half million crowns", {"1500000"}),
        ("40 million and twenty-five thousand", {"40000000", "25000"}),
        ("two hundred and six sheep, a dozen goats", {"206", "12"}),
        ("by 2030, eight years early", {"2030", "8"}),
        ("half of the boats, a quarter of the crews", {"50", "25"}),
        ("3.5 per cent of 1,200", {"3.5", "1200"}),
    ],
)
def test_amounts_are_read_as_wholes(text: str, amounts: set[str]) -> None:
    """Scales, halves and numerals in several words; a comma parts two amounts."""
    assert numbers(text) == amounts


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_text_has_amounts_that_are_numbers(text: str) -> None:
    """Whatever digits it is written in."""
    assert all(float(n) >= 0 for n in numbers(text))


def test_irregular_forms_and_doubled_letters_share_a_stem() -> None:
    """But "news" is no plural of "new"."""
    assert stem("shutting") == stem("shut") and stem("rising") == stem("rise") and stem("paid") == stem("paying")
    assert stem("news") != stem("new")
    assert len({sense(line.split()[0]) for line in CLUSTERS}) == len(CLUSTERS)
