"""The articles of one generated story: an agency's report, what outlets make of it, and what they write themselves."""

import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from benchmarks.scale.words import Words

OUTLETS, AGENCIES, SPEAKERS, PLACES = 3_000, 8, 6_000, 2_000
# What outlets do with a report, as shares of a story's other articles.
KINDS, SHARES = ("verbatim", "edited", "partial", "own"), (0.35, 0.2, 0.15, 0.3)
MEDIAN_WORDS, SPREAD, FEWEST_WORDS, MOST_WORDS = 360, 0.55, 60, 2_500
# How an outlet tells a statement that it heard itself.
FORMS, FORM_SHARES = ("same", "changed", "short", "indirect"), (0.5, 0.2, 0.15, 0.15)


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher."""

    name: str
    address: str


@dataclass(frozen=True, slots=True, order=True)
class Made:
    """An article and what is true of it; ``of`` are the ids of what it copies."""

    id: str
    story: str
    kind: str
    outlet: Outlet
    headline: str
    text: str
    of: tuple[str, ...]
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence, and the statement that it reports."""

    text: str
    statement: str = ""


Paragraphs = list[list[_Sentence]]


@dataclass(frozen=True, slots=True)
class _Said:
    id: str
    speaker: str
    words: tuple[str, ...]


class Maker:
    """Makes stories of one world: its outlets, agencies, speakers and places."""

    def __init__(self, words: Words) -> None:
        """Invent the world, the same for equal vocabularies."""
        self._words = words
        self._outlets = [_outlet(words.name(), n) for n in range(OUTLETS)]
        self._agencies = [Outlet(f"{words.name(1)} Press Agency", f"agency{n}.example") for n in range(AGENCIES)]
        self._speakers = [words.name() for _ in range(SPEAKERS)]
        self._places = [words.name(1) for _ in range(PLACES)]
        # Few outlets publish much and few people are quoted often: Zipf's law.
        self._often = {n: list(accumulate(1 / (k + 20) for k in range(n))) for n in (OUTLETS, SPEAKERS)}

    def story(self, number: int, size: int, chance: random.Random) -> Iterator[Made]:
        """Yield the report and the other articles of a story."""
        teller = _Teller(self._words, chance, self._speech(number, size, chance), chance.sample(self._places, 3))
        agency = chance.choice(self._agencies)
        report = teller.report(_length(chance))
        headline = teller.headline()
        key = f"s{number}"
        yield _made(f"{key}-0", key, "report", agency, headline, report, (), f"({agency.name}) — ")
        for n in range(1, size):
            kind = chance.choices(KINDS, SHARES)[0]
            paragraphs = getattr(teller, kind)(report)
            own = kind == "own"
            credit = "" if own or chance.random() < 0.3 else f"({agency.name}) — "
            title = headline if kind == "verbatim" else teller.headline()
            of = () if own else (f"{key}-0",)
            yield _made(f"{key}-{n}", key, kind, self._outlet(chance), title, paragraphs, of, credit)

    def release(self, number: int, size: int, chance: random.Random) -> Iterator[Made]:
        """Yield pages that carry one press release: most as it is, some with a line of their own before it."""
        teller = _Teller(self._words, chance, self._speech(number, 3, chance), chance.sample(self._places, 3))
        text, headline, key = teller.report(450), teller.headline(), f"s{number}"
        for n in range(size):
            lead = [[teller.plain()]] if chance.random() < 0.3 else []
            of = (f"{key}-0",) if n else ()
            yield _made(f"{key}-{n}", key, "release", self._outlet(chance), headline, [*lead, *text], of, "")

    def _outlet(self, chance: random.Random) -> Outlet:
        return chance.choices(self._outlets, cum_weights=self._often[OUTLETS])[0]

    def _speech(self, number: int, size: int, chance: random.Random) -> list[_Said]:
        speakers = chance.choices(self._speakers, cum_weights=self._often[SPEAKERS], k=chance.randint(1, 4))
        count = chance.randint(1, 3 + min(12, size // 8))
        topic = self._words.topic(chance)
        return [
            _Said(
                f"s{number}-q{n}",
                chance.choice(speakers),
                tuple(self._words.clause(chance, chance.randint(7, 24), topic)),
            )
            for n in range(count)
        ]


class _Teller:
    """Writes articles on one event."""

    def __init__(self, words: Words, chance: random.Random, said: Sequence[_Said], places: Sequence[str]) -> None:
        self._words, self._chance, self._said, self._places = words, chance, said, places
        self._topic = words.topic(chance)

    def headline(self) -> str:
        words = self._words.clause(self._chance, self._chance.randint(5, 9), self._topic)
        return f"{self._chance.choice(self._places)} {' '.join(words)}"

    def plain(self) -> _Sentence:
        return _Sentence(self._words.sentence(self._chance, self._topic, self._places))

    def report(self, length: int) -> Paragraphs:
        """Return about so many words, with all statements in them."""
        return self._written(length, list(self._said), ["same"] * len(self._said))

    def own(self, _report: Paragraphs) -> Paragraphs:
        """Return an outlet's own writing, with some of the statements, as it heard them."""
        said = self._chance.sample(self._said, self._chance.randint(0, len(self._said)))
        return self._written(_length(self._chance), said, self._chance.choices(FORMS, FORM_SHARES, k=len(said)))

    def verbatim(self, report: Paragraphs) -> Paragraphs:
        """Return the report, in one of three cases cut from the bottom."""
        cut = self._chance.randint(max(1, len(report) // 2), len(report)) if self._chance.random() < 0.3 else None
        return report[:cut]

    def edited(self, report: Paragraphs) -> Paragraphs:
        """Return the report with sentences dropped, words changed and sentences of the outlet's own."""
        out = [[self._edited(s) for s in p if self._chance.random() > 0.12] for p in report]
        out.insert(self._chance.randint(0, len(out)), [self.plain(), self.plain()])
        return [p for p in out if p]

    def partial(self, report: Paragraphs) -> Paragraphs:
        """Return an outlet's own writing with some paragraphs of the report in it."""
        first = self._chance.randrange(len(report))
        taken = report[first : first + self._chance.randint(1, 4)]
        own = self._written(_length(self._chance) // 2, [], [])
        at = self._chance.randint(1, len(own))
        return own[:at] + taken + own[at:]

    def _written(self, length: int, said: Sequence[_Said], forms: Sequence[str]) -> Paragraphs:
        out: Paragraphs = []
        words = 0
        speech = [self._spoken(s, form) for s, form in zip(said, forms, strict=True)]
        while words < length or speech:
            paragraph = [self.plain() for _ in range(self._chance.randint(1, 3))]
            if speech and self._chance.random() < 0.6:
                paragraph.insert(0, speech.pop(0))
            words += sum(s.text.count(" ") + 1 for s in paragraph)
            out.append(paragraph)
        return out

    def _spoken(self, said: _Said, form: str) -> _Sentence:
        words = list(said.words)
        if form == "changed":
            words[self._chance.randrange(len(words))] = self._chance.choice(self._topic)
        if form == "short":
            words = words[: max(5, len(words) // 2)]
        if form == "indirect":
            return _Sentence(f"{said.speaker} said that {' '.join(words)}.", said.id)
        return _Sentence(f"“{' '.join(words).capitalize()},” {said.speaker} said.", said.id)

    def _edited(self, sentence: _Sentence) -> _Sentence:
        if sentence.statement or self._chance.random() > 0.25:
            return sentence
        words = sentence.text.split(" ")
        at = self._chance.randrange(len(words))
        words[at : at + self._chance.randint(1, 3)] = self._words.clause(self._chance, 2, self._topic)
        return _Sentence(" ".join(words), sentence.statement)


def _made(
    key: str, story: str, kind: str, outlet: Outlet, headline: str, text: Paragraphs, of: tuple[str, ...], credit: str
) -> Made:
    body = "\n\n".join(" ".join(s.text for s in paragraph) for paragraph in text)
    statements = tuple(dict.fromkeys(s.statement for paragraph in text for s in paragraph if s.statement))
    return Made(key, story, kind, outlet, headline, f"{headline}\n\n{credit}{body}\n", of, statements)


def _outlet(name: str, number: int) -> Outlet:
    return Outlet(f"The {name} Post", f"{name.lower().replace(' ', '')}{number}.example")


def _length(chance: random.Random) -> int:
    return int(max(FEWEST_WORDS, min(MOST_WORDS, chance.lognormvariate(math.log(MEDIAN_WORDS), SPREAD))))
