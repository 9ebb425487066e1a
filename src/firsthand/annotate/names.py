"""Names: people, organisations and places, without a parser.

Runs of capitalised words are cut at titles, possessives and sentence starts, and sorted by gazetteer, by head word
("… Ministry"), by title or age beside them, and by use. Every name is given the fullest form that the article gives
it; a surname alone goes to the person last named by it.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from firsthand.annotate import gazetteer, genders, runs
from firsthand.annotate.grammar import CONJUNCTIONS, PREPOSITIONS, finite, word_set
from firsthand.annotate.layout import Paragraph
from firsthand.annotate.runs import Run
from firsthand.annotate.tokens import Token, tokenize
from firsthand.model import Mention, MentionKind
from firsthand.text import plain, squeeze

_BESIDE = 1_000  # characters after a full name in which a shared surname is taken for its bearer's
KIN = word_set("lady wife husband daughter son mother father brother sister widow cousin nephew niece")
PLACE_HEADS = word_set(
    "street avenue road drive lane boulevard highway county city park square bridge river lake island st. ave. "
    "blvd. place parkway route interstate township village beach mountain valley creek bay court"
)
VESSELS = word_set(
    "ship ferry vessel boat yacht trawler tanker freighter cruiser frigate destroyer submarine carrier schooner liner "
    "tug barge warship steamer lifeboat aircraft airliner plane jet rocket hurricane storm typhoon cyclone"
)
_PREFIXES = frozenset(("USS", "HMS", "HMAS", "INS", "RMS", "MV", "MS", "MT", "SS", "RRS"))
_INITIAL = re.compile(r"[A-Z]\.?$")


@dataclass(slots=True)
class Entity:
    """One person, organisation or place of the article, with all that the text says of who it is."""

    kind: MentionKind
    name: str
    words: tuple[str, ...]
    roles: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    gender: str | None = None

    @property
    def key(self) -> str:
        """The folded name: what joins mentions."""
        return squeeze(plain(self.name))


@dataclass(frozen=True, slots=True)
class Named:
    """A name at its place. ``leads`` says that it is the first person named in its sentence."""

    start: int
    end: int
    entity: Entity
    leads: bool = False


def find(text: str, paragraphs: Sequence[Paragraph]) -> list[Named]:
    """Return the names in the paragraphs, sorted; names inside marks are found like others."""
    return Finder(text).run(paragraphs)


def mentions(named: Sequence[Named]) -> tuple[Mention, ...]:
    """Return names as mentions, each with the fullest form that the article gives it."""
    return tuple(Mention(n.start, n.end, n.entity.kind, n.entity.name, n.entity.key) for n in named)


class Finder:
    """Finds the names of one article; ``people`` are indexed by surname."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lower: set[str] = set()
        self.spoken: set[str] = set()  # single names that stand beside a cue: surnames
        self.people: defaultdict[str, list[Entity]] = defaultdict(list)
        self.others: dict[str, Entity] = {}
        self.named: list[Named] = []
        self.last_full: dict[str, Named] = {}
        self.things: set[str] = set()  # full names of ships and the like, which no person bears
        self.referred: set[int] = set()  # where the names stand that a later "she said" goes back to
        self._led: tuple[int, int] | None = None  # the last sentence in which a person was named

    def run(self, paragraphs: Sequence[Paragraph]) -> list[Named]:
        """Read running text first, then title-case paragraphs with what is known from it."""
        rows = [(p, tokenize(self.text, p.start, p.end)) for p in paragraphs]
        for _, row in rows:
            self.lower |= {t.norm for t in row if t.text[0].islower()}
        by_row = [(row, runs.find(row)) for _, row in rows if not runs.title_case(row)]
        flat = [run for _, found in by_row for run in found]
        self.things = {_joined(name) for run in flat if (name := self._thing(run))}
        self.referred = runs.referred(by_row)
        self.spoken = {r.tokens[0].norm for r in flat if len(r.tokens) == 1 and runs.speaks(r)} - runs.FUNCTION
        for full in (True, False):
            for run in flat:
                self._learn(run, full=full)
        for number, (_, found) in enumerate(by_row):
            for run in found:
                self._place(run, number)
        for _, row in rows:
            if runs.title_case(row):
                self._known(row)
        self.named.sort(key=lambda n: (n.start, n.end))
        return self.named

    # First pass: who is there.

    def _learn(self, run: Run, *, full: bool) -> None:
        """Note a person: full names first, so that "President Reve" can join "Anna Reve" wherever that stands."""
        titles, name = self._parts(run)
        if not name or (len(name) > 1) != full or self._kind(run, titles, name) != "person":
            return
        words = tuple(t.text for t in name)
        entity = self._same(words, titles, run.start) or self._new_person(words)
        fuller = len(words) == len(entity.words) and _INITIAL.match(entity.words[0]) and not _INITIAL.match(words[0])
        if len(words) > len(entity.words) or fuller:
            self._rename(entity, words, self.text[name[0].start : name[-1].end])
        self._describe(entity, titles, run)

    def _new_person(self, words: tuple[str, ...]) -> Entity:
        entity = Entity("person", " ".join(words), words, gender=genders.of(words[0]) if len(words) > 1 else None)
        self.people[_surname(words)].append(entity)
        return entity

    def _rename(self, entity: Entity, words: tuple[str, ...], name: str) -> None:
        entity.words, entity.name = words, squeeze(name)
        entity.gender = entity.gender or genders.of(words[0])

    def _same(self, words: tuple[str, ...], titles: Sequence[Token], at: int) -> Entity | None:
        """Return the person already known whom ``words`` can name."""
        known = self.people.get(_surname(words), [])
        if len(words) > 1:
            return next((e for e in known if len(e.words) > 1 and _compatible(e.words, words)), None)
        if titles:
            return self._titled(known, {t.norm for t in titles})
        if len(known) < 2:
            return known[0] if known else None
        last = self.last_full.get(_surname(words))
        beside = last is not None and 0 < at - last.start < _BESIDE and "\n" not in self.text[last.start : at]
        return last.entity if last is not None and beside else known[0]

    def _titled(self, known: Sequence[Entity], titles: set[str]) -> Entity | None:
        """Return the person whom a title and a surname name: never the wife or son of whom they name."""
        told = {g for t in titles if (g := genders.told_by(t)) is not None}
        fits = [e for e in known if not (told and e.gender and e.gender not in told)]
        alike = [e for e in fits if e.roles & titles]
        others = [e for e in fits if not e.roles or not e.roles <= KIN]
        return next(iter(alike or others), None)

    def _describe(self, entity: Entity, titles: Sequence[Token], run: Run) -> None:
        for token in (*run.lead, *titles, *runs.apposition(run.tail)):
            norm = token.norm
            if gazetteer.office(norm) or norm in KIN:
                entity.roles.add(norm)
            if country := gazetteer.country(token.text):
                entity.countries.add(country)
            entity.gender = entity.gender or genders.told_by(norm)

    # Second pass: where they stand.

    def _place(self, run: Run, row: int) -> None:
        titles, name = self._parts(run)
        if not name:
            return
        kind = self._kind(run, titles, name)
        words = tuple(t.text for t in name)
        person = self._same(words, titles, run.start) if kind in (None, "person") else None
        if person is not None:
            self._add(name, person, leads=self._led != (row, run.sentence))
            self._led = (row, run.sentence)
            if len(words) > 1:
                self.last_full[_surname(words)] = self.named[-1]
        elif kind is not None:
            self._add(name, self._other(kind, name))

    def _other(self, kind: MentionKind, name: Sequence[Token]) -> Entity:
        shown = squeeze(self.text[name[0].start : name[-1].end])
        key = squeeze(plain(shown))
        if key not in self.others:
            self.others[key] = Entity(kind, shown, tuple(t.text for t in name))
        return self.others[key]

    def _add(self, name: Sequence[Token], entity: Entity, *, leads: bool = False) -> None:
        self.named.append(Named(name[0].start, name[-1].end, entity, leads))

    def _known(self, row: Sequence[Token]) -> None:
        """Mark the names of a title-case paragraph that the running text or the gazetteer knows."""
        i, leads = 0, True
        while i < len(row):
            step = 1
            for length in range(min(4, len(row) - i), 0, -1):
                part = row[i : i + length]
                entity = self._recognise(part)
                if entity is not None:
                    self.named.append(Named(part[0].start, part[-1].end, entity, leads))
                    leads, step = False, length
                    break
            i += step

    def _recognise(self, part: Sequence[Token]) -> Entity | None:
        if not (part[0].capital and part[-1].capital):
            return None
        words = tuple(t.text for t in part)
        shown = squeeze(self.text[part[0].start : part[-1].end])
        other = self.others.get(squeeze(plain(shown)))
        if other is not None:
            return other
        if _surname(words) in self.people and (person := self._same(words, (), part[0].start)) is not None:
            return person
        if gazetteer.place(shown):
            return self._other("place", part)
        if gazetteer.publisher(shown) or gazetteer.organisation(shown):
            return self._other("organisation", part)
        return None

    # What a run is.

    def _parts(self, run: Run) -> tuple[list[Token], list[Token]]:
        """Split a run into titles and the name proper: "Norvanian Foreign Minister | Erik Halden"."""
        tokens = run.tokens
        if run.initial and self._ordinary(tokens):
            tokens = tokens[1:]
        while tokens and not (tokens[-1].capital or tokens[-1].text[0].isdigit()):
            tokens = tokens[:-1]
        cut = runs.after_titles(tokens) or self._outlet(tokens)
        while cut < len(tokens) and not tokens[cut].word:
            cut += 1
        return list(tokens[:cut]), list(tokens[cut:])

    def _outlet(self, tokens: Sequence[Token]) -> int:
        """Return where an outlet's name begins in "Newspaper Kerrin Post"; 0 where the run is one whole."""
        if len(tokens) < 3 or gazetteer.publisher(squeeze(self.text[tokens[0].start : tokens[-1].end])):
            return 0
        rest = squeeze(self.text[tokens[1].start : tokens[-1].end])
        return 1 if gazetteer.publisher(rest) and gazetteer.organisation_head(tokens[0].norm) else 0

    def _ordinary(self, tokens: Sequence[Token]) -> bool:
        """Whether a run's first word is capitalised only because a sentence begins with it."""
        first = tokens[0]
        if first.norm in runs.FUNCTION:
            return True
        if gazetteer.role(first.norm) or gazetteer.given(first.text) or gazetteer.country(first.text):
            return False
        return first.norm in self.lower or (len(tokens) == 1 and first.norm.endswith(("ing", "ly")))

    def _thing(self, run: Run) -> list[Token]:
        """Return the full name of a ship or the like, which "the", "the ferry" or "HMS" tells; else nothing."""
        titles, name = self._parts(run)
        if len(name) < 2 or titles:
            return []
        after = run.tail[0] if run.tail else None
        # In "the Ada Quell case" the article belongs to the case.
        bare = after is None or not after.word or finite(after.norm) or after.norm in PREPOSITIONS | CONJUNCTIONS
        the = run.the or (run.initial and run.tokens[0].norm == "the" and name[0] is not run.tokens[0])
        vessel = bool(run.lead) and run.lead[-1].norm in VESSELS
        prefixed = name[0].text in _PREFIXES
        return name[1:] if prefixed else name if vessel or (the and (bare or not gazetteer.given(name[0].text))) else []

    def _kind(self, run: Run, titles: Sequence[Token], name: Sequence[Token]) -> MentionKind | None:
        shown = squeeze(self.text[name[0].start : name[-1].end])
        norms = [t.norm for t in name]
        outlet = gazetteer.publisher(shown) and not (len(name) == 1 and run.initial and gazetteer.ordinary(shown))
        if outlet or gazetteer.organisation(shown):
            return "organisation"
        if not titles and _joined(name) in self.things and not gazetteer.place(shown):
            return "organisation" if any(map(gazetteer.organisation_head, norms)) else None
        if len(name) == 1 and _surname((shown,)) in self.people and not gazetteer.country(shown):
            return "person"
        if gazetteer.place(shown):
            return "place"
        if len(name) == 1 and gazetteer.organisation_head(norms[0]):
            return None  # "Police said"
        if gazetteer.organisation_head(norms[-1]) or (gazetteer.organisation_head(norms[0]) and len(norms) > 1):
            return "organisation"
        if norms[-1] in PLACE_HEADS and len(name) > 1:
            return "place"
        if norms[-1] in PLACE_HEADS:
            return None
        if len(name) > 5 or any(n in runs.LINKS for n in norms):
            return "organisation" if any(map(gazetteer.organisation_head, norms)) else None
        if gazetteer.country(name[0].text) and len(name) == 1:
            return None
        if titles and not run.the:
            return "person"
        if len(name) > 1 and (gazetteer.given(name[0].text) or _INITIAL.match(name[0].text)):
            return "person"
        if len(name) == 1:
            return self._single(name[0])
        if norms[-1] in self.spoken and not run.the and len(name) <= 3 and not name[-1].text.isupper():
            return "person"
        if runs.aged(run.tail) or (run.lead and gazetteer.role(run.lead[-1].norm)):
            return "person"
        if len(name) in (2, 3) and not run.the and self._shown_person(run):
            return "person"
        return None

    def _shown_person(self, run: Run) -> bool:
        """Whether the words beside an unknown name of two or three words are such as stand beside a person's."""
        return run.said or runs.spoken(run.tail) or runs.introduced(run.tail) or run.start in self.referred

    def _single(self, token: Token) -> MentionKind | None:
        if token.norm in runs.FUNCTION:
            return None
        if _surname((token.text,)) in self.people:
            return "person"
        return "organisation" if token.text.isupper() and 3 <= len(token.text) <= 6 and token.text.isalpha() else None


def _joined(name: Sequence[Token]) -> str:
    return " ".join(t.norm for t in name)


def _surname(words: Sequence[str]) -> str:
    """Return the folded last word, suffixes and the Arabic article left out."""
    last = words[-1]
    if len(words) > 1 and plain(last).strip(".") in ("jr", "sr", "ii", "iii", "iv"):
        last = words[-2]
    return re.sub(r"^(?:al|el|ash|as)-", "", plain(last))


def _compatible(a: Sequence[str], b: Sequence[str]) -> bool:
    """Tell whether two full names with one surname can be one person: same first name, or an initial of it."""
    first, second = plain(a[0]).strip("."), plain(b[0]).strip(".")
    if first == second or (min(len(first), len(second)) == 1 and first[0] == second[0]):
        return True
    return first in map(plain, b) or second in map(plain, a)
