"""What a run of capitalised words is: which of its words are a title, and what its name is the name of."""

from collections.abc import Sequence

from firsthand.annotate import gazetteer, genders, runs
from firsthand.annotate.grammar import CONJUNCTIONS, PREPOSITIONS, finite, word_set
from firsthand.annotate.names.entities import surname
from firsthand.annotate.names.roster import INITIAL, KIN, Roster
from firsthand.annotate.runs import Run
from firsthand.annotate.tokens import Token
from firsthand.model import MentionKind
from firsthand.text import squeeze

_PLACE_HEADS = word_set(
    "street avenue road drive lane boulevard highway county city park square bridge river lake island st. ave. "
    "blvd. place parkway route interstate township village beach mountain valley creek bay court"
)
VESSELS = word_set(
    "ship ferry vessel boat yacht trawler tanker freighter cruiser frigate destroyer submarine carrier schooner liner "
    "tug barge warship steamer lifeboat aircraft airliner plane jet rocket hurricane storm typhoon cyclone"
)
# What a firm's full name ends in, and leaves out when it is named again.
FIRMS = word_set(
    "corp corporation inc incorporated ltd limited plc llc llp gmbh ag se kg sa nv bv oy oyj ab asa spa srl co company"
)
_LEADERS = word_set("chair head boss chief founder owner")  # roles that are as often something else
_PREFIXES = frozenset(("USS", "HMS", "HMAS", "INS", "RMS", "MV", "MS", "MT", "SS", "RRS"))


