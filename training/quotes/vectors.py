"""Where the tagger's words start from: what the pretrained encoder's subwords mean, in fewer dimensions."""

from collections.abc import Sequence
from importlib.resources import as_file, files
from typing import Any

import numpy as np
from safetensors.numpy import load_file
from tokenizers import Tokenizer
from training.quotes.encoder import PACKAGE

_FIRST_WORD = 1_996  # the subwords before it are marks and letters


def common_words() -> list[str]:
    """Return the words that are one subword of the encoder, the most frequent first."""
    with as_file(files(PACKAGE).joinpath("model/vocab.txt")) as path:
        known = path.read_text(encoding="utf-8").splitlines()
    return [word for word in known[_FIRST_WORD:] if word.isalpha() and word.isascii() and len(word) > 1]


def start(words: Sequence[str], size: int) -> Any:
    """Return a vector for each word, shape ``(len(words), size)``, spread as widely as random ones are.

    A word's vector is the mean of its subwords', of which the principal components are kept.
    """
    with as_file(files(PACKAGE).joinpath("model")) as folder:
        table = load_file(str(folder / "model.safetensors"))["embeddings.word_embeddings.weight"]
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    cut = [tokenizer.encode(word, add_special_tokens=False).ids or [tokenizer.token_to_id("[UNK]")] for word in words]
    vectors = np.array([table[ids].mean(0) for ids in cut])
    vectors -= vectors.mean(0)
    _, _, directions = np.linalg.svd(vectors, full_matrices=False)
    kept = vectors @ directions[:size].T
    return (kept * 0.1 / kept.std()).astype(np.float32)
