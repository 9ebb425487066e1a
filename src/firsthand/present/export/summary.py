"""What the command line says of a corpus, as data: the corpus at a glance, what an id names, what a correction did."""

from collections.abc import Iterator
from typing import Any

from firsthand.errors import NotFound
from firsthand.model import Article, Story
from firsthand.present.export.document import document_row
from firsthand.present.export.jsonl import table_rows
from firsthand.present.export.linked_rows import correction_row, position_row
from firsthand.present.labels import outlet_name
from firsthand.present.tables import Tables
from firsthand.present.terminal_positions import positions_of
from firsthand.present.views.corrections import Corrections
from firsthand.present.views.index import Index
from firsthand.text import plain

Row = dict[str, Any]


def summary_row(tables: Tables) -> Row:
    """Return how much the corpus holds, and its stories, those with the most articles first.

    ``unlinked`` counts articles that came after linking was last run. The ends of a range are null where origins were
    not counted.
    """
    index = Index(tables)
    stories = sorted(tables.stories, key=lambda s: (-len(s.articles), s.first or "", s.id))
    return {
        "articles": len(tables.articles),
        "outlets": len({plain(name) for a in tables.articles if (name := outlet_name(a))}),
        "statements": len(tables.statements),
        "unlinked": tables.unlinked,
        "stories": [
            {"id": s.id, "headline": s.headline, "articles": len(s.articles), **_ends(index, s.id)} for s in stories
        ],
    }


def shown_rows(tables: Tables, identity: str | None) -> Iterator[Row]:
    """Yield what ``firsthand show`` shows, a row a line: the summary where there is no id, the export's row of what
    has it, or of a speaker by name the positions, one for each storyline.

    Raises NotFound, which names the nearest ids.
    """
    if identity is None:
        yield summary_row(tables)
        return
    index = Index(tables)
    if spoken := positions_of(index, identity):
        yield from map(position_row, spoken)
        return
    found = index.find(identity)
    if isinstance(found, Article):
        annotation = index.annotations.get(found.id)
        if annotation is None:
            raise NotFound(f"{identity} was stored and not annotated: firsthand verify says why")
        # The row of the corpus, not of the document alone: it knows of other articles that were given the same id.
        yield document_row(found, annotation) | {"id": index.name(found.id)}
        return
    table = "stories" if isinstance(found, Story) else "statements"
    yield next(row for row in table_rows(index, table) if row["id"] == found.id)


def corrected_row(tables: Tables, number: int) -> Row:
    """Return the export's row of the correction with this number."""
    index = Index(tables)
    return next(correction_row(index, view) for view in Corrections(index) if view.correction.number == number)


def _ends(index: Index, subject: str) -> Row:
    count = index.counts.get(subject)
    return {"origins_low": count.low if count else None, "origins_high": count.high if count else None}
