"""Tags and the runs that they mark."""

from hypothesis import given
from hypothesis import strategies as st

from firsthand.annotate.tagger.tags import CONTENT, CUE, NONE, SOURCE, TAGS, decode, encode


def test_neighbours_of_one_mark_are_two_runs_where_they_belong_to_two_attributions() -> None:
    """The beginning of a run has a tag of its own."""
    marks = [(CONTENT, 1), (CONTENT, 1), (CONTENT, 2), (NONE, -1), (SOURCE, 2), (CUE, 2)]
    assert encode(marks) == [1, 2, 1, 0, 3, 5]
    assert decode(encode(marks)) == [(CONTENT, 0, 2), (CONTENT, 2, 3), (SOURCE, 4, 5), (CUE, 5, 6)]


@given(st.lists(st.integers(0, TAGS - 1), max_size=30))
def test_any_tags_make_runs_in_order_that_cover_what_is_marked(tags: list[int]) -> None:
    """An inside without a beginning begins a run, as a tagger may leave it out."""
    runs = decode(tags)
    assert [n for _, first, stop in runs for n in range(first, stop)] == [n for n, tag in enumerate(tags) if tag]
    assert all((tags[n] + 1) // 2 == mark for mark, first, stop in runs for n in range(first, stop))
