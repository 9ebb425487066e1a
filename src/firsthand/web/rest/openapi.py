"""The description of the API for programs: OpenAPI 3.1, made of the table of operations and of the answers."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from importlib.metadata import version
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec

from firsthand.web.rest import asked
from firsthand.web.rest.operations import OPERATIONS, Operation
from firsthand.web.rest.problems import MEDIA, Problem

PREFIX = "/api/v1"
_REF = "#/components/schemas/{name}"
_ALWAYS = {
    400: "A parameter or the body is not as described here.",
    503: "The catalog of the corpus is being built; `Retry-After` says when to ask again.",
}


@cache
def document() -> dict[str, Any]:
    """Return the OpenAPI document."""
    paths: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for operation in OPERATIONS:
        paths[operation.path][operation.method.lower()] = _operation(operation)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "firsthand",
            "version": version("firsthand"),
            "summary": "Who said what, where each text comes from, and how many independent origins stand behind it.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": PREFIX}],
        "paths": dict(paths),
        "components": {
            "schemas": _schemas(),
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _schemas() -> dict[str, Any]:
    """Return the schemas of all that is answered and sent. What is answered has all of its fields, always."""
    answers = [o.answer for o in OPERATIONS if o.answer is not bytes]
    bodies = [o.body for o in OPERATIONS if o.body is not None]
    _, found = msgspec.json.schema_components([*answers, Problem], ref_template=_REF)
    for schema in found.values():
        if "properties" in schema:
            schema["required"] = list(schema["properties"])
    _, sent = msgspec.json.schema_components(bodies, ref_template=_REF)
    return dict(sorted({**sent, **found}.items()))


def _operation(operation: Operation) -> dict[str, Any]:
    made: dict[str, Any] = {
        "operationId": operation.name,
        "summary": operation.summary,
        "parameters": list(_parameters(operation)),
        "responses": {str(status): _answer(operation, status) for status in _statuses(operation)},
    }
    made["responses"]["default"] = _refusal("Refused before it was looked at.")
    if operation.body is not None:
        made["requestBody"] = {"required": True, "content": {"application/json": {"schema": _schema(operation.body)}}}
    if operation.token:
        made["security"] = [{"token": []}]
    return made


def _statuses(operation: Operation) -> Iterator[int]:
    yield 200
    if operation.token:
        yield 202
    if operation.run is not None:
        yield 304
    yield from sorted(_refusals(operation))


def _refusals(operation: Operation) -> dict[int, str]:
    names = {f.name for f in fields(operation.asks)}
    found = dict(_ALWAYS)
    if names & {"id", "key", "one", "cursor", "story"}:
        found[404] = "Nothing has this id, or the cursor is none of this list."
    if "cursor" in names:
        found[410] = "The corpus has moved on since the cursor was made: begin the list anew."
    if operation.body is not None:
        found |= {
            413: "The body is too large.",
            415: "The body is not JSON.",
            422: "It cannot be done; the detail says why.",
        }
    if operation.token:
        found |= {401: "The token is missing or another.", 403: "The server takes no corrections."}
    return {**found, **operation.refusals}


def _answer(operation: Operation, status: int) -> dict[str, Any]:
    if status == 304:
        return {"description": "What `If-None-Match` names is what there still is."}
    if status >= 400:
        return _refusal(_refusals(operation)[status])
    if operation.answer is bytes:
        return {"description": "The archive.", "content": {"application/zip": {}}}
    said = {200: operation.summary, 202: "It is under way: ask at `Location` how far it is."}[status]
    made: dict[str, Any] = {
        "description": said,
        "content": {"application/json": {"schema": _schema(operation.answer)}},
    }
    if operation.run is not None:
        made["headers"] = {"ETag": {"schema": {"type": "string"}, "description": "Names the step of the corpus."}}
    return made


def _refusal(description: str) -> dict[str, Any]:
    return {"description": description, "content": {MEDIA: {"schema": _schema(Problem)}}}


def _parameters(operation: Operation) -> Iterator[dict[str, Any]]:
    hints = get_type_hints(operation.asks, include_extras=True)
    for f in fields(operation.asks):
        schema = _schema(_given(hints[f.name]))
        description = schema.pop("description", None)
        in_path = f"{{{f.name}}}" in operation.path
        if f.name not in asked.required(operation.asks) and f.default is not None:
            schema["default"] = f.default
        yield {
            "name": f.name,
            "in": "path" if in_path else "query",
            "required": f.name in asked.required(operation.asks),
            "schema": schema,
            **({"description": description} if description else {}),
        }


def _schema(kind: Any) -> dict[str, Any]:
    (schema,), _ = msgspec.json.schema_components([kind], ref_template=_REF)
    return dict(schema)


def _given(hint: Any) -> Any:
    """Return the type of a value that is given: a parameter may be left out, and is never null."""
    if get_origin(hint) in (Union, UnionType):
        return next(arm for arm in get_args(hint) if arm is not type(None))
    return hint
