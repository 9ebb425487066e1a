"""The data dictionary: the columns and types of every table, from the code, with what export.md says of them.

python -m tests.golden.data_dictionary            write docs/reference/data-dictionary.md anew
python -m tests.golden.data_dictionary --check    exit 1 if it would change
"""

import re
import sys
from pathlib import Path

import pyarrow as pa

from firsthand.present.export.schema import TABLES, schema

DOCS = Path(__file__).resolve().parents[2] / "docs" / "reference"
DICTIONARY = DOCS / "data-dictionary.md"
_HEAD = """# Data dictionary

Made of the code and of [export.md](export.md) by `python -m tests.golden.data_dictionary`. The columns of each table
as Parquet has them, in order; CSV and JSON Lines have the same. `text` is a UTF-8 string, `integer` has 64 bits, `real`
is a double, `truth` true or false, `list of` a list, `{…}` a struct. Every column may be null, which means unknown; a
list is never null. Offsets count code points, half-open. CSV has lists and structs as JSON within their cell.
"""
_PLAIN = {"string": "text", "int64": "integer", "double": "real", "bool": "truth"}


def dictionary() -> str:
    """Return the page."""
    meanings = _meanings()
    parts = [_HEAD]
    for table in TABLES:
        parts.append(f"## {table}\n| column | type | meaning |\n|---|---|---|")
        for field in schema(table, with_text=True):
            parts.append(f"| `{field.name}` | `{type_name(field.type)}` | {meanings[table][field.name]} |")
        parts.append("")
    return "\n".join(parts)


def type_name(kind: pa.DataType) -> str:
    """Return an Arrow type as the dictionary has it."""
    if pa.types.is_list(kind):
        return f"list of {type_name(kind.value_type)}"
    if pa.types.is_struct(kind):
        return "{" + ", ".join(f"{f.name}: {type_name(f.type)}" for f in kind) + "}"
    return _PLAIN[str(kind)]


def _meanings() -> dict[str, dict[str, str]]:
    """Return what export.md says of each field, by table."""
    found: dict[str, dict[str, str]] = {}
    for part in (DOCS / "export.md").read_text(encoding="utf-8").split("\n## ")[1:]:
        name, _, body = part.partition("\n")
        for fields, meaning in re.findall(r"^\| (`[^|]+) \| (.*) \|$", body, flags=re.MULTILINE):
            found.setdefault(name, {}).update(dict.fromkeys(re.findall(r"`(\w+)`", fields), meaning))
    return found


def run(arguments: list[str]) -> int:
    """Write or check."""
    if "--check" in arguments:
        changed = DICTIONARY.read_text(encoding="utf-8") != dictionary()
        print("the data dictionary would change" if changed else "the data dictionary is up to date")
        return int(changed)
    DICTIONARY.write_text(dictionary(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
