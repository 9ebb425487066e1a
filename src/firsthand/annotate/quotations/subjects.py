"""Who goes with a cue: the phrase before it or behind it, and whether the two together assert that words were said."""

from collections.abc import Sequence

from firsthand.annotate import cues, gazetteer, phrases
from firsthand.annotate.appositions import MAX_WORDS
from firsthand.annotate.cues import Cue
from firsthand.annotate.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    TIMES,
    adverbial,
    finite,
    word_set,
)
from firsthand.annotate.phrases import Phrase
from firsthand.annotate.sentences import Item

PAUSES = frozenset((",", "—", "–", "―", "-", "--"))
_FREE_RELATIVES = word_set("what how why whatever way everything anything something")
_MAX_OWNER = 5  # words of an owner
_ASIDES = word_set("quoted cited asked interviewed pressed contacted reached")
_ENDS_CLAUSE = word_set("; : and but because although though if when while")
_NOBODY = word_set("nobody no none neither anybody anyone whoever everything anything something")
_NOT_SAID = word_set("if unless whether not no neither nor")


def before(sentence: Sequence[Item], cue: Cue) -> Phrase | None:
    """Return the subject before a cue, an aside of a participle passed over: "Quell, quoted by TASS, said"."""
    if cue.participle and not _progressive(sentence, cue):
        return None
    comma = cue.first - 1
    if comma > 2 and sentence[comma].norm == ",":
        for i in range(comma - 2, max(0, comma - 2 * MAX_WORDS), -1):
            if sentence[i].norm == "," and sentence[i + 1].norm in _ASIDES:
                return phrases.before(sentence, i)
    return phrases.before(sentence, cue.first)


def distant(sentence: Sequence[Item], cue: Cue) -> Phrase | None:
    """Return the subject that a sentence begins with for a "said" that has none beside it.

    "Quell, one of the few people to have seen it, said": no quotation, no other clause may stand between.
    """
    if cue.head not in ("say", "tell") or cue.participle or sentence[cue.first].norm == cue.head:
        return None
    found = phrases.first(sentence)
    between = sentence[: cue.first] if found is None else sentence[found.last + 1 : cue.first]
    if found is None or found.first or not between or any(i.quote or i.norm in _ENDS_CLAUSE for i in between):
        return None
    return found if any(w.capital for w in sentence[1 : found.last + 1]) or found.last > 0 else None


def owner(sentence: Sequence[Item], last: int) -> Phrase | None:
    """Return the noun phrase that ends at ``last``, whose claim it is: "the foreign minister's claim"."""
    if not sentence[last].word or sentence[last].norm in SUBJECT_PRONOUNS | DETERMINERS:
        return None
    first = last
    while first > 0 and last - first < _MAX_OWNER and sentence[first].norm not in DETERMINERS:
        before = sentence[first - 1]
        if not before.word or before.norm in PREPOSITIONS | CONJUNCTIONS or finite(before.norm):
            break
        first -= 1
    return Phrase(first, last, first)


def named_after_role(sentence: Sequence[Item], subject: Phrase) -> Phrase:
    """Take the name in "according to the county coroner, Ada Quell, …" for the speaker."""
    comma = subject.last + 1
    if not gazetteer.role(sentence[subject.last].norm) or comma >= len(sentence) or sentence[comma].norm != ",":
        return subject
    end = comma + 1
    while end < len(sentence) and sentence[end].capital and end - comma < 5:
        end += 1
    named = end - comma > 2 and (end >= len(sentence) or sentence[end].norm in (",", ".", ";"))
    return Phrase(comma + 1, end - 1, end - 1) if named else subject


def _progressive(sentence: Sequence[Item], cue: Cue) -> bool:
    i = cue.first - 1
    while i >= 0 and adverbial(sentence[i].norm):
        i -= 1
    return (i >= 0 and sentence[i].norm in AUXILIARIES) or (i >= 1 and sentence[i].norm == "as")


def joined(sentence: Sequence[Item], cue: Cue) -> bool:
    """Tell whether a cue without a subject of its own goes on from the clause before: ", adding", "and said"."""
    i = cue.first - 1
    while i >= 0 and (adverbial(sentence[i].norm) or sentence[i].norm in ("has", "have", "had")):
        i -= 1
    if i < 0:
        return cue.participle
    if sentence[cue.first].norm == cue.head and cue.head != "say":
        return False  # an imperative: "and ask yourself"
    return sentence[i].norm in ("and", "but", "then") or (
        cue.participle and sentence[i].norm in PAUSES | {'"', "by", "while", "after", "before", "for"}
    )


def turned(sentence: Sequence[Item], cue: Cue, left: Phrase | None) -> Phrase | None:
    """Return the speaker after the cue where the clause is turned round, as after a quoted or reported clause."""
    i = cue.first - 1
    if cue.participle or i < 0 or not (sentence[i].quote or sentence[i].norm in PAUSES):
        return None
    if cue.head == "tell" or (left is not None and not sentence[i].quote and left.first != left.edge):
        return None
    if left is not None and sentence[i].quote is None:
        return None
    right = phrases.after(sentence, cue.last)
    if right is None:
        return None
    following = sentence[right.last + 1] if right.last + 1 < len(sentence) else None
    if following is None or not following.word or following.quote is not None:
        return right
    free = (
        following.norm in PREPOSITIONS | TIMES | CONJUNCTIONS
        or following.norm in ("who", "that")
        or following.norm.endswith("ing")
    )
    return right if free else None


def asserts(sentence: Sequence[Item], subject: Phrase, cue: Cue) -> bool:
    """Tell whether a subject and its cue say that words were said: not "you guessed", "if she says", "nobody said"."""
    lead = sentence[subject.first - 1].norm if subject.first else ""
    if unsaid(lead, sentence[subject.first].norm) or (subject.first == 1 and lead == "had"):
        return False
    return _agrees(sentence, subject, cue)


def unsaid(lead: str, first: str) -> bool:
    """Tell by the first word of a subject, and the word before it, that nothing is reported: "if she says"."""
    return first in ("you", "let") or first in _NOBODY or lead in _NOT_SAID


def _agrees(sentence: Sequence[Item], subject: Phrase, cue: Cue) -> bool:
    """Tell whether a subject can go with the cue's form: "they say", not "the say"; "claims" not of "false"."""
    verb, head = sentence[cue.first].norm, sentence[subject.last]
    if subject.first and sentence[subject.first - 1].norm in _FREE_RELATIVES:  # "what the minister said"
        following = sentence[cue.last + 1 : cue.last + 2]
        return cues.naming(cue.head) and bool(following) and following[0].quote is not None
    if cues.noun_like(verb) and not (head.capital or head.norm in SUBJECT_PRONOUNS or gazetteer.role(head.norm)):
        return (
            sentence[subject.first].norm in DETERMINERS
            and "-" not in head.text
            and verb.endswith("s") != head.norm.endswith("s")
        )
    if verb != cue.head:
        return True
    if sentence[subject.first].norm in ("a", "an"):
        return False
    plural = head.norm in ("they", "we", "i", "you", "who", "police", "people", "others", "some", "many")
    return plural or head.norm.endswith("s") or "and" in (w.norm for w in sentence[subject.first : subject.last])
