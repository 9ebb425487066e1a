"""Which addresses are asked: only public ones, whatever the name or its spelling."""

import pytest

from firsthand.watch.addresses import Refused, is_public, resolve


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1",
        "224.0.0.1", "240.0.0.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1",
        "::ffff:127.0.0.1", "64:ff9b::a00:1", "2002:7f00:1::", "2001:0:1::1",
    ],
)  # fmt: skip
def test_local_networks_in_any_spelling_are_not_public(ip: str) -> None:
    assert not is_public(ip)


@pytest.mark.parametrize("ip", ["8.8.8.8", "2606:4700::1111", "64:ff9b::808:808", "::ffff:8.8.8.8"])
def test_addresses_of_the_network_are_public(ip: str) -> None:
    assert is_public(ip)


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd", "ftp://example.org/", "http://", "http://user:word@example.org/", "http://127.0.0.1/",
        "http://2130706433/", "http://0x7f.1/", "http://[::1]/", "http://localhost/", "http://127.0.0.1:99999/",
        "http://127.0.0.1/a b", "http://127.0.0.1/\r\nHost: other",
    ],
)  # fmt: skip
def test_what_is_no_public_address_is_refused(url: str) -> None:
    with pytest.raises(Refused):
        resolve(url)


def test_the_address_that_was_checked_is_the_one_to_connect_to() -> None:
    """A name that resolves to another address a moment later leads nowhere."""
    target = resolve("http://127.0.0.1:8080/feed?q=ä", private=True)
    assert (target.ip, target.port, target.path) == ("127.0.0.1", 8080, "/feed?q=%C3%A4")
    assert target.site == "http://127.0.0.1:8080"
