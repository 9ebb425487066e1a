"""The invented cases of event dates and summaries: all of them hold, and each says something of its own."""

from typing import Any

import pytest
from benchmarks.stories.dates import cases, dated_right, described, first_sentence


@pytest.mark.parametrize("case", cases(), ids=lambda case: case["case"])
def test_a_case_is_dated_and_told_as_read_by_hand(case: dict[str, Any]) -> None:
    """Day, precision, and the beginning of the summary."""
    story, articles = described(case)
    assert dated_right(case, story), (story.happened, story.happened_precision)
    assert case["summary"] is None or first_sentence(story, articles).startswith(case["summary"])


def test_cases_are_many_and_different() -> None:
    """Names are said once; every precision and unknown dates are among them."""
    found = cases()
    assert len(found) == len({case["case"] for case in found}) >= 30
    assert {case["precision"] for case in found} == {"day", "month", "year", None}
