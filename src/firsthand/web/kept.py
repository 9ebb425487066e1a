"""Pages that were made are kept while they say what the catalog says, and the dear ones are made before anybody asks.

A page outlives its catalog where the next one tells nothing otherwise that it was made of: see ``catalog.asked``.
"""

import sqlite3
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from firsthand.present.catalog import Catalog
from firsthand.present.report.environment import Served, rendered
from firsthand.present.report.pages import Page, page

# Ours: bytes of pages that are kept. A story's page has some 30 kB, one of a hundred articles 300.
ROOM = 64_000_000
# Stories that are made ahead, the largest first, and speakers: those that the front page leads to.
AHEAD = 60
# Ours: seconds after which it is looked whether there is a new catalog, whose pages are made then.
EVERY = 1.0

# A page and the fields of its address.
Key = tuple[str, tuple[tuple[str, str], ...]]
# A page, and by what its catalog was asked for it; None where that does not tell all.
Made = tuple[bytes, frozenset[str] | None]
Hashes = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Page:
    """``asked`` has the hashes of what was asked by, sorted: an eighth of the room that the ids would take."""

    html: bytes
    asked: Hashes | None

    @property
    def size(self) -> int:
        return len(self.html) + (0 if self.asked is None else self.asked.nbytes)

    def outlives(self, changed: Hashes) -> bool:
        return self.asked is not None and not np.isin(self.asked, changed, assume_unique=True).any()


class Kept:
    """The pages of the catalog that is served that were asked for last, as bytes, by their address."""

    def __init__(self, room: int = ROOM) -> None:
        """Keep so many bytes at most."""
        self._room = room
        self._size = 0
        self._step = ""
        self._pages: OrderedDict[Key, _Page] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, step: str, path: str, asked: Mapping[str, str], make: Callable[[], Made | None]) -> bytes | None:
        """Return a page of the catalog of ``step``, made by ``make`` if it is not kept; None, where there is none, is
        not kept, nor is a page of another catalog than the one that was turned to.
        """
        key = (path, tuple(sorted(asked.items())))
        with self._lock:
            if step == self._step and (page := self._pages.get(key)) is not None:
                self._pages.move_to_end(key)
                return page.html
        made = make()  # outside of the lock: two that ask for one page at a time make it twice
        if made is None:
            return None
        page = _Page(made[0], None if made[1] is None else _hashes(made[1]))
        if page.size <= self._room // 8:
            self._keep(step, key, page)
        return page.html

    def turn(self, catalog: Catalog) -> None:
        """Go on with another catalog: what it tells otherwise than the last one did is not kept."""
        step = self._step
        told = catalog.changed_since(step) if step else None
        changed = None if told is None else _hashes(told)
        with self._lock:
            pages = list(self._pages.items())
        stay = [] if changed is None else [(key, page) for key, page in pages if page.outlives(changed)]
        with self._lock:
            self._pages = OrderedDict(stay if step == self._step else ())  # others if all were let go meanwhile
            self._size = sum(page.size for page in self._pages.values())
            self._step = catalog.path.stem

    def let_go(self) -> None:
        """Keep no page any more, until there is another catalog: what is being made says what must not be said."""
        with self._lock:
            self._step = ""
            self._pages.clear()
            self._size = 0

    def _keep(self, step: str, key: Key, page: _Page) -> None:
        with self._lock:
            if step != self._step:
                return  # it took so long that another catalog is served
            if (old := self._pages.pop(key, None)) is not None:
                self._size -= old.size
            self._pages[key] = page
            self._size += page.size
            while self._size > self._room:
                self._size -= self._pages.popitem(last=False)[1].size


def _hashes(keys: Iterable[str]) -> Hashes:
    """Return hashes, each once, sorted. That two keys have one costs a page that could have stayed."""
    return np.unique(np.fromiter(map(hash, keys), np.int64))


def dear(catalog: Catalog) -> Iterator[str]:
    """Yield the addresses of the pages that take longest: the front page, the largest stories, who said most."""
    yield "index.html"
    yield from (f"stories/{story.id}.html" for story in catalog.stories(order="articles", limit=AHEAD, offset=0))
    yield from (f"speakers/{speaker.key}.html" for speaker in catalog.speakers(limit=AHEAD, offset=0))


def made(catalog: Catalog, path: str, asked: Mapping[str, str], served: Served) -> Made | None:
    """Make the page at ``path`` of a catalog; None where it has none."""
    noting = catalog.noting()
    # The first page has two addresses, so that the links of both lead on.
    found = page(noting, path or "index.html", asked)
    return None if found is None else (encoded(found, path, served), noting.asked)


def encoded(found: Page, path: str, served: Served) -> bytes:
    """Return the HTML of a page. Lone surrogates in documents become question marks."""
    return rendered(found, path, served).encode("utf-8", "replace")


def make_ahead(
    current: Callable[[], Catalog | None],
    making: Callable[[Catalog], AbstractContextManager[Callable[[str], object]]],
    ended: threading.Event,
) -> None:
    """Make the dear pages of each catalog that is served, one after the other, until ``ended`` is set.

    ``making`` gives what makes the pages of a catalog and keeps them.
    """
    done = ""
    while not ended.wait(EVERY):
        catalog = current()
        if catalog is None or catalog.path.stem == done:
            continue
        done = catalog.path.stem
        # A catalog may be gone by now: whoever asks for a page of it is told, and the next one has pages ahead again.
        with suppress(sqlite3.Error), making(catalog) as make:
            for path in dear(catalog):
                if ended.is_set() or current() is not catalog:
                    break
                make(path)
