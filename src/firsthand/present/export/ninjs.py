"""IPTC ninjs 3.0: one news object a line in ``items.jsonl``."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from firsthand.model import Article
from firsthand.present.export.pieces import NAMESPACE, exact_time, identifiers, urn, without_empty, write_lines
from firsthand.present.export.speakers import ANONYMOUS, SpeakerKind, speaker_kind, speaker_kinds
from firsthand.present.labels import outlet, outlet_name
from firsthand.present.safe import web_address
from firsthand.present.tables import Tables
from firsthand.present.views.index import Index

Row = dict[str, Any]
STANDARD = {
    "name": "ninjs",
    "version": "3.0",
    "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json",
}
# What ninjs has no field for stands under roles of our own.
_ROLE = "firsthand"
_NO_RIGHTS = "Exported for analysis by firsthand, which can grant no rights in the text."


def export(tables: Tables, folder: Path, *, with_text: bool = False) -> dict[str, int]:
    """Write ``items.jsonl`` into ``folder``, and return how many items it has.

    Without ``with_text`` an item says ``"representationType": "partial"`` and has no ``bodies``. Times that are not
    known to the second with their zone are left out, as the schema asks; ``altIds`` has them as they are. Raises
    OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    index = Index(tables)
    return {"items": write_lines(folder / "items.jsonl", _items(index, with_text))}


def _items(index: Index, with_text: bool) -> Iterator[Row]:
    ids = identifiers(index.articles.values())
    kinds = speaker_kinds(index)
    for article in sorted(index.articles.values(), key=lambda a: index.name(a.id)):
        yield {**_item(index, article, ids, with_text), **_who(index, article, kinds)}


def _item(index: Index, article: Article, ids: dict[str, str], with_text: bool) -> Row:
    headlines = [{"role": "main", "value": article.headline}] if article.headline else []
    known = {
        "uri": ids[article.id],
        "type": "text",
        "representationType": "full" if with_text else "partial",
        "standard": STANDARD,
        "contentCreated": exact_time(article.published),
        "versionCreated": exact_time(article.updated) or exact_time(article.published),
        "language": article.language,
        "headlines": headlines,
        "descriptions": [
            {"role": r, "value": v} for r, v in (("dek", article.dek), ("dateline", article.dateline)) if v
        ],
        "by": ", ".join(article.bylines),
        "usageTerms": _NO_RIGHTS if with_text else None,
        "bodies": [_body(article)] if with_text else [],
        "infoSources": _sources(index, article),
        "associations": _associations(index, article, ids),
        "events": _events(index, article),
        "altIds": _other_ids(index, article),
    }
    return without_empty(known)


def _body(article: Article) -> Row:
    return {"role": "main", "contentType": "text/plain", "charCount": article.characters, "value": article.text}


def _sources(index: Index, article: Article) -> list[Row]:
    """Return who published the article, who first had its words, and whom its news goes back to."""
    lineage = index.lineages.get(article.id)
    named = [("publisher", outlet_name(article))]
    if lineage:
        origin = None if lineage.origin in ("own", "unknown", "") else index.origin(lineage.origin)
        named.append(("origin", origin))
        named += [("rests-on", index.origin(n)) for n in lineage.rests_on if n not in ("own", "unknown", "")]
    pairs = dict.fromkeys((role, name) for role, name in named if name)
    return [{"name": name, "role": f"{NAMESPACE}role:{role}"} for role, name in pairs]


def _associations(index: Index, article: Article, ids: dict[str, str]) -> list[Row]:
    """Return the articles that this one draws on; ``title`` says by which evidence."""
    found: dict[str, str] = {}
    for edge in index.edges_to.get(article.id, ()):
        if edge.source in index.articles:
            found.setdefault(edge.source, edge.evidence)
    return [
        {"name": outlet(index.articles[source]), "uri": ids[source], "title": f"draws on ({evidence})"}
        for source, evidence in sorted(found.items(), key=lambda f: ids[f[0]])
    ]


def _events(index: Index, article: Article) -> list[Row]:
    story = index.stories.get(index.story_of.get(article.id, ""))
    return [{"id": story.id, "name": story.headline, "uri": urn("story", story.id)}] if story else []


def _other_ids(index: Index, article: Article) -> list[Row]:
    known = {
        "id": index.name(article.id),
        "url": web_address(article.url),
        "canonical": web_address(article.canonical),
        "sha256": article.sha256,
        "published": article.published,
    }
    return [{"role": f"{_ROLE}-{role}", "value": value} for role, value in known.items() if value]


def _who(index: Index, article: Article, kinds: Mapping[str, SpeakerKind]) -> Row:
    """Return who is quoted: persons, bodies, and as subjects those of whom nothing tells which they are."""
    annotation = index.annotations.get(article.id)
    lists: dict[SpeakerKind, list[Row]] = {"person": [], "organisation": [], "unknown": []}
    names: dict[str, str | None] = {}
    for quotation in annotation.quotations if annotation else ():
        told = index.attributions.get(quotation.id)
        name = told.speaker if told else quotation.speaker
        if name and name != ANONYMOUS:
            names[name] = told.speaker_id if told else None
    for name, identity in sorted(names.items()):
        made = without_empty({"name": name, "rel": "quoted", "uri": urn("speaker", identity) if identity else None})
        lists[speaker_kind(kinds, name)].append(made)
    named = {"people": lists["person"], "organisations": lists["organisation"], "subjects": lists["unknown"]}
    return without_empty(named)
