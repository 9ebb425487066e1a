"""Files of weights: read back as written, refused with one clear line otherwise."""

from pathlib import Path

import numpy as np
import pytest

from firsthand.annotate.tagger import model
from firsthand.errors import ConfigError
from tests.annotate.tagger.made import VOCABULARY, weights


def saved(path: Path, **other: object) -> Path:
    """A model's file."""
    made = weights()
    made.update(other)  # type: ignore[arg-type]
    model.save(path, VOCABULARY, made)
    return path


def test_a_model_is_read_back(tmp_path: Path) -> None:
    """Words keep their numbers."""
    found = model.load(saved(tmp_path / "m"))
    assert found.vocabulary == VOCABULARY


def test_saving_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    """Nothing of the time or the machine is in it."""
    assert saved(tmp_path / "a").read_bytes() == saved(tmp_path / "b").read_bytes()


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04 nearly"])
def test_what_is_no_model_is_refused(tmp_path: Path, content: bytes) -> None:
    """With the file's name."""
    path = tmp_path / "m"
    path.write_bytes(content)
    with pytest.raises(ConfigError, match=f"{path.name}: cannot be read as a model"):
        model.load(path)
    with pytest.raises(ConfigError, match="cannot be read"):
        model.load(tmp_path / "missing")


def test_pickles_are_never_read(tmp_path: Path) -> None:
    """They could run anything."""
    path = tmp_path / "m.npz"
    np.savez(path, header=np.array([{"format": "x"}], dtype=object))
    with pytest.raises(ConfigError, match="cannot be read"):
        model.load(path)


def test_weights_of_other_shapes_or_too_few_are_refused(tmp_path: Path) -> None:
    """Before any article is tagged with them."""
    with pytest.raises(ConfigError, match="other shapes"):
        model.load(saved(tmp_path / "a", E_word=np.zeros((2, 3), np.float32)))
    made = weights()
    del made["T"]
    model.save(tmp_path / "b", VOCABULARY, made)
    with pytest.raises(ConfigError, match="lacks"):
        model.load(tmp_path / "b")


def test_a_model_of_other_features_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It would read one thing for another."""
    path = saved(tmp_path / "m")
    monkeypatch.setattr(model.features, "VERSION", 99)
    with pytest.raises(ConfigError, match="train it again"):
        model.load(path)


def test_the_model_that_is_shipped_can_be_read_and_knows_the_first_word_of_reporting() -> None:
    """It was trained with today's features."""
    assert "said" in model.shipped().vocabulary.words


def test_the_model_that_is_shipped_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Holding five megabytes against their hash takes half as long as annotating an article."""
    known = model.shipped()
    monkeypatch.setattr(model.weights, "read", lambda name: pytest.fail(f"{name} is read again"))
    assert model.shipped() is known
