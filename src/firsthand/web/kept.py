"""Pages that were made are kept while their catalog is served, and the dear ones are made before anybody asks."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping

from firsthand.present.catalog import Catalog

# Ours: bytes of pages that are kept. A story's page has some 30 kB, one of a hundred articles 300.
ROOM = 64_000_000
# Stories that are made ahead, the largest first, and speakers: those that the front page leads to.
AHEAD = 60
# Ours: seconds after which a new catalog's pages are made, and the rest between two of them, for so many times as long
# as the first took: who asks meanwhile hardly waits.
EVERY, REST = 1.0, 4.0

Key = tuple[str, str, tuple[tuple[str, str], ...]]


class Kept:
    """The pages that were asked for last, as bytes, by the catalog that they were made from and their address."""

    def __init__(self, room: int = ROOM) -> None:
        """Keep so many bytes at most."""
        self._room = room
        self._size = 0
        self._pages: OrderedDict[Key, bytes] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, step: str, path: str, asked: Mapping[str, str], make: Callable[[], bytes | None]) -> bytes | None:
        """Return a page, made by ``make`` if it is not kept; None, where there is none, is not kept."""
        key = (step, path, tuple(sorted(asked.items())))
        with self._lock:
            if (page := self._pages.get(key)) is not None:
                self._pages.move_to_end(key)
                return page
        page = make()  # outside of the lock: two that ask for one page at a time make it twice
        if page is not None and len(page) <= self._room // 8:
            self._keep(key, page)
        return page

    def let_go(self) -> None:
        """Keep no page any more."""
        with self._lock:
            self._pages.clear()
            self._size = 0

    def _keep(self, key: Key, page: bytes) -> None:
        with self._lock:
            if self._pages and next(reversed(self._pages))[0] != key[0]:
                self._pages.clear()  # another catalog is served
                self._size = 0
            self._size += len(page) - len(self._pages.pop(key, b""))
            self._pages[key] = page
            while self._size > self._room:
                self._size -= len(self._pages.popitem(last=False)[1])


def dear(catalog: Catalog) -> Iterator[str]:
    """Yield the addresses of the pages that take longest: the front page, the largest stories, who said most."""
    yield "index.html"
    yield from (f"stories/{story.id}.html" for story in catalog.stories(order="articles", limit=AHEAD, offset=0))
    yield from (f"speakers/{speaker.key}.html" for speaker in catalog.speakers(limit=AHEAD, offset=0))


def make_ahead(current: Callable[[], Catalog | None], show: Callable[[str], object], ended: threading.Event) -> None:
    """Make the dear pages of each catalog that is served, one after the other, until ``ended`` is set."""
    done = ""
    while not ended.wait(EVERY):
        catalog = current()
        if catalog is None or catalog.path.stem == done:
            continue
        done = catalog.path.stem
        for path in dear(catalog):
            if ended.is_set() or current() is not catalog:
                break
            started = time.monotonic()
            show(path)
            if ended.wait(REST * (time.monotonic() - started)):
                break
