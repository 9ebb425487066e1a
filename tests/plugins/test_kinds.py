"""Each kind of plug-in: what it may do, and that it harms nothing where it fails."""

import logging
from pathlib import Path

import numpy as np
import pytest

from firsthand.config import Config, EngineConfig
from firsthand.data import tables
from firsthand.errors import NotFound, PluginError
from firsthand.link.statements.encoder import load as load_encoder
from firsthand.model import Article, Document, Rejected
from firsthand.pipeline.prepare import Prepare, Prepared
from firsthand.present.export.formats import exporter
from firsthand.present.tables import Tables
from firsthand.read import read_inputs
from tests.plugins.packages import install

TEXT = "The ferry to Orrin stayed in the harbour on Monday.\n\n“We are ready,” said Ada Holm, who runs the harbour.\n"


def prepared(text: str = TEXT) -> Prepared | Rejected:
    return Prepare(Config()).process([Document("x", "text", text)])[0]


STAGE = """
from dataclasses import replace
from firsthand.model import Article, Rejected

class Stage:
    def process(self, batch):
        (article,) = batch
        BODY
"""


def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, body: str) -> None:
    """Install an article stage whose ``process`` is ``body``."""
    code = STAGE.replace("BODY", body)
    points = {"firsthand.article_stages": {name: f"{name}_stage:Stage"}}
    monkeypatch.syspath_prepend(str(install(tmp_path / name, f"{name}-stage", points, code)))


def test_an_article_stage_adds_to_what_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stage(tmp_path, monkeypatch, "adds", "return [replace(article, section='Harbours')]")
    found = prepared()
    assert isinstance(found, Prepared) and found.article.section == "Harbours" and found.problems == ()
    assert [q.words(found.article.text) for q in found.annotation.quotations] == ["We are ready"]


def test_it_may_leave_an_article_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stage(tmp_path, monkeypatch, "leaves", "return [Rejected(article.input, 'x', 'no-harbour', 'not of harbours')]")
    found = prepared()
    assert found == Rejected("x", "plug-in leaves", "no-harbour", "not of harbours")


@pytest.mark.parametrize(
    ("name", "body", "why"),
    [
        ("raises", "raise ValueError('no\\nluck')", "failed: ValueError: no luck"),
        ("nothing", "return []", "failed: ValueError"),
        ("number", "return [7]", "gave a int and no Article"),
        ("shortens", "return [replace(article, text=article.text[:9])]", "changed the text"),
        ("moves", "return [replace(article, segments=())]", "changed the text"),
    ],
)
def test_where_it_fails_the_article_goes_on_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, body: str, why: str
) -> None:
    """And one line says so, which the corpus keeps beside the article."""
    stage(tmp_path, monkeypatch, name, body)
    found = prepared()
    assert isinstance(found, Prepared) and found.article.text == TEXT
    (problem,) = found.problems
    assert (problem.stage, problem.reason) == (f"plug-in {name}", "plug-in")
    assert why in problem.detail and problem.detail.endswith("the article is kept") and "\n" not in problem.detail


def test_one_that_cannot_be_loaded_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    points = {"firsthand.article_stages": {"absent": "absent_stage:Gone"}}
    monkeypatch.syspath_prepend(str(install(tmp_path, "absent-stage", points)))
    with caplog.at_level(logging.WARNING, "firsthand"):
        assert isinstance(prepared(), Prepared) and isinstance(prepared(), Prepared)
    assert [r.message.startswith("firsthand: plug-in absent (article stage of") for r in caplog.records] == [True]


def test_the_same_holds_in_a_corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Through worker processes: one article is stored, and what failed is a row of ``rejected``."""
    from firsthand.api import Corpus

    stage(tmp_path, monkeypatch, "stumbles", "raise ValueError('no luck')")
    (tmp_path / "a.txt").write_text(TEXT)
    corpus = Corpus(tmp_path / "c", Config(engine=EngineConfig(workers=1)))
    added = corpus.add([tmp_path / "a.txt"])
    assert (added.stored, added.rejected) == (1, 1)
    (problem,) = corpus.tables().rejected
    assert problem.reason == "plug-in" and "no luck" in problem.detail
    assert corpus.add([tmp_path / "a.txt"]).unchanged == 1


EXPORTER = """
def lines(tables, folder, *, with_text=False):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "lines.txt").write_text(str(len(tables.articles)))
    return {"lines": 1}

def fails(tables, folder, *, with_text=False):
    raise KeyError("no\\nluck")

def full(tables, folder, *, with_text=False):
    raise OSError(28, "No space left on device")
