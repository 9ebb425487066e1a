"""Quotations within marked words: “Then Brand said, ‘We never tested it,’ and left,” Quell said.

Only inner marks make one, and only somebody named is its speaker: whom "he" or "I" means within another's words is told
outside of them, if at all.
"""

import re
from collections.abc import Iterator, Sequence

from firsthand.annotate import marks, sentences
from firsthand.annotate.grammar import SUBJECT_PRONOUNS
from firsthand.annotate.marks import Region
from firsthand.annotate.quotations.clauses import Reader
from firsthand.annotate.quotations.draft import Draft

_OPENS = re.compile(r"(?<!\w)[‘'“\"«„](?=[^\W_])")


def within(text: str, regions: Sequence[Region], found: Sequence[Draft]) -> list[Draft]:
    """Return the drafts of a paragraph, each one's inner quotations before it."""
    out: list[Draft] = []
    waiting = iter(regions)
    region = next(waiting, None)
    for draft in found:
        while region is not None and region.start <= draft.end:
            if draft.start <= region.inner_start and not draft.inner:
                out += _read(text, region)
            region = next(waiting, None)
        out.append(draft)
    return out


def _read(text: str, region: Region) -> Iterator[Draft]:
    start, end = region.inner_start, region.inner_end
    if _OPENS.search(text, start, end) is None:
        return
    folded = marks.regions(text, start, end)
    if not folded or (folded[0].start == start and folded[-1].end == end):
        return
    for sentence in sentences.split(text, sentences.items(text, start, end, folded)):
        if all(item.quote is None for item in sentence):
            continue
        for draft in Reader(text, sentence, within=True).read():
            who = [] if draft.speaker is None else draft.speaker.of(text).split()
            first = draft.speaker is not None and draft.speaker.start == sentence[0].start
            named = bool(who) and who[-1][0].isupper() and (len(who) > 1 or not first)
            if draft.type != "indirect" and named and who[-1].lower() not in SUBJECT_PRONOUNS:
                yield draft.nested()
