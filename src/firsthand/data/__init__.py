"""General knowledge as data files: agencies, outlets, programmes, countries, titles, offices, cues, names, places.

Each file is plain CSV with a header; lists inside a cell are separated by ``|``. All were written for firsthand but for
the cities in ``places.csv``, which come from GeoNames (CC BY 4.0). Files are read when they are first asked for.
"""

from dataclasses import dataclass
from functools import cache

from firsthand.data.press import (
    Agency,
    Outlet,
    Publisher,
    agencies,
    is_agency,
    outlets,
    publisher_at,
    publisher_named,
    publishers,
)
from firsthand.data.tables import cells as _list
from firsthand.data.tables import rows as _rows

__all__ = [
    "Agency",
    "Country",
    "Cue",
    "Furniture",
    "Office",
    "Organisation",
    "Outlet",
    "Place",
    "Programme",
    "Publisher",
    "Title",
    "agencies",
    "boilerplate",
    "countries",
    "cues",
    "foreign_cues",
    "given_names",
    "is_agency",
    "nickname_groups",
    "offices",
    "organisations",
    "outlets",
    "places",
    "programmes",
    "publisher_at",
    "publisher_named",
    "publishers",
    "spelling_groups",
    "surname_groups",
    "titles",
]


@dataclass(frozen=True, slots=True)
class Country:
    """A country with its other names, its adjectives and people, its capital, and places that stand for its rule."""

    name: str
    aliases: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str
    metonyms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """Words that precede or stand for a person; ``kind`` is prefix, office or role_noun."""

    title: str
    kind: str


@dataclass(frozen=True, slots=True)
class Office:
    """What a person or body is called by office: ``alike`` are other words for it, ``broader`` words for it and others.

    ``kind`` is person or body. With ``whole`` the office is not called by its last word alone: a prime minister is not
    "the minister".
    """

    office: str
    kind: str
    alike: tuple[str, ...]
    broader: tuple[str, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class Organisation:
    """A head noun ("ministry") or a name ("Pentagon") of bodies that speak; ``kind`` is head or name."""

    name: str
    aliases: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Cue:
    """A reporting word with all its forms; ``kind`` and ``takes`` as in the file, ``strength`` strong or weak."""

    lemma: str
    forms: tuple[str, ...]
    kind: str
    strength: str
    takes: str


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme of a broadcaster. ``plain`` names are no ordinary words: they need no marks to be known as titles."""

    name: str
    aliases: tuple[str, ...]
    broadcaster: str
    plain: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A city, state or region."""

    name: str
    aliases: tuple[str, ...]
    country: str
    kind: str


@dataclass(frozen=True, slots=True)
class Furniture:
    """A phrase that marks a line as no part of an article; ``match`` is full, prefix or contains."""

    pattern: str
    kind: str
    match: str


@cache
def countries() -> tuple[Country, ...]:
    """Return the countries of the world and some that were."""
    return tuple(
        Country(r["name"], _list(r["aliases"]), _list(r["demonyms"]), r["capital"], _list(r["metonyms"]))
        for r in _rows("countries")
    )


@cache
def titles() -> tuple[Title, ...]:
    """Return titles, offices and role nouns."""
    return tuple(Title(r["title"], r["kind"]) for r in _rows("titles"))


@cache
def offices() -> tuple[Office, ...]:
    """Return offices of people and bodies that are called by several names."""
    return tuple(
        Office(r["office"], r["kind"], _list(r["alike"]), _list(r["broader"]), r["whole"] == "yes")
        for r in _rows("offices")
    )


@cache
def organisations() -> tuple[Organisation, ...]:
    """Return head nouns and well-known names of organisations."""
    return tuple(Organisation(r["name"], _list(r["aliases"]), r["kind"]) for r in _rows("organisations"))


@cache
def cues() -> tuple[Cue, ...]:
    """Return reporting words."""
    return tuple(Cue(r["lemma"], _list(r["forms"]), r["kind"], r["strength"], r["takes"]) for r in _rows("cues"))


@cache
def foreign_cues() -> dict[str, str]:
    """Return verbs that report marked words in other languages than English, each with the language's code."""
    return {form: row["language"] for row in _rows("foreign_cues") for form in _list(row["forms"])}


@cache
def given_names() -> dict[str, bool]:
    """Return given names, each with whether it is an ordinary word or place too."""
    return {r["name"]: r["ambiguous"] == "yes" for r in _rows("given_names")}


@cache
def spelling_groups() -> tuple[tuple[str, ...], ...]:
    """Return groups of spellings of one name."""
    return tuple(_list(r["names"]) for r in _rows("spellings"))


@cache
def nickname_groups() -> tuple[tuple[str, ...], ...]:
    """Return given names with their short forms and their forms in kindred languages; a short form may have several."""
    return tuple(_list(r["names"]) for r in _rows("nicknames"))


@cache
def surname_groups() -> tuple[tuple[str, ...], ...]:
    """Return surnames of East Asia that may stand first, each with its romanisations; a spelling may have several."""
    return tuple(_list(r["names"]) for r in _rows("surnames"))


@cache
def places() -> tuple[Place, ...]:
    """Return large cities, states and regions."""
    return tuple(Place(r["name"], _list(r["aliases"]), r["country"], r["kind"]) for r in _rows("places"))


@cache
def programmes() -> tuple[Programme, ...]:
    """Return the news and talk programmes of broadcasters, the programmes of one name in the file's order."""
    return tuple(
        Programme(r["programme"], _list(r["aliases"]), r["broadcaster"], r["plain"] == "yes")
        for r in _rows("programmes")
    )


@cache
def boilerplate() -> tuple[Furniture, ...]:
    """Return lower-case phrases of page furniture."""
    return tuple(Furniture(r["pattern"], r["kind"], r["match"]) for r in _rows("boilerplate"))
