"""JSON-LD in the words of schema.org: one ``corpus.jsonld`` of NewsArticle, Quotation and Claim."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from firsthand.model import Article, Quotation, Statement
from firsthand.present.export.pieces import (
    NAMESPACE,
    identifiers,
    snippet,
    urn,
    without_empty,
    write_nested,
)
from firsthand.present.export.speakers import SpeakerKind, speaker_kind, speaker_kinds
from firsthand.present.labels import outlet_name, quoted, told
from firsthand.present.safe import web_address
from firsthand.present.tables import Tables
from firsthand.present.views.index import Index

_LINK = {"@type": "@id"}
# Written out, so that a reader needs no network to know what is a link.
CONTEXT = {
    "@vocab": "https://schema.org/",
    "firsthand": NAMESPACE,
    "url": _LINK,
    "isBasedOn": _LINK,
    "isPartOf": _LINK,
    "appearance": _LINK,
    "firstAppearance": _LINK,
}
_TYPES: dict[SpeakerKind, str] = {"person": "Person", "organisation": "Organization", "unknown": "Thing"}
Row = dict[str, Any]


def export(tables: Tables, folder: Path, *, with_text: bool = False) -> dict[str, int]:
    """Write ``corpus.jsonld`` into ``folder``, and return how many of each kind it has.

    An article is called by its web address, what has none by a ``urn:firsthand:``. Words are cut after ``SNIPPET``
    characters unless ``with_text`` is set, which also writes each article's ``articleBody``. Raises OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    made = _Graph(Index(tables), with_text)
    write_nested(folder / "corpus.jsonld", {"@context": CONTEXT}, "@graph", made.rows())
    return made.tally


class _Graph:
    def __init__(self, index: Index, with_text: bool) -> None:
        self.index, self.with_text = index, with_text
        self.id = identifiers(index.articles.values())
        self.kinds = speaker_kinds(index)
        self.tally = {"articles": 0, "quotations": 0, "claims": 0, "origins": 0}

    def rows(self) -> Iterator[Row]:
        """Yield what there is, one node a row, in an order that depends on the records only."""
        for article in sorted(self.index.articles.values(), key=lambda a: self.index.name(a.id)):
            self.tally["articles"] += 1
            yield self._article(article)
        for name in sorted({e.source for e in self.index.tables.edges} - set(self.id)):
            self.tally["origins"] += 1
            first = {"@id": urn("origin", name), "@type": "CreativeWork"}
            yield {**first, "publisher": {"@type": "Organization", "name": self.index.origin(name)}}
        for quotation in sorted(self.index.quotations.values(), key=lambda q: (q.article, q.start, q.end, q.id)):
            if quotation.article in self.id:
                self.tally["quotations"] += 1
                yield self._quotation(quotation)
        for statement in sorted(self.index.statements.values(), key=lambda s: s.id):
            self.tally["claims"] += 1
            yield self._claim(statement)

    def _article(self, article: Article) -> Row:
        publisher = outlet_name(article)
        known: Row = {
            "@id": self.id[article.id],
            "@type": "OpinionNewsArticle" if article.page == "opinion" else "NewsArticle",
            "identifier": self.index.name(article.id),
            "url": web_address(article.url),
            "headline": article.headline,
            "alternativeHeadline": article.dek,
            "author": [{"@type": "Person", "name": name} for name in article.bylines],
            "publisher": {"@type": "Organization", "name": publisher} if publisher else None,
            "dateline": article.dateline,
            "datePublished": article.published,
            "dateModified": article.updated,
            "inLanguage": article.language,
            "isAccessibleForFree": None if article.paywalled is None else not article.paywalled,
            "isBasedOn": self._bases(article),
            "creditText": self._origin(article),
            "firsthand:sha256": article.sha256,
            "articleBody": article.text if self.with_text else None,
        }
        return without_empty(known)

    def _bases(self, article: Article) -> list[str]:
        """Return what the article draws on: articles of the corpus, and the work that an origin had first."""
        sources = {e.source for e in self.index.edges_to.get(article.id, ())}
        return sorted(self.id.get(source) or urn("origin", source) for source in sources)

    def _origin(self, article: Article) -> str | None:
        lineage = self.index.lineages.get(article.id)
        told = lineage and lineage.origin not in ("own", "unknown", "")
        return self.index.origin(lineage.origin) if lineage and told else None

    def _quotation(self, quotation: Quotation) -> Row:
        article = self.index.articles[quotation.article]
        found = self.index.attributions.get(quotation.id)
        speaker = found.speaker if found else quotation.speaker
        return without_empty(
            {
                "@id": urn("quotation", quotation.id),
                "@type": "Quotation",
                "text": snippet(quoted(quotation, article.text), with_text=self.with_text),
                "inLanguage": article.language,
                "spokenByCharacter": self._speaker(speaker, found.speaker_id if found else None),
                "isPartOf": self.id[quotation.article],
                "isBasedOn": urn("statement", found.statement) if found else None,
                "firsthand:type": quotation.type,
                "firsthand:start": quotation.start,
                "firsthand:end": quotation.end,
            }
        )

    def _claim(self, statement: Statement) -> Row:
        reports = self.index.in_time(q.article for q in self.index.quotations_of(statement))
        count = self.index.counts.get(statement.id)
        return without_empty(
            {
                "@id": urn("statement", statement.id),
                "@type": "Claim",
                "text": snippet(told(statement), with_text=self.with_text),
                "author": self._speaker(statement.speaker, statement.speaker_id),
                "firstAppearance": self.id[reports[0].id] if reports else None,
                "appearance": [self.id[a.id] for a in reports],
                "firsthand:originsLow": count.low if count else None,
                "firsthand:originsHigh": count.high if count else None,
            }
        )

    def _speaker(self, name: str | None, identity: str | None) -> Row | None:
        """Return a speaker: a Person or an Organization where the articles tell which, else a Thing."""
        if name is None:
            return None
        known = {"@id": urn("speaker", identity) if identity else None, "name": name}
        return without_empty({"@type": _TYPES[speaker_kind(self.kinds, name)], **known})
