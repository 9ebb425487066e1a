"""Agencies and outlets, found by name or address: the lists that firsthand ships, and what a user adds to them."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache

from firsthand.data.tables import cells, rows
from firsthand.text import host, plain, squeeze


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
    """A publisher of news that is no agency. ``owner`` is its publishing group, empty where none is known.

    ``carries`` are the publishers whose texts it runs as a matter of course, beside what ``relations.csv`` says.
    """

    name: str
    aliases: tuple[str, ...]
    domains: tuple[str, ...]
    country: str
    owner: str
    kind: str
    carries: tuple[str, ...] = ()


Publisher = Agency | Outlet

# What a user adds, first where names are looked up; see ``extended``.
_added: tuple[Outlet, ...] = ()


@cache
def agencies() -> tuple[Agency, ...]:
    """Return the world's news agencies."""
    return tuple(
        Agency(r["name"], cells(r["aliases"]), cells(r["slugs"]), cells(r["domains"]), r["country"], r["language"])
        for r in rows("agencies")
    )


@cache
def outlets() -> tuple[Outlet, ...]:
    """Return major outlets, with their owners."""
    return tuple(
        Outlet(r["name"], cells(r["aliases"]), cells(r["domains"]), r["country"], r["owner"], r["kind"])
        for r in rows("outlets")
    )


def publishers() -> list[Publisher]:
    """Return what the user added, then agencies, then outlets."""
    return [*_added, *agencies(), *outlets()]


@contextmanager
def extended(more: Iterable[Outlet]) -> Iterator[None]:
    """Look names and addresses up in ``more`` first, before the shipped lists, until the block ends.

    A row of a name that is shipped takes its place. Holds for the whole process; what tracing does in others takes
    ``added`` along.
    """
    before = _added
    _add(tuple(more))
    try:
        yield
    finally:
        _add(before)


def added() -> tuple[Outlet, ...]:
    """Return what names and addresses are looked up in beside the shipped lists."""
    return _added


def _add(more: tuple[Outlet, ...]) -> None:
    global _added
    if more != _added:
        _added = more
        _forget()


@lru_cache(maxsize=16_384)
def publisher_named(name: str) -> Publisher | None:
    """Return the agency or outlet of that name, alias or slug, or None.

    Names and aliases match in any case, with or without "the" before and "news agency" behind; slugs as written.
    """
    cleaned = squeeze(name)
    return _slugs().get(cleaned.removeprefix("the ").removeprefix("The ")) or _by_name().get(_key(cleaned))


def publisher_at(address: str) -> Publisher | None:
    """Return the agency or outlet whose domain a URL or domain belongs to, the longest that fits, or None."""
    parts = host(address).split(".")
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
    return {domain: publisher for publisher in reversed(publishers()) for domain in publisher.domains}


def _key(name: str) -> str:
    key = plain(name).removeprefix("the ").strip()
    for ending in (" news agency", " agency"):
        key = key.removesuffix(ending)
    return key


def _forget() -> None:
    for known in (publisher_named, _by_name, _by_domain):
        known.cache_clear()
