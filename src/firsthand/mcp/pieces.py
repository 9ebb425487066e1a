"""Answers made small: items as long as there is room, and a token for the others; texts marked as what they are."""

import json
from collections.abc import Callable, Iterable
from typing import Any

from firsthand.errors import NotFound
from firsthand.present.catalog import Catalog
from firsthand.present.export.pieces import snippet
from firsthand.present.safe import visible
from firsthand.web.rest import cursors

# Ours, in characters of JSON: a thousand words, so that ten answers leave an agent room to think.
ROOM = 4_000
# Ours: items that are read at a time, more than there is room for; names and passages of a list that are told.
READ, TOLD = 24, 6
# Ours, in characters: a name, an address, or a sentence of ours.
NAME = 500

Item = dict[str, Any]
# Gives so many items from an offset on, and tells whether more come after them.
Read = Callable[[int, int], tuple[Iterable[Item], bool]]


def quoted(text: str | None, *, whole: bool = False) -> dict[str, str] | None:
    """Return words of a document, marked as such; cut after 300 characters unless the ``whole`` of them is wanted."""
    return None if text is None else {"quoted": snippet(text, with_text=whole)}


def place(catalog: Catalog, token: str, *question: str) -> int:
    """Return from which item on an answer goes on: 0 without a token. Raises NotFound for one of another question."""
    if not token:
        return 0
    found = cursors.read(token)
    if found is None or found.question != cursors.question(*question):
        raise NotFound("this token is of another question: give the one of the answer that you go on with")
    if found.step != catalog.path.stem:
        raise NotFound("the corpus has changed since: ask again without the token")
    return found.offset


def answer(catalog: Catalog, head: Item, read: Read, token: str, *question: str) -> str:
    """Return an answer as JSON: what ``head`` says, as many items as there is room for, and a token for the next.

    ``question`` names what was asked. An item that is larger than the room stands alone. Raises NotFound for a token
    of another question, or of a corpus that has changed since.
    """
    offset = place(catalog, token, *question)
    items, more = read(READ, offset)
    told = clean({"step": catalog.path.stem, **head, "items": []})
    used = len(dumped(told))
    kept: list[Item] = []
    for item in items:
        shown = clean(item)
        used += len(dumped(shown)) + 2
        if kept and used > ROOM:
            more = True
            break
        kept.append(shown)
    following = cursors.Cursor(catalog.path.stem, offset + len(kept), cursors.question(*question))
    return dumped({**told, "items": kept, "next": str(following) if more else None})


def listed(items: list[Item]) -> Read:
    """Return what reads a list that is there."""
    return lambda most, offset: (items[offset : offset + most], len(items) > offset + most)


def few(values: Iterable[Any]) -> list[Any]:
    """Return the first few of a list; where there are more the last says how many."""
    every = list(values)
    return every if len(every) <= TOLD else [*every[: TOLD - 1], f"and {len(every) - TOLD + 1} more"]


def clean(value: Any, *, whole: bool = False) -> Any:
    """Return a value whose texts hold nothing that is not seen: no control characters, direction marks or hidden
    tags, with which a document could tell a reader of bytes what no reader of pages sees.

    What does not stand under ``quoted`` is cut after ``NAME`` characters unless it is wanted ``whole``: names are as
    documents have them, and none needs more.
    """
    if isinstance(value, str):
        seen = "\n".join(map(visible, value.split("\n")))
        return seen if whole or len(seen) <= NAME else f"{seen[: NAME - 1]}…"
    if isinstance(value, dict):
        return {name: clean(item, whole=name == "quoted") for name, item in value.items()}
    return [clean(item) for item in value] if isinstance(value, list | tuple) else value


def dumped(value: Any) -> str:
    """Return a value as JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
