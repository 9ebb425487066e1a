#!/usr/bin/env python3
"""Set up and run firsthand from a checkout, with nothing but Python 3.11 and pip on the machine.

    python3 dev.py demo      set everything up, trace the sample news, write a report
    python3 dev.py test      set everything up, run all tests
    python3 dev.py check     the linters, the type checker
    python3 dev.py audit     the locked dependencies: pins, hashes, licences, known advisories (reads no network)
    python3 dev.py run ...   set up and run: firsthand ...
    python3 dev.py docs      build the docs' site into dist/docs, without a network
    python3 dev.py lock      resolve the dependencies anew and write requirements/*.txt (needs uv)

Everything lives in .venv in the checkout. Packages are pinned with hashes in requirements/.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
OLDEST = (3, 11)
# Extras of pyproject.toml that have a lock of their own.
EXTRAS = ("accurate", "serve", "mcp", "distributed", "documents")
# Groups of packages that have one.
LOCKS = ("run", "dev", "docs", "training", "fuzz", "peers", *EXTRAS)


def main(arguments: list[str]) -> int:
    """Run one task and return its exit code."""
    if sys.version_info < OLDEST:
        return complain(f"firsthand needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is {sys.version.split()[0]}")
    tasks = {"demo": demo, "test": test, "check": check, "audit": audit, "run": run, "docs": docs, "lock": lock}
    if not arguments or arguments[0] not in tasks:
        print(__doc__)
        return 0 if arguments in ([], ["--help"], ["-h"]) else 2
    try:
        return tasks[arguments[0]](arguments[1:])
    except subprocess.CalledProcessError as e:
        return complain(f"{' '.join(map(str, e.cmd[:6]))} … failed with exit code {e.returncode}; its output is above")


def demo(arguments: list[str]) -> int:
    """Trace the sample news."""
    set_up("run")
    return call(PYTHON, "-m", "firsthand", "demo", *arguments)


def run(arguments: list[str]) -> int:
    """Run the command line."""
    set_up(arguments[0] if arguments[:1] in (["serve"], ["mcp"]) else "run")
    return call(PYTHON, "-m", "firsthand", *arguments)


def test(arguments: list[str]) -> int:
    """Run all tests; browser tests too where a browser is there or can be installed."""
    set_up("dev")
    install_browser()
    return call(PYTHON, "-m", "pytest", *arguments)


def check(arguments: list[str]) -> int:
    """Run the linters and the type checker."""
    del arguments
    set_up("dev")
    tools = (["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"])
    codes = [call(PYTHON, "-m", *tool) for tool in tools]
    return max(codes)


def docs(arguments: list[str]) -> int:
    """Build the docs' site; a link that leads nowhere is an error."""
    set_up("docs")
    options = ["--fail-on-warning", "--keep-going", "--quiet", "--builder", "html"]
    site = Path(arguments[0]).resolve() if arguments else ROOT / "dist" / "docs"
    code = call(PYTHON, "-m", "sphinx", *options, "--doctree-dir", VENV / "doctrees", ROOT / "docs", site)
    print(f"Docs: {site / 'index.html'}" if code == 0 else "The docs have faults; they are named above.")
    return code


def audit(arguments: list[str]) -> int:
    """Look for what is wrong with the locked dependencies."""
    set_up("dev")
    return call(PYTHON, "-m", "audit", *arguments)


def lock(arguments: list[str]) -> int:
    """Write requirements/*.txt anew from pyproject.toml."""
    del arguments
    set_up("dev")
    for name in LOCKS:
        kind, group = ("--extra" if name in EXTRAS else "--group"), ("build" if name == "run" else name)
        options = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-header", "--no-annotate", "-q"]
        target = ROOT / "requirements" / f"{name}.txt"
        subprocess.run(
            [PYTHON, "-m", "uv", "pip", "compile", *options, kind, group, "pyproject.toml", "-o", target],
            check=True,
            cwd=ROOT,
        )
        # Old versions of pip do not find a pinned package again that is named with extras.
        target.write_text(target.read_text(encoding="utf-8").replace("lxml[extras]==", "lxml=="), encoding="utf-8")
    return 0


def set_up(kind: str) -> None:
    """Make .venv and install what ``requirements/KIND.txt`` pins, unless just that is there already."""
    wanted = ROOT / "requirements" / f"{kind}.txt"
    stamp = VENV / f".{kind}-{fingerprint(wanted)}"
    everything = f".dev-{fingerprint(ROOT / 'requirements' / 'dev.txt')}"
    if stamp.exists() or (kind in ("run", "serve", "mcp", "docs") and (VENV / everything).exists()):
        return
    if not PYTHON.exists():
        make_venv()
    print(f"Installing packages from requirements/{kind}.txt (once) …", flush=True)
    # The lock is complete: nothing is left to resolve, and old versions of pip stumble over repeated extras.
    pip("install", "--quiet", "--no-deps", "--require-hashes", "--requirement", str(wanted))
    pip("install", "--quiet", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    for old in VENV.glob(f".{kind}-*"):
        old.unlink()
    stamp.touch()


def make_venv() -> None:
    """Make .venv without pip: Debian's Python has venv but not always ensurepip."""
    print("Making .venv …", flush=True)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(VENV)], check=True)


def pip(*arguments: str) -> None:
    """Run the pip of the Python that runs this, on .venv's Python."""
    environment = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_ROOT_USER_ACTION": "ignore"}
    command = [sys.executable, "-m", "pip", "--python", str(PYTHON), *arguments]
    subprocess.run(command, check=True, env=environment, cwd=ROOT)


def fingerprint(path: Path) -> str:
    """Return a short hash of what is to be installed."""
    project = (ROOT / "pyproject.toml").read_bytes()
    return hashlib.sha256(path.read_bytes() + project + str(ROOT).encode()).hexdigest()[:16]


def install_browser() -> None:
    """Install Chromium on Debian if this is root and there is none; otherwise say that browser tests are skipped."""
    if any(shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome")):
        return
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing Chromium for the browser tests (once) …", flush=True)
        quiet = {"check": False, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "libatomic1"]
        for command in (["apt-get", "update", "-qq"], install):
            subprocess.run(command, env=environment, **quiet)
    if not shutil.which("chromium"):
        print("No Chromium on this machine: browser tests are skipped (install it to run them).", flush=True)


def call(*command: object) -> int:
    """Run a command in the checkout and return its exit code."""
    return subprocess.run([str(part) for part in command], cwd=ROOT, check=False).returncode


def complain(message: str) -> int:
    """Print an error and return the exit code for it."""
    print(f"dev.py: {message}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
