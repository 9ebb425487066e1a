"""Reporting clauses: a cue with its speaker, and the block of items that the two take up in the sentence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from firsthand.annotate import cues, gazetteer, phrases
from firsthand.annotate.appositions import MAX_WORDS
from firsthand.annotate.cues import Cue, Strength
from firsthand.annotate.grammar import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    FOREIGN_PRONOUNS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    TIMES,
    adverbial,
    finite,
)
from firsthand.annotate.phrases import Phrase
from firsthand.annotate.sentences import Item

_FOREIGN_LEAD = 5  # small words between a verb of another language and the name: "le ministre de la"
_PAUSES = frozenset((",", "—", "–", "―", "-", "--"))
_FREE_RELATIVES = frozenset(("what", "how", "why", "whatever", "way"))
_ENDINGS = frozenset((".", "!", "?", ";", ")", "…", "..."))


@dataclass(frozen=True, slots=True)
class Report:
    """A reporting clause: items ``first``…``last`` of its sentence (both in), speaker unknown if ``subject`` is None.

    ``rest`` is the first item of what may be its complement on the right; ``that`` tells whether "that" leads in.
    """

    cue: Cue
    subject: Phrase | None
    first: int
    last: int
    rest: int
    that: bool = False

    @property
    def inverted(self) -> bool:
        """Whether the speaker stands after the cue."""
        return self.subject is not None and self.subject.first > self.cue.last


def find(sentence: Sequence[Item]) -> list[Report]:
    """Return the reporting clauses of a sentence from left to right."""
    out: list[Report] = []
    for cue in cues.find(sentence):
        if out and cue.first <= out[-1].last:
            continue
        report = _source(sentence, cue) if cue.source_after else _verb(sentence, cue)
        if report is not None:
            out.append(report)
    return out


def _source(sentence: Sequence[Item], cue: Cue) -> Report | None:
    """Read "according to" and the phrase that follows it, up to the comma that ends the phrase."""
    subject = phrases.after(sentence, cue.last)
    if subject is None:
        return None
    subject = _named_after_role(sentence, subject)
    last = subject.last
    while (
        last + 1 < len(sentence)
        and sentence[last + 1].norm not in (",", ";", ":", ".")
        and not sentence[last + 1].quote
    ):
        last += 1
    rest = last + 1
    while rest < len(sentence) and sentence[rest].norm in (",", ":"):
        rest += 1
    return Report(cue, subject, cue.first, last, rest)


def _named_after_role(sentence: Sequence[Item], subject: Phrase) -> Phrase:
    """Take the name in "according to the county coroner, Ada Quell, …" for the speaker."""
    comma = subject.last + 1
    if not gazetteer.role(sentence[subject.last].norm) or comma >= len(sentence) or sentence[comma].norm != ",":
        return subject
    end = comma + 1
    while end < len(sentence) and sentence[end].capital and end - comma < 5:
        end += 1
    named = end - comma > 2 and end < len(sentence) and sentence[end].norm == ","
    return Phrase(comma + 1, end - 1, end - 1) if named else subject


def _verb(sentence: Sequence[Item], cue: Cue) -> Report | None:
    if cue.foreign:
        named = _foreign_name(sentence, cue.last + 1)
        end = cue.last if named is None else named.last
        return Report(cue, named, cue.first, end, end + 1)
    relayed = _relayed(sentence, cue)
    if relayed is not None:
        return relayed
    left = None if cue.participle and not _progressive(sentence, cue) else phrases.before(sentence, cue.first)
    turned = _turned(sentence, cue, left)
    if turned is not None:
        last = turned.edge
        return Report(cue, turned, cue.first, last, _rest(sentence, last, cue)[0])
    if left is None and not _joined(sentence, cue):
        return None
    if left is not None and sentence[left.first].norm == "you":
        return None  # "you guessed it"
    if left is not None and not _agrees(sentence, left, cue):
        return None
    first = cue.first if left is None else min(left.first, left.edge)
    rest, that = _rest(sentence, cue.last, cue)
    return Report(cue, left, first, cue.last, rest, that)


def _foreign_name(sentence: Sequence[Item], i: int) -> Phrase | None:
    """Return the pronoun or the name after a verb of another language, of "die Bäuerin Ada Quell" the last two words.

    German writes nouns with a capital: after an article the first word is one, and alone it names nobody.
    """
    begin = i
    while i < len(sentence) and sentence[i].word and not sentence[i].capital and i - begin < _FOREIGN_LEAD:
        if i == begin and sentence[i].norm in FOREIGN_PRONOUNS:
            return Phrase(i, i, i)
        i += 1
    end = i
    while end < len(sentence) and sentence[end].word and sentence[end].capital:
        end += 1
    first = i + 1 if i > begin and end - i != 2 else i
    return Phrase(first, end - 1, end - 1) if 0 < end - first <= MAX_WORDS else None


def _relayed(sentence: Sequence[Item], cue: Cue) -> Report | None:
    """Read "the agency quoted the mayor as saying …": the mayor speaks, whoever quotes only passes it on."""
    if cue.head not in ("quote", "cite") or cue.participle:
        return None
    end = min(len(sentence), cue.last + 2 + MAX_WORDS)
    at = next((i for i in range(cue.last + 2, end - 1) if sentence[i].norm == "as"), None)
    if at is None or sentence[at + 1].norm not in ("saying", "telling", "stating"):
        return None
    speaker = Phrase(cue.last + 1, at - 1, cue.last + 1)
    words = sentence[speaker.first : speaker.last + 1]
    if any(item.norm in ",;:." or item.quote for item in words):
        return None
    saying = replace(cue, first=at + 1, last=at + 1, head="say", strength=Strength.SAY)
    quoting = phrases.before(sentence, cue.first)
    rest, that = _rest(sentence, at + 1, saying)
    return Report(saying, speaker, cue.first if quoting is None else quoting.first, at + 1, rest, that)


def _progressive(sentence: Sequence[Item], cue: Cue) -> bool:
    i = cue.first - 1
    while i >= 0 and adverbial(sentence[i].norm):
        i -= 1
    return (i >= 0 and sentence[i].norm in AUXILIARIES) or (i >= 1 and sentence[i].norm == "as")


def _joined(sentence: Sequence[Item], cue: Cue) -> bool:
    """Tell whether a cue without a subject of its own goes on from the clause before: ", adding", "and said"."""
    i = cue.first - 1
    while i >= 0 and adverbial(sentence[i].norm):
        i -= 1
    if i < 0:
        return cue.participle
    if sentence[cue.first].norm == cue.head and cue.head != "say":
        return False  # an imperative: "and ask yourself"
    return sentence[i].norm in ("and", "but", "then") or (
        cue.participle and sentence[i].norm in _PAUSES | {'"', "by", "while"}
    )


def _turned(sentence: Sequence[Item], cue: Cue, left: Phrase | None) -> Phrase | None:
    """Return the speaker after the cue where the clause is turned round, as after a quoted or reported clause."""
    i = cue.first - 1
    if cue.participle or i < 0 or not (sentence[i].quote or sentence[i].norm in _PAUSES):
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


def _agrees(sentence: Sequence[Item], subject: Phrase, cue: Cue) -> bool:
    """Tell whether a subject can go with the cue's form: "they say", not "the say"; "claims" not of "false"."""
    verb, head = sentence[cue.first].norm, sentence[subject.last]
    if subject.first and sentence[subject.first - 1].norm in _FREE_RELATIVES:
        return False  # "what the minister said"
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


