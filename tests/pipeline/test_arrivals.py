"""New articles come to a linked corpus: what is told anew agrees with the whole, and all else stays as it was."""

import os
import signal
import subprocess
import sys
import textwrap
from collections import Counter
from collections.abc import Iterable, Sequence
from math import comb
from pathlib import Path
from unittest.mock import patch

import lance
import pytest
from benchmarks.scale import stretched

from firsthand import sample
from firsthand.api import Corpus
from firsthand.config import Config, EngineConfig, ReadConfig
from firsthand.model import Document
from firsthand.present.tables import Tables
from firsthand.read import read_inputs
from firsthand.store import Snapshot
from tests.link.test_stories import ELECTION, FIRE

# No bound on a document: on a machine that is busy with other things ten seconds can pass for any.
CONFIG = Config(engine=EngineConfig(workers=1, seconds=600.0))
STEP = 12


def document(name: str, text: str, hour: int = 0, publisher: str | None = None) -> Document:
    return Document(name, "text", text, name, publisher=publisher, published=f"2031-03-04T{hour:02}:00:00Z")


def read_live(folder: Path, first: Iterable[Document], *later: Iterable[Document]) -> Corpus:
    corpus = Corpus(folder, CONFIG)
    corpus.add_documents(iter(first))
    corpus.link()
    for documents in later:
        corpus.add_documents(iter(documents))
        corpus.link_new()
    return corpus


def groups(tables: Tables) -> set[frozenset[str]]:
    return {frozenset(s.articles) for s in tables.stories}


def adjusted_rand(some: Iterable[Sequence[str]], others: Iterable[Sequence[str]]) -> float:
    """Hubert and Arabie 1985."""
    one, other = ({a: n for n, group in enumerate(found) for a in group} for found in (some, others))
    assert one.keys() == other.keys()

    def pairs(values: Iterable[object]) -> int:
        return sum(comb(n, 2) for n in Counter(values).values())

    both, left, right = pairs((one[a], other[a]) for a in one), pairs(one.values()), pairs(other.values())
    expected = left * right / comb(len(one), 2)
    return (both - expected) / ((left + right) / 2 - expected)


@pytest.fixture(scope="module")
def whole_and_live(tmp_path_factory: pytest.TempPathFactory) -> tuple[Tables, Tables]:
    """The sample linked at once, and half of it linked and the rest come a few at a time, in order of time."""
    folder = tmp_path_factory.mktemp("arrivals")
    documents = [d for d in read_inputs([sample.path()], ReadConfig()) if isinstance(d, Document)]
    documents.sort(key=lambda d: (d.published or "9", d.input))
    half = len(documents) // 2
    later = [documents[k : k + STEP] for k in range(half, len(documents), STEP)]
    whole = read_live(folder / "whole", documents).tables()
    live = read_live(folder / "live", documents[:half], *later).tables()
    return whole, live


def test_a_corpus_read_live_has_the_copies_of_the_whole(whole_and_live: tuple[Tables, Tables]) -> None:
    """Kinds too: what is public on one page is public on all."""
    whole, live = whole_and_live
    assert set(live.copies) == set(whole.copies)
    assert len(live.copies) == len(whole.copies)


def test_its_stories_agree(whole_and_live: tuple[Tables, Tables]) -> None:
    whole, live = whole_and_live
    assert adjusted_rand([s.articles for s in whole.stories], [s.articles for s in live.stories]) >= 0.9


def test_its_lineages_are_those_of_the_whole(whole_and_live: tuple[Tables, Tables]) -> None:
    """Publishers of the corpus count as such though none of their articles was read again."""
    whole, live = (
        {x.article: (x.origin, x.relation, x.rests_on, x.family) for x in t.lineages} for t in whole_and_live
    )
    assert live == whole


def test_its_tables_fit_together(whole_and_live: tuple[Tables, Tables]) -> None:
    """Each article is in one story and has one lineage, each quotation stands in one statement, each has one count."""
    _, live = whole_and_live
    out = {s.article for s in live.superseded}
    counted = Counter(a.id for a in live.articles if a.id not in out)
    assert Counter(a for s in live.stories for a in s.articles) == counted
    assert Counter(line.article for line in live.lineages) == counted
    quotations = Counter(q.id for a in live.annotations if a.article in counted for q in a.quotations)
    assert Counter(q for s in live.statements for q in s.quotations) == quotations
    assert Counter(a.quotation for a in live.attributions) == quotations
    assert Counter(c.subject for c in live.counts) == Counter(x.id for x in (*live.stories, *live.statements))
    assert {line.story for line in live.lineages} == {s.id for s in live.stories}
    assert {name for line in live.storylines for name in line.stories} <= {s.id for s in live.stories}
    assert {d.statement for d in live.differences} <= {s.id for s in live.statements}


