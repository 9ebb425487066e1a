"""Writes the pages of the report into a folder."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib.resources import files
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from firsthand.present.catalog.build import write
from firsthand.present.catalog.catalog import Catalog
from firsthand.present.catalog.source import InMemory
from firsthand.present.report.environment import rendered
from firsthand.present.report.pages import numbered, page
from firsthand.present.report.search_data import search_data
from firsthand.present.safe import slug, write_whole
from firsthand.present.tables import Tables

# Stories that are listed at a time.
_READ = 1_000
# The folders of pages, and the names that pages of ours have in them.
_FOLDERS = ("stories", "compare", "speakers", "outlets", "lists")
_OURS = re.compile(r"[0-9a-f]{8,64}(?:~[0-9a-f]{1,64})?\.html|[a-z-]{1,20}-[0-9]{1,9}\.html")
# Ours: pages of pairs that a report has. An article shares passages with a few others in most corpora, so that all of
# them would be several times as many as articles; a page of two takes some 10 ms and 30 kB.
PAIRS = 5_000


def write_report(corpus: Catalog | Tables, folder: Path) -> Path:
    """Write the report of a corpus into ``folder`` and return the path of its first page.

    The pages of ``pages``; of pairs of articles those that another page links to, as far as ``PAIRS`` go, those of the
    largest stories first; no page links to others, and the first page says so. Nothing but the files in ``assets/``
    is ever loaded. Pages of an earlier report that this one does not have are removed. Equal tables give equal files.
    Raises OSError where the folder cannot be written.
    """
    if isinstance(corpus, Tables):
        with TemporaryDirectory(prefix="firsthand-") as beside:
            made = Path(beside) / "catalog.sqlite"
            write(InMemory(corpus), made)
            return write_report(Catalog(made), folder)
    for name in _FOLDERS:
        (folder / name).mkdir(parents=True, exist_ok=True)
    write_assets(folder)
    write_whole(folder / "assets" / "search-data.js", search_data(corpus))
    pages = _Pages(corpus, folder)
    for story in _by_size(corpus):
        pages.write(f"stories/{slug(story)}.html")
    for story, parts in corpus.further():
        for number in range(1, parts + 1):
            pages.write(f"stories/{slug(story)}~{number}.html")
    for story in corpus.joined():
        pages.write(f"stories/{slug(story)}.html")
    for key in corpus.ids("speaker"):
        pages.write(f"speakers/{key}.html")
    for key in corpus.ids("outlet"):
        pages.write(f"outlets/{key}.html")
    for path in numbered(corpus):
        pages.write(path)
    pages.write("search.html")
    pages.write_compared()
    pages.write("index.html")
    pages.remove_others()
    return folder / "index.html"


def _by_size(corpus: Catalog) -> Iterator[str]:
    """Yield the ids of all stories, those with the most articles first."""
    for offset in count(0, _READ):
        rows = corpus.stories("articles", _READ, offset)
        yield from (row.id for row in rows)
        if len(rows) < _READ:
            return


def write_assets(folder: Path) -> None:
    """Write the style sheets and scripts of the pages into ``assets`` in ``folder``."""
    (folder / "assets").mkdir(parents=True, exist_ok=True)
    for asset in sorted((files(__package__) / "assets").iterdir(), key=lambda a: a.name):
        write_whole(folder / "assets" / asset.name, [asset.read_bytes()])


class _Pages:
    """Writes pages, and knows afterwards which ones there are."""

    def __init__(self, catalog: Catalog, folder: Path) -> None:
        self._catalog = catalog
        self._folder = folder
        self._written: set[str] = set()
        self._compared: set[str] = set()
        self._unpaired = False

    def write(self, path: str) -> None:
        """Write the page at ``path``, and note the pairs of articles that it links to."""
        found = page(self._catalog, path)
        if found is None:
            return
        if path == "index.html":
            told = {"unpaired": self._unpaired, "paired": len(self._compared)}
            found = replace(found, values={**found.values, **told})
        html = rendered(found, path, pairs=self._pair)
        write_whole(self._folder / path, [html.encode("utf-8", "replace")])
        self._written.add(path)

    def write_compared(self) -> None:
        """Write the pairs of articles that pages link to, and those that these link to."""
        while missing := self._compared - self._written:
            for path in sorted(missing):
                self.write(path)
                self._written.add(path)

    def _pair(self, path: str) -> bool:
        """Tell whether a pair of articles has a page: while there is room each that is asked for gets one."""
        if path not in self._compared and len(self._compared) >= PAIRS:
            self._unpaired = True
            return False
        self._compared.add(path)
        return True

    def remove_others(self) -> None:
        """Remove what an earlier report wrote under names of ours; a user's own files stay."""
        for name in _FOLDERS:
            self._remove(name, (self._folder / name).iterdir())

    def _remove(self, name: str, paths: Iterable[Path]) -> None:
        for path in paths:
            if f"{name}/{path.name}" not in self._written and _OURS.fullmatch(path.name):
                path.unlink()
