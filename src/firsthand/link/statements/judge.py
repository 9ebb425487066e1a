"""How likely two wordings of one speaker in one story report one utterance, by their words and what is told of them.

Words that are the same but for a number, a negation or how sure it is are told apart (a contrast), unless the rest
proves that it is one utterance changed by a report: so long, so nearly word for word, about the same day, in two
articles and on no two occasions. Then the difference belongs to the statement, and ``drift`` names it.
"""

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

from firsthand.link.statements.meaning import opposites
from firsthand.link.statements.said import PROOF_WORDS, Node, days_between, two_occasions
from firsthand.link.statements.wording import Wording, amounts_differ

# An article seldom retells one utterance twice: two indirect quotations of one must be the more alike (ours).
RETOLD_MARGIN = 0.15
# What is told days later in other words may have been said again: it must be the more alike (ours).
LATER_DAYS = 3
LATER_MARGIN = 0.15
# A contrast from here on parts two wordings: 20 of the 445 alike pairs of benchmarks/variants/pairs.jsonl have one, and
# 120 of the others (`fit.py` prints both).
CONTRARY = 0.5
# Likeness in per cent of two texts, or of one and a stretch of the other, that are the same words but for slips (ours).
VERBATIM = 90.0
# Of two whole texts that differ in a number or a negation, and are still one report changed: this likeness, and
# articles at most so many days apart. A toll raised on the next day but one is an utterance of its own (ours).
CHANGED = 88.0
CHANGED_DAYS = 1
# Two wordings are as long if the shorter has this part of the longer's letters: one is no part of the other (ours).
AS_LONG = 0.8
# A text is a stretch of another only if it is at most this many times as long (ours; a slip may lengthen it).
LONGER = 1.1
# A text with words left out inside is the other one cut if that is at most this many times as long (ours).
CUT = 2
# Fewer words than these prove nothing by being the same (ours).
FEW_WORDS = 5
FEW_WORDS_ELSEWHERE = 8


def judged(a: Node, b: Node, probability: float, contrast: float) -> float:
    """Return the probability, but certain for the same words, and none for what one article quotes as two, what was
    said on two occasions, and what differs in a contrast.
    """
    same_words = verbatim(a.wording, b.wording)
    if two_occasions(a, b) and not (same_words and min(a.words(), b.words()) >= PROOF_WORDS):
        return 0.0
    as_long = _as_long(a.wording, b.wording)
    contrary = contrast >= CONTRARY and (as_long or not (same_words and _words_stand(a.wording, b.wording)))
    if (contrary or _contradict(a.wording, b.wording)) and _changed_report(a, b):
        return 1.0
    if contrary:
        return 0.0
    if same_words and not a.runs.isdisjoint(b.runs):
        return 1.0
    if a.direct_in & b.direct_in:
        return 0.0
    twice = bool(a.articles & b.articles) and not (a.direct_in or b.direct_in)
    later = days_between(a, b) >= LATER_DAYS
    return max(probability - RETOLD_MARGIN * twice - LATER_MARGIN * later, 0.0)


def verbatim(a: Wording, b: Wording) -> bool:
    """Tell whether the words that one sets in marks stand in the other but for slips, and enough of them to show it."""
    if _contradict(a, b) or amounts_differ(a.whole.numbers, b.whole.numbers):
        return False
    return _stands_in(a.pieces, b.whole.text) or _stands_in(b.pieces, a.whole.text)


def _stands_in(pieces: Iterable[str], text: str) -> bool:
    able = [piece for piece in pieces if piece.count(" ") + 1 >= FEW_WORDS and len(piece) <= LONGER * len(text)]
    if any(fuzz.partial_ratio(piece, text, score_cutoff=VERBATIM) > 0 for piece in able):
        return True
    return any(_cut_inside(piece.split(" "), text.split(" ")) for piece in able)


def _cut_inside(piece: Sequence[str], text: Sequence[str]) -> bool:
    """Tell whether all words of ``piece`` stand in ``text`` in their order, where one outlet left some out between."""
    if not FEW_WORDS_ELSEWHERE <= len(piece) <= len(text) <= CUT * len(piece):
        return False
    return LCSseq.similarity(piece, text, score_cutoff=len(piece)) > 0


def _words_stand(a: Wording, b: Wording) -> bool:
    """Tell whether all words of the shorter wording stand in the longer one in their order; where marks stand inside,
    the words around them are an outlet's own.
    """
    if max(len(a.pieces), len(b.pieces)) > 1:
        return True
    short, long = sorted((a.whole.text.split(" "), b.whole.text.split(" ")), key=len)
    return LCSseq.similarity(short, long) == len(short)


def _as_long(a: Wording, b: Wording) -> bool:
    return min(len(a.key), len(b.key)) > AS_LONG * max(len(a.key), len(b.key))


def _contradict(a: Wording, b: Wording) -> bool:
    """Tell whether of two wordings as long the numbers differ, or one denies what the other does not."""
    if not _as_long(a, b):
        return False
    ours, theirs = frozenset(a.whole.senses), frozenset(b.whole.senses)
    contrary = bool(opposites(ours - theirs, theirs - ours))
    return (a.whole.negative != b.whole.negative) != contrary or amounts_differ(a.whole.values, b.whole.values)


def _changed_report(a: Node, b: Node) -> bool:
    """Tell whether two wordings are the same but for a contrast, and all else shows one utterance; see the module."""
    if min(a.words(), b.words()) < PROOF_WORDS or a.articles & b.articles or days_between(a, b) > CHANGED_DAYS:
        return False
    return fuzz.ratio(a.wording.whole.text, b.wording.whole.text, score_cutoff=CHANGED) > 0
