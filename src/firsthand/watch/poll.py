"""One look at one source: a feed over HTTP, or a folder's files."""

import os
import random
import stat
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from io import BytesIO
from pathlib import Path

from firsthand.config import ReadConfig
from firsthand.model import Document, Rejected
from firsthand.present.safe import web_address
from firsthand.read import detect, read_inputs
from firsthand.store.watching import Entry, Feed, Watching
from firsthand.text import short_hash
from firsthand.watch.addresses import Refused
from firsthand.watch.fetch import Answer, Failed, Fetcher
from firsthand.watch.robots import Robots

# A feed that fails is asked again after a minute, then two, four … up to a day, each shortened by up to a half by
# chance, so that many watches do not come back at once. Ours.
FIRST_WAIT = 60.0
LONGEST_WAIT = 24 * 3600.0
_NEVER = 1e12
_CORPUS_FILE = "ledger.sqlite"
_HEAD = 1 << 14


@dataclass(frozen=True, slots=True)
class Polled:
    """What a look at a feed gave: how many entries are new or changed, and what went wrong, if it did."""

    fresh: int = 0
    problem: str | None = None


def is_feed(source: str) -> bool:
    """Tell whether a source is asked over HTTP; all else is a folder or file."""
    return source.lower().startswith(("http://", "https://"))


def poll(
    address: str, state: Watching, fetcher: Fetcher, robots: Robots, config: ReadConfig, *, pages: bool = False
) -> Polled:
    """Ask for a feed if it is due, and put what is new or changed in it into the inbox; failures are returned.

    With ``pages`` entries that have an address wait for their page instead (``pages.visit``).
    """
    feed, now = state.feed(address), time.time()
    if now < feed.due:
        return Polled()
    try:
        answer = fetcher.get(address, _conditions(feed), allowed=robots.check)
        if answer.status not in (200, 304):
            raise Failed(f"status {answer.status}", answer.status, answer.headers.get("retry-after"))
        if answer.status == 200 and detect(answer.body[:_HEAD]) != "feed":
            raise Failed("neither RSS nor Atom")
    except (Refused, Failed) as e:
        failures = feed.failures + 1
        state.polled(replace(feed, failures=failures, due=_due(now, failures, e)))
        return Polled(problem=str(e))
    if answer.status == 304:
        state.polled(replace(feed, failures=0, due=0.0))
        return Polled()
    etag, modified = answer.headers.get("etag"), answer.headers.get("last-modified")
    return Polled(state.polled(Feed(address, etag, modified), _entries(address, answer, config), pages=pages))


def wait(failures: int, chance: float) -> float:
    """Return the seconds to wait after so many failures in a row; ``chance`` is of 0 to 1."""
    longest = min(LONGEST_WAIT, FIRST_WAIT * 2.0 ** min(failures - 1, 20))
    return longest * (1.0 - chance / 2)


def files(roots: Iterable[str], known: dict[str, tuple[int, int]]) -> list[tuple[str, int, int]]:
    """Return path, size and time of change (ns) of each file that is new or changed; a corpus is passed over."""
    found = []
    for path in dict.fromkeys(p for root in roots for p in _walk(Path(root))):
        try:
            status = path.stat()
        except OSError:
            continue  # gone since it was listed
        if not stat.S_ISREG(status.st_mode):
            continue  # a pipe or device would be waited for
        if known.get(str(path)) != (status.st_size, status.st_mtime_ns):
            found.append((str(path), status.st_size, status.st_mtime_ns))
    return found


def _conditions(feed: Feed) -> dict[str, str]:
    given = {"If-None-Match": feed.etag, "If-Modified-Since": feed.modified}
    return {name: value for name, value in given.items() if value}


def _due(now: float, failures: int, error: Refused | Failed) -> float:
    """Return when to ask again: as the server wishes, else later each time; what is gone is not asked for again."""
    if isinstance(error, Failed) and error.status == 410:
        return _NEVER
    wished = _seconds(error.retry_after, now) if isinstance(error, Failed) and error.retry_after else 0.0
    return now + max(min(wished, LONGEST_WAIT), wait(failures, random.random()))


def _seconds(retry_after: str, now: float) -> float:
    """Return what Retry-After says: seconds, or a date (RFC 9110, 10.2.3)."""
    if retry_after.strip().isdecimal() and len(retry_after) < 10:
        return float(retry_after)
    try:
        return parsedate_to_datetime(retry_after).timestamp() - now
    except (TypeError, ValueError, OverflowError):
        return 0.0


def _entries(address: str, answer: Answer, config: ReadConfig) -> Iterator[Entry]:
    """Yield the feed's entries, oldest first: feeds have the newest on top."""
    fetched = datetime.now(UTC).isoformat(timespec="seconds")
    for item in reversed(list(read_inputs(["-"], config, BytesIO(answer.body)))):
        if isinstance(item, Rejected):
            rejected = replace(item, input=address)
            yield Entry(address, short_hash(repr(rejected)), "", rejected)
            continue
        url = web_address(item.url)
        name = url or item.external_id or short_hash(item.content)
        document = replace(item, input=url or address, url=url, external_id=name)
        yield Entry(address, name, short_hash(repr(document)), replace(document, fetched=fetched))


def _walk(root: Path) -> Iterator[Path]:
    """Yield the files of a folder in the order of names; hidden ones, and what links lead to, are not entered."""
    if not root.is_dir():
        yield root
        return
    for folder, names, found in os.walk(root):
        if _CORPUS_FILE in found:
            names.clear()
            continue
        names[:] = sorted(name for name in names if not name.startswith("."))
        yield from (Path(folder, name) for name in sorted(found) if not name.startswith("."))


def read(paths: Iterable[str], config: ReadConfig) -> Iterator[Document | Rejected]:
    """Yield what files hold; one that is gone meanwhile is passed over. A sidecar is read with its document."""
    for path in paths:
        if Path(path).exists() and not path.endswith(".meta.json"):
            yield from read_inputs([path], config)
