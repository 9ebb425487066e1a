"""The words beside a cue, read as a noun phrase: its determiner, its head, and a name that stands in apposition."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from firsthand.annotate.grammar import NOUN_LINKS, PREPOSITIONS, finite
from firsthand.annotate.speakers.lexicon import AFTER_NOUN, PRONOUNS
from firsthand.annotate.tokens import Token, tokenize

_LED = ("the", "both", "and", "but", "that")
_AGED = re.compile(r"\d{1,3}-year-old$")
_LINKS = NOUN_LINKS | PREPOSITIONS | {"who", "that", "which", ","}


@dataclass(frozen=True, slots=True)
class Mention:
    """A speaker's mention: its words without a leading article, where its head is among them, and whether "the" led."""

    row: Sequence[Token]
    head: int
    definite: bool

    @property
    def start(self) -> int:
        """Where its first word begins."""
        return self.row[0].start

    @property
    def end(self) -> int:
        """Where its last word ends."""
        return self.row[-1].end

    @property
    def noun(self) -> str:
        """The norm of its head."""
        return self.row[self.head].norm

    @property
    def first(self) -> str:
        """The norm of its first word."""
        return self.row[0].norm

    @property
    def pronoun(self) -> str | None:
        """The pronoun that it is, or None; the WHO is none."""
        clitic = len(self.row) == 2 and self.row[1].text[0] in "'’"
        alone = len(self.row) == 1 or clitic
        return self.first if alone and self.row[0].text != "WHO" and self.first in PRONOUNS else None

    @property
    def age(self) -> str | None:
        """The age that it tells somebody by: "the 54-year-old"."""
        told = "".join(t.norm for t in self.row[:3])
        return told.removesuffix("-year-old") if _AGED.match(told) else None


def read(text: str, start: int, end: int) -> Mention | None:
    """Return ``text[start:end]`` as a mention; None where it has no words."""
    row = tokenize(text, start, end)
    definite = False
    while row and (row[0].norm in _LED or not row[0].word) and len(row) > (row[0].norm == "that"):
        definite = definite or row[0].norm == "the"
        row = row[1:]
    while row and not row[-1].word and row[-1].text not in "'’)":
        row = row[:-1]
    return Mention(row, head(row), definite) if row else None


def head(row: Sequence[Token]) -> int:
    """Return the head of a noun phrase: its last word before "of", "in", a comma, "familiar with" or "reviewed by"."""
    for i, token in enumerate(row):
        if i and token.norm in _LINKS:
            aside = i > 1 and (row[i - 1].norm in AFTER_NOUN or (finite(row[i - 1].norm) and not row[i - 1].capital))
            return i - 2 if aside else i - 1
    return len(row) - 1
