"""Adding documents to a corpus, and linking and tracing what it holds."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, BinaryIO

from firsthand.adding import Added, Adding, Held, Progress
from firsthand.api.folder import Folder, silent
from firsthand.aside import aside_in
from firsthand.engine import shuffle_on, spread_on
from firsthand.engine.memory import give_back, uncollected
from firsthand.model import Annotation, Article, Document, Rejected
from firsthand.model.copies import Copies
from firsthand.model.packed import packed
from firsthand.pipeline.arrivals import arrive, can_arrive
from firsthand.pipeline.copies import FINGERPRINTS, recopy
from firsthand.pipeline.link import Boilerplate, Links, Tell, boilerplate, check, counted, link
from firsthand.pipeline.remembered import Remembered
from firsthand.pipeline.standing import Waiting
from firsthand.read import Fetch
from firsthand.stage import Spread
from firsthand.store import Snapshot, Writer
from firsthand.trace import Trace, own_publishers, read_alone, trace

# The tables that say which story an article was linked to.
_TOLD_BY = ("stories", "inferred")


@dataclass(frozen=True, slots=True)
class _Copied:
    """What recurs, the index of fingerprints as it is stored, and what is linked: without what recurs."""

    recur: Boilerplate
    fingerprints: list[dict[str, Any]]
    articles: dict[str, Article]
    annotations: dict[str, Annotation]
    copies: Copies


class Linking(Folder):
    """A corpus folder that documents are added to, and that is linked."""

    # What is remembered of the stories as the last arrival left them, and the versions of the tables that say so.
    _reading: tuple[tuple[int, ...], Remembered] | None = None
    # What adding knew of the corpus in the end.
    _held: Held | None = None

    def add(
        self,
        inputs: Sequence[str | Path],
        *,
        stdin: BinaryIO | None = None,
        fetch: Fetch | None = None,
        progress: Progress = silent,
    ) -> Added:
        """Read, clean, annotate and store documents, a batch at a time: what a finished batch held is never lost.

        ``inputs`` are files, folders, or ``-`` for ``stdin``. ``fetch`` asks for the pages behind addresses that lists
        hold, such as ``firsthand.watch.listed.Pages()``; without it nothing is asked for. Raises InputError where an
        input does not exist, CorpusError where the corpus cannot be written. What cannot be used is recorded, not
        raised.

        >>> fh.open("new").add(["news/mill"])
        Added(stored=12, unchanged=0, duplicates=0, rejected=0)
        >>> fh.open("new").add(["news/mill"]).unchanged
        12
        """
        with self._writer() as writer:
            return self._added(lambda adding: adding.run(inputs, stdin, fetch), writer, progress)

    def link(self, *, progress: Progress = silent) -> None:
        """Link and trace all that is stored, in place of what was linked before. Raises ConfigError, CorpusError.

        >>> new = fh.open("new")
        >>> added = new.add(["news/mill"])
        >>> new.link()
        >>> len(new.stories()) > 0
        True
        """
        check(self.config)
        with self._writer() as writer:
            self._link(writer, progress)

    def link_new(self, *, progress: Progress = silent) -> frozenset[str]:
        """Link and trace what came since, beside what was linked: work goes by what is new and what that touches.

        Stories keep their ids; how they were split or merged is added to the repairs. Where nothing was linked before,
        or a correction was cut off, all is linked. Returns the ids of the articles of which anything was told anew.
        Raises as ``link``.

        >>> new = fh.open("new")
        >>> added = new.trace(["news/mill"])
        >>> added = new.add(["news/other"])
        >>> told = new.link_new()
        >>> {article.id for article in new.articles() if article.path and "other" in article.path} <= told
        True
        """
        check(self.config)
        with uncollected(), self._writer() as writer:
            return self._link_new(writer, progress)

    def trace(
        self, inputs: Sequence[str | Path], *, stdin: BinaryIO | None = None, progress: Progress = silent
    ) -> Added:
        """Add documents, then link and trace the whole corpus; see ``add`` for errors.

        >>> new = fh.open("new")
        >>> new.trace(["news/mill"])
        Added(stored=12, unchanged=0, duplicates=0, rejected=0)
        >>> new.stories()[0]
        <Story ... “Paper maker Ulverholm to shut Tarnholt mill, 263 jobs to go” · ... independent origins>
        """
        check(self.config)
        with self._writer() as writer:
            added = self._added(lambda adding: adding.run(inputs, stdin), writer, progress)
            self._link(writer, progress)
        return added

    def add_documents(self, documents: Iterator[Document | Rejected], *, progress: Progress = silent) -> Added:
        """Add what was read already; an article at the address or path of an earlier one takes its place.

        The earlier one is kept and not linked or counted any more. See ``add`` for errors.

        >>> from firsthand.model import Document
        >>> page = Document(input="a note", kind="text", content=text, url="https://lind.example/1")
        >>> fh.open("new").add_documents(iter([page])).stored
        1
        """
        check(self.config)
        with self._writer() as writer:
            return self._added(lambda adding: adding.take(documents), writer, progress, watched=True)

    def _added(
        self, run: Callable[[Adding], Added], writer: Writer, progress: Progress, *, watched: bool = False
    ) -> Added:
        held, self._held = self._held, None  # it is changed by what follows, which may be cut off
        adding = Adding(self.path, self.config, writer, progress, watched=watched, held=held)
        added = run(adding)
        self._held = adding.held()
        return added

    def _link(self, writer: Writer, progress: Progress) -> None:
        with uncollected(), aside_in(self.path), spread_on(self.config.engine) as spread:
            self._link_on(spread, writer, progress)

    def _link_on(self, spread: Spread, writer: Writer, progress: Progress) -> None:
        snapshot = Snapshot(self.path)
        total = snapshot.count("articles")

        def tell(part: str) -> None:
            give_back()
            progress(part, total, total)

        found = self._copied(snapshot, spread, writer, tell)
        with own_publishers(self.config.trace.publishers):
            read = read_alone(found.articles, found.annotations, spread, ahead=True)
        links = link(found.articles, found.annotations, self.config, tell, snapshot.corrections, found.copies, spread)
        tell("origins")
        with own_publishers(self.config.trace.publishers):
            traced = trace(
                found.articles,
                found.annotations,
                links.copies,
                links.stories,
                links.statements,
                links.attributions,
                links.differences,
                snapshot.corrections,
                read,
            )
        recur, fingerprints = found.recur, found.fingerprints
        del found  # tables are written, and indexed, in the memory of what they were made of
        give_back()
        writer.step(
            "link",
            append={"paragraphs": recur.paragraphs},
            replace={"recurring": recur.recurring, **by_name(links), **by_name(traced)},
            arrays={FINGERPRINTS: fingerprints},
        )

    def _copied(self, snapshot: Snapshot, spread: Spread, writer: Writer, tell: Tell) -> "_Copied":
        """Return all articles without what recurs, and what they share; what is no more needed is let go."""
        stored = {a.id: packed(a) for batch in snapshot.batches("articles") for a in batch}
        noted = {a.article: packed(a) for batch in snapshot.batches("annotations") for a in batch}
        tell("boilerplate")
        recur = boilerplate(stored, noted, snapshot, shuffle_on(self.config.engine))
        articles, annotations = recur.keep_out(stored, noted)
        tell("copies")
        again = Waiting.of(snapshot).come - recur.new
        copied = recopy(stored, articles, annotations, recur, snapshot, again, spread)
        fingerprints = writer.ahead(FINGERPRINTS, copied.arrays)
        every = copied.beside(c for batch in snapshot.batches("copies") for c in batch)
        return _Copied(recur, fingerprints, *counted(articles, annotations, every, snapshot.records("superseded")))

    def _link_new(self, writer: Writer, progress: Progress) -> frozenset[str]:
        snapshot = Snapshot(self.path)
        if not can_arrive(snapshot, bool(snapshot.uncounted)):
            self._link(writer, progress)
            return Waiting.of(snapshot, ()).come
        told_by = snapshot.versions_of(_TOLD_BY)
        known = self._reading[1] if self._reading and self._reading[0] == told_by else Remembered()
        waiting = known.look_who_waits(snapshot)
        if not waiting.come and not waiting.gone:
            return frozenset()
        self._reading = None  # it is changed by what follows, which may be cut off
        total = len(waiting.come)
        with spread_on(self.config.engine) as spread:
            arrived = arrive(
                snapshot,
                waiting,
                known,
                self.config,
                snapshot.corrections,
                shuffle_on(self.config.engine),
                lambda part: progress(part, total, total),
                spread,
            )
        writer.step("link", append=arrived.append, replace=arrived.replace, patch=arrived.patch, arrays=arrived.arrays)
        self._reading = Snapshot(self.path).versions_of(_TOLD_BY), known
        return arrived.articles


def by_name(found: Links | Trace) -> dict[str, list[Any]]:
    """Return the records of what was concluded, by the names of their tables."""
    return {f.name: getattr(found, f.name) for f in fields(found)}
