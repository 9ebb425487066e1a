"""From the alignment of two articles to copies: what each passage is, and how much of either side."""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from firsthand.link.copies.align import align
from firsthand.link.copies.body import Body
from firsthand.link.copies.chains import changed, characters, words
from firsthand.link.copies.forms import is_form
from firsthand.link.copies.kinds import Kinds
from firsthand.model import Copy, CopyKind


def copies_of(earlier: Body, later: Body) -> list[Copy]:
    """Return the passages that two articles share, in the order of the later one."""
    return list(_passages(earlier, later))


def _passages(earlier: Body, later: Body) -> Iterator[Copy]:
    chains = align(earlier, later).chains
    if not chains:
        return
    kinds = Kinds(earlier, later)
    found = [(piece, kinds.of(piece)) for whole in chains for piece in kinds.apart(whole)]
    prose = [chain for chain, kind in found if kind == "prose"]
    written: CopyKind = "form" if is_form(prose, earlier, later) else "prose"
    for chain, kind in found:
        first, last = chain[0], chain[-1]
        yield Copy(
            earlier=earlier.article,
            earlier_start=int(earlier.starts[first.a]),
            earlier_end=int(earlier.ends[last.a + last.size - 1]),
            later=later.article,
            later_start=int(later.starts[first.b]),
            later_end=int(later.ends[last.b + last.size - 1]),
            characters=characters(chain, later),
            kind=written if kind == "prose" else kind,
            words=words(chain),
            changed=changed(chain),
            earlier_share=_share(earlier.letters, [(run.a, run.a + run.size) for run in chain]),
            later_share=_share(later.letters, [(run.b, run.b + run.size) for run in chain]),
        )


def _share(letters: npt.NDArray[np.int64], runs: Sequence[tuple[int, int]]) -> float:
    return float(sum(letters[end] - letters[start] for start, end in runs) / max(1, letters[-1]))
