"""What is answered at each address. Those that read a form first are asynchronous; the others run in threads."""

import re
from collections.abc import Callable
from typing import TypeVar, get_args

import anyio
import anyio.to_thread
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from firsthand.model import Relation
from firsthand.present.report.pages import Page
from firsthand.present.views.check import check_view
from firsthand.present.views.index import Index
from firsthand.web.assets import sent
from firsthand.web.children import Undone
from firsthand.web.forms import Form, Unreadable, first, read_form
from firsthand.web.rendering import REFRESH, Site, message, show, show_path
from firsthand.web.tasks import VERBS, Check, Correct, WhyOne

T = TypeVar("T")

# Ours, in bytes: a book as a form; a correction with its note.
PASTED, CORRECTED = 2_000_000, 20_000
# Ours, in characters: an article has 5,000, a long one 50,000. What is longer is cut, and the page says so.
LONGEST = 200_000
# Ours, in seconds: what a check may take with fetching, how long one waits for its turn, and how long a correction is
# waited for before a page says that it is under way.
CHECKING, TURN, SOON = 30.0, 15.0, 3.0
# Those who wait for a check at one time; they take no thread from the pages.
WAITING = anyio.CapacityLimiter(8)

_BACK = re.compile(r"(?:(?:stories|compare|speakers|outlets|lists)/)?[0-9A-Za-z~-]{1,140}\.html")
_IDS, _ID = 50, 400


class Handlers:
    """The endpoints of a site."""

    def __init__(self, site: Site) -> None:
        self._site = site

    def page(self, request: Request) -> Response:
        """One of the report's pages; its path chooses it, a search has its question in the address."""
        return show_path(self._site, request.path_params["path"], dict(request.query_params))

    def asset(self, request: Request) -> Response:
        """A file of ours."""
        found = self._site.files.get(request.path_params["name"])
        if found is None:
            raise HTTPException(404)
        return sent(found, request)

    def state(self, _: Request) -> Response:
        """Which step is served, and whether a newer one is on its way: what a script asks before it reloads."""
        current = self._site.current
        return JSONResponse({"step": current.step, "newest": current.is_newest})

    async def check(self, request: Request) -> Response:
        """The paste box, and what the corpus has of what was pasted. The text is never part of an address."""
        if request.method != "POST":
            return await run_in_threadpool(self._checked, {})
        form = await self._form(request, PASTED)
        return await anyio.to_thread.run_sync(self._checked, form, limiter=WAITING)

    async def together(self, request: Request) -> Response:
        """Why the articles of a story are one: worked out when it is asked for."""
        name = request.path_params["name"]
        return await anyio.to_thread.run_sync(self._together, name, limiter=WAITING)

    async def correct(self, request: Request) -> Response:
        """Take a correction, and lead to the page that says what it changed."""
        form = await self._form(request, CORRECTED)
        if not self._site.may_correct:
            raise HTTPException(403)
        return await anyio.to_thread.run_sync(self._corrected, form, limiter=WAITING)

    def correction(self, request: Request) -> Response:
        """What a correction of this run changed, or that it is under way."""
        job = self._site.jobs.find(request.path_params["number"])
        if job is None:
            raise HTTPException(404)
        waiting = not job.ended.is_set() or (job.changed is not None and not self._site.current.is_newest)
        headers = {"Refresh": REFRESH} if waiting else {}
        page = Page("correction.html", {"job": job, "newest": self._site.current.is_newest})
        return show(self._site, page, f"corrections/{job.number}.html", headers=headers)

    def corrections(self, _: Request) -> Response:
        """All corrections of the corpus, with a button that takes one back."""
        told = sorted(self._site.corpus.corrections(), key=lambda c: -c.number)
        return show(self._site, Page("corrections.html", {"told": told}), "corrections.html")

    async def _form(self, request: Request, most: int) -> Form:
        """Return a form that one of our pages sent. Raises HTTPException."""
        try:
            form = await read_form(request, most)
        except Unreadable as e:
            raise HTTPException(e.status, str(e)) from e
        if not self._site.session.knows(first(form, "token")):
            raise HTTPException(403, "This page is from an earlier run of the server. Load it again.")
        return form

    def _checked(self, form: Form) -> Response:
        text, url = first(form, "text"), first(form, "url")
        values = {"view": None, "problem": "", "cut": max(0, len(text) - LONGEST), "most": LONGEST, "url": url}
        if url and not self._site.may_fetch:
            raise HTTPException(403, "This server fetches nothing: paste the text.")
        if not text and not url:
            return show(self._site, Page("check.html", values), "check.html")
        task = Check(url=url[:2_000]) if url else Check(text=text[:LONGEST])
        try:
            found = self._site.checker.ask(task, CHECKING, TURN)
        except Undone as e:
            page = Page("check.html", {**values, "problem": str(e)})
            return show(self._site, page, "check.html", 503 if e.busy else 422)
        catalog = self._site.current.catalog
        parts = catalog.parts_of(s.id for s in found.tables.statements) if catalog else {}
        page = Page("check.html", {**values, "view": check_view(found)}, Index(found.tables, parts=parts))
        return show(self._site, page, "check.html")

    def _together(self, name: str) -> Response:
        catalog = self._site.current.catalog
        story = catalog.named("story", name) if catalog else ""
        row = catalog.story(story) if catalog else None
        if catalog is None or row is None:
            raise HTTPException(404)
        try:
            found = self._site.checker.ask(WhyOne(row.id), CHECKING, TURN)
        except Undone as e:
            return message(self._site, "Not now", str(e), 503 if e.busy else 422)
        told = [*found.links, *(near.nearest for near in found.neighbours)]
        index = Index(catalog.tables_of_articles({a for link in told for a in (link.article, link.other)}))
        return show(self._site, Page("together.html", {"row": row, "found": found}, index), f"together/{name}.html")

    def _corrected(self, form: Form) -> Response:
        back = first(form, "back")
        try:
            job = self._site.jobs.ask(_task(form), back if _BACK.fullmatch(back) else "index.html")
        except Undone as e:
            return message(self._site, "Not yet", str(e), 503, {"Retry-After": "10"})
        job.ended.wait(SOON)
        if job.changed is not None:
            self._site.current.wait(SOON)
        return RedirectResponse(f"corrections/{job.number}.html", 303)


