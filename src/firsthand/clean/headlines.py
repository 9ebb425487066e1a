"""The headline among the lines above an article."""

import re
from collections import Counter
from collections.abc import Sequence

from firsthand.clean.lines import Line, same
from firsthand.data import publisher_named
from firsthand.text import words

_REACH = 25  # lines above the article in which its headline stands
_FEWEST, _MOST = 3, 30  # words of a headline
_LEAD = 1200  # characters of the article that its headline shares words with
_SHORTEST_SHARED = 4  # letters of a word that tells something

# Weights of what speaks for a headline. Ours, set on news_lines (benchmarks/clean/plain.py, headline F1).
_SHARED = 3.0  # times the share of its longer words that the article's beginning repeats
_REPEATED = 1.0  # it stands on the page twice: as the title and as the headline
_CLOSED = -1.0  # it ends in a full stop
_FAR = -0.03  # a line further up
_FEW = -1.0  # fewer than five words
_SIGNED = 1.0  # a byline or date follows it
_TIMED = -1.5  # it names a time of day: a notice of when the page changed
_STEP = 0.3  # a line right above that scores this much less at most is the headline, and the better one its second deck
_STEP_LINES = 2
_TOP = 0.6  # the first line of all

# A byline, a button, an age or a time of day at the beginning: never a headline, whatever follows it.
_NEVER = re.compile(
    r"by\s+[A-Z]\S*\s+[A-Z]|follow\s+@|must\s+watch|scroll\s+to\s|\d+\s+(?:min|mins|minutes?|hours?)\s+ago\b|\d{1,2}:\d\d\b",
    re.IGNORECASE,
)
# How Markdown marks a heading, and mail its subject.
_OPENING = re.compile(
    r"title\s?:\s+|#{1,6}\s+|(?:subject|betreff|objet|asunto)\s?:\s+(?:(?:fwd?|re|aw|wg|tr|rv)\s?:\s*){0,5}", re.I
)
_CLOCK = re.compile(
    r"\b\d{1,2}[:.]\d\d\s?[ap]\.?m\b|\b\d{1,2}\s?[ap]\.?m\b|\b\d{1,2}:\d\d\b|^(?:last )?updated?\b", re.IGNORECASE
)


def titled(lines: Sequence[Line], title: str) -> int | None:
    """Return the first line that is the given title, None where the text does not repeat it."""
    wanted = same(title)
    return next((line.number for line in lines[:400] if wanted and same(line.text) == wanted), None)


def choose(lines: Sequence[Line], usable: Sequence[bool], signed: Sequence[bool], body: range) -> int | None:
    """Return the line that is the headline of the article at ``body``, or None.

    ``usable`` leaves out furniture, captions, bylines and the like; ``signed`` marks bylines and dates.
    """
    near = range(max(0, body.start - _REACH), body.start)
    forms = Counter(same(line.text) for line in lines[: body.stop][:400])
    candidates = [lines[n] for n in near if usable[n] and _reads_like(lines[n], forms)]
    if not candidates:
        return None
    lead = _lead_words(lines, body)
    scores = [
        _score(line, lead, forms, body.start) + _SIGNED * any(signed[line.number + 1 :][:2]) for line in candidates
    ]
    best = _first_deck(candidates, scores, max(range(len(scores)), key=lambda k: (scores[k], -k)))
    return next(line.number for line in candidates if same(line.text) == same(candidates[best].text))


def _first_deck(candidates: Sequence[Line], scores: Sequence[float], best: int) -> int:
    """Step up from a headline's later decks to its first."""
    while best and candidates[best].number - candidates[best - 1].number <= _STEP_LINES:
        if scores[best - 1] < scores[best] - _STEP:
            break
        best -= 1
    return best


def _reads_like(line: Line, forms: Counter[str]) -> bool:
    """Tell whether a line may be a headline; one that ends like a sentence only if it is there twice, or cut off."""
    if not _FEWEST <= line.words <= _MOST or line.size > 250:
        return False
    if _NEVER.match(line.text) or publisher_named(line.text) is not None:
        return False
    sentence = line.closed and line.prose and line.text[-1:] == "."
    return not sentence or line.text.endswith("...") or forms[same(line.text)] > 1


def _lead_words(lines: Sequence[Line], body: range) -> frozenset[str]:
    seen = 0
    out: set[str] = set()
    for n in body:
        out.update(words(lines[n].text))
        seen += len(lines[n].text)
        if seen > _LEAD:
            break
    return frozenset(out)


def _score(line: Line, lead: frozenset[str], forms: Counter[str], first: int) -> float:
    own = {word for word in words(line.text) if len(word) >= _SHORTEST_SHARED}
    shared = len(own & lead) / len(own) if own else 0.0
    score = _SHARED * shared + _FAR * (first - line.number)
    score += _REPEATED * (forms[same(line.text)] > 1)
    score += _CLOSED * (line.text[-1:] == ".")
    score += _FEW * (line.words < 5) + _TIMED * bool(_CLOCK.search(line.text))
    return score + _TOP * (line.number == 0)


def bare(line: str) -> str:
    """Return a headline without the marks that only its carrier needs: ``# Ferry Stops`` → ``Ferry Stops``.

    ``Subject: Fwd: Ferry Stops`` and ``title: "Ferry Stops"`` too. A line that is nothing else stays as it is.
    """
    opening = _OPENING.match(line)
    rest = line[opening.end() :].strip(" #*_") if opening else ""
    quoted = rest[:1] == rest[-1:] == '"' and rest.count('"') == 2  # as front matter writes its values
    return (rest[1:-1] if quoted else rest) or line


def repeats(text: str, headline: str) -> bool:
    """Tell whether a line only says the headline again, once or run together twice."""
    if not len(headline) // 2 <= len(text) <= 3 * len(headline):
        return False
    mine, other = same(text), same(headline)
    return bool(other) and mine in (other, other * 2)
