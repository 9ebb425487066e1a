"""The public interface is typed: what its users may write passes a strict checker, and their mistakes do not."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HERE = Path("tests", "public_typing")


def checked(name: str) -> list[str]:
    """Return what mypy says of one file, strictly, as a user of the package would run it."""
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--follow-imports=silent"]
    done = subprocess.run([*command, str(HERE / name)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return done.stdout.splitlines()


def test_typed_uses_pass() -> None:
    """Every public function and record with the type that the docs promise."""
    assert checked("uses.py") == []


def test_mistakes_are_found_each_on_its_line() -> None:
    """As many as are marked, of the kinds that are marked: no more, no fewer."""
    lines = (ROOT / HERE / "misuses.py").read_text(encoding="utf-8").splitlines()
    wanted = {n: m[1] for n, text in enumerate(lines, 1) if (m := re.search(r"  # ([a-z-]+)$", text))}
    said = (re.search(r":(\d+): error: .*\[([a-z-]+)\]$", line) for line in checked("misuses.py"))
    assert {int(m[1]): m[2] for m in said if m} == wanted
