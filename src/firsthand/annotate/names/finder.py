"""Names at their places: first who is there, then where they stand."""

from collections.abc import Sequence

from firsthand.annotate import gazetteer, runs
from firsthand.annotate.layout import Paragraph
from firsthand.annotate.names.entities import Entity, Named
from firsthand.annotate.names.kinds import Sorter, without_form
from firsthand.annotate.names.roster import Roster, describe
from firsthand.annotate.runs import Run
from firsthand.annotate.tokens import Token, tokenize
from firsthand.model import Mention, MentionKind
from firsthand.text import plain, squeeze

_LONGEST = 4  # words of a known name in a title-case paragraph


def find(text: str, paragraphs: Sequence[Paragraph]) -> list[Named]:
    """Return the names in the paragraphs, sorted; names inside marks are found like others."""
    return Finder(text).run(paragraphs)


def mentions(named: Sequence[Named]) -> tuple[Mention, ...]:
    """Return names as mentions, each with the fullest form that the article gives it."""
    return tuple(Mention(n.start, n.end, n.entity.kind, n.entity.name, n.entity.key) for n in named)


class Finder:
    """Finds the names of one article."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.roster = Roster(text)
        self.others: dict[str, Entity] = {}
        self.named: list[Named] = []

    def run(self, paragraphs: Sequence[Paragraph]) -> list[Named]:
        """Read running text first, then title-case paragraphs with what is known from it."""
        rows = [tokenize(self.text, p.start, p.end) for p in paragraphs]
        small = frozenset([t.norm for row in rows for t in row if t.text[0].islower()])
        sorter = Sorter(self.text, self.roster, small)
        titled = [runs.title_case(row) for row in rows]
        found = [(row, runs.find(row)) for row, title in zip(rows, titled, strict=True) if not title]
        sorter.look(found)
        flat = [run for _, of_row in found for run in of_row]
        for full in (True, False):
            for run in flat:
                self._learn(sorter, run, full=full)
        for run in flat:
            self._place(sorter, run)
        for row, title in zip(rows, titled, strict=True):
            if title:
                self._known(row)
        self.named.sort(key=lambda n: (n.start, n.end))
        return self.named

    def _learn(self, sorter: Sorter, run: Run, *, full: bool) -> None:
        """Note a person: full names first, so that "President Reve" can join "Anna Reve" wherever that stands."""
        titles, name = sorter.parts(run)
        if not name or (len(name) > 1) != full or sorter.kind(run, titles, name) != "person":
            return
        entity = self.roster.learn(name, titles)
        describe(entity, run.fore, run.lead, titles, runs.apposition(run.tail))
        if led := runs.led(run.tail):
            entity.roles.add("head")
            entity.about.update(t.norm for t in led)

    def _place(self, sorter: Sorter, run: Run) -> None:
        titles, name = sorter.parts(run)
        if not name:
            return
        kind = sorter.kind(run, titles, name)
        words = tuple(t.text for t in name)
        person = self.roster.same(words, titles, run.start) if kind in (None, "person") else None
        if person is not None:
            self.roster.named_at(words, self._add(name, person))
        elif kind is not None:
            self._add(name, self._other(kind, name))
        elif (firm := self._firm(sorter, name)) is not None:
            self._add(name, firm)

    def _other(self, kind: MentionKind, name: Sequence[Token]) -> Entity:
        shown = squeeze(self.text[name[0].start : name[-1].end])
        bare = without_form(name) if kind == "organisation" else ()
        key = squeeze(plain(self.text[bare[0].start : bare[-1].end] if bare else shown))
        entity = self.others.setdefault(key, Entity(kind, shown, tuple(t.text for t in name)))
        if bare and len(name) > len(entity.words):  # "Harlan Steel" is called "Harlan Steel Corp." in full
            entity.name, entity.words = shown, tuple(t.text for t in name)
        return entity

    def _firm(self, sorter: Sorter, name: Sequence[Token]) -> Entity | None:
        """Return the one firm of which a word that names nothing else is the first: "Harlan" of "Harlan Steel"."""
        if len(name) != 1 or name[0].norm in sorter.small:
            return None
        first = f"{name[0].norm} "
        keys = [key for key in sorter.firms if key.startswith(first)]
        return self.others.get(squeeze(keys[0])) if len(keys) == 1 else None

    def _add(self, name: Sequence[Token], entity: Entity) -> Named:
        self.named.append(Named(name[0].start, name[-1].end, entity))
        return self.named[-1]

    def _known(self, row: Sequence[Token]) -> None:
        """Mark the names of a title-case paragraph that the running text or the gazetteer knows."""
        i = 0
        while i < len(row):
            step = 1
            for length in range(min(_LONGEST, len(row) - i), 0, -1):
                part = row[i : i + length]
                entity = self._recognise(part)
                if entity is not None:
                    self._add(part, entity)
                    step = length
                    break
            i += step

    def _recognise(self, part: Sequence[Token]) -> Entity | None:
        if not (part[0].capital and part[-1].capital):
            return None
        words = tuple(t.text for t in part)
        shown = squeeze(self.text[part[0].start : part[-1].end])
        other = self.others.get(squeeze(plain(shown)))
        if other is not None:
            return other
        if (person := self.roster.same(words, (), part[0].start)) is not None:
            return person
        if gazetteer.place(shown):
            return self._other("place", part)
        if gazetteer.publisher(shown) or gazetteer.organisation(shown):
            return self._other("organisation", part)
        return None
