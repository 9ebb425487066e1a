"""The tags of the tagger: the beginning and the inside of content, source and cue, and none of them."""

from collections.abc import Sequence

NONE, CONTENT, SOURCE, CUE = range(4)
TAGS = 7  # none; begin and inside of each


def encode(marks: Sequence[tuple[int, int]]) -> list[int]:
    """Return the tag of each token from its mark and the attribution that it belongs to."""
    out: list[int] = []
    before = (NONE, -1)
    for mark, number in marks:
        begins = (mark, number) != before
        out.append(0 if mark == NONE else 2 * mark - (1 if begins else 0))
        before = (mark, number)
    return out


def decode(tags: Sequence[int]) -> list[tuple[int, int, int]]:
    """Return the marked runs of tokens as mark, first and one past the last, in order."""
    out: list[tuple[int, int, int]] = []
    for n, tag in enumerate(tags):
        mark = (tag + 1) // 2
        if mark == NONE:
            continue
        if out and tag % 2 == 0 and out[-1][0] == mark and out[-1][2] == n:
            out[-1] = (mark, out[-1][1], n + 1)
        else:
            out.append((mark, n, n + 1))
    return out
