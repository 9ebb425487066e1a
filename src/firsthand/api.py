"""The corpus as an object, and single documents without one: what the command line and the page call."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, Unpack

from firsthand.adding import Added as Added
from firsthand.adding import Adding, kept, weight
from firsthand.adding import Progress as Progress
from firsthand.annotate import Annotate
from firsthand.clean import Clean
from firsthand.config import Config
from firsthand.engine import map_documents, shuffle_on
from firsthand.errors import InputError, NotFound, OutputError
from firsthand.keeping.backup import BackedUp, backup
from firsthand.keeping.compact import ALL, an_hour_ago
from firsthand.keeping.fault import Fault
from firsthand.keeping.forget import Forgotten, forget
from firsthand.keeping.repair import Repaired, repair
from firsthand.keeping.verify import verify
from firsthand.keeping.who import Doomed as Doomed
from firsthand.keeping.who import Kind, find
from firsthand.model import (
    Annotation,
    Article,
    Correction,
    CorrectionKind,
    Document,
    Quotation,
    Rejected,
    Relation,
    Repair,
)
from firsthand.pipeline.arrivals import LiveStories, arrive, can_arrive, standing_of
from firsthand.pipeline.check import match
from firsthand.pipeline.copies import FINGERPRINTS, recopy
from firsthand.pipeline.link import Links, boilerplate, check, counted, link
from firsthand.pipeline.prepare import Prepare, Prepared
from firsthand.pipeline.recount import recount
from firsthand.present import corrections
from firsthand.present.catalog import Catalog, catalog_of
from firsthand.present.catalog.near import latest, near
from firsthand.present.export.formats import exporter
from firsthand.present.report import write_report
from firsthand.present.tables import Tables
from firsthand.present.views.check import Checked as Checked
from firsthand.read import Fields, detect, read_inputs
from firsthand.store import Snapshot, Writer
from firsthand.text import short_hash
from firsthand.trace import Trace, own_publishers, trace

# Stored articles on the same matter that a text is held against, beside those that share words with it. Ours.
NEAR = 40
# Characters of a given text by which it is told what it is.
_HEAD = 1 << 14


def _silent(_stage: str, _done: int, _total: int | None) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction that was kept or taken back, and the corpus before and after it."""

    correction: Correction
    before: Tables
    after: Tables


