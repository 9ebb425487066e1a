"""The command reference cannot drift from the commands."""

from firsthand.cli import COMMANDS
from tests.golden.cli_reference import REFERENCE, differences


def test_the_command_reference_is_up_to_date() -> None:
    """If the difference is meant, run: python -m tests.golden.cli_reference."""
    assert differences() == []


def test_every_command_has_a_part() -> None:
    """Under its name."""
    text = REFERENCE.read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"\n## {name}\n" not in text] == []
