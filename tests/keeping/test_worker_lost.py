"""A worker that the machine ends costs the document that it had, until that is added again."""

import subprocess
from pathlib import Path

import pytest

import firsthand as fh
from firsthand import sample
from firsthand.engine.process import Worker
from tests.keeping.conftest import CONFIG, facts


def test_a_killed_worker_costs_one_document_until_it_is_added_again(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is named; all others are stored; the same command again ends as if nothing had been."""
    answer, asked = Worker._answer, 0

    def killed_once(worker: Worker, process: subprocess.Popen[bytes]) -> object:
        nonlocal asked
        asked += 1
        if asked == 5:
            process.kill()
        return answer(worker, process)

    monkeypatch.setattr(Worker, "_answer", killed_once)
    corpus = fh.open(tmp_path / "c", CONFIG)
    added = corpus.add([sample.path() / "ferry"])
    (lost,) = corpus.tables().rejected
    assert (added.rejected, lost.reason) == (1, "crashed")
    assert lost.input not in {a.input for a in corpus.tables().articles}
    assert corpus.verify() == []
    assert corpus.trace([sample.path() / "ferry"]).stored == 1
    assert {**facts(corpus), "rejected": []} == facts(fh.open(made))
