"""The catalog: a derived file for one finished step of a corpus, made for lists, search and reading single records."""

from firsthand.present.catalog.build import build
from firsthand.present.catalog.catalog import Catalog
from firsthand.present.catalog.opening import catalog_of, catalog_path
from firsthand.present.catalog.query import Query, parse

__all__ = ["Catalog", "Query", "build", "catalog_of", "catalog_path", "parse"]
