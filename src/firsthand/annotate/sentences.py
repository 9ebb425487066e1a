"""Sentences as rows of items: words, punctuation, and each quoted stretch as one opaque item.

Rules of our own: a full stop ends a sentence unless it belongs to an abbreviation or an initial; a closing quotation
mark ends one where the quoted words end in a full stop and no reporting clause goes on from it.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from firsthand.annotate.grammar import DETERMINERS, MONTHS, SUBJECT_PRONOUNS, word_set
from firsthand.annotate.marks import Region
from firsthand.annotate.tokens import NEVER_FINAL, Token, tokenize

_NAMES_TOO = frozenset(("May", "Will", "WHO"))
_INVERTED = re.compile(r"(?P<verb>\w+)-(?:t-)?(?P<pronoun>il|elle)")
MAX_ITEMS = 400  # a longer sentence is cut: no writer's is, and reading one costs more than its length
_ENDS = frozenset(".!?…")
_STARTERS = DETERMINERS | SUBJECT_PRONOUNS | word_set("but and in on at however there if when while as")


class Item(NamedTuple):
    """One item of a sentence: a token, or a quoted region (``quote`` set, ``norm`` a lone mark)."""

    start: int
    end: int
    text: str
    norm: str
    quote: Region | None = None

    @property
    def capital(self) -> bool:
        """Whether it is a word that begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def word(self) -> bool:
        """Whether it is a word or a number."""
        return self.quote is None and (self.text[0].isalnum() or self.text[0] in "@#")


Sentence = Sequence[Item]


def items(text: str, start: int, end: int, regions: Sequence[Region]) -> list[Item]:
    """Return the items of ``text[start:end]``, every region folded into one."""
    out: list[Item] = []
    cursor = start
    for region in regions:
        out += map(_item, tokenize(text, cursor, region.start))
        out.append(Item(region.start, region.end, '"', '"', region))
        cursor = region.end
    out += map(_item, tokenize(text, cursor, end))
    out = [_renamed(out, i) if item.text in _NAMES_TOO else item for i, item in enumerate(out)]
    return [part for item in out for part in _parted(item)]


def _parted(item: Item) -> list[Item]:
    """Return the verb and the pronoun of French "dit-elle" and "a-t-il" as two items; else the item alone."""
    found = _INVERTED.fullmatch(item.norm) if "-" in item.norm and item.quote is None else None
    if found is None or len(item.norm) != len(item.text):
        return [item]
    verb, pronoun = found["verb"], found["pronoun"]
    cut, begin = item.start + len(verb), item.end - len(pronoun)
    left = Item(item.start, cut, item.text[: len(verb)], verb)
    return [left, Item(begin, item.end, item.text[-len(pronoun) :], pronoun)]


def _renamed(row: Sequence[Item], i: int) -> Item:
    """Give the WHO, and "May" and "Will" beside another name, a norm of their own: here they are names."""
    item = row[i]
    if item.text == "WHO":
        return item._replace(norm=item.text)
    other = i - 1 if item.text == "May" else i + 1
    if 0 <= other < len(row) and row[other].capital and row[other].norm not in MONTHS:
        return item._replace(norm=item.text)
    return item


def _item(token: Token) -> Item:
    return Item(*token)


def split(text: str, row: Sequence[Item]) -> list[list[Item]]:
    """Return the sentences that ``row`` (one paragraph) holds."""
    out: list[list[Item]] = []
    begin = 0
    for i in range(len(row)):
        if _ends(text, row, i) or i - begin >= MAX_ITEMS:
            out.append(list(row[begin : i + 1]))
            begin = i + 1
    if begin < len(row):
        out.append(list(row[begin:]))
    return out


def _ends(text: str, row: Sequence[Item], i: int) -> bool:
    item = row[i]
    following = row[i + 1] if i + 1 < len(row) else None
    if following is None:
        return True
    if item.quote is not None:
        return _quote_ends(text, item.quote, following)
    if item.text[0] in _ENDS:
        return _stop_ends(row, i, following)
    if item.text[-1] == "." and item.text[0].isalpha() and item.norm not in NEVER_FINAL and len(item.text) > 2:
        return following.capital and following.norm in _STARTERS
    return False


def _stop_ends(row: Sequence[Item], i: int, following: Item) -> bool:
    if following.norm in ")]’'" or following.text[0] in _ENDS:
        return False
    glued = following.start == row[i].end
    if glued:  # "on the way.The area": pages that lost their blanks
        before = row[i - 1].text if i else ""
        return len(before) > 1 and before[-1:].isalnum() and (following.capital or following.quote is not None)
    return following.capital or not following.text[0].islower()


def _quote_ends(text: str, region: Region, following: Item) -> bool:
    last = text[region.inner_end - 1 : region.inner_end]
    if last not in _ENDS or last == "…":
        return False
    if following.quote is not None:
        return True
    if last == "." or following.start == region.end:
        return following.capital or following.text[0].isdigit()
    return False  # "Really?" may be followed by its reporting clause: clauses decide
