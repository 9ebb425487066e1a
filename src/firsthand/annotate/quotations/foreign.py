"""Reporting clauses of other languages than English: only marked words are read, and the name beside the verb.

German, French, Spanish, Italian, Portuguese and Russian put verb and name behind the marked words. Arabic puts them
before, with a colon between, or behind. The verbs stand in the gazetteer.
"""

from collections.abc import Sequence

from firsthand import data
from firsthand.annotate.appositions import MAX_WORDS
from firsthand.annotate.cues import Cue, Strength
from firsthand.annotate.grammar import FOREIGN_PRONOUNS, word_set
from firsthand.annotate.phrases import Phrase
from firsthand.annotate.sentences import Item

# Where the words after a verb go on to say where, when or to whom: no speaker stands behind them.
_ASIDE = word_set(
    "en ante a al à au aux dans devant par sur lors in im vor bei gegenüber auf am zu zum zur dem den su nel "
    "nella ai agli alla all em ao aos à na no perante в на по при во для ao"
)
_LEAD = 5  # small words between a verb and the name: "le ministre de la"
_REACH = 14  # items between an Arabic verb and the colon that leads in the marked words
_AUXILIARIES = frozenset(("a", "ha"))  # "a déclaré", "ha dichiarato"
_PAUSES = frozenset((",", "،", "—", "–", "-", "--"))
_ARABIC_ARTICLE = "ال"
_ARABIC_ROLES = word_set("رئيس رئيسة وزير وزيرة مدير مديرة نائب نائبة أمين قائد عضو سفير سفيرة مستشار محامي")
_ARABIC_LINKS = word_set("باسم في من على عن إلى لدى إن أن")


def cue_at(sentence: Sequence[Item], i: int) -> Cue | None:
    """Return the verb at item ``i`` that reports marked words beside it, or None."""
    language = data.foreign_cues().get(sentence[i].norm)
    if language is None:
        return None
    first = i - 1 if i and sentence[i - 1].norm in _AUXILIARIES else i
    marked = _follows_marks(sentence, first) or (language == "ar" and _colon(sentence, i) is not None)
    return Cue(first, i, sentence[i].norm, Strength.QUOTED, foreign=language) if marked else None


def speaker(sentence: Sequence[Item], cue: Cue) -> tuple[Phrase | None, int, int]:
    """Return who speaks, the last item of the reporting clause and the first one of marked words after it."""
    colon = _colon(sentence, cue.last) if cue.foreign == "ar" else None
    if cue.foreign == "ar":
        end = colon if colon is not None else _stop(sentence, cue.last + 1)
        return (_arabic_name(sentence, cue.last + 1, end), end - 1, end if colon is None else colon + 1)
    named = _name(sentence, cue.last + 1)
    last = cue.last if named is None else named.last
    return (named, last, last + 1)


def _follows_marks(sentence: Sequence[Item], i: int) -> bool:
    """Tell whether only pauses stand between marked words and item ``i``."""
    k = i - 1
    while k >= 0 and sentence[k].quote is None and sentence[k].norm in _PAUSES:
        k -= 1
    return k >= 0 and sentence[k].quote is not None


def _colon(sentence: Sequence[Item], i: int) -> int | None:
    """Return the colon after item ``i`` that leads in marked words, or None."""
    for k in range(i + 1, min(i + _REACH, len(sentence) - 1)):
        if sentence[k].quote is not None:
            return None
        if sentence[k].norm == ":":
            return k if sentence[k + 1].quote is not None else None
    return None


def _stop(sentence: Sequence[Item], i: int) -> int:
    while i < len(sentence) and sentence[i].word:
        i += 1
    return i


def _name(sentence: Sequence[Item], i: int) -> Phrase | None:
    """Return the pronoun or the name after a verb, of "die Bäuerin Ada Quell" the last two words.

    German writes nouns with a capital: after an article the first word is one, and alone it names nobody.
    """
    begin = i
    while i < len(sentence) and sentence[i].word and not sentence[i].capital and i - begin < _LEAD:
        if i == begin and sentence[i].norm in FOREIGN_PRONOUNS:
            return Phrase(i, i, i)
        if sentence[i].norm in _ASIDE:
            return None
        i += 1
    end = i
    while end < len(sentence) and sentence[end].word and sentence[end].capital:
        end += 1
    first = i + 1 if i > begin and end - i != 2 else i
    return Phrase(first, end - 1, end - 1) if 0 < end - first <= MAX_WORDS else None


def _arabic_name(sentence: Sequence[Item], first: int, end: int) -> Phrase | None:
    """Return the two to four words after titles, which have the article or are in a short list."""
    while first < end and (sentence[first].norm in _ARABIC_ROLES or sentence[first].norm.startswith(_ARABIC_ARTICLE)):
        first += 1
    words = sentence[first:end]
    if not 2 <= len(words) <= 4 or any(w.norm in _ARABIC_LINKS or not w.word for w in words):
        return None
    return Phrase(first, end - 1, end - 1)
