"""Which of the article's people a description fits: by office, by what is said beside their names, by age."""

import re
from collections.abc import Sequence

from firsthand.annotate import gazetteer, genders
from firsthand.annotate.names import Entity, Named
from firsthand.annotate.speakers.lexicon import SYNONYMS
from firsthand.annotate.speakers.mention import Mention
from firsthand.text import plain

_AGE = re.compile(r",? \(?(?:aged? )?(\d{1,3})(?=[,.);]| year)")


class People:
    """The people of one article."""

    def __init__(self, text: str, named: Sequence[Named]) -> None:
        self.text = text
        self.named = named
        self.entities = list({id(n.entity): n.entity for n in named if n.entity.kind == "person"}.values())

    def of_role(self, mention: Mention) -> list[Entity]:
        """Return those who have the role that a description tells, the best fits only.

        Its other words choose among several: an office ("foreign minister"), a country, what stands beside the names.
        """
        head, row = mention.noun, mention.row
        countries = {c for t in row if (c := gazetteer.country(t.text)) is not None}
        fits = [e for e in self.entities if self._has(e, head, countries)]
        before = {t.norm for t in row[: mention.head]}
        offices = {w for w in before if gazetteer.office(w)}
        fits = [e for e in fits if offices <= e.roles] or fits
        return _most(fits, before | {t.norm for t in row[mention.head + 1 :]})

    def _has(self, entity: Entity, head: str, countries: set[str]) -> bool:
        told = genders.told_by(head)
        if told and entity.gender not in (None, told):
            return False
        apart = bool(countries) and bool(entity.countries) and not countries & entity.countries
        if head in entity.roles or (head in entity.about and not gazetteer.office(head)):
            return not apart
        other = SYNONYMS.get(head, frozenset()) & entity.roles
        return bool(other) and (not countries or bool(countries & entity.countries))

    def of_age(self, age: str) -> Entity | None:
        """Return the one whose name the age stands beside."""
        found = {id(n.entity): n.entity for n in self.named if n.entity.kind == "person" and self._age(n) == age}
        return next(iter(found.values())) if len(found) == 1 else None

    def _age(self, name: Named) -> str | None:
        found = _AGE.match(self.text, name.end)
        return found[1] if found else None


def _most(fits: Sequence[Entity], words: set[str]) -> list[Entity]:
    """Keep those beside whose names most of a description's words stand."""
    if len(fits) < 2:
        return list(fits)
    shared = [len(words & (e.about | {plain(c) for c in e.countries})) for e in fits]
    return [e for e, n in zip(fits, shared, strict=True) if n == max(shared)]
