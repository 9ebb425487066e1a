"""Reading what a form sends: bounded in bytes, time and fields, and of one kind only."""

from collections.abc import Mapping, Sequence
from urllib.parse import parse_qsl

import anyio
from starlette.requests import Request

# Ours: a form of ours has a dozen fields, and a reader's browser sends it at once.
FIELDS, SECONDS = 64, 10.0
_KIND = "application/x-www-form-urlencoded"

Form = Mapping[str, Sequence[str]]


class Unreadable(Exception):
    """A form that is not read; ``status`` is the HTTP status that says why."""

    def __init__(self, why: str, status: int) -> None:
        super().__init__(why)
        self.status = status


async def read_form(request: Request, most: int) -> Form:
    """Return the fields of a form of at most ``most`` bytes, each with its values. Raises Unreadable."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != _KIND:
        raise Unreadable("This is not a form of this server.", 415)
    body = await read_body(request, most)
    try:
        # Bytes past ASCII are escaped in a form; others are taken as they are, and never fail.
        pairs = parse_qsl(body.decode("latin-1"), keep_blank_values=True, max_num_fields=FIELDS, errors="replace")
    except ValueError as e:
        raise Unreadable("This form has too many fields.", 400) from e
    form: dict[str, list[str]] = {}
    for name, value in pairs:
        form.setdefault(name, []).append(value)
    return form


async def read_body(request: Request, most: int) -> bytes:
    """Return the whole body of at most ``most`` bytes. What says that it is too large is not read at all. Raises
    Unreadable.
    """
    said = request.headers.get("content-length", "0")
    if not (said.isascii() and said.isdigit()) or int(said[:12]) > most:
        raise Unreadable(f"That is too large: {most:,} bytes are the most that is read.", 413)
    kept = bytearray()
    try:
        with anyio.fail_after(SECONDS):
            async for piece in request.stream():
                kept += piece
                if len(kept) > most:
                    raise Unreadable(f"That is too large: {most:,} bytes are the most that is read.", 413)
    except TimeoutError as e:
        raise Unreadable("The form did not come within ten seconds.", 408) from e
    return bytes(kept)


def first(form: Form, name: str) -> str:
    """Return the first value of a field, blanks around it taken off; empty where there is none."""
    return next(iter(form.get(name, ())), "").strip()
