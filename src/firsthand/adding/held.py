"""What adding knows of a corpus: which articles are there, what was said of them, which is the last at each address."""

from dataclasses import dataclass, replace
from pathlib import Path

from firsthand.adding.versions import Versions
from firsthand.model import Duplicate, Rejected
from firsthand.store import Snapshot

# The tables that it follows from.
_TABLES = ("articles", "superseded", "duplicates", "rejected")


@dataclass(frozen=True, slots=True)
class Held:
    """The inputs of all articles by id, the records of duplicates and rejections, and the versions of pages.

    It is read of the whole corpus, and stays as adding goes on: ``told_by`` are the versions of the tables that say so.
    """

    told_by: tuple[int, ...]
    watched: bool
    inputs: dict[str, str]
    duplicates: set[Duplicate]
    rejected: set[Rejected]
    versions: Versions

    @classmethod
    def of(cls, path: Path, *, watched: bool, before: "Held | None" = None) -> "Held":
        """Return what is known of the corpus in ``path``: ``before``, where nothing else was written since."""
        snapshot = Snapshot(path)
        if before and (before.told_by, before.watched) == (snapshot.versions_of(_TABLES), watched):
            return before
        ids, inputs = snapshot.column("articles", "id"), snapshot.column("articles", "input")
        return cls(
            snapshot.versions_of(_TABLES),
            watched,
            dict(zip(ids, inputs, strict=True)),
            set(snapshot.records("duplicates")),
            set(snapshot.records("rejected")),
            Versions(path, watched=watched),
        )

    def now(self, path: Path) -> "Held":
        """Return the same once all that it was changed by is written."""
        return replace(self, told_by=Snapshot(path).versions_of(_TABLES))
