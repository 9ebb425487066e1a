"""What a corpus holds, as records, as files and as an answer about one text."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, BinaryIO, Unpack

from firsthand.annotate import Annotate
from firsthand.api.folder import Folder, tables_of
from firsthand.api.texts import clean
from firsthand.errors import NotFound, OutputError
from firsthand.model import Annotation, Article, Repair
from firsthand.notebook.argument import Why, why_of
from firsthand.notebook.frames import arrow, pandas, polars
from firsthand.notebook.statement import Statement, statement_of
from firsthand.notebook.story import Story, story_of
from firsthand.pipeline.check import match
from firsthand.pipeline.link import check
from firsthand.present.catalog import Catalog, catalog_of
from firsthand.present.catalog.near import latest, near
from firsthand.present.export.formats import exporter
from firsthand.present.report import write_report
from firsthand.present.tables import Tables
from firsthand.present.views.check import Checked
from firsthand.present.views.index import Index
from firsthand.read import Fields
from firsthand.remote import is_address, send
from firsthand.store import Snapshot
from firsthand.text import plain, short_hash

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa

# Stored articles on the same matter that a text is held against, beside those that share words with it. Ours.
NEAR = 40


class Reading(Folder):
    """A corpus folder that is asked."""

    def articles(self, *, story: str | None = None) -> list[Article]:
        """Return the stored articles, oldest first, those without a time last; of one story where its id is given.

        Raises NotFound where no story has the id, CorpusFormat where there is no corpus.

        >>> [article.publisher for article in corpus.articles()][:2]
        >>> len(corpus.articles(story=corpus.stories()[0].id))
        """
        index = Index(self.tables())
        if story is None:
            return index.in_time(index.articles)
        if story not in index.stories:
            raise NotFound(f"no story has the id {story!r}; firsthand show lists the stories")
        return index.in_time(index.stories[story].articles)

    def stories(self) -> list[Story]:
        """Return the stories, those with the most articles first, each with its range of independent origins.

        Empty where the corpus was not linked. Raises CorpusFormat where there is no corpus.

        >>> story = corpus.stories()[0]
        >>> story.origins_low, story.origins_high
        >>> print(story.sentence)
        """
        index = Index(self.tables())
        found = (story_of(index, story) for story in index.stories.values())
        return sorted(found, key=lambda s: (-len(s.coverage), s.origins_high or 0, s.first or "", s.id))

    def statements(self, *, speaker: str | None = None, story: str | None = None) -> list[Statement]:
        """Return the statements, those that most articles report first; of one speaker or one story where these are
        given, a speaker by name, whatever its case and accents, a story by its id.

        Empty where nothing fits. Raises CorpusFormat where there is no corpus.

        >>> for statement in corpus.statements(speaker="Lena Korsvik")[:2]:
        ...     print(len(statement.articles), len(statement.wordings), statement.wording)
        """
        index = Index(self.tables())
        wanted = plain(speaker) if speaker is not None else None
        found = (
            statement_of(index, s)
            for s in index.statements.values()
            if wanted is None or (s.speaker is not None and plain(s.speaker) == wanted)
        )
        kept = (s for s in found if story is None or s.story == story)
        return sorted(kept, key=lambda s: (-len(s.articles), s.speaker is None, s.speaker or "", s.id))

    def why(self, id: str) -> Why:  # noqa: A002
        """Return the argument for an article's lineage, or for the count of a story or statement.

        ``id`` is an id, of an article also the one it was given, or the beginning of one. Raises NotFound, which names
        the nearest ids, CorpusFormat where there is no corpus.

        >>> print(corpus.why("harbor-02-courier"))
        """
        return why_of(self.tables(), id)

    def arrow(self, table: str, *, with_text: bool = False) -> "pa.Table":
        """Return one table of the data dictionary as an Arrow table: a row a record, columns and types as described
        there, articles under the ids that they were given.

        ``with_text`` adds whole texts to ``articles``, which belong to their publishers. Raises NotFound for an unknown
        table, CorpusFormat where there is no corpus.

        >>> corpus.arrow("stories").column_names[:3]
        ['id', 'headline', 'articles']
        """
        return arrow(self.tables(), table, with_text=with_text)

    def pandas(self, table: str, *, with_text: bool = False) -> "pd.DataFrame":
        """Return one table as a pandas data frame, lists and rows within a cell as Python objects; see ``arrow``.

        Raises MissingExtra without the extra ``pandas``.

        >>> stories = corpus.pandas("stories")
        >>> stories.sort_values("origins_high")[["origins_low", "origins_high"]].shape
        """
        return pandas(self.tables(), table, with_text=with_text)

    def polars(self, table: str, *, with_text: bool = False) -> "pl.DataFrame":
        """Return one table as a polars data frame, nested types as they are; see ``arrow``.

        Raises MissingExtra without the extra ``polars``.

        >>> corpus.polars("quotations").group_by("type").len().sort("type").rows()
        """
        return polars(self.tables(), table, with_text=with_text)

    def tables(self) -> Tables:
        """Return everything the corpus holds, as of its last finished step. Raises CorpusFormat if there is none."""
        return tables_of(Snapshot(self.path))

    def repairs(self) -> list[Repair]:
        """Return how stories were split and merged as articles came, in that order. Raises CorpusFormat."""
        return Snapshot(self.path).records("repairs")

    def tables_about(self, articles: Collection[str]) -> Tables:
        """Return what the corpus holds of some articles: their stories and statements, who else is in these, and the
        versions that they took the place of.
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
        """
        export = exporter(format)
        tables = self.tables()
        with _writing(folder) as target:
            return export(tables, target, with_text=with_text)

    def report(self, folder: Path | str | None = None) -> Path:
        """Write the static report into ``folder`` (``report`` in the corpus if None); return its page.

        Raises OutputError where it cannot be written.
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
    except OSError as e:
        raise OutputError(f"{folder}: cannot be written: {e.strerror or e}") from e
