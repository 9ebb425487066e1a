"""The organisations of one story: "the ministry", "WGC" and "Norlandia's Foreign Ministry" may be one of them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from firsthand.link.statements.speakers.letters import word_set
from firsthand.link.statements.speakers.titles import body
from firsthand.model import Mention
from firsthand.text import fold, words

# "World Grain Council (WGC)": the short form right after the name.
_IN_BRACKETS = re.compile(r"\s?\(([A-Z][A-Za-z.&]{1,9})\)")
_SMALL = word_set("of the for and in on at to de la le des du")
_OF_PLACE = re.compile(r"((?:[A-Z][\w-]{1,20} ){0,2}[A-Z][\w-]{1,20}['’]s? )$")
# Past so many bodies in a story nobody can tell which a description means: bounds the search (ours).
MOST = 200
_SHORTEST = 3  # letters of a short form that nothing explains (ours)


def key(name: str) -> str:
    """Return what is equal for one body's name: no article, no case, no marks."""
    return " ".join(words(name)).removeprefix("the ")


def named(text: str, mention: Mention) -> str:
    """Return an organisation's name with whose it is, where that stands before it: "Norlandia's Foreign Ministry"."""
    owner = _OF_PLACE.search(text[max(0, mention.start - 64) : mention.start])
    return f"{owner.group(1)}{mention.name}" if owner else mention.name


def short_form(text: str, mention: Mention) -> str | None:
    """Return the short form that the text gives an organisation's name in brackets, if its letters are the name's."""
    match = _IN_BRACKETS.match(text[mention.end : mention.end + 16])
    if match is None:
        return None
    letters = match.group(1).replace(".", "")
    return letters if _abbreviates(letters, mention.name) else None


class Bodies:
    """The bodies of a story."""

    def __init__(self, names: Iterable[str], short_forms: Mapping[str, str]) -> None:
        """Take the names of the story's bodies, and for short forms that a text explains the name they stand for."""
        known = {key(name): name for name in sorted(names)}
        self.names = known
        self._explained = {key(short): key(name) for short, name in short_forms.items()}
        self._initials: dict[str, set[str]] = defaultdict(set)
        for one, name in known.items():
            if len(letters := _initials(name)) >= _SHORTEST:
                self._initials[letters.lower()].add(one)
        found = {one: made for one, name in known.items() if (made := body(name)) is not None}
        self._titles = found if len(found) <= MOST else {}

    def find(self, name: str) -> str | None:
        """Return the key of the body that a name or a description means: of the one that it fits, else None."""
        mine = key(name)
        if mine in self._explained:
            return self._explained[mine]
        if name.isupper() and len(full := self._initials.get(mine, set())) == 1:
            return min(full)
        wanted = body(name)
        if wanted is None or wanted.common:
            return None
        fits = {one: t for one, t in self._titles.items() if wanted.fits(t)}
        # "The ministry" is a narrower one where there is just one; of "Foreign Ministry" two countries may have one.
        narrow = {one: t for one, t in fits.items() if all(other.fits(t) for other in fits.values())}
        if any(t.fits(wanted) for t in narrow.values()):
            return mine if mine in self.names else None  # no more is said of it than here
        return min(narrow, key=lambda one: (-len(one), one), default=None)


def _abbreviates(letters: str, name: str) -> bool:
    """Tell whether the letters of a short form begin the words of a name, small words left out or not."""
    parts = fold(name).replace("-", " ").split()
    ways = ("".join(w[0] for w in parts), "".join(w[0] for w in parts if w.lower() not in _SMALL))
    return letters.upper() in {way.upper() for way in ways}


def _initials(name: str) -> str:
    return "".join(w[0] for w in fold(name).replace("-", " ").split() if w[0].isupper())
