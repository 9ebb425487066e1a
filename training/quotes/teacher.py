"""Teach a pretrained encoder, and let it mark articles that nobody has: python -m training.quotes.teacher --out FILE

It learns from the invented articles, or from ``--data`` in PolNeAR's form, marks the articles of ``--texts`` (JSON
Lines, also gzipped, with ``text``; other fields are ignored), and writes them with their marks, one a line, for
``python -m training.quotes --marked FILE``. ``--check`` prints how well it marks a gold file, by tokens.
"""

import argparse
import gzip
import json
import random
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import jax
import numpy as np
import optax
from training.quotes import encoder, network
from training.quotes.rows import Paragraph, annotated, paragraphs, read

from firsthand.annotate.tagger import features
from firsthand.annotate.tagger.features import COLUMNS, Vocabulary
from firsthand.annotate.tagger.network import best_paths
from firsthand.annotate.tagger.tags import decode

BATCH = 3_000  # subwords
RATE, HEAD_RATE = 1e-4, 1e-3
UNKNOWN_RULES = 0.15  # of the paragraphs are shown without what the rules say of them
NO_WORDS = Vocabulary({}, {})  # the encoder has words of its own
_LENGTHS = (24, 48, 72, 96, 128, 176, 240, encoder.PIECES)
_KNOWN = [COLUMNS.index(name) for name in encoder.KNOWN]
Example = tuple[list[int], list[int], features.Ints, list[int]]


def examples(found: Iterable[Paragraph]) -> list[Example]:
    """Return subwords, places of the tokens, features and tags of each paragraph."""
    cut, none = encoder.Subwords(), NO_WORDS
    out = []
    for p in found:
        ids, places = cut.cut(p.tokens)
        out.append((ids, places, features.features(p.tokens, p.rules, none, is_first=p.is_first)[:, _KNOWN], p.tags))
    return out


