"""What was freed is given back."""

from pathlib import Path

import pytest

from firsthand.engine import memory

STATM = Path("/proc/self/statm")
PAGE = 4_096


@pytest.mark.skipif(memory._trim() is None or not STATM.exists(), reason="not Linux with glibc")
def test_what_lies_below_an_object_that_stays_is_given_back() -> None:
    """Freed blocks under a last one that lives: without help the process keeps them all."""
    blocks = [bytes(2_000 + k % 7) for k in range(30_000)]
    last = blocks.pop()
    blocks.clear()
    before = int(STATM.read_text().split()[1]) * PAGE
    memory.give_back()
    after = int(STATM.read_text().split()[1]) * PAGE
    assert last
    assert before - after > 30_000_000


def test_elsewhere_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    """A C library without the function is no error."""
    monkeypatch.setattr(memory, "_trim", lambda: None)
    memory.give_back()
