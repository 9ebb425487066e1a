"""The code blocks of a page, and how each kind is run."""

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

DOCS = Path(__file__).resolve().parents[2] / "docs"
# Pages whose examples are run by tests of their own, beside what they describe.
OTHERS = {"http.md", "mcp.md", "inputs.md", "plug-ins.md", "pages.md", "serve.md", "imports.md", "scale.md"}
# What is made of code, and held against it elsewhere.
MADE = {"api.md", "cli.md", "data-dictionary.md"}
_BLOCK = re.compile(r"(?:^<!-- (not run|shown): ([^\n]+) -->\n)?^```([\w{}]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Block:
    """A code block: its language, its text, the line it begins on, and what is said before it."""

    language: str
    text: str
    line: int
    not_run: str | None
    shown: str | None


def pages() -> list[Path]:
    """Return the pages whose blocks are run."""
    return sorted(p for p in DOCS.rglob("*.md") if p.name not in OTHERS | MADE and p.parent.name != "images")


def blocks(page: Path) -> Iterator[Block]:
    """Yield the blocks of a page in order."""
    text = page.read_text(encoding="utf-8")
    for m in _BLOCK.finditer(text):
        line = text.count("\n", 0, m.start(3)) + 1
        yield Block(m[3], m[4], line, m[2] if m[1] == "not run" else None, m[2] if m[1] == "shown" else None)


def commands(block: Block) -> Iterator[list[str]]:
    """Yield the words of each command of a shell block, comments and the program's name left out."""
    for line in block.text.replace("\\\n", " ").splitlines():
        words = shlex.split(line, comments=True)
        if words:
            assert words[0] == "firsthand", f"a block may run firsthand only, and says why else: {line}"
            yield words[1:]
