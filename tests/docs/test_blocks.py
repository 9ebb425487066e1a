"""Every block of Python and of the shell is run against the sample corpus, page by page, in order."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from firsthand.api import Corpus
from firsthand.cli import main
from tests.docs.blocks import DOCS, Block, blocks, commands, pages
from tests.laid_out import lay_out, names, trace

KNOWN = {"sh", "python", "text", "json", "csv", "toml", "xml", "{toctree}", ""}
RUN = [page for page in pages() if any(b.language in ("sh", "python", "toml") or b.shown for b in blocks(page))]


@pytest.fixture(scope="module")
def traced(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return trace(tmp_path_factory.mktemp("docs"))


def shell(block: Block, capsys: pytest.CaptureFixture[str]) -> str:
    """Run a block's commands and return what they print; ``STORY`` stands for the id of the largest story."""
    story = max(Corpus("my-corpus").tables().stories, key=lambda s: len(s.articles)).id
    printed = ""
    for words in commands(block):
        try:
            code = main([story if word == "STORY" else word for word in words])
        except SystemExit as e:  # --version and --help
            code = int(e.code or 0)
        out, err = capsys.readouterr()
        assert code == 0, f"firsthand {' '.join(words)}: {err}"
        printed += out
    return printed


@pytest.mark.parametrize("page", RUN, ids=lambda p: str(p.relative_to(DOCS)))
def test_blocks_do_what_the_page_says(
    page: Path, traced: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In one folder and one namespace a page, as its reader would go on."""
    lay_out(tmp_path, traced)
    monkeypatch.chdir(tmp_path)
    given: dict[str, Any] = names()
    run: dict[str, Callable[[Block], object]] = {
        "sh": lambda block: shell(block, capsys),
        "python": lambda block: exec(compile(block.text, f"{page.name}:{block.line}", "exec"), given),
        "toml": lambda block: tomllib.loads(block.text),
    }
    for block in blocks(page):
        if block.shown:
            printed = shell(Block("sh", block.shown, block.line, None, None), capsys)
            assert [line for line in block.text.splitlines() if line.strip() not in printed] == []
        elif not block.not_run and block.language in run:
            run[block.language](block)
    assert Path.cwd() == tmp_path


@pytest.mark.parametrize("page", pages(), ids=lambda p: str(p.relative_to(DOCS)))
def test_every_block_says_what_it_is(page: Path) -> None:
    """A language that a test knows; one that is not run says why."""
    for block in blocks(page):
        assert block.language in KNOWN, f"line {block.line}: {block.language}"
        assert block.not_run is None or len(block.not_run) > 10, f"line {block.line}"
        if block.language == "sh" and not block.not_run:
            assert list(commands(block)), f"line {block.line}: nothing to run"
