"""A text that was held against a corpus, as JSON."""

from typing import Any

from firsthand.model import Count
from firsthand.present.labels import told
from firsthand.present.views.check import Checked, Said, SharedWith, Told, check_view
from firsthand.present.views.index import Index

Row = dict[str, Any]


def checked_row(checked: Checked) -> Row:
    """Return the answer: ``line``, ``share``, ``story``, ``shared`` and ``quotations``. Spans are in code points of
    ``text``, ``other_`` ones in the text of the stored article.
    """
    view, index = check_view(checked), Index(checked.tables)
    return {
        "line": view.line,
        "share": round(view.share, 4),
        "capped": checked.capped,
        "story": _story(view.story),
        "earliest": index.name(view.earliest.row.article.id) if view.earliest else None,
        "credits": [{"start": c.start, "end": c.end, "publisher": c.publisher, "kind": c.kind} for c in view.credits],
        "shared": [_shared(index, found) for found in view.shared],
        "quotations": [_said(said) for said in view.said],
        "language": view.article.language,
        "text": view.article.text,
    }


def _story(told: Told | None) -> Row | None:
    if told is None:
        return None
    return {"id": told.story.id, "headline": told.story.headline, "articles": told.articles, **_ends(told.count)}


def _shared(index: Index, found: SharedWith) -> Row:
    return {
        "article": index.name(found.row.article.id),
        "outlet": found.row.outlet,
        "published": found.row.article.published,
        "url": found.row.article.url,
        "relation": found.row.relation,
        "rests_on": list(found.row.rests_on),
        "story": found.story,
        "characters": found.shared.characters,
        "share": found.shared.share,
        "passages": [
            {
                "start": p.here.start,
                "end": p.here.end,
                "other_start": p.other.start,
                "other_end": p.other.end,
                "kind": p.kind,
                "characters": p.characters,
                "words": p.words,
                "changed": p.changed,
            }
            for p in found.shared.passages
        ],
    }


def _said(said: Said) -> Row:
    statement = said.statement
    return {
        "start": said.quotation.start,
        "end": said.quotation.end,
        "type": said.quotation.type,
        "speaker": said.quotation.speaker,
        "words": said.words,
        "statement": statement.id if statement else None,
        "wording": told(statement) if statement else None,
        "quotations": len(statement.quotations) if statement else 0,
        **_ends(said.count),
        "story": said.story,
    }


def _ends(count: Count | None) -> Row:
    return {
        "origins_low": count.low if count else None,
        "origins_high": count.high if count else None,
        "reasons": [reason.text for reason in count.reasons] if count else [],
    }
