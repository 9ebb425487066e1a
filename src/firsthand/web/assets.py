"""Style sheets, scripts and pictures of ours: read once, and sent again only where a browser lacks them."""

from dataclasses import dataclass
from importlib.resources import files
from pathlib import PurePath

from starlette.requests import Request
from starlette.responses import Response

from firsthand.text import short_hash

_KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml", ".png": "image/png"}


@dataclass(frozen=True, slots=True)
class Asset:
    """A file with its media type; ``tag`` is another for another content."""

    body: bytes
    kind: str
    tag: str


def assets() -> dict[str, Asset]:
    """Return the report's assets by name: no other file can be asked for."""
    found = {}
    for file in (files("firsthand.present.report") / "assets").iterdir():
        kind = _KINDS.get(PurePath(file.name).suffix)
        if kind is not None and file.is_file():
            body = file.read_bytes()
            found[file.name] = Asset(body, kind, f'"{short_hash(body.decode("latin-1"))}"')
    return found


def sent(asset: Asset, request: Request) -> Response:
    """Return the answer to a request for an asset: nothing where the browser has it already."""
    headers = {"ETag": asset.tag, "Cache-Control": "no-cache"}
    if request.headers.get("if-none-match") == asset.tag:
        return Response(status_code=304, headers=headers)
    return Response(asset.body, media_type=asset.kind, headers=headers)
