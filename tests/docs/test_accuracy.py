"""Figures of the docs are those that the benchmarks' page has, which commands print."""

import re

from tests.docs.blocks import DOCS

PAGE = (DOCS / "explanation" / "accuracy.md").read_text(encoding="utf-8")
BENCHMARKS = (DOCS.parent / "benchmarks" / "README.md").read_text(encoding="utf-8")
_FIGURE = re.compile(r"(?<![\w.,])(?:\.\d+|\d+\.\d+|\d{1,3}(?:,\d{3})+|\d{2,})(?![\w%]|\.\d)")


def test_every_figure_is_one_of_the_benchmarks() -> None:
    """None is rounded anew, none stays when the other page moves on."""
    measured = set(_FIGURE.findall(BENCHMARKS))
    stated = set(_FIGURE.findall(PAGE))
    assert len(stated) > 60
    assert stated - measured == set()


def test_every_command_is_one_of_the_benchmarks() -> None:
    """With the words that its page has for it."""
    named = re.findall(r"python(?: -m)? (benchmarks[\w./]+)", PAGE)
    assert named and [name for name in named if name not in BENCHMARKS] == []
