"""What parts two wordings of two languages, however near an encoder finds them: an amount, a denial, a name.

An encoder hardly sees a number or a "not". So each language's own words for them are read, and the same vetoes hold as
within one language. They are the cautious kind: where a language's words are not known here, or only one side has a
number or a name, nothing is concluded. The lists are ours, closed word classes of the commonest languages.
"""

import re
from functools import cache

from rapidfuzz import fuzz

from firsthand.data import countries, titles
from firsthand.link.statements.lexicon import VALUES
from firsthand.link.statements.said import Said
from firsthand.link.statements.speakers.letters import latin, skeleton, sounds, word_set
from firsthand.link.statements.wording import amounts_differ, numbers
from firsthand.text import fold, plain, words

# Likeness in per cent of the sounds of two names that are one in two languages, with what cases add (ours).
ONE_NAME = 72.0

_NEGATIONS = {
    "ar": "لا لم لن ليس ليست ليسوا ليسا غير بدون دون",
    "de": "nicht nichts nie niemals niemand niemanden niemandem kein keine keinen keinem keiner keines ohne weder",
    "es": "no ni nunca jamás nada nadie ningún ninguno ninguna sin tampoco",
    "fr": "pas jamais rien aucun aucune personne ni nul nulle sans guère",
    "it": "non né mai nulla niente nessun nessuno nessuna senza neppure",
    "pt": "não nem nunca jamais nada ninguém nenhum nenhuma sem tampouco",
    "ru": "не нет ни никогда ничего ничто никто никого никому ничем никакой никаких без нельзя",
    "uk": "не ні немає ніколи нічого ніщо ніхто нікого нікому жоден без",
}
# Two words of which the first denies nothing there: "not only".
_NO_NEGATION = frozenset(
    ("nicht nur", "no solo", "no sólo", "pas seulement", "non solo", "não só", "не только", "не тільки", "не лише")
)
# What stands before a French "personne" that is somebody: "une personne".
_SOMEBODY = frozenset(("une", "la", "cette", "chaque", "toute"))
# English that denies without a negation, where another language may have one: "we failed to", "it lacks".
_HALF_DENIED = re.compile(
    r"\b(?:fail|lack|refus|den[iy]|reject|unable|unlikel|impossib|hardly|barely|miss|avoid|declin|prevent|forbid|forbad|"
    r"ban|stop|too |un\w{4}|in(?:capab|suffic|adequa)|dis[a-z]{4}|only|until|few|little|except|but )",
    re.IGNORECASE,
)

# Numerals and scales as English has them; longer forms begin with these ("Millionen", "миллионов").
_NUMERALS = {
    "ar": "اثنان=2 ثلاثة=3 أربعة=4 خمسة=5 ستة=6 سبعة=7 ثمانية=8 تسعة=9 عشرة=10",
    "de": "zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwölf=12 zwanzig=20 dreißig=30 "
    "vierzig=40 fünfzig=50 hundert=100",
    "es": "dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 veinte=20 treinta=30 "
    "cuarenta=40 cincuenta=50 cien=100",
    "fr": "deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 dix=10 onze=11 douze=12 vingt=20 trente=30 quarante=40 "
    "cinquante=50 cent=100",
    "it": "due=2 tre=3 quattro=4 cinque=5 sei=6 sette=7 otto=8 nove=9 dieci=10 undici=11 dodici=12 venti=20 trenta=30 "
    "quaranta=40 cinquanta=50 cento=100",
    "pt": "dois=2 duas=2 três=3 quatro=4 cinco=5 seis=6 sete=7 oito=8 nove=9 dez=10 onze=11 doze=12 vinte=20 trinta=30 "
    "quarenta=40 cinquenta=50 cem=100",
    "ru": "два=2 две=2 двух=2 три=3 трех=3 трёх=3 четыре=4 четырех=4 пять=5 пяти=5 шесть=6 шести=6 семь=7 восемь=8 "
    "девять=9 десять=10 десяти=10 двенадцать=12 двадцать=20 тридцать=30 сорок=40 пятьдесят=50 сто=100",
}
_SCALES = {
    "million": r"mill?i[oóõ]n\w{0,2}|milh(?:ão|ões)|mio|миллион\w{0,3}|млн|мільйон\w{0,3}|مليون|ملايين",
    "billion": r"mill?iard\w{0,3}|mrd|mds|bilh(?:ão|ões)|миллиард\w{0,3}|мільярд\w{0,3}|млрд|مليار|مليارات",
    "thousand": r"tausend|mille|mila|mil|тысяч\w{0,3}|тыс|тисяч\w{0,3}|тис|ألف|آلاف",
}
_SCALE = tuple((re.compile(rf"(?<=\d) ?\b(?:{own})\b\.?", re.IGNORECASE), f" {s}") for s, own in _SCALES.items())
# In these the comma opens the decimals, and a point or a blank parts thousands.
_COMMA = frozenset(("de", "es", "fr", "it", "pt", "ru", "uk", "nl", "pl", "sv", "tr"))
_THOUSANDS = re.compile(r"(?<=\d)[. \u00a0\u202f](?=\d{3}(?!\d))")
_DECIMAL = re.compile(r"(?<=\d),(?=\d)")
_TOKEN = re.compile(r"[^\W\d_]+")
_INSIDE = re.compile(r"(?<=[\w,;:] )[^\W\d_]{3,}")
# Of a body or place whose name each language translates: "the White House", "la Maison Blanche".
_TRANSLATED = word_set(
    "house union nations council court party ministry bank army guard states kingdom street parliament committee "
    "commission office department congress senate church sea ocean river island north south east west europe god"
)


