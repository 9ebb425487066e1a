"""How much of each true label got which label, and what follows."""

from collections import Counter
from dataclasses import dataclass, field

LABELS = ("headline", "body", "supplemental", "comment", "furniture")


@dataclass
class Labels:
    """How much of each true label got which label: ``pairs`` counts by (true, given)."""

    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)

    def given(self, label: str) -> int:
        """Return how much got a label."""
        return sum(n for (_, given), n in self.pairs.items() if given == label)

    def true(self, label: str) -> int:
        """Return how much truly has a label."""
        return sum(n for (true, _), n in self.pairs.items() if true == label)

    def score(self, label: str) -> tuple[float, float, float]:
        """Return precision, recall and F1 of a label."""
        right, given, true = self.pairs[label, label], self.given(label), self.true(label)
        return right / max(1, given), right / max(1, true), 2 * right / max(1, given + true)

    def macro(self) -> float:
        """Return the mean F1 of the labels."""
        return sum(self.score(label)[2] for label in LABELS) / len(LABELS)

    def leak(self) -> tuple[float, float]:
        """Return the share of comments labelled body, and the share of comments in what is labelled body."""
        leaked = self.pairs["comment", "body"]
        return leaked / max(1, self.true("comment")), leaked / max(1, self.given("body"))
