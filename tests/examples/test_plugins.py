"""The example package of plug-ins, installed and used from the command line."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from firsthand.api import Corpus

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "plugins"
WIRE = """@wire 2031-03-03T05:12 | Halden Courier | Ferry stays in harbour
The ferry to Orrin stayed in the harbour on Monday. “We sail when the inspectors say so,” said Nils Berg.
@wire broken
Nothing.
@wire 2031-03-04T05:12 | Orrin Post | Ferry stays a second day
The ferry to Orrin stayed in the harbour on Tuesday too. “We sail when the inspectors say so,” said Nils Berg.
"""
PAGE = '{"text": "The harbour of Orrin was quiet.", "url": "https://orrinpost.example/harbour/quiet"}\n'


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package, installed where nothing else is: built offline by what builds firsthand."""
    where = tmp_path_factory.mktemp("site")
    options = ["--offline", "--quiet", "--no-deps", "--no-build-isolation", "--python", sys.executable]
    command = [sys.executable, "-m", "uv", "pip", "install", *options, "--target", str(where), str(EXAMPLE)]
    subprocess.run(command, check=True, capture_output=True)
    return where


def firsthand(site: Path, *arguments: str | Path) -> str:
    environment = {**os.environ, "PYTHONPATH": str(site)}
    command = [sys.executable, "-m", "firsthand", *map(str, arguments)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    assert done.stderr == ""
    return done.stdout


def test_all_five_are_installed_and_can_be_used(site: Path) -> None:
    assert firsthand(site, "plugins").splitlines() == [
        "reader         wire  (firsthand-example 1.0)",
        "article stage  section  (firsthand-example 1.0)",
        "exporter       markdown  (firsthand-example 1.0)",
        "encoder        trigrams  (firsthand-example 1.0)",
        "gazetteer      norlandia  (firsthand-example 1.0)",
    ]


def test_they_work_together(site: Path, tmp_path: Path) -> None:
    """A wire is read, a section found, an outlet known, stories linked with the encoder and exported."""
    (tmp_path / "news.wire").write_text(WIRE, encoding="utf-8")
    (tmp_path / "page.jsonl").write_text(PAGE, encoding="utf-8")
    (tmp_path / "settings.toml").write_text('[link]\nencoder = "trigrams"\n')
    corpus, config = tmp_path / "corpus", tmp_path / "settings.toml"
    inputs = [tmp_path / "news.wire", tmp_path / "page.jsonl"]
    said = firsthand(site, "add", *inputs, "--corpus", corpus, "--quiet")
    assert "3 articles stored, 0 unchanged, 0 duplicates, 1 rejected; " in said
    firsthand(site, "link", "--corpus", corpus, "--config", config, "--quiet")
    firsthand(site, "export", "--corpus", corpus, "--format", "markdown", "--to", tmp_path / "out")
    lines = (tmp_path / "out" / "stories.md").read_text(encoding="utf-8").splitlines()
    assert "- Ferry stays in harbour: 2 articles, 1 to 2 independent origins" in lines
    tables = Corpus(corpus).tables()
    assert {a.publisher for a in tables.articles} == {"The Halden Courier", "The Orrin Post"}
    assert [a.section for a in tables.articles if a.url] == ["harbour"]
    assert [r.reason for r in tables.rejected] == ["bad-item"]
