"""A made-up vocabulary in English grammar's small words: invented nouns and verbs, real "the" and "of".

The small words let language detection and the quotation tagger see what they see in news; all else is invented.
"""

import random
from collections.abc import Sequence
from itertools import accumulate

from benchmarks.serve.language import Language

_SMALL = (
    *("the", "of", "to", "in", "a", "and", "for", "that", "on", "with", "was", "by", "is", "as", "at", "it", "from"),
    *("be", "has", "will", "not", "have", "after", "its", "were"),
)
# The share of small words in running English text is near a half; a third keeps the pairing of texts by words hard.
_SMALL_SHARE = 0.38
# Of the other words of a sentence so many are the story's own: what makes articles on one event alike.
_TOPIC_SHARE = 0.3
TOPIC_WORDS = 24


class Words:
    """Makes sentences; every call draws from the generator of chance that it is given."""

    def __init__(self, seed: int) -> None:
        """Make the vocabulary, the same for equal seeds."""
        language = Language(random.Random(seed))
        self._vocabulary = list(dict.fromkeys(language.words(60_000)))
        self._weights = list(accumulate(1 / (n + 5) for n in range(len(self._vocabulary))))
        self._name = language.name

    def name(self, parts: int = 2) -> str:
        """Return a new name."""
        return self._name(parts)

    def topic(self, chance: random.Random) -> list[str]:
        """Return words that one story turns on: any words, rare ones as likely as common ones."""
        return chance.sample(self._vocabulary, TOPIC_WORDS)

    def clause(self, chance: random.Random, count: int, topic: Sequence[str]) -> list[str]:
        """Return so many words in a row."""
        content = chance.choices(self._vocabulary, cum_weights=self._weights, k=count)
        out = []
        for word in content:
            roll = chance.random()
            if roll < _SMALL_SHARE:
                out.append(chance.choice(_SMALL))
            else:
                own = roll < _SMALL_SHARE + (1 - _SMALL_SHARE) * _TOPIC_SHARE
                out.append(chance.choice(topic) if own else word)
        return out

    def sentence(self, chance: random.Random, topic: Sequence[str], names: Sequence[str]) -> str:
        """Return a sentence of 8 to 28 words; two of five name somebody, one of four gives a number."""
        words = self.clause(chance, chance.randint(8, 28), topic)
        if chance.random() < 0.4:
            words[0] = chance.choice(names)
        if chance.random() < 0.25:
            words[len(words) // 2] = str(chance.randint(2, 9_000))
        first = " ".join(words)
        return first[0].upper() + first[1:] + "."
