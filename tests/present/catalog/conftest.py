"""The catalog of the invented corpus, made once."""

from pathlib import Path

import pytest

from firsthand.present.catalog.build import write
from firsthand.present.catalog.catalog import Catalog
from firsthand.present.catalog.source import InMemory
from firsthand.present.tables import Tables
from tests.present.invented import tables


def catalog_with(made: Tables, folder: Path) -> Catalog:
    """Return the catalog of some tables, written into ``folder``."""
    path = folder / "catalog.sqlite"
    write(InMemory(made), path)
    return Catalog(path)


@pytest.fixture(scope="session")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """The catalog of the invented corpus: twelve articles, three stories."""
    return catalog_with(tables(), tmp_path_factory.mktemp("catalog"))