def parted_by_language(one: Said, other: Said) -> bool:
    """Tell whether two quotations are of two known languages and ``parted``: names that both have join nothing then."""
    languages = {_language(one), _language(other)}
    return len(languages) == 2 and "" not in languages and parted(one, other)


def parted(one: Said, other: Said) -> bool:
    """Tell whether two quotations in two languages differ in an amount, in what is denied, or in all their names."""
    return (
        amounts_differ(amounts(one), amounts(other))
        or (denies(one), denies(other)) in ((True, False), (False, True))
        or _names_differ(one, other)
    )


def amounts(said: Said) -> frozenset[str]:
    """Return the amounts as digits, read as the quotation's language writes them: "2,5 Millionen" → ``2500000``."""
    language = _language(said)
    if language == "en":
        return said.wording.whole.numbers
    text = fold(said.text)
    if language in _COMMA:
        text = _DECIMAL.sub(".", _THOUSANDS.sub("", text))
    numerals = _table(language)
    text = _TOKEN.sub(lambda m: numerals.get(m.group().lower(), m.group()), text)
    for scale, english in _SCALE:
        text = scale.sub(english, text)
    return numbers(text)


def denies(said: Said) -> bool | None:
    """Tell whether a quotation denies anything, None where its language's words for that are not known, or unsure."""
    language = _language(said)
    if language == "en":
        if said.wording.whole.negative:
            return True
        return None if _HALF_DENIED.search(said.text) else False
    if language not in _NEGATIONS:
        return None
    norms = [w.lower() for w in _TOKEN.findall(said.text)]
    return any(_negates(language, *three) for three in zip(["", *norms], norms, [*norms[1:], ""], strict=False))


def _negates(language: str, before: str, word: str, then: str) -> bool:
    if word not in _negations(language) or f"{word} {then}" in _NO_NEGATION:
        return False
    return word != "personne" or before not in _SOMEBODY


def _names_differ(one: Said, other: Said) -> bool:
    """Tell whether both have names, and none of one is any of the other's; German writes all nouns as names."""
    if "de" in (_language(one), _language(other)):
        return False
    ours, theirs = _names(one), _names(other)
    return bool(ours and theirs) and not any(_one_name(a, b) for a in ours for b in theirs)


def _names(said: Said) -> frozenset[str]:
    """Return the names of people and places that two languages hardly translate, in Latin letters."""
    text = fold(said.text)
    lowered = [w.lower() for w in _INSIDE.findall(text) if w[0].isupper()]
    if 2 * len(lowered) > text.count(" ") or any(w in _TRANSLATED for w in lowered):
        return frozenset()
    return frozenset(latin(w) for w in lowered if plain(w) not in _general() and w not in VALUES)


def _one_name(a: str, b: str) -> bool:
    if len(skeleton(a)) > 1 and skeleton(a) == skeleton(b):
        return True
    return any(fuzz.ratio(x, y) >= ONE_NAME or x.startswith(y) or y.startswith(x) for x in sounds(a) for y in sounds(b))


def _language(said: Said) -> str:
    return (said.language or "")[:2].lower()


@cache
def _negations(language: str) -> frozenset[str]:
    return word_set(_NEGATIONS[language])


@cache
def _table(language: str) -> dict[str, str]:
    return dict(entry.split("=", 1) for entry in _NUMERALS.get(language, "").split())


@cache
def _general() -> frozenset[str]:
    """Return what names countries, their people and offices: each language has its own words for them."""
    known = [n for c in countries() for n in (c.name, *c.aliases, *c.demonyms, *c.metonyms, c.capital)]
    return frozenset(w for n in (*known, *(t.title for t in titles())) for w in words(n))