"""


def test_an_exporter_is_a_format_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What fails in it is told as the plug-in's; a full disk is a full disk."""
    points = {name: f"an_exporter:{name}" for name in ("lines", "fails", "full", "jsonl")}
    monkeypatch.syspath_prepend(str(install(tmp_path / "s", "an-exporter", {"firsthand.exporters": points}, EXPORTER)))
    assert exporter("lines")(Tables(), tmp_path / "out") == {"lines": 1}
    with pytest.raises(PluginError, match=r"^plug-in fails \(exporter\) failed: KeyError: 'no\\nluck'$"):
        exporter("fails")(Tables(), tmp_path)
    with pytest.raises(OSError, match="No space left"):
        exporter("full")(Tables(), tmp_path)
    assert exporter("jsonl").__module__ == "firsthand.present.export.jsonl"  # our own go first
    with pytest.raises(NotFound, match=r"jsonl.*fails, full, jsonl, lines"):
        exporter("nothing")


ENCODER = """
import numpy as np

class Half:
    def encode(self, texts):
        return np.full((len(texts), 4), 3.0)

class Short:
    def encode(self, texts):
        return np.zeros((1, 4))

class Fails:
    def encode(self, texts):
        raise ValueError("no luck")
"""


def test_an_encoder_is_used_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its rows are brought to unit length; what is no row a text is told."""
    points = {"half": "an_encoder:Half", "short": "an_encoder:Short", "fails": "an_encoder:Fails"}
    monkeypatch.syspath_prepend(str(install(tmp_path, "an-encoder", {"firsthand.encoders": points}, ENCODER)))
    half = load_encoder("half")
    assert half is not None and half.encode([]).shape == (0, 0)
    assert np.allclose(half.encode(["a", "b"]), 0.5)
    for name, why in (("short", r"gave \(1, 4\) for 2 texts"), ("fails", "failed: ValueError: no luck")):
        encoder = load_encoder(name)
        assert encoder is not None
        with pytest.raises(PluginError, match=why):
            encoder.encode(["a", "b"])


def test_a_gazetteer_adds_rows_and_wrong_files_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Columns that are left out are empty."""
    files = {
        "outlets.csv": "name,domains\nThe Halden Gazette,haldengazette.example|hg.example\n,nobody.example\n",
        "places.csv": "town\nHalden\n",
        "ferries.csv": "name\nA ferry\n",
    }
    points = {"firsthand.gazetteers": {"halden": "a_gazetteer"}}
    before = tables.rows("outlets")
    monkeypatch.syspath_prepend(str(install(tmp_path, "a-gazetteer", points, files=files)))
    added = tables.rows("outlets")[len(before) :]
    assert [(row["name"], tables.cells(row["domains"]), row["owner"]) for row in added] == [
        ("The Halden Gazette", ("haldengazette.example", "hg.example"), "")
    ]
    with caplog.at_level(logging.WARNING, "firsthand"):
        tables.check()
    said = " ".join(record.message for record in caplog.records)
    assert "places.csv is left out: its columns must be name and any of" in said
    assert "ferries.csv is left out: firsthand has no table 'ferries'" in said
    tables._files_of.cache_clear()


READER = """
from firsthand.model import Document

class Reader:
    def claims(self, head, name):
        if head.startswith(b"@fail"):
            raise ValueError("no luck")
        return head.startswith(b"@ferry")

    def read(self, data, name):
        yield Document(name, "text", data.read().decode()[7:], title="Ferry")
"""


def test_a_reader_goes_before_our_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """What it does not claim, or fails to, is read as ever."""
    points = {"firsthand.readers": {"ferry": "a_reader:Reader", "gone": "a_reader:Gone"}}
    monkeypatch.syspath_prepend(str(install(tmp_path / "s", "a-reader", points, READER)))
    texts = {"a.txt": "@ferry The ferry stayed.", "b.txt": "The storm came.", "c.txt": "@fail of it."}
    for name, text in texts.items():
        (tmp_path / name).write_text(text)
    with caplog.at_level(logging.WARNING, "firsthand"):
        found = list(read_inputs([tmp_path / name for name in texts]))
    assert [(d.content, d.title) for d in found if isinstance(d, Document)] == [
        ("The ferry stayed.", "Ferry"),
        ("The storm came.", None),
        ("@fail of it.", None),
    ]
    said = [record.message for record in caplog.records]
    assert len(said) == 2
    assert "plug-in ferry failed to say what it reads: ValueError: no luck" in said[1]
    assert said[0].startswith("firsthand: plug-in gone (reader of a-reader 1.0) is left out: ")


def test_articles_are_what_a_stage_is_given() -> None:
    """The contract names the types that it has in fact."""
    from firsthand.plugins import contract

    assert contract.Article is Article and contract.Document is Document
