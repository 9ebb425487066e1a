"""The invented corpus with passages that its articles share, and a speaker whose later words differ."""

from dataclasses import replace
from pathlib import Path

from firsthand.model import Article, Copy, CopyKind, Position, Turn
from firsthand.present.catalog import Catalog
from firsthand.present.catalog.build import write
from firsthand.present.catalog.source import InMemory
from firsthand.present.tables import Tables
from firsthand.text import short_hash, words
from tests.present.invented import ATTACK, COST, PLEDGE, hostile, tables

WIRE_AND_COAST = (short_hash("wire"), short_hash("coast"))
WIRE_AND_BLOG = (short_hash("wire"), short_hash("blog"))
_OPEN = "The harbour of Ellmar will stay open through the winter, Transport Minister Tessa Varga said on Monday"
_PLEDGE = "We will not close {} quay before the last ship has been unloaded"
_MONEY = "The money is there, and it will be spent here"


def paired() -> Tables:
    """Return the invented corpus with three passages of the agency and the coast's paper, and one of a blog."""
    made = tables()
    by_key = {a.external_id: a for a in made.articles}
    wire, coast, blog = by_key["wire"], by_key["coast"], by_key["blog"]
    copies = [
        passage(wire, coast, _OPEN, _OPEN, "prose"),
        passage(wire, coast, _PLEDGE.format("a single"), _PLEDGE.format("a single"), "quotation"),
        passage(wire, coast, _MONEY, _MONEY, "public"),
        passage(wire, blog, _PLEDGE.format("a single"), _PLEDGE.format("any"), "quotation", changed=2),
    ]
    position = Position("Tessa Varga", (PLEDGE, COST), (Turn(PLEDGE, COST, ("changed negation",), True),))
    lines = [replace(line, positions=(position,)) for line in made.storylines]
    return replace(made, copies=copies, storylines=lines)


def attacked() -> Tables:
    """Return the corpus that attacks its readers, with a passage that both articles share."""
    made = hostile()
    one, other = sorted(made.articles, key=lambda a: a.order)
    return replace(made, copies=[passage(one, other, f"“{ATTACK}”, said", f"“{ATTACK}”, said", "prose", changed=1)])


def passage(one: Article, other: Article, here: str, there: str, kind: CopyKind, changed: int = 0) -> Copy:
    """Return what ``one`` has as ``here`` and ``other`` as ``there``; shares are those of the whole texts."""
    a, b = one.text.index(here), other.text.index(there)
    same = len(words(there)) - changed
    shares = len(here) / len(one.text), len(there) / len(other.text)
    return Copy(one.id, a, a + len(here), other.id, b, b + len(there), len(there), kind, same, changed, *shares)


def catalog_of(made: Tables, folder: Path) -> Catalog:
    """Return the catalog of some tables."""
    path = folder / "catalog.sqlite"
    write(InMemory(made), path)
    return Catalog(path)
