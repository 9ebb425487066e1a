"""The distributed engine gives what the embedded one gives, in the same order."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from firsthand import sample
from firsthand.api import Corpus
from firsthand.config import Config, EngineConfig
from firsthand.engine import local, map_documents, shuffle_on, spread_on
from firsthand.errors import ConfigError, WorkerError
from firsthand.model import Rejected
from tests.engine.test_local import Double, Record
from tests.engine.test_spread import Times

ray = pytest.importorskip("ray", reason="Ray is not installed: the extra distributed")
RAY = EngineConfig(workers=2, batch=3, seconds=1.0, address="ray")


@pytest.fixture(scope="module", autouse=True)
def cluster() -> Iterator[None]:
    """A cluster of this machine, two processors whatever it has."""
    ray.init(address="local", num_cpus=2, include_dashboard=False, log_to_driver=False)
    yield
    ray.shutdown()


def run(values: Iterable[int], config: EngineConfig = RAY) -> list[int | Rejected]:
    records = (Record(f"r{k}", v) for k, v in enumerate(values))
    return [result for batch in map_documents(Double, "double", records, config) for result in batch]


@dataclass(frozen=True)
class ByLetter:
    """Brings words together by their letters; what follows is the letter and its words, in order."""

    def emit(self, record: str) -> Iterator[tuple[str, str]]:
        for letter in record:
            yield letter, record

    def combine(self, key: str, group: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
        yield key, tuple(group)


def test_results_come_in_the_order_of_the_records() -> None:
    assert run(range(50)) == [2 * v for v in range(50)]
    assert run([]) == []


def test_a_record_that_makes_trouble_costs_itself_only() -> None:
    """An exception, a dead worker and a hang: the same rejections as embedded, the neighbours get results."""
    values = [1, -1, 2, -2, 3, -3, 4]
    assert run(values) == run(values, replace(RAY, address="local"))


def test_groups_and_their_order_are_those_of_the_embedded_shuffle(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the records are dealt over many tasks, and where there are none."""
    monkeypatch.setattr("firsthand.engine.distributed.SHUFFLED", 7)
    words = [hashlib.sha256(bytes([k])).hexdigest()[:4] for k in range(100)]
    assert list(shuffle_on(RAY)(ByLetter(), words)) == list(local.shuffle(ByLetter(), words))
    assert list(shuffle_on(RAY)(ByLetter(), [])) == []


def test_pieces_of_work_are_done_as_embedded() -> None:
    """Results, their order, what is raised and what a lost worker costs."""
    with spread_on(RAY) as spread:
        assert list(spread(Times(2), range(40))) == [2 * n for n in range(40)]
        assert list(spread(Times(3), [])) == []
        with pytest.raises(ConfigError, match="this number cannot be"):
            list(spread(Times(2), [1, -1, 3]))
        with pytest.raises(WorkerError, match="lost while linking"):
            list(spread(Times(2), [1, -2, 3]))


def test_a_corpus_is_the_same_id_for_id(tmp_path: Path) -> None:
    """Every table of the sample, read and linked on the cluster, is that of the embedded engine, byte for byte."""
    for name, address in (("local", "local"), ("ray", "ray")):
        corpus = Corpus(tmp_path / name, Config(engine=EngineConfig(address=address, workers=2)))
        corpus.trace([sample.path()])
        corpus.export(tmp_path / f"{name}.out")
    tables = sorted((tmp_path / "local.out").iterdir())
    assert len(tables) > 5
    for table in tables:
        assert table.read_bytes() == (tmp_path / "ray.out" / table.name).read_bytes(), table.name


@pytest.mark.parametrize("address", ["spark", "ray://", "ray://somewhere", "ray://a b:1", "http://a:1"])
def test_another_engine_is_refused(address: str) -> None:
    with pytest.raises(ConfigError, match="give local, ray or ray://HOST:PORT"):
        run([1], replace(RAY, address=address))
