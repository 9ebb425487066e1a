"""The complement of a cue: where it begins, past whom it was told, the time and the place, and whether it is speech."""

from collections.abc import Sequence

from firsthand.annotate.cues import Cue, Strength, naming, needs_that, needs_verb, requesting, requesting_thing
from firsthand.annotate.grammar import (
    AUXILIARIES,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    RELATIVES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIMES,
    adverbial,
    finite,
    has_finite,
    word_set,
)
from firsthand.annotate.sentences import Item

MIN_WORDS = 2  # a reported clause without marks has at least two words ("said so" reports nothing)
_SAID_WORDS = 5  # so many words after "said" are a clause, though no word of them shows a verb that we know
_CERTAIN = MODALS | word_set("is are was were has have had does did")  # show a clause at once: "clients are asking"
_STRESSED = word_set("stress emphasize emphasise underline underscore reiterate reaffirm")
_WEIGHTY = word_set("need importance necessity commitment readiness willingness support significance")
_OPENERS = word_set("the a an his her its their this these those there some no many most all both")
_TO_WHOM = word_set("tell inform assure remind notify warn advise")
_ROUGHLY = word_set("about around over under up between")
_QUESTIONS = word_set("why how what when where who which")
_NO_CLAUSE = word_set("to of as , so and but about if")
_NO_SUBJECT = PREPOSITIONS | word_set("much same nothing something anything things little goodbye hello prayers")
_ENDINGS = frozenset((".", "!", "?", ";", ")", "…", "..."))


def begins(sentence: Sequence[Item], last: int, cue: Cue) -> tuple[int, bool]:
    """Return where the complement on the right begins, times and places and the addressee passed over."""
    i = last + 1
    if cue.head in _TO_WHOM:
        i = _addressee(sentence, i)
    elif cue.head == "ask":
        i = _asked(sentence, i)
    end = len(sentence)
    while i < end:
        norm = sentence[i].norm
        if norm == "that" or (
            norm in ("whether", "if") and cue.head in ("ask", "wonder", "say", "question", "inquire", "query")
        ):
            past = i + (norm == "that")
            return past + (past > i and past < end and sentence[past].norm == ","), True
        if norm in _ENDINGS or sentence[i].quote or norm in (":", "against"):
            break  # "warned against assuming that it held" says the opposite of what stands after "that"
        if norm == "(" and (closing := _closing(sentence, i)) is not None:
            i = closing + 1
        elif norm == "," and i + 3 < end and sentence[i + 1].capital and sentence[i + 2].norm == ",":
            if sentence[i + 3].quote is None:
                break  # "at a rally in Orrin, Norvania, “…”"
            i += 3
        elif norm == "," and i + 1 < end and sentence[i + 1].quote:
            i += 1
        elif norm == "," and (that := _that_after_pause(sentence, i)):
            i = that
        elif norm in PREPOSITIONS and norm not in ("as", "than", "like") and not _opens(sentence, i, cue):
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


def _closing(sentence: Sequence[Item], i: int) -> int | None:
    """Return the bracket that closes "(March 3)", or None."""
    return next((k for k in range(i + 1, min(i + 8, len(sentence))) if sentence[k].norm == ")"), None)


def _opens(sentence: Sequence[Item], i: int, cue: Cue) -> bool:
    """Tell whether a preposition belongs to what was said: "about 20 people", "promised to stay"."""
    following = sentence[i + 1] if i + 1 < len(sentence) else None
    if following is None or sentence[i].norm in _ROUGHLY:
        return following is not None and following.text[0].isdigit()
    told = cue.head in _TO_WHOM and _infinitive(following)
    return sentence[i].norm == "to" and (told or requesting(cue.head))


def _asked(sentence: Sequence[Item], i: int) -> int:
    """Pass over who was asked: "asked the engineers why …"."""
    for k in range(i, min(i + 8, len(sentence))):
        if sentence[k].norm in _QUESTIONS | {"whether", "if"}:
            return k
        if not sentence[k].word or sentence[k].norm in PREPOSITIONS:
            break
    return i


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
        owner = sentence[i].norm == "her" and [s.norm for s in sentence[i + 2 : i + 3]] in (["to"], ["that"])
        if not owner:
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


