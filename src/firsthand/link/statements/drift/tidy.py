"""Steps as a reader would draw them: where several alignments are as short, the one that is said most plainly."""

from collections.abc import Iterable, Sequence

from firsthand.link.statements.drift.atoms import Atom
from firsthand.link.statements.drift.lexicon import AUXILIARIES
from firsthand.link.statements.drift.steps import Step
from firsthand.link.statements.drift.verbs import base
from firsthand.link.statements.lexicon import FUNCTION_WORDS


def tidied(found: Sequence[Step]) -> list[Step]:
    """Return steps that hold the same atoms in the same order, cut more plainly."""
    return _bridged(_slid(_mended(found)))


def _mended(found: Sequence[Step]) -> list[Step]:
    """Return the steps; a lone word beside another form of itself ("caused causing") is a slip, and mending it changes
    both.
    """
    out: list[Step] = []
    rest = list(found)
    for n, step in enumerate(rest):
        lone = step.left + step.right
        if step.label != "words" or len(lone) != 1:
            out += [step] if lone else []
        elif out and out[-1].label == "same" and _forms(out[-1].left[-1], lone[0]):
            before = out.pop()
            out += [s for s in (Step("same", before.left[:-1], before.right[:-1]),) if s.left]
            out.append(Step("words", before.left[-1:] + step.left, before.right[-1:] + step.right))
        elif rest[n + 1 :] and rest[n + 1].label == "same" and _forms(rest[n + 1].left[0], lone[0]):
            after = rest[n + 1]
            out.append(Step("words", step.left + after.left[:1], step.right + after.right[:1]))
            rest[n + 1] = Step("same", after.left[1:], after.right[1:])
        else:
            out.append(step)
    return out


def _forms(x: Atom, y: Atom) -> bool:
    return base(x.key) == base(y.key) and x.key not in AUXILIARIES


def _slid(found: Sequence[Step]) -> list[Step]:
    """Return the steps, each run of words that one side has alone as far left as it may be said to stand, but behind or
    before a mark if it can: of "a bridge, a road and a bell" without "a bridge, a road and" that, not "bridge, … a".
    """
    out = list(found)
    for n in range(1, len(out) - 1):
        before, step, after = out[n - 1 : n + 2]
        if step.label == "words" and not (step.left and step.right) and before.label == after.label == "same":
            out[n - 1 : n + 2] = _best_place(before, step, after)
    return [s for s in out if s.left or s.right]


def _best_place(before: Step, step: Step, after: Step) -> list[Step]:
    if not step.left:
        return [_flipped(s) for s in _best_place(_flipped(before), _flipped(step), _flipped(after))]
    start, length = len(before.left), len(step.left)
    if start != len(before.right):
        return [before, step, after]
    whole, fellows = before.left + step.left + after.left, before.right + after.right
    least = start
    while least and whole[least - 1].key == whole[least + length - 1].key:
        least -= 1
    at = max(range(least, start + 1), key=lambda p: (_marked(whole, p) + _marked(whole, p + length), -p))
    lone = Step("words", whole[at : at + length], ())
    return [Step("same", whole[:at], fellows[:at]), lone, Step("same", whole[at + length :], fellows[at:])]


def _flipped(step: Step) -> Step:
    return Step(step.label, step.right, step.left)


def _marked(atoms: Sequence[Atom], at: int) -> bool:
    """Tell whether a mark stands before the atom at ``at``; an end of the wording is as good as one."""
    return not 0 < at < len(atoms) or atoms[at].start - atoms[at - 1].end > 1


def _bridged(found: Iterable[Step]) -> list[Step]:
    """Return the steps; changed words on both sides of a single small word ("of") that stayed are one change."""
    out: list[Step] = []
    for step in found:
        if _replaces(step) and len(out) > 1 and _is_island(out[-1]) and _replaces(out[-2]):
            island, first = out.pop(), out.pop()
            step = Step("words", first.left + island.left + step.left, first.right + island.right + step.right)
        out.append(step)
    return out


def _replaces(step: Step) -> bool:
    return step.label == "words" and bool(step.left and step.right)


def _is_island(step: Step) -> bool:
    return step.label == "same" and len(step.left) == len(step.right) == 1 and step.left[0].key in FUNCTION_WORDS
