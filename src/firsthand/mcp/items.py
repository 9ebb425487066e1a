"""Rows, quotations, texts and reasons as items of an answer."""

from collections.abc import Iterator

from firsthand.mcp.pieces import Item, few, quoted
from firsthand.model import Likeness, Passage, Reason, StoryReasons
from firsthand.present.catalog.rows import ArticleRow, Hit, StatementRow
from firsthand.web.rest.concluded import ArticleWhy, CountWhy, Why
from firsthand.web.rest.shapes import LineageAnswer, QuotationAnswer

# Ours, in characters: a piece of an article's text. Two of them are an answer.
PIECE = 1_500


def article_item(row: ArticleRow) -> Item:
    """Return a row of an article."""
    return {
        "article": row.id,
        "headline": quoted(row.headline),
        "outlet": row.outlet,
        "published": row.published,
        "language": row.language,
        "authorship": row.authorship,
        "story": row.story or None,
    }


def sentence_item(hit: Hit) -> Item:
    """Return the sentence of a hit, where it stands."""
    return {"start": hit.start, "end": hit.start + len(hit.sentence), **(quoted(hit.sentence) or {})}


def lineage_item(line: LineageAnswer | None) -> Item:
    """Return where an article comes from."""
    if line is None or line.lineage is None:
        return {"relation": None, "draws_on": [], "rests_on": []}
    found = line.lineage
    return {"relation": found.relation, "draws_on": few(found.draws_on), "rests_on": few(found.rests_on)}


def statement_item(row: StatementRow) -> Item:
    """Return a row of a statement."""
    return {
        "statement": row.id,
        "speaker": row.speaker,
        "speaker_key": row.speaker_key or None,
        "wording": quoted(row.wording),
        "articles": row.articles,
        "outlets": row.outlets,
        "wordings": row.wordings,
        "independent_origins": [row.low, row.high],
        "first": row.first,
    }


def quotation_item(q: QuotationAnswer) -> Item:
    """Return a quotation, with its words and span."""
    return {
        "quotation": q.id,
        "article": q.article,
        "start": q.start,
        "end": q.end,
        "type": q.type,
        "speaker": q.speaker,
        "words": quoted(q.words),
        "via": few(q.via),
        "statement": q.statement,
    }


def text_items(identity: str, text: str) -> Iterator[Item]:
    """Yield a text in pieces, cut at blanks."""
    start = 0
    while start < len(text):
        end = min(len(text), start + PIECE)
        blank = text.rfind(" ", start + PIECE // 2, end) if end < len(text) else -1
        end = blank + 1 if blank > 0 else end
        piece = quoted(text[start:end], whole=True) or {}
        yield {"article": identity, "start": start, "end": end, **piece}
        start = end


def reason_items(found: Why) -> Iterator[Item]:
    """Yield the reasons of an argument, one by one."""
    if found.article:
        yield from _of_article(found.article)
    if found.count:
        yield from _of_count(found.count)


def story_items(found: StoryReasons) -> Iterator[Item]:
    """Yield why the articles of a story are one, and what keeps the nearest other stories apart, one by one."""
    yield from ({"kind": "one event", **_likeness(link)} for link in found.links)
    for other in found.neighbours:
        apart = few(_reason("apart", r) for r in other.apart)
        named = {"kind": "another event", "story": other.story, "headline": quoted(other.headline)}
        yield {**named, "nearest": _likeness(other.nearest), "apart": apart}
    if found.left_out:
        yield {"kind": "one event", "articles_not_looked_at": found.left_out}


def _likeness(pair: Likeness) -> Item:
    return {
        "article": pair.article,
        "other": pair.other,
        "log_odds": round(pair.log_odds, 2),
        "speaks_for": few(_reason("for", r) for r in pair.speaks_for),
        "speaks_against": few(_reason("against", r) for r in pair.speaks_against),
    }


def _of_article(a: ArticleWhy) -> Iterator[Item]:
    yield from (_reason("reason", r) for r in a.reasons)
    for step in a.chain:
        yield {"step": step.depth, "target": step.target, "source": step.source or step.name, "evidence": step.evidence}
    for s in a.shared:
        passages = few([p.start, p.end, p.other_start, p.other_end] for p in s.passages)
        known = {"shares_with": s.article, "outlet": s.outlet, "time": s.time}
        yield {**known, "characters": s.characters, "share": s.share, "passages": passages}
    yield from ({"corrected": c.said, "state": c.state} for c in a.corrections)


def _of_count(c: CountWhy) -> Iterator[Item]:
    named = (("origin", c.standing), ("taken as one", c.merges), ("kept apart", c.apart), ("by hand", c.by_hand))
    yield from (_reason(kind, r) for kind, reasons in named for r in reasons)
    yield from ({"corrected": c.said, "state": c.state} for c in c.corrections)


def _reason(kind: str, r: Reason) -> Item:
    return {"kind": kind, "rule": r.rule, "text": r.text, "passages": few(map(_passage, r.passages))}


def _passage(p: Passage) -> Item:
    return {"article": p.article, "start": p.start, "end": p.end}