class Corpus:
    """A corpus folder.

    Opening reads nothing: methods that read see the corpus as after its last finished step, methods that write take
    the corpus's lock while they run.
    """

    def __init__(self, path: Path | str, config: Config | None = None, *, wait: float = 0.0) -> None:
        """Name the folder; it is made by the first ``add``.

        ``wait`` is for how many seconds methods that write wait for another process that is writing, before they raise
        CorpusBusy.
        """
        self.path = Path(path)
        self.wait = wait
        self.config = config or Config()
        self._reading: tuple[tuple[int, ...], LiveStories] | None = None  # of the stories as the last arrival left them

    def __repr__(self) -> str:
        return f"Corpus({str(self.path)!r})"

    def add(
        self, inputs: Sequence[str | Path], *, stdin: BinaryIO | None = None, progress: Progress = _silent
    ) -> Added:
        """Read, clean, annotate and store documents, a batch at a time: what a finished batch held is never lost.

        ``inputs`` are files, folders, or ``-`` for ``stdin``. Raises InputError where an input does not exist,
        CorpusError where the corpus cannot be written. What cannot be used is recorded, not raised.
        """
        with self._writer() as writer:
            return Adding(self.path, self.config, writer, progress).run(inputs, stdin)

    def link(self, *, progress: Progress = _silent) -> None:
        """Link and trace all that is stored, in place of what was linked before. Raises ConfigError, CorpusError."""
        check(self.config)
        with self._writer() as writer:
            self._link(writer, progress)

    def link_new(self, *, progress: Progress = _silent) -> frozenset[str]:
        """Link and trace what came since, beside what was linked: work goes by what is new and what that touches.

        Stories keep their ids; how they were split or merged is added to the repairs. Where nothing was linked before,
        or a correction was cut off, all is linked. Returns the ids of the articles of which anything was told anew.
        Raises as ``link``.
        """
        check(self.config)
        with self._writer() as writer:
            return self._link_new(writer, progress)

    def trace(
        self, inputs: Sequence[str | Path], *, stdin: BinaryIO | None = None, progress: Progress = _silent
    ) -> Added:
        """Add documents, then link and trace the whole corpus; see ``add`` for errors."""
        check(self.config)
        with self._writer() as writer:
            added = Adding(self.path, self.config, writer, progress).run(inputs, stdin)
            self._link(writer, progress)
        return added

    def add_documents(self, documents: Iterator[Document | Rejected], *, progress: Progress = _silent) -> Added:
        """Add what was read already; an article at the address or path of an earlier one takes its place.

        The earlier one is kept and not linked or counted any more. See ``add`` for errors.
        """
        check(self.config)
        with self._writer() as writer:
            return Adding(self.path, self.config, writer, progress, versions=True).take(documents)

    def tables(self) -> Tables:
        """Return everything the corpus holds, as of its last finished step. Raises CorpusFormat if there is none."""
        return _tables(Snapshot(self.path))

    def repairs(self) -> list[Repair]:
        """Return how stories were split and merged as articles came, in that order. Raises CorpusFormat."""
        return Snapshot(self.path).records("repairs")

    def tables_about(self, articles: Collection[str]) -> Tables:
        """Return what the corpus holds of some articles: their stories and statements, who else is in these, and the
        versions that they took the place of.
        """
        snapshot = Snapshot(self.path)
        stories = snapshot.having("stories", "articles", articles)
        said = {a.statement for a in snapshot.having("attributions", "article", articles)}
        statements = snapshot.having("statements", "id", said)
        quoted = snapshot.having("attributions", "statement", said)
        names = {*articles, *(a.article for a in quoted), *(a for story in stories for a in story.articles)}
        earlier = snapshot.having("superseded", "by", names)
        return Tables(
            articles=snapshot.having("articles", "id", {*names, *(s.article for s in earlier)}),
            superseded=earlier,
            annotations=snapshot.having("annotations", "article", names),
            stories=stories,
            statements=statements,
            attributions=quoted,
            differences=snapshot.having("differences", "statement", said),
            lineages=snapshot.having("lineages", "article", names),
            counts=snapshot.having("counts", "subject", [*said, *(story.id for story in stories)]),
        )

    def merge(self, *ids: str, note: str | None = None, progress: Progress = _silent) -> Corrected:
        """Keep that stories are one, statements one utterance, or articles one text, and count anew.

        ``ids`` are two or more of one kind. The user's word wins over what is inferred, now and whenever the corpus is
        linked, and over what the user said before. Raises NotFound for an id that nothing has, InputError where the ids
        do not go together, ConfigError, CorpusError.
        """
        return self._correct(lambda tables: corrections.merge(tables, ids, note), progress)

    def split(self, *ids: str, note: str | None = None, progress: Progress = _silent) -> Corrected:
        """Keep that articles are not one text, that articles are not of a story, that quotations do not report a
        statement, or that stories or statements are not one, and count anew; see ``merge``.
        """
        return self._correct(lambda tables: corrections.split(tables, ids, note), progress)

    def origin(
        self,
        article: str,
        name: str,
        *,
        relation: Relation | None = None,
        note: str | None = None,
        progress: Progress = _silent,
    ) -> Corrected:
        """Keep whose words an article carries (``"own"`` for its outlet itself, ``"unknown"``), and count anew; see
        ``merge``.
        """
        return self._correct(lambda tables: corrections.origin(tables, article, name, relation, note), progress)

    def undo(self, number: int, *, progress: Progress = _silent) -> Corrected:
        """Take a correction back, and count anew: all is as if it had not been made.

        Raises NotFound, ConfigError, CorpusError.
        """
        self._may_correct()
        with self._writer() as writer:
            before = _tables(Snapshot(self.path))
            correction = corrections.taken_back(before, number)
            writer.undo(number)
            return Corrected(correction, before, self._recount(writer, before, correction.kind, progress))

    def corrections(self) -> list[Correction]:
        """Return all corrections ever made, in order; those with a time in ``undone`` were taken back."""
        return Snapshot(self.path).corrections

    def check(self, source: str | Path | BinaryIO | Article, **given: Unpack[Fields]) -> Checked:
        """Return where a text comes from, as far as this corpus tells: the story that it tells, the passages that it
        shares with stored articles, and the statements that its quotations report, with their counts.

        ``source`` and ``given`` are as for ``clean``; a binary stream is read as a file is. Nothing is stored. Raises
        InputError where there is no article in it, CorpusFormat where there is no corpus, ConfigError.
        """
        check(self.config)
        article = source if isinstance(source, Article) else clean(source, config=self.config, **given)
        # The same text may be stored: it is held against that like against any other.
        article = replace(article, id=short_hash("checked", article.id), external_id=None)
        annotation = Annotate(self.config.annotate).annotate(article)
        found = match(article, annotation, Snapshot(self.path), self.config.link, partial(_near, self.path))
        names = {f.name for f in fields(Tables)}
        tables = Tables(**{f.name: getattr(found, f.name) for f in fields(found) if f.name in names})
        return Checked(found.article, found.story, found.capped, found.said, tables)

    def export(self, folder: Path | str, *, format: str = "jsonl", with_text: bool = False) -> dict[str, int]:  # noqa: A002
        """Write the corpus into ``folder`` in one of ``present.export.formats``; return how many of what was written.

        ``with_text`` adds whole texts, which belong to their publishers. Raises NotFound for an unknown format,
        OutputError.
        """
        export = exporter(format)
        tables = self.tables()
        with _writing(Path(folder)) as target:
            return export(tables, target, with_text=with_text)

    def report(self, folder: Path | str | None = None) -> Path:
        """Write the static report into ``folder`` (``report`` in the corpus if None); return its page.

        Raises OutputError where it cannot be written.
        """
        try:
            corpus: Catalog | Tables = catalog_of(self.path)
        except OSError:  # the corpus is only to be read: its catalog is made elsewhere, and not kept
            corpus = self.tables()
        with _writing(Path(folder) if folder else self.path / "report") as target:
            return write_report(corpus, target)

    def _link(self, writer: Writer, progress: Progress) -> None:
        snapshot = Snapshot(self.path)
        articles = {a.id: a for a in snapshot.records("articles")}
        annotations = {a.article: a for a in snapshot.records("annotations")}
        total = len(articles)
        progress("boilerplate", total, total)
        recur = boilerplate(articles, annotations, snapshot, shuffle_on(self.config.engine))
        stored = articles
        articles, annotations = recur.keep_out(articles, annotations)
        progress("copies", total, total)
        copied = recopy(stored, articles, annotations, recur, snapshot, standing_of(snapshot).come - recur.new)
        articles, annotations, copies = counted(
            articles, annotations, copied.beside(snapshot.records("copies")), snapshot.records("superseded")
        )
        links = link(
            articles, annotations, self.config, lambda part: progress(part, total, total), snapshot.corrections, copies
        )
        progress("origins", total, total)
        with own_publishers(self.config.trace.publishers):
            traced = trace(
                articles,
                annotations,
                links.copies,
                links.stories,
                links.statements,
                links.attributions,
                links.differences,
                snapshot.corrections,
            )
        writer.step(
            "link",
            append={"paragraphs": recur.paragraphs},
            replace={"recurring": recur.recurring, **_by_name(links), **_by_name(traced)},
            arrays={FINGERPRINTS: copied.arrays},
        )

    def _link_new(self, writer: Writer, progress: Progress) -> frozenset[str]:
        snapshot = Snapshot(self.path)
        who = standing_of(snapshot)
        if not can_arrive(snapshot, bool(snapshot.uncounted)):
            self._link(writer, progress)
            return who.come | who.home.keys()
        if not who.come and not who.gone:
            return frozenset()
        live = self._reading[1] if self._reading and self._reading[0] == _told_by(snapshot) else None
        self._reading = None  # it is changed by what follows, which may be cut off
        total = len(who.come)
        arrived = arrive(
            snapshot,
            who,
            live,
            self.config,
            snapshot.corrections,
            shuffle_on(self.config.engine),
            lambda part: progress(part, total, total),
        )
        writer.step("link", append=arrived.append, replace=arrived.replace, patch=arrived.patch, arrays=arrived.arrays)
        self._reading = _told_by(Snapshot(self.path)), arrived.live
        return arrived.articles

    def _correct(self, make: Callable[[Tables], Correction], progress: Progress) -> Corrected:
        """Record what ``make`` says of the corpus as it is, and count anew."""
        self._may_correct()
        with self._writer() as writer:
            before = _tables(Snapshot(self.path))
            correction = writer.correct(make(before))
            return Corrected(correction, before, self._recount(writer, before, correction.kind, progress))

    def _may_correct(self) -> None:
        """Raise what would stop the count, before a correction is kept, and where there is no corpus to be made."""
        check(self.config)
        Snapshot(self.path)

    def _recount(self, writer: Writer, before: Tables, kind: CorrectionKind, progress: Progress) -> Tables:
        """Count anew what a correction of one kind bears on, in one step; return the corpus as it is then."""
        snapshot = Snapshot(self.path)
        known = replace(before, corrections=snapshot.corrections, uncounted=snapshot.uncounted)
        if not before.stories:
            return known  # nothing was linked yet: linking will take it into account
        parts = {f.name: getattr(before, f.name) for f in fields(Links) if f.name != "inferred"}
        old = Links(**parts, inferred=snapshot.records("inferred"))
        total = len(before.articles)
        links, traced = recount(
            {a.id: a for a in before.articles},
            {a.article: a for a in before.annotations},
            before.recurring,
            old,
            snapshot.corrections,
            None if before.uncounted else kind,
            self.config,
            lambda part: progress(part, total, total),
        )
        changed = {name: rows for name, rows in _by_name(links).items() if rows is not getattr(old, name)}
        writer.step("correct", replace={**changed, **_by_name(traced)})
        changed.pop("inferred", None)
        return replace(known, **changed, **_by_name(traced), uncounted=[])

    def verify(self) -> list[Fault]:
        """Return what is wrong with the corpus, having read all of it. Raises CorpusFormat where there is none."""
        return verify(self.path)

    def repair(self) -> Repaired:
        """Mend what can be mended, and say what was done. Raises CorpusError; CorpusFormat where there is no corpus."""
        return repair(self.path, self.wait)

    def compact(self, *, all_versions: bool = False) -> int:
        """Make few files of many and remove old versions; return the bytes that were freed. Raises CorpusError.

        Versions of the last hour are kept, for readers that have them open, unless ``all_versions`` go.
        """
        Snapshot(self.path)  # where there is no corpus none is made
        with self._writer() as writer:
            return writer.compact(ALL if all_versions else an_hour_ago())

    def backup(self, target: Path | str) -> BackedUp:
        """Copy the corpus as it is after its last finished step, whoever writes to it meanwhile; see ``backup``."""
        return backup(self.path, Path(target))

    def find(self, name: str, kind: Kind | None = None) -> Doomed:
        """Return what ``forget`` would remove: an article's, a publisher's or a person's texts. Raises NotFound."""
        return find(Snapshot(self.path), name, kind)

    def forget(self, name: str, kind: Kind | None = None, *, progress: Progress = _silent) -> Forgotten:
        """Remove texts and all that was made of them for good, and count anew; see ``find`` for whose they are.

        Nothing of them is left in the corpus folder, and ``add`` does not take them again. Where the corpus was
        linked, linking follows. Raises NotFound, ConfigError, CorpusError.
        """
        self._may_correct()
        with self._writer() as writer:
            snapshot = Snapshot(self.path)
            forgotten = forget(snapshot, writer, find(snapshot, name, kind))
            if forgotten.was_linked:
                self._link(writer, progress)
            return forgotten

    def remember(self, article: str) -> None:
        """Let an article that was forgotten be added again. Raises NotFound, CorpusError."""
        Snapshot(self.path)
        with self._writer() as writer:
            if article not in writer.forgotten():
                raise NotFound(f"no forgotten article has the id {article!r}")
            writer.remember([article])

    def _writer(self) -> Writer:
        return Writer(self.path, self.wait)


