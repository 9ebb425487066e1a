"""Lists of addresses: text with one http(s) address a line; blank lines and comments (``#``) are passed over."""

from collections.abc import Iterator

from firsthand.model import Rejected
from firsthand.read.lines import text_lines
from firsthand.read.listed import Listed, is_web_address
from firsthand.read.rejection import rejected
from firsthand.read.source import Source


def read_addresses(source: Source) -> Iterator[Listed | Rejected]:
    """Yield each address (``path:line``), and a rejection (``not-an-address``) for each other line."""
    for number, line in text_lines(source):
        if isinstance(line, Rejected):
            yield line
            continue
        address = line.strip()
        if not address or address.startswith("#"):
            continue
        where = f"{source.label}:{number}"
        if is_web_address(address):
            yield Listed(where, address)
        else:
            yield rejected(where, "not-an-address", f"no http(s) address: {address[:80]!r}")
