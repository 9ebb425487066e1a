"""The ledger's migrations: modules named ``m001_…``, each with ``apply(connection)``, run once and in order."""

import sqlite3
from collections.abc import Callable

from firsthand.store.migrations import m001_initial, m002_corrections, m003_watching, m004_pages, m005_forgotten

MIGRATIONS: tuple[tuple[str, Callable[[sqlite3.Connection], None]], ...] = (
    ("m001_initial", m001_initial.apply),
    ("m002_corrections", m002_corrections.apply),
    ("m003_watching", m003_watching.apply),
    ("m004_pages", m004_pages.apply),
    ("m005_forgotten", m005_forgotten.apply),
)
