"""What each tool answers, made of the same answers that the HTTP API gives."""

from collections.abc import Callable, Iterable
from typing import Any

from firsthand.mcp.items import (
    article_item,
    lineage_item,
    quotation_item,
    reason_items,
    sentence_item,
    statement_item,
    story_items,
    text_items,
)
from firsthand.mcp.pieces import Item, Read, answer, few, listed, place, quoted
from firsthand.model import StoryReasons
from firsthand.present.catalog import Catalog
from firsthand.web.rest import answers, arguments
from firsthand.web.rest.concluded import CheckAnswer
from firsthand.web.rest.shapes import LineageAnswer

# What stands in place of the reasons why a story is one, where these could not be worked out.
NOT_NOW = "why its articles are one could not be worked out just now: ask again"


def search(catalog: Catalog, query: str, token: str) -> str:
    """Answer which articles have the words of ``query``, each with a sentence."""
    found, _ = answers.search(catalog, query, 1, 0)
    head = {"articles_found": found.total, "notes": list(found.notes), "facets": _facets(found.facets)}

    def read(most: int, offset: int) -> tuple[Iterable[Item], bool]:
        hits, more = answers.search(catalog, query, most, offset)
        return [{**article_item(h.article), "sentence": sentence_item(h)} for h in hits.items], more

    return answer(catalog, head, read, token, "search", query)


def story(catalog: Catalog, identity: str, token: str) -> str:
    """Answer what a story is, on how many origins it stands, and with its statements, the most repeated first."""
    found = answers.story(catalog, identity)
    row = found.story
    head = {
        "story": row.id,
        "headline": quoted(row.headline),
        "first": row.first,
        "last": row.last,
        "happened": found.happened,
        "articles": row.articles,
        "outlets": row.outlets,
        "independent_origins": [row.low, row.high],
        "origins": few(found.origins),
        "told": row.told,
        "summary": few(
            {"article": p.article, "start": p.start, "end": p.end, **(quoted(p.text) or {})} for p in found.summary
        ),
    }
    return answer(
        catalog,
        head,
        _part(
            statement_item,
            lambda most, after: answers.statements(catalog, "repeated", None, None, row.id, most, after),
        ),
        token,
        "story",
        row.id,
    )


def articles(catalog: Catalog, identity: str, token: str) -> str:
    """Answer which articles a story has, the oldest first, and where each comes from."""
    row = answers.story(catalog, identity).story
    head = {"story": row.id, "articles": row.articles}

    def read(most: int, offset: int) -> tuple[Iterable[Item], bool]:
        rows, more = answers.articles(catalog, None, row.id, most, offset)
        lines = {line.article: line for line in answers.lineage_of_story(catalog, row.id, most, offset)[0]}
        return [{**article_item(a), **lineage_item(lines.get(a.id))} for a in rows], more

    return answer(catalog, head, read, token, "articles", row.id)


def statement(catalog: Catalog, identity: str, token: str) -> str:
    """Answer what a statement is, on how many origins it stands, and with the quotations that report it."""
    found = answers.statement(catalog, identity)
    head = {
        **statement_item(found.statement),
        "occasion": quoted(found.statement.occasion),
        "origins": few(found.origins),
        "quotations": found.quotations,
        "differences": dict(found.differences),
    }
    own = found.statement.id
    return answer(
        catalog,
        head,
        _part(quotation_item, lambda most, after: answers.quotations_of(catalog, own, most, after)),
        token,
        "statement",
        own,
    )


def article(catalog: Catalog, identity: str, token: str, *, with_text: bool) -> str:
    """Answer what an article is, with its quotations, or with its text in pieces."""
    found = answers.article(catalog, identity, with_text=with_text)
    own = found.article.id
    head = {
        **article_item(found.article),
        "url": found.url,
        "bylines": few(found.bylines),
        "page": found.page,
        "characters": found.article.characters,
        "quotations": found.quotations,
        "credits": few(
            {"publisher": c.publisher, "kind": c.kind, "start": c.start, "end": c.end} for c in found.credits
        ),
        **lineage_item(LineageAnswer(own, found.lineage, ())),
    }
    read = (
        listed(list(text_items(own, found.text)))
        if found.text is not None
        else _part(quotation_item, lambda most, after: answers.quotations_in(catalog, own, most, after))
    )
    return answer(catalog, head, read, token, "article", own, str(with_text))


