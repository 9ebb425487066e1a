"""Appositions: what may stand beside a speaker's name, and which of the two is the name.

Predicates on the words of a phrase; phrases are found elsewhere.
"""

from collections.abc import Sequence

from firsthand.annotate import gazetteer
from firsthand.annotate.grammar import (
    CONJUNCTIONS,
    DETERMINERS,
    NOUN_LINKS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    finite,
    word_set,
)
from firsthand.annotate.sentences import Item
from firsthand.annotate.tokens import Token

MAX_WORDS = 16  # longest noun phrase taken for a speaker, and longest apposition between it and its cue: x 2
STARTS = (
    DETERMINERS
    | RELATIVES
    | word_set("his her their its who speaking citing referring quoting including like former himself now also using")
)
_DEFINITE = word_set("the his her their its our my")
_LEADERS = word_set("head chair boss chief founder owner leader")


def one_bearer(words: Sequence[Item]) -> bool:
    """Tell whether a phrase describes one bearer, whose name may follow it: "its chair", "the head of the Board"."""
    if not (words[0].norm in _DEFINITE or any(w.norm == "'s" for w in words)):
        return False
    if not any(w.norm in NOUN_LINKS for w in words):
        return not words[-1].capital
    head = head_noun(words)
    return words[-1].capital and (gazetteer.role(head) or head in _LEADERS)


def head_noun(words: Sequence[Item]) -> str:
    """Return the head of a phrase: its last word before "of" or "for"."""
    return next((words[i - 1].norm for i in range(1, len(words)) if words[i].norm in NOUN_LINKS), words[-1].norm)


def all_name(words: Sequence[Item | Token]) -> bool:
    """Tell whether a phrase is two to four capitalised words and nothing else."""
    return 1 < len(words) <= 4 and all(w.capital and w.word for w in words)


def personal_name(words: Sequence[Item]) -> bool:
    """Tell whether a phrase ends in two to four capitalised words, the last no head of a body's name."""
    named = [w for w in words if w.capital]
    whole = 1 < len(words) <= 6 and all(w.capital or gazetteer.role(w.norm) for w in words)
    return whole and len(named) > 1 and named[-1].capital and not gazetteer.organisation_head(words[-1].norm)


def apposes(sentence: Sequence[Item], comma: int, closing: int) -> bool:
    """Tell whether what follows the comma describes the phrase before it rather than going on with a clause."""
    start = sentence[comma + 1]
    if start.norm in RELATIVES or start.norm.endswith(("ing", "ed")):
        return True
    if start.norm in CONJUNCTIONS | SUBJECT_PRONOUNS or start.quote is not None:
        return False
    described = start.text[0].isdigit() or start.norm in STARTS or closing - comma <= MAX_WORDS
    return described and not _clause(sentence[comma + 1 : closing])


def _clause(words: Sequence[Item]) -> bool:
    """Tell whether the words hold a finite verb of their own, those of relative clauses aside."""
    for i, w in enumerate(words):
        if w.norm in RELATIVES:
            return False
        participle = w.norm.endswith("ed") and (i + 1 == len(words) or words[i + 1].norm in PREPOSITIONS or not i)
        if finite(w.norm) and not w.capital and not participle:
            return True
    return False
