"""Who meets whom under the hashes that they hold.

Two articles meet under a hash where one of them is a hub of those that hold it. Where few hold it all are hubs, so that
all meet; of many the first few by time are, and those of one time window have hubs of their own: a text on 10,000 pages
costs a fixed number of pairs a page. Who is a hub follows from the articles that there are, never from when they came.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from firsthand.link.copies.fingerprints import Hashes, Places
from firsthand.link.copies.index import Flags, Index, count_up, window_of

# Up to this many articles under one hash all meet each other. Ours.
FULL_GROUP = 48
# Of more this many are hubs. One of them may lack the rest of a passage; that all do is rare.
HUBS = 3
# Held hashes that are looked up at once, and holders that are read at once: what bounds memory.
LOOKED_UP, READ = 200_000, 4_000_000
_WINDOW_BITS = 13

Pairs = tuple[Hashes, Hashes]


@dataclass(frozen=True, slots=True)
class Votes:
    """Pairs of article keys, ``first`` below ``second``, sorted, and under how many hashes each meets."""

    first: Hashes
    second: Hashes
    counts: Places


def votes(index: Index, keys: Hashes, hashes: Hashes, touched: Hashes) -> Votes:
    """Return the pairs that some articles of the index are in. Row by row ``keys`` and ``hashes`` are what they hold.

    ``touched``, sorted, are the keys of all articles that are asked for, now or in other calls: the votes of a pair of
    two of them may be spread over the calls that ask for either.
    """
    if (hashes[1:] < hashes[:-1]).any():
        order = np.argsort(hashes)
        keys, hashes = keys[order], hashes[order]
    found: list[Votes] = []
    pending: list[Pairs] = [(keys[:0], keys[:0])]
    for start in range(0, len(keys), LOOKED_UP):
        part = slice(start, start + LOOKED_UP)
        shared = index.at_most(hashes[part]) > 1
        for pairs in _meetings(index, keys[part][shared], hashes[part][shared], touched):
            pending.append(pairs)
            if sum(len(first) for first, _ in pending) > READ:
                _add(found, _counted(pending))
                pending.clear()
    return together([*found, _counted(pending)] if pending else found)


def _add(found: list[Votes], new: Votes) -> None:
    """Add votes to some, those of like length together: of a pair that meets a hundred times few rows are kept."""
    found.append(new)
    while len(found) > 1 and len(found[-2].first) < 2 * len(found[-1].first):
        last = found.pop(), found.pop()
        found.append(together(list(last)))


def together(parts: list[Votes]) -> Votes:
    """Return the votes of several calls added up."""
    if len(parts) == 1:
        return parts[0]
    first, second, counts = (np.concatenate([getattr(p, name) for p in parts]) for name in Votes.__slots__)
    order = np.lexsort((second, first))
    first, second, counts = first[order], second[order], counts[order]
    new = np.ones(len(order), dtype=bool)
    new[1:] = (first[1:] != first[:-1]) | (second[1:] != second[:-1])
    at = np.flatnonzero(new)
    return Votes(first[at], second[at], np.add.reduceat(counts, at) if len(at) else counts)


def moved(old: Index, new: Index, keys: Hashes, hashes: Hashes) -> Hashes:
    """Return the keys of articles that are hubs in one of two indexes and not in the other.

    ``keys`` and ``hashes`` are what those articles hold, or held, in which the indexes differ; ``new`` has the segments
    of ``old`` and more. Where few hold a hash in both none but these articles can be meant, and they are left out.
    """
    if not old.segments:
        return keys[:0]
    groups, which = np.unique(hashes, return_inverse=True)
    crowded = new.at_most(groups) > FULL_GROUP
    keys, which = keys[crowded[which]], (np.cumsum(crowded) - 1)[which[crowded[which]]]
    groups = groups[crowded]
    was, now = _hubs(old, groups), _hubs(new, groups)
    many = (was.many | now.many)[which]
    codes = np.unique(_code(which[many], keys[many]))
    by_window = groups[codes >> _WINDOW_BITS], _windows(codes)
    return np.concatenate([_in_one(was, now), _in_one(_hubs(old, *by_window), _hubs(new, *by_window))])


@dataclass(frozen=True, slots=True)
class _Hubs:
    """The hubs of groups: ``under`` are the groups' positions, sorted; ``many`` is where not all holders are hubs."""

    under: Places
    keys: Hashes
    many: Flags

    def of(self, which: Places) -> tuple[Places, Hashes]:
        """Return the hubs of some groups one after the other, each with a position in ``which``."""
        first = np.searchsorted(self.under, which, "left")
        counts = np.searchsorted(self.under, which, "right") - first
        return np.repeat(np.arange(len(which)), counts), self.keys[np.repeat(first, counts) + count_up(counts)]


def _hubs(index: Index, hashes: Hashes, windows: Hashes | None = None) -> _Hubs:
    under, keys = index.holders(hashes, FULL_GROUP + 1, windows)
    many = np.bincount(under, minlength=len(hashes)) > FULL_GROUP
    hub = ~many[under] | (np.arange(len(under)) - np.searchsorted(under, under) < HUBS)
    return _Hubs(under[hub], keys[hub], many)


