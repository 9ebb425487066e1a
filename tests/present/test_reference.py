"""The reference of the export cannot drift from what is exported."""

import json
import re
from pathlib import Path

from firsthand.present.export.jsonl import export as export_jsonl
from tests.present.invented import tables

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "export.md"


def documented() -> dict[str, set[str]]:
    out: dict[str, set[str]] = {}
    for part in REFERENCE.read_text(encoding="utf-8").split("\n## ")[1:]:
        name, _, body = part.partition("\n")
        cells = re.findall(r"^\| (`[^|]+) \|", body, flags=re.MULTILINE)
        out[name] = {field for cell in cells for field in re.findall(r"`(\w+)`", cell)}
    return out


def test_every_table_and_field_is_documented_and_nothing_else(tmp_path: Path) -> None:
    """Tables by name, fields by table."""
    export_jsonl(tables(), tmp_path, with_text=True)
    known = documented()
    assert {p.stem for p in tmp_path.glob("*.jsonl")} == set(known)
    for path in tmp_path.glob("*.jsonl"):
        lines = path.read_text(encoding="utf-8").splitlines()
        if lines:
            assert set(json.loads(lines[0])) == known[path.stem], path.stem
