"""Start-up: what answers at once loads nothing that is slow. ``python -m benchmarks.startup.run`` has the seconds."""

import subprocess
import sys

import pytest

HEAVY = {
    "argcomplete", "dateparser", "feedparser", "jinja2", "lance", "lxml", "mcp", "msgspec", "numpy", "pandas", "polars",
    "pyarrow", "rapidfuzz", "ray", "rich", "scipy", "selectolax", "sqlite3", "starlette", "trafilatura",
}  # fmt: skip


def loaded(code: str) -> set[str]:
    """Return the heavy modules that are loaded after ``code``."""
    told = f"import sys\ntry:\n    {code}\nexcept SystemExit:\n    pass\nprint('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    return HEAVY & {name.split(".")[0] for name in done.stdout.splitlines()}


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["trace", "--help"], ["export", "--help"], ["trace"]])
def test_help_and_wrong_usage_load_nothing_heavy(words: list[str]) -> None:
    """Whatever the command."""
    assert loaded(f"from firsthand.cli import main; main({words!r})") == set()


def test_importing_the_package_loads_nothing_heavy() -> None:
    """Names are loaded when they are first used."""
    assert loaded("import firsthand; dir(firsthand)") == set()
    assert "numpy" in loaded("import firsthand; firsthand.open")
