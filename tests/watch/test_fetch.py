"""Requests: bounded in bytes, time and redirects, each address checked, sites left in peace between two."""

import gzip
import socket
import threading

import pytest

from firsthand.watch.addresses import Refused
from firsthand.watch.fetch import Failed, Fetcher, Limits
from firsthand.watch.robots import Robots
from tests.watch.server import Page, Site


def fetcher(**limits: float) -> Fetcher:
    return Fetcher(Limits(private=True, **{"gap": 0.0, **limits}))  # type: ignore[arg-type]


def test_this_machine_is_not_asked_unless_allowed(site: Site) -> None:
    with pytest.raises(Refused, match="public network"):
        Fetcher().get(site.address)
    assert site.asked == []


def test_redirects_are_followed_and_checked_one_by_one(site: Site) -> None:
    site.pages = {
        "/a": Page(status=302, headers={"Location": "/b"}),
        "/b": Page(b"here"),
        "/out": Page(status=302, headers={"Location": "file:///etc/passwd"}),
        "/loop": Page(status=302, headers={"Location": "/loop"}),
    }
    assert fetcher().get(f"{site.address}/a").body == b"here"
    with pytest.raises(Refused, match="not an http"):
        fetcher().get(f"{site.address}/out")
    with pytest.raises(Failed, match="redirects"):
        fetcher().get(f"{site.address}/loop")


def test_an_answer_is_cut_off_at_its_bound_packed_or_not(site: Site) -> None:
    """A megabyte of blanks is a kilobyte on the line: what counts is what it becomes."""
    site.pages = {
        "/big": Page(b" " * 2000),
        "/bomb": Page(gzip.compress(b" " * 1_000_000), headers={"Content-Encoding": "gzip"}),
        "/fit": Page(gzip.compress(b"news"), headers={"Content-Encoding": "gzip"}),
    }
    for path in ("/big", "/bomb"):
        with pytest.raises(Failed, match="over 1,500 bytes"):
            fetcher(bytes=1500).get(site.address + path)
    assert fetcher(bytes=1500).get(f"{site.address}/fit").body == b"news"


def test_a_server_that_sends_a_byte_now_and_then_does_not_hold_us() -> None:
    done = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def drip() -> None:
            connection, _ = server.accept()
            with connection:
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
                while not done.wait(0.05):
                    try:
                        connection.sendall(b".")
                    except OSError:
                        return

        threading.Thread(target=drip, daemon=True).start()
        with pytest.raises(Failed, match=r"within 0\.3 seconds|no answer"):
            fetcher(seconds=0.3).get(f"http://127.0.0.1:{server.getsockname()[1]}/")
        done.set()


def test_a_site_is_asked_once_a_gap(site: Site) -> None:
    waits: list[float] = []
    polite = Fetcher(Limits(private=True, gap=5.0), sleep=waits.append, clock=lambda: 100.0)
    polite.get(site.address)
    polite.get(site.address)
    assert waits == [5.0]


def test_robots_txt_is_kept_to(site: Site) -> None:
    """It is asked for once, and a crawl delay is a pause."""
    site.pages = {
        "/robots.txt": Page(b"User-agent: *\nCrawl-delay: 7\nDisallow: /closed\n"),
        "/open": Page(b"1"),
        "/closed/feed": Page(b"2"),
        "/lead": Page(status=302, headers={"Location": "/closed/feed"}),
    }
    waits: list[float] = []
    polite = Fetcher(Limits(private=True, gap=0.0), sleep=waits.append, clock=lambda: 100.0)
    robots = Robots(polite)
    assert polite.get(f"{site.address}/open", allowed=robots.check).body == b"1"
    assert waits == [7.0]
    for path in ("/closed/feed", "/lead"):
        with pytest.raises(Refused, match=r"robots\.txt"):
            polite.get(site.address + path, allowed=robots.check)
    assert site.paths() == ["/robots.txt", "/open", "/lead"]


@pytest.mark.parametrize(("status", "may"), [(404, True), (403, True), (500, False), (429, False)])
def test_without_rules_all_is_allowed_and_where_the_server_fails_nothing(site: Site, status: int, may: bool) -> None:
    """RFC 9309, 2.3.1.3 and 2.3.1.4."""
    site.pages = {"/robots.txt": Page(status=status), "/": Page(b"x")}
    polite = fetcher()
    robots = Robots(polite)
    if may:
        assert polite.get(f"{site.address}/", allowed=robots.check).body == b"x"
    else:
        with pytest.raises(Refused, match="cannot be had"):
            polite.get(f"{site.address}/", allowed=robots.check)
