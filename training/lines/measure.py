"""Measure rules, model and both: python -m training.lines.measure [--data ../shared/data/cleaning] [--invented N]

First on the pages that the model is trained on, each publisher's by a model that saw none of them (three parts). Then,
where it is there, on ``news_lines``, which nothing is trained on, with the weights that are part of firsthand. Figures
are F1 by characters; *leak* is the share of the comments that is taken for body.
"""

import argparse
import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from firsthand.clean import line_model, plain
from firsthand.clean.line_labels import MARGIN, overruled
from firsthand.clean.line_model import LABELS
from firsthand.config import CleanConfig
from firsthand.model import Document
from training.lines import INVENTED, ROUNDS, examples, invented
from training.lines.perceptron import Example, train

_ROOT = Path(__file__).resolve().parents[2]
_PARTS = 3
_NEWS = ("headline", "body", "supplemental", "comment", "furniture")
_SUPPLEMENTAL = ("byline", "caption", "dek")
_MARGINS: tuple[tuple[str, int | None], ...] = (("rules", None), ("model", 0), ("both", MARGIN))

Pairs = Counter[tuple[str, str]]


def main() -> None:
    """Print both tables."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, default=_ROOT.parent / "shared" / "data" / "cleaning")
    options.add_argument("--invented", type=int, default=INVENTED)
    given = options.parse_args()
    news = given.data / "news_lines.jsonl.gz"
    if news.exists():
        print("news_lines, unseen:")
        _table(_NEWS, {name: _on_news(news, margin) for name, margin in _MARGINS})
    print("\npages, each publisher unseen:")
    _table(LABELS, _crossed(list(examples.of_pages(given.data)), list(invented.examples(given.invented))))


def _table(labels: Sequence[str], rows: dict[str, Pairs]) -> None:
    print(" " * 8 + "".join(f"{label:>13}" for label in (*labels, "macro", "leak")))
    for name, pairs in rows.items():
        scores = [_f1(pairs, label) for label in labels]
        comments = sum(n for (true, _), n in pairs.items() if true == "comment")
        numbers = [*scores, sum(scores) / len(scores), pairs["comment", "body"] / max(1, comments)]
        print(f"{name:<8}" + "".join(f"{number:>13.3f}" for number in numbers), flush=True)


def _f1(pairs: Pairs, label: str) -> float:
    both = sum(n * ((true == label) + (given == label)) for (true, given), n in pairs.items())
    return 2 * pairs[label, label] / max(1, both)


def _crossed(real: Sequence[Example], made_up: Sequence[Example]) -> dict[str, Pairs]:
    """Return the labels of each part of the pages as a model gives them that was trained on the others."""
    out: dict[str, Pairs] = {name: Counter() for name, _ in _MARGINS}
    part = [int(hashlib.sha256(example.site.encode()).hexdigest(), 16) % _PARTS for example in real]
    for held in range(_PARTS):
        seen = [example for example, n in zip(real, part, strict=True) if n != held]
        model = train([*seen, *made_up], ROUNDS)
        for example in (example for example, n in zip(real, part, strict=True) if n == held):
            best, margins = line_model.decode(model, model.scores(example.features))
            rules = np.array([_rules(names) for names in example.features])
            for name, margin in _MARGINS:
                got = rules if margin is None else overruled(rules, best, margins, margin)
                out[name].update(_pairs(example, got))
    return out


def _rules(names: Sequence[str]) -> int:
    """Return the rules' label of a line, which is one of its features; a dateline is body, a menu furniture."""
    known = names[0] if names[0] == "menu" else names[1].removeprefix("rules ")
    return LABELS.index({"menu": "boilerplate", "dateline": "body"}.get(known, known))


def _pairs(example: Example, got: npt.NDArray[np.int64]) -> Pairs:
    pairs: Pairs = Counter()
    for true, given, size in zip(example.labels, got, example.sizes, strict=True):
        pairs[LABELS[true], LABELS[given]] += int(size)
    return pairs


def _on_news(path: Path, margin: int | None) -> Pairs:
    """Return the labels of the flattened pages of ``news_lines``, by characters."""
    pairs: Pairs = Counter()
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for record in map(json.loads, file):
            text = "\n".join(line for line, _ in record["lines"])
            rendered = plain.render(Document("page", "text", text), CleanConfig(), margin)
            kinds = ["furniture"] * len(text)
            for s in rendered.segments:
                kinds[s.start : s.end] = [_news_label(s.kind)] * (s.end - s.start)
            pairs.update(_news_pairs(record["lines"], kinds))
    return pairs


def _news_label(kind: str) -> str:
    if kind in _SUPPLEMENTAL:
        return "supplemental"
    return {"boilerplate": "furniture", "dateline": "body", "subheading": "body"}.get(kind, kind)


def _news_pairs(lines: Sequence[tuple[str, str]], kinds: Sequence[str]) -> Iterator[tuple[str, str]]:
    at = 0
    for line, label in lines:
        true = "furniture" if label in ("boiler", "related") else label
        yield from ((true, given) for given in kinds[at : at + len(line)])
        at += len(line) + 1


if __name__ == "__main__":
    main()
