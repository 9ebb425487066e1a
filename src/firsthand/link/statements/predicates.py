"""What is told of the things that a sentence names: its verbs, found without a parser, and when they say it happens.

Two sentences of one speaker on one matter share its nouns ("The lamp was repaired", "They sold the lamp"). What tells
them apart is the predicate. A verb is known by what stands before it (an auxiliary, a subject pronoun), by its form
(an irregular past, "-ed"), or by a list of the verbs of news where no article or adjective makes a noun of it.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from firsthand.link.statements.lexicon import DEEDS, FUNCTION_WORDS, FUTURE, PASTS, VERBS, WISHES
from firsthand.link.statements.synonyms import sense, stem

# After these comes the bare form of a verb; after the others a participle; after the pronouns any form.
_MODALS = """
    can could may might must shall should will would do does did cannot can't won't wouldn't couldn't shouldn't don't
    doesn't didn't i'll we'll you'll he'll she'll they'll
"""
_AUXILIARIES = """
    to am is are was were be been being have has had having isn't aren't wasn't weren't haven't hasn't hadn't i've we've
    they've i'm we're they're i'd we'd they'd let
"""
_SUBJECTS = "i we you he she it they who"
# What may stand between an auxiliary and its verb, beside adverbs in "-ly".
_ADVERBS = "not never hardly also still even only just already always ever again soon now then really simply all both"
# Before these a word is a noun, or about one.
_DETERMINERS = """
    the a an this that these those my our your his her its their no any every each some such of in on at by for from
    with without under over after before during since until into onto about against between through two three four
    five six seven eight nine ten
"""
# Verbs that say little by themselves: what they govern says it.
_LIGHT = """
    go come get take make give let put become seem want wish need hope expect try begin start keep happen stand lie say
    tell ask call think believe know be have do use able going mean plan intend like
"""
_PAST = "was were wasn't weren't had hadn't did didn't been"
_PRESENT = "is are am isn't aren't i'm we're they're it's can cannot can't must"
# A past that is about what is to come: "was willing to return".
_AHEAD = "willing ready prepared expected refused preferred due about"
MODALS, AUXILIARIES, SUBJECTS, ADVERBS, DETERMINERS, PAST, PRESENT = (
    frozenset(row.split()) for row in (_MODALS, _AUXILIARIES, _SUBJECTS, _ADVERBS, _DETERMINERS, _PAST, _PRESENT)
)
AHEAD = WISHES | frozenset(_AHEAD.split())
LIGHT = frozenset(map(sense, _LIGHT.split()))
VERB_STEMS = frozenset(stem(word) for word in VERBS)


def deeds(norms: Sequence[str]) -> frozenset[str]:
    """Return the senses of the verbs among ``norms`` that say something by themselves, and whose kin are known: of any
    other nobody can say whether the other account has it in another word.
    """
    return frozenset(sense(norms[place]) for place in _verbs(norms)).intersection(_akin()) - LIGHT


def _verbs(norms: Sequence[str]) -> list[int]:
    return [place for place in range(len(norms)) if _is_verb(norms, place)]


def _is_verb(norms: Sequence[str], place: int) -> bool:
    word = norms[place]
    if word in FUNCTION_WORDS or not word.isalpha() or len(word) < 3 or word in ADVERBS or word in AHEAD:
        return False
    before = _before(norms, place)
    if before in MODALS or before in SUBJECTS:
        return True
    formed = is_past(word) or (word.endswith("ing") and len(word) > 5)
    if before in AUXILIARIES:
        return formed or (before == "to" and stem(word) in VERB_STEMS)
    return before not in DETERMINERS and not before.endswith("'s") and (is_past(word) or stem(word) in VERB_STEMS)


def _before(norms: Sequence[str], place: int) -> str:
    """Return the word before, past what may stand between an auxiliary and its verb."""
    place -= 1
    while place >= 0 and (norms[place] in ADVERBS or (norms[place].endswith("ly") and len(norms[place]) > 4)):
        place -= 1
    return norms[place] if place >= 0 else ""


def is_past(word: str) -> bool:
    """Tell whether a word has the form of a past tense or a past participle."""
    return word in PASTS or (word.endswith("ed") and len(word) > 4 and not word.endswith("eed"))


def time(norms: Sequence[str]) -> int:
    """Return 1 where some of it is to come, -1 where all is past, else 0."""
    if any(w in FUTURE or w.endswith("'ll") for w in norms) or ("going", "to") in pairwise(norms):
        return 1
    if not PRESENT.isdisjoint(norms) or not AHEAD.isdisjoint(norms):
        return 0
    return -int(not PAST.isdisjoint(norms) or any(is_past(norms[place]) for place in _verbs(norms)))


def akin(deed: str, senses: Iterable[str]) -> bool:
    """Tell whether one of the senses may tell of the same deed."""
    return not _akin().get(deed, frozenset()).isdisjoint(senses)


@cache
def _akin() -> dict[str, frozenset[str]]:
    out: dict[str, set[str]] = {}
    for row in DEEDS:
        senses = {sense(word) for word in row}
        for one in senses:
            out.setdefault(one, set()).update(senses)
    return {one: frozenset(found) for one, found in out.items()}
