"""What each line is, decided by the rules and the model together: the model has its way where it is sure enough.

The rules' own verdict is among what the model sees, so that it learns where they are wrong. What a thread took stays a
comment, a line that is a dateline stays one, and so does a headline that was given: the model is not asked about these.
"""

from collections.abc import Container

import numpy as np

from firsthand.clean import line_model
from firsthand.clean.labels import Page
from firsthand.clean.line_features import Verdict, features
from firsthand.clean.line_model import LABELS, NEVER, Model, Scores
from firsthand.model import SegmentKind

# How sure the model must be to overrule the rules (the best sequence's score less that with the rules' label; 64 a
# step of learning). Set by ``python -m training.lines.measure`` on pages of publishers that the model had not seen. A
# body line that may be a comment is left to the model: a comment within an article is worse than a paragraph lost.
MARGIN = 25_600
_SURER = 2  # times the margin for a headline, which the rules hold against the whole article, and for a lead as dek
# Lines of a text that the model is asked about: it learned from whole pages, and one of more is no page of news. Ours.
_FEWEST_LINES, _MOST_LINES = 10, 20_000
_SEEN = line_model.PLACES // 2
_DEK_REACH = 8  # lines below a dek in which the report begins
_PLACE: dict[SegmentKind, int] = {label: n for n, label in enumerate(LABELS)} | {"dateline": LABELS.index("body")}
_HEADLINE, _BODY, _DEK, _COMMENT = (LABELS.index(label) for label in ("headline", "body", "dek", "comment"))


def decide(
    page: Page, rules: Verdict, fixed: Container[int], *, titled: bool, margin: int, model: Model | None = None
) -> list[SegmentKind]:
    """Return the kind of each line: the model's where its margin over the rules' is greater than ``margin``.

    The lines in ``fixed`` stay what the rules say; ``titled`` tells that the headline was given, and so does it. A text
    in which the model would leave no body stays as the rules see it.
    """
    if not _FEWEST_LINES <= len(page.lines) <= _MOST_LINES:
        return list(rules.kinds)
    model = model or line_model.shipped()
    before = np.array([_PLACE[kind] for kind in rules.kinds])
    # A line that is not asked about matters to those that see it; among its like it matters to none.
    idle = {n for n in range(len(before)) if all(m in fixed for m in range(n - _SEEN, n + _SEEN + 1))}
    scores = model.scores(features(page, rules, idle))
    _fix(scores, before, [n for n in range(len(before)) if n in fixed or rules.kinds[n] == "dateline"], titled=titled)
    best, margins = line_model.decode(model, scores)
    after = overruled(before, best, margins, margin)
    _keep_one_headline(after, margins)
    _keep_near_deks(after, before)
    if _BODY in before and _BODY not in after:
        return list(rules.kinds)
    return [
        kind if same else LABELS[label] for kind, same, label in zip(rules.kinds, after == before, after, strict=True)
    ]


def overruled(before: Scores, best: Scores, margins: Scores, margin: int) -> Scores:
    """Return the rules' labels ``before``, replaced by the model's ``best`` where that is sure enough."""
    needed = np.full(len(before), margin)
    needed[(before == _HEADLINE) | (best == _HEADLINE) | ((before == _BODY) & (best == _DEK))] *= _SURER
    needed[(before == _BODY) & (best == _COMMENT)] = 0
    sure = margins[np.arange(len(before)), before] > needed
    return np.where(sure, best, before)


def _fix(scores: Scores, before: Scores, fixed: list[int], *, titled: bool) -> None:
    """Leave only the rules' label to the lines that the model is not asked about."""
    scores[fixed] += np.where(np.arange(len(LABELS)) == before[fixed, None], 0, NEVER)
    if titled:
        given = before == _HEADLINE
        scores[given] += np.where(np.arange(len(LABELS)) == _HEADLINE, 0, NEVER)
        scores[~given, _HEADLINE] += NEVER


def _keep_one_headline(after: Scores, margins: Scores) -> None:
    """Leave the headline to the line that is most surely one; the others say it again, or are other reports'."""
    said = np.flatnonzero(after == _HEADLINE)
    if len(said) > 1:
        others = np.delete(margins[said], _HEADLINE, axis=1).min(axis=1) - margins[said, _HEADLINE]
        after[np.delete(said, others.argmax())] = LABELS.index("boilerplate")


def _keep_near_deks(after: Scores, before: Scores) -> None:
    """Take back a dek that no report follows soon: that was the report's lead."""
    for n in np.flatnonzero((after == _DEK) & (before != _DEK)):
        if _BODY not in after[n + 1 : n + 1 + _DEK_REACH]:
            after[n] = before[n]
