"""Numbers and names that differ between two wordings with few words in common: two translations, or a retelling.

No alignment of words tells what stands in the place of what. So only what has no fellow anywhere on the other side is
looked at, and only where both sides have such: who leaves a number or a name out says nothing else.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from firsthand.link.statements.drift.amounts import same_amount
from firsthand.link.statements.drift.atoms import Atom
from firsthand.link.statements.drift.names import same_bearer, same_spelling
from firsthand.link.statements.synonyms import sense
from firsthand.link.statements.wording import is_content
from firsthand.model import Change, DifferenceKind

# Of each side so many numbers and so many names are looked at: bounds a hostile list.
MOST = 40
# The words this near on either side tell which number or name stands in the place of which (ours).
NEAR = 4


@dataclass(frozen=True, slots=True)
class Item:
    """A number, or the words of a name that stand together. ``near`` are the senses of the content words around it, and
    ``beside`` of those right beside it.
    """

    start: int
    end: int
    text: str
    value: str
    near: frozenset[str]
    beside: frozenset[str]


def numbers_and_names(
    a: str, left: Sequence[Atom], b: str, right: Sequence[Atom], *, english: bool
) -> Iterator[Change]:
    """Yield what was changed, in the order of ``b``; ``left``/``right`` are the atoms of the texts ``a`` and ``b``.

    Where not both are English, names are left alone, as each language spells them its own way, and numbers are the same
    if their digits are: what "Millionen" are is not read.
    """
    same = _same_number if english else _same_digits
    found = list(_changed("changed number", _numbers(a, left), _numbers(b, right), same))
    if english:
        known = tuple(frozenset(sense(x.key) for x in side) for side in (left, right))
        ours, theirs = _names(a, left, known[1]), _names(b, right, known[0])
        found += _changed("changed name", ours, theirs, _same_name)
    yield from sorted(found, key=lambda change: change.other_start)


def _numbers(text: str, found: Sequence[Atom]) -> list[Item]:
    return [_item(text, found, n, n + 1) for n, x in enumerate(found) if x.kind == "number"][:MOST]


def _names(text: str, found: Sequence[Atom], said: frozenset[str]) -> list[Item]:
    """Return the names, without those of their words that the other side has, in whatever case."""
    out: list[Item] = []
    start = 0
    lone = [x.name and sense(x.key) not in said for x in found]
    for n, x in enumerate(found):
        if not lone[n]:
            start = n + 1
        elif n + 1 == len(found) or not lone[n + 1] or text[x.end : found[n + 1].start] != " ":
            out.append(_item(text, found, start, n + 1))
            start = n + 1
    return out[:MOST]


def _item(text: str, found: Sequence[Atom], start: int, end: int) -> Item:
    near, beside = (_senses((*found[max(start - n, 0) : start], *found[end : end + n])) for n in (NEAR, 1))
    first, last = found[start], found[end - 1]
    return Item(first.start, last.end, text[first.start : last.end], first.value, near, beside)


def _senses(around: Iterable[Atom]) -> frozenset[str]:
    return frozenset(sense(x.key) for x in around if x.kind == "word" and is_content(x.key))


def _same_number(x: Item, y: Item) -> bool:
    return same_amount(x.value, y.value)


def _same_digits(x: Item, y: Item) -> bool:
    return x.value.strip("0.") == y.value.strip("0.")


def _same_name(x: Item, y: Item) -> bool:
    return same_spelling(x.text, y.text) or same_bearer(x.text, y.text)


def _changed(
    kind: DifferenceKind, ours: Sequence[Item], theirs: Sequence[Item], same: Callable[[Item, Item], bool]
) -> Iterator[Change]:
    """Yield a change for each two items without a fellow that stand for each other: those in the likest company first,
    then those as long, then in their order; without common company only if each side has as many.
    """
    lone = [x for x in ours if not any(same(x, y) for y in theirs)]
    free = [y for y in theirs if not any(same(x, y) for x in ours)]
    pairs = sorted(
        (-len(x.near & y.near) - len(x.beside & y.beside), abs(len(x.value) - len(y.value)), abs(m - n), m, n)
        for m, x in enumerate(lone)
        for n, y in enumerate(free)
    )
    taken: set[tuple[str, int]] = set()
    for likeness, *_, m, n in pairs:
        told = likeness < 0 or len(lone) == len(free)
        if told and {("ours", m), ("theirs", n)}.isdisjoint(taken):
            taken |= {("ours", m), ("theirs", n)}
            x, y = lone[m], free[n]
            yield Change(kind, x.start, x.end, y.start, y.end)