class Sorter:
    """Sorts the runs of one article. Read them all with ``look`` first: some are told by what stands elsewhere."""

    def __init__(self, text: str, roster: Roster, small: frozenset[str]) -> None:
        self.text = text
        self.roster = roster
        self.small = small  # words that the article writes small
        self.spoken: frozenset[str] = frozenset()  # single names that stand beside a cue: surnames
        self.things: set[str] = set()  # full names of ships and the like, which no person bears
        self.firms: set[str] = set()  # names of firms without "Corp.": "Harlan Steel" is no Mr. Steel beside one
        self.referred: set[int] = set()  # where the names stand that a later "she said" goes back to
        self._split: dict[int, tuple[list[Token], list[Token]]] = {}  # by the run's identity

    def look(self, rows: Sequence[tuple[Sequence[Token], Sequence[Run]]]) -> None:
        """Note what the runs tell of each other."""
        flat = [run for _, found in rows for run in found]
        self.things = {_joined(name) for run in flat if (name := self._thing(run))}
        self.firms = {_joined(bare) for run in flat if (bare := without_form(self.parts(run)[1]))}
        self.referred = runs.referred(rows)
        alone = (r.tokens[0].norm for r in flat if len(r.tokens) == 1 and runs.speaks(r))
        self.spoken = frozenset(alone) - runs.FUNCTION

    def parts(self, run: Run) -> tuple[list[Token], list[Token]]:
        """Split a run into titles and the name proper: "Norvanian Foreign Minister | Erik Halden"."""
        found = self._split.get(id(run))
        if found is None:
            found = self._split[id(run)] = self._divided(run)
        return found

    def _divided(self, run: Run) -> tuple[list[Token], list[Token]]:
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
        if len(tokens) > 1 and gazetteer.office(first.norm) and gazetteer.role(tokens[1].norm):
            return False  # "Finance Minister Ada Holm", though finance is written small elsewhere
        return first.norm in self.small or (len(tokens) == 1 and first.norm.endswith(("ing", "ly")))

    def _thing(self, run: Run) -> list[Token]:
        """Return the full name of a ship or the like, which "the", "the ferry" or "HMS" tells; else nothing."""
        titles, name = self.parts(run)
        if len(name) < 2 or titles:
            return []
        after = run.tail[0] if run.tail else None
        # In "the Ada Quell case" the article belongs to the case.
        bare = after is None or not after.word or finite(after.norm) or after.norm in PREPOSITIONS | CONJUNCTIONS
        the = run.the or (run.initial and run.tokens[0].norm == "the" and name[0] is not run.tokens[0])
        vessel = bool(run.lead) and run.lead[-1].norm in VESSELS
        prefixed = name[0].text in _PREFIXES
        return name[1:] if prefixed else name if vessel or (the and (bare or not gazetteer.given(name[0].text))) else []

    def kind(self, run: Run, titles: Sequence[Token], name: Sequence[Token]) -> MentionKind | None:
        shown = squeeze(self.text[name[0].start : name[-1].end])
        norms = [t.norm for t in name]
        outlet = gazetteer.publisher(shown) and not (len(name) == 1 and run.initial and gazetteer.ordinary(shown))
        firm = without_form(name) or (not titles and _joined(name) in self.firms)
        if outlet or firm or gazetteer.organisation(shown):
            return "organisation"
        if not titles and _joined(name) in self.things and not gazetteer.place(shown):
            return "organisation" if any(map(gazetteer.organisation_head, norms)) else None
        if len(name) == 1 and surname((shown,)) in self.roster.by_surname and self._no_country(name[0]):
            return "person"
        if gazetteer.place(shown):
            return "place"
        if len(name) == 1 and gazetteer.organisation_head(norms[0]):
            return None  # "Police said"
        if gazetteer.organisation_head(norms[-1]) or (gazetteer.organisation_head(norms[0]) and len(norms) > 1):
            return "organisation"
        if norms[-1] in _PLACE_HEADS and len(name) > 1:
            return "place"
        if norms[-1] in _PLACE_HEADS:
            return None
        if len(name) > 5 or any(n in runs.LINKS for n in norms):
            return "organisation" if any(map(gazetteer.organisation_head, norms)) else None
        if gazetteer.country(name[0].text) and len(name) == 1:
            return None
        if titles and not run.the:
            return "person"
        if len(name) > 1 and (gazetteer.given(name[0].text) or INITIAL.match(name[0].text)):
            return "person"
        if len(name) == 1:
            alone = norms[0] not in runs.FUNCTION and (runs.aged(run.tail) or (run.lead and run.lead[-1].norm in KIN))
            return "person" if alone else self._single(name[0])
        if norms[-1] in self.spoken and not run.the and len(name) <= 3 and not name[-1].text.isupper():
            return "person"
        if runs.aged(run.tail) or (run.lead and (gazetteer.role(run.lead[-1].norm) or run.lead[-1].norm in _LEADERS)):
            return "person"
        if len(name) in (2, 3) and not run.the and self._shown_person(run):
            return "person"
        return None

    def _no_country(self, name: Token) -> bool:
        """Whether a name is no country's, and a capital's only where a preposition leads it in: "in Paris"."""
        if not gazetteer.country(name.text):
            return True
        before = self.text[max(0, name.start - 12) : name.start].split()
        return gazetteer.capital(name.text) and not (before and before[-1].lower() in PREPOSITIONS)

    def _shown_person(self, run: Run) -> bool:
        """Whether the words beside an unknown name of two or three words are such as stand beside a person's."""
        described = any(gazetteer.role(t.norm) or genders.told_by(t.norm) for t in run.fore)
        return described or run.said or runs.spoken(run.tail) or runs.introduced(run.tail) or run.start in self.referred

    def _single(self, token: Token) -> MentionKind | None:
        if token.norm in runs.FUNCTION:
            return None
        if surname((token.text,)) in self.roster.by_surname:
            return "person"
        return "organisation" if token.text.isupper() and 3 <= len(token.text) <= 6 and token.text.isalpha() else None


def _joined(name: Sequence[Token]) -> str:
    return " ".join(t.norm for t in name)


def without_form(name: Sequence[Token]) -> Sequence[Token]:
    """Return the words of a firm's name before "Corp.", "Inc." and the like, none where it has no such ending."""
    words = [t for t in name if t.word]
    if len(words) < 2 or words[-1].norm.strip(".") not in FIRMS or not words[-1].capital:
        return ()
    return words[:-1]
