"""Adding documents to a corpus: read, cleaned, annotated and stored, the same input twice only once."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from firsthand.adding.held import Held
from firsthand.config import Config
from firsthand.engine import map_documents
from firsthand.model import Article, Document, Duplicate, Rejected
from firsthand.pipeline.prepare import Prepare, Prepared
from firsthand.read import Fetch, read_inputs
from firsthand.store import Writer

# Called with the stage's name, how many records are done, and how many there are if that is known.
Progress = Callable[[str, int, int | None], None]


@dataclass(frozen=True, slots=True)
class Added:
    """What one ``add`` did: how many articles are new, were there already, and could not be read."""

    stored: int
    unchanged: int
    duplicates: int
    rejected: int


class Adding:
    """One run of ``add``: keeps what is known so that the same input twice is stored once."""

    def __init__(
        self,
        path: Path,
        config: Config,
        writer: Writer,
        progress: Progress,
        *,
        watched: bool = False,
        held: Held | None = None,
    ) -> None:
        """Add to the corpus in ``path``, which ``writer`` writes to; ``progress`` is told of documents.

        An article takes the place of the one that came before from its address; where addresses and paths are
        ``watched``, whatever it says, and from its path too: see ``Versions``. ``held`` is what the last run knew in
        the end; it is changed.
        """
        self._path = path
        self._held = Held.of(path, watched=watched, before=held)
        self._config = config
        self._writer = writer
        self._progress = progress
        self._forgotten = writer.forgotten()
        self._unread: list[Rejected] = []
        self._counts = dict.fromkeys(("stored", "unchanged", "duplicates", "rejected"), 0)

    def run(self, inputs: Sequence[str | Path], stdin: BinaryIO | None, fetch: Fetch | None = None) -> Added:
        """Read, clean, annotate and store the inputs, a batch at a time; see ``Corpus.add``."""
        return self.take(read_inputs(inputs, self._config.read, stdin, fetch))

    def take(self, read: Iterator[Document | Rejected]) -> Added:
        """Clean, annotate and store what was read, a batch at a time."""
        documents = kept(read, self._unread)
        done = 0
        batches = map_documents(partial(Prepare, self._config), "clean", documents, self._config.engine, weight)
        for batch in batches:
            self._store(batch)
            done += len(batch)
            self._progress("documents", done, None)
        self._store([])
        return Added(**self._counts)

    def held(self) -> Held:
        """Return what is known once all is stored."""
        return self._held.now(self._path)

    def _store(self, batch: Sequence[Prepared | Rejected]) -> None:
        new: list[Prepared] = []
        duplicates: list[Duplicate] = []
        unread = list(self._unread)
        self._unread.clear()
        for item in batch:
            if isinstance(item, Rejected):
                unread.append(item)
            elif item.article.id in self._forgotten:
                unread.append(_refused(item.article.id, self._forgotten[item.article.id]))
            elif item.article.id not in self._held.inputs:
                self._held.inputs[item.article.id] = item.article.input
                new.append(item)
                unread.extend(item.problems)
            else:
                duplicates.extend(self._duplicate(item.article))
        rejected = self._fresh(unread)
        # A file that is read again says nothing of its page; what is watched was looked at again.
        seen = [i for i in batch if isinstance(i, Prepared)] if self._held.watched else new
        superseded = self._held.versions.after(i.article for i in seen if i.article.id not in self._forgotten)
        self._counts["stored"] += len(new)
        self._writer.step(
            "add",
            append={
                "articles": [p.article for p in new],
                "annotations": [p.annotation for p in new],
                "rejected": rejected,
                "duplicates": duplicates,
            },
            replace={} if superseded is None else {"superseded": superseded},
        )

    def _duplicate(self, article: Article) -> list[Duplicate]:
        """Return the record of an input that is there already; the very same input again is only counted."""
        duplicate = Duplicate(article.input, article.id)
        if self._held.inputs[article.id] == article.input or duplicate in self._held.duplicates:
            self._counts["unchanged"] += 1
            return []
        self._counts["duplicates"] += 1
        self._held.duplicates.add(duplicate)
        return [duplicate]

    def _fresh(self, rejected: Sequence[Rejected]) -> list[Rejected]:
        """Return the rejections that are not recorded yet, each once."""
        self._counts["rejected"] += len(rejected)
        fresh = [r for r in dict.fromkeys(rejected) if r not in self._held.rejected]
        self._held.rejected.update(fresh)
        return fresh


def _refused(article: str, at: str) -> Rejected:
    """Return why a forgotten article is not stored; nothing of what it says is kept."""
    detail = f"was forgotten on {at[: len('2031-03-04')]}; to let it be added again: firsthand forget {article} --undo"
    return Rejected(article, "add", "forgotten", detail)


def kept(read: Iterator[Document | Rejected], unread: list[Rejected]) -> Iterator[Document]:
    """Yield the documents, and put what could not be read into ``unread``."""
    for item in read:
        if isinstance(item, Rejected):
            unread.append(item)
        else:
            yield item


def weight(document: Document) -> int:
    """Return about how much work a document is."""
    return len(document.content)
