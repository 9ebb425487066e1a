"""A reader: an invented wire format.

    @wire 2031-03-03T05:12 | Nordwire | Ferry stays in harbour
    The ferry to Orrin stayed in the harbour.

An item begins with ``@wire``, its time, outlet and headline; its text follows up to the next.
"""

from collections.abc import Iterator
from typing import BinaryIO

from firsthand.model import Document, Rejected

MARK = b"@wire "


class Wire:
    """Reads the format an item at a time."""

    def claims(self, head: bytes, name: str) -> bool:
        """Tell the format by its first bytes; the name does not matter."""
        del name
        return head.startswith(MARK)

    def read(self, data: BinaryIO, name: str) -> Iterator[Document | Rejected]:
        """Yield a document an item, and a rejection (``bad-item``) for one whose first line is not as it should be."""
        head, lines, number = b"", [], 0
        for line in data:
            if line.startswith(MARK):
                if number:
                    yield item(head, lines, f"{name}#{number}")
                head, lines, number = line, [], number + 1
            else:
                lines.append(line)
        yield item(head, lines, f"{name}#{number}")


def item(head: bytes, lines: list[bytes], where: str) -> Document | Rejected:
    """Return the document that an item is."""
    parts = [part.strip() for part in head.removeprefix(MARK).decode("utf-8", "replace").split("|")]
    if len(parts) != 3:
        return Rejected(where, "read", "bad-item", "an item's first line has a time, an outlet and a headline")
    published, outlet, headline = parts
    text = b"".join(lines).decode("utf-8", "replace").strip()
    return Document(where, "text", text, publisher=outlet, title=headline, published=published, external_id=where)
