"""What a corpus holds, as records, as files and as an answer about one text."""

import sqlite3
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, BinaryIO, Unpack

from firsthand.annotate import Annotate
from firsthand.api.records import Records
from firsthand.api.texts import clean
from firsthand.errors import OutputError
from firsthand.model import Annotation, Article, Repair
from firsthand.pipeline.check import match
from firsthand.pipeline.link import check
from firsthand.present.catalog import Catalog, catalog_of
from firsthand.present.catalog.near import latest, near
from firsthand.present.export.formats import exporter
from firsthand.present.report import write_report
from firsthand.present.tables import Tables
from firsthand.present.views.check import Checked
from firsthand.read import Fields
from firsthand.remote import is_address, send
from firsthand.store import Snapshot
from firsthand.text import short_hash

if TYPE_CHECKING:
    pass

# Stored articles on the same matter that a text is held against, beside those that share words with it. Ours.
NEAR = 40


class Reading(Records):
    """A corpus folder that is asked."""

    def repairs(self) -> list[Repair]:
        """Return how stories were split and merged as articles came, in that order. Raises CorpusFormat.

        >>> corpus.repairs()
        []
        """
        return Snapshot(self.path).records("repairs")

    def tables_about(self, articles: Collection[str]) -> Tables:
        """Return what the corpus holds of some articles: their stories and statements, who else is in these, and the
        versions that they took the place of.

        >>> known = corpus.articles()[0]
        >>> about = corpus.tables_about([known.id])
        >>> known in about.articles, len(about.stories)
        (True, 1)
        """
        snapshot = Snapshot(self.path)
        stories = snapshot.having("stories", "articles", articles)
        said = {a.statement for a in snapshot.having("attributions", "article", articles)}
        statements = snapshot.having("statements", "id", said)
        quoted = snapshot.having("attributions", "statement", said)
        names = {*articles, *(a.article for a in quoted), *(a for story in stories for a in story.articles)}
        earlier = snapshot.having("superseded", "by", names)
        return Tables(
            articles=snapshot.having("articles", "id", {*names, *(s.article for s in earlier)}),
            superseded=earlier,
            annotations=snapshot.having("annotations", "article", names),
            stories=stories,
            statements=statements,
            attributions=quoted,
            differences=snapshot.having("differences", "statement", said),
            lineages=snapshot.having("lineages", "article", names),
            counts=snapshot.having("counts", "subject", [*said, *(story.id for story in stories)]),
        )

    def check(self, source: str | Path | BinaryIO | Article, **given: Unpack[Fields]) -> Checked:
        """Return where a text comes from, as far as this corpus tells: the story that it tells, the passages that it
        shares with stored articles, and the statements that its quotations report, with their counts.

        ``source`` and ``given`` are as for ``clean``; a binary stream is read as a file is. Nothing is stored. Raises
        InputError where there is no article in it, CorpusFormat where there is no corpus, ConfigError.

        >>> checked = corpus.check(corpus.articles()[0].text[:900])
        >>> checked.story == corpus.stories()[0].id
        True
        """
        check(self.config)
        article = source if isinstance(source, Article) else clean(source, config=self.config, **given)
        # The same text may be stored: it is held against that like against any other.
        article = replace(article, id=short_hash("checked", article.id), external_id=None)
        annotation = Annotate(self.config.annotate).annotate(article)
        found = match(article, annotation, Snapshot(self.path), self.config.link, partial(_near, self.path))
        names = {f.name for f in fields(Tables)}
        tables = Tables(**{f.name: getattr(found, f.name) for f in fields(found) if f.name in names})
        return Checked(found.article, found.story, found.capped, found.said, tables)

    def export(self, folder: Path | str, *, format: str = "jsonl", with_text: bool = False) -> dict[str, int]:  # noqa: A002
        """Write the corpus into ``folder`` in one of ``present.export.formats``; return how many of what was written.

        ``folder`` may be a URL of an object store where nothing is yet.
        ``with_text`` adds whole texts, which belong to their publishers. Raises NotFound for an unknown format,
        OutputError.

        >>> rows = corpus.export("out", format="csv")
        >>> rows["articles"], Path("out", "articles.csv").exists()
        (61, True)
        """
        export = exporter(format)
        tables = self.tables()
        with _writing(folder) as target:
            return export(tables, target, with_text=with_text)

    def report(self, folder: Path | str | None = None) -> Path:
        """Write the static report into ``folder`` (``report`` in the corpus if None); return its page.

        Raises OutputError where it cannot be written.

        >>> corpus.report("site").name
        'index.html'
        """
        try:
            corpus: Catalog | Tables = catalog_of(self.path)
        except OSError:  # the corpus is only to be read: its catalog is made elsewhere, and not kept
            corpus = self.tables()
        with _writing(folder or self.path / "report") as target:
            return write_report(corpus, target)


def _near(corpus: Path, article: Article, annotation: Annotation) -> list[str]:
    """Return stored articles on the same matter, where the corpus has a catalog; it is not built for one question."""
    catalog = latest(corpus)
    return near(catalog, article, annotation, NEAR) if catalog else []


@contextmanager
def _writing(folder: Path | str) -> Iterator[Path]:
    """Give the folder that is written to, and turn what goes wrong with it into an error that says which it was.

    For an object store that is a folder elsewhere, which is sent there when all is written.
    """
    try:
        if isinstance(folder, str) and is_address(folder):
            with TemporaryDirectory(prefix="firsthand-") as made:
                yield Path(made)
                send(Path(made), folder)
        else:
            yield Path(folder)
    except (OSError, sqlite3.OperationalError) as e:  # the latter where a catalog has no room
        raise OutputError(f"{folder}: cannot be written: {getattr(e, 'strerror', None) or e}") from e
