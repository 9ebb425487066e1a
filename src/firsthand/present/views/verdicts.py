"""What a user can say of two articles side by side, as corrections: that it is so, that it is not, another event."""

from dataclasses import dataclass

from firsthand.model import Article, Lineage, Relation
from firsthand.model.correction import Verb
from firsthand.present.labels import outlet, same_name
from firsthand.present.views.index import Index


@dataclass(frozen=True, slots=True)
class Verdict:
    """A correction that is offered: what its button says, what it means, and what is kept; see ``Correction``."""

    label: str
    meaning: str
    verb: Verb
    ids: tuple[str, ...]
    name: str = ""
    relation: Relation | None = None


def verdicts(index: Index, one: Article, other: Article, story: str | None) -> tuple[Verdict, ...]:
    """Return what can be said of ``one`` and the later ``other``; ``story`` is the one that both are in, if any.

    What is confirmed or denied is what was concluded: one text, or that ``other`` draws on ``one``. Where neither was,
    it can be said that they carry one text.
    """
    found = _of_texts(index, one, other)
    if story is None:
        return found
    meaning = f"what {outlet(other)} reports is not of this story"
    return (*found, Verdict("Not the same event", meaning, "split", (story, other.id)))


def _of_texts(index: Index, one: Article, other: Article) -> tuple[Verdict, ...]:
    both, lineage = (one.id, other.id), index.lineages.get(other.id)
    first = index.lineages.get(one.id)
    if first and lineage and first.family and first.family == lineage.family:
        return (
            Verdict("Confirm", "the two carry one text", "merge", both),
            Verdict("Wrong", "the two do not carry one text", "split", both),
        )
    name = _drawn(index, one, other, lineage) if lineage else None
    if lineage is None or name is None:
        return (Verdict("They carry one text", "firsthand did not conclude it", "merge", both),)
    whose = index.origin(name)
    said = f"has the news from {whose}" if lineage.relation == "cites" else f"uses words of {whose}"
    return (
        Verdict("Confirm", f"{outlet(other)} {said}", "origin", (other.id,), name, lineage.relation),
        Verdict("Wrong", f"{outlet(other)} has it by its own reporting", "origin", (other.id,), "own"),
    )


def _drawn(index: Index, one: Article, other: Article, lineage: Lineage) -> str | None:
    """Return the name under which ``other`` is said to draw on ``one``; None where it is not."""
    if lineage.relation not in ("verbatim", "partial", "cites"):
        return None
    named = [n for n in lineage.draws_on if n == one.id or same_name(index.origin(n), outlet(one))]
    led = any(edge.source == one.id for edge in index.edges_to.get(other.id, ()))
    return next(iter([*named, *(lineage.draws_on if led else ())]), None)
