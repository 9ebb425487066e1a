"""Figures: the people, bodies, groups and things that an article talks about, named or not."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from firsthand.annotate import gazetteer, genders
from firsthand.annotate.names import Entity
from firsthand.annotate.speakers.lexicon import ANONYMOUS, SELF_NAMED, personal, plural
from firsthand.annotate.tokens import Token
from firsthand.text import squeeze

# "unsure" is a name of which nothing tells whether a person, a company or a town bears it.
Kind = Literal["person", "people", "body", "place", "thing", "unsure"]


@dataclass(eq=False, slots=True)
class Figure:
    """Somebody or something that the text talks about. ``shown`` is what it is called as a speaker, None if unknown."""

    kind: Kind
    shown: str | None
    gender: str | None = None
    entity: Entity | None = None
    noun: str = ""  # the head of the words that brought in one without a name


@dataclass(frozen=True, slots=True)
class Touch:
    """A mention of a figure: where, in which sentence, and what it is there.

    ``subject`` says that its sentence is about it, ``owner`` that it is a possessive ("Ols's"), ``quoted`` that it
    stands in quotation marks, ``spoke`` that it is the source of a quotation.
    """

    at: int
    figure: Figure
    sentence: int
    subject: bool = False
    owner: bool = False
    quoted: bool = False
    spoke: bool = False


class Cast:
    """The named figures of one article: one for each entity, one for each name that nothing tells more of."""

    def __init__(self) -> None:
        self._figures: dict[int, Figure] = {}
        self._unsure: dict[str, Figure] = {}

    def figure(self, entity: Entity) -> Figure:
        """Return the figure of an entity."""
        found = self._figures.get(id(entity))
        if found is None:
            kind: Kind = "body" if entity.kind == "organisation" else entity.kind
            gender = entity.gender or (genders.of(entity.words[0]) if len(entity.words) > 1 else None)
            found = self._figures[id(entity)] = Figure(kind, shown(entity.name), gender, entity)
        return found

    def together(self, entities: Sequence[Entity]) -> Figure:
        """Return the figure of several who speak or act together: "Ada Quell and Tom Brand"."""
        names = " and ".join(dict.fromkeys(shown(e.name) for e in entities))
        return self._unsure.setdefault(names, Figure("people", names))

    def unsure(self, words: str) -> Figure:
        """Return the figure of a name, the same for every name with its last word."""
        return self._unsure.setdefault(words.split()[-1], Figure("unsure", shown(words)))


def unnamed(row: Sequence[Token], head: int, words: str | None) -> Figure:
    """Return a figure for a description that no name goes with; ``words`` is what it is called."""
    noun = row[head].norm
    single = noun.removesuffix("s")
    person = personal(single) or words == ANONYMOUS
    kind: Kind = "person" if person else "body" if gazetteer.organisation_head(noun) else "thing"
    if plural(noun):
        group = person or noun in SELF_NAMED or gazetteer.organisation_head(single) or gazetteer.role(noun)
        return Figure("people" if group else "thing", _squeezed(words), noun=noun)
    told = next((g for t in row[: head + 1] if (g := genders.told_by(t.norm)) is not None), None)
    return Figure(kind, _squeezed(words), told, noun=noun)


def shown(name: str) -> str:
    """Return a name without its article."""
    return re.sub(r"^[Tt]he ", "", name)


def _squeezed(words: str | None) -> str | None:
    return None if words is None else squeeze(words)
