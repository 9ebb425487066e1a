"""Detection: paragraphs in, drafts out. The seam behind which another detector can stand.

Order: marks are paired in each paragraph, borders of lone marks settled, sentences split around what is quoted,
reporting clauses read, and quoted sentences without one joined to what they go on from. Layouts that attribute words
without a clause (turns, signatures, headlines) are looked for first.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from firsthand.annotate import marks, phrases, sentences
from firsthand.annotate.layout import QUOTED, Paragraph
from firsthand.annotate.marks import Region
from firsthand.annotate.quotations import balance, dashes, headlines, incised, inner, lines, sources, turns
from firsthand.annotate.quotations.clauses import Reader
from firsthand.annotate.quotations.draft import Draft, Follows
from firsthand.annotate.quotations.lines import Lead
from firsthand.annotate.sentences import Item
from firsthand.model import Span

_MAX_HEADLINES = 3  # paragraphs of a headline that are read for who claims what: each may cost a look at the text
_MIN_QUOTED_WORDS = 4  # fewer marked words without a reporting clause are a title or a scare quote


@dataclass(slots=True)
class _State:
    """What the next paragraph may go on from."""

    last: Draft | None = None  # the last quotation of the paragraph before
    unclosed: bool = False  # the paragraph before left its marks open
    lead: Lead | None = None  # who a paragraph that ends in a colon is about


def drafts(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Draft]:
    """Yield the quotations of an article in text order, one within another before that."""
    state = _State()
    held: Draft | None = None  # the last quotation: the next paragraph may go on with it, or sign it
    turned = turns.find(text, paragraphs)
    asked = turns.questions(text, paragraphs)
    body = [p for p in paragraphs if p.kind == "body"]
    heads = [p.start for p in paragraphs if p.kind == "headline"][:_MAX_HEADLINES]
    for number, paragraph in enumerate(paragraphs):
        if paragraph.kind not in QUOTED:
            continue
        signature = lines.signature_at(text, paragraph.start, paragraph.end)
        if signature is not None:
            held = _signed(text, held, number, paragraphs, signature)
            continue
        if paragraph.start in asked:
            found, after = [], _State()
        elif paragraph.start in turned:
            found, after = turned[paragraph.start], _State()
        elif paragraph.start in heads and (claim := _headline(text, paragraph, body)):
            found, after = claim, _State()
        else:
            found, after = _paragraph(text, paragraph, state)
        found = [replace(draft, paragraph=number) for draft in found]
        first = next((n for n, draft in enumerate(found) if not draft.inner), 0)
        if held is not None and found and state.unclosed and _goes_on(text, found[first], paragraph):
            found[first] = _joined(held, found[first])
        elif held is not None:
            yield held
        held, state = (found[-1] if found else None), after
        yield from found[:-1]
    if held is not None:
        yield held


def _headline(text: str, paragraph: Paragraph, body: Sequence[Paragraph]) -> list[Draft]:
    regions = marks.regions(text, paragraph.start, paragraph.end)
    return headlines.read(text, paragraph, regions, body)


def _signed(
    text: str, held: Draft | None, number: int, paragraphs: Sequence[Paragraph], signature: Span
) -> Draft | None:
    """Give the paragraph above a line "— Ada Quell, mayor" its speaker."""
    above = paragraphs[number - 1] if number else None
    if held is not None and held.paragraph == number - 1:
        return held if held.cue is not None else replace(held, speaker=signature, follows=Follows.NOTHING)
    own = paragraphs[number]
    if held is not None or above is None or above.kind != "body":
        return held
    posted = lines.signature_at(text, own.start, own.end, handle=True) is not None
    return replace(lines.unsigned(text, above, signature), paragraph=number - 1) if posted else None


def _goes_on(text: str, draft: Draft, paragraph: Paragraph) -> bool:
    """Tell whether a paragraph begins with an opening mark and the words of ``draft``."""
    return draft.type == "direct" and 0 < draft.start - paragraph.start <= 3 and not text[paragraph.start].isalnum()


def _joined(first: Draft, second: Draft) -> Draft:
    """Return one quotation that runs over a paragraph break; whichever part names the speaker tells it."""
    told = first if first.cue is not None or second.cue is None else second
    return replace(told, fragments=first.fragments + second.fragments, paragraph=first.paragraph)


def _paragraph(text: str, paragraph: Paragraph, before: _State) -> tuple[list[Draft], _State]:
    start, end = paragraph.start, paragraph.end
    regions = incised.parted(text, balance.settle(text, start, end, marks.regions(text, start, end)))
    by_layout = (
        lines.signed(text, paragraph, regions)
        or lines.post(text, paragraph)
        or dashes.spoken(text, paragraph)
        or _block(before, paragraph, regions)
    )
    if by_layout:
        return by_layout, _State()
    found: list[Draft] = []
    sentence: Sequence[Item] = ()
    subject = before.lead.speaker if before.lead else None
    for sentence in sentences.split(text, sentences.items(text, start, end, regions)):
        new = sources.rooted(text, sentence, Reader(text, sentence).read())
        if paragraph.kind != "body":
            new = [d for d in new if d.type != "indirect"]
        found += new or _unreported(text, sentence, found, before, subject)
        subject = _subject(sentence)
    last = found[-1] if found else None
    return inner.within(text, regions, found), _State(last, _left_open(regions), lines.lead(sentence))


def _block(before: _State, paragraph: Paragraph, regions: Sequence[Region]) -> list[Draft]:
    """Return a paragraph without marks that a reporting clause and a colon lead in, as "Quell writes:" does."""
    if before.lead is None or before.lead.cue is None or regions or paragraph.kind != "body":
        return []
    words = Span(paragraph.start, paragraph.end)
    return [Draft("direct", (words,), before.lead.speaker, before.lead.cue, before.lead.sentence)]


def _unreported(
    text: str, sentence: Sequence[Item], found: Sequence[Draft], before: _State, subject: Span | None
) -> list[Draft]:
    """Read a sentence that is nothing but quoted words: it goes on from the quotation or the sentence before it."""
    if (led_in := lines.led_in(text, sentence)) is not None:
        return [led_in]
    quoted = [i.quote for i in sentence if i.quote is not None]
    if not quoted or any(i.word for i in sentence):
        return []
    fragments = tuple(marks.words(text, quote) for quote in quoted)
    whole = Span(sentence[0].start, sentence[-1].end)
    if found:
        return [Draft("direct", fragments, None, None, whole, Follows.SAME)]
    if before.lead is not None:
        return [Draft("direct", fragments, before.lead.speaker, before.lead.cue, before.lead.sentence)]
    if before.last is not None:
        return [Draft("direct", fragments, None, None, whole, Follows.CARRIED)]
    words = fragments[0].of(text)
    asked = subject is None and words.endswith("?")  # by an interviewer: nobody is there who says it
    return [] if asked or len(words.split()) < _MIN_QUOTED_WORDS else [Draft("direct", fragments, subject, None, whole)]


def _subject(sentence: Sequence[Item]) -> Span | None:
    subject = phrases.first(sentence)
    return None if subject is None else Span(sentence[subject.first].start, sentence[subject.last].end)


def _left_open(regions: Sequence[Region]) -> bool:
    return bool(regions) and not regions[-1].closed
