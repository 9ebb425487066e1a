"""Texts that are public on some page are public on all."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from firsthand.model import Copy, Span
from firsthand.model.copies import Copies
from firsthand.model.span import covered

# The share of a passage, on one of its sides, that must be known as public for the passage to be public. Ours.
PUBLIC_SHARE = 0.8


def public_passages(copies: Copies) -> Copies:
    """Return the copies in their order, those public whose words are public in another pair of either article.

    A page that gives a post without its signature, or a statement without a word of where it stood, shares it with a
    page that gives both: what the two share is public, and so is the same passage shared with a third. One step only,
    so that a passage taken for public by mistake does not spread. Prose that many pages have is not made public by
    being on many pages: an agency's paragraph of background is on as many, and is the agency's.
    """
    spans: dict[str, list[Span]] = defaultdict(list)
    for copy in copies.where(copies.kinds("public")):
        spans[copy.earlier].append(Span(copy.earlier_start, copy.earlier_end))
        spans[copy.later].append(Span(copy.later_start, copy.later_end))
    public = {article: covered(found) for article, found in spans.items()}
    near = np.flatnonzero(copies.beside(public) & ~copies.kinds("public"))
    found = [_is_public(copy, public) for copy in copies.where(near)]
    return copies.made("public", near[np.array(found, dtype=bool)])


def _is_public(copy: Copy, public: Mapping[str, Sequence[Span]]) -> bool:
    return any(
        _within(Span(start, end), public.get(article, ())) >= PUBLIC_SHARE * (end - start)
        for article, start, end in (
            (copy.earlier, copy.earlier_start, copy.earlier_end),
            (copy.later, copy.later_start, copy.later_end),
        )
    )


def _within(span: Span, spans: Sequence[Span]) -> int:
    """Return how many characters of a span lie in disjoint, sorted ones."""
    first = bisect_right(spans, span.start, key=lambda s: s.end)
    last = bisect_left(spans, span.end, key=lambda s: s.start)
    return sum(min(s.end, span.end) - max(s.start, span.start) for s in spans[first:last])
