"""The app: which address does what. Pages are the report's own; what is added is the paste box and corrections."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from threading import Event, Thread

import anyio.to_thread
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route

from firsthand.api import Corpus
from firsthand.web.children import Child, Undone
from firsthand.web.current import Current
from firsthand.web.handlers import Handlers, refusal
from firsthand.web.jobs import Jobs
from firsthand.web.kept import make_ahead
from firsthand.web.rendering import Site, making_ahead
from firsthand.web.rest.app import api_of, desk_of, no_such
from firsthand.web.rest.openapi import PREFIX
from firsthand.web.security import PROGRAMS, Guard, Hosts
from firsthand.web.tasks import Ready

# Ours: pages that are made at one time; more threads would only share the interpreter, and what is asked for waits.
THREADS = 6
# Memory of the process that checks texts, in megabytes.
CHECKING = 2_000


@dataclass(frozen=True, slots=True)
class Settings:
    """How a corpus is served: where, and what a page may do beside showing.

    ``token`` is what the API takes corrections with; "" takes none there.
    """

    host: str = "127.0.0.1"
    port: int = 8000
    may_fetch: bool = False
    may_correct: bool = True
    token: str = field(default="", repr=False)


def create_app(corpus: Corpus, settings: Settings, say: Callable[[str], None] = lambda _: None) -> Guard:
    """Return the app that serves ``corpus``; ``say`` is told in a line what goes wrong beside the requests.

    Raises CorpusFormat where there is no corpus.
    """
    current = Current(corpus, say)
    checker = Child(corpus, megabytes=CHECKING)
    site = Site(corpus, current, checker, Jobs(corpus, current.wake), settings.may_fetch, settings.may_correct)
    current.when_gone += [site.kept.let_go, site.jobs.let_go]
    current.when_new.append(site.kept.turn)
    if current.catalog is not None:
        site.kept.turn(current.catalog)
    desk = desk_of(site, settings.token)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        anyio.to_thread.current_default_thread_limiter().total_tokens = THREADS
        ended = Event()
        ahead = partial(make_ahead, lambda: current.catalog, partial(making_ahead, site), ended)
        for work, name in ((current.follow, "catalog"), (lambda: _warm(checker), "warming"), (ahead, "ahead")):
            Thread(target=work, daemon=True, name=name).start()
        yield
        ended.set()
        current.end()
        checker.close()
        desk.close()

    on = Handlers(site)
    routes = [
        Route("/state.json", on.state),
        Route("/assets/{name}", on.asset),
        Route("/favicon.ico", lambda _: Response(status_code=204)),
        Route("/check.html", on.check, methods=["GET", "POST"]),
        Route("/together/{name}.html", on.together),
        Route("/corrections", on.correct, methods=["POST"]),
        Route("/corrections.html", on.corrections),
        Route("/corrections/{number:int}.html", on.correction),
        Mount(PREFIX, api_of(desk)),
        Route(f"{PROGRAMS}{{path:path}}", _nowhere),
        Route("/{path:path}", on.page),
    ]
    said = refusal(site)

    def refused(request: Request, error: Exception) -> Response:
        # Some addresses below the API's never come to it, as one with a line's end in it.
        if isinstance(error, HTTPException) and str(request.scope["path"]).startswith(PROGRAMS):
            return no_such(request, error)
        return said(request, error)

    handlers = {HTTPException: refused, 500: refused}
    # Around all of the app, what answers where something went wrong included.
    return Guard(
        Starlette(routes=routes, lifespan=lifespan, exception_handlers=handlers), Hosts(settings.host, settings.port)
    )


def _nowhere(_: Request) -> Response:
    raise HTTPException(404)


def _warm(checker: Child) -> None:
    try:
        checker.ask(Ready())
    except Undone:
        return  # the first who asks is told why
