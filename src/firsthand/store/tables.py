"""The tables of a corpus: one for each kind of record, with the dataclass that is its schema.

Segments and comments travel inside their article, quotations, credits, names and dates inside its annotation: what
belongs to one document is written, replaced and forgotten as one row. The exports lay them out flat.
"""

from firsthand.model import (
    Annotation,
    Article,
    Attribution,
    Copy,
    Count,
    Difference,
    Duplicate,
    Edge,
    Lineage,
    Paragraphs,
    Recurrence,
    Rejected,
    Repair,
    Statement,
    Story,
    Storyline,
    Superseded,
)

# The sets of arrays of a corpus: indexes, which can be made anew from the tables.
ARRAYS = ("fingerprints",)

# The tables that hold what came in. All others, and the arrays, are concluded from them: linking makes them anew, but
# for the repairs, which tell what it did.
GIVEN = ("articles", "annotations", "rejected", "duplicates", "superseded")

TABLES: dict[str, type] = {
    "articles": Article,
    "annotations": Annotation,
    "rejected": Rejected,
    "duplicates": Duplicate,
    "superseded": Superseded,  # versions that a later one took the place of: kept, not linked
    "paragraphs": Paragraphs,
    "recurring": Recurrence,
    "copies": Copy,
    "stories": Story,
    "inferred": Story,  # stories as they were linked, where a correction has put others in their place
    "storylines": Storyline,
    "statements": Statement,
    "attributions": Attribution,
    "differences": Difference,
    "lineages": Lineage,
    "edges": Edge,
    "counts": Count,
    "repairs": Repair,
}

# The columns by which an arrival looks up rows: a large table is indexed by them.
LOOKED_UP: dict[str, tuple[str, ...]] = {
    "articles": ("id",),
    "annotations": ("article",),
    "paragraphs": ("article",),
    "copies": ("earlier", "later"),
    "stories": ("id",),
    "statements": ("id",),
    "attributions": ("article", "quotation", "statement"),
    "differences": ("statement",),
    "lineages": ("article", "family"),
    "edges": ("source", "target"),
    "counts": ("subject",),
}
