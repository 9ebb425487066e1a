"""One page for somebody who asks: every address on the way is public, and the one that was checked is the one asked."""

import socket
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from firsthand.watch import page as page_module
from firsthand.watch.addresses import Refused
from firsthand.watch.fetch import Failed
from firsthand.watch.page import fetch_page
from tests.watch.server import Page, Site

PUBLIC, OTHER = "93.184.215.14", "93.184.215.15"


@dataclass
class Net:
    """A network of names of ours: ``names`` answers them, and public addresses lead to the test's own server."""

    names: dict[str, Callable[[], list[str]]]
    connected: list[str] = field(default_factory=list)


@pytest.fixture
def net(site: Site, monkeypatch: pytest.MonkeyPatch) -> Net:
    made = Net({"news.example": lambda: [PUBLIC], "copy.example": lambda: [OTHER]})
    port = int(site.address.rpartition(":")[2])

    def resolved(host: str, port: int, **_: Any) -> list[tuple[Any, ...]]:
        found = made.names[host]() if host in made.names else [host]
        return [(0, 0, 0, "", (ip, port)) for ip in found]

    def connected(address: tuple[str, int], timeout: float) -> socket.socket:
        made.connected.append(address[0])
        assert address[0] in (PUBLIC, OTHER), f"{address[0]} was asked"
        made_of = socket.socket()
        made_of.settimeout(timeout)
        made_of.connect(("127.0.0.1", port))
        return made_of

    monkeypatch.setattr("firsthand.watch.addresses.socket.getaddrinfo", resolved)
    monkeypatch.setattr("firsthand.watch.fetch.socket.create_connection", connected)
    return made


def html(body: bytes) -> Page:
    return Page(body, headers={"Content-Type": "text/html; charset=utf-8"})


def to(place: str, status: int = 302) -> Page:
    return Page(status=status, headers={"Location": place})


def test_a_page_is_fetched_after_its_redirects(net: Net, site: Site) -> None:
    site.pages = {"/a": to("http://copy.example/b"), "/b": html(b"<p>News</p>")}
    found = fetch_page("http://news.example/a")
    assert (found.url, found.body) == ("http://copy.example/b", b"<p>News</p>")
    assert site.paths() == ["/robots.txt", "/a", "/robots.txt", "/b"]
    assert net.connected == [PUBLIC, PUBLIC, OTHER, OTHER]


@pytest.mark.parametrize(
    "place",
    [
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://[::ffff:7f00:1]/",
        "http://10.1.2.3/",
        "http://172.16.0.1/",
        "http://192.168.1.1/",
        "http://100.64.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[fe80::1%25eth0]/",
        "http://[fd00::1]/",
        "http://0.0.0.0/",
        "http://224.0.0.1/",
        "http://inside.example/",
        "file:///etc/passwd",
        "ftp://news.example/",
    ],
)
@pytest.mark.parametrize("status", [301, 303, 307])
def test_a_redirect_leads_out_of_the_public_network_nowhere(net: Net, site: Site, place: str, status: int) -> None:
    net.names["inside.example"] = lambda: ["10.0.0.7"]
    site.pages = {"/a": to(place, status)}
    with pytest.raises(Refused):
        fetch_page("http://news.example/a")
    assert set(net.connected) == {PUBLIC}


def test_a_name_that_means_another_address_a_moment_later_leads_nowhere(net: Net, site: Site) -> None:
    """DNS rebinding: public when robots.txt is asked for, the loopback when the page is."""
    answers = iter([[PUBLIC], [PUBLIC], ["127.0.0.1"]])
    net.names["turns.example"] = lambda: next(answers)
    site.pages = {"/a": to("/b"), "/b": html(b"secret")}
    with pytest.raises(Refused, match="public network"):
        fetch_page("http://turns.example/a")
    assert "/b" not in site.paths() and set(net.connected) == {PUBLIC}


def test_a_name_with_a_private_address_among_public_ones_is_refused(net: Net, site: Site) -> None:
    net.names["mixed.example"] = lambda: [PUBLIC, "192.168.0.9"]
    with pytest.raises(Refused):
        fetch_page("http://mixed.example/")
    assert site.asked == []


@pytest.mark.usefixtures("net")
def test_robots_txt_is_kept_to_and_its_delay_makes_nobody_wait(site: Site) -> None:
    site.pages = {
        "/robots.txt": Page(b"User-agent: *\nCrawl-delay: 60\nDisallow: /closed\n"),
        "/open": html(b"x"),
        "/closed": html(b"y"),
    }
    assert fetch_page("http://news.example/open").body == b"x"
    with pytest.raises(Refused, match=r"robots\.txt"):
        fetch_page("http://news.example/closed")
    assert "/closed" not in site.paths()


@pytest.mark.usefixtures("net")
def test_what_is_no_page_is_not_read(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_module, "BYTES", 1_000)
    site.pages = {
        "/film": Page(b"x", headers={"Content-Type": "video/mp4"}),
        "/gone": Page(status=410),
        "/large": html(b"x" * 2_000),
        "/unsaid": Page(b"text"),
    }
    for path, words in (("/film", "video/mp4"), ("/gone", "status 410"), ("/large", "over 1,000 bytes")):
        with pytest.raises(Failed, match=words):
            fetch_page(f"http://news.example{path}")
    assert fetch_page("http://news.example/unsaid").body == b"text"


def test_all_of_it_has_an_end(net: Net, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each request may be quick and all of them together without end."""
    monkeypatch.setattr(page_module, "ALTOGETHER", -1.0)
    with pytest.raises(Failed, match="no page within"):
        fetch_page("http://news.example/")
    assert site.asked == [] and net.connected == []
