"""What copying tells of stories: who is a reprint of whom, and how much two articles share."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

import numpy as np
from scipy import sparse

from firsthand.link.stories.profiles import spans
from firsthand.model import Article, Copy
from firsthand.model.copies import Copies
from firsthand.stage import Spread, here, portions
from firsthand.text import short_hash, words

# From this share of both texts on, an article is a reprint and its words are counted once for all. Ours.
REPRINT_SHARE = 0.8
# Identical texts shorter than this many words may be stubs ("Photos", "Subscribe") and are compared like any others.
LEAST_IDENTICAL_WORDS = 8

# Articles whose words are read in one piece where the work is spread. Ours: some tenths of a second.
ARTICLES = 256

Shares = Mapping[tuple[int, int], float]


def copied_shares(articles: Sequence[Article], copies: Sequence[Copy]) -> dict[tuple[int, int], float]:
    """Return for each pair of positions ``i < j`` the share of both texts that is copied prose (geometric mean)."""
    every = Copies.of(copies)
    prose = every.where(every.kinds("prose"))
    position = {article.id: i for i, article in enumerate(articles)}
    at = np.array([position.get(name, -1) for name in prose.names], dtype=np.int64)
    one, other = at[prose.columns["earlier"]], at[prose.columns["later"]]
    inside = (one >= 0) & (other >= 0) & (one != other)
    codes = (np.minimum(one, other) * len(articles) + np.maximum(one, other))[inside]
    pairs, which = np.unique(codes, return_inverse=True)
    counts = np.bincount(which, prose.columns["characters"][inside], len(pairs)).tolist()
    first, second = (side.tolist() for side in np.divmod(pairs, max(1, len(articles))))
    size = {i: characters(articles[i]) for i in sorted({*first, *second})}
    return {(i, j): _share(count, size[i], size[j]) for i, j, count in zip(first, second, counts, strict=True)}


def arriving_shares(
    arriving: Mapping[str, int], active: Mapping[str, int], copies: Iterable[Copy]
) -> dict[tuple[str, str], float]:
    """Return the same for each arriving article and another, arriving or active; both with their ``characters``."""
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for copy in copies:
        for one, other in ((copy.earlier, copy.later), (copy.later, copy.earlier)):
            if copy.kind == "prose" and one in arriving and one != other:
                shared[one, other] += copy.characters
    size = {**active, **arriving}
    return {
        (one, other): _share(count, size[one], size[other])
        for (one, other), count in sorted(shared.items())
        if other in size
    }


def characters(article: Article) -> int:
    """Return how long an article's own words are, at least 1."""
    return max(1, sum(end - start for start, end, _ in spans(article)))


def _share(common: float, one: int, other: int) -> float:
    return float((min(1.0, common / one) * min(1.0, common / other)) ** 0.5)


def representatives(articles: Sequence[Article], shares: Shares, spread: Spread = here) -> list[int]:
    """Return for each position the position of the article that it repeats, its own if none.

    An article repeats an earlier one that is itself no reprint: a star, so that a chain of small changes ends.
    """
    near: dict[int, list[int]] = defaultdict(list)
    for (i, j), share in shares.items():
        if share >= REPRINT_SHARE:
            near[j].append(i)
    first: dict[str, int] = {}
    out: list[int] = []
    identities = chain.from_iterable(spread(_identities, portions(articles, ARTICLES)))
    for j, same_as in enumerate(identities):
        same = first.setdefault(same_as, j)
        out.append(same if same != j else min((i for i in near[j] if out[i] == i), default=j))
    return [out[i] for i in out]


def share_matrix(shares: Shares, representative: Sequence[int], rows: Mapping[int, int]) -> sparse.csr_matrix:
    """Return the greatest shares between representatives, above the diagonal; ``rows`` maps positions to rows."""
    best: dict[tuple[int, int], float] = {}
    for (i, j), share in shares.items():
        a, b = sorted((rows[representative[i]], rows[representative[j]]))
        if a != b:
            best[a, b] = max(share, best.get((a, b), 0.0))
    at = np.array(list(best), dtype=np.int64).reshape(-1, 2)
    return sparse.csr_matrix((list(best.values()), (at[:, 0], at[:, 1])), shape=(len(rows), len(rows)))


def _identities(portion: Sequence[Article]) -> list[str]:
    return [identity(article) for article in portion]


def identity(article: Article) -> str:
    own = words(" ".join(article.text[start:end] for start, end, _ in spans(article)))
    return short_hash(*own) if len(own) >= LEAST_IDENTICAL_WORDS else article.id
