"""The borders of a noun phrase: which words to the left or to the right of its head still belong to it."""

from collections.abc import Sequence
from typing import NamedTuple

from firsthand.annotate import gazetteer
from firsthand.annotate.appositions import MAX_WORDS
from firsthand.annotate.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    MODALS,
    MONTHS,
    NEGATIONS,
    NOUN_LINKS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    TIMES,
    WEEKDAYS,
    adverbial,
    finite,
    word_set,
)
from firsthand.annotate.sentences import Item

# What words are said in: "In a statement Smith said" has its subject after the noun.
OCCASIONS = word_set(
    "statement interview tweet post message letter email e-mail memo speech address remarks testimony briefing "
    "conference filing release op-ed column interviews statements tweets"
)
BORDERS = frozenset(',;:()[]—–―-"…/') | {"--", "...", ".", "!", "?"}
_NOT_IN_NAMES = (
    {"what", "how", "why", "whatever"} | CONJUNCTIONS - {"and"} | RELATIVES | AUXILIARIES - {"'s"} | MODALS | NEGATIONS
)
_PAST_PARTICIPLES = word_set(
    "so-called armed united retired wanted unnamed unidentified wounded injured elected accused convicted "
    "based-in allied red"
)


_SOLE = word_set("others all both many some several one most this that another")


class Phrase(NamedTuple):
    """The items ``first``…``last`` (both in) that name a speaker; ``edge`` is the outermost item of its apposition."""

    first: int
    last: int
    edge: int


def ending(sentence: Sequence[Item], last: int) -> Phrase | None:
    """Return the noun phrase that ends at item ``last``, or None."""
    first = leftmost(sentence, last)
    return None if first is None else Phrase(first, last, first)


def leftmost(sentence: Sequence[Item], last: int) -> int | None:
    """Return the first item of the noun phrase that ends at ``last``, or None if there is none."""
    if not heads(sentence[last]):
        return None
    i = last
    while i > 0 and last - i < MAX_WORDS and _joins_left(sentence, i - 1):
        i -= 1
    return _trim(sentence, i, last)


def heads(item: Item) -> bool:
    """Tell whether an item may be the head of a noun phrase."""
    norm = item.norm
    return (
        item.word
        and norm not in MODALS
        and (
            item.capital
            or not (norm in PREPOSITIONS or norm in CONJUNCTIONS or finite(norm) or norm in DETERMINERS - _SOLE)
        )
        and norm not in WEEKDAYS
        and norm not in MONTHS
    )


def _joins_left(sentence: Sequence[Item], i: int) -> bool:
    item, right = sentence[i], sentence[i + 1]
    norm = item.norm
    if norm in ("'s", "’", "'", "&"):
        return True
    if norm == "-" and i > 0 and sentence[i - 1].end == item.start and sentence[i - 1].text.isdigit():
        return True  # "the 54-year-old"
    if norm in BORDERS or not (item.word or item.quote):
        return False
    if item.quote is not None:
        return item.quote.inner_end - item.quote.inner_start < 20 and item.end - item.start < 24
    if right.norm in ("the", "a", "an") and norm not in NOUN_LINKS and norm != "and":
        return False
    if norm in _NOT_IN_NAMES or norm in WEEKDAYS or norm in SUBJECT_PRONOUNS:
        return False
    if norm in OCCASIONS and right.capital:
        return False
    if norm == "and":
        return i > 0 and (sentence[i - 1].capital == right.capital) and heads(sentence[i - 1])
    if norm in PREPOSITIONS:
        return norm in NOUN_LINKS and i > 0 and heads(sentence[i - 1]) and sentence[i - 1].norm not in OCCASIONS
    if item.capital or norm in DETERMINERS:
        return norm not in TIMES or norm in ("this", "last")
    if right.capital and i and sentence[i - 1].capital and norm.endswith("s") and not gazetteer.role(norm):
        return False  # "Quell endorses Reve, who …"
    return norm in _PAST_PARTICIPLES or not (finite(norm) or (adverbial(norm) and not norm.endswith("ly")))


def _trim(sentence: Sequence[Item], first: int, last: int) -> int | None:
    """Leave out sentence adverbs and conjunctions in front: "However the minister", "Earlier Smith"."""
    while first <= last and (
        sentence[first].norm in CONJUNCTIONS
        or sentence[first].norm in ("'s", "’", "'", "of", "from", "with", "in", "on", "at", "for", "to", "behind")
        or (adverbial(sentence[first].norm) and sentence[first].norm not in ("all", "both"))
        or (sentence[first].norm in PREPOSITIONS)
    ):
        first += 1
    return first if first <= last and any(w.word for w in sentence[first : last + 1]) else None


def rightmost(sentence: Sequence[Item], first: int) -> int | None:
    """Return the last item of the noun phrase that begins at ``first``, or None if there is none."""
    head = sentence[first]
    if not (head.capital or head.norm in DETERMINERS or _nominal(head)):
        return None
    i = first
    while i + 1 < len(sentence) and i - first < MAX_WORDS and _joins_right(sentence, i + 1):
        i += 1
    while i > first and (sentence[i].norm in NOUN_LINKS or sentence[i].norm in ("and", "'s")):
        i -= 1
    return i if any(heads(w) for w in sentence[first : i + 1]) else None


def _joins_right(sentence: Sequence[Item], i: int) -> bool:
    item = sentence[i]
    norm = item.norm
    if norm in ("'s", "’", "'", "&"):
        return True
    if item.quote is not None or norm in BORDERS or not item.word:
        return False
    if norm in WEEKDAYS or norm in MONTHS or norm in _NOT_IN_NAMES or norm in SUBJECT_PRONOUNS:
        return False
    following = sentence[i + 1] if i + 1 < len(sentence) else None
    if norm in ("of", "for"):
        return following is not None
    if norm == "and":
        return following is not None and following.capital and sentence[i - 1].capital
    if norm in PREPOSITIONS:
        return False
    if norm in DETERMINERS:
        return sentence[i - 1].norm in ("of", "for")
    return item.capital or (_nominal(item) and norm not in TIMES)


def _nominal(item: Item) -> bool:
    norm = item.norm
    return item.word and not (
        finite(norm) or adverbial(norm) or norm in NEGATIONS or norm in PREPOSITIONS or norm in CONJUNCTIONS
    )
