"""robots.txt, read by ``urllib.robotparser`` and fetched by the same bounded requests as all else (RFC 9309)."""

from dataclasses import dataclass, field
from urllib.robotparser import RobotFileParser

from firsthand.watch.addresses import Refused, Target
from firsthand.watch.fetch import AGENT, Failed, Fetcher

# RFC 9309, 2.5: a parser must read at least 500 kibibytes; 2.4: no longer than a day from memory.
_MOST = 500 * 1024
_SECONDS = 24 * 3600.0
# A longer pause is asked for by sites that want no robots at all: the poll is put off, and the process does not stand.
LONGEST_PAUSE = 60.0


@dataclass(slots=True)
class Robots:
    """What each site allows, kept for a day."""

    fetcher: Fetcher
    _known: dict[str, tuple[float, RobotFileParser]] = field(default_factory=dict)

    def check(self, target: Target) -> None:
        """Return if ``target`` may be asked for. Raises Refused where robots.txt says no, or cannot be had."""
        now = self.fetcher.clock()
        at, rules = self._known.get(target.site, (0.0, None))
        if rules is None or now - at > _SECONDS:
            rules = self._read(target.site)
            self._known[target.site] = (now, rules)
        if not rules.can_fetch(AGENT, target.site + target.path):
            raise Refused(f"robots.txt of {target.site} does not allow {target.path}")
        if delay := rules.crawl_delay(AGENT):
            self.fetcher.pause(target.site, min(float(delay), LONGEST_PAUSE))

    def _read(self, site: str) -> RobotFileParser:
        """Return the rules of a site. Without a file all is allowed; where the server fails nothing is (2.3.1)."""
        rules = RobotFileParser()
        try:
            answer = self.fetcher.get(f"{site}/robots.txt")
        except Failed as e:
            raise Refused(f"robots.txt of {site} cannot be had: {e}") from e
        if answer.status >= 500 or answer.status == 429:
            raise Refused(f"robots.txt of {site} cannot be had: status {answer.status}")
        text = answer.body[:_MOST].decode("utf-8-sig", "replace") if answer.status == 200 else ""
        rules.parse(text.splitlines())
        return rules
