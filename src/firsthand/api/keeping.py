"""Keeping a corpus: whether it is whole, its size, its copies, and what is to be forgotten."""

from pathlib import Path

from firsthand.adding import Progress
from firsthand.api.folder import silent
from firsthand.api.linking import Linking
from firsthand.errors import NotFound
from firsthand.keeping.backup import BackedUp, backup
from firsthand.keeping.carry import backup_to_store
from firsthand.keeping.compact import ALL, an_hour_ago
from firsthand.keeping.fault import Fault
from firsthand.keeping.forget import Forgotten, forget
from firsthand.keeping.repair import Repaired, repair
from firsthand.keeping.verify import verify
from firsthand.keeping.who import Doomed, Kind, find
from firsthand.remote import is_address
from firsthand.store import Snapshot


class Keeping(Linking):
    """A corpus folder that is kept for long."""

    def verify(self) -> list[Fault]:
        """Return what is wrong with the corpus, having read all of it. Raises CorpusFormat where there is none.

        >>> corpus.verify()
        []
        """
        return verify(self.path)

    def repair(self) -> Repaired:
        """Mend what can be mended, and say what was done. Raises CorpusError; CorpusFormat where there is no corpus.

        >>> corpus.repair().left
        []
        """
        return repair(self.path, self.wait)

    def compact(self, *, all_versions: bool = False) -> int:
        """Make few files of many and remove old versions; return the bytes that were freed. Raises CorpusError.

        Versions of the last hour are kept, for readers that have them open, unless ``all_versions`` go.

        >>> freed = corpus.compact(all_versions=True)
        >>> corpus.verify()
        []
        """
        Snapshot(self.path)  # where there is no corpus none is made
        with self._writer() as writer:
            return writer.compact(ALL if all_versions else an_hour_ago())

    def backup(self, target: Path | str) -> BackedUp:
        """Copy the corpus as it is after its last finished step, whoever writes to it meanwhile.

        ``target`` is a folder or a URL of an object store where nothing is yet. Raises OutputError, CorpusFormat.

        >>> copied = corpus.backup("copy")
        >>> fh.open("copy").tables() == corpus.tables()
        True
        """
        if isinstance(target, str) and is_address(target):
            return backup_to_store(self.path, target)
        return backup(self.path, Path(target))

    def find(self, name: str, kind: Kind | None = None) -> Doomed:
        """Return what ``forget`` would remove: an article's, a publisher's or a person's texts. Raises NotFound.

        >>> [article.headline for article in corpus.find("single-04-bees").articles]
        ['Lorry load of bees closes motorway for five hours']
        """
        return find(Snapshot(self.path), name, kind)

    def forget(self, name: str, kind: Kind | None = None, *, progress: Progress = silent) -> Forgotten:
        """Remove texts and all that was made of them for good, and count anew; see ``find`` for whose they are.

        Nothing of them is left in the corpus folder, and ``add`` does not take them again. Where the corpus was
        linked, linking follows. Raises NotFound, ConfigError, CorpusError.

        >>> corpus.forget("Lowland Post", kind="publisher").rows["articles"]
        5
        >>> any(article.publisher == "Lowland Post" for article in corpus.articles())
        False
        """
        self._may_change()
        with self._writer() as writer:
            snapshot = Snapshot(self.path)
            forgotten = forget(snapshot, writer, find(snapshot, name, kind))
            if forgotten.was_linked:
                self._link(writer, progress)
            return forgotten

    def remember(self, article: str) -> None:
        """Let an article that was forgotten be added again. Raises NotFound, CorpusError.

        >>> gone = corpus.find("single-04-bees").articles[0].id
        >>> forgotten = corpus.forget(gone)
        >>> corpus.remember(gone)
        >>> corpus.trace(["news/other"]).stored
        1
        """
        Snapshot(self.path)
        with self._writer() as writer:
            if article not in writer.forgotten():
                raise NotFound(f"no forgotten article has the id {article!r}")
            writer.remember([article])