def _rest(sentence: Sequence[Item], last: int, cue: Cue) -> tuple[int, bool]:
    """Return where the complement on the right begins, times and places and the addressee passed over."""
    i = last + 1
    if cue.head in ("tell", "inform", "assure", "remind", "notify", "warn", "advise"):
        i = _addressee(sentence, i)
    end = len(sentence)
    while i < end:
        norm = sentence[i].norm
        if norm == "that" or (
            norm in ("whether", "if") and cue.head in ("ask", "wonder", "say", "question", "inquire", "query")
        ):
            return i + (norm == "that"), True
        if norm in _ENDINGS or sentence[i].quote or norm == ":":
            break
        if norm == "," and i + 1 < end and sentence[i + 1].quote:
            i += 1
        elif norm == "," and (that := _that_after_pause(sentence, i)):
            i = that
        elif norm in PREPOSITIONS and norm not in ("as", "than", "like"):
            passed = _past_phrase(sentence, i)
            if passed == i:
                break
            i = passed
        elif (norm in TIMES and not _pronoun(sentence, i)) or (
            adverbial(norm) and norm not in ("here", "there", "both", "all", "once", "simply", "only")
        ):
            i += 1
        else:
            break
    while i < end and sentence[i].norm == ":":
        i += 1
    return i, False


