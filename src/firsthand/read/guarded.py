"""Readers in a process of their own: what libraries parse, and what plug-ins read.

A file that hangs the reader, crashes it or eats memory costs that file only. The process is the engine's worker; it
reads a file on and on, and gives what it read so far in portions.
"""

import io
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from firsthand.config import ReadConfig
from firsthand.engine.process import Worker
from firsthand.model import Document, Rejected
from firsthand.read.listed import Listed
from firsthand.read.rejection import rejected
from firsthand.read.source import Source
from firsthand.read.stream import Stream

# A portion ends with so many records, characters or seconds, whichever comes first: what a crash costs, and what
# waits in memory. Ours.
PORTION, PORTION_CHARACTERS, PORTION_SECONDS = 64, 4_000_000, 1.0
_SETTINGS = {"timeout": "seconds", "memory": "megabytes"}

Item = Document | Rejected | Listed


@dataclass(frozen=True, slots=True)
class Begin:
    """Asks for the first portion of an input: a file by its path, anything else by its bytes."""

    input: str
    reader: str
    path: Path | None
    data: bytes
    name: str
    config: ReadConfig


@dataclass(frozen=True, slots=True)
class More:
    """Asks for the next portion of the input that was begun."""

    input: str


@dataclass(frozen=True, slots=True)
class Claim:
    """Asks which plug-in reads what begins like this."""

    input: str
    head: bytes
    name: str


@dataclass(frozen=True, slots=True)
class Portion:
    """Some of what an input holds; ``ended`` where nothing follows."""

    items: list[Item]
    ended: bool


class Inside:
    """What runs in the process: a document stage, to the engine."""

    def __init__(self) -> None:
        self._items: Iterator[Item] = iter(())

    def process(self, batch: list[Any]) -> list[Any]:
        """Return the answer to one question."""
        (asked,) = batch
        if isinstance(asked, Claim):
            from firsthand.read.plugged import claimant

            return [claimant(asked.head, asked.name)]
        if isinstance(asked, Begin):
            self._items = _begun(asked)
        return [self._portion()]

    def _portion(self) -> Portion:
        found: list[Item] = []
        size, end = 0, time.monotonic() + PORTION_SECONDS
        for item in self._items:
            found.append(item)
            size += len(item.content) if isinstance(item, Document) else 0
            if len(found) >= PORTION or size >= PORTION_CHARACTERS or time.monotonic() > end:
                return Portion(found, ended=False)
        return Portion(found, ended=True)


def _begun(asked: Begin) -> Iterator[Item]:
    from firsthand.read.readers import guarded_reader

    raw = asked.path.open("rb") if asked.path else io.BytesIO(asked.data)
    with raw:
        stream = Stream(raw, asked.config)
        source = Source(asked.input, asked.path, stream, asked.config, asked.name)
        yield from guarded_reader(asked.reader)(source)


class Guard:
    """The process, as the room sees it: started when it is first needed, and again after a file that it died of."""

    def __init__(self, config: ReadConfig) -> None:
        """Take the bounds; nothing is started yet."""
        self._config = config
        self._worker: Worker | None = None

    def read(self, source: Source, reader: str) -> Iterator[Item]:
        """Yield what a reader finds in a source; where it is stopped, what came before is kept and a line says so."""
        data = b"" if source.path else source.whole()
        if isinstance(data, Rejected):
            yield data
            return
        asked: Begin | More = Begin(source.label, reader, source.path, data, source.name, source.config)
        count = 0
        while True:
            answer = self._ask(asked)
            if not isinstance(answer, Portion):
                yield self._stopped(answer, source.label, count)
                return
            yield from answer.items
            count += len(answer.items)
            if answer.ended:
                return
            asked = More(source.label)

    def claimed(self, source: Source, head: bytes) -> str | Rejected:
        """Return the name of the plug-in that reads a source, empty where none does, or why none could be asked."""
        answer = self._ask(Claim(source.label, head, source.file_name))
        return answer if isinstance(answer, (str, Rejected)) else ""

    def close(self) -> None:
        """End the process."""
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.kill()

    def _ask(self, asked: Begin | More | Claim) -> Any:
        if self._worker is None:
            self._worker = Worker((Inside(), "read", self._config.seconds, self._config.megabytes))
        return self._worker.run([asked])[0]

    def _stopped(self, why: Any, label: str, count: int) -> Rejected:
        if not isinstance(why, Rejected):
            return rejected(label, "failed", "the process that reads it gave no answer; please report it")
        detail = why.detail
        if why.reason in _SETTINGS:
            name = _SETTINGS[why.reason]
            bound = getattr(self._config, name)
            detail = f"stopped at {bound:,g} {name}; raise {name} under [read] in the settings file to read more"
        after = f"after {count:,} records: " if count else ""
        return rejected(label, why.reason, f"{after}{detail}")
