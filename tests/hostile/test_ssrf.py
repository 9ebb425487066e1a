"""Fetching asks the public network only: by any spelling, after any redirect, whatever a name means a moment later."""

import socket
from typing import Any

import pytest

from firsthand.cli import serve as command
from firsthand.watch import addresses
from firsthand.watch.addresses import Refused, resolve
from firsthand.web.app import Settings


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "127.1", "127.0.1", "2130706433", "017700000001", "0177.0.0.1", "0x7f000001", "0x7f.0.0.1", "0",
        "0.0.0.0", "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]",
        "[64:ff9b:1::a00:1]", "[2002:7f00:1::]", "[fe80::1]", "[fec0::1]", "[fd00:ec2::254]", "[ff02::1]",
        "169.254.169.254", "2852039166", "100.100.100.200", "192.0.0.192", "198.18.0.1", "10.0.0.1", "172.31.255.255",
        "192.168.0.1", "224.0.0.251", "255.255.255.255", "localhost", "LOCALHOST", "127.0.0.1.", "①②⑦.⓪.⓪.①",
    ],
)  # fmt: skip
def test_no_spelling_of_a_local_address_is_asked(host: str) -> None:
    """Decimal, octal and hexadecimal numbers, addresses of version 4 in those of version 6, full-width digits."""
    for scheme in ("http", "https"):
        with pytest.raises(Refused):
            resolve(f"{scheme}://{host}:8080/latest/meta-data/")


@pytest.mark.parametrize("answers", [["10.0.0.1"], ["93.184.216.34", "127.0.0.1"], ["::ffff:10.0.0.1"], ["fe80::1%lo"]])
def test_a_name_with_one_local_address_is_refused(monkeypatch: pytest.MonkeyPatch, answers: list[str]) -> None:
    """Which of them a connection would take is not known."""

    def found(_host: str, port: int, **_: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in answers]

    monkeypatch.setattr(addresses.socket, "getaddrinfo", found)
    with pytest.raises(Refused, match="public network"):
        resolve("https://rebind.example/")


def test_serve_fetches_nothing_unless_told_to() -> None:
    """And listens on this machine only."""
    assert Settings().may_fetch is False
    assert Settings().host == command.HOST == "127.0.0.1"
