"""What the search of a report on disk looks through: one script file that holds data only, of a bounded size."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from firsthand.present.catalog.catalog import Catalog
from firsthand.present.catalog.rows import ArticleRow
from firsthand.present.labels import when
from firsthand.present.safe import slug, visible

# Ours: articles that can be searched on disk, the newest ones, and characters of their texts together: a browser reads
# this in well under a second. Searching all of a larger corpus is what ``firsthand serve`` is for.
ARTICLES, CHARACTERS = 20_000, 6_000_000
# So that a text can end neither its string nor the script, whatever reads the file.
_ESCAPED = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}
_READ = 500


@dataclass(frozen=True, slots=True)
class Bounds:
    """What of a corpus can be searched on disk: so many of ``articles``, each to its ``length`` in characters."""

    articles: int
    kept: int
    length: int
    cut: int

    @property
    def whole(self) -> bool:
        """Whether nothing is left out."""
        return self.articles == self.kept and not self.cut


def bounds(catalog: Catalog) -> Bounds:
    """Return what the search data of ``catalog`` holds: texts as long as together they may be, none longer."""
    lengths = sorted(catalog.lengths(ARTICLES))
    length = _allowance(lengths)
    return Bounds(catalog.overview().articles, len(lengths), length, sum(n > length for n in lengths))


def search_data(catalog: Catalog) -> Iterator[bytes]:
    """Yield the parts of the script: names once, then a row for each article, the newest first."""
    found = bounds(catalog)
    names = {facet: _Names() for facet in ("outlet", "origin", "speaker")}
    yield b'"use strict";\nglobalThis.firsthandSearch={"rows":[\n'
    comma = ""
    for offset in range(0, found.kept, _READ):
        rows = catalog.articles(limit=min(_READ, found.kept - offset), offset=offset)
        texts = catalog.texts([row.id for row in rows])
        for row in rows:
            yield f"{comma}{_script(_row(row, *texts[row.id], found.length, names))}".encode("utf-8", "replace")
            comma = ",\n"
    told = {facet: kept.names for facet, kept in names.items()}
    yield f'],\n"names":{_script(told)}}};\n'.encode("utf-8", "replace")


def _allowance(lengths: Sequence[int]) -> int:
    """Return the length to which texts can be kept so that together they have ``CHARACTERS`` at most."""
    left = CHARACTERS
    for place, length in enumerate(lengths):
        share = left // (len(lengths) - place)
        if length > share:
            return share
        left -= length
    return max(lengths, default=0)


def _row(row: ArticleRow, text: str, speakers: Sequence[str], length: int, names: "dict[str, _Names]") -> list[object]:
    origin = row.origin or {"own": "own reporting"}.get(row.authorship, "unknown")
    return [
        visible(row.headline),
        "\n".join(visible(line) for line in _kept(text, length).splitlines()),  # a sentence ends with its line
        f"stories/{slug(row.story)}.html#a-{slug(row.id)}" if row.story else "",
        names["outlet"](row.outlet),
        names["origin"](origin),
        visible(row.language),
        (row.published or "")[:10],
        when(row.published, row.precision),
        [names["speaker"](name) for name in speakers],
    ]


def _kept(text: str, length: int) -> str:
    return text if len(text) <= length else text[:length].rpartition(" ")[0] + " …"


class _Names:
    """Numbers names in the order in which they are first met."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self._numbers: dict[str, int] = {}

    def __call__(self, name: str) -> int:
        if name not in self._numbers:
            self._numbers[name] = len(self.names)
            self.names.append(visible(name))
        return self._numbers[name]


def _script(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPED)
