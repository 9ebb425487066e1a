"""Measure grouping on accounts drawn from the invented pairs: a few utterances of a topic, each article its wordings.

    python benchmarks/variants/accounts.py

Prints precision and recall of pairs of quotations put together, without and with what context joins. The utterances of
a topic are made hard to tell apart, far harder than what one speaker says on one occasion.
"""

import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations
from pathlib import Path
from unittest.mock import patch

from firsthand.link.statements import group as grouping
from firsthand.link.statements.group import Said, group
from firsthand.link.statements.wording import wording
from firsthand.model import Quotation, Span

PAIRS = Path(__file__).parent / "pairs.jsonl"
BLOCKS = 1_000
SEED = 5


def main() -> None:
    """Draw, group twice, print."""
    said, utterance = drawn()
    with patch.object(grouping, "joined", return_value={}):
        bare = group(said, days=7)
    for name, groups in (("words alone", bare), ("with context", group(said, days=7))):
        precision, recall = scores(groups, utterance)
        sys.stdout.write(f"{name:14} precision {precision:.3f}, recall {recall:.3f}\n")


def drawn() -> tuple[list[Said], dict[str, str]]:
    """Return the quotations of all accounts, and which utterance each reports."""
    chance = random.Random(SEED)
    rows = [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]
    types = {row[side]: row[f"{side}_type"] for row in rows for side in "ab"}
    topics = utterances(rows)
    said: list[Said] = []
    utterance: dict[str, str] = {}
    for block in range(BLOCKS):
        told = chance.sample(topics[chance.choice(sorted(topics))], k=chance.randint(2, 6))
        for article in range(chance.choice((2, 2, 3))):
            for place, wordings in enumerate(u for u in told if chance.random() < 0.6):
                words = chance.choice(wordings)
                name = f"{block}/{article}/{place}"
                quotation = Quotation(
                    *(name, f"{block}/{article}", types[words], place, place + 1, (Span(place, place + 1),), None),
                    *(None, None, "said", None, None, None, ()),
                )
                order = ("", quotation.article, place, name)
                form = wording(words)
                said.append(Said(quotation, words, form, f"speaker {block}", f"{block}", order, date(2031, 5, 4)))
                utterance[name] = f"{block} {wordings[0]}"
    return said, utterance


def utterances(rows: Iterable[dict[str, str]]) -> dict[str, list[list[str]]]:
    """Return for each topic its utterances, each the wordings that pairs call alike."""
    alike: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in rows:
        for one, other in ((row["a"], row["b"]), (row["b"], row["a"])):
            alike[row["topic"]][one] |= {one, other} if row["same"] else {one}
    return {topic: found for topic, near in alike.items() if len(found := list(_parts(near))) >= 6}


def _parts(near: dict[str, set[str]]) -> Iterable[list[str]]:
    left = set(near)
    while left:
        part, more = set(), {min(left)}
        while more:
            part |= more
            more = {other for one in more for other in near[one]} - part
        left -= part
        yield sorted(part)


def scores(groups: Sequence[Sequence[Said]], utterance: dict[str, str]) -> tuple[float, float]:
    """Return precision and recall of pairs put together."""
    pairs = [(utterance[x.quotation.id], utterance[y.quotation.id]) for g in groups for x, y in combinations(g, 2)]
    right = sum(x == y for x, y in pairs)
    true = sum(n * (n - 1) // 2 for n in Counter(utterance.values()).values())
    return right / len(pairs), right / true


if __name__ == "__main__":
    main()
