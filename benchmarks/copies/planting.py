"""Documents with planted copies: passages of background reports, edited and put into others, offsets known."""

import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.copies.edits import heavy, light, sentences
from benchmarks.copies.plagdet import Shared
from firsthand.text import words

Spans = list[tuple[int, int]]

KINDS = ("verbatim", "cut", "reordered", "light", "heavy")
# Words of a planted passage before it is edited: from a few sentences to what a short report is long.
PASSAGE_WORDS = (40, 150)
# Documents taken for planting share no run of this many words with any other background document: texts that do repeat
# others, as running stories and filled-in forms do, cannot tell a wrong detection from a right one.
UNIQUE_RUN = 6


@dataclass(frozen=True, slots=True)
class Planted:
    """``texts`` by id; ``cases`` by kind; ``kind_of`` says of each document that takes part which kind it is of."""

    texts: dict[str, str]
    cases: dict[str, list[Shared]]
    kind_of: dict[str, str]


def plant(background: Mapping[str, str], each: int, seed: int, unique: int = UNIQUE_RUN) -> Planted:
    """Return the background with ``each`` copies of every kind planted in it.

    What takes part shares no run of ``unique`` words with another report; a source and the report that its passage is
    put into take part once. Raises ValueError where the background has
    too few reports that are long enough and like no other.
    """
    chance = random.Random(seed)
    free = _unlike(background, unique)
    chance.shuffle(free)
    out = Planted(dict(background), {kind: [] for kind in KINDS}, {})
    sources = iter([key for key in free if _passage(background[key])])
    taken: set[str] = set()
    hosts = iter(free[::-1])
    for kind in KINDS:
        for _ in range(each):
            source = next((s for s in sources if s not in taken), None)
            host = next((h for h in hosts if h not in taken and h != source), None)
            if source is None or host is None:
                raise ValueError("the background has too few reports to plant in")
            taken |= {source, host}
            text, cases = _planted(kind, source, background[source], host, background[host], chance)
            out.texts[host] = text
            out.cases[kind] += cases
            out.kind_of[source] = out.kind_of[host] = kind
    return out


def _unlike(background: Mapping[str, str], unique: int) -> list[str]:
    """Return the ids of reports that share no long run with any other, in order."""
    runs = {key: _runs(words(text), unique) for key, text in background.items()}
    having = Counter(run for found in runs.values() for run in found)
    return [key for key, found in runs.items() if all(having[run] == 1 for run in found)]


def _runs(norms: Sequence[str], size: int) -> set[int]:
    return {hash(tuple(norms[k : k + size])) for k in range(len(norms) - size + 1)}


def _passage(text: str) -> list[str]:
    """Return the sentences from the first on that make a passage, none if the text is too short or has no sentences."""
    taken: list[str] = []
    for sentence in sentences(text)[:40]:
        if len(" ".join([*taken, sentence]).split()) > PASSAGE_WORDS[1]:
            break
        taken.append(sentence)
    return taken if len(taken) >= 3 and len(" ".join(taken).split()) >= PASSAGE_WORDS[0] else []


def _planted(
    kind: str, source: str, original: str, host: str, around: str, chance: random.Random
) -> tuple[str, list[Shared]]:
    """Return the host's text with the passage in it, and where it stands in both; pieces apart are cases each."""
    spans = _sentence_spans(original, _passage(original))
    pieces = _ARRANGED[kind](spans, chance)
    edit = {"light": light, "heavy": heavy}.get(kind)
    cut = chance.choice([0, *(end for _, end in _sentence_spans(around, sentences(around)))])
    before, after = around[:cut].rstrip(), around[cut:].lstrip()
    text = before
    cases = []
    for start, end in pieces:
        copied = original[start:end]
        copied = edit(copied, chance) if edit else copied
        text += "\n" if text else ""
        cases.append(Shared(source, start, end, host, len(text), len(text) + len(copied)))
        text += copied
    return f"{text}\n{after}", cases


def _sentence_spans(text: str, wanted: Sequence[str]) -> Spans:
    out: Spans = []
    at = 0
    for sentence in wanted:
        start = text.index(sentence, at)
        at = start + len(sentence)
        out.append((start, at))
    return out


def _whole(spans: Spans, chance: random.Random) -> Spans:
    del chance
    return [(spans[0][0], spans[-1][1])]


def _cut(spans: Spans, chance: random.Random) -> Spans:
    """Leave out a third of the sentences; neighbours that stay are one piece."""
    gone = set(chance.sample(range(len(spans)), max(1, len(spans) // 3)))
    return _joined([k for k in range(len(spans)) if k not in gone], spans)


def _reordered(spans: Spans, chance: random.Random) -> Spans:
    """Put the sentences in another order; neighbours that stay together are one piece."""
    order = list(range(len(spans)))
    while order == sorted(order):
        chance.shuffle(order)
    return _joined(order, spans)


def _joined(order: Sequence[int], spans: Spans) -> Spans:
    out: list[list[int]] = []
    for k in order:
        if out and out[-1][1] == k - 1:
            out[-1][1] = k
        else:
            out.append([k, k])
    return [(spans[a][0], spans[b][1]) for a, b in out]


_ARRANGED: dict[str, Callable[[Spans, random.Random], Spans]] = {
    "verbatim": _whole, "cut": _cut, "reordered": _reordered, "light": _whole, "heavy": _whole,
}  # fmt: skip
