"""How one quotation's words differ from another's, word by word."""

import re

from rapidfuzz.distance import Indel, LCSseq

from firsthand.link.statements.lexicon import NEGATIONS
from firsthand.link.statements.synonyms import stem
from firsthand.link.statements.wording import amounts_differ, key_of, numbers, unbracketed
from firsthand.model import DifferenceKind, QuotationType
from firsthand.text import fold, squeeze, words

# Of the shorter one's words this part must stand in the other in the same order, or the two are not one English
# wording but two translations (ours).
ONE_WORDING = 0.65
# A negation within a longer stretch that only one side has belongs to what was left out; it is no changed one (ours).
SHORT_STRETCH = 4
# Of a longer quotation only the head is aligned: alignment takes time by the square.
MAX_WORDS = 600

_BRACKETS = re.compile(r"\[[^\[\]]{0,200}\]")
_CONTRACTIONS = {
    "can't": ("can", "not"),
    "cannot": ("can", "not"),
    "shan't": ("shall", "not"),
    "won't": ("will", "not"),
}
_RETOLD: dict[tuple[QuotationType, QuotationType], DifferenceKind] = {
    ("direct", "indirect"): "direct to indirect",
    ("mixed", "indirect"): "direct to indirect",
    ("direct", "mixed"): "direct to mixed",
}

Stretch = tuple[list[str], list[str]]


def kinds(words_a: str, type_a: QuotationType, words_b: str, type_b: QuotationType) -> tuple[DifferenceKind, ...]:
    """Return how the quotation ``b`` differs from ``a``, the one that stands for their statement.

    Words are compared without case, marks and bracketed insertions. Where two direct quotations share too few words
    to be one wording, they are two translations and nothing is said of single words; so with what is retold.
    """
    retold = _RETOLD.get((type_a, type_b))
    found: list[DifferenceKind] = [retold] if retold else []
    if key_of(words_a) == key_of(words_b):
        found.append("same words" if _insertions(words_a) == _insertions(words_b) else "editorial brackets")
        return tuple(found)
    a, b = _expanded(words_a), _expanded(words_b)
    if not _one_wording(a, b):
        found += ["other translation"] if type_a == type_b == "direct" else []
        found += ["changed number"] if _numbers_differ(words_a, words_b) else []
        return tuple(found) or ("changed words",)
    found += _word_kinds(_stretches(a, b))
    found += ["changed number"] if _numbers_differ(words_a, words_b) else []
    found += ["editorial brackets"] if _insertions(words_a) != _insertions(words_b) else []
    return tuple(dict.fromkeys(found)) or ("changed words",)


def _word_kinds(stretches: list[Stretch]) -> list[DifferenceKind]:
    found: list[DifferenceKind] = []
    for left, right in stretches:
        if _negates(left) != _negates(right) and max(len(left), len(right)) <= SHORT_STRETCH:
            found.append("changed negation")
        if left and right:
            found.append("changed words")
        else:
            found.append("dropped words" if left else "added words")
    return list(dict.fromkeys(found))


def _stretches(a: list[str], b: list[str]) -> list[Stretch]:
    """Return what stands between the words that both have in one order: pairs of a side's words, either may be none."""
    out: list[Stretch] = []
    left: list[str] = []
    right: list[str] = []
    last: list[str] = []
    for op in [*Indel.opcodes(a, b), None]:
        if op is not None and op.tag != "equal":
            left += a[op.src_start : op.src_end]
            right += b[op.dest_start : op.dest_end]
            continue
        following = a[op.src_start : op.src_start + 1] if op is not None else []
        if left or right:
            out.append(_mended(left, right, last + following))
        left, right = [], []
        last = a[op.src_end - 1 : op.src_end] if op is not None else []
    return out


def _mended(left: list[str], right: list[str], beside: list[str]) -> Stretch:
    """Return the stretch; a lone word beside another form of itself ("had have") is a slip, and mending it a change."""
    lone = left + right
    if len(lone) == 1 and stem(lone[0]) in map(stem, beside):
        return left or beside, right or beside
    return left, right


def _one_wording(a: list[str], b: list[str]) -> bool:
    return LCSseq.similarity(a, b) >= ONE_WORDING * min(len(a), len(b))


def _expanded(text: str) -> list[str]:
    """Return the words compared, contractions of "not" written out."""
    norms = words(unbracketed(squeeze(fold(text))))[:MAX_WORDS]
    return [part for w in norms for part in _CONTRACTIONS.get(w) or _written_out(w)]


def _written_out(word: str) -> tuple[str, ...]:
    return (word.removesuffix("n't"), "not") if word.endswith("n't") else (word,)


def _negates(stretch: list[str]) -> bool:
    return not NEGATIONS.isdisjoint(stretch)


def _numbers_differ(a: str, b: str) -> bool:
    return amounts_differ(numbers(fold(a)), numbers(fold(b)))


def _insertions(text: str) -> list[str]:
    return [squeeze(found) for found in _BRACKETS.findall(text)]
