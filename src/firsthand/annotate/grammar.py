"""The closed classes of English that the rules lean on: function words, and words that show a finite clause."""

from collections.abc import Sequence
from typing import Protocol


class Normed(Protocol):
    """Anything with a normal form: tokens and the items of a sentence."""

    @property
    def norm(self) -> str: ...


def word_set(words: str) -> frozenset[str]:
    """Return the words of a text as a set: how this room writes its short lists."""
    return frozenset(words.split())


def any_of(words: str) -> str:
    """Return a group of a regular expression that matches any of the words; ``_`` in a word stands for a blank."""
    return "(?:" + "|".join(w.replace("_", " ") for w in words.split()) + ")"


SUBJECT_PRONOUNS = word_set("he she they it we i you")
# Subject pronouns of the languages whose verbs report marked words; the keys of what they are in English.
FOREIGN_PRONOUNS = {
    **dict.fromkeys(("er", "il", "él", "он"), "he"),
    **dict.fromkeys(("sie", "elle", "ella", "она"), "she"),
}
RELATIVES = word_set("who which whom whose that where")
DETERMINERS = word_set(
    "the a an this that these those his her their its our my your some any many several most all both "
    "another other one two three four five no each every"
)
PREPOSITIONS = word_set(
    "in on at by for from with to of after before during about against between through over under "
    "into via near since until without amid among around outside inside behind despite following "
    "per upon within toward towards across along off up down as than like including regarding"
)
# Prepositions that may stand inside a speaker's description: "a spokesman for the ministry in Kerrin".
NOUN_LINKS = word_set("of for at in from with to on behind")
CONJUNCTIONS = word_set(
    "and but or nor yet so while because although though when if whereas as unless until since after "
    "before once whether that"
)
SUBORDINATORS = word_set(
    "while because although though when if whereas as unless until since after before once despite "
    "following amid during even"
)
AUXILIARIES = word_set("is are was were be been being am has have had having do does did 's 're 've 'd 'll 'm")
MODALS = word_set("will would can could may might must shall should cannot")
_CLITICS = word_set("'s 'd")  # also the possessive
_BEFORE_CLITIC = SUBJECT_PRONOUNS | word_set("there that what who this here")
NEGATIONS = word_set("not never n't neither nor no without")
IRREGULAR_PASTS = word_set(
    "said told went came took made got gave saw knew thought became left felt put brought began kept held wrote stood "
    "heard let meant set met ran paid sat spoke lay led read grew lost fell sent built understood drew broke spent cut "
    "rose drove bought wore chose hit shot won caught stole hurt died died fled struck beat fought sought taught woke "
    "flew threw swore shook hid fed bet laid rode sank sold sprang sued"
)
PRESENTS = word_set(
    "need needs want wants believe believes think thinks hope hopes know knows remain remains include "
    "includes continue continues plan plans expect expects appear appears seem seems support supports "
    "make makes take takes come comes get gets go goes give gives see sees work works live lives help "
    "helps show shows lack lacks face faces deserve deserves mean means say says operate operates agree "
    "agrees intend intends rely relies belong belongs depend depends exist exists happen happens keep "
    "keeps look looks feel feels run runs hold holds use uses pose poses matter matters tend tends"
)
ADVERBS = word_set(
    "also later then just still once again already recently often always now today further even earlier "
    "previously meanwhile however instead therefore thus first too simply only there here yesterday tonight "
    "afterwards afterward soon ever sometimes separately publicly privately both all himself "
    "herself themselves nevertheless moreover furthermore besides next finally indeed perhaps maybe"
)
WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
MONTHS = word_set(
    "january february march april may june july august september october november december jan. feb. mar. "
    "apr. aug. sept. sep. oct. nov. dec."
)
TIMES = WEEKDAYS | word_set(
    "today yesterday tonight earlier late early afterward afterwards later last this next morning "
    "afternoon evening night week month year ago recently then meanwhile hours minutes days weeks hour minute day "
    "shortly"
)


_NO_PASTS = word_set(
    "united hundred ahmed mohamed mohammed alfred sacred hatred kindred indeed speed breed creed greed exceed "
    "proceed succeed wicked naked rugged unprecedented limited"
)
_NO_ADVERBS = word_set(
    "family supply reply assembly rally ally july italy bully monopoly anomaly belly butterfly emily kelly "
    "holly billy molly sally likely deadly elderly friendly lovely costly daily weekly monthly sicily"
)


def adverbial(norm: str) -> bool:
    """Tell whether a word may stand between a speaker and the cue: an adverb or a time word."""
    return norm in ADVERBS or norm in WEEKDAYS or (norm.endswith("ly") and len(norm) > 4 and norm not in _NO_ADVERBS)


def finite(norm: str) -> bool:
    """Tell whether a word looks like a finite verb; past forms by their ending, presents by a short list."""
    return (
        (norm in AUXILIARIES and norm not in _CLITICS)
        or norm in MODALS
        or norm in IRREGULAR_PASTS
        or norm in PRESENTS
        or norm.endswith("n't")
        or (norm.endswith("ed") and len(norm) > 4 and "-" not in norm and norm not in _NO_PASTS)
    )


def has_finite(words: Sequence[Normed]) -> bool:
    """Tell whether any of the words looks like a finite verb: whether they can be a clause."""
    return any(
        finite(w.norm) or (w.norm in _CLITICS and n > 0 and words[n - 1].norm in _BEFORE_CLITIC)
        for n, w in enumerate(words)
    )
