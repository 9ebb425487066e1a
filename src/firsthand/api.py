"""The corpus as an object, and single documents without one: what the command line and the page call."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, Unpack

from firsthand.annotate import Annotate
from firsthand.clean import Clean
from firsthand.config import Config
from firsthand.engine import map_documents, shuffle
from firsthand.errors import InputError, OutputError
from firsthand.model import Article, Document, Duplicate, Quotation, Rejected
from firsthand.pipeline.link import Links, boilerplate, check, link
from firsthand.pipeline.prepare import Prepare, Prepared
from firsthand.present.export.jsonl import export_jsonl
from firsthand.present.report import write_report
from firsthand.present.tables import Tables
from firsthand.read import Fields, detect, read_inputs
from firsthand.store import Snapshot, Writer
from firsthand.trace import trace

# Called with the stage's name, how many records are done, and how many there are if that is known.
Progress = Callable[[str, int, int | None], None]
# Characters of a given text by which it is told what it is.
_HEAD = 1 << 14


def _silent(_stage: str, _done: int, _total: int | None) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Added:
    """What one ``add`` did: how many articles are new, were there already, and could not be read."""

    stored: int
    unchanged: int
    duplicates: int
    rejected: int


class Corpus:
    """A corpus folder.

    Opening reads nothing: methods that read see the corpus as after its last finished step, methods that write take
    the corpus's lock while they run.
    """

    def __init__(self, path: Path | str, config: Config | None = None) -> None:
        """Name the folder; it is made by the first ``add``."""
        self.path = Path(path)
        self.config = config or Config()

    def __repr__(self) -> str:
        return f"Corpus({str(self.path)!r})"

    def add(
        self, inputs: Sequence[str | Path], *, stdin: BinaryIO | None = None, progress: Progress = _silent
    ) -> Added:
        """Read, clean, annotate and store documents, a batch at a time: what a finished batch held is never lost.

        ``inputs`` are files, folders, or ``-`` for ``stdin``. Raises InputError where an input does not exist,
        CorpusError where the corpus cannot be written. What cannot be used is recorded, not raised.
        """
        with Writer(self.path) as writer:
            return _Adding(self, writer, progress).run(inputs, stdin)

    def link(self, *, progress: Progress = _silent) -> None:
        """Link and trace all that is stored, in place of what was linked before. Raises ConfigError, CorpusError."""
        check(self.config)
        with Writer(self.path) as writer:
            self._link(writer, progress)

    def trace(
        self, inputs: Sequence[str | Path], *, stdin: BinaryIO | None = None, progress: Progress = _silent
    ) -> Added:
        """Add documents, then link and trace the whole corpus; see ``add`` for errors."""
        check(self.config)
        with Writer(self.path) as writer:
            added = _Adding(self, writer, progress).run(inputs, stdin)
            self._link(writer, progress)
        return added

    def tables(self) -> Tables:
        """Return everything the corpus holds, as of its last finished step. Raises CorpusFormat if there is none."""
        snapshot = Snapshot(self.path)
        return Tables(**{f.name: snapshot.records(f.name) for f in fields(Tables)})

    def export(self, folder: Path | str, *, with_text: bool = False) -> dict[str, int]:
        """Write one JSON Lines file a table into ``folder``; return the number of rows of each. Raises OutputError."""
        tables = self.tables()
        with _writing(Path(folder)) as target:
            return export_jsonl(tables, target, with_text=with_text)

    def report(self, folder: Path | str | None = None) -> Path:
        """Write the static report into ``folder`` (``report`` in the corpus if None); return its page.

        Raises OutputError where it cannot be written.
        """
        tables = self.tables()
        with _writing(Path(folder) if folder else self.path / "report") as target:
            return write_report(tables, target)

    def _link(self, writer: Writer, progress: Progress) -> None:
        snapshot = Snapshot(self.path)
        articles = {a.id: a for a in snapshot.records("articles")}
        annotations = {a.article: a for a in snapshot.records("annotations")}
        total = len(articles)
        progress("boilerplate", total, total)
        recur = boilerplate(articles, annotations, snapshot, shuffle)
        articles, annotations = recur.keep_out(articles, annotations)
        links = link(articles, annotations, self.config, shuffle, lambda part: progress(part, total, total))
        progress("origins", total, total)
        traced = trace(
            articles,
            annotations,
            links.copies,
            links.stories,
            links.statements,
            links.attributions,
            links.differences,
        )
        linked: dict[str, list[Any]] = {f.name: getattr(links, f.name) for f in fields(Links)}
        counted: dict[str, list[Any]] = {"lineages": traced.lineages, "edges": traced.edges, "counts": traced.counts}
        writer.step(
            "link",
            append={"paragraphs": recur.paragraphs},
            replace={"recurring": recur.recurring, **linked, **counted},
        )


def open(path: Path | str, config: Config | None = None) -> Corpus:  # noqa: A001  (fh.open reads well)
    """Return the corpus in ``path``; nothing is read or made until a method asks for it."""
    return Corpus(path, config)


def clean(source: str | Path, *, config: Config | None = None, **given: Unpack[Fields]) -> Article:
    """Return the article of one document: its text, what the parts of the text are, the readers' comments.

    A ``str`` is the document itself, HTML if it starts like a page and markup-less text otherwise; a ``Path`` is a file
    that holds one document. ``given`` is what is known of it: ``url``, ``publisher``, ``title``, ``published``,
    ``fetched``, ``language``, ``external_id``; it goes before what the document says. Raises InputError, with the
    reason, where there is no such file or no article in it.
    """
    config = config or Config()
    document = _document(source, config, given)
    article = Clean(config.clean).clean(document)
    if isinstance(article, Rejected):
        raise InputError(_sentence(article))
    return article


def quotations(
    source: str | Path | Article, *, config: Config | None = None, **given: Unpack[Fields]
) -> tuple[Quotation, ...]:
    """Return who said what in one document, in text order; see ``clean`` for the arguments and errors.

    Spans are in the article's text: for markup-less text that is ``source`` itself; of a page or file make the article
    with ``clean`` first and give that, so that ``quotation.words(article.text)`` has its words.
    """
    config = config or Config()
    article = source if isinstance(source, Article) else clean(source, config=config, **given)
    return Annotate(config.annotate).annotate(article).quotations


def prepare(
    inputs: Sequence[str | Path], config: Config | None = None, *, stdin: BinaryIO | None = None
) -> Iterator[Prepared | Rejected]:
    """Read, clean and annotate documents one after the other, in worker processes, and store nothing.

    Yields the article of each document with its annotation, and what could not be used with the reason, the latter
    after the batch that it was read with. Raises InputError where an input does not exist.
    """
    config = config or Config()
    unread: list[Rejected] = []
    documents = _kept(read_inputs(inputs, config.read, stdin), unread)
    for batch in map_documents(partial(Prepare, config), "clean", documents, config.engine, _weight):
        yield from batch
        while unread:
            yield unread.pop(0)
    yield from unread


def _document(source: str | Path, config: Config, given: Fields) -> Document:
    if isinstance(source, str):
        found = detect(source[:_HEAD].encode("utf-8", "replace"))
        return Document(input="the given text", kind="html" if found == "html" else "text", content=source, **given)
    unread: list[Rejected] = []
    documents = list(islice(_kept(read_inputs([source], config.read), unread), 2))
    if len(documents) > 1:
        raise InputError(f"{source}: holds several documents; trace it, or use firsthand clean")
    if not documents:
        raise InputError(_sentence(unread[0]) if unread else f"{source}: holds no document")
    return replace(documents[0], **given)


def _sentence(rejected: Rejected) -> str:
    """Return what happened to what, on one line."""
    named = rejected.detail.startswith(rejected.input)
    return rejected.detail if named else f"{rejected.input}: {rejected.detail}"


def _kept(read: Iterator[Document | Rejected], unread: list[Rejected]) -> Iterator[Document]:
    """Yield the documents, and put what could not be read into ``unread``."""
    for item in read:
        if isinstance(item, Rejected):
            unread.append(item)
        else:
            yield item


def _weight(document: Document) -> int:
    return len(document.content)


@contextmanager
def _writing(folder: Path) -> Iterator[Path]:
    """Give the folder that is written to, and turn what goes wrong with it into an error that says which it was."""
    try:
        yield folder
    except OSError as e:
        raise OutputError(f"{folder}: cannot be written: {e.strerror or e}") from e


class _Adding:
    """One run of ``add``: keeps what is known so that the same input twice is stored once."""

    def __init__(self, corpus: Corpus, writer: Writer, progress: Progress) -> None:
        snapshot = Snapshot(corpus.path)
        self._config = corpus.config
        self._writer = writer
        self._progress = progress
        ids, inputs = snapshot.column("articles", "id"), snapshot.column("articles", "input")
        self._known: dict[str, str] = dict(zip(ids, inputs, strict=True))
        self._duplicates: set[Duplicate] = set(snapshot.records("duplicates"))
        self._rejected: set[Rejected] = set(snapshot.records("rejected"))
        self._unread: list[Rejected] = []
        self._counts = dict.fromkeys(("stored", "unchanged", "duplicates", "rejected"), 0)

    def run(self, inputs: Sequence[str | Path], stdin: BinaryIO | None) -> Added:
        documents = _kept(read_inputs(inputs, self._config.read, stdin), self._unread)
        done = 0
        batches = map_documents(partial(Prepare, self._config), "clean", documents, self._config.engine, _weight)
        for batch in batches:
            self._store(batch)
            done += len(batch)
            self._progress("documents", done, None)
        self._store([])
        return Added(**self._counts)

    def _store(self, batch: Sequence[Prepared | Rejected]) -> None:
        new: list[Prepared] = []
        duplicates: list[Duplicate] = []
        unread = list(self._unread)
        self._unread.clear()
        for item in batch:
            if isinstance(item, Rejected):
                unread.append(item)
            elif item.article.id not in self._known:
                self._known[item.article.id] = item.article.input
                new.append(item)
            else:
                duplicates.extend(self._duplicate(item.article))
        rejected = self._fresh(unread)
        self._counts["stored"] += len(new)
        self._writer.step(
            "add",
            append={
                "articles": [p.article for p in new],
                "annotations": [p.annotation for p in new],
                "rejected": rejected,
                "duplicates": duplicates,
            },
        )

    def _duplicate(self, article: Article) -> list[Duplicate]:
        """Return the record of an input that is there already; the very same input again is only counted."""
        duplicate = Duplicate(article.input, article.id)
        if self._known[article.id] == article.input or duplicate in self._duplicates:
            self._counts["unchanged"] += 1
            return []
        self._counts["duplicates"] += 1
        self._duplicates.add(duplicate)
        return [duplicate]

    def _fresh(self, rejected: Sequence[Rejected]) -> list[Rejected]:
        """Return the rejections that are not recorded yet, each once."""
        self._counts["rejected"] += len(rejected)
        fresh = [r for r in dict.fromkeys(rejected) if r not in self._rejected]
        self._rejected.update(fresh)
        return fresh
