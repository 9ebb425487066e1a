"""Whose texts are to be forgotten: an article's, a publisher's, or all that name a person."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal, get_args

from firsthand.errors import NotFound
from firsthand.model import Annotation, Article
from firsthand.store import Snapshot
from firsthand.text import host, words

Kind = Literal["article", "publisher", "person"]
KINDS: tuple[Kind, ...] = get_args(Kind)
_SCHEMES = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Doomed:
    """What is to be forgotten: what ``name`` is, and the articles that go, in the order in which they came."""

    kind: Kind
    name: str
    articles: tuple[Article, ...]

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the articles."""
        return frozenset(a.id for a in self.articles)

    def namer(self) -> Callable[[str], bool]:
        """Return what tells whether words are of what is forgotten: the person's name, the publisher's or its address.

        An article is named by nothing but its places.
        """
        if self.kind == "person":
            wanted = words(self.name)
            return lambda text: _holds(text, wanted)
        hosts = {host(a.url) for a in self.articles if a.url} - {""}
        if self.kind == "publisher":
            return lambda text: _same(text, self.name) or (text.startswith(_SCHEMES) and host(text) in hosts)
        return lambda _: False


def find(snapshot: Snapshot, name: str, kind: Kind | None = None) -> Doomed:
    """Return what ``name`` stands for: an article (by id, given id, address or path), else a publisher, else a person.

    ``kind`` says which of these is meant. A person's are all articles in which the name stands, in any case and between
    any marks, and those where somebody is called so who is not named in full; a name of one word counts only where it
    is read as a person's. Raises NotFound.
    """
    for wanted in (kind,) if kind else KINDS:
        if found := _FINDERS[wanted](snapshot, name):
            articles = (a for batch in snapshot.batches("articles") for a in batch if a.id in found)
            return Doomed(wanted, name, tuple(articles))
    known = sorted({p for p in snapshot.column("articles", "publisher") if p})
    near = get_close_matches(name, known, n=3)
    hint = f"; publishers like it: {', '.join(near)}" if near else ""
    raise NotFound(f"no {kind or 'article, publisher or person'} {name!r} in this corpus{hint}")


def _article(snapshot: Snapshot, name: str) -> frozenset[str]:
    ids = snapshot.column("articles", "id")
    if name in ids:
        return frozenset((name,))
    columns = (snapshot.column("articles", column) for column in ("external_id", "url", "path"))
    return frozenset(i for column in columns for i, given in zip(ids, column, strict=True) if given == name)


def _publisher(snapshot: Snapshot, name: str) -> frozenset[str]:
    pairs = zip(snapshot.column("articles", "id"), snapshot.column("articles", "publisher"), strict=True)
    return frozenset(i for i, publisher in pairs if _same(publisher, name))


def _person(snapshot: Snapshot, name: str) -> frozenset[str]:
    wanted = words(name)
    if not wanted:
        return frozenset()
    is_named = _whole(wanted) if len(wanted) == 1 else lambda text: _holds(text, wanted)
    found: set[str] = set()
    for batch in snapshot.batches("articles"):
        found.update(a.id for a in batch if any(map(is_named, _said_of(a, with_text=len(wanted) > 1))))
    for batch in snapshot.batches("annotations"):
        found.update(note.article for note in batch if any(map(is_named, _people(note))))
    for batch in snapshot.batches("attributions"):
        found.update(a.article for a in batch if a.speaker and is_named(a.speaker))
    return frozenset(found)


_FINDERS: dict[Kind, Callable[[Snapshot, str], frozenset[str]]] = {
    "article": _article,
    "publisher": _publisher,
    "person": _person,
}


def _said_of(article: Article, *, with_text: bool) -> Iterable[str]:
    yield from article.bylines
    yield from (comment.author for comment in article.comments if comment.author)
    if with_text:
        yield from (t for t in (article.text, article.headline, article.dek, article.url, article.path) if t)


def _people(note: Annotation) -> Iterable[str]:
    yield from (mention.name for mention in note.mentions if mention.kind == "person")
    yield from (quotation.speaker for quotation in note.quotations if quotation.speaker)


def _whole(wanted: Sequence[str]) -> Callable[[str], bool]:
    return lambda text: words(text) == list(wanted)


def _holds(text: str, wanted: Sequence[str]) -> bool:
    """Tell whether words stand in a text, one after the other; the last may be a possessive ("Ada Holm's")."""
    found = [word.removesuffix("'s") for word in words(text)]
    first, size = wanted[0], len(wanted)
    return any(w == first and found[n : n + size] == list(wanted) for n, w in enumerate(found))


def _same(one: str | None, other: str) -> bool:
    found = words(one or "")
    return bool(found) and found == words(other)
