"""The weights are those that were shipped, or one error says which are not, before any document is read."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import firsthand as fh
from firsthand import sample
from firsthand.cli import main
from firsthand.data import weights
from firsthand.errors import ModelError

FILES = ("data/lines.model", "data/quotes.model", "link/stories/pairs.json")
FERRY = sample.path() / "ferry" / "harbor-05-skerry.txt"


@pytest.fixture
def altered(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, bytes | None]]:
    """What the weights are taken for: other bytes, or None for a file that is not there."""
    files: dict[str, bytes | None] = {}
    whole = weights._file

    def stored(name: str) -> bytes:
        if name not in files:
            return whole(name)
        if (data := files[name]) is None:
            raise ModelError(f"firsthand/{name}: the weights cannot be read: No such file")
        return data

    monkeypatch.setattr(weights, "_file", stored)
    yield files


def test_all_weights_have_their_sums() -> None:
    """After training, ``weights.sha256`` is written anew (see ``data/weights.py``)."""
    assert tuple(weights._sums()) == FILES
    weights.check()


def test_every_file_of_weights_is_among_them() -> None:
    """No other model is shipped."""
    package = Path(fh.__file__).parent
    assert {str(p.relative_to(package)) for p in package.rglob("*.model")} <= set(FILES)


def test_a_file_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error names it and says what mends it."""
    monkeypatch.setattr(weights, "_sums", lambda: {"data/none.model": ""})
    with pytest.raises(ModelError, match=r"data/none\.model: the weights cannot be read: No such file.*install"):
        weights.check()


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("bit", [True, False])
def test_altered_weights_stop_a_run_and_cost_no_document(
    altered: dict[str, bytes | None], name: str, bit: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One flipped bit or none at all; once they are whole the same command does it all."""
    data = weights.read(name)
    altered[name] = bytes([data[0] ^ 1, *data[1:9]]) + data[9:] if bit else None
    assert main(["trace", str(FERRY), "--corpus", str(tmp_path)]) == 2
    assert f"firsthand/{name}: the weights" in capsys.readouterr().err
    assert fh.open(tmp_path).tables().articles == fh.open(tmp_path).tables().rejected == []
    altered.clear()
    assert main(["trace", str(FERRY), "--corpus", str(tmp_path)]) == 0
    assert len(fh.open(tmp_path).tables().articles) == 1
