"""What a correction changes, anew: of linking only what stands on it, then tracing what that touches.

Stories, statements and storylines weigh words by how many of the corpus have them, so what stands on a correction is
linked over the whole corpus; of it only the rows that came out otherwise are written. Lineages and counts are traced
for the stories touched, and for whoever shares a text with them or draws on them (``retracing``).
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from firsthand.config import Config
from firsthand.link.corrections import as_linked
from firsthand.link.recurring import without
from firsthand.link.storylines.positions import with_positions
from firsthand.model import Annotation, Article, Correction, CorrectionKind, Recurrence
from firsthand.model.correction import standing
from firsthand.pipeline.link import Links, Seen, Tell, regroup, restate
from firsthand.pipeline.retracing import Linked, Retraced, retraced
from firsthand.pipeline.shelf import Shelf
from firsthand.trace import Trace, own_publishers, trace

T = TypeVar("T")
Patch = tuple[Mapping[str, Iterable[str]], list[Any]]
# What tells the rows of a table that are written together: all that have one value in this column.
KEYS = {
    "stories": "id",
    "storylines": "id",
    "statements": "id",
    "attributions": "statement",
    "differences": "statement",
    "lineages": "article",
    "edges": "target",
    "counts": "subject",
}


@dataclass(frozen=True, slots=True)
class Recounted:
    """What linking concludes with a correction, and the rows of each table that it changes (``store.Writer.step``)."""

    links: Links
    patch: dict[str, Patch]


def recount(
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    recurring: Sequence[Recurrence],
    links: Links,
    corrections: Sequence[Correction],
    kind: CorrectionKind | None,
    config: Config,
    tell: Tell = lambda _: None,
) -> tuple[Links, Trace]:
    """Return what linking from copies and linked stories on, and tracing all, conclude with the corrections.

    ``articles`` and ``annotations`` are as they are stored, ``links`` as they were; only articles that were linked
    count. ``kind`` is what the correction is of: a text's needs tracing only. None does all of it.
    """
    known, notes = _linked(articles, annotations, recurring, links)
    links = _relinked(known, notes, links, corrections, kind, config, tell)
    tell("origins")
    with own_publishers(config.trace.publishers):
        traced = trace(
            known,
            notes,
            links.copies,
            links.stories,
            links.statements,
            links.attributions,
            links.differences,
            corrections,
        )
    return links, traced


def recount_touched(
    stored: Seen,
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    recurring: Sequence[Recurrence],
    links: Links,
    corrections: Sequence[Correction],
    correction: Correction,
    config: Config,
    tell: Tell = lambda _: None,
) -> Recounted:
    """Return what ``recount`` returns, as what one correction changes that was just made or taken back.

    ``stored`` is the corpus as it was counted before that; the others are as in ``recount``.
    """
    known, notes = _linked(articles, annotations, recurring, links)
    after = _relinked(known, notes, links, corrections, correction.kind, config, tell)
    tell("origins")
    shelf = Shelf(stored)
    publishers = frozenset(a.publisher for a in known.values() if a.publisher)
    said = {name: _other(name, getattr(links, name), getattr(after, name)) for name in list(KEYS)[:5]}
    traced = _retraced(shelf, after, said, publishers, corrections, correction, config)
    patch = {name: (keys, rows) for name, (keys, rows) in said.items() if keys}
    patch.update(_trace_patch(shelf, traced, said))
    return Recounted(after, {name: ({KEYS[name]: keys}, rows) for name, (keys, rows) in patch.items()})


def _linked(
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    recurring: Sequence[Recurrence],
    links: Links,
) -> tuple[Mapping[str, Article], Mapping[str, Annotation]]:
    """Return the articles that were linked, without what recurs."""
    linked = {article for story in links.stories for article in story.articles}
    return without(
        {key: a for key, a in articles.items() if key in linked},
        {key: a for key, a in annotations.items() if key in linked},
        recurring,
    )


def _relinked(
    known: Mapping[str, Article],
    notes: Mapping[str, Annotation],
    links: Links,
    corrections: Sequence[Correction],
    kind: CorrectionKind | None,
    config: Config,
    tell: Tell,
) -> Links:
    """Return what linking concludes, of which a correction of this kind bears on no more than is done anew."""
    if kind == "text":
        return links
    if kind != "statement":
        stories = as_linked(links.stories, links.inferred)
        return regroup(known, notes, links.copies, stories, config, tell, corrections)
    tell("statements")
    said = restate(known, notes, links.stories, config, corrections)
    lines = with_positions(links.storylines, links.stories, said.statements, known, notes)
    return replace(
        links,
        storylines=lines,
        statements=said.statements,
        attributions=said.attributions,
        differences=said.differences,
    )


Other = tuple[set[str], list[Any]]


def _other(name: str, before: Sequence[Any], after: Sequence[Any]) -> Other:
    """Return the keys under which a table has other rows than before, and these rows."""
    if before is after:
        return set(), []
    key = KEYS[name]
    old, new = _by(before, lambda row: getattr(row, key)), _by(after, lambda row: getattr(row, key))
    keys = {k for k in old.keys() | new.keys() if not _same(old.get(k, []), new.get(k, []))}
    return keys, [row for k in sorted(keys) for row in new.get(k, ())]


def _same(some: list[Any], others: list[Any]) -> bool:
    """Tell whether two lists have the same rows, in whatever order."""
    return some == others or (len(some) == len(others) and Counter(some) == Counter(others))


def _retraced(
    shelf: Shelf,
    links: Links,
    said: Mapping[str, Other],
    publishers: frozenset[str],
    corrections: Sequence[Correction],
    correction: Correction,
    config: Config,
) -> Retraced:
    """Trace the stories that are others now, those of statements that are, and those of texts that are named."""
    story_of = {a: s for s in links.stories for a in s.articles}
    statements = said["statements"][0] | said["attributions"][0] | said["differences"][0]
    linked = Linked(
        shelf,
        story_of,
        {},
        frozenset(statements),
        {s.id: s for s in links.statements if s.id in statements},
        [a for a in links.attributions if a.statement in statements],
        [d for d in links.differences if d.statement in statements],
        publishers,
        [c.members for c in standing(corrections, "text")],
    )
    touched = {s.id: s for s in links.stories if s.id in said["stories"][0]}
    moved = {a.article for a in shelf.having("attributions", statements, "statement")}
    moved |= {a.article for a in linked.attributions}
    if correction.kind == "text":
        moved |= _texts(shelf, correction.members)
    touched.update({story_of[a].id: story_of[a] for a in moved if a in story_of})
    changed = moved | {a for s in touched.values() for a in s.articles}
    return retraced(linked, touched.values(), changed & story_of.keys(), config, corrections, len(story_of))


def _texts(shelf: Shelf, articles: Iterable[str]) -> set[str]:
    """Return some articles, and those that carry a text with one of them."""
    named = set(articles)
    families = {line.family for line in shelf.having("lineages", named, "article") if line.family}
    return named | {line.article for line in shelf.having("lineages", families, "family")}


def _trace_patch(shelf: Shelf, traced: Retraced, said: Mapping[str, Other]) -> dict[str, Other]:
    """Return what was traced otherwise; what is no more has no count."""
    subjects = traced.subjects | said["stories"][0] | said["statements"][0]
    found = traced.trace
    out = {
        name: _other(name, shelf.having(name, keys, KEYS[name]), rows)
        for name, keys, rows in (
            ("lineages", traced.articles, found.lineages),
            ("edges", traced.articles, found.edges),
            ("counts", subjects, found.counts),
        )
    }
    return {name: other for name, other in out.items() if other[0]}


def patched(name: str, rows: Iterable[T], patch: Mapping[str, Patch]) -> list[T]:
    """Return the rows of a table after a patch, as the store will have them."""
    if name not in patch:
        return list(rows)
    key, (gone, new) = KEYS[name], patch[name]
    out: Collection[str] = set(gone[key])
    return [*(row for row in rows if getattr(row, key) not in out), *new]


def _by(rows: Iterable[T], key: Callable[[T], Hashable]) -> dict[Any, list[T]]:
    out: defaultdict[Any, list[T]] = defaultdict(list)
    for row in rows:
        out[key(row)].append(row)
    return out
