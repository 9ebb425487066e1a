"""A tagger's file: its vocabulary and weights. ``training/quotes`` writes it, users may point to their own.

The file is numpy's ``npz``: ``header`` holds UTF-8 JSON with the format, the version of the features, words and
endings; every other array is a weight, as 16-bit floats. Nothing in it is ever run.
"""

import json
import zipfile
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import numpy as np

from firsthand.annotate.tagger import features
from firsthand.annotate.tagger.features import COLUMNS, Vocabulary
from firsthand.annotate.tagger.network import Floats, Network
from firsthand.annotate.tagger.tags import TAGS
from firsthand.data import weights
from firsthand.errors import ConfigError

FORMAT = "firsthand quotes 1"
SHIPPED, FILE = "shipped", "quotes.model"  # what settings call the model that is part of firsthand, and its file
MOST_BYTES = 200_000_000  # of a file and of its arrays: a tagger has a few million
_WAYS = ("0f", "0b", "1f", "1b")


@dataclass(frozen=True, slots=True)
class Model:
    """A tagger: what it knows of words, and the network."""

    vocabulary: Vocabulary
    network: Network


def save(path: Path, vocabulary: Vocabulary, weights: dict[str, Floats]) -> None:
    """Write a model; the order of words is kept. Raises OSError."""
    header = {
        "format": FORMAT,
        "features": features.VERSION,
        "words": sorted(vocabulary.words, key=lambda word: vocabulary.words[word]),
        "suffixes": sorted(vocabulary.suffixes, key=lambda suffix: vocabulary.suffixes[suffix]),
    }
    coded = np.frombuffer(json.dumps(header, ensure_ascii=False).encode(), dtype=np.uint8)
    small: dict[str, Any] = {name: array.astype(np.float16) for name, array in weights.items()}
    with path.open("wb") as file:
        np.savez_compressed(file, header=coded, **small)


@lru_cache(maxsize=2)
def load(path: Path) -> Model:
    """Return the model in a file. Raises ConfigError where there is none, or one of other features."""
    try:
        arrays = _arrays(path)
        header = json.loads(arrays.pop("header").tobytes().decode())
        known = header["format"], header["features"]
        words, suffixes = ([str(name) for name in header[key]] for key in ("words", "suffixes"))
    except (OSError, ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile) as e:
        why = e.strerror if isinstance(e, OSError) and e.strerror else e
        raise ConfigError(f"{path}: cannot be read as a model of quotations: {why}") from e
    if known != (FORMAT, features.VERSION):
        wanted = f"{FORMAT!r} with features {features.VERSION}"
        raise ConfigError(f"{path}: the model is {known[0]!r} with features {known[1]}, not {wanted}; train it again")
    weights = {name: array.astype(np.float32) for name, array in arrays.items()}
    vocabulary = Vocabulary(_numbered(words), _numbered(suffixes))
    _check(path, weights, vocabulary)
    return Model(vocabulary, Network(weights))


@cache
def shipped() -> Model:
    """Return the model that is part of firsthand. Raises ModelError where it is missing or altered.

    The file is held against its hash once in a process: to do so takes half as long as to annotate an article.
    """
    weights.read(f"data/{FILE}")
    with as_file(files("firsthand.data").joinpath(FILE)) as path:
        return load(path)


def _arrays(path: Path) -> dict[str, Any]:
    with zipfile.ZipFile(path) as archive:
        if sum(member.file_size for member in archive.infolist()) > MOST_BYTES:
            raise ValueError(f"more than {MOST_BYTES:,} bytes")
    with np.load(path, allow_pickle=False) as stored:
        return dict(stored)


def _numbered(names: list[str]) -> dict[str, int]:
    return {name: n for n, name in enumerate(names, start=1)}


def _check(path: Path, weights: dict[str, Floats], vocabulary: Vocabulary) -> None:
    """Raise ConfigError where the weights do not fit together: tagging would end in the middle of an article."""
    rows = features.sizes(vocabulary)
    try:
        inner = sum(weights[f"E_{name}"].shape[1] for name in COLUMNS)
        hidden = weights["U_0f"].shape[0]
        shapes: dict[str, tuple[int, ...]] = {
            f"E_{name}": (rows[name], weights[f"E_{name}"].shape[1]) for name in COLUMNS
        }
        shapes |= {f"W_{way}": (inner if way[0] == "0" else 2 * hidden, 4 * hidden) for way in _WAYS}
        shapes |= {f"U_{way}": (hidden, 4 * hidden) for way in _WAYS} | {f"B_{way}": (4 * hidden,) for way in _WAYS}
        shapes |= {"W_out": (2 * hidden, TAGS), "B_out": (TAGS,), "T": (TAGS, TAGS)}
        wrong = [name for name, shape in shapes.items() if weights[name].shape != shape]
    except (KeyError, IndexError) as e:
        raise ConfigError(f"{path}: the model lacks {e}; train it again") from e
    if wrong:
        raise ConfigError(
            f"{path}: the model's {', '.join(wrong[:3])} have other shapes than the network; train it again"
        )
