"""What a cue says of the words under it."""

import pytest

from firsthand.data.stances import lead, led, stance


@pytest.mark.parametrize("cue", ["denied", "Denying", "rejected claims", "has denied", "ruled out", "disputed"])
def test_denials(cue: str) -> None:
    """What follows is what is not so."""
    assert stance(cue) == "denied"


@pytest.mark.parametrize("cue", ["said", "told reporters", "according to", "wrote", "sagte", "", None, "according"])
def test_plain_speech(cue: str | None) -> None:
    """Nothing needs to be added, nor where a cue is not known."""
    assert (stance(cue), led("the bridge is safe", cue)) == ("said", "the bridge is safe")


@pytest.mark.parametrize("cue", ["asked", "ordered", "believes", "declined to say", "warned", "suggested"])
def test_neither(cue: str) -> None:
    """Asked, ordered, thought, not told."""
    assert (stance(cue), lead(cue)) == ("other", cue)


def test_a_denied_clause_is_never_told_without_its_cue() -> None:
    """Alone it would say the opposite."""
    assert led("the letter was ignored", "denied\n  claims") == "denied claims: the letter was ignored"
