"""What two stories both name: how it is written in full, and where it stands."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from firsthand.data import countries, publisher_named, titles
from firsthand.link.stories.profiles import spans
from firsthand.link.stories.words import IGNORED, stem
from firsthand.model import Annotation, Article, Mention, Passage, Reason
from firsthand.text import plain, words

NAMED = 4  # names in a reason
# Names that two stories must share, a main one among them: two shootings share a town and, by chance, a surname.
LEAST_NAMED = 3
# Up to five words with capitals, one blank apart.
_RUN = re.compile(r"\b[^\W\d_a-z][^\W\d_]*(?: [^\W\d_a-z][^\W\d_]*){0,4}\b")


@dataclass(slots=True)
class _Name:
    text: str
    passage: Passage
    articles: set[str] = field(default_factory=set)


@cache
def can_lead(name: str) -> bool:
    """Tell whether a stem can make two stories one matter: countries, peoples, titles and publishers cannot."""
    general = name in _general() or publisher_named(name) or publisher_named(name.upper())
    return name.isalpha() and len(name) > 1 and not general


def shared_names(
    earlier: Sequence[Article], later: Sequence[Article], main: frozenset[str], annotations: Mapping[str, Annotation]
) -> Reason | None:
    """Return the reason that two stories, given by their articles, name the same; None if they share too few names.

    ``main`` holds the stems of the names that lead both: at least one of the shared must be of them.
    """
    before, after = _names(earlier, annotations), _names(later, annotations)
    shared = [
        key for key in before if key in after and _one(before[key], after[key]) and _telling(key, before[key].text)
    ]
    weight = Counter({key: min(len(before[key].articles), len(after[key].articles)) for key in shared})
    ranked = sorted(shared, key=lambda k: (not main & set(_stems(k)), -weight[k], k))
    chosen: list[str] = []
    for key in ranked:
        if len(chosen) < NAMED and not any(set(_stems(key)) & set(_stems(other)) for other in chosen):
            chosen.append(key)
    if len(chosen) < LEAST_NAMED or not main & set(_stems(chosen[0])):
        return None
    *others, last = (_best(before[k].text, after[k].text) for k in chosen)
    passages = tuple(names[k].passage for k in chosen for names in (before, after))
    return Reason("shared-names", f"Both stories name {', '.join(others)} and {last}", passages)


def _names(articles: Sequence[Article], annotations: Mapping[str, Annotation]) -> dict[str, _Name]:
    """Return the names of a story by their folded keys, with the first place of each."""
    out: dict[str, _Name] = {}
    for article in articles:
        for key, text, start, end in _places(article, annotations.get(article.id)):
            name = out.setdefault(key, _Name(text, Passage(article.id, start, end)))
            name.articles.add(article.id)
    return out


def _places(article: Article, annotation: Annotation | None) -> Iterator[tuple[str, str, int, int]]:
    mentions = annotation.mentions if annotation else ()
    yield from ((_key(m), m.name, m.start, m.end) for m in mentions)
    taken = {position for m in mentions for position in range(m.start, m.end)}
    for start, end, kind in spans(article):
        if kind == "headline":  # title case writes everything as a name
            continue
        for run in _RUN.finditer(article.text, start, end):
            if run.start() not in taken and plain(run.group()) not in IGNORED:
                yield plain(run.group()), run.group(), run.start(), run.end()


def _one(a: _Name, b: _Name) -> bool:
    """Tell whether two names with one key can be one: two people of one surname differ in the given name."""
    x, y = a.text.split(), b.text.split()
    return len(x) == 1 or len(y) == 1 or x[0][:1] == y[0][:1] or x[0] in y or y[0] in x


def _best(*texts: str) -> str:
    """Return the fullest way to write a name, without the capitals of datelines ("GENEVA")."""
    best = max(texts, key=lambda text: (not text.isupper(), len(text)))
    return best.title() if best.isupper() and len(best) > 4 else best


def _key(mention: Mention) -> str:
    """Return what joins the mentions of one name over articles: a person's surname, else the whole name."""
    parts = mention.entity.split()
    return parts[-1] if mention.kind == "person" and parts else mention.entity


def _telling(key: str, text: str) -> bool:
    """Tell whether a name is worth citing: countries are, peoples, titles and publishers are not."""
    return key in _country_names() or (all(can_lead(s) for s in _stems(key)) and publisher_named(text) is None)


def _stems(key: str) -> list[str]:
    return [stem(w) for w in words(key)]


@cache
def _country_names() -> frozenset[str]:
    return frozenset(plain(n) for c in countries() for n in (c.name, *c.aliases) if len(n) > 3)


@cache
def _general() -> frozenset[str]:
    names = [n for c in countries() for n in (c.name, *c.aliases, *c.demonyms, *c.metonyms)]
    return frozenset(stem(w) for n in (*names, *(t.title for t in titles())) for w in words(n))
