"""Single records of a catalog, and those of one article or statement: what programs ask for that no page shows."""

import json
from collections.abc import Iterable
from contextlib import closing
from typing import TypeVar

from firsthand.model import Attribution, Copy, Edge
from firsthand.present.catalog import schema
from firsthand.present.catalog.catalog import Catalog
from firsthand.present.catalog.parts import Parts

R = TypeVar("R")


def records(catalog: Catalog, cls: type[R], kind: str, ids: Iterable[str]) -> list[R]:
    """Return the records of a kind that have these ids, sorted by id; ids that nothing has are left out.

    Kinds are ``articles``, ``stories``, ``statements``; by article ``annotations`` and ``lineages``; by subject
    ``counts``.
    """
    with closing(schema.opened(catalog.path)) as connection:
        return Parts(connection).records(cls, kind, ids)


def copies(catalog: Catalog, article: str, limit: int, offset: int) -> list[Copy]:
    """Return the passages that an article shares with others, the longest first."""
    sides = " UNION ALL ".join(
        f"SELECT rowid AS place, body, characters, {other} AS other FROM copy WHERE {own} = :article"
        for own, other in (("earlier", "later"), ("later", "earlier"))
    )
    sql = f"SELECT body FROM ({sides}) ORDER BY characters DESC, other, place LIMIT :limit OFFSET :offset"
    asked = {"article": article, "limit": limit, "offset": offset}
    with closing(schema.opened(catalog.path)) as connection:
        return [schema.record(Copy, body) for (body,) in connection.execute(sql, asked)]


def partners(catalog: Catalog, article: str, most: int) -> list[str]:
    """Return the articles that an article shares passages with, those that it shares most with first."""
    sides = " UNION ALL ".join(
        f"SELECT {other} AS other, characters FROM copy WHERE {own} = :article"
        for own, other in (("earlier", "later"), ("later", "earlier"))
    )
    sql = f"SELECT other FROM ({sides}) GROUP BY other ORDER BY sum(characters) DESC, other LIMIT :most"
    with closing(schema.opened(catalog.path)) as connection:
        return [other for (other,) in connection.execute(sql, {"article": article, "most": most})]


def edges_to(catalog: Catalog, articles: Iterable[str]) -> list[Edge]:
    """Return the edges of the lineage that lead to articles, in the order in which they are stored."""
    sql = f"SELECT body FROM edge WHERE target IN ({_LISTED}) ORDER BY rowid"
    with closing(schema.opened(catalog.path)) as connection:
        return [schema.record(Edge, body) for (body,) in connection.execute(sql, (_listed(articles),))]


def attributions(catalog: Catalog, quotations: Iterable[str]) -> list[Attribution]:
    """Return the attributions of quotations, sorted by quotation."""
    sql = f"SELECT body FROM attribution WHERE quotation IN ({_LISTED}) ORDER BY quotation"
    with closing(schema.opened(catalog.path)) as connection:
        return [schema.record(Attribution, body) for (body,) in connection.execute(sql, (_listed(quotations),))]


_LISTED = "SELECT value FROM json_each(?)"


def _listed(ids: Iterable[str]) -> str:
    return json.dumps(sorted(set(ids)))
