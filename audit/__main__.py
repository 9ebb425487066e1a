"""``python -m audit [--osv FOLDER]``: audit the locks of this checkout; the exit code is 1 where anything is found."""

import argparse
import sys
import tomllib
from pathlib import Path

from audit.lock import Pin, pins
from audit.rules import known, lacking, licence_of, osv, retired, unhashed, unlicensed, unsafe

ROOT = Path(__file__).resolve().parents[1]


def audit(root: Path, export: Path | None = None) -> list[str]:
    """Return what is wrong with the locks in ``root/requirements``, a sentence each."""
    facts, loose, locked = known(), [], []
    for path in sorted((root / "requirements").glob("*.txt")):
        for found in pins(path):
            loose.append(found) if isinstance(found, str) else locked.append(found)
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    run = [pin for pin in locked if pin.where.startswith("run.txt,")]
    return [
        *loose,
        *unhashed(locked),
        *unsafe(locked, facts.advisories),
        *retired(locked, facts.retired),
        *lacking(run, project),
        *unlicensed(locked, facts.licences, facts.excepted, licence_of),
        *(osv(locked, export) if export else ()),
    ]


def main() -> int:
    """Print what is wrong, and what was looked at."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--osv", metavar="FOLDER", type=Path, help="an unpacked export of OSV for PyPI, to look in too")
    options = parser.parse_args()
    found = audit(ROOT, options.osv)
    print(*found, sep="\n", end="\n" if found else "")
    names = {p.name for path in (ROOT / "requirements").glob("*.txt") for p in pins(path) if isinstance(p, Pin)}
    seen = "an export of OSV" if options.osv else f"advisories public by {known().until}"
    print(
        f"{len(names)} packages: pins, hashes, licences of what is installed, {seen}: {len(found) or 'nothing'} wrong"
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
