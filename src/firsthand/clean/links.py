"""Links out of an article's own words to other sites: an outlet that links to another shows whom it draws on.

Addresses that stand in the text are links too, and so are Markdown's. Comments' and furniture's links are left out:
they say nothing of where the report comes from.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from courlan import extract_domain

from firsthand.model import Link, Segment

MOST_LINKS = 1_000  # of one article
_LONGEST = 2_000  # characters of an address: longer ones are data
_KINDS = frozenset(("headline", "dek", "byline", "dateline", "body", "subheading", "caption"))
_ADDRESS = re.compile(r"https?://[^\s<>\"'“”‘’«»()\[\]{}|\\^`]{4,2000}", re.IGNORECASE)
_MARKDOWN = re.compile(r"\[(?P<anchor>[^\[\]\n]{1,300})\]\((?P<target>https?://[^\s()]{4,2000})\)", re.IGNORECASE)
_AUTHORITY = re.compile(r"(?:[^/?#@\s]{0,200}@)?(?P<host>[^/?#@:\s\[\]]{1,253})(?::\d{0,5})?(?=[/?#]|$)")
_CLOSING = ".,;:!?…'\"*_~"


def written(text: str, segments: Iterable[Segment], own: Sequence[str | None]) -> Iterator[Link]:
    """Yield the links that are written out in an article's own words: addresses, and Markdown's ``[words](address)``.

    ``own`` are addresses of the page itself: links to their sites are no links out.
    """
    for segment in segments:
        if segment.kind not in _KINDS or text.find("://", segment.start, segment.end) < 0:
            continue
        marked = list(_MARKDOWN.finditer(text, segment.start, segment.end))
        for found in marked:
            if target := outward(found["target"], own):
                yield Link(*found.span("anchor"), target)
        for found in _ADDRESS.finditer(text, segment.start, segment.end):
            if any(m.start() <= found.start() < m.end() for m in marked):
                continue
            address = found[0].rstrip(_CLOSING)
            if target := outward(address, own):
                yield Link(found.start(), found.start() + len(address), target)


def outward(address: str, own: Sequence[str | None]) -> str | None:
    """Return an address, resolved against the page's, if it is an http(s) address on a site that is not its own."""
    address = address.strip()
    if not address.lower().startswith(("http://", "https://", "//")) or len(address) > _LONGEST:
        return None
    base = next((url for url in own if url), None)
    full = f"{base.partition(':')[0]}:{address}" if base and address.startswith("//") else address
    host = _host(full)
    if host is None or len(full.split(None, 1)) > 1:
        return None
    return None if _site(host) in {_site(_host(url) or "") for url in own if url} else full


def _host(address: str) -> str | None:
    """Return the host of an http(s) address, None where there is none with a dot in it."""
    scheme, _, rest = address.partition("://")
    host = _AUTHORITY.match(rest)
    return host["host"].lower() if scheme.lower() in ("http", "https") and host and "." in host["host"] else None


@lru_cache(maxsize=4096)
def _site(host: str) -> str:
    """Return the registrable domain of a host (``news.example.co.uk`` → ``example.co.uk``)."""
    return str(extract_domain(f"//{host}") or host)


def in_order(links: Iterable[Link]) -> tuple[Link, ...]:
    """Return links in text order, each place once, at most ``MOST_LINKS``."""
    unique = {(link.start, link.end, link.target): link for link in links}
    return tuple(unique[key] for key in sorted(unique))[:MOST_LINKS]
