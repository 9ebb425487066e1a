"""Which of the article's organisations "the company", "the ministry" or "the sheriff's office" goes back to."""

from bisect import bisect_left
from collections.abc import Sequence

from firsthand.annotate import gazetteer
from firsthand.annotate.names import Entity, Named
from firsthand.annotate.speakers.figures import Figure
from firsthand.annotate.speakers.lexicon import NO_FIRMS
from firsthand.text import plain

_NEAR = 600  # characters before "the company" in which the company that it means is looked for first (ours)


class Bodies:
    """The organisations of one article, in text order."""

    def __init__(self, named: Sequence[Named]) -> None:
        self.named = [n for n in named if n.entity.kind == "organisation"]
        self._starts = [n.start for n in self.named]

    def firm(self, at: int) -> Entity | None:
        """Return the company that "the company" goes back to: the only one named so far, or in the last sentences."""
        firms = [n for n in self.named[: bisect_left(self._starts, at)] if _can_be_firm(n.entity)]
        return _only([n for n in firms if n.start > at - _NEAR]) or _only(firms)

    def with_noun(self, noun: str, at: int) -> Entity | None:
        """Return the one body that has ``noun`` in its name: the only one, or the only one in the last sentences."""
        holds = [n for n in self.named if any(plain(w) == noun for w in n.entity.words)]
        return _only([n for n in holds if at - _NEAR < n.start < at]) or _only(holds)

    def ending_in(self, words: str) -> Entity | None:
        """Return the one body whose name ends in these words, as "the sheriff's office" may."""
        ending = " " + plain(words)
        return _only([n for n in self.named if n.entity.key.endswith(ending)]) if " " in words else None


def _only(found: Sequence[Named]) -> Entity | None:
    entities = {id(n.entity): n.entity for n in found}
    return next(iter(entities.values())) if len(entities) == 1 else None


def may_be_firm(figure: Figure) -> bool:
    """Tell whether a figure may be a company: no outlet, no well-known body, no ministry; a name of any kind may."""
    if figure.entity is None:
        return figure.kind == "unsure"
    return figure.kind == "body" and _can_be_firm(figure.entity)


def is_outlet(figure: Figure) -> bool:
    """Tell whether a figure is an outlet or agency of the gazetteer."""
    return figure.entity is not None and figure.kind == "body" and gazetteer.publisher(figure.entity.name) is not None


def is_body(figure: Figure) -> bool:
    """Tell whether a figure is a named body and no outlet."""
    return figure.entity is not None and figure.kind == "body" and not is_outlet(figure)


def _can_be_firm(entity: Entity) -> bool:
    if gazetteer.publisher(entity.name) or gazetteer.organisation(entity.name):
        return False
    return not {plain(w) for w in entity.words} & NO_FIRMS
