"""What stands between the atoms that two wordings have in common, in two looks.

The first holds the words themselves against each other. What it leaves is held against each other again by class: a
number meets a number, a name a name, a verb another form of itself. So a stretch of several words falls into the single
changes that it is made of.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel, LCSseq

from firsthand.link.statements.drift.atoms import Atom
from firsthand.link.statements.drift.lexicon import MODALS
from firsthand.link.statements.drift.verbs import base

# Of the shorter one's words this part must stand in the other in the same order, or the two are not one English
# wording but two translations (ours).
ONE_WORDING = 0.65


@dataclass(frozen=True, slots=True)
class Block:
    """Places ``[start, end)`` of one list and ``[other_start, other_end)`` of another, equal or not."""

    same: bool
    start: int
    end: int
    other_start: int
    other_end: int


def blocks(a: Sequence[str], b: Sequence[str]) -> list[Block]:
    """Return the runs of keys that both have in one order (their longest common subsequence), and what is between."""
    out: list[Block] = []
    for op in Indel.opcodes(a, b):
        same = op.tag == "equal"
        if out and not same and not out[-1].same:
            first = out.pop()
            out.append(Block(False, first.start, op.src_end, first.other_start, op.dest_end))
        else:
            out.append(Block(same, op.src_start, op.src_end, op.dest_start, op.dest_end))
    return out


def one_wording(a: Sequence[Atom], b: Sequence[Atom], *, retold: bool = False) -> bool:
    """Tell whether two lists of atoms are one wording, or one and a part of it.

    Another number or name makes no other wording. Where words are retold, neither does another form of a verb.
    """
    one, other = ([_loose(x, retold=retold) for x in side if x.kind != "insertion"] for side in (a, b))
    return LCSseq.similarity(one, other) >= ONE_WORDING * min(len(one), len(other))


def _loose(atom: Atom, *, retold: bool) -> str:
    return kind_of(atom) if retold or atom.value or atom.name else atom.key


def kind_of(atom: Atom) -> str:
    """Return the class under which an atom meets others in the second look."""
    if atom.kind != "word" or atom.value:
        return "<number>" if atom.value else f"<{atom.kind}>"
    if atom.hedge in MODALS:
        return "<modal>"
    if atom.hedge:
        return "<hedge>"
    return "<name>" if atom.name else base(atom.key)