def _told_by(snapshot: Snapshot) -> tuple[int, ...]:
    """Return the versions of the tables that say which story an article was linked to."""
    return tuple(snapshot.versions.get(name, 0) for name in ("stories", "inferred"))


def _tables(snapshot: Snapshot) -> Tables:
    kept = {f.name: snapshot.records(f.name) for f in fields(Tables) if f.name not in ("corrections", "uncounted")}
    return Tables(**kept, corrections=snapshot.corrections, uncounted=snapshot.uncounted)


def _near(corpus: Path, article: Article, annotation: Annotation) -> list[str]:
    """Return stored articles on the same matter, where the corpus has a catalog; it is not built for one question."""
    catalog = latest(corpus)
    return near(catalog, article, annotation, NEAR) if catalog else []


def _by_name(found: Links | Trace) -> dict[str, list[Any]]:
    """Return the records of what was concluded, by the names of their tables."""
    return {f.name: getattr(found, f.name) for f in fields(found)}


def open(  # noqa: A001  (fh.open reads well)
    path: Path | str, config: Config | None = None, *, wait: float = 0.0
) -> Corpus:
    """Return the corpus in ``path``; nothing is read or made until a method asks; for ``wait`` see ``Corpus``."""
    return Corpus(path, config, wait=wait)


