"""FollowTheMoney entities, one a line in ``entities.ftm.json``: what Aleph, OpenAleph and ``ftm`` load.

Articles are ``Article``, outlets and origins ``Organization``, speakers ``Person``, ``Organization`` or
``LegalEntity``; ``Documentation`` says that an article quotes a speaker, ``UnknownLink`` that it draws on an article or
an origin.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from firsthand.model import Article, Quotation
from firsthand.present.export.pieces import snippet, unicode, write_lines
from firsthand.present.export.speakers import ANONYMOUS, SpeakerKind, speaker_kind, speaker_kinds
from firsthand.present.labels import outlet, outlet_name, quoted
from firsthand.present.safe import web_address
from firsthand.present.tables import Tables
from firsthand.present.views.index import Index
from firsthand.text import plain, short_hash

Row = dict[str, Any]
_SCHEMATA: dict[SpeakerKind, str] = {"person": "Person", "organisation": "Organization", "unknown": "LegalEntity"}
# FollowTheMoney has languages by ISO 639-3; a language that is not here is left out.
_LANGUAGES = {
    "ar": "ara", "bg": "bul", "bn": "ben", "ca": "cat", "cs": "ces", "da": "dan", "de": "deu", "el": "ell", "en": "eng",
    "es": "spa", "et": "est", "fa": "fas", "fi": "fin", "fr": "fra", "he": "heb", "hi": "hin", "hr": "hrv", "hu": "hun",
    "id": "ind", "it": "ita", "ja": "jpn", "ko": "kor", "lt": "lit", "lv": "lav", "nl": "nld", "no": "nor", "pl": "pol",
    "pt": "por", "ro": "ron", "ru": "rus", "sk": "slk", "sl": "slv", "sq": "sqi", "sr": "srp", "sv": "swe", "th": "tha",
    "tr": "tur", "uk": "ukr", "ur": "urd", "vi": "vie", "zh": "zho",
}  # fmt: skip


def export(tables: Tables, folder: Path, *, with_text: bool = False) -> dict[str, int]:
    """Write ``entities.ftm.json`` into ``folder``, and return how many entities of each schema it has.

    Words are cut after ``SNIPPET`` characters unless ``with_text`` is set, which also gives ``bodyText``. Ids are
    hashes of what the entities are, so that two exports of a corpus merge. Raises OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    tally: dict[str, int] = {}

    def counted() -> Iterator[Row]:
        for entity in _Entities(Index(tables), with_text).rows():
            tally[entity["schema"]] = tally.get(entity["schema"], 0) + 1
            yield entity

    write_lines(folder / "entities.ftm.json", counted())
    return dict(sorted(tally.items()))


class _Entities:
    def __init__(self, index: Index, with_text: bool) -> None:
        self.index, self.with_text = index, with_text
        self.kinds = speaker_kinds(index)
        self.articles = sorted(index.articles.values(), key=lambda a: a.id)

    def rows(self) -> Iterator[Row]:
        """Yield entities, things before what links them."""
        yield from (self._article(a) for a in self.articles)
        outlets = {name for a in self.articles if (name := outlet_name(a))}
        origins = {e.source for e in self.index.tables.edges if e.source not in self.index.articles}
        for name in _once(outlets | origins):
            yield _entity("Organization", ("outlet", plain(name)), name=[self.index.origin(name)])
        quotations = [q for q in self.index.quotations.values() if q.article in self.index.articles]
        for name in _once(self._speaker(q) for q in quotations):
            yield _entity(self._schema(name), ("speaker", plain(name)), name=[name])
        for quotation in sorted(quotations, key=lambda q: q.id):
            yield from self._quotation(quotation)
        yield from self._links()

    def _article(self, article: Article) -> Row:
        lineage = self.index.lineages.get(article.id)
        return _entity(
            "Article",
            ("article", article.id),
            title=[article.headline or outlet(article)],
            fileName=[self.index.name(article.id)],
            author=list(article.bylines),
            publisher=[outlet_name(article)],
            publishedAt=[_date(article.published)],
            modifiedAt=[_date(article.updated)],
            retrievedAt=[_date(article.fetched)],
            language=[_LANGUAGES.get((article.language or "")[:2])],
            sourceUrl=[web_address(article.url)],
            keywords=[f"sha256:{article.sha256}"],
            notes=[r.text for r in lineage.reasons] if lineage else [],
            bodyText=[article.text if self.with_text else None],
        )

    def _quotation(self, quotation: Quotation) -> Iterator[Row]:
        name = self._speaker(quotation)
        if name is None:
            return
        article = self.index.articles[quotation.article]
        told = self.index.attributions.get(quotation.id)
        yield _entity(
            "Documentation",
            ("quotation", quotation.id),
            document=[_id("article", article.id)],
            entity=[_id("speaker", plain(name))],
            role=[f"quoted ({quotation.type})"],
            summary=[snippet(quoted(quotation, article.text), with_text=self.with_text)],
            date=[_date(article.published)],
            recordId=[told.statement if told else None],
            sourceUrl=[web_address(article.url)],
        )

    def _links(self) -> Iterator[Row]:
        drawn = sorted(self.index.tables.edges, key=lambda e: (e.target, e.source, e.evidence, str(e.reasons)))
        for n, edge in enumerate(drawn):
            if edge.target not in self.index.articles:
                continue
            known = edge.source in self.index.articles
            yield _entity(
                "UnknownLink",
                ("edge", edge.target, edge.source, edge.evidence, str(n)),
                subject=[_id("article", edge.target)],
                object=[_id("article", edge.source) if known else _id("outlet", plain(edge.source))],
                role=[f"draws on ({edge.evidence})"],
                description=[r.text for r in edge.reasons],
                proof=[_id("article", edge.target)],
            )

    def _speaker(self, quotation: Quotation) -> str | None:
        told = self.index.attributions.get(quotation.id)
        name = told.speaker if told else quotation.speaker
        return name if name and name != ANONYMOUS and plain(name) else None

    def _schema(self, name: str) -> str:
        return _SCHEMATA[speaker_kind(self.kinds, name)]


def _entity(schema: str, parts: tuple[str, ...], **properties: list[str | None]) -> Row:
    kept = {name: [_value(v) for v in dict.fromkeys(values) if v] for name, values in properties.items()}
    return {
        "id": _id(*parts),
        "schema": schema,
        "properties": {name: values for name, values in kept.items() if values},
    }


def _id(*parts: str) -> str:
    return f"firsthand-{short_hash(*parts)}"


def _once(names: Iterable[str | None]) -> list[str]:
    """Return names, of those that fold to one the first in order."""
    found: dict[str, str] = {}
    for name in sorted(n for n in names if n):
        found.setdefault(plain(name), name)
    return list(found.values())


def _value(value: str) -> str:
    return unicode(value).replace("\0", "\ufffd")


def _date(time: str | None) -> str | None:
    """Return a time in UTC to the second, or a date; None for what is neither."""
    try:
        moment = datetime.fromisoformat(time or "")
    except ValueError:
        return None
    if len(time or "") <= len("2031-03-04"):
        return moment.date().isoformat()
    return (moment.astimezone(UTC) if moment.tzinfo else moment).replace(tzinfo=None).isoformat(timespec="seconds")
