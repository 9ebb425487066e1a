"""What the rules of this room ask of the gazetteers: one set of look-ups, each built once."""

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from firsthand import data
from firsthand.annotate.grammar import word_set
from firsthand.text import plain, squeeze

_REMEMBERED = 20_000  # look-ups kept: a corpus repeats its names, and memory stays bounded
_ACRONYM = 5  # longest name in capitals that is matched in capitals only
# Head nouns of bodies that are names of sorts only beside a name: "unit", "order" and "label" are more often words.
_COMMON_HEADS = word_set("order unit label command exchange carrier mission utility studio chamber division")
_ADDED_HEADS = word_set(
    "inc. ltd. co. llc plc times ferries lines airlines airways railways motors holdings growers industries foods"
)
_ADDED_ROLES = word_set("reporter correspondent general major leader")
_LINKS = word_set("of in at without for to and the")
# Names of outlets that are ordinary words (ours, from the one-word names in outlets.csv).
_ORDINARY = word_set(
    "age athletic atlantic australian band bell billboard blaze bulwark bustle canary caravan chronicle city closer "
    "collider commentary conversation cut dawn deadline diplomat discord dispatch ebony edge entrepreneur federalist "
    "focus fortune forward ghost glamour globes grocer guardian herald hill hindu independent information informer "
    "insider intercept inverse local mail marketplace mash medium metro mic mint mirror motherboard nation national "
    "nature nightly observer onion paper patch peninsula people post print progressive protocol puck punch quartz "
    "rambler reason register ringer rumble salon science scoop sky slate spectator spiked sputnik stacker star stat "
    "stern stuff sun tablet telegram tempo threads time times today tortoise trace tribune twitch variety verge vice "
    "vulture week whistler wired world wrap"
)
_EVERY_STATES = word_set("national state official")
# Adjectives and nouns that name an agency only with "news agency" behind them: "Federal" alone is a court's word.
_NEED_AGENCY = word_set("federal central report online trend catholic jewish african focus prime information media")
_INITIALS = 3  # a name no longer than this is an outlet's only as it is listed, or in capitals: "AS", not "As"
_NO_PRESS = ("government", "party", "platform")  # kinds of publishers that report nobody's news
_AGENCY_ENDING = re.compile(r" (?:news )?agency$")
_SMALL = word_set(
    "of the and de da do la le el los las for in on at y e und der die das des du dos del della delle dello van het "
    "den & i a"
)
# Words of offices that say nothing of one beside another, and role nouns that are as often something else.
_EMPTY = word_set("the of in and without at to acting former state's u.s. us point")
_NO_ROLES = word_set("fan star user caller host head local royal family conservative liberal private general major "
                      "lama count boss chair member fellow group court council ministry department")  # fmt: skip


@lru_cache(_REMEMBERED)
def publisher(name: str) -> str | None:
    """Return the gazetteer's name of an agency or outlet, or None; a place or a ministry is never one."""
    if len(name) < 2 or name.islower() or place(name) or country(name) or organisation(name):
        return None
    proper = _AGENCY_ENDING.sub("", name)
    if not _written_as_name(proper) or proper.lower().removeprefix("the ") in _EVERY_STATES:
        return None  # "the national news agency" is any country's
    found = data.publisher_named(name)
    if found is None or (" " not in name and maybe_given(name) and not data.is_agency(name)):
        return None  # "Gordon" is a reader's neighbour before it is an outlet
    listed = (found.name, *found.aliases, *getattr(found, "slugs", ()))
    if (len(name) <= _INITIALS or maybe_given(name)) and name.upper() in listed and name not in listed:
        return None
    if name == proper and name.lower() in _NEED_AGENCY and name not in listed:
        return None
    return found.name


@lru_cache(_REMEMBERED)
def press(name: str) -> bool:
    """Tell whether news may be had from a publisher: no state, party or platform, which speak for themselves."""
    found = data.publisher_named(name)
    return getattr(found, "kind", "") not in _NO_PRESS


@lru_cache(_REMEMBERED)
def broadcaster(name: str) -> bool:
    """Tell whether a publisher has programmes on air: a listed broadcaster, or whose programmes are listed."""
    found = data.publisher_named(name)
    return getattr(found, "kind", "") == "broadcaster" or any(p.broadcaster == name for p in data.programmes())


def agency(name: str) -> bool:
    """Tell whether a name is a news agency's."""
    return data.is_agency(name)


@lru_cache(_REMEMBERED)
def slug(name: str) -> str | None:
    """Return the gazetteer's name of the agency that signs as ``name``, as written or in small letters ("dpa")."""
    found = next((n for n in (name, name.upper()) if data.is_agency(n)), None)
    known = data.publisher_named(found) if found else None
    return None if known is None or (name in data.given_names() and not name.isupper()) else known.name


