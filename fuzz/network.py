"""Targets that hear from the network: addresses, answers, robots.txt."""

import http.client
import io
import ipaddress
import socket
import zlib
from typing import Any
from unittest.mock import patch
from urllib.robotparser import RobotFileParser

from firsthand.watch import fetch, poll
from firsthand.watch.addresses import Refused, resolve
from firsthand.watch.fetch import Failed
from fuzz import seeds
from fuzz.target import Run, Target, require

_MOST = 10_000
_PUBLIC = "93.184.216.34"


def _address() -> Run:
    """Return what resolves an address: names mean one public address, numbers what the C library makes of them."""
    by_library = socket.getaddrinfo

    def looked_up(host: str, port: int, **given: Any) -> list[Any]:
        try:
            return by_library(host, port, flags=socket.AI_NUMERICHOST, **given)
        except socket.gaierror:
            host.encode("idna")
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (_PUBLIC, port))]

    def run(data: bytes) -> None:
        text = data.decode("utf-8", "replace")
        for lead in (lambda: text, lambda: fetch._led_to("https://news.example/a/b", text)):
            try:
                with patch.object(socket, "getaddrinfo", looked_up):
                    found = resolve(url := lead())
            except (Refused, Failed):
                continue
            require(ipaddress.ip_address(found.ip).is_global, f"{url!r} leads to {found.ip}")
            require(found.path.isascii() and not any(c <= " " for c in found.path), f"path {found.path!r}")

    return run


class _Line:
    """What ``http.client`` reads an answer from: a connection that has said all already."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def makefile(self, _mode: str) -> io.BytesIO:
        return io.BytesIO(self._data)


def _answer() -> Run:
    def run(data: bytes) -> None:
        response = http.client.HTTPResponse(_Line(data))  # type: ignore[arg-type]
        try:
            response.begin()
            said = {name.lower(): value for name, value in response.getheaders()}
            body = fetch._body(response, said.get("content-encoding", ""), _MOST)
        except (Failed, OSError, http.client.HTTPException, ValueError, zlib.error):
            return
        require(len(body) <= _MOST, "an answer over its limit")
        poll._seconds(said.get("retry-after", ""), 0.0)

    return run


def _robots() -> Run:
    def run(data: bytes) -> None:
        rules = RobotFileParser()
        rules.parse(data.decode("utf-8-sig", "replace").splitlines())
        rules.can_fetch(fetch.AGENT, "https://news.example/a?b=c")
        rules.crawl_delay(fetch.AGENT)

    return run


_URLS = (
    b"https://news.example/a?b=c", b"http://127.0.0.1:8080/", b"http://2130706433/", b"http://0x7f.1/", b"//10.0.0.1/x",
    b"http://[::ffff:127.0.0.1]/", b"http://0177.0.0.1/", b"http://[64:ff9b::7f00:1]/", b"http://user@h/", b"../up",
)  # fmt: skip
_URL_WORDS = "@ # \\ [ ] :: 127. 0x7f %31 %2f ① 。 localhost :// :80 :99999 xn-- 169.254.169.254 fe80::1%25eth0"
_NOT_MODIFIED = b"HTTP/1.1 304 N\r\nRetry-After: Mon, 03 Mar 2031 08:00:00 GMT\r\n\r\n"
_ROBOTS = b"User-agent: *\nDisallow: /a\nCrawl-delay: 7\nAllow: /\nRequest-rate: 1/5\nSitemap: /x\n"
_ROBOTS_WORDS = "User-agent: Disallow:* Crawl-delay:9999999999 % $ * Request-rate:1/0"
TARGETS = (
    Target("address", _address, _URLS, seeds.words(_URL_WORDS)),
    Target(
        "answer",
        _answer,
        (seeds.HTTP, seeds.PACKED, _NOT_MODIFIED),
        (*seeds.WARC_WORDS, b"Retry-After: ", b"9" * 20, b"HTTP/1.1 100 C\r\n\r\n"),
    ),
    Target("robots", _robots, (_ROBOTS,), seeds.words(_ROBOTS_WORDS)),
)
