"""Two partitions of the same names: what could be one, what is shown to be one, and a reason for each step."""

from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from firsthand.model import Reason
from firsthand.trace.counts.merges import MOST_APART, MOST_MERGES, MOST_STANDING, Groups, Origins

NAMES = st.sampled_from("abcdefgh")
MERGES = st.lists(st.tuples(NAMES, NAMES, st.booleans()), max_size=12)


def reason(text: str = "seen", rule: str = "rule") -> Reason:
    return Reason(rule, text)


@given(MERGES)
def test_low_is_never_above_high_and_every_step_has_a_reason(merges: list[tuple[str, str, bool]]) -> None:
    """A merge lowers one number or both by one and writes one reason; what joins nothing writes none."""
    origins = Origins("abcdefgh")
    for first, second, shown in merges:
        before = origins.count("x", [])
        origins.merge(first, second, reason(), shown=shown)
        after = origins.count("x", [])
        lowered = (before.low - after.low, before.high - after.high)
        assert lowered in ((0, 0), (1, 0), (1, 1), (0, 1))
        assert len(after.reasons) - len(before.reasons) == int(lowered != (0, 0))
    count = origins.count("x", [])
    assert 1 <= count.low <= count.high == len(count.origins) == len(set(count.origins))


@given(MERGES, st.randoms())
def test_the_order_of_merges_does_not_matter(merges: list[tuple[str, str, bool]], random: Random) -> None:
    """The same merges in any order give the same origins."""
    shuffled = list(merges)
    random.shuffle(shuffled)
    counts = []
    for several in (merges, shuffled):
        origins = Origins("abcdefgh")
        for first, second, shown in several:
            origins.merge(first, second, reason(), shown=shown)
        counts.append(origins.count("x", []))
    assert (counts[0].origins, counts[0].low) == (counts[1].origins, counts[1].low)


def test_a_group_goes_by_its_first_name() -> None:
    """Whatever was joined first."""
    groups = Groups("cab")
    assert groups.join("c", "b")
    assert groups.join("b", "a")
    assert not groups.join("a", "c")
    assert [groups.of(n) for n in "abc"] == ["a", "a", "a"]


def test_of_ten_thousand_origins_a_few_dozen_reasons_are_written_down() -> None:
    """The rest is counted, by rule, and not passed over in silence."""
    names = [f"outlet {k:05d}" for k in range(10_000)]
    origins = Origins(names)
    for first, second in pairwise(names):
        origins.merge(first, second, reason(rule="same-owner"), shown=False)
    origins.keep_apart(reason(rule="shared-passage") for _ in range(100))
    count = origins.count("x", [reason(rule="origin") for _ in names])
    assert (count.low, count.high) == (1, 10_000)
    assert len(count.reasons) == MOST_STANDING + MOST_MERGES + 2
    assert count.reasons[MOST_STANDING].text == "9,964 more origins are not written down: origin 9,964"
    assert count.reasons[-1].text == "9,963 more merges of the same sort are not written down: same-owner 9,963"
    assert len(count.apart) == MOST_APART + 1
    assert count.apart[-1].rule == "more-apart"
