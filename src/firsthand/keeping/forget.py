"""Forgetting articles for good: their text, all that was made of it, and every copy within the corpus folder."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from firsthand.keeping.who import Doomed
from firsthand.model import Duplicate, Rejected, Repair, Superseded
from firsthand.store import Snapshot, Writer
from firsthand.store.forgetting import Gone, forget_said
from firsthand.store.tables import ARRAYS, GIVEN


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was forgotten, how many rows went from each table of what came in, and whether linking has to follow."""

    what: Doomed
    rows: dict[str, int]
    was_linked: bool


def forget(snapshot: Snapshot, writer: Writer, doomed: Doomed) -> Forgotten:
    """Remove the articles and all that was concluded from the corpus, in one step, then all old versions and copies.

    ``snapshot`` is the corpus as it is. What was concluded goes whole, since what remains of it may say what is gone:
    linking has to follow. An earlier version of what is gone stands again. A run that is cut off after the step is
    finished by the next writer. Raises CorpusError.
    """
    gone = _gone(snapshot, doomed)
    before = {name: snapshot.records(name) for name in (*GIVEN, "repairs")}
    kept = {name: [row for row in rows if not _is_gone(row, gone)] for name, rows in before.items()}
    kept["superseded"] = _standing(before["superseded"], gone.articles)
    concluded = [name for name in snapshot.versions if name not in kept]
    writer.step(
        "forget",
        replace={**kept, **{name: [] for name in concluded if name not in ARRAYS}},
        arrays={name: [] for name in concluded if name in ARRAYS},
        also=partial(forget_said, gone=gone),
    )
    writer.purge()
    rows = {name: len(before[name]) - len(kept[name]) for name in GIVEN}
    return Forgotten(doomed, rows, was_linked="stories" in snapshot.versions)


def _gone(snapshot: Snapshot, doomed: Doomed) -> Gone:
    ids = doomed.ids
    notes = (note for batch in snapshot.batches("annotations") for note in batch if note.article in ids)
    places = {place for a in doomed.articles for place in (a.url, a.path, a.external_id, a.input) if place}
    return Gone(ids, frozenset(q.id for note in notes for q in note.quotations), frozenset(places), doomed.namer())


def _standing(superseded: Sequence[Superseded], gone: frozenset[str]) -> list[Superseded]:
    """Return which versions have a later one still: the last of those that came after them and stay."""
    later = {s.article: s.by for s in superseded}
    kept = []
    for name in (s.article for s in superseded if s.article not in gone):
        by: str | None = later[name]
        for _ in later:  # versions that come back and go again make no circle; a damaged table might
            if by not in gone:
                break
            by = later.get(by or "")
        if by is not None and by not in gone and by != name:
            kept.append(Superseded(name, by))
    return kept


def _is_gone(row: Any, gone: Gone) -> bool:
    if isinstance(row, Rejected):
        return row.input in gone.places or gone.names(row.input) or gone.names(row.detail)
    if isinstance(row, Duplicate):
        return row.article in gone.articles or gone.names(row.input)
    if isinstance(row, Repair):
        return not gone.articles.isdisjoint((row.cause, *row.articles)) or gone.names(row.reason)
    return getattr(row, "article", None) in gone.articles or getattr(row, "id", None) in gone.articles
