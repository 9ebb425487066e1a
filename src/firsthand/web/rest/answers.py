"""What a catalog holds, as answers: lists in parts, and single things. See ``arguments`` for what needs thinking."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from firsthand.errors import NotFound
from firsthand.model import (
    Annotation,
    Article,
    Attribution,
    Copy,
    Count,
    Difference,
    Lineage,
    Passage,
    Quotation,
    Statement,
    Story,
)
from firsthand.present.catalog import Catalog, parse
from firsthand.present.catalog.catalog import StatementOrder, StoryOrder
from firsthand.present.catalog.records import attributions, copies, edges_to, records
from firsthand.present.catalog.rows import ArticleRow, Hit, OutletRow, SpeakerRow, StatementRow, StoryRow
from firsthand.present.export.pieces import snippet
from firsthand.present.views.index import Index
from firsthand.web.rest.shapes import (
    ArticleAnswer,
    LineageAnswer,
    OutletAnswer,
    Piece,
    QuotationAnswer,
    SearchAnswer,
    StatementAnswer,
    StoryAnswer,
)

T = TypeVar("T")
# A part of a list, and whether more comes after it.
Part = tuple[tuple[T, ...], bool]
# Ours: segments, links and credits that an article is answered with; an article of 50,000 characters has some hundreds.
LISTED = 1_000
# What a kind of thing is called where one was asked for and another found.
_KINDS = {Article: "an article", Story: "a story", Statement: "a statement"}


def found(catalog: Catalog, identity: str, cls: type[T]) -> T:
    """Return the article, story or statement with this id or beginning of one. Raises NotFound."""
    thing = catalog.find(identity)
    if not isinstance(thing, cls):
        raise NotFound(f"{thing.id} is {_KINDS[type(thing)]}, and something else was asked for")
    return thing


def part(read: Callable[[int, int], Sequence[T]], limit: int, offset: int) -> Part[T]:
    """Return ``limit`` items from ``offset`` on; ``read`` takes a limit and an offset."""
    rows = tuple(read(limit + 1, offset))
    return rows[:limit], len(rows) > limit


def articles(catalog: Catalog, outlet: str | None, story: str | None, limit: int, offset: int) -> Part[ArticleRow]:
    """Return articles: see ``Catalog.articles``."""
    return part(lambda most, after: catalog.articles(outlet, story, most, after), limit, offset)


def stories(catalog: Catalog, order: StoryOrder, limit: int, offset: int, *, with_text: bool = False) -> Part[StoryRow]:
    """Return stories: see ``Catalog.stories``."""
    rows, more = part(lambda most, after: catalog.stories(order, most, after), limit, offset)
    return tuple(_story_row(row, with_text) for row in rows), more


def statements(
    catalog: Catalog,
    order: StatementOrder,
    one_origin: bool | None,
    speaker: str | None,
    story: str | None,
    limit: int,
    offset: int,
    *,
    with_text: bool = False,
) -> Part[StatementRow]:
    """Return statements: see ``Catalog.statements``."""
    rows, more = part(
        lambda most, after: catalog.statements(order, one_origin, speaker, story, most, after), limit, offset
    )
    return tuple(_statement_row(row, with_text) for row in rows), more


def speaker(catalog: Catalog, key: str) -> SpeakerRow:
    """Return the speaker with this key. Raises NotFound."""
    row = catalog.speaker(key)
    if row is None:
        raise NotFound(f"no speaker has the key {key!r}")
    return row


def outlet(catalog: Catalog, key: str) -> OutletAnswer:
    """Return the outlet with this key. Raises NotFound."""
    row: OutletRow | None = catalog.outlet(key)
    if row is None:
        raise NotFound(f"no outlet has the key {key!r}")
    return OutletAnswer(row, tuple(catalog.carried(row.key))[:LISTED])


def article(catalog: Catalog, identity: str, *, with_text: bool = False) -> ArticleAnswer:
    """Return an article. Raises NotFound."""
    a = found(catalog, identity, Article)
    row = catalog.article(a.id)
    if row is None:
        raise NotFound(f"{a.id} is in no list of the catalog")
    notes = records(catalog, Annotation, "annotations", [a.id])
    credited = tuple(c for n in notes for c in n.credits)
    lists = (a.segments, a.links, credited)
    return ArticleAnswer(
        article=row,
        url=a.url,
        canonical=a.canonical,
        publisher=a.publisher,
        dek=a.dek,
        bylines=a.bylines,
        dateline=a.dateline,
        updated=a.updated,
        updated_precision=a.updated_precision,
        fetched=a.fetched,
        section=a.section,
        paywalled=a.paywalled,
        page=a.page,
        sha256=a.sha256,
        quotations=sum(len(n.quotations) for n in notes),
        segments=a.segments[:LISTED],
        links=a.links[:LISTED],
        credits=credited[:LISTED],
        left_out=sum(max(0, len(listed) - LISTED) for listed in lists),
        lineage=next(iter(records(catalog, Lineage, "lineages", [a.id])), None),
        text=a.text if with_text else None,
    )


def quotations_in(
    catalog: Catalog, identity: str, limit: int, offset: int, *, with_text: bool = False
) -> Part[QuotationAnswer]:
    """Return the quotations of an article, in text order. Raises NotFound."""
    a = found(catalog, identity, Article)
    every = [q for n in records(catalog, Annotation, "annotations", [a.id]) for q in n.quotations]
    here = every[offset : offset + limit]
    told = {t.quotation: t for t in attributions(catalog, (q.id for q in here))}
    given = tuple(_quotation(q, a, told.get(q.id), with_text) for q in here)
    return given, len(every) > offset + limit


def quotations_of(
    catalog: Catalog, identity: str, limit: int, offset: int, *, with_text: bool = False
) -> Part[QuotationAnswer]:
    """Return the quotations that report a statement, in the statement's order. Raises NotFound."""
    statement = found(catalog, identity, Statement)
    ids = statement.quotations[offset : offset + limit]
    told = {t.quotation: t for t in attributions(catalog, ids)}
    where = {t.article for t in told.values()}
    texts = {a.id: a for a in records(catalog, Article, "articles", where)}
    known = {q.id: q for n in records(catalog, Annotation, "annotations", where) for q in n.quotations}
    given = tuple(_quotation(q, texts[q.article], told[q.id], with_text) for i in ids if (q := known.get(i)))
    return given, len(statement.quotations) > offset + limit


