"""Subjects of reporting clauses: before the cue, after it, or what a sentence begins with."""

from collections.abc import Sequence

from firsthand.annotate import appositions, gazetteer
from firsthand.annotate.appositions import MAX_WORDS
from firsthand.annotate.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    WEEKDAYS,
    adverbial,
    finite,
    word_set,
)
from firsthand.annotate.phrases.nouns import BORDERS, Phrase, heads, leftmost, rightmost
from firsthand.annotate.sentences import Item

_MAX_STEPS = 3  # prepositional phrases between a subject and its verb
_ARTICLED = DETERMINERS - {"this", "that", "these", "those"}
_SPANS = word_set("week month year morning afternoon evening night weekend summer spring winter fall")
_LEADS = word_set("ahead because due prior regardless instead together contrary thanks according")


def before(sentence: Sequence[Item], cue: int) -> Phrase | None:
    """Return the subject that stands before the cue at item ``cue``, or None."""
    last = _skip_auxiliaries(sentence, cue - 1)
    if last < 0:
        return None
    if sentence[last].norm == "who":
        return _antecedent(sentence, last)
    if sentence[last].norm in SUBJECT_PRONOUNS:
        return Phrase(last, last, last)
    if sentence[last].norm in ",)—–―-" or sentence[last].norm == "--":
        return _before_apposition(sentence, last)
    found = _subject(sentence, last)
    return found if found is None else _before_relative(sentence, found)


def _before_relative(sentence: Sequence[Item], phrase: Phrase) -> Phrase:
    """Return the antecedent where a phrase ends a relative clause: "the captain of the ferry that ran aground"."""
    for i in range(phrase.first - 1, max(0, phrase.first - MAX_WORDS), -1):
        norm = sentence[i].norm
        if norm in BORDERS or sentence[i].quote is not None or norm in SUBJECT_PRONOUNS:
            return phrase
        if norm not in ("that", "which", "who"):
            continue
        begins = sentence[i + 1].norm
        if not finite(begins) or sentence[i + 1].capital or not heads(sentence[i - 1]):
            return phrase
        first = leftmost(sentence, i - 1)
        if first is None or sentence[first].norm not in _ARTICLED or _reports(sentence[i - 1]):
            return phrase
        return Phrase(first, i - 1, first)
    return phrase


def _reports(item: Item) -> bool:
    return finite(item.norm) and not item.capital


def _subject(sentence: Sequence[Item], last: int) -> Phrase | None:
    """Read the phrase that ends at ``last``; what a preposition leads in only stands between subject and verb."""
    end = last
    for _ in range(_MAX_STEPS):
        first = leftmost(sentence, end)
        if first is None:
            return None
        lead = first - 1
        if lead < 0 or sentence[lead].norm not in PREPOSITIONS - SUBORDINATORS:
            return Phrase(first, end, first)
        if lead == 0 or not heads(sentence[lead - 1]):
            named = next(
                (i for i in range(first + 1, end + 1) if sentence[i].capital and not sentence[i - 1].capital), first
            )
            return Phrase(named, end, named) if sentence[named].capital or lead == 0 else None
        end = lead - 1
        while end > 0 and sentence[end].norm.endswith(("ing", "ed")):
            end -= 1
    return None


def after(sentence: Sequence[Item], cue: int) -> Phrase | None:
    """Return the subject that stands after the cue whose last item is ``cue`` ("said the mayor, who …"), or None."""
    first = cue + 1
    while first < len(sentence) and adverbial(sentence[first].norm):
        first += 1
    if first >= len(sentence) or not sentence[first].word:
        return None
    if sentence[first].norm in SUBJECT_PRONOUNS:
        return Phrase(first, first, first)
    last = rightmost(sentence, first)
    return None if last is None else Phrase(first, last, _end_of_apposition(sentence, last))


