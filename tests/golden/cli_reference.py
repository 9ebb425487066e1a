"""The command reference, made of what each command says of itself.

python -m tests.golden.cli_reference            write docs/reference/cli.md anew
python -m tests.golden.cli_reference --check    exit 1 if it would change
"""

import difflib
import io
import os
import sys
from contextlib import redirect_stdout, suppress
from pathlib import Path
from unittest import mock

from firsthand.cli import COMMANDS, main

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "cli.md"
_HEAD = """# Commands

Made of `firsthand --help` and `firsthand COMMAND --help` by `python -m tests.golden.cli_reference`. What `clean` prints
is defined in [article.md](article.md), what `quotes` prints in [quotation.md](quotation.md), what `export` writes in
[export.md](export.md), the settings of `--config` in [config.md](config.md), what a command ends with in
[exit-codes.md](exit-codes.md).

Every command that shows or does something has `--json` (the result as one JSON object, or a line for each, and no other
output), `--quiet` (no progress, no hints) and `--verbose` (what each stage took, each rejected input, where an error
comes from). Progress is drawn on standard error while that is a terminal, and vanishes. Errors are one line on standard
error.
"""


def reference() -> str:
    """Return the page: the help of firsthand, and of each command in the order of its list."""
    parts = [_HEAD, _block(_help())]
    for name in COMMANDS:
        parts += [f"## {name}\n", _block(_help(name))]
    return "\n".join(parts)


def differences() -> list[str]:
    """Return unified differences between the page and what it would be."""
    old = REFERENCE.read_text(encoding="utf-8") if REFERENCE.exists() else ""
    return list(difflib.unified_diff(old.splitlines(), reference().splitlines(), REFERENCE.name, "now", lineterm=""))


def _help(*command: str) -> str:
    out = io.StringIO()
    with mock.patch.dict(os.environ, {"COLUMNS": "100"}), redirect_stdout(out), suppress(SystemExit):
        main([*command, "--help"])
    return out.getvalue()


def _block(text: str) -> str:
    return f"```text\n{text.strip()}\n```\n"


def run(arguments: list[str]) -> int:
    """Write or check."""
    if "--check" in arguments:
        changed = differences()
        print("\n".join(changed) or "the command reference is up to date")
        return int(bool(changed))
    REFERENCE.write_text(reference(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
