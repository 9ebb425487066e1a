"""The sample corpus: invented articles in `documents/`, and what is true of them in `truth.json`.

People, outlets, agencies, companies, towns and countries are all invented.
`truth.json` defines its own fields under `about`.
"""

from pathlib import Path

__all__ = ["path", "truth_path"]

_HERE = Path(__file__).parent


def path() -> Path:
    """The folder of the sample's documents, ready to be read as one input."""
    return _HERE / "documents"


def truth_path() -> Path:
    """The file that says what is true of the sample."""
    return _HERE / "truth.json"
