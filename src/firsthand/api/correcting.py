"""What the user knows better: corrections by hand, and the count after them."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace

from firsthand.adding import Progress
from firsthand.api.folder import Folder, silent, tables_of
from firsthand.api.linking import by_name
from firsthand.model import Correction, Relation
from firsthand.pipeline.link import Links
from firsthand.pipeline.recount import patched, recount, recount_touched
from firsthand.present import corrections
from firsthand.present.tables import Tables
from firsthand.store import Snapshot, Writer


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction that was kept or taken back, and the corpus before and after it."""

    correction: Correction
    before: Tables
    after: Tables


class Correcting(Folder):
    """A corpus folder that takes corrections."""

    def merge(self, *ids: str, note: str | None = None, progress: Progress = silent) -> Corrected:
        """Keep that stories are one, statements one utterance, or articles one text, and count anew.

        ``ids`` are two or more of one kind. The user's word wins over what is inferred, now and whenever the corpus is
        linked, and over what the user said before. Raises NotFound for an id that nothing has, InputError where the ids
        do not go together, ConfigError, CorpusError.

        >>> one, other = corpus.stories()[:2]
        >>> made = corpus.merge(one.id, other.id, note="one storm")
        >>> made.correction.number, len(made.before.stories) - len(made.after.stories)
        (1, 1)
        """
        return self._correct(lambda tables: corrections.merge(tables, ids, note), progress)

    def split(self, *ids: str, note: str | None = None, progress: Progress = silent) -> Corrected:
        """Keep that articles are not one text, that articles are not of a story, that quotations do not report a
        statement, or that stories or statements are not one, and count anew; see ``merge``.

        >>> story = corpus.stories()[0]
        >>> made = corpus.split(story.id, story.articles[-1].id)
        >>> len(corpus.stories()[0].articles) < len(story.articles)
        True
        """
        return self._correct(lambda tables: corrections.split(tables, ids, note), progress)

    def origin(
        self,
        article: str,
        name: str,
        *,
        relation: Relation | None = None,
        note: str | None = None,
        progress: Progress = silent,
    ) -> Corrected:
        """Keep whose words an article carries (``"own"`` for its outlet itself, ``"unknown"``), and count anew; see
        ``merge``.

        >>> made = corpus.origin("single-04-bees", "Norda", note="their desk says so")
        >>> corpus.why("single-04-bees").data["rests_on"]
        ['Norda']
        """
        return self._correct(lambda tables: corrections.origin(tables, article, name, relation, note), progress)

    def undo(self, number: int, *, progress: Progress = silent) -> Corrected:
        """Take a correction back, and count anew: all is as if it had not been made.

        Raises NotFound, ConfigError, CorpusError.

        >>> made = corpus.origin("single-04-bees", "Norda")
        >>> undone = corpus.undo(made.correction.number)
        >>> [correction.undone is None for correction in corpus.corrections()]
        [False]
        """
        self._may_change()
        with self._writer() as writer:
            before = tables_of(Snapshot(self.path))
            correction = corrections.taken_back(before, number)
            writer.undo(number)
            return Corrected(correction, before, self._recount(writer, before, correction, progress))

    def corrections(self) -> list[Correction]:
        """Return all corrections ever made, in order; those with a time in ``undone`` were taken back.

        >>> made = corpus.origin("single-04-bees", "Norda", note="their desk says so")
        >>> [(correction.verb, correction.name, correction.note) for correction in corpus.corrections()]
        [('origin', 'Norda', 'their desk says so')]
        """
        return Snapshot(self.path).corrections

    def _correct(self, make: Callable[[Tables], Correction], progress: Progress) -> Corrected:
        """Record what ``make`` says of the corpus as it is, and count anew."""
        self._may_change()
        with self._writer() as writer:
            before = tables_of(Snapshot(self.path))
            correction = writer.correct(make(before))
            return Corrected(correction, before, self._recount(writer, before, correction, progress))

    def _recount(self, writer: Writer, before: Tables, correction: Correction, progress: Progress) -> Tables:
        """Count anew what a correction bears on, in one step; return the corpus as it is then."""
        snapshot = Snapshot(self.path)
        known = replace(before, corrections=snapshot.corrections, uncounted=snapshot.uncounted)
        if not before.stories:
            return known  # nothing was linked yet: linking will take it into account
        parts = {f.name: getattr(before, f.name) for f in fields(Links) if f.name != "inferred"}
        old = Links(**parts, inferred=snapshot.records("inferred"))
        total = len(before.articles)
        read = {a.id: a for a in before.articles}, {a.article: a for a in before.annotations}, before.recurring, old

        def tell(part: str) -> None:
            progress(part, total, total)

        if before.uncounted:
            links, traced = recount(*read, snapshot.corrections, None, self.config, tell)
            changed = {name: rows for name, rows in by_name(links).items() if rows is not getattr(old, name)}
            writer.step("correct", replace={**changed, **by_name(traced)})
            changed.pop("inferred", None)
            return replace(known, **changed, **by_name(traced), uncounted=[])
        made = recount_touched(snapshot, *read, snapshot.corrections, correction, self.config, tell)
        same = made.links.inferred == old.inferred
        writer.step("correct", replace={} if same else {"inferred": made.links.inferred}, patch=made.patch)
        after = {name: patched(name, getattr(before, name), made.patch) for name in made.patch}
        return replace(known, **after, uncounted=[])
