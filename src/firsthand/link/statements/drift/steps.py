"""The way from one wording to another in steps: runs that both have, and the single changes between them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Literal

from firsthand.link.statements.drift.align import blocks, kind_of
from firsthand.link.statements.drift.amounts import same_amount
from firsthand.link.statements.drift.atoms import Atom, contracted
from firsthand.link.statements.drift.lexicon import AUXILIARIES, MODALS
from firsthand.link.statements.drift.names import same_spelling
from firsthand.link.statements.drift.verbs import another_form
from firsthand.link.statements.lexicon import NEGATIONS

# What a step is before it has its kind: "verb" is one verb on both sides, "words" anything else.
Label = Literal["same", "words", "number", "name", "verb", "modal", "hedge", "insertion"]


@dataclass(frozen=True, slots=True)
class Step:
    """Neighbouring atoms of the two sides; either side may have none."""

    label: Label
    left: tuple[Atom, ...]
    right: tuple[Atom, ...]


def steps(a: Sequence[Atom], b: Sequence[Atom]) -> list[Step]:
    """Return the steps from ``a`` to ``b``; together they hold every atom of both, contractions in their parts."""
    out: list[Step] = []
    for block in blocks([x.key for x in a], [x.key for x in b]):
        left, right = a[block.start : block.end], b[block.other_start : block.other_end]
        out += [Step("same", tuple(left), tuple(right))] if block.same else _within(left, right)
    return out


def _within(left: Sequence[Atom], right: Sequence[Atom]) -> list[Step]:
    """Return the steps of one stretch, its atoms held against each other by class."""
    if not left or not right:
        return _gap(left, right)
    if _joined(left) == _joined(right):  # "cease-fire" and "ceasefire"
        return [Step("same", tuple(left), tuple(right))]
    ours, theirs = _parts(left), _parts(right)
    if [x.key for x in ours] == [x.key for x in theirs]:  # "don't" and "do not"
        return [Step("words", tuple(left), tuple(right))]
    out: list[Step] = []
    for block in blocks([kind_of(x) for x in ours], [kind_of(x) for x in theirs]):
        some, others = ours[block.start : block.end], theirs[block.other_start : block.other_end]
        if block.same:
            out += [Step(_label(x, y), (x,), (y,)) for x, y in zip(some, others, strict=True)]
        else:
            out += _gap(some, others)
    out = _with_beside(_together(out), "name", lambda x: x.name)
    out = _with_beside(out, "modal", lambda x: x.key == "to")
    return _together(_with_beside(out, "verb", _is_auxiliary))


def _joined(atoms: Iterable[Atom]) -> str:
    """Return the atoms as one word, without apostrophes."""
    return "".join(x.key for x in atoms).replace("'", "")


def _parts(atoms: Iterable[Atom]) -> list[Atom]:
    return [part for x in atoms for part in contracted(x)]


def _label(x: Atom, y: Atom) -> Label:
    if x.key == y.key:
        return "same"
    if x.kind == "insertion":
        return "insertion"
    if x.capital and y.capital and same_spelling(x.key, y.key):
        return "same"
    if x.value:
        return _label_of_numbers(x, y)
    if x.hedge and y.hedge:
        return "modal" if x.hedge in MODALS else "hedge"
    if x.name and y.name:
        return "name"
    return "verb" if another_form(x.key, y.key) else "words"


def _label_of_numbers(x: Atom, y: Atom) -> Label:
    if not same_amount(x.value, y.value) or (x.unit and y.unit and x.unit != y.unit):
        return "number"
    return "same" if x.unit == y.unit and x.kind == y.kind == "number" else "words"


def _gap(left: Sequence[Atom], right: Sequence[Atom]) -> list[Step]:
    """Return the steps for atoms that found no fellow. An insertion is a step of its own, but with the words that it
    stands for where these are all that the other side has.
    """
    if any(len(side) == 1 and side[0].kind == "insertion" for side in (left, right)):
        return [_step(left, right)]
    out: list[Step] = []
    empty: Sequence[Atom] = ()
    for some, others in zip_longest(_runs(left), _runs(right), fillvalue=empty):
        apart = bool(some and others) and (some[0].kind == "insertion") != (others[0].kind == "insertion")
        out += [_step(some, ()), _step((), others)] if apart else [_step(some, others)]
    return out


def _step(left: Sequence[Atom], right: Sequence[Atom]) -> Step:
    inserted = any(x.kind == "insertion" for x in (*left, *right))
    return Step("insertion" if inserted else "words", tuple(left), tuple(right))


def _runs(atoms: Sequence[Atom]) -> list[Sequence[Atom]]:
    """Return the atoms in runs of words; an insertion is a run of its own."""
    out: list[list[Atom]] = []
    for n, atom in enumerate(atoms):
        if n and atom.kind != "insertion" and atoms[n - 1].kind != "insertion":
            out[-1].append(atom)
        else:
            out.append([atom])
    return list(out)


def _together(found: Iterable[Step]) -> list[Step]:
    """Return the steps, neighbours that are plain words as one, and so hedges ("at least") and the words of a name."""
    out: list[Step] = []
    for step in found:
        if out and out[-1].label == step.label and _belong_together(out[-1], step):
            before = out.pop()
            step = Step(step.label, before.left + step.left, before.right + step.right)
        out.append(step)
    return out


def _belong_together(step: Step, following: Step) -> bool:
    if step.label == "name":
        return all(y[0].start - x[-1].end <= 1 for x, y in ((step.left, following.left), (step.right, following.right)))
    return step.label in ("words", "hedge")


def _is_auxiliary(x: Atom) -> bool:
    return x.key in AUXILIARIES or x.key in NEGATIONS or bool(x.hedge)


def _with_beside(found: Iterable[Step], label: Label, belongs: Callable[[Atom], bool]) -> list[Step]:
    """Return the steps, each of ``label`` with the plain words right beside it that belong to it."""
    out: list[Step] = []
    for step in found:
        before = out[-1].label if out else None
        if step.label == label and before == "words":
            words = out.pop()
            left, right = _tail(words.left, belongs), _tail(words.right, belongs)
            out += _some(words.left[:left], words.right[:right])
            step = Step(label, words.left[left:] + step.left, words.right[right:] + step.right)
        elif step.label == "words" and before == label:
            first = out.pop()
            left, right = _head(step.left, belongs), _head(step.right, belongs)
            out.append(Step(label, first.left + step.left[:left], first.right + step.right[:right]))
            out += _some(step.left[left:], step.right[right:])
            continue
        out.append(step)
    return out


def _some(left: tuple[Atom, ...], right: tuple[Atom, ...]) -> list[Step]:
    return [Step("words", left, right)] if left or right else []


def _head(atoms: Sequence[Atom], belongs: Callable[[Atom], bool]) -> int:
    return next((n for n, x in enumerate(atoms) if not belongs(x)), len(atoms))


def _tail(atoms: Sequence[Atom], belongs: Callable[[Atom], bool]) -> int:
    return len(atoms) - _head(atoms[::-1], belongs)
