"""What every part of the corpus's interface stands on: the folder, the settings, the one writer."""

from dataclasses import fields
from pathlib import Path

from firsthand.config import Config
from firsthand.pipeline.link import check
from firsthand.present.tables import Tables
from firsthand.store import Snapshot, Writer


def silent(_stage: str, _done: int, _total: int | None) -> None:
    """Show no progress."""


class Folder:
    """A corpus folder and how it is to be read and written."""

    def __init__(self, path: Path | str, config: Config | None = None, *, wait: float = 0.0) -> None:
        """Name the folder; it is made by the first ``add``.

        ``wait`` is for how many seconds methods that write wait for another process that is writing, before they raise
        CorpusBusy.
        """
        self.path = Path(path)
        self.wait = wait
        self.config = config or Config()

    def __repr__(self) -> str:
        return f"Corpus({str(self.path)!r})"

    def _may_change(self) -> None:
        """Raise what would stop linking or counting before anything is kept; where there is no corpus none is made."""
        check(self.config)
        Snapshot(self.path)

    def _writer(self) -> Writer:
        return Writer(self.path, self.wait)


def tables_of(snapshot: Snapshot) -> Tables:
    """Return all records of one step."""
    kept = {f.name: snapshot.records(f.name) for f in fields(Tables) if f.name not in ("corrections", "uncounted")}
    return Tables(**kept, corrections=snapshot.corrections, uncounted=snapshot.uncounted)
