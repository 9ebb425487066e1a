"""The index of fingerprints against the articles that linking has seen."""

from collections.abc import Iterator

from firsthand.keeping.fault import Fault
from firsthand.pipeline.copies import FINGERPRINTS, stored_index
from firsthand.store import Snapshot


def index_faults(snapshot: Snapshot) -> Iterator[Fault]:
    """Yield what is wrong with the index; one that another version of firsthand made says nothing and is no fault."""
    try:
        index = stored_index(snapshot)
    except (KeyError, TypeError) as e:
        yield _fault(f"lacks {e}")
        return
    held: set[str] = set()
    for number, part in enumerate(index.segments):
        rows = len(part.hashes) == len(part.keys) and bool((part.hashes[1:] >= part.hashes[:-1]).all())
        members = len(part.members) == len(part.names) == len(part.live)
        if not (rows and members and part.speaks_of(part.keys).all()):
            yield _fault(f"segment {number} does not fit together")
            return
        held.update(index.names(part.members[index.holds(part.members)]))
    seen = set(snapshot.column("paragraphs", "article"))
    if index.segments and held != seen:
        yield _fault(f"has {len(held - seen):,} articles that are not linked, and lacks {len(seen - held):,} that are")


def _fault(what: str) -> Fault:
    return Fault(FINGERPRINTS, what, "link anew")