def reportable(sentence: Sequence[Item], report_rest: int, cue: Cue, *, that: bool) -> bool:
    """Tell whether what begins at ``report_rest`` is something that the cue can report."""
    rest = sentence[report_rest:]
    words = [i for i in rest if i.word or i.quote]
    if not words:
        return False
    if cue.source_after and rest[0].norm in RELATIVES:
        return False
    if rest[0].quote is not None or (requesting(cue.head) and requests(sentence, report_rest, cue)):
        return True
    if rest[0].norm == "to" and cue.head in _TO_WHOM and len(rest) > 1:
        return _infinitive(rest[1])
    if cue.strength == Strength.QUOTED:
        return naming(cue.head) and _near_quote(rest)
    if that or (sentence[report_rest - 1].norm == ":" and cue.strength >= Strength.CLAUSE):
        return len(words) >= MIN_WORDS
    if cue.head in _STRESSED and any(w.norm in _WEIGHTY for w in rest[:3]):
        return True
    if cue.head in ("ask", "wonder") and rest[0].norm in _QUESTIONS and len(words) > MIN_WORDS:
        return clausal(rest)
    bare = rest[0].norm in _NO_CLAUSE and not (len(rest) > 1 and rest[1].text[0].isdigit())
    if bare or needs_that(cue.head):
        return _near_quote(rest) and rest[0].norm != ","
    if len(words) < MIN_WORDS:
        return False
    if needs_verb(cue.head):
        return _surely_clausal(rest)
    return rest[0].norm in SUBJECT_PRONOUNS or clausal(rest) or (cue.strength == Strength.SAY and _unknown_verb(rest))


def requests(sentence: Sequence[Item], start: int, cue: Cue) -> bool:
    """Tell whether an infinitive follows: "urged them to leave", "vowed to stay"; "called for" needs none."""
    rest = sentence[start : start + 12]
    if requesting_thing(cue.head):
        return len(rest) > 2
    for i, item in enumerate(rest[:-1]):
        if item.norm == "to":
            promised = cue.head in ("vow", "pledge", "promise", "threaten", "ask")
            return promised or i > (rest[0].norm == "not")
        if item.quote is not None or item.norm in (",", ";", ":", ".") or has_finite((item,)):
            return False
    return False


def _infinitive(item: Item) -> bool:
    """Tell whether a word after "to" is a verb: of "told them to leave", not of "told the story to reporters"."""
    noun = item.capital or item.norm.endswith("s") or item.norm in DETERMINERS | PREPOSITIONS | SUBJECT_PRONOUNS
    return item.word and not noun and item.norm not in ("him", "them", "me", "us")


def _near_quote(rest: Sequence[Item]) -> bool:
    """Tell whether marked words follow within a few items, before the clause breaks off."""
    for item in rest[:8]:
        if item.quote is not None:
            return True
        if item.norm in (",", ";", ".", ":"):
            return False
    return False


def _surely_clausal(rest: Sequence[Item]) -> bool:
    """Tell whether the words are a clause beyond doubt: a noun phrase, then an auxiliary or marked words."""
    if rest[0].norm in SUBJECT_PRONOUNS or any(w.norm in _CERTAIN for w in rest[1:3]):
        return True
    if not (rest[0].capital or rest[0].norm in _OPENERS):
        return False
    for item in rest[1:16]:
        if (
            item.quote is not None
            or item.norm in AUXILIARIES - {"'s", "'d", "being", "been", "having"}
            or item.norm in MODALS
        ):
            return True
        if item.norm in RELATIVES or item.norm in (",", ";", ":", "to"):
            return False
    return False


def clausal(rest: Sequence[Item]) -> bool:
    """Tell whether a verb comes soon enough for the words to be a clause rather than an object."""
    for i, item in enumerate(rest[:24]):
        if i and (item.norm in (";", ":") or item.norm in SUBORDINATORS):
            return False
        if i and (item.quote is not None or has_finite((item,))):
            return True
    return False


def _unknown_verb(rest: Sequence[Item]) -> bool:
    """Tell whether the words may be a clause whose verb no list has: "concerns obscures the vote"."""
    words = rest[: _SAID_WORDS + 1]
    return (
        sum(w.word for w in words) >= _SAID_WORDS
        and rest[0].norm not in _NO_SUBJECT
        and not (rest[0].norm in DETERMINERS and rest[1].norm in _NO_SUBJECT)
        and all(w.norm not in (",", ";", ".") for w in words[:3])
    )
