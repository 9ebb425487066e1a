"""The public interface documents itself: every function and method says what it does, and its example runs."""

import doctest
import inspect
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import firsthand as fh
from tests.laid_out import lay_out, names, trace

OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def public() -> Iterator[tuple[str, Any]]:
    """Every public function, and every method of the corpus."""
    for name in fh.__all__:
        found = getattr(fh, name)
        if inspect.isfunction(found):
            yield name, found
    for name, method in inspect.getmembers(fh.Corpus, inspect.isfunction):
        if not name.startswith("_"):
            yield f"Corpus.{name}", method


EXAMPLES = dict(public())
RECORDS = {name: getattr(fh, name) for name in ("Comparison", "Corpus", "Statement", "Story", "Why")}


@pytest.fixture(scope="module")
def traced(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return trace(tmp_path_factory.mktemp("examples"))


@pytest.mark.parametrize("name", [*EXAMPLES, *RECORDS])
def test_its_example_runs_and_gives_what_it_says(
    name: str, traced: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each runs alone, on a corpus of its own."""
    lay_out(tmp_path, traced)
    monkeypatch.chdir(tmp_path)
    documented = inspect.getdoc({**EXAMPLES, **RECORDS}[name]) or ""
    example = doctest.DocTestParser().get_doctest(documented, names(), name, None, None)
    assert example.examples, f"{name} has no example"
    told: list[str] = []
    doctest.DocTestRunner(optionflags=OPTIONS, verbose=False).run(example, out=told.append)
    assert not told, "".join(told)


@pytest.mark.parametrize("name", list(EXAMPLES))
def test_it_says_what_it_takes_and_gives(name: str) -> None:
    """A sentence, and a type for every argument and the result."""
    signature = inspect.signature(EXAMPLES[name])
    assert (inspect.getdoc(EXAMPLES[name]) or "").split(".")[0].strip()
    assert signature.return_annotation is not inspect.Signature.empty
    untyped = [p.name for p in signature.parameters.values() if p.annotation is p.empty and p.name != "self"]
    assert untyped == []