def _pronoun(sentence: Sequence[Item], i: int) -> bool:
    """Tell whether "this", "last" or "next" stands for something rather than before a time: "this is the bridge"."""
    following = sentence[i + 1].norm if i + 1 < len(sentence) else ""
    return sentence[i].norm in ("this", "last", "next") and following not in TIMES


def _that_after_pause(sentence: Sequence[Item], comma: int) -> int | None:
    """Find the "that" of "insists, most recently on Monday, that …": the item, or None."""
    for k in range(comma + 1, min(comma + 16, len(sentence) - 1)):
        if sentence[k].quote is not None or sentence[k].norm in _ENDINGS:
            return None
        if sentence[k].norm == "that" and (sentence[k - 1].norm == ","):
            return k
    return None


def _addressee(sentence: Sequence[Item], i: int) -> int:
    """Pass over whom it was told: "reporters", "the Norda news agency", "her"."""
    begin = i
    if i < len(sentence) and (
        sentence[i].norm in SUBJECT_PRONOUNS or sentence[i].norm in ("him", "her", "them", "us", "me")
    ):
        return i + 1
    while i < len(sentence) and i - begin < 12:
        norm = sentence[i].norm
        if norm == "that" or not sentence[i].word or norm in SUBJECT_PRONOUNS or norm in PREPOSITIONS - {"of", "for"}:
            break
        if i > begin and (
            (norm in DETERMINERS and sentence[i - 1].norm not in ("of", "for")) or norm in TIMES or finite(norm)
        ):
            break
        if i > begin and sentence[i - 1].norm in ("reporters", "journalists", "lawmakers", "supporters", "investors"):
            break
        i += 1
    if i < len(sentence) and sentence[i].norm == "'s":
        return _addressee(sentence, i + 1)
    return i


def _past_phrase(sentence: Sequence[Item], i: int) -> int:
    """Return the item after the phrase of time, place or occasion that starts at ``i``; ``i`` if it is none."""
    k = i + 1
    while k < len(sentence) and k - i < 14:
        item = sentence[k]
        norm = item.norm
        if norm == "that" and k + 1 < len(sentence) and finite(sentence[k + 1].norm):
            return _past_relative(sentence, k)
        if norm == "that" or norm == ":" or item.quote or norm in _ENDINGS or norm == ",":
            return k
        if norm in SUBJECT_PRONOUNS or (
            norm in DETERMINERS and not item.capital and k > i + 1 and sentence[k - 1].norm not in PREPOSITIONS
        ):
            return k
        if finite(norm) and norm not in ("'s",) and not norm.endswith("ed"):
            return i
        k += 1
    return k


def _past_relative(sentence: Sequence[Item], that: int) -> int:
    """Return the item after a relative clause, as in "the news conference that followed the talks in Vienna"."""
    k = that + 1
    while k < len(sentence) and not (
        sentence[k].quote or sentence[k].norm in _ENDINGS or sentence[k].norm in (",", "that")
    ):
        k += 1
    return k
