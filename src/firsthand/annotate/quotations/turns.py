"""The turns of a transcript or an interview: paragraphs that begin with who speaks and a colon.

    QUELL: The bridge is safe.        Q: Is the bridge safe?
    BRAND: Was it tested?             A: It was tested twice.

Every turn but a question of the outlet's own ("Q:", "THE GAZETTE:", "Moderator:") is a direct quotation. Labels are
taken for speakers only where there are several turns and a label comes back: lists ("Where: …", "When: …") have each
once.
"""

import re
from collections import Counter
from collections.abc import Sequence

from firsthand.annotate import gazetteer
from firsthand.annotate.grammar import MONTHS, WEEKDAYS
from firsthand.annotate.layout import Paragraph
from firsthand.annotate.quotations.draft import Draft
from firsthand.model import Span

_FEWEST = 3  # turns below which labels with a colon are no transcript (ours)
_MARKS = " \t\"'“”‘’«»"
_TURN = re.compile(
    r"[\"“‘']?(?P<label>[QA](?=[:.])|[A-Z][A-Z.'’-]{1,30}(?: [A-Z][A-Z.'’-]{0,30}){0,4}"
    r"|[A-Z][\w.'’-]{1,30}(?: [A-Z][\w.'’-]{0,30}){0,4})(?: ?\([^()\n]{1,40}\))?[:.]\s+(?=\S)"
)
_FEWEST_QUESTIONS = 2  # paragraphs: one alone may be a question that somebody in the text asks (ours)
_OPENING = frozenset("\"“„«‘'‚»")
_MARKED_QUESTION = re.compile(r"\W{0,2}[\"“„«»‘‚]\s?[^\"“”„«»\n]{2,400}\?\s?[\"”“»«’‘]\W{0,2}")
_ASKING = frozenset(("q", "question"))
# Who asks by office: what they say besides leads from one answer to the next.
_HOSTS = frozenset(("moderator", "the moderator", "host", "interviewer", "the interviewer", "anchor", "presenter"))
_ANSWERING = frozenset(("a", "answer"))


def find(text: str, paragraphs: Sequence[Paragraph]) -> dict[int, list[Draft]]:
    """Return the quotation of each turn by where its paragraph starts; none for a question of the outlet's own."""
    turns = [(p, m) for p in paragraphs if p.kind == "body" and (m := _turn(text, p)) is not None]
    count = Counter(m["label"].lower() for _, m in turns)
    if len(turns) < _FEWEST or max(count.values()) < 2 or len(count) < 2:
        return {}
    answering = {m["label"].lower() for p, m in turns if not _asks(text, p)}
    asking = _ASKING | _HOSTS | {m["label"].lower() for _, m in turns if _outlet(m["label"])} - answering
    return {p.start: [] if m["label"].lower() in asking else _draft(text, p, m) for p, m in turns}


def questions(text: str, paragraphs: Sequence[Paragraph]) -> set[int]:
    """Return where the questions of an interview start that stand as paragraphs of their own in marks.

    There are several, an answer without marks follows each, and nobody is named who asks: the outlet does.
    """
    body = [p for p in paragraphs if p.kind in ("body", "subheading")]
    marked = [_MARKED_QUESTION.fullmatch(text, p.start, p.end) is not None for p in body]
    pairs = zip(body, body[1:], marked, marked[1:], strict=False)
    found = {p.start for p, answer, asks, again in pairs if asks and not again and text[answer.start] not in _OPENING}
    return found if len(found) >= _FEWEST_QUESTIONS else set()


def _outlet(label: str) -> bool:
    """Tell whether a label is an outlet's name, the noun that it goes by ("COURIER"), or what no person is called."""
    named = bool(gazetteer.publisher(label)) or gazetteer.organisation_head(label.split()[-1].lower())
    return named or label.lower().startswith("the ")


def _asks(text: str, paragraph: Paragraph) -> bool:
    return text[paragraph.start : paragraph.end].rstrip(_MARKS).endswith("?")


def _turn(text: str, paragraph: Paragraph) -> re.Match[str] | None:
    found = _TURN.match(text, paragraph.start, paragraph.end)
    if found is None:
        return None
    label = found["label"].lower()
    dot = text[found.end("label")] == "."
    return None if label in WEEKDAYS | MONTHS or (dot and label not in ("q", "a")) else found


def _draft(text: str, paragraph: Paragraph, turn: re.Match[str]) -> list[Draft]:
    label = turn["label"].lower()
    start, end = turn.end(), paragraph.end
    while start < end and text[end - 1] in _MARKS:
        end -= 1
    while start < end and text[start] in _MARKS:
        start += 1
    if start == end:
        return []
    speaker = None if label in _ANSWERING else Span(*turn.span("label"))
    return [Draft("direct", (Span(start, end),), speaker, None, Span(paragraph.start, paragraph.end))]
