"""What a corpus holds, as records, as an argument, as data frames."""

from typing import TYPE_CHECKING

from firsthand.api.folder import Folder, tables_of
from firsthand.api.story_reasons import reasons_of
from firsthand.errors import NotFound
from firsthand.model import Article, Rejected, StoryReasons
from firsthand.model import Story as StoredStory
from firsthand.notebook.argument import Why, why_of
from firsthand.notebook.frames import arrow, pandas, polars
from firsthand.notebook.statement import Statement, statement_of
from firsthand.notebook.story import Story, story_of
from firsthand.present.tables import Tables
from firsthand.present.views.index import Index
from firsthand.store import Snapshot
from firsthand.text import plain

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa


class Records(Folder):
    """A corpus folder whose records are asked for."""

    def articles(self, *, story: str | None = None) -> list[Article]:
        """Return the stored articles, oldest first, those without a time last; of one story where its id is given.

        Raises NotFound where no story has the id, CorpusFormat where there is no corpus.

        >>> corpus.articles()[0].headline
        'Ferry with 214 aboard runs aground off Port Halden, all brought to safety'
        >>> story = corpus.stories()[0]
        >>> corpus.articles(story=story.id) == list(story.articles)
        True
        """
        index = Index(self.tables())
        if story is None:
            return index.in_time(index.articles)
        if story not in index.stories:
            raise NotFound(f"no story has the id {story!r}; firsthand show lists the stories")
        return index.in_time(index.stories[story].articles)

    def rejected(self) -> list[Rejected]:
        """Return what could not be used, each with the stage, a reason and what mends it, in the order it came.

        Raises CorpusFormat where there is no corpus.

        >>> [(r.reason, r.detail) for r in corpus.rejected()]
        []
        """
        return Snapshot(self.path).records("rejected")

    def stories(self) -> list[Story]:
        """Return the stories, those with the most articles first, each with its range of independent origins.

        Empty where the corpus was not linked. Raises CorpusFormat where there is no corpus.

        >>> story = corpus.stories()[0]
        >>> 1 <= story.origins_low <= story.origins_high < len(story.articles)
        True
        >>> print(story.sentence)
        Six of the eleven articles carry Norda’s words, ...
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
        8 1 The bridge did what it is trained to do: it dropped both anchors and called for help at once
        8 1 the ship had lost its steering for roughly four minutes before it touched the rocks
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
        Maren Skye on the rocks: 214 safe after Gull Reef grounding
        The Halden Courier: wire · 3 March 2024, 23:10 UTC+01:00 · harbor-02-courier
        Its words are Norda’s, and it says so. The news in it goes back to Norda.
        ...
        """
        tables = self.tables()
        return why_of(tables, id, self.story_reasons(id, tables))

    def story_reasons(self, id: str, tables: Tables | None = None) -> StoryReasons | None:  # noqa: A002
        """Return why the articles of a story are one, and what keeps the nearest other stories apart; None where the id
        is that of an article or a statement.

        It is worked out anew, over 60 articles of the story and some of each neighbour at most; ``tables`` are those of
        the corpus where they were read already. Raises NotFound, CorpusFormat where there is no corpus.

        >>> story = corpus.stories()[0]
        >>> found = corpus.story_reasons(story.id)
        >>> len(found.links) == len(story.articles)
        True
        >>> print(found.links[0].speaks_for[0].text)
        They share ...
        """
        found = Index(tables or self.tables()).find(id)
        return reasons_of(self.path, found.id, self.config.link) if isinstance(found, StoredStory) else None

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
        >>> bool((stories["origins_low"] <= stories["origins_high"]).all())
        True
        """
        return pandas(self.tables(), table, with_text=with_text)

    def polars(self, table: str, *, with_text: bool = False) -> "pl.DataFrame":
        """Return one table as a polars data frame, nested types as they are; see ``arrow``.

        Raises MissingExtra without the extra ``polars``.

        >>> corpus.polars("quotations").group_by("type").len().sort("type")["type"].to_list()
        ['direct', 'indirect', 'mixed']
        """
        return polars(self.tables(), table, with_text=with_text)

    def tables(self) -> Tables:
        """Return everything the corpus holds, as of its last finished step. Raises CorpusFormat if there is none.

        >>> tables = corpus.tables()
        >>> len(tables.articles), tables.stories[0].articles[0] in {a.id for a in tables.articles}
        (61, True)
        """
        return tables_of(Snapshot(self.path))
