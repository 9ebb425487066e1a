"""Detection: paragraphs in, drafts out. The seam behind which another detector can stand.

Order: marks are paired in each paragraph, borders of lone marks settled, sentences split around what is quoted,
reporting clauses read, and quoted sentences without one joined to what they go on from.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from firsthand.annotate import marks, phrases, sentences
from firsthand.annotate.grammar import DETERMINERS
from firsthand.annotate.layout import QUOTED, Paragraph
from firsthand.annotate.marks import Region
from firsthand.annotate.quotations import balance
from firsthand.annotate.quotations.clauses import Reader
from firsthand.annotate.quotations.draft import Draft, Follows
from firsthand.annotate.sentences import Item
from firsthand.model import Span

_MIN_LED_IN = 20  # characters after a colon that are more than a title
_MIN_QUOTED_WORDS = 4  # fewer marked words without a reporting clause are a title or a scare quote


@dataclass(slots=True)
class _State:
    """What the next paragraph may go on from."""

    last: Draft | None = None  # the last quotation of the paragraph before
    unclosed: bool = False  # the paragraph before left its marks open
    lead: Span | None = None  # who a paragraph that ends in a colon is about


def drafts(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Draft]:
    """Yield the quotations of an article in text order."""
    state = _State()
    held: Draft | None = None  # a quotation whose marks are still open: the next paragraph may go on with it
    for number, paragraph in enumerate(paragraphs):
        if paragraph.kind not in QUOTED:
            continue
        found, after = _paragraph(text, paragraph, state)
        found = [replace(draft, paragraph=number) for draft in found]
        if held is not None and found and state.unclosed and _goes_on(text, found[0], paragraph):
            found[0] = _joined(held, found[0])
        elif held is not None:
            yield held
        held, state = (found[-1] if found else None), after
        yield from found[:-1]
    if held is not None:
        yield held


def _goes_on(text: str, draft: Draft, paragraph: Paragraph) -> bool:
    """Tell whether a paragraph begins with an opening mark and the words of ``draft``."""
    return draft.type == "direct" and 0 < draft.start - paragraph.start <= 3 and not text[paragraph.start].isalnum()


def _joined(first: Draft, second: Draft) -> Draft:
    """Return one quotation that runs over a paragraph break; whichever part names the speaker tells it."""
    told = first if first.cue is not None or second.cue is None else second
    return replace(told, fragments=first.fragments + second.fragments, paragraph=first.paragraph)


def _paragraph(text: str, paragraph: Paragraph, before: _State) -> tuple[list[Draft], _State]:
    start, end = paragraph.start, paragraph.end
    regions = balance.settle(text, start, end, marks.regions(text, start, end))
    row = sentences.items(text, start, end, regions)
    found: list[Draft] = []
    lead: Span | None = before.lead
    for sentence in sentences.split(text, row):
        marked_only = paragraph.kind != "body"
        new = Reader(text, sentence).read()
        new = [d for d in new if not (marked_only and d.type == "indirect")]
        if not new:
            new = _unreported(text, sentence, found, before, lead)
        found += new
        lead = _lead(sentence)
    return found, _State(found[-1] if found else None, _left_open(regions), _colon(row, lead))


def _unreported(
    text: str, sentence: Sequence[Item], found: Sequence[Draft], before: _State, lead: Span | None
) -> list[Draft]:
    """Read a sentence that is nothing but quoted words: it goes on from the quotation or the sentence before it."""
    if (led_in := _led_in(sentence)) is not None:
        return [led_in]
    quoted = [i for i in sentence if i.quote is not None]
    if not quoted or (any(i.word for i in sentence) and sentence[0].quote is None):
        return []
    if any(i.word for i in sentence):
        return []
    fragments = tuple(Span(i.quote.inner_start, i.quote.inner_end) for i in quoted if i.quote is not None)
    whole = Span(sentence[0].start, sentence[-1].end)
    if found:
        return [Draft("direct", fragments, None, None, whole, Follows.SAME)]
    if before.lead is not None:
        return [Draft("direct", fragments, before.lead, None, whole)]
    if before.last is not None:
        return [Draft("direct", fragments, None, None, whole, Follows.CARRIED)]
    return (
        [Draft("direct", fragments, lead, None, whole)]
        if len(text[fragments[0].start : fragments[0].end].split()) >= _MIN_QUOTED_WORDS
        else []
    )


def _led_in(sentence: Sequence[Item]) -> Draft | None:
    """Read "Marsk would have none of it: “That was rock.”": a colon and marks report without a cue."""
    if len(sentence) < 4 or (quote := sentence[-1].quote) is None or sentence[-2].norm != ":":
        return None
    subject = phrases.first(sentence)
    if subject is None or not (sentence[subject.first].capital and quote.inner_end - quote.inner_start >= _MIN_LED_IN):
        return None
    if not _person_like(sentence[subject.first : subject.last + 1]):
        return None
    speaker = Span(sentence[subject.first].start, sentence[subject.last].end)
    fragment = Span(quote.inner_start, quote.inner_end)
    return Draft("direct", (fragment,), speaker, None, Span(sentence[0].start, sentence[-1].end))


def _person_like(words: Sequence[Item]) -> bool:
    """Tell whether a subject is "he", "she" or names alone: a report or a sign may lead in words that nobody said."""
    names = len(words) < 4 and all(w.capital and w.norm not in DETERMINERS for w in words)
    return names or words[0].norm in ("he", "she")


def _lead(sentence: Sequence[Item]) -> Span | None:
    subject = phrases.first(sentence)
    return None if subject is None else Span(sentence[subject.first].start, sentence[subject.last].end)


def _colon(row: Sequence[Item], lead: Span | None) -> Span | None:
    return lead if row and row[-1].norm == ":" else None


def _left_open(regions: Sequence[Region]) -> bool:
    return bool(regions) and not regions[-1].closed
