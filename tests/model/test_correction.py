"""What the user says goes over what was inferred, one correction after the other."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Correction, Verb
from firsthand.model.correction import home, regrouped, standing

TIME = "2031-03-05T08:00:00+00:00"


def said(verb: Verb, *groups: str, number: int = 1) -> Correction:
    """A correction of stories whose articles are single letters."""
    return Correction(number, TIME, verb, "story", groups, tuple(tuple(group) for group in groups))


def parts(groups: Sequence[str], *corrections: Correction) -> list[str]:
    """The groups after the corrections, each sorted, in order."""
    return sorted("".join(sorted(group)) for group in regrouped([tuple(g) for g in groups], corrections))


def test_a_merge_joins_and_a_split_takes_apart() -> None:
    """What is not named stays where it is."""
    assert parts(["ab", "cd", "e"], said("merge", "ab", "cd")) == ["abcd", "e"]
    assert parts(["abcd", "e"], said("split", "abd", "c")) == ["abd", "c", "e"]


def test_the_later_one_wins() -> None:
    """Of two that contradict each other."""
    merge, split = said("merge", "ab", "cd"), said("split", "ab", "cd")
    assert parts(["ab", "cd"], merge, split) == ["ab", "cd"]
    assert parts(["ab", "cd"], split, merge) == ["abcd"]


def test_what_came_later_goes_with_what_it_was_linked_with() -> None:
    """New articles: x was linked with c, y with a; taking the merge apart again puts them there."""
    groups = ["aby", "cdx"]
    assert parts(groups, said("merge", "ab", "cd")) == ["abcdxy"]
    assert parts(groups, said("merge", "ab", "cd"), said("split", "ab", "cd")) == ["aby", "cdx"]


def test_a_group_is_what_holds_most_of_it_by_now() -> None:
    """Linking came to put b elsewhere: that place is not dragged along."""
    assert parts(["a", "bxyz", "cd"], said("merge", "ab", "cd")) == ["acd", "bxyz"]
    assert parts(["aeb", "fx"], said("split", "aef", "b")) == ["ae", "b", "fx"]


def test_what_is_not_there_is_left_out_of_account() -> None:
    """A corpus may have lost an article."""
    assert parts(["ab", "c"], said("merge", "z", "c")) == ["ab", "c"]
    assert parts(["abc"], said("split", "ab", "z")) == ["abc"]


def test_of_what_is_said_of_one_article_s_words_the_last_stands() -> None:
    """And nothing that was taken back."""
    one = Correction(1, TIME, "origin", "text", ("a",), (("a",),), "Norwire")
    two = Correction(2, TIME, "origin", "text", ("a",), (("a",),), "own")
    gone = Correction(3, TIME, "merge", "text", ("a", "b"), (("a",), ("b",)), undone=TIME)
    assert standing([two, one, gone], "text") == [two]
    assert standing([one, two, gone], "story") == []


LETTERS = "abcdefgh"
PARTITIONS = st.lists(st.integers(0, 3), min_size=len(LETTERS), max_size=len(LETTERS)).map(
    lambda at: [tuple(c for c, n in zip(LETTERS, at, strict=True) if n == k) for k in range(4)]
)
GROUPS = st.lists(st.sampled_from(LETTERS), min_size=2, max_size=5, unique=True)
SAID = st.builds(
    lambda verb, names: said(verb, names[0], "".join(names[1:])), st.sampled_from(["merge", "split"]), GROUPS
)


@given(PARTITIONS, st.lists(SAID, max_size=6))
def test_every_member_stays_in_one_group_and_the_last_correction_holds(
    groups: list[tuple[str, ...]], corrections: list[Correction]
) -> None:
    """Whatever was said before it."""
    found = regrouped([g for g in groups if g], corrections)
    assert sorted(member for group in found for member in group) == sorted(LETTERS)
    where = {member: n for n, group in enumerate(found) for member in group}
    for last in corrections[-1:]:
        one, two = (home(group, where) for group in last.groups)
        assert (one == two) is (last.verb == "merge")
