"""What the API does beside reading the catalog: checks, exports and corrections, each bounded, in other processes."""

import hmac
import os
import threading
from collections import OrderedDict
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from tempfile import mkstemp
from typing import TYPE_CHECKING, Any

from firsthand.model import Story, StoryReasons
from firsthand.present.catalog import Catalog
from firsthand.web.children import Child, Undone
from firsthand.web.handlers import CHECKING, SOON, TURN
from firsthand.web.jobs import Job
from firsthand.web.rendering import REFRESH, Site
from firsthand.web.rest import answers, arguments
from firsthand.web.rest.concluded import CheckAnswer, JobAnswer
from firsthand.web.rest.problems import Refused
from firsthand.web.rest.shapes import CorpusAnswer
from firsthand.web.rest.tasks import Export
from firsthand.web.tasks import Check, Correct, WhyOne

if TYPE_CHECKING:
    from firsthand.web.rest.operations import Call

# Ours: seconds and megabytes that an export may take, and how many seconds one waits for its turn.
EXPORTING, MEMORY, PATIENCE = 120.0, 2_000, 5.0
# Ours: catalogs that lists go on in after a newer one came; building leaves as many files.
KEPT = 2


@dataclass(eq=False)
class Desk:
    """What operations work with: the site, the ``token`` that corrections need ("" takes none), a process for exports.

    ``close`` ends that process.
    """

    site: Site
    token: str
    exporter: Child
    _steps: OrderedDict[str, Catalog] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def catalog(self, step: str | None = None) -> Catalog:
        """Return the catalog that is served, or that of an earlier step. Raises Refused where there is none."""
        current = self.site.current.catalog
        if current is None or not current.path.exists():
            raise Refused(503, "getting-ready", "The catalog of this corpus is being built.", {"Retry-After": REFRESH})
        with self._lock:
            self._steps[current.path.stem] = current
            # What was removed may hold what the corpus has forgotten: it is let go, not read on.
            there = [(name, known) for name, known in self._steps.items() if known.path.exists()]
            self._steps = OrderedDict(there[-KEPT:])
            found = self._steps.get(step or current.path.stem)
        if found is None:
            raise Refused(
                410, "cursor-gone", "The corpus has moved on since this cursor was made: begin the list anew."
            )
        return found

    def permits(self, header: str) -> None:
        """Let a request with this ``Authorization`` correct. Raises Refused."""
        if not (self.token and self.site.may_correct):
            said = "This server takes no corrections here: it was started without --token-file, or with --read-only."
            raise Refused(403, "not-allowed", said)
        scheme, _, given = header.partition(" ")
        known = hmac.compare_digest(self.token.encode(), given.strip().encode("utf-8", "surrogatepass"))
        if scheme.lower() != "bearer" or not known:
            said = "Corrections need the token: Authorization: Bearer TOKEN."
            raise Refused(401, "not-allowed", said, {"WWW-Authenticate": "Bearer"})

    def close(self) -> None:
        """End the process for exports."""
        self.exporter.close()


@dataclass(frozen=True, slots=True)
class Archive:
    """A file that is sent and then gone: it is open, and has no name any more."""

    handle: int
    name: str


def corpus(desk: Desk, call: "Call") -> CorpusAnswer:
    """Return what is served."""
    site = desk.site
    return CorpusAnswer(
        step=call.catalog.path.stem,
        newest=site.current.is_newest,
        version=version("firsthand"),
        may_correct=bool(desk.token) and site.may_correct,
        may_fetch=site.may_fetch,
        holds=call.catalog.overview(),
    )


def check(desk: Desk, call: "Call") -> CheckAnswer:
    """Return where a text comes from. Raises Refused."""
    asked = call.body
    if asked.url is not None and not desk.site.may_fetch:
        raise Refused(403, "not-allowed", "This server fetches nothing (--allow-fetch): send the text.")
    if (asked.text is None) == (asked.url is None):
        raise Refused(422, "not-done", "Give a text or an address, one of them.")
    task = Check(text=asked.text or "", url=asked.url or "")
    return arguments.checked(_asked(desk.site.checker, task, CHECKING, TURN), with_text=asked.with_text)


def story_reasons(desk: Desk, call: "Call") -> StoryReasons:
    """Return why the articles of a story are one. Raises Refused, NotFound."""
    story = answers.found(call.catalog, call.asks.id, Story)
    found: StoryReasons = _asked(desk.site.checker, WhyOne(story.id), CHECKING, TURN)
    return found


def export(desk: Desk, call: "Call") -> Archive:
    """Return an archive of one story or all. Raises Refused, NotFound."""
    asked = call.asks
    story = answers.found(call.catalog, asked.story, Story).id if asked.story is not None else None
    handle, name = mkstemp(prefix="firsthand-", suffix=".zip")
    try:
        task = Export(call.catalog.path, Path(name), asked.format, story, asked.with_text)
        _asked(desk.exporter, task, EXPORTING, PATIENCE)
    except BaseException:
        os.close(handle)
        raise
    finally:
        Path(name).unlink(missing_ok=True)
    return Archive(handle, f"{asked.format}{f'-{story}' if story else ''}.zip")


def correct(desk: Desk, call: "Call") -> JobAnswer:
    """Ask for a correction, and wait a little for its end. Raises Refused."""
    asked = call.body
    task = Correct(asked.verb, asked.ids, asked.name, asked.relation, asked.note)
    try:
        job = desk.site.jobs.ask(task, "index.html")
    except Undone as e:
        raise _refused(e) from e
    job.ended.wait(SOON)
    if job.failed:
        raise Refused(422, "not-done", job.failed)
    if job.changed is not None:
        desk.site.current.wait(SOON)
    return _told(job)


def correction(desk: Desk, call: "Call") -> JobAnswer:
    """Return how far a correction is. Raises Refused."""
    job = desk.site.jobs.find(call.asks.number)
    if job is None:
        raise Refused(404, "not-found", "No correction of this run has this number.")
    return _told(job)


def _told(job: Job) -> JobAnswer:
    state = "waiting" if not job.ended.is_set() else "failed" if job.failed else "done"
    return JobAnswer(job.number, state, job.changed, job.failed)  # type: ignore[arg-type]


def _asked(child: Child, task: Any, seconds: float, patience: float) -> Any:
    try:
        return child.ask(task, seconds, patience)
    except Undone as e:
        raise _refused(e) from e


def _refused(e: Undone) -> Refused:
    if e.busy:
        return Refused(503, "busy", str(e), {"Retry-After": "10"})
    return Refused(422, "not-done", str(e))