def batches(given: Sequence[Example]) -> Iterator[tuple[list[int], Any]]:
    """Yield numbers and arrays of the paragraphs, those of like length together."""
    by_length: dict[int, list[int]] = defaultdict(list)
    for n, example in enumerate(given):
        by_length[next(length for length in _LENGTHS if len(example[0]) <= length)].append(n)
    for length, alike in sorted(by_length.items()):
        size = max(1, BATCH // length)
        for at in range(0, len(alike), size):
            yield alike[at : at + size], _arrays([given[n] for n in alike[at : at + size]], size, length)


def _arrays(alike: Sequence[Example], size: int, length: int) -> Any:
    tokens = min(length, features.LONGEST)
    ids, owner = np.zeros((size, length), np.int32), np.zeros((size, length), np.int32)
    pieces = np.zeros((size, length), np.float32)
    places, y = np.zeros((size, tokens), np.int32), np.zeros((size, tokens), np.int32)
    known, mask = np.zeros((size, tokens, len(_KNOWN)), np.int32), np.zeros((size, tokens), np.float32)
    for n, (cut, first, told, tags) in enumerate(alike):
        ids[n, : len(cut)], pieces[n, : len(cut)] = cut, 1
        owner[n, : len(cut)] = np.clip(np.searchsorted(first, np.arange(len(cut)), side="right") - 1, 0, None)
        count = len(first)
        places[n, :count], known[n, :count], y[n, :count], mask[n, :count] = first, told, tags, 1
    return (ids, owner, pieces, places, known), y, mask


def train(given: list[Example], counts: dict[str, int], epochs: int, seed: int) -> encoder.Params:
    """Return the encoder's weights after ``epochs`` rounds."""
    key = jax.random.PRNGKey(seed)
    rng, order = np.random.default_rng(seed), random.Random(seed)
    params = encoder.load(key, counts)
    steps = epochs * sum(1 for _ in batches(given))
    optimiser = optax.multi_transform(
        {
            name: optax.chain(
                optax.clip_by_global_norm(1.0),
                optax.adamw(optax.cosine_onecycle_schedule(steps, rate, pct_start=0.1), weight_decay=0.01),
            )
            for name, rate in (("body", RATE), ("head", HEAD_RATE))
        },
        {name: "body" if "." in name else "head" for name in params},
    )
    state = optimiser.init(params)

    def loss(params: Any, x: Any, y: Any, mask: Any, key: Any) -> Any:
        return network.crf_loss(encoder.emissions(params, x, key), params["T"], y, mask)

    @jax.jit
    def update(params: Any, state: Any, x: Any, y: Any, mask: Any, key: Any) -> Any:
        value, slope = jax.value_and_grad(loss)(params, x, y, mask, key)
        change, state = optimiser.update(slope, state, params)
        return optax.apply_updates(params, change), state, value

    for epoch in range(1, epochs + 1):
        started, losses = time.time(), []
        order.shuffle(given)
        mixed = [arrays for _, arrays in batches(given)]
        order.shuffle(mixed)
        for x, y, mask in mixed:
            key, one = jax.random.split(key)
            x[4][rng.random(len(x[4])) < UNKNOWN_RULES, :, encoder.KNOWN.index("rule")] = 0
            params, state, value = update(params, state, x, y, mask, one)
            losses.append(float(value))
        print(f"epoch {epoch}: loss {np.mean(losses):.4f}, {time.time() - started:.0f} s", flush=True)
    return params


def tag(params: encoder.Params, given: Sequence[Example]) -> list[list[int]]:
    """Return the likeliest tags of each paragraph."""
    score = jax.jit(lambda params, x: encoder.emissions(params, x))
    moves = np.asarray(params["T"])
    out: list[list[int]] = [[] for _ in given]
    for numbers, (x, _, _) in batches(given):
        scores = np.asarray(score(params, x))
        for k, n in enumerate(numbers):
            length = len(given[n][1])
            out[n] = best_paths(scores[k, :length], moves, [1] * length)[:, 0].tolist()
    return out


def check(params: encoder.Params, path: Path) -> None:
    """Print precision, recall and F1 of the marked tokens of a gold file."""
    found = [p for row in read(path) for p in paragraphs(row) if p.tokens]
    known = examples(found)
    counts = np.zeros((4, 3), np.int64)
    for p, tags in zip(found, tag(params, known), strict=True):
        for true, told in zip(p.tags, tags, strict=True):
            a, b = (true + 1) // 2, (told + 1) // 2
            counts[a, 0] += a == b
            counts[b, 1] += a != b
            counts[a, 2] += a != b
    for name, (hit, false, missed) in zip(("none", "content", "source", "cue"), counts, strict=True):
        p, r = hit / (hit + false), hit / (hit + missed)
        print(f"{name}: P {p:.3f} R {r:.3f} F1 {2 * p * r / (p + r):.3f}")


def marked(params: encoder.Params, paths: Sequence[Path]) -> Iterator[dict[str, Any]]:
    """Yield the texts with their marks: what it is and where, a row each."""
    for path in paths:
        texts = [row["text"] for row in read(path)]
        found = [[p for p in paragraphs({"doc_id": "", "text": t, "quotes": []}) if p.tokens] for t in texts]
        tags = iter(tag(params, examples(p for one in found for p in one)))
        for number, (text, own) in enumerate(zip(texts, found, strict=True)):
            marks = [
                (mark, p.tokens[first].start, p.tokens[stop - 1].end)
                for p in own
                for mark, first, stop in decode(next(tags))
            ]
            yield {"doc_id": f"{path.stem}-{number}", "text": text, "marks": marks}


def main() -> None:
    """Teach, check, and mark."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, nargs="*", default=[])
    parser.add_argument("--texts", type=Path, nargs="*", default=[])
    parser.add_argument("--check", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    known = examples(p for row in annotated(given.data) for p in paragraphs(row) if p.tokens)
    params = train(known, features.sizes(NO_WORDS), given.epochs, given.seed)
    if given.check:
        check(params, given.check)
    if given.out:
        with gzip.open(given.out, "wt", encoding="utf-8") as file:
            for row in marked(params, given.texts):
                file.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
