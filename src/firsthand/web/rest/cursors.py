"""Cursors: where a list goes on, in which step of the corpus, and of which question.

A list is cut at a place, and places move when the corpus grows. So a cursor names the step that its page was made of;
as long as that step's catalog is there the list goes on in it, and no item comes twice or is lost.
"""

import base64
import json
from dataclasses import dataclass

from firsthand.text import short_hash

# Ours: longer than any cursor that we make, and further than any list goes.
LONGEST, FURTHEST = 200, 10**9


@dataclass(frozen=True, slots=True)
class Cursor:
    """``offset`` items of the list came before; ``step`` names the catalog, ``question`` what was asked for."""

    step: str
    offset: int
    question: str

    def __str__(self) -> str:
        packed = json.dumps([self.step, self.offset, self.question], separators=(",", ":"))
        return base64.urlsafe_b64encode(packed.encode()).decode().rstrip("=")


def question(*parts: str) -> str:
    """Return a short name for a question: another one for another list."""
    return short_hash(*parts)[:8]


def read(given: str) -> Cursor | None:
    """Return the cursor that ``given`` stands for, None where it is none of ours."""
    if len(given) > LONGEST or not given.isascii():
        return None
    try:
        found = json.loads(base64.b64decode(given + "=" * (-len(given) % 4), altchars=b"-_", validate=True))
        step, offset, asked = found
    except (ValueError, TypeError, RecursionError):
        return None
    if not (isinstance(step, str) and isinstance(asked, str) and type(offset) is int and 0 <= offset <= FURTHEST):
        return None
    return Cursor(step, offset, asked)
