"""The corpus as an object."""

import json
from pathlib import Path

import pytest

import firsthand as fh
from firsthand import sample
from firsthand.errors import CorpusFormat, InputError


def facts(corpus: fh.Corpus) -> dict[str, list[str]]:
    """Everything but the order in which articles came."""
    tables = corpus.tables()
    return {name: sorted(map(repr, getattr(tables, name))) for name in tables.__slots__}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> fh.Corpus:
    corpus = fh.open(tmp_path_factory.mktemp("whole"))
    corpus.trace([sample.path()])
    return corpus


def test_adding_and_linking_is_tracing(whole: fh.Corpus, tmp_path: Path) -> None:
    """The main job in two steps gives the same corpus."""
    corpus = fh.open(tmp_path / "c")
    added = corpus.add([sample.path()])
    assert (added.stored, added.rejected) == (len(whole.tables().articles), 0)
    assert corpus.tables().stories == []
    corpus.link()
    assert facts(corpus) == facts(whole)


def test_the_order_and_number_of_runs_does_not_matter(whole: fh.Corpus, tmp_path: Path) -> None:
    """Folders added one by one, last first, end in the same corpus."""
    corpus = fh.open(tmp_path / "c")
    for folder in sorted(sample.path().iterdir(), reverse=True):
        corpus.trace([folder])
    assert facts(corpus) == facts(whole)


def test_workers_and_batches_do_not_change_the_result(whole: fh.Corpus, tmp_path: Path) -> None:
    """One worker or three, batches of five: the same corpus."""
    from firsthand.config import EngineConfig

    corpus = fh.open(tmp_path / "c", fh.Config(engine=EngineConfig(workers=3, batch=5)))
    corpus.trace([sample.path()])
    assert facts(corpus) == facts(whole)


def test_an_article_added_later_joins_its_story(tmp_path: Path) -> None:
    """A corpus grows."""
    news = sample.path() / "ferry"
    corpus = fh.open(tmp_path / "c")
    corpus.trace([news / "harbor-01-norda.txt"])
    corpus.trace([news / "harbor-05-skerry.txt"])
    assert [len(s.articles) for s in corpus.tables().stories] == [2]


def test_opening_reads_nothing_and_says_what_is_missing(tmp_path: Path) -> None:
    """Errors come when something is asked for."""
    corpus = fh.open(tmp_path / "nothing")
    assert repr(corpus) == f"Corpus('{tmp_path / 'nothing'}')"
    with pytest.raises(CorpusFormat):
        corpus.tables()


def test_a_missing_input_is_an_error_before_anything_is_stored(tmp_path: Path) -> None:
    """A typing error in a path costs nothing."""
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "The ferry to Skarrow was late on Monday, passengers said."}))
    with pytest.raises(InputError, match="nowhere"):
        fh.open(tmp_path / "c").trace([tmp_path / "a.jsonl", tmp_path / "nowhere"])


def test_unknown_names_list_the_known_ones() -> None:
    """``firsthand.corpus`` is a slip of the pen."""
    with pytest.raises(AttributeError, match="it has Added, Config, Corpus"):
        fh.corpus  # noqa: B018
