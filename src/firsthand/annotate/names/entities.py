"""What a name stands for: one person, organisation or place, with all that the article says of who it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from firsthand.model import MentionKind
from firsthand.text import plain, squeeze


@dataclass(slots=True)
class Entity:
    """One person, organisation or place of the article, with all that the text says of who it is."""

    kind: MentionKind
    name: str
    words: tuple[str, ...]
    roles: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    about: set[str] = field(default_factory=set)  # small words in front and in appositions: what it is called besides
    gender: str | None = None

    @property
    def key(self) -> str:
        """The folded name: what joins mentions."""
        return squeeze(plain(self.name))


@dataclass(frozen=True, slots=True)
class Named:
    """A name at its place."""

    start: int
    end: int
    entity: Entity


def surname(words: Sequence[str]) -> str:
    """Return the folded last word, suffixes and the Arabic article left out."""
    last = words[-1]
    if len(words) > 1 and plain(last).strip(".") in ("jr", "sr", "ii", "iii", "iv"):
        last = words[-2]
    return re.sub(r"^(?:al|el|ash|as)-", "", plain(last))


def compatible(a: Sequence[str], b: Sequence[str]) -> bool:
    """Tell whether two full names with one surname can be one person: same first name, or an initial of it."""
    first, second = plain(a[0]).strip("."), plain(b[0]).strip(".")
    if first == second or (min(len(first), len(second)) == 1 and first[0] == second[0]):
        return True
    return first in map(plain, b) or second in map(plain, a)
