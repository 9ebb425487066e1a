"""Alerts: what is different between two pictures of a corpus. Pure functions; nothing is read or sent here.

Ids of stories and statements are made of their members and change with them, so both are followed by their members:
articles and quotations, whose ids stay.
"""

import difflib
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from firsthand.model import WHOLE, Article
from firsthand.present.labels import told
from firsthand.present.tables import Tables
from firsthand.text import short_hash

Kind = Literal["new story", "second origin", "no longer independent", "changed wording", "edited article"]
INDEPENDENT = frozenset({"original", "independent"})
# Paragraphs of an article that are compared with its earlier version, and characters of each change that are shown:
# the comparison takes the product of both sides' paragraphs. Ours.
MAX_PARAGRAPHS = 1_000
MAX_SHOWN = 300
# Equal words that are shown on either side of changed ones. Ours.
AROUND = 6


@dataclass(frozen=True, slots=True)
class Alert:
    """One thing that changed: ``subject`` is the id it is about, ``articles`` those that show it.

    ``key`` is the same for the same thing, so that it is told once. ``detail`` has a line each.
    """

    kind: Kind
    key: str
    subject: str
    title: str
    articles: tuple[str, ...]
    detail: tuple[str, ...] = ()
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """As much of a corpus as alerts compare; plain lists and dictionaries, so that it can be kept as JSON.

    ``origins``: the least number of independent origins of each quotation's statement; ``places``: the article that
    was met last at each address or path.
    """

    articles: list[str] = field(default_factory=list)
    origins: dict[str, int] = field(default_factory=dict)
    independent: list[str] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)

    def plain(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        return asdict(self)


def compare(before: Picture, tables: Tables) -> tuple[list[Alert], Picture]:
    """Return what happened since ``before``, and the picture of the corpus as it is now.

    ``tables`` may be a part of the corpus: all of what is not in them is as it was.
    """
    after = _picture(before, tables)
    alerts = [
        *_stories(before, tables),
        *_origins(before, tables),
        *_independence(before, after, tables),
        *_wording(before, tables),
        *_edits(before, tables),
    ]
    return alerts, after


def picture(tables: Tables) -> Picture:
    """Return the picture of a corpus that nothing is to be told of."""
    return _picture(Picture(), tables)


def changes(old: str, new: str) -> tuple[str, ...]:
    """Return the paragraphs that an edit took out (``- …``) and put in (``+ …``), in the order of the text."""
    before, after = _paragraphs(old), _paragraphs(new)
    if max(len(before), len(after)) > MAX_PARAGRAPHS:
        return (f"over {MAX_PARAGRAPHS:,} paragraphs: not compared",)
    out: list[str] = []
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            out += _replaced(before[a:b], after[c:d])
    return tuple(out) or ("only blanks changed",)


def _replaced(old: list[str], new: list[str]) -> list[str]:
    """Return what was taken out and put in; of one paragraph for one the words that differ, and some round."""
    if len(old) == len(new) == 1:
        one, other = old[0].split(), new[0].split()
        most = min(len(one), len(other))
        head = next((k for k in range(most) if one[k] != other[k]), most)
        tail = next((k for k in range(most - head) if one[-1 - k] != other[-1 - k]), most - head)
        old, new = [_around(one, head, tail)], [_around(other, head, tail)]
    return [f"- {_short(p)}" for p in old] + [f"+ {_short(p)}" for p in new]


def _around(words: list[str], head: int, tail: int) -> str:
    """Return words without those that are equal on either end, but for ``AROUND`` of them."""
    start, end = max(0, head - AROUND), min(len(words), len(words) - tail + AROUND)
    return ("… " if start else "") + " ".join(words[start:end]) + (" …" if end < len(words) else "")


def _picture(before: Picture, tables: Tables) -> Picture:
    low = {count.subject: count.low for count in tables.counts}
    places = dict(before.places)
    known = set(before.articles)
    for article in sorted(tables.articles, key=_version):
        place = _place(article)
        if article.id not in known or place not in places:
            places[place] = article.id
    traced = {lineage.article for lineage in tables.lineages}
    return Picture(
        articles=sorted(known.union(a.id for a in tables.articles)),
        origins={**before.origins, **{q: low.get(s.id, 0) for s in tables.statements for q in s.quotations}},
        independent=sorted(set(before.independent) - traced | _independent(tables)),
        places=places,
    )


def _stories(before: Picture, tables: Tables) -> Iterator[Alert]:
    """An edited page is no new story, whatever it came to tell."""
    known = set(before.articles) | {a.id for a in tables.articles if _place(a) in before.places}
    for story in tables.stories:
        if not known.intersection(story.articles):
            key = _key("new story", *story.articles[:1])
            link = _link(tables, story.articles)
            yield Alert("new story", key, story.id, story.headline, story.articles, link=link)


def _origins(before: Picture, tables: Tables) -> Iterator[Alert]:
    counts = {count.subject: count for count in tables.counts}
    where = {q.id: q.article for a in tables.annotations for q in a.quotations}
    places = {a.id: _place(a) for a in tables.articles}
    for statement in tables.statements:
        count = counts.get(statement.id)
        earlier = max((before.origins.get(q, 0) for q in statement.quotations), default=0)
        if count is None or count.low < 2 or earlier >= 2:
            continue
        articles = tuple(dict.fromkeys(where[q] for q in statement.quotations if q in where))
        if len({places.get(a, a) for a in articles}) < 2:
            continue  # versions of one article
        title = f"{statement.speaker or 'unknown speaker'}: {_short(told(statement))}"
        detail = (f"{count.low} to {count.high} independent origins: {', '.join(count.origins)}",)
        key = _key("second origin", min(statement.quotations))
        yield Alert("second origin", key, statement.id, title, articles, detail, _link(tables, articles))


def _independence(before: Picture, after: Picture, tables: Tables) -> Iterator[Alert]:
    stands = _independent(tables)
    articles = {a.id: a for a in tables.articles}
    lineages = {lineage.article: lineage for lineage in tables.lineages if lineage.relation not in INDEPENDENT}
    for identity in before.independent:
        lineage = lineages.get(identity)
        if identity in stands or lineage is None or identity not in articles:
            continue
        if after.places.get(_place(articles[identity])) != identity:
            continue  # a later version of it is there: that it says the same is told as an edit
        draws = ", ".join(lineage.draws_on) or lineage.origin
        key = _key("no longer independent", identity, lineage.relation, draws)
        detail = (f"{lineage.relation}: draws on {draws}",)
        title, link = _title(articles[identity]), _link(tables, (identity,))
        yield Alert("no longer independent", key, identity, title, (identity,), detail, link)


def _wording(before: Picture, tables: Tables) -> Iterator[Alert]:
    """One alert a statement: how quotations differ where one of the two was not there before."""
    known = set(before.articles)
    texts = {a.id: a.text for a in tables.articles}
    places = {a.id: _place(a) for a in tables.articles}
    words = {q.id: (q.article, q.words(texts.get(q.article, ""))) for a in tables.annotations for q in a.quotations}
    found: dict[str, list[tuple[str, str, str]]] = {}
    for d in tables.differences:
        kinds = [kind for kind in d.kinds if kind not in WHOLE and kind != "same words"]
        one, other = words.get(d.quotation), words.get(d.other)
        if not (kinds and one and other):
            continue
        if all(a in known or said in texts.get(before.places.get(places[a], ""), "") for a, said in (one, other)):
            continue  # both were there, if in an earlier version
        if places.get(one[0], one[0]) != places.get(other[0], other[0]):
            line = f"{', '.join(kinds)}: “{_short(one[1])}” / “{_short(other[1])}”"
            found.setdefault(d.statement, []).append((d.quotation, d.other, line))
    for statement in tables.statements:
        if rows := found.get(statement.id):
            ids = sorted({q for row in rows for q in row[:2]})
            articles = tuple(dict.fromkeys(words[q][0] for q in ids))
            title = f"{statement.speaker or 'unknown speaker'}: {_short(told(statement))}"
            detail = tuple(row[2] for row in rows)
            key = _key("changed wording", *ids)
            yield Alert("changed wording", key, statement.id, title, articles, detail, _link(tables, articles))


def _edits(before: Picture, tables: Tables) -> Iterator[Alert]:
    known = set(before.articles)
    articles = {a.id: a for a in tables.articles}
    last = dict(before.places)
    for article in sorted(tables.articles, key=_version):
        place = _place(article)
        if article.id in known:
            continue
        old = articles.get(last.get(place, ""))
        last[place] = article.id
        if old is not None:
            detail = changes(old.text, article.text)
            key = _key("edited article", old.id, article.id)
            ids = (old.id, article.id)
            yield Alert("edited article", key, article.id, _title(article), ids, detail, article.url)


def _independent(tables: Tables) -> set[str]:
    drawn = {lineage.article for lineage in tables.lineages if lineage.relation not in INDEPENDENT}
    return {lineage.article for lineage in tables.lineages} - drawn


def _version(article: Article) -> tuple[str, str, str]:
    """A key that sorts versions of an article as they came, as far as they tell."""
    return (article.updated or article.fetched or "", article.published or "", article.id)


def _place(article: Article) -> str:
    """Return what versions of one article share. An id that its carrier gives may be another's too, so it is none."""
    return article.url or article.path or article.id


def _title(article: Article) -> str:
    return article.headline or article.url or article.input


def _link(tables: Tables, articles: tuple[str, ...]) -> str | None:
    urls = {a.id: a.url for a in tables.articles if a.id in articles}
    return next((urls[a] for a in articles if urls.get(a)), None)


def _key(*parts: str) -> str:
    return short_hash("\n".join(parts))


def _paragraphs(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= MAX_SHOWN else text[: MAX_SHOWN - 1] + "…"
