"""Progress: bars with rates on a terminal, which vanish; nothing elsewhere; a line a stage where that is asked for."""

import io
import sys

import pytest

from firsthand.cli.progress import progress


class Terminal(io.StringIO):
    """A standard error that is a terminal."""

    def isatty(self) -> bool:
        return True


def ran(monkeypatch: pytest.MonkeyPatch, *, terminal: bool, quiet: bool = False, verbose: bool = False) -> str:
    """Return what is written while two stages run."""
    out = Terminal() if terminal else io.StringIO()
    monkeypatch.setattr(sys, "stderr", out)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "120")
    with progress(quiet=quiet, verbose=verbose) as show:
        for done in range(1, 1_001, 100):
            show("documents", done, None)
        show("copies", 1_000, 1_000)
    return out.getvalue()


def test_a_terminal_sees_a_bar_that_vanishes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The stage by its name, and at the end the line is cleared again."""
    drawn = ran(monkeypatch, terminal=True)
    assert "Finding copied passages" in drawn
    assert drawn.rstrip("\n").endswith("\x1b[2K")


@pytest.mark.parametrize("quiet", [True, False])
def test_no_terminal_sees_nothing(monkeypatch: pytest.MonkeyPatch, quiet: bool) -> None:
    """Logs stay clean."""
    assert ran(monkeypatch, terminal=False, quiet=quiet) == ""


def test_quiet_draws_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even on a terminal."""
    assert ran(monkeypatch, terminal=True, quiet=True) == ""


@pytest.mark.parametrize("terminal", [True, False])
def test_verbose_leaves_a_line_for_each_stage(monkeypatch: pytest.MonkeyPatch, terminal: bool) -> None:
    """In the order in which they ended, with what they counted."""
    told = ran(monkeypatch, terminal=terminal, verbose=True)
    first, second = "Reading, cleaning and annotating: 901 in ", "Finding copied passages: 1,000 in "
    assert first in told and second in told and told.index(first) < told.rindex(second)
