"""What users see of the sample changes only on purpose."""

from tests.golden.regenerate import differences, golden


def test_the_golden_files_are_up_to_date() -> None:
    """Look at the difference; if it is meant, run: python -m tests.golden.regenerate."""
    assert differences(golden()) == []
