"""The pages on exports name the formats that there are, and lead somewhere."""

import ast
import re
from pathlib import Path

import pytest

from firsthand.present.export.formats import FORMATS

DOCS = Path(__file__).resolve().parents[3] / "docs"


def test_the_reference_has_every_format() -> None:
    """In its first table."""
    table = (DOCS / "reference" / "export.md").read_text(encoding="utf-8").split("\n\n")[2]
    cells = re.findall(r"^\| (`[^|]+) \|", table, flags=re.MULTILINE)
    assert [name for cell in cells for name in re.findall(r"`(\w+)`", cell)] == list(FORMATS)


@pytest.mark.parametrize("page", ["how-to/export.md", "reference/eval.md", "reference/export.md"])
def test_links_lead_somewhere_and_code_is_code(page: str) -> None:
    """Links between pages, formats in commands, Python blocks."""
    path = DOCS / page
    text = path.read_text(encoding="utf-8")
    links = re.findall(r"\]\(([\w./-]+)", text)
    assert [link for link in links if not (path.parent / link).exists()] == []
    assert set(re.findall(r"^    firsthand export .*--format (\w+)", text, flags=re.MULTILINE)) <= {*FORMATS, "FORMAT"}
    for block in re.findall(r"```python\n(.*?)```", text, flags=re.DOTALL):
        ast.parse(block)
