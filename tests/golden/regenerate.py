"""Golden files: what the sample news looks like in the terminal and as lineage.

    python -m tests.golden.regenerate            write them anew
    python -m tests.golden.regenerate --check    exit 1 if they would change

Ids are masked: they depend on where the sample lies on the disk.
"""

import difflib
import re
import sys
import tempfile
from pathlib import Path

from benchmarks.sample.measure import exported

from firsthand import sample
from firsthand.api import Corpus
from firsthand.present.terminal import summary

HERE = Path(__file__).parent
_ID = re.compile(r"\b[0-9a-f]{16}\b")


def golden() -> dict[str, str]:
    """Return the content of each golden file by name."""
    with tempfile.TemporaryDirectory() as folder:
        corpus = Corpus(Path(folder) / "corpus")
        corpus.trace([sample.path()])
        shown = _ID.sub("<id>", summary(corpus.tables(), width=100))
        lines = [
            f"{row['id']}: {row['relation']}, origin {row['origin']}; draws on {', '.join(row['draws_on']) or '-'}; "
            f"rests on {', '.join(row['rests_on'])}"
            for row in exported(corpus.path)["lineage"]
        ]
    return {"summary.txt": shown, "lineage.txt": "\n".join(sorted(lines)) + "\n"}


def differences(found: dict[str, str]) -> list[str]:
    """Return unified differences between the files and what they would be."""
    out: list[str] = []
    for name, text in found.items():
        path = HERE / name
        old = path.read_text(encoding="utf-8") if path.exists() else ""
        out.extend(difflib.unified_diff(old.splitlines(), text.splitlines(), name, "now", lineterm=""))
    return out


def main() -> int:
    """Write or check."""
    found = golden()
    if "--check" in sys.argv:
        changed = differences(found)
        print("\n".join(changed) or "golden files are up to date")
        return int(bool(changed))
    for name, text in found.items():
        (HERE / name).write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
