"""The people of one article: who a full name, a surname or a title and a surname mean."""

import re
from collections import defaultdict
from collections.abc import Sequence

from firsthand.annotate import gazetteer, genders, runs
from firsthand.annotate.grammar import word_set
from firsthand.annotate.names.entities import Entity, Named, compatible, surname
from firsthand.annotate.tokens import Token
from firsthand.text import squeeze

_BESIDE = 1_000  # characters after a full name in which a shared surname is taken for its bearer's
KIN = word_set("lady wife husband daughter son mother father brother sister widow cousin nephew niece")
INITIAL = re.compile(r"[A-Z]\.?$")
_NAMESAKES = 100  # people of one surname among whom one is looked for: bounds the search
_OF_OTHERS = word_set("of for to")
_KNIGHTLY = word_set("sir dame")


class Roster:
    """People indexed by surname and by given name, and where each was last named in full."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.by_surname: defaultdict[str, list[Entity]] = defaultdict(list)
        self._by_given: defaultdict[str, list[Entity]] = defaultdict(list)
        self._last_full: dict[str, Named] = {}

    def learn(self, name: Sequence[Token], titles: Sequence[Token]) -> Entity:
        """Return the person of a name, a new one where nobody known can be meant; the fuller form stays."""
        words = tuple(t.text for t in name)
        entity = self.same(words, titles, name[0].start) or self._new(words)
        fuller = len(words) == len(entity.words) and INITIAL.match(entity.words[0]) and not INITIAL.match(words[0])
        if len(words) > len(entity.words) or fuller:
            entity.words, entity.name = words, squeeze(self.text[name[0].start : name[-1].end])
            entity.gender = entity.gender or genders.of(words[0])
        return entity

    def _new(self, words: tuple[str, ...]) -> Entity:
        entity = Entity("person", " ".join(words), words, gender=genders.of(words[0]) if len(words) > 1 else None)
        self.by_surname[surname(words)].append(entity)
        if len(words) > 1:
            self._by_given[words[0]].append(entity)
        return entity

    def named_at(self, words: tuple[str, ...], name: Named) -> None:
        """Note where a full name stands: a shared surname after it is its bearer's."""
        if len(words) > 1:
            self._last_full[surname(words)] = name

    def same(self, words: tuple[str, ...], titles: Sequence[Token], at: int) -> Entity | None:
        """Return the person already known whom ``words`` can name."""
        known = self.by_surname.get(surname(words), [])[:_NAMESAKES]
        if len(words) > 1:
            return next((e for e in known if len(e.words) > 1 and compatible(e.words, words)), None)
        if titles:
            norms = {t.norm for t in titles}
            return self._titled(known, norms) or (self._knighted(words[0]) if norms & _KNIGHTLY else None)
        if len(known) < 2:
            return known[0] if known else None
        last = self._last_full.get(surname(words))
        beside = last is not None and 0 < at - last.start < _BESIDE and "\n" not in self.text[last.start : at]
        if last is not None and beside:
            return last.entity
        return next((e for e in known if not _relative(e)), known[0])

    def _knighted(self, given: str) -> Entity | None:
        """Return the person whom "Sir" and a given name mean."""
        fits = self._by_given.get(given, [])
        return fits[0] if len(fits) == 1 else None

    def _titled(self, known: Sequence[Entity], titles: set[str]) -> Entity | None:
        """Return the person whom a title and a surname name: never the wife or son of whom they name."""
        told = {g for t in titles if (g := genders.told_by(t)) is not None}
        fits = [e for e in known if not (told and e.gender and e.gender not in told)]
        alike = [e for e in fits if e.roles & titles]
        others = [e for e in fits if not _relative(e)]
        relatives = fits if titles <= genders.HONORIFICS.keys() else []  # "Mrs. Reve" may be the wife
        return next(iter(alike or others or relatives), None)


def _relative(entity: Entity) -> bool:
    """Tell whether all that a text says somebody is, is somebody's wife, son or first lady."""
    return bool(entity.roles) and entity.roles <= KIN | {"first"}


def describe(entity: Entity, *phrases: Sequence[Token]) -> None:
    """Note what the phrases beside a name say of its bearer: roles, countries, gender.

    "A spokeswoman for the mayor" is no mayor, nor is "the president's wife" or "the wife of the president" a president.
    """
    for phrase in phrases:
        own = max((i + 1 for i, t in enumerate(phrase) if t.norm == "'s"), default=0)
        others = next((i for i, t in enumerate(phrase) if i > own and t.norm in _OF_OTHERS), len(phrase))
        for i, token in enumerate(phrase):
            _note(entity, token, holds=own <= i and (i < others or not gazetteer.role(token.norm)))


def _note(entity: Entity, token: Token, *, holds: bool) -> None:
    """Note one word; ``holds`` says that an office it names is the bearer's own."""
    norm = token.norm
    if norm not in runs.FUNCTION:
        entity.about.add(norm)
    if holds and (gazetteer.office(norm) or norm in KIN):
        entity.roles.add(norm)
    if country := gazetteer.country(token.text):
        entity.countries.add(country)
    if holds:
        entity.gender = entity.gender or genders.told_by(norm)
