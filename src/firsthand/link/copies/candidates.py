"""Which pairs of articles may share text, and which of them a change of the corpus bears on.

Candidates are pairs that meet (``hubs``) under enough fingerprints. The pairs of a corpus are the same whether it was
read at once or in steps: a change bears on the articles that come or go and on those that it makes a hub, or one no
more, and the pairs of these are found anew.

Time only saves work: where many hold a fingerprint, it says who are hubs. Articles of unknown, impossible or wrong time
meet these as all others do: no clock keeps two articles apart.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from operator import itemgetter

import numpy as np
import xxhash

from firsthand.link.copies.fingerprints import BATCH, Grams, Hashes, fingerprints, own_words, placed
from firsthand.link.copies.hubs import Votes, moved, together, votes
from firsthand.link.copies.index import NO_TIME, Index, Segment, segment
from firsthand.model import Article
from firsthand.stage import Spread, here, portions

# Fingerprints under which a pair must meet; one can be a set phrase. A verbatim copy of 12 words has two.
MIN_VOTES = 2
# Years outside of these are no publication times.
FIRST_YEAR, LAST_YEAR = 1800, 2300
_EPOCH = datetime(FIRST_YEAR, 1, 1, tzinfo=UTC).timestamp()
_DAY = 24 * 60

Pair = tuple[str, str]
Fetch = Callable[[Sequence[str]], Sequence[Article]]


@dataclass(frozen=True, slots=True)
class Meeting:
    """What a change of the corpus comes to. ``pairs`` may share text; each has an article of ``touched``, by their ids.

    Of pairs without a touched article what is known stays, and of all others nothing but ``pairs`` is left. ``index``
    is that of the corpus after the change.
    """

    pairs: list[Pair]
    touched: frozenset[str]
    index: Index


def meeting(
    index: Index, gone: Collection[Article], come: Collection[Article], fetch: Fetch, spread: Spread = here
) -> Meeting:
    """Return what follows where some articles are ``gone``, given as they were, and others have ``come``.

    An article whose own words changed is in both. ``fetch`` gives articles of the index by their ids: the few that
    became a hub or are one no more. ``spread`` is given the reading of those that come.
    """
    if not gone and not come:
        return Meeting([], frozenset(), index)
    before = _marks(gone)
    keys, change = _change(before, _Sorted.of(come), spread)
    new = index.with_segment(change)
    hubs = moved(index, new, *_both(before, change)) if index.segments else change.keys[:0]
    touched = np.unique(np.concatenate([before.keys, keys, hubs]))
    others = touched[new.holds(touched) & ~np.isin(touched, keys)]
    # The segment has all that those who come hold, in the order in which it is asked for.
    counted = [votes(new, change.keys, change.hashes, touched)]
    if len(others):
        marks = _marks(fetch(new.names(others)))
        counted.append(votes(new, marks.held_by, marks.hashes, touched))
    found = _enough(together(counted))
    pairs = [(min(pair), max(pair)) for pair in zip(new.names(found.first), new.names(found.second), strict=True)]
    return Meeting(sorted(pairs), frozenset(new.names(touched)), new.merged())


def key_of(article: Article) -> int:
    """Return the number that an article is sorted by: its time in minutes (28 bits), then chance (35 bits).

    The time is that of publication, else of fetching; a day alone stands for any minute of it. What has no time, an
    impossible one, or one more than a day after it was fetched is sorted last. Chance is a hash of the id; of two
    articles with one key only one would be found: a pair in 30 billion of those of one minute.
    """
    chance = xxhash.xxh3_64_intdigest(article.id.encode("utf-8", "surrogatepass"))
    published, fetched = _minutes(article.published), _minutes(article.fetched)
    if published is not None and fetched is not None and published > fetched + _DAY:
        published = fetched = None
    time = fetched if published is None else published
    if time is None:
        return int(NO_TIME) | chance >> 1
    if len(article.published or article.fetched or "") <= len("2031-03-04"):
        time += chance % _DAY
    return time << 35 | chance >> 29


def _minutes(time: str | None) -> int | None:
    """Return the minutes of an ISO 8601 time since FIRST_YEAR, in UTC; None where it is none or has no day."""
    try:
        moment = datetime.fromisoformat(time or "")
    except ValueError:
        return None
    if not FIRST_YEAR <= moment.year < LAST_YEAR:
        return None
    return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() - _EPOCH) // 60


@dataclass(frozen=True, slots=True)
class _Sorted:
    """Articles by ``keys``, sorted, and their ``names``."""

    names: list[str]
    keys: Hashes
    articles: list[Article]

    @classmethod
    def of(cls, articles: Iterable[Article]) -> "_Sorted":
        by_key = sorted(((key_of(article), article.id, article) for article in articles), key=itemgetter(0, 1))
        keys = np.array([key for key, _, _ in by_key], dtype=np.uint64)
        return cls([name for _, name, _ in by_key], keys, [article for _, _, article in by_key])

    def fingerprints(self, spread: Spread) -> Iterator[Grams]:
        """Yield what they hold, part by part; the owners are positions."""
        return placed(spread(_fingerprinted, portions(self.articles, BATCH)))


@dataclass(frozen=True, slots=True)
class _Marks:
    """Articles by ``keys``, sorted, and ``names``; ``hashes`` with the keys that they are ``held_by``."""

    names: list[str]
    keys: Hashes
    held_by: Hashes
    hashes: Hashes


def _marks(articles: Iterable[Article]) -> _Marks:
    known = _Sorted.of(articles)
    parts = [Grams(np.empty(0, np.int64), np.empty(0, np.uint64)), *known.fingerprints(here)]
    hashes = np.concatenate([part.hashes for part in parts])
    return _Marks(known.names, known.keys, known.keys[np.concatenate([part.owners for part in parts])], hashes)


def _fingerprinted(portion: Sequence[Article]) -> Grams:
    return fingerprints([own_words(article) for article in portion])


def _both(before: _Marks, change: Segment) -> tuple[Hashes, Hashes]:
    """Return what articles held before or hold after a change, as keys and hashes."""
    return np.concatenate([before.held_by, change.keys]), np.concatenate([before.hashes, change.hashes])


def _change(before: _Marks, after: _Sorted, spread: Spread) -> tuple[Hashes, Segment]:
    """Return the keys of the articles after, and the segment that knows these and has forgotten those before."""
    gone = np.flatnonzero(~np.isin(before.keys, after.keys))
    names = [*after.names, *(before.names[k] for k in gone)]
    keys = np.concatenate([after.keys, before.keys[gone]])
    live = np.arange(len(names)) < len(after.names)
    return after.keys, segment(names, keys, live, after.fingerprints(spread))


def _enough(found: Votes) -> Votes:
    kept = found.counts >= MIN_VOTES
    return Votes(found.first[kept], found.second[kept], found.counts[kept])
