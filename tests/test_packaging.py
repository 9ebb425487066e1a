"""The wheel: what is in it, how large it is, and that it works where nothing else is installed."""

import os
import subprocess
import sys
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

import firsthand

ROOT = Path(__file__).resolve().parent.parent
SOURCE = Path(firsthand.__file__).parent
MOST = 40_000_000  # bytes


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as ``hatchling`` builds it, which is pinned: no network."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (made,) = folder.glob("*.whl")
    return made


def test_it_is_small(wheel: Path) -> None:
    """Weights and lists included."""
    assert wheel.stat().st_size < MOST


def test_it_holds_all_that_the_package_reads_and_nothing_else(wheel: Path) -> None:
    """Every file of the package, by name; no tests, no docs, nothing that was compiled here."""
    held = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("firsthand/")}
    files = (p for p in SOURCE.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    assert held == {f"firsthand/{p.relative_to(SOURCE).as_posix()}" for p in files}
    others = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()} - {"firsthand"}
    assert all(name.endswith(".dist-info") for name in others) and len(others) == 1


def test_what_the_docs_name_as_extras_is_there(wheel: Path) -> None:
    """And what only some need is in no default install."""
    archive = zipfile.ZipFile(wheel)
    (name,) = (n for n in archive.namelist() if n.endswith("METADATA"))
    facts = Parser().parsestr(archive.read(name).decode())
    assert {"accurate", "distributed", "pandas", "polars", "serve"} <= set(facts.get_all("Provides-Extra") or ())
    required = [r for r in facts.get_all("Requires-Dist") or () if "extra ==" not in r]
    heavy = ("pandas", "polars", "ray", "torch", "spacy", "starlette", "sphinx", "mypy", "pytest")
    assert not [r for r in required if r.startswith(heavy)]


@pytest.mark.installs
def test_it_works_where_nothing_else_is(wheel: Path, tmp_path: Path) -> None:
    """An empty environment, the wheel with what it needs at the pinned versions, and the main job."""
    place = tmp_path / "environment"
    run = {"check": True, "capture_output": True, "text": True, "cwd": tmp_path}
    uv = [sys.executable, "-m", "uv"]
    subprocess.run([*uv, "venv", "--quiet", "--python", sys.executable, str(place)], **run)  # type: ignore[call-overload]
    python = place / "bin" / "python"
    install = [*uv, "pip", "install", "--quiet", "--python", str(python), "--constraint"]
    install += [str(ROOT / "requirements" / "run.txt"), str(wheel)]
    if subprocess.run([*install, "--offline"], cwd=tmp_path, check=False, capture_output=True).returncode:
        done = subprocess.run(install, cwd=tmp_path, check=False, capture_output=True, text=True)
        if done.returncode and any(word in done.stderr for word in ("dns error", "error sending request", "connect")):
            pytest.skip("what firsthand needs is not in the cache, and there is no network")
        assert done.returncode == 0, done.stderr
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV"))}
    command = [str(place / "bin" / "firsthand"), "demo", "--corpus", "demo"]
    said = subprocess.run(command, env=clean, **run).stdout  # type: ignore[call-overload]
    assert "Ferry with 214 aboard" in said and (tmp_path / "demo" / "report" / "index.html").is_file()
    code = (
        "import firsthand as fh\n"
        "corpus = fh.open('demo')\n"
        "print(fh.__file__, len(corpus.stories()[0]._repr_html_()) > 500)\n"
        "try:\n    corpus.pandas('stories')\n"
        "except fh.FirsthandError as e:\n    print(e)\n"
    )
    told = subprocess.run([str(python), "-c", code], env=clean, **run).stdout  # type: ignore[call-overload]
    assert str(place) in told and "True" in told and "pip install 'firsthand[pandas]'" in told
