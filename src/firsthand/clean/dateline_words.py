"""The words of datelines: which are places, agencies and outlets, and which stand in capitals for something else."""

import re
from functools import cache

from firsthand.clean.calendars import is_month, is_weekday, word_set
from firsthand.data import countries, given_names, is_agency, organisations, places, publisher_named
from firsthand.text import plain

# Words that stand in capitals before a dash and are in no place's name.
LABELS = word_set(
    "by posted published update updated exclusive watch breaking live video correction opinion analysis note editor",
    "editors photo photos commentary column review interview transcript file more related read developing",
    "advertisement listen gallery explainer factbox timeline fact recap summary warning urgent flash alert key",
    "quote question answer news latest sport sports business politics world technology tech science health culture",
    "entertainment lifestyle travel weather money markets media education environment climate crime obituary",
    "obituaries letters winners losers results score scores vote votes week weekend today yesterday story stories",
    "report reports matter matters podcast sponsored partner paid promoted archive special series part chapter step",
    "day season round game final preview spoiler house senate",
)
_FUNCTION = word_set(
    "how why what who when where which it its is are was we you they he she this that and or but not no"
)
# Places that datelines name and the gazetteer does not: bodies with ground of their own, and names in other languages.
_PLACES = frozenset(
    (
        "united nations", "gaza city", "davos", "guantanamo bay", "camp david", "cape canaveral", "st. paul",
        "st. louis", "st. petersburg", "wien", "roma", "milano", "torino", "napoli", "firenze", "venezia", "munchen",
        "koln", "dusseldorf", "nurnberg", "frankfurt", "frankfurt am main", "brussel", "bruxelles", "den haag",
        "geneve", "genf", "basel", "lisboa", "porto", "praha", "bratislava", "warszawa", "beograd", "bucuresti",
        "moskau", "moscou", "moscu", "kiew", "kiev", "peking", "pekin", "londres", "londra", "nueva york", "tokio",
        "kopenhagen", "kobenhavn", "athen", "athenes", "atenas", "jerusalen", "kairo", "el cairo",
        "teheran", "москва", "киев", "київ", "минск", "санкт-петербург", "ha noi", "ciudad de mexico", "sao paulo",
    )
)  # fmt: skip


def is_slug(words: str) -> bool:
    """Tell whether the gazetteers know the words of a slug, or one of its parts ("dpa/lni"), in capitals or small."""
    parts = (words, *re.split(r"[/|-]|\s[–—]\s", words), words.split(" ")[0])
    return any(is_agency(p) or is_agency(p.upper()) for p in map(str.strip, parts) if len(p) > 1) or (
        not words.islower() and publisher_named(words) is not None
    )


def is_known_place(words: str) -> bool:
    """Tell whether the gazetteers know the first part of ``words`` ("Oslo, Norway") as a city, region or country."""
    name = plain(words.split(",")[0].strip())
    return bool(name) and any(part in _places() for part in (name, name.rstrip("."), *re.split(r"\s?/\s?", name)))


@cache
def _places() -> frozenset[str]:
    cities = {plain(name) for place in places() for name in (place.name, *place.aliases)}
    return frozenset(
        _PLACES | cities | {plain(name) for country in countries() for name in (country.name, country.capital)}
    )


@cache
def _bodies() -> frozenset[str]:
    return frozenset(plain(name) for body in organisations() for name in (body.name, *body.aliases))


def is_ordinary(name: str) -> bool:
    """Tell whether words in capitals are a label, a body or a person rather than a place that the gazetteer lacks."""
    words = re.findall(r"[\w'’]+", name.casefold())
    if plain(name) in _bodies() or not LABELS.isdisjoint(words) or not _FUNCTION.isdisjoint(words):
        return not is_known_place(name) and words[0] != "aboard"
    if any(is_weekday(word) or is_month(word) for word in words):
        return not is_known_place(name)
    return words[0] == "the" or (len(words) > 1 and words[0].capitalize() in given_names())
