"""Lists of addresses: what they hold without ``--fetch``, and what becomes of the pages with it.

This room opens no connection. Whoever may (``watch``) hands it a ``Fetch``, which keeps to robots.txt, to pauses, to
addresses of the public network, and to bounds of size and time.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from firsthand.model import Rejected
from firsthand.read.fields import Fields
from firsthand.read.rejection import rejected

# A sitemap index names sitemaps, which name pages: a list is followed so deep (sitemaps.org: an index names no index).
DEEPEST = 2
MAX_ADDRESS = 2_000  # characters; sitemaps.org allows 2,048


@dataclass(frozen=True, slots=True)
class Listed:
    """An address that a list gives without the text behind it, and what the list says of that text.

    ``is_list`` where the address is of another list: an index names sitemaps.
    """

    input: str
    url: str
    given: Fields = field(default_factory=lambda: Fields())
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a server answered: ``url`` is the address after redirects, ``charset`` the one that its header names."""

    url: str
    body: bytes
    charset: str | None = None


class Unfetched(Exception):
    """An address that gave nothing; the message says why. ``reason`` is the slug that is counted."""

    def __init__(self, reason: str, why: str) -> None:
        super().__init__(why)
        self.reason = reason


# Asks for one address. Raises Unfetched.
Fetch = Callable[[str], Fetched]


def addresses_only(where: str, count: int, *, with_texts: bool = False) -> Rejected:
    """Return what is said of a list that is read without fetching; ``with_texts`` where it holds texts too."""
    many = f"{count:,} addresses" if count > 1 else "an address"
    what = f"{many} without text beside what was read" if with_texts else f"{many} and no text"
    how = "to ask for the pages: firsthand add --fetch FILE"
    return rejected(where, "addresses-only", f"holds {what}; {how}")


def too_many(where: str, count: int, limit: int) -> Rejected:
    """Return what is said of the addresses that a run did not come to."""
    mend = "raise max_fetched under [read] in the settings file, or add the rest in another run"
    return rejected(where, "not-asked", f"{count:,} more addresses were not asked for after {limit:,}; {mend}")


def is_web_address(text: str) -> bool:
    """Tell whether a string looks like an http(s) address that a list may name."""
    start = text[:8].lower()
    return start.startswith(("http://", "https://")) and len(text) <= MAX_ADDRESS and not any(map(str.isspace, text))
