"""What every request must pass and every answer carries: whom we answer, from where, and what a page may do.

Against: other sites in the user's browser (forged requests, pages that read ours by a name that comes to mean this
machine: "DNS rebinding"), and documents that try to run in a page.
"""

import hmac
import ipaddress
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

METHODS = ("GET", "HEAD", "POST")
# Ours: longer than any address of ours; a search has 500 characters at most.
LONGEST_PATH, LONGEST_QUERY = 400, 8_000
# All headers together, in bytes: what browsers send to one site is a few thousand.
LONGEST_HEADERS = 16_000
# What stands below this is asked for by programs as well as by pages, and refused in their way.
PROGRAMS = "/api/"

# A page loads our own style sheets, scripts and pictures and nothing else, and stands in no other page. The referrer
# stays with us; with "no-referrer" a browser would not tell where a form was sent from, which we ask.
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "X-Robots-Tag": "noindex, nofollow",
}
_WILDCARDS = ("0.0.0.0", "::")
_LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


@dataclass(frozen=True, slots=True)
class Hosts:
    """The names under which we answer: what a ``Host`` header may say.

    ``host`` is what the server is bound to. On the loopback that is this machine's own names; bound to all addresses,
    any address in digits too, since a name of another site that was made to mean this machine is never digits.
    """

    host: str
    port: int

    def allows(self, header: str) -> bool:
        """Tell whether a ``Host`` header names us."""
        name, port = _parted(header.strip().lower())
        if port != self.port:
            return False
        if name in _LOOPBACK or name == _bracketed(self.host.lower()):
            return True
        return self.host in _WILDCARDS and _is_address(name.strip("[]"))


def _parted(header: str) -> tuple[str, int | None]:
    """Return name and port of a ``Host`` header; 80 where it has none, None where that is no port."""
    name, colon, port = header.rpartition(":")
    if not colon or "]" in port:
        return header, 80
    return name, int(port) if port.isascii() and port.isdigit() and len(port) <= 5 else None


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Session:
    """The secret of one run of the server: whoever can read our pages has it, and no other site can."""

    token: str = field(default_factory=lambda: secrets.token_urlsafe(32), repr=False)

    def knows(self, given: str) -> bool:
        """Tell whether ``given`` is the token, in a time that does not depend on how near it is."""
        return hmac.compare_digest(self.token.encode(), given.encode("utf-8", "surrogatepass"))


def same_origin(headers: Headers) -> bool:
    """Tell whether a request comes from one of our own pages, as its browser says.

    Browsers tell by ``Sec-Fetch-Site`` (Fetch Metadata, W3C), older ones by ``Origin`` alone (RFC 6454). A request that
    says neither is none of a page.
    """
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None and site != "same-origin":
        return False
    if origin is not None and origin != f"http://{headers.get('host', '')}":
        return False
    return site is not None or origin is not None


def of_no_page(headers: Headers) -> bool:
    """Tell whether a request comes from a program: every browser that sends something for a page says one of these.

    Old ones may leave both off a form; what programs send is JSON, which no form can.
    """
    return "sec-fetch-site" not in headers and "origin" not in headers


def _as_problem(refused: PlainTextResponse) -> Response:
    """Return a refusal as application/problem+json (RFC 9457), in the shape of ``rest.problems``."""
    kind = "urn:firsthand:problem:" + ("method" if refused.status_code == 405 else "refused")
    title = "Method" if refused.status_code == 405 else "Refused"
    said = bytes(refused.body).decode().strip()
    told = {"type": kind, "title": title, "status": refused.status_code, "detail": said}
    kept = {"Allow": refused.headers["allow"]} if "allow" in refused.headers else None
    return JSONResponse(told, refused.status_code, kept, "application/problem+json")


def _embedded(headers: Headers) -> bool:
    """Tell whether another site asks for what it would put into a page of its own, or only time."""
    site, mode = headers.get("sec-fetch-site", "none"), headers.get("sec-fetch-mode", "navigate")
    return site in ("cross-site", "same-site") and mode != "navigate"


class Guard:
    """The outermost layer: refuses before anything is read, and puts ``HEADERS`` on whatever is answered."""

    def __init__(self, app: ASGIApp, hosts: Hosts) -> None:
        self._app = app
        self._hosts = hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request; other kinds of connection are not taken."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                headers.setdefault("Cache-Control", "no-store")
            await send(message)

        refused = self._refused(scope)
        await (refused or self._app)(scope, receive, sent)

    def _refused(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        for_programs = scope["path"].startswith(PROGRAMS)
        refused = self._why_not(scope, headers, for_programs)
        return _as_problem(refused) if refused and for_programs else refused

    def _why_not(self, scope: Scope, headers: Headers, for_programs: bool) -> PlainTextResponse | None:
        if len(headers.getlist("host")) != 1 or not self._hosts.allows(headers["host"]):
            return PlainTextResponse("This server does not go by that name.\n", 421)
        if scope["method"] not in METHODS:
            return PlainTextResponse("That method is not known here.\n", 405, {"Allow": ", ".join(METHODS)})
        if len(scope["path"]) > LONGEST_PATH or len(scope["query_string"]) > LONGEST_QUERY:
            return PlainTextResponse("That address is too long.\n", 414)
        if sum(len(name) + len(value) for name, value in headers.raw) > LONGEST_HEADERS:
            return PlainTextResponse("Those are too many headers.\n", 431)
        if _embedded(headers):
            return PlainTextResponse("Nothing of this server is for other sites' pages.\n", 403)
        if for_programs and of_no_page(headers):
            return None
        if (scope["method"] == "POST" or (for_programs and "origin" in headers)) and not same_origin(headers):
            return PlainTextResponse("This was not sent from a page of this server.\n", 403)
        return None
