"""Headlines that say who claims what: "Ferry must stop: mayor", "Quell: no money", "'No money' – Quell", "Quell says".

The label has to be somebody: a role, a body that speaks, or a person of the article. A claim without marks that the
text below reports again is left to the text: it would be the same report twice.
"""

import re
from collections.abc import Iterator, Sequence

from firsthand.annotate import marks
from firsthand.annotate.layout import Paragraph
from firsthand.annotate.marks import Region
from firsthand.annotate.quotations import labels
from firsthand.annotate.quotations.draft import Draft
from firsthand.model import QuotationType, Span

_LABEL = r"[^\W\d_][\w.'’ -]{1,60}?"
_LEADING = re.compile(rf"\W{{0,2}}(?P<who>{_LABEL}): (?P<claim>\S.+)$")
_TRAILING = re.compile(rf"(?P<claim>\S.+): (?P<who>{_LABEL})$")
_DASHED = re.compile(rf"(?P<claim>[\"“‘'«].+[\"”’'»]) ?(?:[–—―]|--?) ?(?P<who>{_LABEL})$")
_SAYS = re.compile(rf"(?P<who>{_LABEL}) (?P<cue>[Ss]ays) (?:that )?(?P<claim>\S.+)$")
_SAID = re.compile(rf"(?P<claim>\S.+), (?P<who>{_LABEL}) (?P<cue>[Ss]ays|[Ss]aid)$")
_TURNED = re.compile(rf"(?P<claim>\S.+), (?P<cue>[Ss]ays) (?P<who>{_LABEL})$")
_FORMS = (_TRAILING, _DASHED, _TURNED, _SAID, _LEADING, _SAYS)
_MAX = 400  # characters: a longer line is no headline
_FEWEST_WORDS = 3  # of a claim without marks
_READ = 20_000  # characters of the text below that are read for the same claim
# A claim of which this share of its longer words stands in one paragraph below is reported there (ours).
_RESTATED = 0.5
_STEM = 4
_WORD = re.compile(r"[^\W\d_]{3,}|\d+")


def read(text: str, paragraph: Paragraph, regions: Sequence[Region], below: Sequence[Paragraph]) -> list[Draft]:
    """Return the claim of a headline, or nothing where it tells no speaker."""
    if paragraph.end - paragraph.start > _MAX:
        return []
    for form in _FORMS:
        found = form.match(text, paragraph.start, paragraph.end)
        if found is None or not labels.speaker(text, found["who"]):
            continue
        draft = _draft(text, paragraph, found, regions)
        if draft is not None:
            return [] if draft.type == "indirect" and _restated(text, draft, below) else [draft]
    return []


def _draft(text: str, paragraph: Paragraph, found: re.Match[str], regions: Sequence[Region]) -> Draft | None:
    claim = Span(*found.span("claim"))
    marked = [r for r in regions if claim.start <= r.start and r.end <= claim.end]
    words = len(claim.of(text).split())
    kind: QuotationType = "mixed" if marked else "indirect"
    if len(marked) == 1 and marked[0].start == claim.start and marked[0].end == claim.end:
        kind, claim = "direct", marks.words(text, marked[0])
    elif words < _FEWEST_WORDS:
        return None
    elif marked and marked[-1].end == claim.end:
        claim = Span(claim.start, marks.words(text, marked[-1]).end)
    cue = Span(*found.span("cue")) if "cue" in found.re.groupindex else None
    whole = Span(paragraph.start, paragraph.end)
    return Draft(kind, (claim,), Span(*found.span("who")), cue, whole)


def _restated(text: str, draft: Draft, below: Sequence[Paragraph]) -> bool:
    claim = set(_stems(text, draft.start, draft.end))
    for paragraph in below:
        if paragraph.start - draft.end > _READ:
            break
        own = set(_stems(text, paragraph.start, min(paragraph.end, paragraph.start + _READ)))
        if len(claim & own) > _RESTATED * len(claim):
            return True
    return False


def _stems(text: str, start: int, end: int) -> Iterator[str]:
    return (m.group()[:_STEM].lower() for m in _WORD.finditer(text, start, end))
