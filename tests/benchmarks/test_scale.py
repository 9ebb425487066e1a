"""The generated news is what it says it is, and a corpus of it is the same whatever links it."""

import json
from collections import Counter
from pathlib import Path

from benchmarks.scale.generate import generate, write
from benchmarks.scale.same import add, linked, tables
from benchmarks.scale.stretched import stretch

import firsthand as fh
from firsthand import sample
from firsthand.config import EngineConfig
from firsthand.store import Snapshot


def test_equal_arguments_give_equal_news(tmp_path: Path) -> None:
    """Byte for byte, however it is dealt into files."""
    write(tmp_path / "a", 300, seed=3, shard=300)
    write(tmp_path / "b", 300, seed=3, shard=70)
    one = b"".join(path.read_bytes() for path in sorted((tmp_path / "a").glob("articles-*")))
    other = b"".join(path.read_bytes() for path in sorted((tmp_path / "b").glob("articles-*")))
    assert one == other
    assert (tmp_path / "a" / "gold.jsonl").read_bytes() == (tmp_path / "b" / "gold.jsonl").read_bytes()
    assert next(generate(300, seed=4)) != next(generate(300, seed=3))


def test_the_news_has_what_the_gold_tells() -> None:
    """As many articles as asked for, in order of time, every copy after what it copies, one release on a twentieth."""
    made = list(generate(2_000))
    assert len(made) == len({truth["id"] for _, truth in made}) == 2_000
    times = [document["published"] for document, _ in made]
    assert times == sorted(times)
    kinds = Counter(truth["kind"] for _, truth in made)
    assert kinds["release"] == 100
    assert set(kinds) == {"report", "verbatim", "edited", "partial", "own", "release"}
    text = {truth["id"]: document["text"] for document, truth in made}
    reports = {truth["id"] for _, truth in made if truth["kind"] == "report"}
    for document, truth in made:
        if truth["kind"] == "verbatim":
            (report,) = truth["of"]
            assert report in reports
            paragraphs = document["text"].strip().split("\n\n")[2:]
            assert all(paragraph in text[report] for paragraph in paragraphs)


def test_a_story_does_not_depend_on_the_others() -> None:
    """So that a larger corpus has the smaller one's stories, and growth is measured on the same news."""
    small = {
        truth["id"]: json.dumps(document["text"]) for document, truth in generate(200) if truth["kind"] == "report"
    }
    large = {
        truth["id"]: json.dumps(document["text"]) for document, truth in generate(400) if truth["kind"] == "report"
    }
    both = small.keys() & large.keys()
    assert len(both) > 20
    assert sum(small[key] == large[key] for key in both) >= 0.9 * len(both)


def test_two_thousand_articles_are_one_corpus_whatever_the_number_of_workers(tmp_path: Path) -> None:
    """Row for row; ``python -m benchmarks.scale.same`` does it with 20,000, on Ray too."""
    added = add(tmp_path, 2_000)
    alone, together = (linked(added, f"local:{workers}") for workers in (1, 3))
    assert tables(alone) == tables(together)
    assert len(Snapshot(alone).column("copies", "earlier")) > 10_000


def test_a_stretched_corpus_is_whole_and_takes_what_comes(tmp_path: Path) -> None:
    """It has every row so many times, of which none names another part's, and stands as it was beside what comes."""
    config = fh.Config(engine=EngineConfig(workers=1, seconds=60.0))
    files = sorted((sample.path() / "ferry").glob("*.txt"))
    corpus = fh.open(tmp_path / "a", config)
    corpus.trace(files[:-2])
    stretch(corpus.path, tmp_path / "b", 3)
    stretched = fh.open(tmp_path / "b", config)
    assert stretched.verify() == []
    for name in ("articles", "stories", "statements", "copies", "lineages", "counts"):
        assert Snapshot(stretched.path).count(name) == 3 * Snapshot(corpus.path).count(name)
    for one in (corpus, stretched):
        one.add(files[-2:])
        one.link_new()
        assert one.verify() == []
    assert set(corpus.tables().copies) <= set(stretched.tables().copies)
