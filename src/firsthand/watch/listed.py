"""The pages behind lists of addresses, asked for by the watch's rules: robots.txt, pauses, public addresses only."""

from firsthand.read import Fetched, Unfetched
from firsthand.read.http import charset
from firsthand.watch.addresses import Refused
from firsthand.watch.fetch import Failed, Fetcher, Limits
from firsthand.watch.robots import Robots

_ACCEPT = {"Accept": "text/html, application/xhtml+xml, application/xml;q=0.9, text/plain;q=0.8, application/pdf;q=0.5"}


class Pages:
    """Asks for one address after the other; what one run shares, so that no site is asked too often."""

    def __init__(self, limits: Limits | None = None) -> None:
        """Take the bounds on one request."""
        self._fetcher = Fetcher(limits or Limits())
        self._robots = Robots(self._fetcher)

    def __call__(self, address: str) -> Fetched:
        """Return what the server answered. Raises Unfetched: ``refused``, ``not-fetched`` or ``http-status``."""
        try:
            answer = self._fetcher.get(address, _ACCEPT, allowed=self._robots.check)
        except Refused as e:
            raise Unfetched("refused", str(e)) from e
        except Failed as e:
            raise Unfetched("not-fetched", str(e)) from e
        if answer.status != 200:
            raise Unfetched("http-status", f"HTTP status {answer.status}")
        return Fetched(answer.url, answer.body, charset(answer.headers.get("content-type", "")))
