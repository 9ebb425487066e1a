"""A wording with its differences from the main one, run by run, for reading."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from firsthand.model import Change, Difference, DifferenceKind, Quotation
from firsthand.present.labels import shorten

# Ours: past so many characters a reader does not compare word by word, and the page would only grow.
LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a wording: words that both have, or, with a ``kind``, a change: ``text`` stands here, ``dropped`` in the
    main wording instead; either may be empty then.
    """

    text: str
    dropped: str = ""
    kind: DifferenceKind | None = None


def pieces(quotation: Quotation, text: str, main: str, difference: Difference) -> tuple[Piece, ...] | None:
    """Return the runs of ``quotation``, which stands in ``text``; ``main`` is the text of the main wording's article.

    Blanks are squeezed, and after ``LONGEST`` characters an ellipsis stands. None where no single words are told to
    differ, or none is the same.
    """
    found = list(_apart(_runs(quotation, text, main, difference.inner)))
    shared = any(c.isalnum() for p in found if p.kind is None for c in p.text)
    return tuple(_cut(found)) if difference.inner and shared else None


def _runs(quotation: Quotation, text: str, main: str, changes: Iterable[Change]) -> Iterator[Piece]:
    ordered = sorted(changes, key=lambda c: (c.other_start, c.other_end))
    for n, fragment in enumerate(quotation.fragments):
        yield Piece(" " if n else "")
        at = fragment.start
        for c in ordered:
            if at <= c.other_start <= c.other_end <= fragment.end:
                yield Piece(_squeezed(text[at : c.other_start]))
                yield Piece(_squeezed(text[c.other_start : c.other_end]), _squeezed(main[c.start : c.end]), c.kind)
                at = c.other_end
        yield Piece(_squeezed(text[at : fragment.end]))


def _squeezed(text: str) -> str:
    """Return ``text`` with each run of blanks as one, also at its ends."""
    line = " ".join(text.split())
    if not line:
        return " " if text else ""
    return f"{' ' * text[0].isspace()}{line}{' ' * text[-1].isspace()}"


def _apart(found: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces that hold anything, words that were dropped with a blank to either side."""
    before = Piece(" ")
    for piece in found:
        if not piece.text and not piece.dropped:
            continue
        gone, was_gone = (bool(p.kind) and not p.text for p in (piece, before))
        if (gone and not before.text.endswith(" ")) or (was_gone and piece.text[0].isalnum()):
            yield Piece(" ")
        yield piece
        before = piece


def _cut(found: Iterable[Piece]) -> Iterator[Piece]:
    left = LONGEST
    for piece in found:
        left -= len(piece.text) + len(piece.dropped)
        if left < 0:
            yield Piece("…") if piece.kind else Piece(shorten(piece.text, len(piece.text) + left + 1))
            return
        yield piece
