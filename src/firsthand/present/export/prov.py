"""W3C PROV-JSON: one ``provenance.json`` that says what was quoted from, revised from and rests on what.

Entities are articles, quotations, utterances, and what an origin first had; agents are outlets and speakers. PROV-DM
makes quoting, revising and using a primary source kinds of derivation; PROV-O calls them ``wasQuotedFrom``,
``wasRevisionOf`` and ``hadPrimarySource``.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from firsthand.model import Article, Edge
from firsthand.present.export.pieces import NAMESPACE, dumps, exact_time, snippet, without_empty
from firsthand.present.labels import moment, outlet_name, quoted, told
from firsthand.present.safe import slug, web_address, write_whole
from firsthand.present.tables import Tables
from firsthand.present.views.index import Index
from firsthand.text import short_hash

Row = dict[str, Any]
Named = Iterator[tuple[str, Row]]
_PREFIX = {"fh": NAMESPACE, "prov": "http://www.w3.org/ns/prov#", "xsd": "http://www.w3.org/2001/XMLSchema#"}
# The relations in which a text is a revision of the text that it has its words from.
_REVISED = ("verbatim", "partial")


def export(tables: Tables, folder: Path, *, with_text: bool = False) -> dict[str, int]:
    """Write ``provenance.json`` into ``folder``, and return how many entities, agents and relations it has.

    Words are cut after ``SNIPPET`` characters unless ``with_text`` is set, which also gives each article's text as its
    ``prov:value``. Sections are written as they are made. Raises OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    made = _Record(Index(tables), with_text)
    sections = {
        "entity": made.entities,
        "agent": made.agents,
        "wasAttributedTo": made.attributions,
        "wasDerivedFrom": made.derivations,
        "hadMember": made.members,
    }
    tally = dict.fromkeys(sections, 0)

    def chunks() -> Iterator[bytes]:
        yield b'{"prefix": ' + dumps(_PREFIX)
        for name, rows in sections.items():
            yield b",\n" + dumps(name) + b": {"
            for key, row in rows():
                yield (b",\n" if tally[name] else b"\n") + dumps(key) + b": " + dumps(row)
                tally[name] += 1
            yield b"}"
        yield b"}\n"

    write_whole(folder / "provenance.json", chunks())
    return tally