def ordinary(word: str) -> bool:
    """Tell whether a word that is an outlet's name is an ordinary word too: "People", "Paper"."""
    return word.lower() in _ORDINARY


@lru_cache(_REMEMBERED)
def with_article(word: str) -> bool:
    """Tell whether an outlet's one-word name wants its article: "the Hill" is an outlet, "Hill" somebody's surname."""
    found = data.publisher_named(word)
    return found is not None and found.name.startswith("The ")


def _written_as_name(name: str) -> bool:
    """Tell whether every word of a name but the smallest has its capital; a name of one word may lack it ("taz")."""
    words = name.split()
    return len(words) < 2 or all(not w.islower() or w in _SMALL for w in words)


@lru_cache(_REMEMBERED)
def place(name: str) -> bool:
    """Tell whether a name is a country's, a city's or a region's."""
    return _key(name) in _places()


@lru_cache(_REMEMBERED)
def country(word: str) -> str | None:
    """Return the country that a name, an adjective or a capital stands for: "Russian" and "Moscow" → "Russia"."""
    return _countries().get(_key(word))


@lru_cache(_REMEMBERED)
def given(name: str) -> bool:
    """Tell whether a word is a given name and no ordinary word or place."""
    return data.given_names().get(name) is False or data.given_names().get(name.capitalize()) is False


@lru_cache(_REMEMBERED)
def maybe_given(name: str) -> bool:
    """Tell whether a word can be a given name."""
    return name in data.given_names()


@lru_cache(_REMEMBERED)
def capital(name: str) -> bool:
    """Tell whether a name is a country's capital and no country's: people are surnamed Paris and London."""
    return any(_key(c.capital) == _key(name) != _key(c.name) for c in data.countries())


def role(word: str) -> bool:
    """Tell whether one word stands for an office, a rank or a role: "minister", "Sen.", "neighbor"."""
    return word.lower() in _roles()


def common_role(word: str) -> bool:
    """Tell whether a role is one that many share in a story ("neighbor", "woman"), unlike an office."""
    return word.lower() in _common_roles()


def office(word: str) -> bool:
    """Tell whether a word belongs to the name of an office: "foreign" and "minister"."""
    return word.lower() in _office_words()


@lru_cache(_REMEMBERED)
def organisation(name: str) -> bool:
    """Tell whether a name is that of a well-known body."""
    return _key(name) in _organisations()


def organisation_head(word: str) -> bool:
    """Tell whether a word is the head of bodies' names: "ministry", "Department"."""
    return word.lower() in _heads()


def _key(name: str) -> str:
    """Fold a name; a short one in capitals keeps its case, so that "us" is not the US, nor "Who" the WHO."""
    return name if name.isupper() and len(name) <= _ACRONYM else squeeze(plain(name)).removeprefix("the ")


@cache
def _places() -> frozenset[str]:
    named = (n for p in data.places() for n in (p.name, *(a for a in p.aliases if len(a) > 3)))
    lands = (n for c in data.countries() for n in (c.name, *c.aliases, c.capital))
    return frozenset(map(_key, (*named, *lands))) - {""}


@cache
def _countries() -> dict[str, str]:
    out: dict[str, str] = {}
    for c in data.countries():
        for name in (c.name, *c.aliases, *c.demonyms, c.capital, *c.metonyms):
            out.setdefault(_key(name), c.name)
    return out


@cache
def _roles() -> frozenset[str]:
    return frozenset(_title_head(t.title.lower().split()) for t in data.titles()) - _NO_ROLES | _ADDED_ROLES


@cache
def _common_roles() -> frozenset[str]:
    offices = {_title_head(t.title.lower().split()) for t in data.titles() if t.kind != "role_noun"}
    return frozenset(t.title.lower() for t in data.titles() if t.kind == "role_noun") - offices


@cache
def _office_words() -> frozenset[str]:
    return frozenset(w for t in data.titles() for w in t.title.lower().split()) - _EMPTY


def _title_head(words: list[str]) -> str:
    """Return the head of a title: "secretary" of "secretary of state", else its last word."""
    return next((words[i - 1] for i in range(1, len(words)) if words[i] in _LINKS), words[-1])


@cache
def _heads() -> frozenset[str]:
    names = [n.lower() for n in _names("head")]
    return frozenset(n for n in names if " " not in n) - _COMMON_HEADS | _ADDED_HEADS


@cache
def _organisations() -> frozenset[str]:
    metonyms = (m for c in data.countries() for m in c.metonyms)
    return frozenset(map(_key, (*_names("name"), *metonyms)))


def _names(kind: str) -> Iterable[str]:
    return [n for o in data.organisations() if o.kind == kind for n in (o.name, *o.aliases)]
