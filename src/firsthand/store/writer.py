"""Writing a corpus: one writer at a time, one step at a time."""

import fcntl
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from firsthand.errors import CorpusBusy, CorpusError, CorpusFormat
from firsthand.model import Correction
from firsthand.store import codec
from firsthand.store.array_files import ArrayFiles
from firsthand.store.lance_tables import LanceTables
from firsthand.store.ledger import Ledger
from firsthand.store.tables import ARRAYS, TABLES


class Writer:
    """The right to write to a corpus, as a context manager.

    Entering takes the corpus's lock (which the operating system gives back when the process ends, however it ends),
    takes back what a writer that was cut off has left, and rewrites tables that an older firsthand wrote. Raises
    CorpusBusy where another process writes, CorpusError where the folder cannot be written, CorpusFormat where it is
    no corpus of this format or of an older one.
    """

    def __init__(self, folder: Path) -> None:
        """Write to ``folder``; it is made on entering if need be."""
        self._folder = folder
        self._tables = LanceTables(folder / "tables")
        self._arrays = ArrayFiles(folder / "tables")

    def __enter__(self) -> Self:
        try:
            (self._folder / "tables").mkdir(parents=True, exist_ok=True)
            self._lock = os.open(self._folder / "lock", os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as e:
            raise CorpusError(f"{self._folder}: cannot be written: {e.strerror}") from e
        try:
            self._take_lock()
            self._ledger = Ledger(self._folder, create=True)
            self._recover()
            self._upgrade()
        except BaseException:
            os.close(self._lock)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ledger.close()
        os.close(self._lock)

    def step(
        self,
        stage: str,
        *,
        append: Mapping[str, Iterable[Any]] | None = None,
        replace: Mapping[str, Iterable[Any]] | None = None,
        patch: Mapping[str, tuple[Mapping[str, Iterable[str]], Iterable[Any]]] | None = None,
        arrays: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
    ) -> None:
        """Write one step: rows to append to tables, tables and sets of arrays to replace; all seen together or not at
        all.

        A patch is what is gone, as the values of a column, and the rows in place of it; other rows stay.

        Raises CorpusError where the disk refuses; what was stored before stays as it was.
        """
        before = self._ledger.versions()
        outputs: dict[str, int] = {}
        try:
            for name, rows in (append or {}).items():
                data = codec.table(TABLES[name], rows)
                if data.num_rows or name not in before:
                    outputs[name] = self._tables.append(name, data)
            for name, rows in (replace or {}).items():
                outputs[name] = self._tables.replace(name, codec.table(TABLES[name], rows))
            for name, (gone, rows) in (patch or {}).items():
                outputs[name] = self._tables.patch(name, gone, codec.table(TABLES[name], rows))
            for name, segments in (arrays or {}).items():
                outputs[name] = self._arrays.write(name, segments, before.get(name, 0))
        except OSError as e:
            raise CorpusError(f"{self._folder}: step {stage} could not be written: {e}; nothing stored is lost") from e
        self._ledger.record(stage, before, outputs)
        for name in arrays or ():
            self._arrays.take_back(name, outputs[name])

    def correct(self, correction: Correction) -> Correction:
        """Record a correction, durably, whatever becomes of the step that follows; return it numbered and dated."""
        return self._ledger.correct(correction)

    def undo(self, number: int) -> None:
        """Record that a correction was taken back."""
        self._ledger.undo(number)

    def _take_lock(self) -> None:
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as e:
            raise CorpusBusy(f"{self._folder}: another process is writing to this corpus; wait for it to end") from e

    def _recover(self) -> None:
        known = self._ledger.versions()
        undone: dict[str, int] = {}
        for name in TABLES:
            version = self._tables.take_back(name, known.get(name))
            if version is not None:
                undone[name] = version
        for name in ARRAYS:
            self._arrays.take_back(name, known.get(name))
        if undone:
            self._ledger.record("recover", known, undone)

    def _upgrade(self) -> None:
        """Rewrite the tables that lack fields of today; a table with fields unknown today is a newer firsthand's."""
        known = self._ledger.versions()
        outputs: dict[str, int] = {}
        for name, version in known.items():
            if name in ARRAYS:
                continue
            stored = codec.paths(self._tables.schema(name, version))
            today = codec.paths(codec.schema(TABLES[name])) if name in TABLES else frozenset[str]()
            if newer := stored - today:
                fields = ", ".join(sorted(newer)[:3])
                raise CorpusFormat(
                    f"{self._folder}: written by a newer firsthand (its {name} have {fields}); upgrade firsthand"
                )
            if today - stored:
                rows: list[Any] = codec.records(TABLES[name], self._tables.read(name, version))
                outputs[name] = self._tables.replace(name, codec.table(TABLES[name], rows))
        if outputs:
            self._ledger.record("upgrade", known, outputs)
