"""``python -m fuzz.guided TARGET [--runs 100000]``: inputs chosen by what they reach, with atheris (Apache-2.0).

``requirements/fuzz.txt`` installs it. It ends the process at the first finding, and writes the input beside.
"""

import argparse
import sys
import tempfile
from pathlib import Path

import atheris

from fuzz.drive import MEGABYTES, SECONDS

# Only what is imported here is instrumented: branches of firsthand, not those of all libraries.
with atheris.instrument_imports(include=["firsthand"]):
    from fuzz.__main__ import TARGETS


def main() -> None:
    """Run a target until it breaks or all runs are done."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", choices=list(TARGETS))
    parser.add_argument("--runs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    target = TARGETS[options.target]
    run = target.prepare()
    with tempfile.TemporaryDirectory() as folder:
        for number, data in enumerate(target.seeds):
            (Path(folder) / f"seed-{number}").write_bytes(data)
        bounds = [f"-timeout={SECONDS:g}", f"-rss_limit_mb={2 * MEGABYTES}"]
        atheris.Setup([sys.argv[0], f"-runs={options.runs}", f"-seed={options.seed}", *bounds, folder], run)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
