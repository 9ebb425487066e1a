"""Examples for the learner: flattened pages with their lines' features and labels."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from firsthand.clean import plain
from firsthand.clean.line_features import features
from firsthand.clean.line_model import LABELS
from firsthand.clean.lines import split
from firsthand.config import CleanConfig
from firsthand.model import SegmentKind
from training.lines import align, flatten, pages
from training.lines.perceptron import Example

_MOST_LINES = 1500  # a longer text is left out: it is a list
_CUT = 90  # characters of a line that breaks off
_PLACE = {label: n for n, label in enumerate(LABELS)} | {"dateline": LABELS.index("body")}


def of_pages(root: Path) -> Iterator[Example]:
    """Yield the examples that the pages below ``root`` give, in each shape that shows their article."""
    for page in pages.pages(root):
        for text in flatten.shapes(page.markup):
            found = of_text(page.site, text, page.truth)
            if found is not None:
                yield found
        alone = _alone(page.site, text, page.truth)
        if alone is not None:
            yield alone


def _alone(site: str, text: str, truth: pages.Truth) -> Example | None:
    """Return the article alone as an example, as feeds and copies carry it, without the furniture around it.

    Of each second one the last line breaks off, as cut texts do; of the others the furniture within it is kept.
    """
    lines = split(text)
    labels = align.labels(text, lines, truth)
    if labels is None:
        return None
    kept = [n for n, label in enumerate(labels) if label not in ("boilerplate", "comment")]
    cut = len(kept) % 2 == 1
    if kept and not cut:
        kept = [n for n in range(kept[0], kept[-1] + 1) if labels[n] != "comment"]
    parts = [text[lines[n].start : lines[n].end] for n in kept]
    if cut and len(parts[-1]) > _CUT:
        parts[-1] = parts[-1][:_CUT].rstrip(" .,;")
    return of_text(site, "\n\n".join(parts), [labels[n] for n in kept])


def of_text(site: str, text: str, truth: pages.Truth | Sequence[SegmentKind]) -> Example | None:
    """Return a text as an example; ``truth`` is the labels of its lines, or what they are found by."""
    page, _, rules = plain.by_rules(text, None, CleanConfig())
    if not 1 < len(page.lines) <= _MOST_LINES:
        return None
    labels = align.labels(text, page.lines, truth) if isinstance(truth, pages.Truth) else truth
    if labels is None or len(labels) != len(page.lines):
        return None
    sizes = np.array([line.size for line in page.lines], dtype=np.int64)
    return Example(site, features(page, rules), np.array([_PLACE[label] for label in labels], dtype=np.int64), sizes)
