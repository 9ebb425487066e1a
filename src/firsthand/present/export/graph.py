"""The lineage as a graph of attributes: what GraphML and GEXF write, each in its own XML."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final
from xml.sax.saxutils import escape as _escape

from firsthand.model import Article, Reason
from firsthand.present.labels import outlet
from firsthand.present.safe import web_address
from firsthand.present.views.index import Index

# Attributes and their types, which GraphML and GEXF call alike: what is known of a node, and of an arrow.
NODE: Final = {
    "kind": "string", "outlet": "string", "published": "string", "url": "string", "language": "string",
    "page": "string", "story": "string", "origin": "string", "relation": "string", "authorship": "string",
    "family": "string", "characters": "long", "sha256": "string",
}  # fmt: skip
EDGE: Final = {"story": "string", "evidence": "string", "rules": "string", "reasons": "string", "passages": "long"}

# XML 1.0 has no way to write these characters at all.
_UNWRITABLE = dict.fromkeys(
    (*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF), "\ufffd"
)  # fmt: skip
_QUOTED = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


@dataclass(frozen=True, slots=True)
class Node:
    """An article, or an origin that is no article. ``values`` are those of ``NODE`` that are known."""

    id: str
    label: str
    values: dict[str, str | int]


@dataclass(frozen=True, slots=True)
class Arrow:
    """From what was drawn on to who drew on it; between two nodes there may be several, of unlike evidence."""

    id: str
    source: str
    target: str
    values: dict[str, str | int]


def nodes(index: Index) -> Iterator[Node]:
    """Return all articles by their exported id, then the origins that arrows start from and that are no article."""
    for article in sorted(index.articles.values(), key=lambda a: index.name(a.id)):
        yield _article(index, article)
    named = {e.source for e in index.tables.edges} - set(index.articles)
    for name in sorted(named):
        yield Node(f"origin:{name}", index.origin(name), {"kind": "origin"})


def arrows(index: Index) -> Iterator[Arrow]:
    """Return the arrows of the lineage, in an order that depends on nothing but them."""
    made = [
        (e.story, _id(index, e.source), _id(index, e.target), e.evidence, e.reasons)
        for e in index.tables.edges
        if e.target in index.articles
    ]
    for n, (story, source, target, evidence, reasons) in enumerate(sorted(made, key=lambda m: (*m[:4], str(m[4])))):
        yield Arrow(f"e{n}", source, target, {"story": story, "evidence": evidence, **_said(reasons)})


def text(value: str | int) -> str:
    """Return a value as the text of an XML element; what XML cannot hold becomes U+FFFD."""
    return _escape(str(value).translate(_UNWRITABLE), {"\r": "&#13;"})


def attribute(value: str | int) -> str:
    """Return a value as an XML attribute, with its quotation marks."""
    return f'"{_escape(str(value).translate(_UNWRITABLE), _QUOTED)}"'


def _article(index: Index, article: Article) -> Node:
    lineage = index.lineages.get(article.id)
    known = {
        "kind": "article",
        "outlet": outlet(article),
        "published": article.published,
        "url": web_address(article.url),
        "language": article.language,
        "page": article.page,
        "story": index.story_of.get(article.id),
        "origin": index.name(lineage.origin) if lineage else None,
        "relation": lineage.relation if lineage else None,
        "authorship": lineage.authorship if lineage else None,
        "family": lineage.family if lineage else None,
        "characters": article.characters,
        "sha256": article.sha256,
    }
    label = f"{outlet(article)}: {article.headline}" if article.headline else outlet(article)
    return Node(_id(index, article.id), label, {k: v for k, v in known.items() if v is not None})


def _id(index: Index, name: str) -> str:
    # Two kinds, so that an article which was given an agency's name as its id is not taken for the agency.
    return f"article:{index.name(name)}" if name in index.articles else f"origin:{name}"


def _said(reasons: Iterable[Reason]) -> dict[str, str | int]:
    given = list(reasons)
    return {
        "rules": " ".join(dict.fromkeys(r.rule for r in given)),
        "reasons": " ".join(r.text for r in given),
        "passages": sum(len(r.passages) for r in given),
    }
