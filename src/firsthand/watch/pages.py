"""The pages behind the entries of feeds: asked for once, then now and then for what was edited.

Only what an entry links to is asked for, and nothing that the page links to in turn. Where robots.txt, the address or
the server refuse, the entry stands as the feed carries it.
"""

import time
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from urllib.parse import urlsplit

from firsthand.model import Document
from firsthand.read import detect
from firsthand.read.encoding import decode_html
from firsthand.store.watching import Page, Watching
from firsthand.watch.addresses import Refused
from firsthand.watch.fetch import Answer, Failed, Fetcher
from firsthand.watch.robots import Robots

# Pages of a round, those of one site among them, and seconds after which a round leaves the others to the next. Ours.
MOST_PAGES, MOST_OF_SITE, MOST_SECONDS = 100, 20, 120.0
# A page that fails so often is left as its feed has it; seconds before each further try. Ours.
MOST_FAILURES, RETRY = 3, 300.0
# A page is looked at again after an hour, then two, four … for a week: most edits come on the first day. Ours.
FIRST_LOOK, LAST_LOOK = 3600.0, 7 * 24 * 3600.0
_NEVER = 1e12
_HEAD = 1 << 14


@dataclass(slots=True)
class Visits:
    """What visiting pages came to: how many gave something new, and what went wrong, by address."""

    fresh: int = 0
    problems: dict[str, str] = field(default_factory=dict)


def visit(state: Watching, fetcher: Fetcher, robots: Robots) -> Visits:
    """Ask for the pages that are due, and put what they say into the inbox, each with the note that it was read."""
    out, asked, begun = Visits(), Counter[str](), fetcher.clock()
    for page in state.pages(time.time(), MOST_PAGES):
        site = urlsplit(page.address).netloc
        asked[site] += 1
        if fetcher.clock() - begun > MOST_SECONDS:
            break
        if asked[site] <= MOST_OF_SITE:
            _one(page, state, fetcher, robots, out)
    return out


def _one(page: Page, state: Watching, fetcher: Fetcher, robots: Robots, out: Visits) -> None:
    now = time.time()
    conditions = {"If-None-Match": page.etag, "If-Modified-Since": page.modified}
    try:
        given = {name: value for name, value in conditions.items() if value}
        answer = fetcher.get(page.address, given, allowed=robots.check)
        if answer.status == 304:
            state.visited(_next(page, now), None)
            return
        document = _document(page, answer)
    except Refused as e:
        _as_the_feed_has_it(page, state, str(e), out)
    except Failed as e:
        failures = page.failures + 1
        if failures >= MOST_FAILURES or (400 <= e.status < 500 and e.status != 429):
            _as_the_feed_has_it(page, state, str(e), out)
        else:
            state.visited(replace(page, failures=failures, due=now + RETRY * 2**page.failures), None)
            out.problems[page.address] = str(e)
    else:
        etag, modified = answer.headers.get("etag"), answer.headers.get("last-modified")
        state.visited(_next(replace(page, etag=etag, modified=modified), now), document)
        out.fresh += 1


def _as_the_feed_has_it(page: Page, state: Watching, why: str, out: Visits) -> None:
    """Let the entry stand, unless the page was read before: then what it said stands."""
    if page.visits == 0:
        out.fresh += 1
        out.problems[page.address] = f"{why}; read as the feed has it"
    state.visited(replace(page, due=_NEVER), page.entry if page.visits == 0 else None)


def _next(page: Page, now: float) -> Page:
    """Return a page that was read, with the time of the next look at it."""
    pause = FIRST_LOOK * 2.0**page.visits
    return replace(page, visits=page.visits + 1, failures=0, due=now + pause if pause <= LAST_LOOK else _NEVER)


def _document(page: Page, answer: Answer) -> Document:
    """Return what a page says, under the address of the entry. Raises Failed for what is no page.

    A feed's own title names the publisher of its own site only: feeds link to others too.
    """
    if answer.status != 200:
        raise Failed(f"status {answer.status}", answer.status)
    text = decode_html(answer.body)
    if text is None or detect(answer.body[:_HEAD]) != "html":
        raise Failed("no page of HTML", 415)
    entry = page.entry
    return replace(
        entry,
        kind="html",
        content=text,
        publisher=entry.publisher if _site(answer.url) == _site(page.feed) else None,
        fetched=datetime.now(UTC).isoformat(timespec="seconds"),
    )


def _site(url: str) -> str:
    """Return the last two parts of a host's name: near enough to tell a feed's own pages from others'."""
    return ".".join((urlsplit(url).hostname or "").split(".")[-2:])
