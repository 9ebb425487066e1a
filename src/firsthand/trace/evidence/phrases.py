"""Odd phrases of an article: a few words of its own prose around one that is seldom used.

A newsroom's words, not a speaker's: nothing that is quoted, reported as said, a name or a number. A rare word that a
text has twice is what the text is about, and any report of it needs it; one that stands there once was chosen.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from firsthand.data.spelling import rare_words, slip_of
from firsthand.model import Span
from firsthand.model.span import covered
from firsthand.text import Token, tokens
from firsthand.trace.evidence.own_words import Slip
from firsthand.trace.evidence.tellings import Telling

# Words in a row that make a phrase, and how many of them must be more than joints of a sentence. Ours.
PHRASE_WORDS = 3
_CONTENT_WORDS = 2
# Shorter words are joints of a sentence. Ours.
_CONTENT_LETTERS = 4
_JOINTS = frozenset(
    """about after also around before been being between could from have having into just more most much only other over
    said says should some such than that their them then there these they this those under until upon very were what
    when where which while whom whose will with would your""".split()  # noqa: SIM905
)
# Texts longer than this are read so far: a page of so many characters is a collection. Ours.
_MOST_CHARACTERS = 60_000


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row, in their normal form, and where they stand."""

    words: tuple[str, ...]
    start: int
    end: int


def odd_words(telling: Telling) -> tuple[list[Phrase], list[Slip]]:
    """Return an English article's odd phrases of three words each, in order, and its misspelt words.

    Longer phrases are several that overlap.
    """
    if telling.article.language not in (None, "en"):
        return [], []
    runs = list(prose(telling))
    count = Counter(token.norm for run in runs for token in run)
    odd = {word for word in rare_words().intersection(count) if count[word] == 1}
    slips = {word: right for word in count if (right := slip_of(word))}
    return [phrase for run in runs for phrase in _phrases(run, odd)], [
        Slip(t.norm, slips[t.norm], t.start, t.end) for run in (runs if slips else ()) for t in run if t.norm in slips
    ]


def _phrases(run: Sequence[Token], odd: AbstractSet[str]) -> Iterator[Phrase]:
    """Yield the phrases of a run around its odd words, each once."""
    last = len(run) - PHRASE_WORDS
    starts = {s for at, t in enumerate(run) if t.norm in odd for s in range(max(0, at - PHRASE_WORDS + 1), at + 1)}
    for start in sorted(s for s in starts if s <= last):
        part = run[start : start + PHRASE_WORDS]
        if sum(map(_is_content, part)) >= _CONTENT_WORDS:
            yield Phrase(tuple(t.norm for t in part), part[0].start, part[-1].end)


def prose(telling: Telling) -> Iterator[list[Token]]:
    """Yield an article's own words in lower case, in runs that no mark, name, number or quotation parts."""
    text = telling.article.text
    apart = covered([*telling.quoted_spans(), *(Span(q.start, q.end) for q in telling.annotation.quotations)])
    for part in telling.article.parts("body"):
        run: list[Token] = []
        for token in tokens(text, part.start, min(part.end, part.start + _MOST_CHARACTERS)):
            if run and text[run[-1].end : token.start].strip(" -‐‑"):
                yield run
                run = []
            if text[token.start].islower() and not _within(token.start, apart):
                run.append(token)
            elif run:
                yield run
                run = []
        if run:
            yield run


def _within(at: int, spans: Sequence[Span]) -> bool:
    before = bisect_right(spans, at, key=lambda s: s.start) - 1
    return before >= 0 and at < spans[before].end


def _is_content(token: Token) -> bool:
    return len(token.norm) >= _CONTENT_LETTERS and token.norm not in _JOINTS