def _skip_auxiliaries(sentence: Sequence[Item], i: int) -> int:
    """Step left over what may stand between subject and verb: "has also", "on Thursday", "was quoted as"."""
    while i >= 0:
        norm = sentence[i].norm
        if (
            (norm in WEEKDAYS and i and sentence[i - 1].norm == "on")
            or (norm in _SPANS and i and sentence[i - 1].norm in ("this", "last", "next"))
            or (norm == "as" and i > 1 and sentence[i - 1].norm == "quoted")
        ):
            i -= 2
        elif adverbial(norm) or norm in AUXILIARIES or norm in ("went", "go", "continued"):
            if norm == "'s" and i and sentence[i - 1].norm not in SUBJECT_PRONOUNS:
                break
            i -= 1
        else:
            break
    return i


def _antecedent(sentence: Sequence[Item], who: int) -> Phrase | None:
    last = who - 1
    if last >= 0 and sentence[last].norm in ",—–":
        last -= 1
    first = leftmost(sentence, last) if last >= 0 else None
    return Phrase(who, who, who) if first is None else Phrase(first, last, first)


def _before_apposition(sentence: Sequence[Item], closing: int) -> Phrase | None:
    """Read "Quell, who lives here, said": the phrase before the apposition that ends at ``closing``."""
    opener = "(" if sentence[closing].norm == ")" else sentence[closing].norm
    for i in range(closing - 1, max(-1, closing - 2 * MAX_WORDS), -1):
        if sentence[i].norm != opener or i == 0:
            continue
        if opener == "," and not appositions.apposes(sentence, i, closing):
            continue
        first = leftmost(sentence, i - 1)
        if first is not None and _describes(sentence, first, i - 1):
            return _named_in(sentence, Phrase(first, i - 1, first), closing)
    return None


def _named_in(sentence: Sequence[Item], phrase: Phrase, closing: int) -> Phrase:
    """Return the name among a phrase and what stands in apposition to it.

    "The chief executive, Mara Quill, said" has it after the phrase; "Quill, 44, a spokeswoman for the operator, Halden
    Lines, said" before it.
    """
    words, name = sentence[phrase.first : phrase.last + 1], sentence[phrase.last + 2 : closing]
    if appositions.one_bearer(words) and appositions.all_name(name):
        return Phrase(phrase.last + 2, closing - 1, phrase.first)
    if words[0].norm not in appositions.STARTS or not gazetteer.role(appositions.head_noun(words)):
        return phrase
    comma = phrase.first - 1
    if comma > 1 and sentence[comma].norm == "," and sentence[comma - 1].text.isdigit():
        comma -= 2  # an age
    first = leftmost(sentence, comma - 1) if comma > 0 and sentence[comma].norm == "," else None
    if first is None or (first > 0 and sentence[first - 1].norm in PREPOSITIONS):
        return phrase
    return Phrase(first, comma - 1, first) if appositions.personal_name(sentence[first:comma]) else phrase


def _describes(sentence: Sequence[Item], first: int, last: int) -> bool:
    return any(w.capital for w in sentence[first : last + 1]) or sentence[first].norm in DETERMINERS


def _end_of_apposition(sentence: Sequence[Item], last: int) -> int:
    """Return the last item of an apposition after ``last`` ("said Smith, who leads the board"), else ``last``."""
    i = last + 1
    if (
        i + 1 >= len(sentence)
        or sentence[i].norm != ","
        or not (sentence[i + 1].norm in appositions.STARTS or sentence[i + 1].text[0].isdigit())
    ):
        return last
    while i + 1 < len(sentence) and sentence[i + 1].quote is None and sentence[i + 1].norm not in (".", ";", ":"):
        i += 1
    return i


def first(sentence: Sequence[Item]) -> Phrase | None:
    """Return the noun phrase that a sentence begins with, sentence adverbs and a leading "On Thursday," passed over."""
    start = 0
    while start < len(sentence) and (
        sentence[start].norm in CONJUNCTIONS or adverbial(sentence[start].norm) or sentence[start].norm == ","
    ):
        start += 1
    if start < len(sentence) and (sentence[start].norm in PREPOSITIONS or sentence[start].norm in _LEADS):
        comma = next((i for i in range(start, len(sentence)) if sentence[i].norm == ","), len(sentence))
        start = comma + 1
    if start >= len(sentence) or not sentence[start].word:
        return None
    if sentence[start].norm in SUBJECT_PRONOUNS:
        return Phrase(start, start, start)
    last = rightmost(sentence, start)
    return None if last is None else Phrase(start, last, last)
