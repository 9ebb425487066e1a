"""Mutation of seeds: from a number to an input, always the same one, so that a finding is told by its number.

The mutations are those of AFL's havoc stage (Zalewski, 2013), with whole pieces moved more often than single bits:
what reads text is led astray by structure.
"""

import random
from collections.abc import Callable, Sequence

from fuzz.target import Target

# Bytes of an input at most: bounds the time of one run, so that many are run. Sheer size is what
# ``benchmarks.hostile`` tries.
LONGEST = 20_000
# Mutations of one input at most, times that a piece is repeated at most.
MOST, REPEATS = 8, 64

# Bytes that mean something to many formats, or break the characters that they stand in.
COMMON = (
    b"\0", b"\xff", b"\xff\xfe", b"\xef\xbb\xbf", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\r\n", b"\r",
    b"\n\n", b"\t", b" ", "\u00a0".encode(), "\u200b".encode(), "\u202e".encode(), "\u2028".encode(), "\u0301".encode(),
    "\u0130".encode(), "\ufb03".encode(), "\U0001f468\u200d\U0001f469".encode(), "\u0645\u0631".encode(), b"'", b'"',
    "\u201c".encode(), "\u201d".encode(), b"<", b">", b"&", b"&amp;", b"\\", b"/", b"..", b"%", b"%00", b"{", b"}",
    b"[", b"]", b"(", b")", b":", b";", b",", b"=", b"-", b"0", b"9" * 30, b"-1", b"1e999", b"NaN", b"null",
)  # fmt: skip

Mutation = Callable[[random.Random, bytearray, Target], None]


def mutated(target: Target, seed: int, number: int) -> bytes:
    """Return input ``number`` of a target."""
    chance = random.Random(f"{target.name} {seed} {number}")
    data = bytearray(chance.choice(target.seeds))
    if chance.random() < 0.2:
        _splice(chance, data, target)
    for _ in range(chance.randint(1, MOST)):
        chance.choice(_MUTATIONS)(chance, data, target)
    return bytes(data[:LONGEST])


def _span(chance: random.Random, data: Sequence[int]) -> slice:
    """Return a piece of the data, mostly a short one."""
    start = chance.randint(0, len(data))
    return slice(start, min(len(data), start + int(chance.expovariate(1 / 20)) + 1))


def _flip(chance: random.Random, data: bytearray, _: Target) -> None:
    if data:
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _overwrite(chance: random.Random, data: bytearray, _: Target) -> None:
    if data:
        data[chance.randrange(len(data))] = chance.randrange(256)


def _delete(chance: random.Random, data: bytearray, _: Target) -> None:
    del data[_span(chance, data)]


def _repeat(chance: random.Random, data: bytearray, _: Target) -> None:
    piece = _span(chance, data)
    data[piece] = data[piece] * chance.randint(2, REPEATS)


def _move(chance: random.Random, data: bytearray, _: Target) -> None:
    piece = bytes(data[(where := _span(chance, data))])
    del data[where]
    at = chance.randint(0, len(data))
    data[at:at] = piece


def _insert(chance: random.Random, data: bytearray, target: Target) -> None:
    at = chance.randint(0, len(data))
    data[at:at] = chance.choice(target.words or COMMON)


def _insert_common(chance: random.Random, data: bytearray, _: Target) -> None:
    at = chance.randint(0, len(data))
    data[at:at] = chance.choice(COMMON)


def _replace(chance: random.Random, data: bytearray, target: Target) -> None:
    data[_span(chance, data)] = chance.choice((*target.words, *COMMON))


def _splice(chance: random.Random, data: bytearray, target: Target) -> None:
    other = chance.choice(target.seeds)
    data[chance.randint(0, len(data)) :] = other[chance.randint(0, len(other)) :]


def _cut(chance: random.Random, data: bytearray, _: Target) -> None:
    if chance.random() < 0.5:
        del data[chance.randint(0, len(data)) :]


_MUTATIONS: tuple[Mutation, ...] = (
    _flip, _overwrite, _delete, _repeat, _move, _insert, _insert, _insert_common, _replace, _splice, _cut,
)  # fmt: skip
