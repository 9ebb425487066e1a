"""Which addresses may be asked: http(s) on the public network, told after names are resolved."""

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

_PORTS = {"http": 80, "https": 443}
# Addresses of version 6 that stand for one of version 4 (RFC 6052).
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
# Of the IANA's special-purpose registries what ``is_global`` of older Pythons takes for public; at the first of them
# clouds tell a machine its secrets.
_SPECIAL = tuple(map(ipaddress.ip_network, ("192.0.0.0/24", "192.88.99.0/24", "3fff::/20", "5f00::/16")))


class Refused(Exception):
    """An address that is not asked; the message says why."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where to connect: ``host`` is the name that is asked for, ``ip`` the one address that was found fit."""

    scheme: str
    host: str
    port: int
    ip: str
    path: str

    @property
    def site(self) -> str:
        """Scheme, host and port: what a robots.txt and a pause are for."""
        return site(self.scheme, self.host, self.port)


def site(scheme: str, host: str, port: int) -> str:
    """Return the root of a site as an address without a path."""
    named = f"[{host}]" if ":" in host else host
    return f"{scheme}://{named}" if port == _PORTS[scheme] else f"{scheme}://{named}:{port}"


def resolve(url: str, *, private: bool = False) -> Target:
    """Return where to connect for ``url``. Raises Refused.

    All addresses of the name must be public, unless ``private``; the caller connects to the one returned, so that a
    name that resolves otherwise a moment later leads nowhere.
    """
    scheme, host, port, path = _parts(url)
    try:
        found = [str(row[4][0]) for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError) as e:
        raise Refused(f"{host}: the name cannot be resolved: {e}") from e
    if not private and (bad := next((ip for ip in found if not is_public(ip)), None)):
        raise Refused(f"{host}: {bad} is not an address of the public network")
    return Target(scheme, host, port, found[0], path)


def is_public(ip: str) -> bool:
    """Tell whether an address is of the public network: not private, loopback, link-local, multicast or reserved."""
    address = ipaddress.ip_address(ip.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        if address.teredo or address.is_site_local:
            return False
        inner = address.ipv4_mapped or address.sixtofour
        if address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    if any(address in network for network in _SPECIAL):
        return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _parts(url: str) -> tuple[str, str, int, str]:
    if any(ord(c) <= 0x20 or ord(c) == 0x7F or c == "\\" for c in url):
        raise Refused("an address with blanks, control characters or backslashes")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as e:
        raise Refused(f"no address: {e}") from e
    scheme = parts.scheme.lower()
    if scheme not in _PORTS or not parts.hostname:
        raise Refused("not an http or https address")
    if parts.username is not None or parts.password is not None:
        raise Refused("an address with a name or password in it")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return scheme, parts.hostname, port or _PORTS[scheme], quote(path, safe="%/?:@!$&'()*+,;=~")
