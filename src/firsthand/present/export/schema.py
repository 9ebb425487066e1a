"""The columns of every table and their Arrow types: what Parquet and CSV need to know before the first row.

``docs/reference/data-dictionary.md`` is this as a page; a test holds it against the code.
"""

from functools import cache

import pyarrow as pa

_TEXT, _WHOLE, _REAL, _FLAG = pa.string(), pa.int64(), pa.float64(), pa.bool_()
_TEXTS = pa.list_(_TEXT)
_SPANS = pa.list_(pa.list_(_WHOLE))
_PASSAGES = pa.list_(pa.struct([("article", _TEXT), ("start", _WHOLE), ("end", _WHOLE)]))
_REASON = pa.struct([("rule", _TEXT), ("text", _TEXT), ("passages", _PASSAGES)])
_REASONS = pa.list_(_REASON)
_ALSO = pa.list_(pa.struct([("article", _TEXT), ("start", _WHOLE), ("end", _WHOLE), ("reason", _REASON)]))
_PARTS = pa.list_(
    pa.struct(
        [("kind", _TEXT), ("start", _WHOLE), ("end", _WHOLE), ("other_start", _WHOLE), ("other_end", _WHOLE)],
    )
)
_TURNS = pa.list_(pa.struct([("earlier", _TEXT), ("later", _TEXT), ("kinds", _TEXTS), ("reversal", _FLAG)]))
_POSITIONS = pa.list_(pa.struct([("speaker", _TEXT), ("statements", _TEXTS), ("turns", _TURNS)]))

# Columns that are not texts, by table; "*" is every table.
_TYPES: dict[str, dict[str, pa.DataType]] = {
    "*": {"start": _WHOLE, "end": _WHOLE, "reasons": _REASONS, "apart": _REASONS},
    "articles": {"bylines": _TEXTS, "paywalled": _FLAG, "characters": _WHOLE, "quotations_left_out": _WHOLE},
    "recurring": {"pages": _WHOLE},
    "comments": {"number": _WHOLE, "parent": _WHOLE, "depth": _WHOLE, "paragraphs": _SPANS},
    "quotations": {"fragments": _SPANS, "via": _TEXTS}
    | dict.fromkeys(("speaker_start", "speaker_end", "cue_start", "cue_end"), _WHOLE),
    "statements": {"quotations": _TEXTS, "origins": _TEXTS, "origins_low": _WHOLE, "origins_high": _WHOLE},
    "differences": {"kinds": _TEXTS, "parts": _PARTS},
    "copies": dict.fromkeys(("earlier_start", "earlier_end", "later_start", "later_end"), _WHOLE)
    | dict.fromkeys(("characters", "words", "changed"), _WHOLE)
    | {"verbatim": _FLAG, "earlier_share": _REAL, "later_share": _REAL},
    "stories": {"articles": _TEXTS, "summary": _PASSAGES, "dates": _PASSAGES, "also": _ALSO}
    | {"origins": _TEXTS, "origins_low": _WHOLE, "origins_high": _WHOLE},
    "storylines": {"stories": _TEXTS, "positions": _POSITIONS},
    "lineage": {"draws_on": _TEXTS, "rests_on": _TEXTS},
    "corrections": {"number": _WHOLE, "given": _TEXTS, "groups": pa.list_(_TEXTS), "before": _TEXTS, "now": _TEXTS}
    | {"overruled_by": _WHOLE},
}

# The columns of each table in the order of its rows.
_COLUMNS = {
    "articles": "id url path publisher headline dek bylines dateline published published_precision updated "
    "updated_precision fetched canonical section paywalled language characters sha256 page quotations_left_out",
    "segments": "article start end kind",
    "recurring": "article start end pages",
    "comments": "article number parent depth author published published_precision start end paragraphs",
    "links": "article start end anchor target",
    "names": "article start end kind name",
    "dates": "article start end value precision",
    "quotations": "id article type start end fragments speaker speaker_id speaker_start speaker_end cue cue_start "
    "cue_end occasion via statement entity",
    "credits": "article start end publisher kind",
    "rejected": "input stage reason detail",
    "duplicates": "input article",
    "statements": "id speaker occasion wording cue quotations origins origins_low origins_high reasons apart",
    "differences": "statement quotation other kinds parts",
    "copies": "earlier earlier_start earlier_end later later_start later_end characters kind words changed verbatim "
    "earlier_share later_share",
    "stories": "id headline articles first last summary happened happened_precision dates also origins origins_low "
    "origins_high reasons apart",
    "storylines": "id stories reasons positions",
    "lineage": "id story origin relation authorship draws_on rests_on family reasons",
    "edges": "story source target evidence reasons",
    "corrections": "number at verb kind said given groups name relation note before now state overruled_by undone",
}
TABLES = tuple(_COLUMNS)


@cache
def schema(table: str, *, with_text: bool = False) -> pa.Schema:
    """Return the Arrow schema of one table of the export; ``with_text`` is for ``articles``. Raises KeyError."""
    names = _COLUMNS[table].split() + (["text"] if with_text and table == "articles" else [])
    own = _TYPES["*"] | _TYPES.get(table, {})
    return pa.schema([pa.field(name, own.get(name, _TEXT)) for name in names])
