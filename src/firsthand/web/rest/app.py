"""The operations over HTTP: requests read by the table, answers with entity tags and links, refusals as problems."""

import os
import sqlite3
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import asdict
from importlib.metadata import version
from typing import Any
from urllib.parse import parse_qsl, urlencode

import anyio.to_thread
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from firsthand.errors import FirsthandError, InputError, NotFound
from firsthand.web.children import Child
from firsthand.web.forms import Unreadable, read_body
from firsthand.web.handlers import CORRECTED, PASTED, WAITING
from firsthand.web.rendering import REFRESH, Site
from firsthand.web.rest import asked, cursors
from firsthand.web.rest.doing import MEMORY, Archive, Desk
from firsthand.web.rest.encoding import encoded
from firsthand.web.rest.openapi import PREFIX, document
from firsthand.web.rest.operations import OPERATIONS, Call, Operation
from firsthand.web.rest.problems import Refused, problem

# Ours: parameters of an address; the most that an operation has is seven.
PARAMETERS = 32
_CHUNK = 1 << 16


def desk_of(site: Site, token: str) -> Desk:
    """Return what the operations work with; whoever asks for it closes it."""
    return Desk(site, token, Child(site.corpus, megabytes=MEMORY))


def api_of(desk: Desk) -> Starlette:
    """Return the app to be mounted at ``openapi.PREFIX``."""
    by_path: defaultdict[str, dict[str, Operation]] = defaultdict(dict)
    for operation in OPERATIONS:
        by_path[operation.path][operation.method] = operation
    routes = [Route(path, _endpoint(desk, known), methods=[*known]) for path, known in by_path.items()]
    described = encoded(document())

    def description(_: Request) -> Response:
        return Response(described, media_type="application/json")

    handlers: Any = {HTTPException: no_such, 500: _failed}
    app = Starlette(routes=[*routes, Route("/openapi.json", description)], exception_handlers=handlers)
    app.router.redirect_slashes = False
    return app


def _endpoint(desk: Desk, known: dict[str, Operation]) -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        operation = known["GET" if request.method == "HEAD" else request.method]
        try:
            sent = await _body(desk, request, operation)
            if operation.slow:
                return await anyio.to_thread.run_sync(_answered, desk, request, operation, sent, limiter=WAITING)
            return await run_in_threadpool(_answered, desk, request, operation, sent)
        except Refused as e:
            return problem(e)

    return endpoint


async def _body(desk: Desk, request: Request, operation: Operation) -> Any:
    """Return what was sent, once it is known that it may be. Raises Refused."""
    if operation.token:
        desk.permits(request.headers.get("authorization", ""))
    if operation.body is None:
        return None
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != "application/json":
        raise Refused(415, "bad-body", "Send the body as application/json.")
    try:
        sent = await read_body(request, CORRECTED if operation.token else PASTED)
        return asked.body(operation.body, sent)
    except Unreadable as e:
        raise Refused(e.status, "too-slow" if e.status == 408 else "too-large", str(e)) from e
    except asked.Unfit as e:
        raise Refused(400, "bad-body", f"{e}.") from e


def _answered(desk: Desk, request: Request, operation: Operation, sent: Any) -> Response:
    """Return the answer. Raises Refused."""
    try:
        call = _read(desk, request, operation, sent)
        if operation.does is not None:
            return _done(operation.does(desk, call))
        assert operation.run is not None
        return _of_step(request, call, operation.run(call))
    except asked.Unfit as e:
        raise Refused(400, "bad-parameter", f"{e}.") from e
    except NotFound as e:
        raise Refused(404, "not-found", f"{e}.") from e
    except InputError as e:
        raise Refused(422, "not-done", f"{e}.") from e
    except (sqlite3.Error, FirsthandError) as e:
        said = "The catalog of this corpus cannot be read just now."
        raise Refused(503, "getting-ready", said, {"Retry-After": REFRESH}) from e


def _read(desk: Desk, request: Request, operation: Operation, sent: Any) -> Call:
    """Return what is asked for. Raises Unfit, Refused."""
    try:
        query = parse_qsl(
            request.scope["query_string"].decode("latin-1"),
            keep_blank_values=True,
            max_num_fields=PARAMETERS,
            errors="replace",
        )
    except ValueError as e:
        raise asked.Unfit(f"more than {PARAMETERS} parameters are given") from e
    asks: Any = asked.read(operation.asks, request.path_params, query)
    given = {name: value for name, value in asdict(asks).items() if name not in ("limit", "cursor")}
    question = cursors.question(operation.name, *(f"{name}={value!r}" for name, value in sorted(given.items())))
    step, offset = _place(getattr(asks, "cursor", None), question)
    catalog = desk.catalog(step)

    def follows() -> str:
        return str(cursors.Cursor(catalog.path.stem, offset + getattr(asks, "limit", 0), question))

    return Call(catalog, asks, sent, offset, follows)


def _place(cursor: str | None, question: str) -> tuple[str | None, int]:
    """Return the step and the item that a cursor stands for. Raises Refused for one of another list, or of none."""
    if cursor is None:
        return None, 0
    found = cursors.read(cursor)
    if found is None or found.question != question:
        raise Refused(404, "not-found", "This cursor is none of this list: take the one that its last answer gave.")
    return found.step, found.offset


def _of_step(request: Request, call: Call, answer: object) -> Response:
    """Return an answer that stays the same for a step of the corpus."""
    tag = f'"{call.catalog.path.stem}-{version("firsthand")}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if follows := getattr(answer, "next", None):
        query = [(name, value) for name, value in request.query_params.multi_items() if name != "cursor"]
        headers["Link"] = f'<{PREFIX}{_path(request)}?{urlencode([*query, ("cursor", follows)])}>; rel="next"'
    if _has(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=headers)
    return Response(encoded(answer), headers=headers, media_type="application/json")


def _path(request: Request) -> str:
    """Return the path below the prefix, escaped as it came."""
    raw: str = request.url.path
    return raw[len(PREFIX) :] if raw.startswith(PREFIX) else raw


def _has(header: str, tag: str) -> bool:
    """Tell whether ``If-None-Match`` has the tag (RFC 9110, weak comparison)."""
    given = [part.strip().removeprefix("W/") for part in header.split(",")]
    return given == ["*"] or tag in given


def _done(answer: object) -> Response:
    if isinstance(answer, Archive):
        headers = {
            "Content-Disposition": f'attachment; filename="{answer.name}"',
            "Content-Length": str(os.fstat(answer.handle).st_size),
        }
        return StreamingResponse(_pieces(answer.handle), headers=headers, media_type="application/zip")
    waiting = getattr(answer, "state", "") == "waiting"
    headers = {"Location": f"{PREFIX}/corrections/asked/{answer.number}"} if waiting else {}  # type: ignore[attr-defined]
    return Response(encoded(answer), 202 if waiting else 200, headers, "application/json")


def _pieces(handle: int) -> Iterator[bytes]:
    with os.fdopen(handle, "rb") as file:
        while piece := file.read(_CHUNK):
            yield piece


def no_such(_: Request, error: HTTPException) -> Response:
    """Return the answer where an address leads nowhere, or not by that method."""
    if error.status_code == 405:
        return problem(Refused(405, "method", "That cannot be done here.", error.headers))
    return problem(Refused(error.status_code, "not-found", f"There is no such address; {PREFIX}/openapi.json has all."))


def _failed(_: Request, __: Exception) -> Response:
    return problem(Refused(500, "failed", "It is firsthand's fault; the server's window says more."))
