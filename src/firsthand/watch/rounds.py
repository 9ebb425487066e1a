"""Rounds of watching: look at the sources, add and link what is new, compare, tell."""

import time
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from firsthand.api import Corpus
from firsthand.errors import CorpusBusy, CorpusFormat, InputError, OutputError
from firsthand.model import Document, Rejected
from firsthand.present.tables import Tables
from firsthand.store.watching import Watching
from firsthand.watch import deliver
from firsthand.watch.alerts import Picture, compare, picture
from firsthand.watch.fetch import Fetcher, Limits
from firsthand.watch.pages import visit
from firsthand.watch.poll import files, is_feed, poll, read
from firsthand.watch.robots import Robots

# A file that changed less than so many seconds ago may be half written: it is looked at twice. Ours.
SETTLED = 1.0


@dataclass(frozen=True, slots=True)
class Outlets:
    """Where alerts go: ``say`` is called with text, lines of JSON if ``json``; ``warn`` with what went wrong."""

    say: Callable[[str], None]
    warn: Callable[[str], None]
    json: bool = False
    webhook: str | None = None
    rss: Path | None = None


@dataclass(frozen=True, slots=True)
class Round:
    """What one round did: sources that failed, entries and files that were new or changed, alerts told."""

    failed: int
    fresh: int
    alerts: int


def watching(corpus: Corpus) -> Watching:
    """Return the state of the corpus's watch, to be entered; see ``Watching`` for the errors."""
    return Watching(corpus.path)


class Watch:
    """The watch of sources for a corpus. ``state`` is entered by the caller and stays so while rounds are run."""

    def __init__(
        self,
        corpus: Corpus,
        sources: Sequence[str],
        state: Watching,
        outlets: Outlets,
        limits: Limits,
        *,
        pages: bool = True,
    ) -> None:
        """Watch addresses of feeds, with or without the ``pages`` behind their entries, and folders or files.

        Raises InputError for one that does not exist.
        """
        for source in sources:
            if not is_feed(source) and not Path(source).exists():
                raise InputError(f"{source}: there is no such file or folder, and it is no http(s) address")
        self._corpus, self._state, self._outlets = corpus, state, outlets
        self._feeds = [s for s in dict.fromkeys(sources) if is_feed(s)]
        self._folders = [s for s in dict.fromkeys(sources) if not is_feed(s)]
        self._pages = pages
        self.warn = outlets.warn
        self._fetcher = Fetcher(limits)
        self._robots = Robots(self._fetcher)

    def round(self) -> Round:
        """Look at every source once, and tell what that changed. What failed is told by ``warn`` and tried again."""
        before = self._before()
        failed = fresh = 0
        for address in self._feeds:
            polled = poll(
                address, self._state, self._fetcher, self._robots, self._corpus.config.read, pages=self._pages
            )
            fresh += polled.fresh
            if polled.problem:
                failed += 1
                self._outlets.warn(f"{address}: {polled.problem}")
        # Also without pages: what waited for one when they were still asked for.
        for address, problem in visit(self._state, self._fetcher, self._robots).problems.items():
            self._outlets.warn(f"{address}: {problem}")
        changed = self._changed()
        last, items = self._state.inbox()
        current = self._state.is_current()
        if items or changed or not current:
            if items or changed:
                self._corpus.add_documents(self._documents(items, [path for path, _, _ in changed]))
            touched = self._corpus.link_new()  # also what an earlier round added before it was cut off
            self._state.stored(last, changed)
            self._compare(before, touched if current else None)
        return Round(failed, fresh + len(changed), self._tell())

    def _changed(self) -> list[tuple[str, int, int]]:
        """Return the files that are new or changed and are not being written to just now."""
        known = self._state.files()
        found = files(self._folders, known)
        if all(changed < time.time_ns() - SETTLED * 1e9 for _, _, changed in found):
            return found
        self._fetcher.sleep(SETTLED)
        still = set(files(self._folders, known))
        return [file for file in found if file in still]

    def _documents(self, items: Sequence[Document | Rejected], paths: Sequence[str]) -> Iterator[Document | Rejected]:
        yield from items
        yield from read(paths, self._corpus.config.read)

    def _before(self) -> Picture:
        """Return the corpus as the last alerts saw it; what was there before the first watch is not told."""
        kept = self._state.picture()
        if kept is not None:
            return Picture(**kept)
        first = picture(self._tables())
        self._state.alerted([], first.plain())
        return first

    def _tables(self) -> Tables:
        try:
            return self._corpus.tables()
        except CorpusFormat:
            return Tables()

    def _compare(self, before: Picture, touched: Collection[str] | None) -> None:
        """Tell what is different since ``before``: by what was touched, or in all of the corpus where it is None."""
        tables = self._tables() if touched is None else self._corpus.tables_about(touched)
        alerts, after = compare(before, tables)
        at = datetime.now(UTC).isoformat(timespec="seconds")
        self._state.alerted([(a.key, at, _said(asdict(a))) for a in alerts], after.plain())

    def _tell(self) -> int:
        untold = self._state.untold("printed")
        for alert in untold:
            self._outlets.say(deliver.json_line(alert) if self._outlets.json else deliver.line(alert))
        self._state.told("printed", [a["number"] for a in untold])
        if self._outlets.webhook:
            taken, problem = deliver.post(self._state.untold("posted"), self._outlets.webhook, self._fetcher)
            self._state.told("posted", taken)
            if problem:
                self._outlets.warn(f"webhook: {problem}; tried again in the next round")
        else:
            self._state.told("posted", [a["number"] for a in untold])  # a webhook named later gets later ones
        if self._outlets.rss:
            try:
                deliver.write_rss(self._state.latest(deliver.IN_FEED), self._outlets.rss)
            except OSError as e:
                raise OutputError(f"{self._outlets.rss}: cannot be written: {e.strerror or e}") from e
        return len(untold)


def run(watch: Watch, every: float, sleep: Callable[[float], None] = time.sleep) -> None:
    """Run rounds for ever, one begun ``every`` so many seconds, or as soon as the one before has ended."""
    while True:
        begun = time.monotonic()
        try:
            watch.round()
        except CorpusBusy as e:
            watch.warn(str(e))  # somebody links or corrects by hand: what was fetched waits in the inbox
        sleep(max(0.0, every - (time.monotonic() - begun)))


def _said(alert: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in alert.items() if name != "key"}
