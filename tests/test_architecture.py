"""The arrow of dependency, the public names, and what start-up may load."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import firsthand

SOURCE = Path(firsthand.__file__).parent
BASE = {"model", "aside", "errors", "text", "stage", "config", "plugins"}
ROOM = BASE | {"data"}
# Who may import whom, by room: the folder, or the module, right below the package.
MAY_IMPORT = {
    "model": {"aside"},
    "errors": set(),
    "aside": {"errors"},
    "text": set(),
    "config": {"errors"},
    "plugins": {"errors", "model"},
    "stage": {"model"},
    "data": BASE,
    "sample": set(),
    "remote": {"errors"},
    "read": ROOM | {"engine", "remote"},
    "clean": ROOM,
    "annotate": ROOM,
    "link": ROOM,
    "trace": ROOM,
    "store": {"model", "errors"},
    "present": {"model", "errors", "text", "store", "data", "plugins"},
    "notebook": {"model", "errors", "present"},
    "measure": {"data", "errors", "text", "present"},
    "pipeline": BASE | {"data", "clean", "annotate", "link", "trace"},
    "engine": {"aside", "model", "errors", "stage", "config", "pipeline", "store"},
    "keeping": BASE | {"engine", "pipeline", "remote", "store"},
    "adding": BASE | {"read", "pipeline", "engine", "store"},
    "api": BASE
    | {"adding", "read", "clean", "annotate", "pipeline", "engine", "store", "keeping", "notebook", "present", "remote"}
    | {"trace"},
    "watch": BASE | {"api", "present", "read", "store"},
    "cli": BASE | {"api", "measure", "mcp", "present", "sample", "watch", "web"},
    "web": {"model", "errors", "text", "store", "present", "engine", "watch", "api"},
    "mcp": {"model", "errors", "present", "api", "web"},
    "__main__": {"cli"},
}


def modules() -> Iterator[Path]:
    yield from sorted(p for p in SOURCE.rglob("*.py") if p != SOURCE / "__init__.py")


def room(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            names.update(
                f"{node.module}.{alias.name}" if node.module == "firsthand" else str(node.module)
                for alias in node.names
            )
    return {name.split(".")[1] for name in names if name.startswith("firsthand.")}


@pytest.mark.parametrize("path", list(modules()), ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_obey_the_arrow(path: Path) -> None:
    """A module imports its own room and the rooms that the architecture allows it, and no others."""
    here = room(path)
    assert here in MAY_IMPORT, f"a new room: give {here} its place in the arrow"
    assert imported_rooms(path) <= MAY_IMPORT[here] | {here}


def test_engines_are_imported_in_the_engine_only() -> None:
    """No stage names an engine's library."""
    for path in modules():
        if room(path) != "engine":
            text = path.read_text(encoding="utf-8")
            assert not any(f"import {name}" in text for name in ("daft", "ray", "multiprocessing"))


def test_public_names_are_sorted_and_exist() -> None:
    """``__all__`` is the public interface: sorted, complete, and importable."""
    assert firsthand.__all__ == sorted(firsthand.__all__)
    assert all(getattr(firsthand, name) is not None for name in firsthand.__all__)
    assert dir(firsthand) == firsthand.__all__


def test_help_loads_nothing_heavy() -> None:
    """``firsthand --help`` answers without the store, the extractor or numpy."""
    code = (
        "import sys\n"
        "from firsthand.cli import main\n"
        "try:\n    main(['--help'])\n"
        "except SystemExit:\n    pass\n"
        "heavy = {'lance', 'pyarrow', 'trafilatura', 'numpy', 'scipy', 'rich', 'jinja2', 'lxml'}\n"
        "print(sorted(set(sys.modules) & heavy))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_source_speaks_of_itself_only() -> None:
    """No machine paths and no registry hosts in what is committed."""
    root = SOURCE.parent.parent
    listed = subprocess.run(["git", "ls-files"], cwd=root, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    words = [f"/{'work'}/", f"/{'root'}/", f"py{'pi'}.org", f"python{'hosted'}.org", f"npm{'js'}.org"]
    for name in listed.stdout.splitlines():
        path = root / name
        if path.is_file() and path.stat().st_size < 2_000_000:
            text = path.read_bytes().decode("utf-8", "replace")
            found = [w for w in words if w in text]
            assert not found, f"{name} holds {found}"