def _in_one(was: _Hubs, now: _Hubs) -> Hashes:
    rows = np.concatenate([was.under, now.under]).astype(np.uint64), np.concatenate([was.keys, now.keys])
    _, keys, counts = _distinct(*rows)
    return np.asarray(keys[counts == 1])


def _meetings(index: Index, keys: Hashes, hashes: Hashes, touched: Hashes) -> Iterator[Pairs]:
    """Yield who meets whom: a pair as often as there are hashes under which it meets."""
    groups, which = np.unique(hashes, return_inverse=True)
    hubs = _hubs(index, groups)
    at, met = hubs.of(which)
    is_hub = _is_hub(at, met, keys)
    keep = _once(at, met, keys, is_hub, touched)
    yield keys[at[keep]], met[keep]
    asked = is_hub & hubs.many[which]
    for at, met in _others(index, groups[which[asked]], None):
        keep = ~_among(met, touched) & ~_met(hubs, which[asked][at], met)
        yield keys[asked][at[keep]], met[keep]
    rest = hubs.many[which] & ~is_hub
    yield from _of_one_window(index, keys[rest], groups, which[rest], hubs, touched)


def _of_one_window(
    index: Index, keys: Hashes, groups: Hashes, which: Places, above: _Hubs, touched: Hashes
) -> Iterator[Pairs]:
    """Yield who meets whom among those who share a hash and a time window, the hubs of all times left out."""
    codes, which_window = np.unique(_code(which, keys), return_inverse=True)
    by_window = groups[codes >> _WINDOW_BITS], _windows(codes)
    hubs = _hubs(index, *by_window)
    at, met = hubs.of(which_window)
    is_hub = _is_hub(at, met, keys)
    keep = _once(at, met, keys, is_hub, touched) & ~_met(above, which[at], met)
    yield keys[at[keep]], met[keep]
    asked = is_hub & hubs.many[which_window]
    for at, met in _others(index, *(part[which_window[asked]] for part in by_window)):
        seen = _met(above, which[asked][at], met) | _met(hubs, which_window[asked][at], met)
        keep = ~_among(met, touched) & ~seen
        yield keys[asked][at[keep]], met[keep]


def _is_hub(at: Places, met: Hashes, keys: Hashes) -> Flags:
    out = np.zeros(len(keys), dtype=bool)
    out[at[met == keys[at]]] = True
    return out


def _once(at: Places, met: Hashes, keys: Hashes, is_hub: Flags, touched: Hashes) -> Flags:
    """Return which meetings with hubs count: nobody meets itself, and two hubs that are both asked for meet once."""
    return np.asarray((met != keys[at]) & ((keys[at] < met) | ~is_hub[at] | ~_among(met, touched)))


def _others(index: Index, hashes: Hashes, windows: Hashes | None) -> Iterator[tuple[Places, Hashes]]:
    """Yield all holders of each hash, a bounded number of them at once unless one hash alone has more."""
    done = np.cumsum(index.at_most(hashes)) // READ
    for part in np.split(np.arange(len(hashes)), np.flatnonzero(np.diff(done)) + 1):
        at, keys = index.holders(hashes[part], None, None if windows is None else windows[part])
        yield part[at], keys


def _met(hubs: _Hubs, which: Places, keys: Hashes) -> Flags:
    """Return which keys are hubs of the group beside them."""
    rank = np.searchsorted(hubs.under, which)
    out = np.zeros(len(keys), dtype=bool)
    for k in range(HUBS):
        at = np.minimum(rank + k, len(hubs.keys) - 1)
        out |= (hubs.under[at] == which) & (hubs.keys[at] == keys)
    return out


def _among(keys: Hashes, sorted_keys: Hashes) -> Flags:
    if not len(sorted_keys):
        return np.zeros(len(keys), dtype=bool)
    at = np.searchsorted(sorted_keys, keys).clip(max=len(sorted_keys) - 1)
    return np.asarray(sorted_keys[at] == keys)


def _code(which: Places, keys: Hashes) -> Places:
    """Return one number for the group and the time window of each key."""
    return which << _WINDOW_BITS | window_of(keys).astype(np.int64)


def _windows(codes: Places) -> Hashes:
    return (codes & ((1 << _WINDOW_BITS) - 1)).astype(np.uint64)


def _counted(pairs: list[Pairs]) -> Votes:
    """Return pairs, each once whatever its order and sorted, with how often each is there."""
    first, second = (np.concatenate(side) for side in zip(*pairs, strict=True))
    return Votes(*_distinct(np.minimum(first, second), np.maximum(first, second)))


def _distinct(first: Hashes, second: Hashes) -> tuple[Hashes, Hashes, Places]:
    """Return the rows of two columns, each once and sorted, with how often each is there."""
    one, other = np.unique(first), np.unique(second)
    codes = np.searchsorted(one, first) * len(other) + np.searchsorted(other, second)
    rows, counts = np.unique(codes, return_counts=True)
    return one[rows // max(1, len(other))], other[rows % max(1, len(other))], counts