def why(catalog: Catalog, identity: str, token: str, one_story: Callable[[str], StoryReasons | None]) -> str:
    """Answer why an article's lineage, or the count of a story or statement, is as it is, reason by reason.

    Of a story also why its articles are one, which ``one_story`` tells by its id, if it can just now. Raises NotFound.
    """
    found = arguments.why(catalog, identity)
    place(catalog, token, "why", found.id)  # before anything is worked out
    head: Item = {found.kind: found.id, "left_out": found.left_out}
    if found.article:
        a = found.article
        head |= {"outlet": a.outlet, "authorship": a.authorship, "words": a.words, "news": a.news}
    if found.count:
        c = found.count
        head |= {"independent_origins": [c.origins_low, c.origins_high], "origins": few(c.origins)}
    items = list(reason_items(found))
    if found.kind == "story":
        together = one_story(found.id)
        items.extend(story_items(together) if together else [{"kind": "one event", "text": NOT_NOW}])
    return answer(catalog, head, listed(items), token, "why", found.id)


def compare(catalog: Catalog, one: str, other: str, token: str) -> str:
    """Answer which passages two articles share, and which words differ in them."""
    found = arguments.compare(catalog, one, other)
    ids = found.one.id, found.other.id
    head = {
        "one": article_item(found.one),
        "other": article_item(found.other),
        "time": found.time,
        "characters": found.characters,
        "share": found.share,
        "other_share": found.other_share,
        "arrows": few({"source": e.source, "target": e.target, "evidence": e.evidence} for e in found.edges),
        "left_out": found.left_out,
    }
    items = [
        {
            "start": p.start,
            "end": p.end,
            "other_start": p.other_start,
            "other_end": p.other_end,
            "kind": p.kind,
            "characters": p.characters,
            "words_changed": p.changed,
            "text": quoted(p.text),
            "changes": few({"one": quoted(c.words), "other": quoted(c.other_words)} for c in p.changes),
        }
        for p in found.passages
    ]
    return answer(catalog, head, listed(items), token, "compare", *ids)


def checked(catalog: Catalog, found: CheckAnswer, text: str, token: str) -> str:
    """Answer where a text comes from: what it shares with articles, and which statements it reports."""
    told = found.story
    head = {
        "line": found.line,
        "share": found.share,
        "more_may_share": found.capped,
        "story": told and {"id": told.id, "headline": quoted(told.headline), "articles": told.articles},
        "independent_origins": told and [told.origins_low, told.origins_high],
        "earliest": found.earliest,
    }
    shared: list[Item] = [
        {
            "article": s.article,
            "outlet": s.outlet,
            "published": s.published,
            "relation": s.relation,
            "rests_on": few(s.rests_on),
            "characters": s.characters,
            "share": s.share,
            "passages": few([p.start, p.end, p.other_start, p.other_end] for p in s.passages),
        }
        for s in found.shared
    ]
    said: list[Item] = [
        {
            "start": q.start,
            "end": q.end,
            "speaker": q.speaker,
            "words": quoted(q.words),
            "statement": q.statement,
            "independent_origins": [q.origins_low, q.origins_high],
        }
        for q in found.quotations
    ]
    return answer(catalog, head, listed([*shared, *said]), token, "check", text)


def _part(made: Callable[[Any], Item], part: Callable[[int, int], answers.Part[Any]]) -> Read:
    """Return what reads a part of a list, each row as an item."""

    def read(most: int, offset: int) -> tuple[Iterable[Item], bool]:
        rows, more = part(most, offset)
        return [made(row) for row in rows], more

    return read


def _facets(facets: dict[str, tuple[tuple[str, int], ...]]) -> Item:
    return {name: [[value, n] for value, n in values[:3]] for name, values in facets.items() if name != "day"}
