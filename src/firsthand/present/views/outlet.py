"""One outlet: how much of what it publishes is its own, and whose texts it carries."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the catalog is made of views
    from firsthand.present.catalog import Catalog
    from firsthand.present.catalog.rows import ArticleRow, OutletRow

# Ours: articles of the page, and origins that it names.
ARTICLES, ORIGINS = 100, 20


@dataclass(frozen=True, slots=True)
class OutletView:
    """An outlet with its newest articles; ``carries`` are others whose texts or news it has, and in how many articles.

    ``more_origins`` are those that are not named, ``more`` articles that are not shown.
    """

    row: "OutletRow"
    carries: tuple[tuple[str, int], ...]
    more_origins: int
    articles: "tuple[ArticleRow, ...]"
    more: int


def outlet_view(catalog: "Catalog", key: str) -> OutletView | None:
    """Return the outlet with this key; None where there is none."""
    row = catalog.outlet(key)
    if row is None:
        return None
    carries = catalog.carried(key)
    articles = catalog.articles(outlet=key, limit=ARTICLES)
    return OutletView(
        row, tuple(carries[:ORIGINS]), max(0, len(carries) - ORIGINS), tuple(articles), row.articles - len(articles)
    )
