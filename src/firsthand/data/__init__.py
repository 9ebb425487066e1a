"""General knowledge as data files: agencies, outlets, countries, titles, offices, organisations, cues, names, places.

Each file is plain CSV with a header; lists inside a cell are separated by ``|``. All were written for firsthand but for
the cities in ``places.csv``, which come from GeoNames (CC BY 4.0). Files are read when they are first asked for.
"""

import csv
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from urllib.parse import urlsplit

from firsthand.text import plain, squeeze


@dataclass(frozen=True, slots=True)
class Agency:
    """A news agency. ``slugs`` are the short forms that sign its texts ("AP", "TASS"), matched in this case only."""

    name: str
    aliases: tuple[str, ...]
    slugs: tuple[str, ...]
    domains: tuple[str, ...]
    country: str
    language: str


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher of news that is no agency. ``owner`` is its publishing group, empty where none is known."""

    name: str
    aliases: tuple[str, ...]
    domains: tuple[str, ...]
    country: str
    owner: str
    kind: str


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


Publisher = Agency | Outlet


@cache
def agencies() -> tuple[Agency, ...]:
    """Return the world's news agencies."""
    return tuple(
        Agency(r["name"], _list(r["aliases"]), _list(r["slugs"]), _list(r["domains"]), r["country"], r["language"])
        for r in _rows("agencies")
    )


@cache
def outlets() -> tuple[Outlet, ...]:
    """Return major outlets, with their owners."""
    return tuple(
        Outlet(r["name"], _list(r["aliases"]), _list(r["domains"]), r["country"], r["owner"], r["kind"])
        for r in _rows("outlets")
    )


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
def boilerplate() -> tuple[Furniture, ...]:
    """Return lower-case phrases of page furniture."""
    return tuple(Furniture(r["pattern"], r["kind"], r["match"]) for r in _rows("boilerplate"))


def publishers() -> list[Publisher]:
    """Return agencies and outlets, agencies first."""
    return [*agencies(), *outlets()]


@lru_cache(maxsize=16_384)
def publisher_named(name: str) -> Publisher | None:
    """Return the agency or outlet of that name, alias or slug, or None.

    Names and aliases match in any case, with or without "the" before and "news agency" behind; slugs as written.
    """
    cleaned = squeeze(name)
    return _slugs().get(cleaned.removeprefix("the ").removeprefix("The ")) or _by_name().get(_key(cleaned))


def publisher_at(address: str) -> Publisher | None:
    """Return the agency or outlet whose domain a URL or domain belongs to, the longest that fits, or None."""
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:  # not a URL, whatever else it is
        return None
    parts = host.split(".")
    domains = _by_domain()
    return next((domains[d] for k in range(len(parts) - 1) if (d := ".".join(parts[k:])) in domains), None)


def is_agency(name: str) -> bool:
    """Tell whether a name is a news agency's."""
    return isinstance(publisher_named(name), Agency)


@cache
def _slugs() -> dict[str, Publisher]:
    return {slug: agency for agency in agencies() for slug in agency.slugs}


@cache
def _by_name() -> dict[str, Publisher]:
    out: dict[str, Publisher] = {}
    for publisher in publishers():
        for name in (publisher.name, *publisher.aliases):
            out.setdefault(_key(name), publisher)
    return out


@cache
def _by_domain() -> dict[str, Publisher]:
    return {domain: publisher for publisher in publishers() for domain in publisher.domains}


def _key(name: str) -> str:
    key = plain(name).removeprefix("the ").strip()
    for ending in (" news agency", " agency"):
        key = key.removesuffix(ending)
    return key


def _list(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _rows(name: str) -> list[dict[str, str]]:
    text = files(__name__).joinpath(f"{name}.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))
