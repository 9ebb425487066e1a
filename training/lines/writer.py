"""What writes an invented page line by line: words by chance, filled into the patterns of one language."""

import random
import re
from typing import Any

from firsthand.model import SegmentKind

_AGENCIES = ("AP", "AFP", "Reuters", "dpa", "TASS", "EFE", "ANP", "Xinhua", "PTI", "Belga")
_SLOT = re.compile(r"\{(\w+)\}")
_NICKS = (
    "{first}",
    "{first} {last}",
    "{first}{number}",
    "{low}_{number}",
    "{first} {initial}.",
    "{low}",
    "the_{low}",
    "{last}, {town}",
)


class Writer:
    """The lines of a page so far, and what stays the same on it: its title, its site, how its lines are set."""

    def __init__(self, chance: random.Random, words: dict[str, Any]) -> None:
        self.chance = chance
        self.words = words
        self.lines: list[tuple[str, SegmentKind]] = []
        self.site = self.pick("sites")
        self.capitals = chance.random() < 0.4
        self.title = self.headline()
        self.gap = chance.choice(("\n", "\n", "\n\n"))

    def text(self) -> str:
        """Return the page."""
        return self.gap.join(line for line, _ in self.lines)

    def add(self, label: SegmentKind, line: str) -> None:
        """Add a line; blanks at its beginning are its indentation."""
        self.lines.append((line, label))

    def maybe(self, share: float, label: SegmentKind, line: str) -> None:
        """Add a line on this share of the pages."""
        if self.chance.random() < share:
            self.add(label, line)

    def some(self, label: SegmentKind, name: str, least: int, most: int) -> None:
        """Add so many different lines of a list, in the order that chance has."""
        count = min(len(self.words[name]), self.chance.randint(least, most))
        for pattern in self.chance.sample(self.words[name], count):
            self.add(label, self.fill(pattern))

    def pick(self, name: str) -> str:
        """Return one entry of a list as it stands."""
        return str(self.chance.choice(self.words[name]))

    def filled(self, name: str) -> str:
        """Return one pattern of a list, filled."""
        return self.fill(self.pick(name))

    def fill(self, pattern: str) -> str:
        """Return a pattern with its slots filled; each may hold slots in turn."""
        return _SLOT.sub(lambda found: self._slot(found[1]), pattern)

    def _slot(self, name: str) -> str:
        chance = self.chance
        match name:
            case "person" | "PERSON":
                person = f"{self.pick('firsts')} {self.pick('lasts')}"
                return person.upper() if name == "PERSON" else person
            case "nick":
                return self.nick()
            case "agency":
                return chance.choice(_AGENCIES)
            case "site" | "title":
                return str(getattr(self, name)) if name == "site" else self.headline()
            case "day" | "small" | "count":
                return str(chance.randint(1, 28))
            case "month2":
                return f"{chance.randint(1, 12):02}"
            case "year":
                return str(chance.randint(2004, 2026))
            case "clock":
                return f"{chance.randint(1, 12)}:{chance.randint(0, 59):02}" + chance.choice(("", "", " am", " PM"))
            case "date":
                return self.fill(self.words["dates"][0])
            case "subject" | "town" | "month" | "weekday" | "menu":
                return self.pick({"menu": "menu"}.get(name, f"{name}s"))
        raise KeyError(name)

    def nick(self) -> str:
        """Return a commenter's name."""
        first = self.pick("firsts")
        known = {
            "first": first,
            "last": self.pick("lasts"),
            "low": first.casefold(),
            "number": str(self.chance.randint(1, 99)),
            "initial": self.pick("lasts")[0].upper(),
            "town": self.pick("towns"),
        }
        return self.chance.choice(_NICKS).format(**known)

    def headline(self) -> str:
        """Return the title of a report."""
        text = f"{self.pick('subjects')} {self.pick('verbs')} {self.pick('objects')}"
        if self.chance.random() < 0.3:
            text = f"{self.pick('towns')}: {text}"
        return text.title() if self.capitals else text

    def sentence(self) -> str:
        """Return a sentence of a report."""
        if self.chance.random() < 0.2:
            return f"“{self.pick('quotes')},” {self.filled('said')}."
        core = f"{self.pick('subjects')} {self.pick('verbs')} {self.pick('objects')}"
        return f"{core} {self.pick('adverbials')}" + (
            f" {self.pick('adverbials')}." if self.chance.random() < 0.4 else "."
        )

    def voice(self) -> str:
        """Return a sentence of somebody who speaks for themself."""
        return self.filled("opinions")

    def opinion(self) -> str:
        """Return the words of a comment: a paragraph of one to five sentences."""
        count = self.chance.choice((1, 1, 2, 2, 3, 5))
        pieces = [self.voice() if self.chance.random() < 0.75 else self.sentence() for _ in range(count)]
        return " ".join(pieces)

    def dateline(self) -> str:
        """Return the beginning of a first paragraph: a place, an agency, or nothing."""
        town, agency = self.pick("towns"), self.chance.choice(_AGENCIES)
        date = f"{self.pick('months')} {self.chance.randint(1, 28)}"
        forms = (
            "",
            "",
            "",
            f"{town.upper()} ({agency}) — ",
            f"{town.upper()}, {date}. /{agency}/. ",
            f"{town} ({agency}) - ",
        )
        return self.chance.choice(forms)
