"""How one wording differs from another, word by word."""

from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Indel

from firsthand.text import words

Change = Literal["same", "dropped", "added"]

# Ours: past this length a reader does not compare word by word, and the page would only grow.
_LONGEST = 400
# Ours: where fewer than half of the words are shared, marking the rest hides both wordings.
_SHARED = 0.5
# Ours: a single shared word between two changes ("the") is read more easily as part of the change.
_ISLAND = 1


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words of two wordings: in both, only in the first (dropped), only in the second (added)."""

    change: Change
    text: str


def compare(reference: str, wording: str) -> tuple[Piece, ...] | None:
    """Return the pieces that lead from ``reference`` to ``wording``; None where they share too little to be compared.

    Words are compared in their normal form, so case, accents and quotation marks do not count as differences. The
    alignment is the longest common subsequence (Indel distance).
    """
    ours, theirs = reference.split(), wording.split()
    if not ours or not theirs or max(len(ours), len(theirs)) > _LONGEST:
        return None
    codes = Indel.opcodes([_key(w) for w in ours], [_key(w) for w in theirs])
    shared = sum(c.src_end - c.src_start for c in codes if c.tag == "equal")
    if shared < _SHARED * min(len(ours), len(theirs)):
        return None
    pieces: list[tuple[Change, list[str]]] = []
    for code in codes:
        kept = code.tag == "equal"
        island = kept and code.src_end - code.src_start <= _ISLAND and code.src_start > 0 and code.src_end < len(ours)
        if kept and not island:
            pieces.append(("same", theirs[code.dest_start : code.dest_end]))
        else:
            _change(pieces, ours[code.src_start : code.src_end], theirs[code.dest_start : code.dest_end])
    return tuple(Piece(change, " ".join(text)) for change, text in pieces if text)


def _change(pieces: list[tuple[Change, list[str]]], dropped: list[str], added: list[str]) -> None:
    """Add a change to the pieces: what is dropped stands before what is added, neighbours grow together."""
    if len(pieces) < 2 or (pieces[-2][0], pieces[-1][0]) != ("dropped", "added"):
        pieces += [("dropped", []), ("added", [])]
    pieces[-2][1].extend(dropped)
    pieces[-1][1].extend(added)


def _key(word: str) -> str:
    return " ".join(words(word)) or word