def test_a_new_article_joins_its_story_which_keeps_its_id(tmp_path: Path) -> None:
    """Even one that was published before the story's first."""
    fire = [document(f"fire{k}", text, 9 - k) for k, text in enumerate(FIRE)]
    vote = [document(f"vote{k}", text, k) for k, text in enumerate(ELECTION)]
    corpus = read_live(tmp_path / "c", fire[:-1])
    (before,) = corpus.tables().stories
    corpus.add_documents(iter([fire[-1], *vote]))
    corpus.link_new()
    tables = corpus.tables()
    assert before.id in {s.id for s in tables.stories}
    assert groups(tables) == groups(read_live(tmp_path / "d", [*fire, *vote]).tables())


def test_rows_that_an_arrival_does_not_touch_are_not_written_again(tmp_path: Path) -> None:
    """Their rows stay in the files in which they are, and nothing is read of their texts."""
    corpus = read_live(tmp_path / "c", [document(f"fire{k}", text) for k, text in enumerate(FIRE)])
    before = {f.fragment_id for f in lance.dataset(str(tmp_path / "c/tables/stories.lance")).get_fragments()}
    (fire,) = corpus.tables().stories
    corpus.add_documents(iter([document("vote", ELECTION[0])]))
    touched = corpus.link_new()
    after = {f.fragment_id for f in lance.dataset(str(tmp_path / "c/tables/stories.lance")).get_fragments()}
    assert before < after
    assert touched.isdisjoint(fire.articles)
    assert fire in corpus.tables().stories


def test_nothing_new_changes_nothing(tmp_path: Path) -> None:
    corpus = read_live(tmp_path / "c", [document("fire", FIRE[0])])
    versions = Snapshot(corpus.path).versions
    assert corpus.link_new() == frozenset()
    assert Snapshot(corpus.path).versions == versions


def test_the_users_corrections_hold_for_what_comes(tmp_path: Path) -> None:
    """Two stories that the user joined stay one when an article joins one of them, and taking that back parts them."""
    corpus = read_live(tmp_path / "c", [document("fire0", FIRE[0]), document("vote", ELECTION[0])])
    corpus.merge(*(s.id for s in corpus.tables().stories))
    corpus.add_documents(iter([document("fire1", FIRE[1])]))
    corpus.link_new()
    assert [len(s.articles) for s in corpus.tables().stories] == [3]
    corpus.undo(1)
    assert sorted(len(s.articles) for s in corpus.tables().stories) == [1, 2]


def test_a_repair_is_kept_with_its_reason_and_the_id_that_is_no_more(tmp_path: Path) -> None:
    """The log and the stories agree: whoever follows it is where the stories are."""
    a = document("a", "Three traders died in the covered market of Tolvik, Ragna Oster said on Monday.")
    b = document("b", "Flames from a bakery in Salt Street swept stalls, and eleven people were hurt.")
    corpus = read_live(tmp_path / "c", [a, b])
    before = {article: s.id for s in corpus.tables().stories for article in s.articles}
    assert len(set(before.values())) == 2
    for k, text in enumerate(FIRE):
        corpus.add_documents(iter([document(f"c{k}", text, k)]))
        corpus.link_new()
    after = {article: s.id for s in corpus.tables().stories for article in s.articles}
    for repair in corpus.repairs():
        assert "affinity" in repair.reason
        before.update(dict.fromkeys(repair.articles, repair.after))
    assert {article: after[article] for article in before} == before


def test_kill_9_while_arriving_loses_and_doubles_nothing(tmp_path: Path) -> None:
    """Killed between the tables and the ledger, the corpus is as before, and the next arrival makes up for it."""
    corpus = read_live(tmp_path / "c", [document(f"fire{k}", text) for k, text in enumerate(FIRE)])
    before = corpus.tables()
    corpus.add_documents(iter([document(f"vote{k}", text) for k, text in enumerate(ELECTION)]))
    code = f"""
        import os, signal
        from pathlib import Path
        from firsthand.api import Corpus
        from firsthand.store.ledger import Ledger

        Ledger.record = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
        Corpus(Path({str(corpus.path)!r})).link_new()
        """
    died = subprocess.run([sys.executable, "-c", textwrap.dedent(code)], env=os.environ, check=False)
    assert died.returncode == -signal.SIGKILL
    assert corpus.tables().stories == before.stories
    corpus.link_new()
    assert groups(before) < groups(corpus.tables())
    assert sum(len(s.articles) for s in corpus.tables().stories) == len(FIRE) + len(ELECTION)


def test_a_storyline_lets_go_of_a_story_that_was_merged(tmp_path: Path) -> None:
    """Also where it has nothing else to do with what came: the same news of two months before, here."""
    files = sorted((sample.path() / "ferry").glob("*.txt"))
    corpus = Corpus(tmp_path / "once", CONFIG)
    corpus.trace(files[:-2])
    with patch.object(stretched, "DAYS", 60):
        stretched.stretch(corpus.path, tmp_path / "twice", 2)
    twice = Corpus(tmp_path / "twice", CONFIG)
    lines = {name for line in twice.tables().storylines for name in line.stories}
    twice.add(files[-2:])
    twice.link_new()
    assert {r.before for r in twice.repairs() if r.kind == "merge"} & lines
    assert twice.verify() == []
