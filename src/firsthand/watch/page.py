"""One page over HTTP, for somebody who asks where it comes from: public addresses only, robots.txt kept to."""

from dataclasses import dataclass

from firsthand.watch.addresses import Target
from firsthand.watch.fetch import Failed, Fetcher, Limits
from firsthand.watch.robots import Robots

# Ours: somebody waits. A request lasts no longer than the first, all of them with redirects and robots.txt no longer
# than the second, in seconds; a page of news has a megabyte at most.
SECONDS, ALTOGETHER, BYTES = 8.0, 15.0, 5_000_000
# What holds an article; others are not read. A server that does not say is believed to send one.
_KINDS = ("text/html", "application/xhtml+xml", "text/plain")


@dataclass(frozen=True, slots=True)
class Page:
    """A page's bytes as they came, and its address after redirects."""

    url: str
    body: bytes


def fetch_page(url: str, *, private: bool = False) -> Page:
    """Return the page at ``url``.

    Every address on the way, redirects and robots.txt among them, must be one of the public network, unless
    ``private``. Raises Refused for addresses that are not asked, Failed for what is no page, too large or too slow.
    """
    # A crawl delay lies between two pages of a site, and this is one.
    fetcher = Fetcher(Limits(bytes=BYTES, seconds=SECONDS, gap=0.0, private=private), sleep=lambda _: None)
    robots, end = Robots(fetcher), fetcher.clock() + ALTOGETHER

    def allowed(target: Target) -> None:
        if fetcher.clock() > end:
            raise Failed(f"no page within {ALTOGETHER:g} seconds")
        robots.check(target)

    answer = fetcher.get(url, {"Accept": "text/html, text/plain;q=0.5"}, allowed=allowed)
    if answer.status != 200:
        raise Failed(f"status {answer.status}", answer.status)
    kind = answer.headers.get("content-type", _KINDS[0]).partition(";")[0].strip().lower()
    if kind not in _KINDS:
        raise Failed(f"{kind[:60]} is no page that could be read")
    return Page(answer.url, answer.body)