class _Record:
    def __init__(self, index: Index, with_text: bool) -> None:
        self.index, self.with_text = index, with_text
        self.articles = sorted(index.articles.values(), key=lambda a: a.id)
        self.quotations = sorted((q for q in index.quotations.values() if q.article in index.articles), key=_by_id)
        self.statements = sorted(index.statements.values(), key=_by_id)

    def entities(self) -> Named:
        """Yield articles, quotations, utterances, stories, and what origins first had."""
        for article in self.articles:
            yield _name("article", article.id), self._article(article)
        for q in self.quotations:
            words = snippet(quoted(q, self.index.articles[q.article].text), with_text=self.with_text)
            where = {"fh:article": _qualified(_name("article", q.article)), "fh:start": q.start, "fh:end": q.end}
            yield _name("quotation", q.id), _typed("Quotation", words, **where)
        for s in self.statements:
            words = snippet(told(s), with_text=self.with_text)
            yield _name("statement", s.id), _typed("Statement", words, **self._range(s.id))
        for story in sorted(self.index.stories.values(), key=_by_id):
            collection = {"prov:type": [_qualified("prov:Collection"), _qualified("fh:Story")]}
            yield _name("story", story.id), {"prov:label": story.headline, **collection, **self._range(story.id)}
        for name in self._origins():
            yield _name("report", name), _typed("FirstReport", self.index.origin(name))

    def agents(self) -> Named:
        """Yield outlets, origins and speakers."""
        outlets = {name for a in self.articles if (name := outlet_name(a))}
        for name in sorted(outlets | set(self._origins())):
            yield _name("outlet", name), {"prov:label": self.index.origin(name), "prov:type": _qualified("fh:Outlet")}
        for name in sorted({s.speaker for s in self.statements if s.speaker}):
            yield _name("speaker", name), {"prov:label": name, "prov:type": _qualified("fh:Speaker")}

    def attributions(self) -> Named:
        """Yield whose each entity is: articles their outlets', utterances their speakers', reports their origins'."""
        for article in self.articles:
            if name := outlet_name(article):
                yield _attributed(_name("article", article.id), _name("outlet", name))
        for statement in self.statements:
            if statement.speaker:
                yield _attributed(_name("statement", statement.id), _name("speaker", statement.speaker))
        for name in self._origins():
            yield _attributed(_name("report", name), _name("outlet", name))

    def derivations(self) -> Named:
        """Yield what was quoted from, revised from, and has its primary source in what."""
        for q in self.quotations:
            told = self.index.attributions.get(q.id)
            if told and told.statement in self.index.statements:
                yield _derived(_name("quotation", q.id), _name("statement", told.statement), "prov:Quotation")
        yield from self._drawn()
        yield from self._edited()
        for article in self.articles:
            lineage = self.index.lineages.get(article.id)
            for name in sorted(set(lineage.rests_on)) if lineage else ():
                if self._is_origin(name):
                    yield _derived(_name("article", article.id), _name("report", name), "prov:PrimarySource")

    def members(self) -> Named:
        """Yield which articles are of which story."""
        for story in sorted(self.index.stories.values(), key=_by_id):
            for article in story.articles:
                if article in self.index.articles:
                    yield _member(_name("story", story.id), _name("article", article))

    def _drawn(self) -> Named:
        made: dict[tuple[str, str], Edge] = {}
        for edge in sorted(self.index.tables.edges, key=lambda e: (e.target, e.source, e.evidence)):
            drawn = edge.source in self.index.articles or self._is_origin(edge.source)
            if drawn and edge.target in self.index.articles:
                made.setdefault((edge.target, edge.source), edge)
        for (target, source), edge in made.items():
            lineage = self.index.lineages.get(target)
            revised = lineage is not None and lineage.relation in _REVISED
            used = _name("article", source) if source in self.index.articles else _name("report", source)
            reasons = [r.text for r in edge.reasons]
            more = {"fh:evidence": edge.evidence, **({"fh:reason": reasons} if reasons else {})}
            yield _derived(_name("article", target), used, "prov:Revision" if revised else None, more)

    def _edited(self) -> Named:
        """Yield that a page is a revision of what stood at its place before.

        Told of versions that took the place of each other, and of pages at one address that both say when that was.
        """
        known = {
            (s.by, s.article) for s in self.index.tables.superseded if {s.by, s.article} <= set(self.index.articles)
        }
        pages: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for article in self.articles:
            seen, where = article.updated or article.fetched, web_address(article.url)
            if seen and where:
                pages[where].append((moment(seen), article.id))
        for versions in pages.values():
            for (before, old), (after, new) in pairwise(sorted(versions)):
                if before < after:
                    known.add((new, old))
        for new, old in sorted(known):
            yield _derived(_name("article", new), _name("article", old), "prov:Revision", {"fh:evidence": "same place"})

    def _article(self, article: Article) -> Row:
        published = exact_time(article.published)
        known = {
            "prov:label": article.headline,
            "prov:type": _qualified("fh:Article"),
            "prov:location": web_address(article.url),
            "prov:value": article.text if self.with_text else None,
            "fh:id": self.index.name(article.id),
            "fh:published": {"$": published, "type": "xsd:dateTime"} if published else article.published,
            "fh:sha256": article.sha256,
        }
        return without_empty(known)

    def _range(self, subject: str) -> Row:
        count = self.index.counts.get(subject)
        return {"fh:originsLow": count.low, "fh:originsHigh": count.high} if count else {}

    def _origins(self) -> list[str]:
        """Return the names of origins that something rests on or draws on."""
        named = {n for lineage in self.index.lineages.values() for n in lineage.rests_on}
        named |= {e.source for e in self.index.tables.edges}
        return sorted(n for n in named if self._is_origin(n))

    def _is_origin(self, name: str) -> bool:
        return name not in self.index.articles and name.strip().lower() not in ("", "own", "unknown")


def _by_id(record: Any) -> str:
    identity: str = record.id
    return identity


def _name(kind: str, identity: str) -> str:
    return f"fh:{kind}-{slug(identity)}"


def _qualified(name: str) -> Row:
    return {"$": name, "type": "prov:QUALIFIED_NAME"}


def _typed(kind: str, label: str, **more: Any) -> Row:
    return {"prov:label": label, "prov:type": _qualified(f"fh:{kind}"), **more}


def _relation(kind: str, parts: Iterable[str]) -> str:
    """Return a name for a relation, which PROV-JSON wants: the same records get the same."""
    return f"_:{kind}{short_hash(*parts)}"


def _attributed(entity: str, agent: str) -> tuple[str, Row]:
    return _relation("a", (entity, agent)), {"prov:entity": entity, "prov:agent": agent}


def _member(collection: str, entity: str) -> tuple[str, Row]:
    return _relation("m", (collection, entity)), {"prov:collection": collection, "prov:entity": entity}


def _derived(made: str, used: str, kind: str | None, more: Row | None = None) -> tuple[str, Row]:
    row: Row = {"prov:generatedEntity": made, "prov:usedEntity": used}
    if kind:
        row["prov:type"] = _qualified(kind)
    more = more or {}
    return _relation("d", (made, used, kind or "", str(more.get("fh:evidence")))), {**row, **more}
