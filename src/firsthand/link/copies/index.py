"""The index of fingerprints: which articles hold a hash, the ones wanted first, without reading the others.

A log-structured list of sorted segments (O'Neil et al., "The log-structured merge-tree", Acta Informatica 1996): what
comes is a segment of its own, and neighbours of like size are merged, so that each article is rewritten a logarithmic
number of times. A segment is a handful of plain arrays, in memory or mapped from disk, and is never changed. What it
says of an article takes the place of what older segments say: that is how articles are changed and forgotten.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
import numpy.typing as npt

from firsthand import aside
from firsthand.link.copies.fingerprints import Grams, Hashes, Places

# A segment is merged into the one before it as soon as that is less than so many times as long.
GROWTH = 3
# Keys sort articles by time. In the lower bits of a key stands chance; the upper ones are the time window that it is
# in, 45 days; all keys with the uppermost bit have no time, and one window together.
WINDOW_SHIFT = np.uint64(51)
NO_TIME = np.uint64(1 << 63)

# Ranges of hashes that are sorted one after the other: by their upper bits.
_RANGES, _RANGE_SHIFT = 16, np.uint64(60)
_LAST = np.uint64((1 << 64) - 1)

Flags = npt.NDArray[np.bool_]


def window_of(keys: Hashes) -> Hashes:
    """Return the number of the time window of each key."""
    return np.minimum(keys, NO_TIME) >> WINDOW_SHIFT


@dataclass(frozen=True, slots=True)
class Segment:
    """Some articles' fingerprints: ``hashes`` and ``keys`` (n,), sorted by both; and the articles that it speaks of.

    ``members`` (m,) are their keys, sorted, ``names`` their ids, ``live`` whether they are in the index from here on.
    """

    hashes: Hashes
    keys: Hashes
    members: Hashes
    names: npt.NDArray[np.bytes_]
    live: Flags

    def speaks_of(self, keys: Hashes) -> Flags:
        """Return which of the keys are among the members."""
        if not len(self.members):
            return np.zeros(len(keys), dtype=bool)
        at = np.searchsorted(self.members, keys).clip(max=len(self.members) - 1)
        return np.asarray(self.members[at] == keys)

    def range_of(self, hashes: Hashes) -> tuple[Places, Places]:
        """Return where the rows of each hash begin and end; most have none, and most others one: a look tells."""
        first = np.searchsorted(self.hashes, hashes)
        last = first.copy()
        more = np.arange(len(hashes))
        for _ in range(2):
            more = more[last[more] < len(self.hashes)]
            more = more[self.hashes[last[more]] == hashes[more]]
            last[more] += 1
        last[more] = np.searchsorted(self.hashes, hashes[more], "right")
        return first, last


def segment(names: Sequence[str], keys: Hashes, live: Flags, parts: Iterable[Grams]) -> Segment:
    """Return the segment of some articles. ``parts`` have what they hold; the owners are positions in ``names``.

    The owners are sorted, by position and by key.
    """
    by_key = np.argsort(keys, kind="stable")
    ranges = _by_range(parts)
    count = sum(size for size, _ in ranges)
    sorted_hashes, postings = np.empty(count, dtype=np.uint64), np.empty(count, dtype=np.uint64)
    end = 0
    for size, pieces in ranges:
        start, end = end, end + size
        hashes, owners = (np.concatenate(columns) for columns in zip(*map(aside.back, pieces), strict=True))
        pieces.clear()
        order = np.argsort(hashes, kind="stable")
        sorted_hashes[start:end], postings[start:end] = hashes[order], keys[owners[order]]
    encoded = np.array([name.encode("utf-8", "surrogatepass") for name in names], dtype=np.bytes_)
    return Segment(sorted_hashes, postings, keys[by_key], encoded[by_key], live[by_key])


def _by_range(parts: Iterable[Grams]) -> list[tuple[int, list[Any]]]:
    """Return what is held in each range of hashes, how much and in pieces: in memory is one range after the other."""
    file = aside.now()
    none = np.empty(0, dtype=np.uint64), np.empty(0, dtype=np.uint32)
    sizes, ranges = [0] * _RANGES, [[aside.away(none, file)] for _ in range(_RANGES)]
    for part in parts:
        within = (part.hashes >> _RANGE_SHIFT).astype(np.uint8)
        rows = np.split(np.argsort(within, kind="stable"), np.cumsum(np.bincount(within, minlength=_RANGES))[:-1])
        for number, here in enumerate(rows):
            sizes[number] += len(here)
            ranges[number].append(aside.away((part.hashes[here], part.owners[here].astype(np.uint32)), file))
    return list(zip(sizes, ranges, strict=True))


@dataclass(frozen=True, slots=True)
class Index:
    """Segments, oldest first."""

    segments: tuple[Segment, ...] = ()

    @classmethod
    def from_arrays(cls, stored: Sequence[Mapping[str, npt.NDArray[Any]]], scheme: int) -> "Index":
        """Return the index that was stored as arrays; an empty one where that was under another scheme."""
        if any(arrays["scheme"].tolist() != [scheme] for arrays in stored):
            return cls()
        return cls(tuple(Segment(**{f.name: arrays[f.name] for f in fields(Segment)}) for arrays in stored))

    def to_arrays(self, scheme: int) -> list[dict[str, npt.NDArray[Any]]]:
        """Return the index as arrays to be stored, marked with the scheme that it was made under."""
        mark = np.array([scheme])
        return [{**{f.name: getattr(s, f.name) for f in fields(Segment)}, "scheme": mark} for s in self.segments]

    def with_segment(self, new: Segment) -> "Index":
        """Return the index with what ``new`` says on top."""
        return Index((*self.segments, new))

    def merged(self) -> "Index":
        """Return the same index with the newest segments merged where they have grown alike."""
        kept = list(self.segments)
        while len(kept) > 1 and len(kept[-2].hashes) < GROWTH * max(1, len(kept[-1].hashes)):
            newer, older = kept.pop(), kept.pop()
            kept.append(_merge(older, newer, bottom=not kept))
        return Index(tuple(kept))

    def names(self, keys: Hashes) -> list[str]:
        """Return the ids of the articles with these keys, each one string; each must be in the index."""
        asked, which = np.unique(keys, return_inverse=True)
        out = np.full(len(asked), b"", dtype=object)
        for part in self.segments:
            there = np.flatnonzero(part.speaks_of(asked))
            out[there] = part.names[np.searchsorted(part.members, asked[there])].astype(object)
        names = [name.decode("utf-8", "surrogatepass") for name in out]
        return [names[k] for k in which.tolist()]

    def holds(self, keys: Hashes) -> Flags:
        """Return which of the keys are those of articles in the index."""
        out = np.zeros(len(keys), dtype=bool)
        for part in self.segments:
            there = np.flatnonzero(part.speaks_of(keys))
            out[there] = part.live[np.searchsorted(part.members, keys[there])]
        return out

    def at_most(self, hashes: Hashes) -> Places:
        """Return for each hash a number of articles that no fewer than hold it."""
        out = np.zeros(len(hashes), dtype=np.int64)
        for part in self.segments:
            first, last = part.range_of(hashes)
            out += last - first
        return out

    def holders(self, hashes: Hashes, limit: int | None = None, windows: Hashes | None = None) -> tuple[Places, Hashes]:
        """Return the articles that hold each hash: positions in ``hashes`` and keys, sorted by both.

        ``limit`` is how many of each are wanted, the smallest keys first; with ``windows`` only those of the time
        window beside the hash. Time and memory follow from the limit, not from how many there are.
        """
        low = high = None
        if windows is not None:
            low = windows << WINDOW_SHIFT
            high = np.where(low >= NO_TIME, _LAST, low | np.uint64((1 << 51) - 1))
        wanted = np.arange(len(hashes))
        found: list[tuple[Places, Hashes]] = []
        most = limit
        while len(wanted):
            pick = [None if bound is None else bound[wanted] for bound in (low, high)]
            at, keys, unread = self._read(hashes[wanted], most, *pick)
            if limit is not None:
                rank = np.arange(len(at)) - np.searchsorted(at, at)
                keep = (rank < limit) & ~unread[at]
                found.append((wanted[at[keep]], keys[keep]))
                most = 4 * (most or limit)
            else:
                found.append((wanted[at], keys))
            wanted = wanted[unread]
        owners = np.concatenate([np.empty(0, dtype=np.int64), *(at for at, _ in found)])
        keys = np.concatenate([np.empty(0, dtype=np.uint64), *(key for _, key in found)])
        order = np.lexsort((keys, owners)) if len(found) > 1 else slice(None)
        return owners[order], keys[order]

    def _read(
        self, hashes: Hashes, most: int | None, low: Hashes | None, high: Hashes | None
    ) -> tuple[Places, Hashes, Flags]:
        """Return the living among the first ``most`` holders of each segment, and which hashes need more read.

        More is needed where the dead are so many that a segment which was not read to its end gave too few.
        """
        owners, keys = [np.empty(0, dtype=np.int64)], [np.empty(0, dtype=np.uint64)]
        unread = np.zeros(len(hashes), dtype=bool)
        for k, part in enumerate(self.segments):
            first, last = part.range_of(hashes)
            if low is not None and high is not None:
                first, last = _bisect(part.keys, first, last, low), _bisect(part.keys, first, last, high, right=True)
            counts = last - first if most is None else np.minimum(last - first, most)
            at = np.repeat(np.arange(len(hashes)), counts)
            key = np.asarray(part.keys[np.repeat(first, counts) + count_up(counts)])
            alive = np.ones(len(key), dtype=bool)
            for newer in self.segments[k + 1 :]:
                alive &= ~newer.speaks_of(key)
            owners.append(at[alive])
            keys.append(key[alive])
            if not alive.all():
                unread |= (last - first > counts) & (np.bincount(at[alive], minlength=len(hashes)) < counts)
        owner, key = np.concatenate(owners), np.concatenate(keys)
        order = np.lexsort((key, owner)) if len(self.segments) > 1 else slice(None)
        return owner[order], key[order], unread


def _order(hashes: Hashes, keys: Hashes) -> Places:
    """Return the order by hash, then by key, of rows that are two sorted runs: numpy's stable sort merges these.

    Only where a hash is in both runs have the keys to be sorted.
    """
    order = np.argsort(hashes, kind="stable")
    same = np.diff(hashes[order]) == 0
    tied = np.flatnonzero(np.append(same, False) | np.append(False, same))
    rows = order[tied]
    order[tied] = rows[np.lexsort((keys[rows], hashes[rows]))]
    return order


def _merge(older: Segment, newer: Segment, *, bottom: bool) -> Segment:
    """Return one segment that says what both say; at the bottom there is nothing left that the dead could hide."""
    stays = ~newer.speaks_of(older.members)
    kept = ~newer.speaks_of(older.keys)
    hashes = np.concatenate([older.hashes[kept], newer.hashes])
    keys = np.concatenate([older.keys[kept], newer.keys])
    members = np.concatenate([older.members[stays], newer.members])
    names = np.concatenate([older.names[stays], newer.names])
    live = np.concatenate([older.live[stays], newer.live])
    order, by_key = _order(hashes, keys), np.argsort(members, kind="stable")
    if bottom:
        by_key = by_key[live[by_key]]
    return Segment(hashes[order], keys[order], members[by_key], names[by_key], live[by_key])


def _bisect(keys: Hashes, first: Places, last: Places, bound: Hashes, *, right: bool = False) -> Places:
    """Return for each range of sorted keys where the bound belongs: ``searchsorted`` within ranges."""
    low, high = first.copy(), last.copy()
    while (open_ := low < high).any():
        middle = (low + high) // 2
        value = keys[middle[open_]]
        below = np.zeros(len(low), dtype=bool)
        below[open_] = value <= bound[open_] if right else value < bound[open_]
        low = np.where(below, middle + 1, low)
        high = np.where(open_ & ~below, middle, high)
    return low


def count_up(counts: Places) -> Places:
    """Return 0, 1, … for each count, one after the other."""
    return np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
