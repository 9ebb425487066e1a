"""kill -9 at random: nothing that was acknowledged is lost, nothing half done is shown, and what is run again ends as
if nothing had been. ``python -m benchmarks.crash.run --kills 200`` does more of it.
"""

from pathlib import Path

import pytest
from benchmarks.crash.commands import KINDS
from benchmarks.crash.run import Known, _wrong, crash

KILLS = 20


def test_20_kills(tmp_path: Path) -> None:
    """Half of them at moments that change the disk, half at any time; of each kind of command."""
    outcome = crash(KILLS, seed=20, folder=tmp_path)
    assert outcome.wrong == []
    assert sum(outcome.kills.values()) == KILLS
    assert set(outcome.kills) == set(KINDS)
    assert sum(outcome.hit.values()) >= KILLS // 2  # those at moments always meet the command at work


ROWS = {"articles": ["a", "b"], "annotations": ["a", "b"], "stories": ["s"], "corrections": []}
MORE = {"articles": ["a", "b", "c", "d"], "annotations": ["a", "b", "c", "d"], "stories": ["s"], "corrections": []}


@pytest.mark.parametrize(
    ("now", "what"),
    [
        ({**MORE, "articles": ["a", "b", "d"], "annotations": ["a", "b", "d"]}, "not the first ones"),
        (ROWS, "1 documents were acknowledged and 0 are there"),
        ({**MORE, "annotations": ["a", "b", "c"]}, "not those of the articles"),
        ({**MORE, "stories": []}, "neither that of before nor that of after"),
    ],
)
def test_what_is_wrong_is_seen(now: dict[str, list[str]], what: str) -> None:
    """A document lost, one half there, conclusions that are of no step."""
    known = Known(ROWS, MORE, 9, 1.0)
    assert any(what in line for line in _wrong("add", known, now, 1))
    assert list(_wrong("add", known, MORE, 2)) == []
