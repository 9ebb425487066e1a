"""How text formats without a signature are told from text: by the shape of their first lines."""

import re
from collections.abc import Sequence

from firsthand.read.listed import is_web_address

# RFC 4155: what parts the messages of a mailbox ends with a date as C's asctime writes it.
_FROM_LINE = re.compile(
    r"From \S{1,200}\s.{0,60}\b\d{1,2}:\d{2}.{0,20}\b\d{4}\b|From \S{1,200}\s{1,3}\w{3}\s.{5,30}\d{4}$"
)
_HEADER = re.compile(r"([A-Za-z][A-Za-z0-9-]{1,60}):(?:\s|$)")
# Headers that servers and mailers write (RFC 5322, 2045, 2369); letters that are printed in news have none of them.
_OF_MAIL = {
    "received", "return-path", "message-id", "mime-version", "delivered-to", "dkim-signature", "list-unsubscribe",
    "list-id", "content-transfer-encoding", "x-mailer",
}  # fmt: skip
_MOST_HEADERS = 200  # lines of a head that are looked at
# The GDELT 2.0 codebooks: columns of the knowledge graph, of events (2.0 and 1.0) and of mentions.
GKG, EVENTS, EVENTS_1, MENTIONS = 27, 61, 58, 16
_STAMP = re.compile(r"\d{14}")
_DAY = re.compile(r"\d{8}")
GKG_1_HEAD = ("DATE", "NUMARTS")


def is_mbox(lines: Sequence[str]) -> bool:
    """Tell whether lines open a mailbox: a line that parts messages, then a header."""
    return len(lines) > 1 and bool(_FROM_LINE.match(lines[0]) and _HEADER.match(lines[1]))


def is_mail(lines: Sequence[str]) -> bool:
    """Tell whether lines are a message's head: headers with their continuations, one of them as only mail has it."""
    names: set[str] = set()
    for line in lines[:_MOST_HEADERS]:
        if not line.strip():
            break
        if line[0] in " \t" and names:
            continue
        found = _HEADER.match(line)
        if not found:
            return False
        names.add(found[1].lower())
    return not names.isdisjoint(_OF_MAIL) and not names.isdisjoint(("from", "date", "subject"))


def are_addresses(lines: Sequence[str]) -> bool:
    """Tell whether all lines that are not blank or comments (``#``) are http(s) addresses."""
    given = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    return bool(given) and all(map(is_web_address, given))


def is_gdelt(lines: Sequence[str]) -> bool:
    """Tell whether the first line is a row of one of GDELT's tables, which have no head; see ``gdelt``."""
    return bool(lines) and gdelt_table(lines[0].split("\t")) is not None


def gdelt_table(cells: Sequence[str]) -> int | None:
    """Return how many columns the GDELT table has that a row is of, None for no such row."""
    if tuple(cells[:2]) == GKG_1_HEAD:
        return len(cells)
    many = len(cells)
    if many == GKG and _STAMP.fullmatch(cells[1]):
        return many
    if many in (EVENTS, EVENTS_1) and cells[0].isdigit() and _DAY.fullmatch(cells[1]):
        return many
    if many == MENTIONS and cells[0].isdigit() and _STAMP.fullmatch(cells[1]) and _STAMP.fullmatch(cells[2]):
        return many
    return None
