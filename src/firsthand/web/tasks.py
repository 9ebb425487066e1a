"""What is done in a process of its own: each a record that travels there and says what to do.

Checking reads what nobody has vouched for; correcting and building a catalog take seconds to minutes, and would keep
the interpreter from answering.
"""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Protocol

from firsthand.api import Checked, Corpus
from firsthand.api.story_reasons import reasons_of
from firsthand.errors import CorpusError, InputError
from firsthand.model import Relation, StoryReasons
from firsthand.present.catalog import Catalog, catalog_of
from firsthand.present.report.environment import Served
from firsthand.watch.addresses import Refused
from firsthand.watch.fetch import Failed
from firsthand.watch.page import fetch_page
from firsthand.web.changed import Changed, changed
from firsthand.web.kept import Made, made


class Task(Protocol):
    """Something to be done with a corpus."""

    def run(self, corpus: Corpus) -> object:
        """Do it, and return what is told of it. Raises FirsthandError."""
        ...


@dataclass(frozen=True, slots=True)
class Ready:
    """Load what a check needs, so that the first one is as quick as the others."""

    def run(self, corpus: Corpus) -> None:
        """Check a text that nobody wrote."""
        corpus.check("Ready.\n\nNothing was said.")


@dataclass(frozen=True, slots=True)
class Check:
    """Say where a text comes from, or the page at an address, which is fetched."""

    text: str = ""
    url: str = ""

    def run(self, corpus: Corpus) -> Checked:
        """Return what the corpus has of it. Raises InputError for what holds no article or is not fetched."""
        if not self.url:
            return corpus.check(self.text)
        try:
            page = fetch_page(self.url)
        except (Refused, Failed) as e:
            raise InputError(f"The page was not fetched: {e}") from e
        return corpus.check(BytesIO(page.body), url=page.url)


@dataclass(frozen=True, slots=True)
class WhyOne:
    """Say why the articles of the story with this id are one story."""

    story: str

    def run(self, corpus: Corpus) -> StoryReasons:
        """Return what holds each of them, and what keeps the nearest other stories apart. Raises NotFound."""
        return reasons_of(corpus.path, self.story, corpus.config.link)


@dataclass(frozen=True, slots=True)
class Correct:
    """Keep what the user said: ``verb`` is one of ``VERBS``, ``ids`` as ``Corpus`` has them, for ``undo`` a number."""

    verb: str
    ids: tuple[str, ...]
    name: str = ""
    relation: Relation | None = None
    note: str | None = None

    def run(self, corpus: Corpus) -> Changed:
        """Correct, count anew, and return what that changed. Raises InputError, NotFound, CorpusError."""
        match self.verb:
            case "merge":
                return changed(corpus.merge(*self.ids, note=self.note))
            case "split":
                return changed(corpus.split(*self.ids, note=self.note))
            case "origin" if len(self.ids) == 1:
                return changed(corpus.origin(self.ids[0], self.name, relation=self.relation, note=self.note))
            case "undo" if len(self.ids) == 1 and self.ids[0].isascii() and self.ids[0].isdigit():
                return changed(corpus.undo(int(self.ids[0][:12])))
        raise InputError(f"{self.verb}: no correction is called that, or it is of something else")


VERBS = ("merge", "split", "origin", "undo")


@dataclass(frozen=True, slots=True)
class Build:
    """Build the catalog of the corpus's last step, where it is missing."""

    def run(self, corpus: Corpus) -> None:
        """Build it beside what is served. Raises CorpusError."""
        try:
            catalog_of(corpus.path)
        except OSError as e:
            raise CorpusError(f"the catalog cannot be written: {e}") from e


@dataclass(frozen=True, slots=True)
class MakePage:
    """Make the page at ``path`` of the catalog in a file, which knows all that is asked: the corpus may be ahead."""

    catalog: Path
    path: str
    served: Served

    def run(self, _: Corpus) -> Made | None:
        """Return it; None where there is no such page."""
        return made(Catalog(self.catalog), self.path, {}, self.served)
