"""The pages on inputs, imports and plug-ins say what there is."""

import re
import shlex
from pathlib import Path
from typing import get_args

import pytest

from firsthand.cli import _parser
from firsthand.plugins import GROUPS
from firsthand.read import Fields
from firsthand.read.detect import detect
from firsthand.read.formats import Format

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
INPUTS = (DOCS / "reference" / "inputs.md").read_text(encoding="utf-8")
IMPORTS = (DOCS / "how-to" / "imports.md").read_text(encoding="utf-8")
PLUG_INS = (DOCS / "reference" / "plug-ins.md").read_text(encoding="utf-8")
BOUNDS = (DOCS / "reference" / "config.md").read_text(encoding="utf-8")
# How the page calls each format that detection tells.
CALLED: dict[str, str] = {
    "text": "| text |", "html": "| HTML |", "jsonl": "JSON Lines", "json": "`.json`", "warc": "WARC", "feed": "RSS",
    "newsml": "NewsML-G2", "sitemap": "sitemaps", "addresses": "plain lists", "table": "CSV", "gdelt": "GDELT",
    "eml": "e-mail", "mbox": "mailbox", "parquet": "Parquet", "pdf": "PDF", "docx": "Word", "rtf": "RTF", "zip": "zip",
}  # fmt: skip
NOT_READ = {"xml", "foreign"}


def test_every_format_has_its_line() -> None:
    assert CALLED.keys() | NOT_READ == set(get_args(Format))
    assert [name for name, words in CALLED.items() if words not in INPUTS] == []


@pytest.mark.parametrize("magic", re.findall(r"`(PAR1|%PDF-|PK|\{\\rtf|WARC/)`", INPUTS))
def test_what_it_says_a_format_is_told_by_tells_it(magic: str) -> None:
    assert detect(magic.encode() + b"\x03\x04 x") not in ("text", "foreign")


def test_every_field_of_a_json_line_is_named() -> None:
    line = next(line for line in INPUTS.splitlines() if line.startswith('`{"text" | "html"'))
    named = set(re.findall(r'"(\w+)"', line)) - {"text", "html"} | {"external_id"}
    assert named - {"id"} == set(Fields.__annotations__)


def test_every_reason_of_this_room_is_among_the_bounds() -> None:
    """The table of bounds names each slug that a reader gives."""
    known = set(re.findall(r"`([a-z-]+)`", BOUNDS))
    used: set[str] = set()
    for path in (ROOT / "src" / "firsthand" / "read").glob("*.py"):
        text = path.read_text(encoding="utf-8")
        used.update(re.findall(r"\brejected\(\s*[^\"]{1,80}?, \"([a-z-]+)\"", text))
        used.update(re.findall(r"return rejected\(\s*\S[^\"]{0,80}, \"([a-z-]+)\"", text))
    assert len(used) > 25 and sorted(used - known) == []


def test_the_commands_of_the_how_to_are_commands() -> None:
    """With arguments that the command line takes."""
    lines = [line.partition("#")[0].strip() for line in IMPORTS.splitlines() if line.startswith("    firsthand ")]
    assert len(lines) > 5
    for line in lines:
        assert callable(_parser().parse_args(shlex.split(line)[1:]).run)


def test_the_groups_are_those_that_are_looked_for() -> None:
    assert set(re.findall(r"^\| `(firsthand\.\w+)`", PLUG_INS, flags=re.MULTILINE)) == set(GROUPS.values())
    contract = (ROOT / "src" / "firsthand" / "plugins" / "contract.py").read_text(encoding="utf-8")
    assert all(f'"{group}"' in contract for group in GROUPS.values())
    assert len(contract.splitlines()) < 120


@pytest.mark.parametrize("page", ["reference/inputs.md", "how-to/imports.md", "reference/plug-ins.md"])
def test_links_lead_somewhere(page: str) -> None:
    path = DOCS / page
    links = re.findall(r"\]\(([^)#\s]+)", path.read_text(encoding="utf-8"))
    assert links and [link for link in links if not (path.parent / link).exists()] == []
