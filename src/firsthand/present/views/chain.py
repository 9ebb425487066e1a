"""The way that an article's words and news came, step by step, back to where they begin."""

from dataclasses import dataclass

from firsthand.model import Edge, Evidence
from firsthand.present.labels import moment, outlet
from firsthand.present.views.index import Index

STRENGTH: tuple[Evidence, ...] = ("corrected", "credit", "copied", "inferred")
# Ours: a chain of more steps is a mistake of ours, or somebody's joke.
_LONGEST = 12


@dataclass(frozen=True, slots=True)
class Link:
    """A step back: from whom, by which evidence; ``article`` is empty for an origin that has no article here."""

    name: str
    article: str
    evidence: Evidence


def chain(index: Index, article: str) -> tuple[Link, ...]:
    """Return the steps from an article to the root of what it draws on; empty where nothing shows that it draws on any.

    Of several sources it follows the one with the strongest evidence, of equals an article before a bare name, then the
    oldest. A circle ends where it closes.
    """
    links: list[Link] = []
    seen = {article}
    while len(links) < _LONGEST:
        ahead = [e for e in index.edges_to.get(article, ()) if e.source not in seen]
        if not ahead:
            break
        edge = min(ahead, key=lambda e: _rank(index, e))
        source = index.articles.get(edge.source)
        name = outlet(source) if source else index.origin(edge.source)
        links.append(Link(name, source.id if source else "", edge.evidence))
        article = edge.source
        seen.add(article)
    return tuple(links)


def _rank(index: Index, edge: Edge) -> tuple[int, bool, str, str]:
    source = index.articles.get(edge.source)
    return STRENGTH.index(edge.evidence), source is None, moment(source.published if source else None), edge.source
