"""Writing a corpus: one writer at a time, one step at a time."""

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from firsthand.errors import CorpusError, CorpusFormat
from firsthand.model import Correction
from firsthand.store import codec
from firsthand.store.array_files import ArrayFiles
from firsthand.store.disk import UNREADABLE, refusal
from firsthand.store.lance_tables import LanceTables
from firsthand.store.ledger import Also, Ledger
from firsthand.store.lock import Lock
from firsthand.store.tables import ARRAYS, LOOKED_UP, TABLES

# What is made of the tables and lies beside them, and where ``repair`` puts what it cannot read.
ASIDE = "damaged"
_COPIES = ("report", "rejected.jsonl", "catalog", ASIDE)


class Writer:
    """The right to write to a corpus, as a context manager.

    Entering takes the corpus's lock (which the operating system gives back when the process ends, however it ends),
    takes back what a writer that was cut off has left, and rewrites tables that an older firsthand wrote. Raises
    CorpusBusy where another process has been writing for ``wait`` seconds more, CorpusError where the folder cannot be
    written, CorpusFormat where it is no corpus of this format or of an older one, or damaged.
    """

    def __init__(self, folder: Path, wait: float = 0.0) -> None:
        """Write to ``folder``; it is made on entering if need be."""
        self._folder = folder
        self._lock = Lock(folder, wait)
        self._tables = LanceTables(folder / "tables")
        self._arrays = ArrayFiles(folder / "tables")

    def __enter__(self) -> Self:
        with ExitStack() as held:
            held.enter_context(self._lock)
            with self._writing("the corpus"):
                (self._folder / "tables").mkdir(exist_ok=True)
            self._ledger = held.enter_context(closing(Ledger(self._folder, create=True)))
            with self._writing("the corpus"):
                self._recover()
                self._upgrade()
            self._held = held.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._held.close()

    def step(
        self,
        stage: str,
        *,
        append: Mapping[str, Iterable[Any]] | None = None,
        replace: Mapping[str, Iterable[Any]] | None = None,
        patch: Mapping[str, tuple[Mapping[str, Iterable[str]], Iterable[Any]]] | None = None,
        arrays: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
        also: Also | None = None,
    ) -> None:
        """Write one step: rows to append to tables, tables and sets of arrays to replace, and what ``also`` writes to
        the ledger; all seen together or not at all.

        A patch is what is gone, as the values of a column, and the rows in place of it; other rows stay.

        Raises CorpusError where the disk refuses; what was stored before stays as it was.
        """
        before = self._ledger.versions()
        outputs: dict[str, int] = {}
        with self._writing(f"step {stage}"):
            for name, rows in (append or {}).items():
                data = codec.table(TABLES[name], rows)
                if data.num_rows or name not in before:
                    outputs[name] = self._tables.append(name, data)
            for name, rows in (replace or {}).items():
                outputs[name] = self._tables.replace(name, codec.batches(TABLES[name], rows))
            for name, (gone, rows) in (patch or {}).items():
                outputs[name] = self._tables.patch(name, gone, codec.table(TABLES[name], rows))
            self._index(outputs)
            for name, segments in (arrays or {}).items():
                outputs[name] = self._arrays.write(name, segments, before.get(name, 0))
        self._ledger.record(stage, before, outputs, also)
        for name in arrays or ():
            self._arrays.take_back(name, outputs[name])

    def ahead(self, name: str, segments: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
        """Store a set of arrays before the step that it is given to, and return it mapped from disk.

        Raises CorpusError where the disk refuses. Without the step nobody sees it.
        """
        with self._writing(name):
            return self._arrays.ahead(name, segments, self._ledger.versions().get(name, 0))

    def compact(self, keep_since: str) -> int:
        """Rewrite tables of many files as one, and remove the versions of tables that no reader needs any more.

        Kept are the versions that were the newest at ``keep_since`` (ISO 8601, UTC) or later. Returns the bytes that
        were freed; raises CorpusError where the disk refuses.
        """
        freed = self.sweep()  # first: there may be no room to write
        before = self._ledger.versions()
        with self._writing("compact"):
            made = {n: self._tables.compact(n, v) for n, v in before.items() if n not in ARRAYS}
            outputs = {name: version for name, version in made.items() if version}
            self._index(outputs)
        if outputs:
            self._ledger.record("compact", before, outputs)
        return freed + self._keep_only(self._versions_since(keep_since))

    def index_anew(self, names: Iterable[str]) -> None:
        """Make the indexes of some tables anew, whatever they are now. Raises CorpusError where the disk refuses."""
        before = self._ledger.versions()
        with self._writing("indexes"):
            made = {name: self._tables.index(name, LOOKED_UP[name], anew=True) for name in names}
        self._ledger.record("index", before, {name: version for name, version in made.items() if version})

    def sweep(self) -> int:
        """Remove the files that no version of a table needs; return their bytes."""
        files = {name: self._tables.files(name) for name in self._ledger.versions().keys() - set(ARRAYS)}
        return self._keep_only({name: set(known.versions()) for name, known in files.items()})

    def purge(self) -> None:
        """Remove for good what is in no table now: old versions, copies beside the tables, what the ledger deleted.

        A purge that is cut off is finished by the next writer, if the step before it was named "forget".
        """
        self._keep_only({name: {version} for name, version in self._ledger.versions().items()})
        with self._writing("purge"):  # after the versions: nobody can make a catalog of what was forgotten any more
            for name in _COPIES:
                path = self._folder / name
                shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        self._ledger.tidy()
        self._ledger.record("purge", self._ledger.versions(), {})

    def forgotten(self) -> dict[str, str]:
        """Return the ids of the articles that were forgotten, with the times."""
        return self._ledger.forgotten()

    def remember(self, articles: Iterable[str]) -> None:
        """Let forgotten articles be added again."""
        self._ledger.remember(articles)

    def correct(self, correction: Correction) -> Correction:
        """Record a correction, durably, whatever becomes of the step that follows; return it numbered and dated."""
        return self._ledger.correct(correction)

    def undo(self, number: int) -> None:
        """Record that a correction was taken back."""
        self._ledger.undo(number)

    def _index(self, outputs: dict[str, int]) -> None:
        """Index the tables that a step wrote, where that is worth it; their versions in ``outputs`` are those after."""
        for name in outputs.keys() & LOOKED_UP.keys():
            outputs[name] = self._tables.index(name, LOOKED_UP[name]) or outputs[name]

    def _recover(self) -> None:
        known = self._ledger.versions()
        for name in TABLES:
            self._tables.take_back(name, known.get(name))
        for name in ARRAYS:
            self._arrays.take_back(name, known.get(name))
        if self._ledger.purging():
            self.purge()

    def _versions_since(self, moment: str) -> dict[str, set[int]]:
        """Return the versions of each table that were the newest at a moment or later."""
        steps = self._ledger.steps()
        first = max((n for n, step in enumerate(steps) if step.at < moment), default=0)
        kept: dict[str, set[int]] = {}
        for heads in [*(step.heads for step in steps[first:]), self._ledger.versions()]:
            for name, version in heads.items():
                kept.setdefault(name, set()).add(version)
        return kept

    def _keep_only(self, versions: Mapping[str, set[int]]) -> int:
        freed = 0
        with self._writing("removing what is old"):
            for name in self._ledger.versions().keys() - set(ARRAYS):
                files = self._tables.files(name)
                freed += files.keep_only(versions[name].intersection(files.versions()))
        return freed

    @contextmanager
    def _writing(self, what: str) -> Iterator[None]:
        """Turn what the disk refuses, and what cannot be read of the tables, into an error that says which it was."""
        try:
            yield
        except UnicodeError:
            raise  # of what is to be written, not of what is stored
        except UNREADABLE as e:
            if why := refusal(e):
                raise CorpusError(f"{self._folder}: {what} could not be written: {why}; nothing stored is lost") from e
            raise CorpusFormat(
                f"{self._folder}: a table is damaged ({e}); see: firsthand verify --corpus {self._folder}"
            ) from e

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
