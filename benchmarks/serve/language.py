"""A made-up language, names and times: what the invented corpus is written in. Equal seeds give equal words."""

import random
from datetime import UTC, datetime, timedelta
from itertools import accumulate

_SYLLABLES = (
    "hal", "den", "bra", "sk", "ves", "by", "cor", "rin", "lo", "de", "mar", "os", "tra", "pen",
    "quil", "ro", "sar", "tol", "ur", "da", "wen", "dis", "yar", "zel", "mo", "fin", "gos", "ne",
)  # fmt: skip
# Words of the language, the commonest by far the first ones, as Zipf has it.
WORDS = 20_000
_LAST = datetime(2031, 3, 31, 18, 0, tzinfo=UTC)


class Language:
    """Makes words, sentences and names by one generator of chance."""

    def __init__(self, chance: random.Random) -> None:
        """Make the words."""
        self.chance = chance
        self._words = [self._word() for _ in range(WORDS)]
        self._weights = list(accumulate(1 / (n + 5) for n in range(WORDS)))

    def words(self, count: int) -> list[str]:
        """Return so many words."""
        return self.chance.choices(self._words, cum_weights=self._weights, k=count)

    def sentence(self) -> str:
        """Return a sentence of 8 to 24 words, a number in every other."""
        words = self.words(self.chance.randint(8, 24))
        if self.chance.random() < 0.5:
            words[len(words) // 2] = str(self.chance.randint(2, 4_000))
        return f"{' '.join(words).capitalize()}."

    def paragraph(self) -> str:
        """Return two to four sentences."""
        return " ".join(self.sentence() for _ in range(self.chance.randint(2, 4)))

    def name(self, parts: int = 2) -> str:
        """Return a name of so many words."""
        return " ".join(self._word().capitalize() for _ in range(parts))

    def _word(self) -> str:
        return "".join(self.chance.choices(_SYLLABLES, k=self.chance.randint(2, 4)))


def time(days_before: float) -> str:
    """Return the time so many days before the corpus's last, to the minute."""
    return (_LAST - timedelta(days=days_before)).strftime("%Y-%m-%dT%H:%M:00+00:00")