def clean(source: str | Path | BinaryIO, *, config: Config | None = None, **given: Unpack[Fields]) -> Article:
    """Return the article of one document: its text, what the parts of the text are, the readers' comments.

    A ``str`` is the document itself, HTML if it starts like a page and markup-less text otherwise; a ``Path`` is a file
    that holds one document, and a binary stream is read as one. ``given`` is what is known of it: ``url``,
    ``publisher``, ``title``, ``published``, ``fetched``, ``language``, ``external_id``; it goes before what the
    document says. Raises InputError, with the reason, where there is no such file or no article in it.
    """
    config = config or Config()
    document = _document(source, config, given)
    article = Clean(config.clean).clean(document)
    if isinstance(article, Rejected):
        raise InputError(_sentence(article))
    return article


def quotations(
    source: str | Path | BinaryIO | Article, *, config: Config | None = None, **given: Unpack[Fields]
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
    documents = kept(read_inputs(inputs, config.read, stdin), unread)
    for batch in map_documents(partial(Prepare, config), "clean", documents, config.engine, weight):
        yield from batch
        while unread:
            yield unread.pop(0)
    yield from unread


def _document(source: str | Path | BinaryIO, config: Config, given: Fields) -> Document:
    if isinstance(source, str):
        found = detect(source[:_HEAD].encode("utf-8", "replace"))
        return Document(input="the given text", kind="html" if found == "html" else "text", content=source, **given)
    unread: list[Rejected] = []
    if isinstance(source, Path):
        name, read = str(source), read_inputs([source], config.read)
    else:
        name, read = "the given input", read_inputs(["-"], config.read, source)
    documents = list(islice(kept(read, unread), 2))
    if len(documents) > 1:
        raise InputError(f"{name}: holds several documents; trace it, or use firsthand clean")
    if not documents:
        raise InputError(_sentence(unread[0]) if unread else f"{name}: holds no document")
    return replace(documents[0], **given)


def _sentence(rejected: Rejected) -> str:
    """Return what happened to what, on one line."""
    named = rejected.detail.startswith(rejected.input)
    return rejected.detail if named else f"{rejected.input}: {rejected.detail}"


@contextmanager
def _writing(folder: Path) -> Iterator[Path]:
    """Give the folder that is written to, and turn what goes wrong with it into an error that says which it was."""
    try:
        yield folder
    except OSError as e:
        raise OutputError(f"{folder}: cannot be written: {e.strerror or e}") from e
