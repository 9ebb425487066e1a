"""What a tagger adds to the quotations that the rules find.

The rules are surer where they speak at all; the tagger finds what they leave out. So every draft of the rules stays,
and an attribution of the tagger is added where it shares hardly anything with them.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from firsthand.annotate.layout import QUOTED, Paragraph
from firsthand.annotate.quotations.draft import Draft
from firsthand.annotate.tagger import features
from firsthand.annotate.tagger.link import Found, Run, attributions, sentence_numbers
from firsthand.annotate.tagger.model import Model
from firsthand.annotate.tagger.tags import CONTENT, CUE, NONE, SOURCE
from firsthand.annotate.tokens import Token
from firsthand.data import cues
from firsthand.model import QuotationType, Span

# An attribution is new if at most this part of it is the rules' already. Ours; .2 and .5 gave the same on PolNeAR
# (``benchmarks/quotes/polnear.py --quote-model``).
SHARED = 0.2
_FEWEST_WORDS = 3  # of what somebody said, where the cue alone tells that it was said
_OPENERS, _CLOSERS = "\"“„«'‘", "\"”»'’,"


def added(
    text: str, paragraphs: Sequence[Paragraph], drafts: Sequence[Draft], model: Model, *, everything: bool
) -> list[Draft]:
    """Return the drafts that the tagger adds, in text order.

    With ``everything`` these are all attributions, what people think, want and support included; without, only those
    with a source and a cue of speech.
    """
    read = [(n, p) for n, p in enumerate(paragraphs) if p.kind in QUOTED]
    marks = rule_marks(drafts)
    pieces = [(n, part) for n, p in read for part in features.pieces(text, p.lead, p.end)]
    rows = [
        features.features(part, [marks.get(t.start, NONE) for t in part], model.vocabulary, is_first=n == read[0][0])
        for n, part in pieces
    ]
    out: list[Draft] = []
    for (number, part), tags in zip(pieces, model.network.tag(rows), strict=True):
        for draft in _drafts(text, number, part, tags, everything=everything):
            if not _is_known(draft, marks):
                out.append(draft)
    return sorted(out, key=lambda draft: (draft.start, draft.end))


def rule_marks(drafts: Sequence[Draft]) -> dict[int, int]:
    """Return what the rules say of each character: content, source or cue."""
    out: dict[int, int] = {}
    for draft in drafts:
        for fragment in draft.fragments:
            out.update(dict.fromkeys(range(fragment.start, fragment.end), CONTENT))
        for span, mark in ((draft.speaker, SOURCE), (draft.cue, CUE)):
            if span is not None:
                out.update(dict.fromkeys(range(span.start, span.end), mark))
    return out


def _drafts(
    text: str, number: int, tokens: Sequence[Token], tags: Sequence[int], *, everything: bool
) -> Iterator[Draft]:
    sentences = sentence_numbers(tokens)
    for found in attributions(tokens, tags):
        if not (everything or _is_speech(tokens, found)):
            continue
        fragments = tuple(f for run in found.content if (f := _fragment(text, tokens, run)) is not None)
        if fragments:
            own = [t for t, n in zip(tokens, sentences, strict=True) if n == found.content[0].sentence]
            whole = Span(own[0].start, max(own[-1].end, fragments[-1].end))
            source, cue = (_span(tokens, run) for run in (found.source, found.cue))
            yield Draft(_kind(tokens, found), fragments, source, cue, whole, paragraph=number)


def _is_speech(tokens: Sequence[Token], found: Found) -> bool:
    """Tell whether somebody is named who said or wrote it: the cue is in the lexicon as a strong verb of speech."""
    if found.source is None or found.cue is None:
        return False
    cue = {t.norm for t in tokens[found.cue.first : found.cue.stop]}
    words = sum(t.word for run in found.content for t in tokens[run.first : run.stop])
    return words >= _FEWEST_WORDS and not cue.isdisjoint(_speech())


@cache
def _speech() -> frozenset[str]:
    strong = (cue for cue in cues() if cue.kind == "speech" and cue.strength == "strong")
    return frozenset(form.lower() for cue in strong for form in cue.forms)


def _span(tokens: Sequence[Token], run: Run | None) -> Span | None:
    return Span(tokens[run.first].start, tokens[run.stop - 1].end) if run else None


def _fragment(text: str, tokens: Sequence[Token], run: Run) -> Span | None:
    """Return a run as a fragment, marks at its ends left out; None where it is nothing else."""
    start, end = tokens[run.first].start, tokens[run.stop - 1].end
    while start < end and (text[start] in _OPENERS or text[start].isspace()):
        start += 1
    while start < end and (text[end - 1] in _CLOSERS or text[end - 1].isspace()):
        end -= 1
    return Span(start, end) if start < end else None


def _kind(tokens: Sequence[Token], found: Found) -> QuotationType:
    """Tell direct speech, which is all within marks, from indirect, which has none, and mixed."""
    states = features.quote_states(tokens)
    words = [states[n] for run in found.content for n in range(run.first, run.stop) if tokens[n].word]
    quoted = sum(state == features.INSIDE for state in words)
    if words and quoted == len(words):
        return "direct"
    return "mixed" if quoted else "indirect"


def _is_known(draft: Draft, marks: dict[int, int]) -> bool:
    size = sum(len(f) for f in draft.fragments)
    both = sum(marks.get(at) == CONTENT for f in draft.fragments for at in range(f.start, f.end))
    return both > SHARED * size
