"""Getting bytes over HTTP, from public addresses only, in bounded time and memory, past the system's proxies."""

import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin

from firsthand.watch.addresses import Refused, Target, resolve

AGENT = "firsthand-watch"
MAX_REDIRECTS = 5
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHUNK = 1 << 16


class Failed(Exception):
    """A request without a usable answer; the message says why. ``status`` is 0 where there was none."""

    def __init__(self, why: str, status: int = 0, retry_after: str | None = None) -> None:
        super().__init__(why)
        self.status = status
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one request: ``bytes`` of the body once unpacked, ``seconds`` of all of it, ``gap`` seconds between
    two requests to one site. ``private`` lets addresses through that are not of the public network.
    """

    bytes: int = 10_000_000
    seconds: float = 30.0
    gap: float = 1.0
    private: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said: ``url`` is the address after redirects, header names are in lower case."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(slots=True)
class Fetcher:
    """Sends requests one after the other, and waits between two to one site."""

    limits: Limits = field(default_factory=Limits)
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    _free: dict[str, float] = field(default_factory=dict)

    def get(
        self,
        url: str,
        headers: Mapping[str, str] | None = None,
        *,
        allowed: Callable[[Target], None] | None = None,
    ) -> Answer:
        """Return the answer to a GET, after redirects, each of which is checked like the first address.

        ``allowed`` is asked about every address before it and may raise. Raises Refused, and Failed for what breaks
        off, is too large, or lasts too long.
        """
        for _ in range(MAX_REDIRECTS + 1):
            target = resolve(url, private=self.limits.private)
            if allowed:
                allowed(target)
            answer = self._send("GET", url, target, headers or {}, None)
            self.pause(target.site, self.limits.gap)
            place = answer.headers.get("location")
            if answer.status not in _REDIRECTS or not place:
                return answer
            url = _led_to(url, place)
        raise Failed(f"more than {MAX_REDIRECTS} redirects")

    def post(self, url: str, body: bytes, headers: Mapping[str, str]) -> Answer:
        """Return the answer to a POST; redirects are not followed. Raises as ``get``."""
        return self._send("POST", url, resolve(url, private=self.limits.private), headers, body)

    def pause(self, site: str, seconds: float) -> None:
        """Ask nothing of ``site`` for so long from now."""
        self._free[site] = max(self._free.get(site, 0.0), self.clock() + seconds)

    def _send(self, method: str, url: str, target: Target, headers: Mapping[str, str], body: bytes | None) -> Answer:
        if (wait := self._free.get(target.site, 0.0) - self.clock()) > 0:
            self.sleep(wait)
        connection = _Connection(target, self.limits.seconds)
        # A server may send a byte now and then for ever: no single read lasts too long, but all of them together do.
        alarm = threading.Timer(self.limits.seconds, connection.abort)
        alarm.daemon = True
        alarm.start()
        try:
            connection.request(method, target.path, body, {**_HEADERS, **headers})
            response = connection.getresponse()
            said = {name.lower(): value for name, value in response.getheaders()}
            data = _body(response, said.get("content-encoding", ""), self.limits.bytes)
            if connection.aborted:
                raise Failed(f"no whole answer within {self.limits.seconds:g} seconds")
            return Answer(url, response.status, said, data)
        except (OSError, http.client.HTTPException, ValueError, zlib.error) as e:
            slow = f"no whole answer within {self.limits.seconds:g} seconds"
            raise Failed(slow if connection.aborted or isinstance(e, TimeoutError) else f"no answer: {e!r}") from e
        finally:
            alarm.cancel()
            connection.close()


_HEADERS = {"User-Agent": AGENT, "Accept-Encoding": "gzip", "Connection": "close"}


class _Connection(http.client.HTTPConnection):
    """A connection to the address that was checked, under the name that was asked for."""

    def __init__(self, target: Target, seconds: float) -> None:
        super().__init__(target.host, target.port, timeout=seconds)
        self._target = target
        self.default_port = 443 if target.scheme == "https" else 80
        self.aborted = False

    def connect(self) -> None:
        self.sock = socket.create_connection((self._target.ip, self._target.port), self.timeout)
        if self._target.scheme == "https":
            self.sock = ssl.create_default_context().wrap_socket(self.sock, server_hostname=self._target.host)

    def abort(self) -> None:
        """End what is under way, from another thread."""
        self.aborted = True
        if (sock := self.sock) is not None:
            try:
                sock.shutdown(socket.SHUT_RDWR)
            except OSError:
                return  # it has just ended by itself


def _led_to(url: str, place: str) -> str:
    """Return the address that a redirect leads to. Raises Failed for one that is none."""
    try:
        return urljoin(url, place)
    except ValueError as e:
        raise Failed(f"a redirect to what is no address: {e}") from e


def _body(response: http.client.HTTPResponse, encoding: str, most: int) -> bytes:
    unpack = zlib.decompressobj(wbits=47) if encoding.strip().lower() in ("gzip", "x-gzip", "deflate") else None
    kept = bytearray()
    while chunk := response.read(_CHUNK):
        kept += unpack.decompress(chunk, most + 1 - len(kept)) if unpack else chunk
        if len(kept) > most:
            raise Failed(f"an answer of over {most:,} bytes", response.status)
    return bytes(kept)


__all__ = ["Answer", "Failed", "Fetcher", "Limits", "Refused", "Target"]