def _task(form: Form) -> Correct:
    """Return what a form asks for. Raises HTTPException for one that is none of ours; ids are looked up later."""
    verb, relation = first(form, "verb"), first(form, "relation") or None
    ids = tuple(i.strip() for i in form.get("id", ()) if i.strip())
    if verb not in VERBS or not ids or len(ids) > _IDS or any(len(i) > _ID for i in ids):
        raise HTTPException(400, "No correction is asked for in this way.")
    if relation is not None and relation not in get_args(Relation):
        raise HTTPException(400, "No relation is called that.")
    name = first(form, "name")
    return Correct(verb, ids, name, _relation(relation), first(form, "note") or None)


def _relation(given: str | None) -> Relation | None:
    found: Relation | None = next((r for r in get_args(Relation) if r == given), None)
    return found


# What is said where an address leads nowhere, or a request cannot be taken; else the reason that was given with it.
_SAID = {
    404: ("Not here", "There is no such page."),
    405: ("Not so", "That cannot be sent there."),
    403: ("Not allowed", "This server shows the corpus and changes nothing: it was started with --read-only."),
    500: ("That went wrong", "It is firsthand’s fault; the server’s window says more."),
}


def refusal(site: Site) -> Callable[[Request, Exception], Response]:
    """Return what answers where something was refused or went wrong."""

    def refused(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        title, text = _SAID.get(status, ("Not taken", ""))
        # Starlette puts the name of a status where no reason was given; a reason of ours is a sentence.
        given = error.detail if isinstance(error, HTTPException) and error.detail.endswith(".") else text
        return message(site, title, given, status, path=str(request.scope["path"]).lstrip("/"))

    return refused
