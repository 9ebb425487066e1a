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
_ARABIC_LINKS = word_set("باسم في من على عن إلى لدى إن أن خلال أمام بعد قبل إنه إنها ذلك هذا لوكالة لصحيفة لقناة")
# German writes titles with a capital; a name does not begin with a word that ends so.
_GERMAN_ROLES = tuple(
    word_set(
        "chef chefin minister ministerin sprecher sprecherin präsident präsidentin kanzler kanzlerin meister meisterin "
        "leiter leiterin vorsitzende vorsitzender sekretär sekretärin direktor direktorin stellvertreter "
        "stellvertreterin abgeordnete abgeordneter anwalt anwältin professor professorin kommissar kommissarin "
        "trainer trainerin senator senatorin landrat landrätin experte expertin forscher forscherin kapitän "
        "richterin bischof bischöfin gründer gründerin beauftragte beauftragter nachbarin zeuge zeugin bäuerin ärztin "
        "lehrerin direktoren"
    )
)
_TITLES = word_set("herr frau m. mme me mlle sr. sra. don doña dr. prof. signor signora richter pfarrer pfarrerin")


def cue_at(sentence: Sequence[Item], i: int) -> Cue | None:
    """Return the verb at item ``i`` that reports marked words beside it, or None."""
    language = data.foreign_cues().get(sentence[i].norm)
    if language is None:
        return None
    asked = i > 1 and sentence[i - 1].norm in FOREIGN_PRONOUNS and sentence[i - 2].norm in _AUXILIARIES
    first = i - 2 if asked else i - 1 if i and sentence[i - 1].norm in _AUXILIARIES else i
    marked = _follows_marks(sentence, first) or (language == "ar" and _colon(sentence, i) is not None)
    return Cue(first, i, sentence[i].norm, Strength.QUOTED, foreign=language) if marked else None


def verb(norm: str) -> Cue:
    """Return the verb that a reporting clause begins with."""
    return Cue(0, 0, norm, Strength.QUOTED, foreign=data.foreign_cues()[norm])


def speaker(sentence: Sequence[Item], cue: Cue) -> tuple[Phrase | None, int, int]:
    """Return who speaks, the last item of the reporting clause and the first one of marked words after it."""
    colon = _colon(sentence, cue.last) if cue.foreign == "ar" else None
    if cue.foreign == "ar":
        end = colon if colon is not None else _stop(sentence, cue.last + 1)
        return (_arabic_name(sentence, cue.last + 1, end), end - 1, end if colon is None else colon + 1)
    inside = cue.last - 1  # "a-t-elle dit"
    if cue.last - cue.first == 2 and sentence[inside].norm in FOREIGN_PRONOUNS:
        return (Phrase(inside, inside, inside), cue.last, _rest(sentence, cue.last + 1))
    named = _name(sentence, cue.last + 1)
    last = cue.last if named is None else named.last
    return (named, last, _rest(sentence, last + 1))


def _rest(sentence: Sequence[Item], i: int) -> int:
    """Return where the words after a clause begin: marked ones behind a comma go on with what was said."""
    goes_on = i + 1 < len(sentence) and sentence[i].norm in _PAUSES and sentence[i + 1].quote is not None
    return i + 1 if goes_on else i


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
    while first < end and _role(sentence[first].norm):
        first += 1
    return Phrase(first, end - 1, end - 1) if 0 < end - first <= MAX_WORDS else None


def _role(norm: str) -> bool:
    """Tell whether a capitalised word is a title: "Fraktionschef", "CDU-Vorsitzende", "Mme"."""
    return norm in _TITLES or norm.endswith(_GERMAN_ROLES)


def _arabic_name(sentence: Sequence[Item], first: int, end: int) -> Phrase | None:
    """Return the one to four words after titles, which have the article or are in a short list.

    A word alone may be a surname with the article, or no name at all: whether somebody bears it is told by the text.
    """
    end = next((i for i in range(first, end) if _ends_name(sentence[i])), end)
    last = end - 1
    while first < end and (sentence[first].norm in _ARABIC_ROLES or sentence[first].norm.startswith(_ARABIC_ARTICLE)):
        first += 1
    if first == end and last >= 0 and sentence[last].norm.startswith(_ARABIC_ARTICLE):
        first = last
    return Phrase(first, last, last) if 1 <= end - first <= 4 else None


def _ends_name(item: Item) -> bool:
    """Tell whether an Arabic word is none of a name: "in", "that", "to the agency"."""
    return not item.word or item.norm in _ARABIC_LINKS or item.norm.startswith("لل")
