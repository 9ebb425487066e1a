"""What is answered where something cannot be: one shape for all, application/problem+json (RFC 9457)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import msgspec
from starlette.responses import Response

from firsthand.present.export.pieces import NAMESPACE, unicode

MEDIA = "application/problem+json"
Kind = Literal[
    "bad-parameter",
    "bad-body",
    "busy",
    "cursor-gone",
    "failed",
    "getting-ready",
    "method",
    "not-found",
    "not-allowed",
    "not-done",
    "refused",
    "too-large",
    "too-slow",
]


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem: ``type`` names its kind, ``title`` is the same for all of a kind, ``detail`` says what to mend."""

    type: str
    title: str
    status: int
    detail: str


class Refused(Exception):
    """A request that is not answered: ``status`` is the HTTP status, the message the problem's detail."""

    def __init__(self, status: int, kind: Kind, detail: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status, self.kind, self.detail = status, kind, detail
        self.headers = dict(headers or {})


def problem(refused: Refused) -> Response:
    """Return the answer to a request that was refused."""
    title = refused.kind.replace("-", " ").capitalize()
    told = Problem(f"{NAMESPACE}problem:{refused.kind}", title, refused.status, unicode(refused.detail))
    return Response(msgspec.json.encode(told), refused.status, refused.headers, MEDIA)
