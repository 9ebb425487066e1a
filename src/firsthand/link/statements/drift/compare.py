"""How one wording of a statement differs from another: every change with its span in both."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from firsthand.link.statements.drift.align import blocks, one_wording
from firsthand.link.statements.drift.atoms import Atom, atoms, contracted
from firsthand.link.statements.drift.judge import Pair, judged
from firsthand.link.statements.drift.steps import steps
from firsthand.link.statements.drift.tidy import tidied
from firsthand.link.statements.drift.translations import numbers_and_names
from firsthand.link.statements.wording import is_content
from firsthand.model import Change, DifferenceKind, QuotationType, Span

# Of a longer quotation only the head is aligned, and the rest is one change: alignment takes time by the square.
MAX_ATOMS = 1_000

RETOLD: dict[tuple[QuotationType, QuotationType], DifferenceKind] = {
    ("direct", "indirect"): "direct to indirect",
    ("mixed", "indirect"): "direct to indirect",
    ("direct", "mixed"): "direct to mixed",
}
# Two of these right beside each other are one ("seems to be" against "is certainly").
_ONE_WITH_THE_NEXT = frozenset({"changed words", "changed negation", "changed modality", "changed tense"})
_MIRRORED: dict[DifferenceKind, DifferenceKind] = {
    "dropped words": "added words",
    "added words": "dropped words",
    "dropped clause": "added clause",
    "added clause": "dropped clause",
}


@dataclass(frozen=True, slots=True)
class Side:
    """A quotation's words as they are compared. ``names`` are spans of ``text`` known to be names; ``denied`` says that
    the cue denies the words ("denied that …"), ``language`` is the article's.
    """

    text: str
    type: QuotationType = "direct"
    names: tuple[Span, ...] = ()
    denied: bool = False
    language: str | None = None


def compare(a: Side, b: Side) -> tuple[Change, ...]:
    """Return how ``b`` differs from ``a``: spans of ``start``/``end`` are in ``a.text``, the others in ``b.text``.

    First come changes of the whole, then those of single words in their order, none overlapping another. Words are
    compared without case, marks and blanks, numbers by what they amount to. None at all means the same words. Where
    two direct wordings share too few words to be one they are two translations: only numbers and names are compared
    then, and so with what is retold in other words.
    """
    left, right = _cut(a), _cut(b)
    retold = (a.type, b.type) != ("direct", "direct")
    found = [kind] if (kind := RETOLD.get((a.type, b.type))) else []
    if not one_wording(_parts(left), _parts(right), retold=retold):
        found += ["other translation"] if not retold else []
        named = numbers_and_names(a.text, left, b.text, right, english=_english(a, b))
        return (*(_whole(kind, a, b) for kind in found), *named) or (_whole("changed words", a, b),)
    return (*(_whole(kind, a, b) for kind in found), *_changes(a, left, b, right))


def kinds_of(changes: Iterable[Change]) -> tuple[DifferenceKind, ...]:
    """Return the kinds of ``changes``, each once; "same words" where there are none."""
    return tuple(dict.fromkeys(change.kind for change in changes)) or ("same words",)


def matched(a: Side, b: Side) -> Span | None:
    """Return where in ``a.text`` the words of ``b`` stand, from the first to the last; None where most do not."""
    left, right = _cut(a), _cut(b)
    if not right or len(right) > len(left) or not one_wording(left, right):
        return None
    found = blocks([x.key for x in left], [x.key for x in right])
    runs = [left[block.start : block.end] for block in found if block.same]
    # A lone small word ahead or behind is met by chance.
    sure = [run for run in runs if any(is_content(x.key) for x in run)] or runs
    return Span(sure[0][0].start, sure[-1][-1].end) if sure else None


def _cut(side: Side) -> list[Atom]:
    # German gives every noun a capital.
    return atoms(side.text, side.names, capitals=side.language != "de")


def _parts(found: Iterable[Atom]) -> list[Atom]:
    return [part for x in found for part in contracted(x)]


def _whole(kind: DifferenceKind, a: Side, b: Side) -> Change:
    return Change(kind, 0, len(a.text), 0, len(b.text))


def _changes(a: Side, left: Sequence[Atom], b: Side, right: Sequence[Atom]) -> Iterator[Change]:
    """Yield the changes of single words. Which side is first is settled by the words, so both ways give the same."""
    if [x.key for x in left] > [x.key for x in right]:
        for change in _changes(b, right, a, left):
            yield mirrored(change)
        return
    pair = Pair(a.text, b.text, (a.type, b.type) != ("direct", "direct"), a.denied != b.denied, _english(a, b))
    here = there = 0
    last: Change | None = None
    for step in tidied(steps(left[:MAX_ATOMS], right[:MAX_ATOMS])):
        one, other = _span(step.left, here), _span(step.right, there)
        here, there = one.end, other.end
        kind = judged(step, pair)
        if last and last.kind == kind and kind in _ONE_WITH_THE_NEXT:
            last = _together(last, Change(kind, one.start, one.end, other.start, other.end))
            continue
        if last:
            yield last
        last = Change(kind, one.start, one.end, other.start, other.end) if kind else None
    if last:
        yield last
    rest, others = left[MAX_ATOMS:], right[MAX_ATOMS:]
    if [x.key for x in rest] != [x.key for x in others]:
        one, other = _span(rest, here), _span(others, there)
        kind = "changed words" if rest and others else "dropped clause" if rest else "added clause"
        yield Change(kind, one.start, one.end, other.start, other.end)


def _together(last: Change, change: Change) -> Change:
    """Return two changes of one kind beside each other as one; an empty span gives way to the other one's."""
    start = last.start if last.end > last.start else change.start
    other_start = last.other_start if last.other_end > last.other_start else change.other_start
    return Change(last.kind, start, max(last.end, change.end), other_start, max(last.other_end, change.other_end))


def _span(found: Sequence[Atom], here: int) -> Span:
    """Return what the atoms cover; where there are none, the place behind the last one before."""
    return Span(found[0].start, found[-1].end) if found else Span(here, here)


def mirrored(change: Change) -> Change:
    """Return the change seen from the other side."""
    kind = _MIRRORED.get(change.kind, change.kind)
    return Change(kind, change.other_start, change.other_end, change.start, change.end)


def _english(a: Side, b: Side) -> bool:
    return {a.language, b.language} <= {None, "en"}
