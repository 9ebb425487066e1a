"""What firsthand reads in which language, so that nothing is left out without a word.

Any language is cleaned, matched for copies and compared for stories of its own language. What else is read stands
here, held against the code: `tests/test_languages.py` reads one invented text a language and looks what comes of it.
"""

from typing import Literal, get_args

Reading = Literal["dates", "names", "quotations", "indirect speech", "speakers", "credits"]

READINGS: tuple[Reading, ...] = get_args(Reading)
_MARKED: tuple[Reading, ...] = ("quotations", "speakers", "credits")
_ROMANCE: tuple[Reading, ...] = ("names", *_MARKED)

# By ISO 639-1; of a language that is not here nothing of this is known to be read.
READ: dict[str, tuple[Reading, ...]] = {
    "en": READINGS,
    "ar": _MARKED,
    "de": _MARKED,
    "es": _ROMANCE,
    "fr": _ROMANCE,
    "it": _ROMANCE,
    "nl": ("names", "credits"),
    "pl": ("names", "credits"),
    "pt": _ROMANCE,
    "ru": _MARKED,
    "sv": ("names", "credits"),
    "tr": ("names",),
    "uk": _MARKED,
    "zh": (),
}

_NAMES = """
af Afrikaans, am Amharic, an Aragonese, ar Arabic, as Assamese, az Azerbaijani, be Belarusian, bg Bulgarian, bn
Bengali, br Breton, bs Bosnian, ca Catalan, cs Czech, cy Welsh, da Danish, de German, dz Dzongkha, el Greek, en
English, eo Esperanto, es Spanish, et Estonian, eu Basque, fa Persian, fi Finnish, fo Faroese, fr French, ga Irish, gl
Galician, gu Gujarati, he Hebrew, hi Hindi, hr Croatian, ht Haitian Creole, hu Hungarian, hy Armenian, id Indonesian,
is Icelandic, it Italian, ja Japanese, jv Javanese, ka Georgian, kk Kazakh, km Khmer, kn Kannada, ko Korean, ku
Kurdish, ky Kyrgyz, la Latin, lb Luxembourgish, lo Lao, lt Lithuanian, lv Latvian, mg Malagasy, mk Macedonian, ml
Malayalam, mn Mongolian, mr Marathi, ms Malay, mt Maltese, nb Norwegian, ne Nepali, nl Dutch, nn Norwegian, no
Norwegian, oc Occitan, or Odia, pa Punjabi, pl Polish, ps Pashto, pt Portuguese, qu Quechua, ro Romanian, ru Russian,
rw Kinyarwanda, se Sami, si Sinhala, sk Slovak, sl Slovenian, sq Albanian, sr Serbian, sv Swedish, sw Swahili, ta
Tamil, te Telugu, th Thai, tl Tagalog, tr Turkish, ug Uyghur, uk Ukrainian, ur Urdu, vi Vietnamese, vo Volapük, wa
Walloon, xh Xhosa, zh Chinese, zu Zulu
"""
NAMES: dict[str, str] = {code: " ".join(name) for code, *name in (entry.split() for entry in _NAMES.split(","))}


def name_of(language: str) -> str:
    """Return the English name of a language given by its code, with or without a region; the code where unknown."""
    return NAMES.get(_base(language), language)


def read(language: str | None) -> tuple[Reading, ...]:
    """Return what is read in a language; where it is not known all is tried as in English."""
    return READINGS if language is None else READ.get(_base(language), ())


def lacking(language: str | None) -> tuple[Reading, ...]:
    """Return what is not read in a language."""
    known = read(language)
    return tuple(reading for reading in READINGS if reading not in known)


def _base(language: str) -> str:
    return language.lower().replace("_", "-").split("-")[0]