def copies_of(catalog: Catalog, identity: str, limit: int, offset: int) -> Part[Copy]:
    """Return the passages that an article shares with others, the longest first. Raises NotFound."""
    own = found(catalog, identity, Article).id
    return part(lambda most, after: copies(catalog, own, most, after), limit, offset)


def story(catalog: Catalog, identity: str, *, with_text: bool = False) -> StoryAnswer:
    """Return a story. Raises NotFound."""
    s = found(catalog, identity, Story)
    row = catalog.story(s.id)
    if row is None:
        raise NotFound(f"{s.id} is in no list of the catalog")
    return StoryAnswer(
        story=_story_row(row, with_text),
        summary=pieces(catalog, s.summary, with_text=with_text),
        happened=s.happened,
        happened_precision=s.happened_precision,
        dates=s.dates[:LISTED],
        also=s.also[:LISTED],
        origins=_origins(catalog, s.id),
    )


def statement(catalog: Catalog, identity: str, *, with_text: bool = False) -> StatementAnswer:
    """Return a statement. Raises NotFound."""
    s = found(catalog, identity, Statement)
    row = catalog.statement(s.id)
    if row is None:
        raise NotFound(f"{s.id} is in no list of the catalog")
    kinds = Counter(kind for d in _differences(catalog, s.id) for kind in d.kinds)
    return StatementAnswer(
        statement=_statement_row(row, with_text),
        speaker_id=s.speaker_id,
        quotations=len(s.quotations),
        differences=tuple(sorted(kinds.items(), key=lambda k: (-k[1], k[0]))),
        origins=_origins(catalog, s.id),
    )


def lineage_of_story(catalog: Catalog, identity: str, limit: int, offset: int) -> Part[LineageAnswer]:
    """Return where each article of a story comes from, the oldest first. Raises NotFound."""
    own = found(catalog, identity, Story).id
    rows, more = articles(catalog, None, own, limit, offset)
    ids = [row.id for row in rows]
    lines = {line.article: line for line in records(catalog, Lineage, "lineages", ids)}
    edges = edges_to(catalog, ids)
    return tuple(LineageAnswer(i, lines.get(i), tuple(e for e in edges if e.target == i)) for i in ids), more


def search(catalog: Catalog, q: str, limit: int, offset: int, *, with_text: bool = False) -> tuple[SearchAnswer, bool]:
    """Return the articles that ``q`` asks for, each with a sentence, and whether more come after them."""
    hits = catalog.search(parse(q, limit=limit, offset=offset))
    facets = {name: tuple(values) for name, values in hits.facets.items()}
    answer = SearchAnswer(tuple(_hit(hit, with_text) for hit in hits.hits), hits.total, facets, hits.notes)
    return answer, hits.total > offset + limit


def pieces(catalog: Catalog, passages: Sequence[Passage], *, with_text: bool = False) -> tuple[Piece, ...]:
    """Return passages with their words."""
    texts = {a.id: a.text for a in records(catalog, Article, "articles", (p.article for p in passages))}
    return tuple(
        Piece(p.article, p.start, p.end, snippet(texts[p.article][p.start : p.end], with_text=with_text))
        for p in passages
        if p.article in texts
    )


def _quotation(q: Quotation, a: Article, told: Attribution | None, with_text: bool) -> QuotationAnswer:
    return QuotationAnswer(
        id=q.id,
        article=q.article,
        type=q.type,
        start=q.start,
        end=q.end,
        fragments=q.fragments,
        words=snippet(q.words(a.text), with_text=with_text),
        speaker=told.speaker if told else q.speaker,
        speaker_id=told.speaker_id if told else None,
        speaker_start=q.speaker_start,
        speaker_end=q.speaker_end,
        cue=q.cue,
        cue_start=q.cue_start,
        cue_end=q.cue_end,
        occasion=q.occasion,
        via=q.via,
        statement=told.statement if told else None,
        entity=told.entity if told else None,
    )


def _story_row(row: StoryRow, with_text: bool) -> StoryRow:
    return replace(row, summary=snippet(row.summary, with_text=with_text))


def _statement_row(row: StatementRow, with_text: bool) -> StatementRow:
    return replace(row, wording=snippet(row.wording, with_text=with_text))


def _hit(hit: Hit, with_text: bool) -> Hit:
    sentence = snippet(hit.sentence, with_text=with_text)
    whole = len(sentence) if sentence == hit.sentence else len(sentence) - 1
    return replace(hit, sentence=sentence, marks=tuple(m for m in hit.marks if m[1] <= whole))


def _origins(catalog: Catalog, subject: str) -> tuple[str, ...]:
    """Return the origins of a story or statement for reading; one that is an article by its outlet."""
    counts = records(catalog, Count, "counts", [subject])
    names = [origin for count in counts for origin in count.origins][:LISTED]
    index = Index(catalog.tables_of_articles(names))
    return tuple(index.origin(name) for name in names)


def _differences(catalog: Catalog, statement: str) -> list[Difference]:
    return catalog.tables_of_statements([statement]).differences
