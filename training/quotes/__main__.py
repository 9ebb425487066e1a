"""Train a tagger of quotations: python -m training.quotes --out FILE [--data FILE ...] [--marked FILE ...]

Without ``--data`` it learns from the invented articles in ``texts``; with it from files in PolNeAR's form (JSON Lines,
also gzipped: doc_id, text, quotes with fragments, speaker_fragments and cue_fragments), for whoever has the rights.
``--marked`` adds what a teacher marked (``training.quotes.teacher``).
Needs jax and optax: pip install --require-hashes -r requirements/training.txt
"""

import argparse
import random
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax
from training.quotes import network, vectors
from training.quotes.rows import Paragraph, annotated, paragraphs, read

from firsthand.annotate.tagger import features
from firsthand.annotate.tagger.features import COLUMNS, Vocabulary
from firsthand.annotate.tagger.model import save

HIDDEN = 160
BATCH = 1_500  # tokens
DROP = 0.5
RATE = 2e-3
UNKNOWN_WORDS, UNKNOWN_RULES = 0.15, 0.15  # of the words and of the paragraphs' rules are hidden in training
LEAST_WORDS, LEAST_SUFFIXES = 3, 3  # times that a word or ending is seen to be known
_LENGTHS = (16, 32, 48, 64, 96, 128, 176, 224)  # paragraphs are filled up to one of these
_WORD, _RULE = COLUMNS.index("word"), COLUMNS.index("rule")

Example = tuple[features.Ints, list[int]]


def vocabulary(given: Sequence[Paragraph]) -> Vocabulary:
    """Return the words and endings that are seen often enough, the most frequent first."""
    words = Counter(features.word_form(t.norm) for p in given for t in p.tokens)
    endings = Counter(t.norm[-features.SUFFIX :] for p in given for t in p.tokens)
    often = _often(words, LEAST_WORDS)
    for word in vectors.common_words() if given else ():
        often.setdefault(word, len(often) + 1)
    return Vocabulary(often, _often(endings, LEAST_SUFFIXES))


def _often(counted: Counter[str], least: int) -> dict[str, int]:
    kept = sorted((name for name, count in counted.items() if count >= least), key=lambda name: (-counted[name], name))
    return {name: n for n, name in enumerate(kept, start=1)}


def batches(examples: Sequence[Example], shuffled: random.Random) -> list[tuple[Any, Any, Any]]:
    """Return features, tags and masks of the paragraphs, those of like length together, in random order."""
    by_length: dict[int, list[Example]] = defaultdict(list)
    for example in examples:
        by_length[next(n for n in _LENGTHS if len(example[0]) <= n)].append(example)
    out = []
    for length, alike in sorted(by_length.items()):
        shuffled.shuffle(alike)
        size = max(1, BATCH // length)
        out += [_batch(alike[at : at + size], size, length) for at in range(0, len(alike), size)]
    shuffled.shuffle(out)
    return out


def _batch(alike: Sequence[Example], size: int, length: int) -> tuple[Any, Any, Any]:
    x = np.zeros((size, length, len(COLUMNS)), np.int32)
    y = np.zeros((size, length), np.int32)
    mask = np.zeros((size, length), np.float32)
    for n, (known, tags) in enumerate(alike):
        x[n, : len(known)], y[n, : len(tags)], mask[n, : len(tags)] = known, tags, 1
    return x, y, mask


def hidden(x: Any, rng: np.random.Generator) -> Any:
    """Return features with some words made unknown, and some paragraphs without what the rules say of them."""
    x = x.copy()
    x[..., _WORD][rng.random(x.shape[:2]) < UNKNOWN_WORDS] = features.UNKNOWN
    x[rng.random(len(x)) < UNKNOWN_RULES, :, _RULE] = 0
    return x


def train(
    examples: Sequence[Example], known: Vocabulary, epochs: int, seed: int, hidden_size: int = HIDDEN
) -> network.Params:
    """Return the weights after ``epochs`` rounds of AdamW with one cycle of the learning rate."""
    key = jax.random.PRNGKey(seed)
    order, rng = random.Random(seed), np.random.default_rng(seed)
    params = network.init(key, features.sizes(known), hidden_size)
    params["E_word"] = params["E_word"].at[1:].set(vectors.start(list(known.words), network.SIZES["word"]))
    steps = epochs * len(batches(examples, random.Random(seed)))
    schedule = optax.cosine_onecycle_schedule(steps, RATE, pct_start=0.15)
    optimiser = optax.chain(optax.clip_by_global_norm(2.0), optax.adamw(schedule, weight_decay=1e-4))
    state = optimiser.init(params)

    @jax.jit
    def update(params: Any, state: Any, x: Any, y: Any, mask: Any, key: Any) -> Any:
        loss, slope = jax.value_and_grad(network.loss)(params, x, y, mask, key, DROP)
        change, state = optimiser.update(slope, state, params)
        return optax.apply_updates(params, change), state, loss

    for epoch in range(1, epochs + 1):
        started, losses = time.time(), []
        for x, y, mask in batches(examples, order):
            key, one = jax.random.split(key)
            params, state, loss = update(params, state, jnp.array(hidden(x, rng)), y, mask, one)
            losses.append(float(loss))
        print(f"epoch {epoch}: loss {np.mean(losses):.4f}, {time.time() - started:.0f} s", flush=True)
    return params


def main() -> None:
    """Train and write a model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, nargs="*", default=[])
    parser.add_argument("--marked", type=Path, nargs="*", default=[])
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--hidden", type=int, default=HIDDEN)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    marked = (row for path in given.marked for row in read(path))
    found = [p for row in chain(annotated(given.data), marked) for p in paragraphs(row) if p.tokens]
    known = vocabulary(found)
    examples = [(features.features(p.tokens, p.rules, known, is_first=p.is_first), p.tags) for p in found]
    words = sum(len(p.tokens) for p in found)
    print(f"{len(found)} paragraphs, {words} tokens, {len(known.words)} words known")
    weights = train(examples, known, given.epochs, given.seed, given.hidden)
    save(given.out, known, {name: np.asarray(array) for name, array in weights.items()})
    print(f"{given.out}: {given.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
