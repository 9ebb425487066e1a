"""The reference of the Python interface is what the interface says of itself."""

import inspect

import firsthand as fh
from tests.golden.api_reference import GROUPS, differences


def test_the_reference_is_made_of_the_code() -> None:
    """To mend it: python -m tests.golden.api_reference."""
    assert differences() == []


def test_every_method_of_the_corpus_is_in_one_group() -> None:
    """A new method finds its place on the page."""
    named = [name for names in GROUPS.values() for name in names.split()]
    public = [name for name, _ in inspect.getmembers(fh.Corpus, inspect.isfunction) if not name.startswith("_")]
    assert sorted(named) == sorted(public)
